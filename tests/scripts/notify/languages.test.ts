import { afterAll, describe, expect, test } from 'vitest';
import { composeComment, type Notice } from '../../../scripts/notify/comment.ts';
import { keyOf, markerOf } from '../../../scripts/notify/key.ts';
import { wordsFor } from '../../../scripts/notify/words.ts';
import { useOwnWords } from '../../../src/i18n/messages.ts';
import { isToldOnGitHub, type Table, TABLES } from '../../../src/i18n/tables.ts';
import type { Proof } from '../../../src/model/item.ts';
import { refusedIn } from '../../../src/model/message.ts';

const KEY = keyOf('octo/app', 42);
const HOME = 'https://github.test/octo/app';
const pull = (number: number): Proof => ({
  kind: 'pull-request',
  url: `${HOME}/pull/${number}`,
  name: `#${number}`,
});
const RELEASE: Proof = { kind: 'release', url: `${HOME}/releases/tag/v2.4.0`, name: 'v2.4.0' };
const canonical = { repo: 'octo/app', number: 42, url: `${HOME}/issues/42` };

/** What stands above the marker, with short names for the links of this test. */
function tell(locale: string, proof: Proof[], more: Partial<Notice> = {}, message?: string): string {
  const shipped = { shippedIn: proof.includes(RELEASE) ? 'v2.4.0' : undefined, proof };
  const notice = { key: KEY, repo: 'octo/app', shipped, canonical: undefined, page: undefined, ...more };
  const comment = composeComment(notice, wordsFor(locale, {}), message) ?? '';
  expect(comment.endsWith(`\n\n${markerOf(KEY)}`)).toBe(true);
  return comment.split('\n\n<!--')[0]?.replaceAll(/\]\([^)]*\)/g, ']') ?? '';
}

/** In a release with five pull requests and a page; merged, one and two; a duplicate in a release, and merged. */
const every = (locale: string): string[] => [
  tell(locale, [RELEASE, ...[1, 2, 3, 4, 5].map(pull)], {
    page: 'https://octo.github.test/app/feedback/42/',
  }),
  tell(locale, [pull(1)]),
  tell(locale, [pull(1), pull(2)]),
  tell(locale, [RELEASE], { canonical }),
  tell(locale, [RELEASE, pull(1), pull(2), pull(3), pull(4)], { canonical }),
  tell(locale, [pull(1)], { canonical }),
];

const TOLD: Readonly<Record<string, string[]>> = {
  ar: [
    'صدر هذا الطلب في [`v2.4.0`]، مع [#1] و[#2] و[#3] و2 غيرها. شكرًا على طلبك. [عرضه في خارطة الطريق].',
    'صدر هذا الطلب: دُمج [#1]. شكرًا على طلبك.',
    'صدر هذا الطلب: دُمج [#1] و[#2]. شكرًا على طلبك.',
    'هذا الطلب هو نفسه [#42]، وقد صدر في [`v2.4.0`]. شكرًا على طلبك.',
    'هذا الطلب هو نفسه [#42]، وقد صدر في [`v2.4.0`]، مع [#1] و[#2] و[#3] و1 غيرها. شكرًا على طلبك.',
    'هذا الطلب هو نفسه [#42]، وقد صدر: دُمج [#1]. شكرًا على طلبك.',
  ],
  de: [
    'Das ist in [`v2.4.0`] erschienen, mit [#1], [#2], [#3] und noch 2. Danke für den Wunsch. [Auf der Roadmap ansehen].',
    'Das ist erschienen: [#1] ist übernommen. Danke für den Wunsch.',
    'Das ist erschienen: [#1] und [#2] sind übernommen. Danke für den Wunsch.',
    'Das ist derselbe Wunsch wie [#42]; er ist in [`v2.4.0`] erschienen. Danke für den Wunsch.',
    'Das ist derselbe Wunsch wie [#42]; er ist in [`v2.4.0`] erschienen, mit [#1], [#2], [#3] und noch 1. Danke für den Wunsch.',
    'Das ist derselbe Wunsch wie [#42]; er ist erschienen: [#1] ist übernommen. Danke für den Wunsch.',
  ],
  en: [
    'This has shipped in [`v2.4.0`], with [#1], [#2], [#3], and 2 more. Thank you for asking. [See it on the roadmap].',
    'This has shipped: [#1] is merged. Thank you for asking.',
    'This has shipped: [#1] and [#2] are merged. Thank you for asking.',
    'This is the same request as [#42], which has shipped in [`v2.4.0`]. Thank you for asking.',
    'This is the same request as [#42], which has shipped in [`v2.4.0`], with [#1], [#2], [#3], and 1 more. Thank you for asking.',
    'This is the same request as [#42], which has shipped: [#1] is merged. Thank you for asking.',
  ],
  es: [
    'Esta petición se ha publicado en [`v2.4.0`], con [#1], [#2], [#3] y 2 más. Gracias por pedirlo. [Ver en la hoja de ruta].',
    'Esta petición se ha publicado: [#1] está fusionado. Gracias por pedirlo.',
    'Esta petición se ha publicado: [#1] y [#2] están fusionados. Gracias por pedirlo.',
    'Es la misma petición que [#42], que se ha publicado en [`v2.4.0`]. Gracias por pedirlo.',
    'Es la misma petición que [#42], que se ha publicado en [`v2.4.0`], con [#1], [#2], [#3] y 1 más. Gracias por pedirlo.',
    'Es la misma petición que [#42], que se ha publicado: [#1] está fusionado. Gracias por pedirlo.',
  ],
  fr: [
    'Cette demande est livrée dans [`v2.4.0`], avec [#1], [#2], [#3] et 2 autres. Merci pour cette demande. [Voir sur la feuille de route].',
    'Cette demande est livrée : [#1] est fusionnée. Merci pour cette demande.',
    'Cette demande est livrée : [#1] et [#2] sont fusionnées. Merci pour cette demande.',
    'C’est la même demande que [#42], qui est livrée dans [`v2.4.0`]. Merci pour cette demande.',
    'C’est la même demande que [#42], qui est livrée dans [`v2.4.0`], avec [#1], [#2], [#3] et 1 autre. Merci pour cette demande.',
    'C’est la même demande que [#42], qui est livrée : [#1] est fusionnée. Merci pour cette demande.',
  ],
  ja: [
    'この要望は [`v2.4.0`] で公開されました（[#1]、[#2]、[#3]、ほか 2 件）。ご要望ありがとうございました。[ロードマップで見る]。',
    'この要望は公開されました。[#1] がマージ済みです。ご要望ありがとうございました。',
    'この要望は公開されました。[#1]、[#2] がマージ済みです。ご要望ありがとうございました。',
    '[#42] と同じ内容の要望です。[`v2.4.0`] で公開されました。ご要望ありがとうございました。',
    '[#42] と同じ内容の要望です。[`v2.4.0`] で公開されました（[#1]、[#2]、[#3]、ほか 1 件）。ご要望ありがとうございました。',
    '[#42] と同じ内容の要望です。公開されました。[#1] がマージ済みです。ご要望ありがとうございました。',
  ],
  'pt-BR': [
    'Este pedido foi entregue em [`v2.4.0`], com [#1], [#2], [#3] e mais 2. Agradecemos o pedido. [Ver no roadmap].',
    'Este pedido foi entregue: [#1] está mesclado. Agradecemos o pedido.',
    'Este pedido foi entregue: [#1] e [#2] estão mesclados. Agradecemos o pedido.',
    'É o mesmo pedido que [#42], que foi entregue em [`v2.4.0`]. Agradecemos o pedido.',
    'É o mesmo pedido que [#42], que foi entregue em [`v2.4.0`], com [#1], [#2], [#3] e mais 1. Agradecemos o pedido.',
    'É o mesmo pedido que [#42], que foi entregue: [#1] está mesclado. Agradecemos o pedido.',
  ],
  'zh-CN': [
    '此需求已在 [`v2.4.0`] 中发布，相关改动见 [#1]、[#2]、[#3]和另外 2 个。感谢您提出需求。[在路线图上查看]。',
    '此需求已发布：[#1] 已合并。感谢您提出需求。',
    '此需求已发布：[#1]和[#2] 已合并。感谢您提出需求。',
    '此需求与 [#42] 相同，已在 [`v2.4.0`] 中发布。感谢您提出需求。',
    '此需求与 [#42] 相同，已在 [`v2.4.0`] 中发布，相关改动见 [#1]、[#2]、[#3]和另外 1 个。感谢您提出需求。',
    '此需求与 [#42] 相同，已发布：[#1] 已合并。感谢您提出需求。',
  ],
};

describe('the comment, whole', () => {
  test('there is one for every language of the interface', () =>
    expect(Object.keys(TOLD)).toEqual(Object.keys(TABLES)));
  test.each(Object.entries(TOLD))('in %s', (locale, told) => expect(every(locale)).toEqual(told));
});

test('nothing in any language mentions somebody, closes an issue or hides the marker', () => {
  const spoken = Object.values(TABLES).flatMap((table) =>
    Object.entries(table).flatMap(([key, message]) =>
      isToldOnGitHub(key) ? (typeof message === 'string' ? [message] : Object.values(message)) : [],
    ),
  );
  expect(spoken.length).toBeGreaterThan(100);
  expect(spoken.flatMap(refusedIn)).toEqual([]);
});

describe('a message of the settings', () => {
  test('has its own words, and variables in the language of the site', () =>
    expect(tell('de', [RELEASE, pull(1), pull(2)], {}, 'Fertig: {work}, in {release}.\n{thanks}')).toBe(
      'Fertig: [#1] und [#2], in [`v2.4.0`]. Danke für den Wunsch.',
    ));
  test('that names no canonical request has it named before', () =>
    expect(tell('fr', [pull(1)], { canonical }, 'Voici : {work}.')).toBe(
      'C’est la même demande que [#42]. Voici : [#1].',
    ));
});

describe('a language of the site’s own', () => {
  const dutch = {
    sentence: '{words}.',
    'notice.shipped': 'Dit zit in {release}.',
    'notice.shippedWith': 'Dit zit in {release}, met {work}.',
    'notice.merged': { one: 'Dit is klaar: {work} is samengevoegd.', other: 'Dit is klaar: {work}.' },
    'notice.same': 'Dit is hetzelfde verzoek als {canonical}.',
    'notice.sameShipped': 'Hetzelfde als {canonical}, en dat zit in {release}.',
    'notice.sameShippedWith': 'Hetzelfde als {canonical}, en dat zit in {release}, met {work}.',
    'notice.sameMerged': { one: 'Hetzelfde als {canonical}: {work}.', other: 'Als {canonical}: {work}.' },
    'notice.more': { one: 'nog {count}', other: 'nog {count}' },
    'notice.release': 'een versie',
    'notice.page': 'Bekijk het op de routekaart',
    'notice.thanks': 'Bedankt voor het verzoek.',
  };
  const say = (words: Table): string => {
    const shipped = { shippedIn: undefined, proof: [pull(1), pull(2)] };
    const notice = { key: KEY, repo: 'octo/app', shipped, canonical: undefined, page: undefined };
    return composeComment(notice, wordsFor('nl', words))?.split(' [')[0] ?? '';
  };
  afterAll(() => useOwnWords('nl', {}));

  test('is spoken where it has all the words of a comment', () => expect(say(dutch)).toBe('Dit is klaar:'));
  test('is not mixed with English: a comment that lacks a word is English', () => {
    const others = Object.entries(dutch).filter(([key]) => key !== 'notice.thanks');
    expect(say(Object.fromEntries(others))).toBe('This has shipped:');
  });
});
