import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import { htmlToHast, markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { renderUntrusted } from '../../src/markdown/render.ts';
import { offences, skeleton } from './allow-list.ts';
import { CONTEXTS, fromCorpora, fromPackages, OWN } from './payloads.ts';

const render = (markdown: string) => renderUntrusted(markdown, { repo: 'owner/name' });

/** What is wrong with a rendered body: what it holds that it may not, or that a parser reads otherwise than written. */
function wrongWith(markdown: string): string[] {
  const html = render(markdown);
  const again = toHtml(htmlToHast(html, { fragment: true }));
  return [...offences(html), ...(again === html ? [] : [`read back as ${again} but written as ${html}`])];
}

function everyWrong(payloads: readonly string[]): string[] {
  return payloads.flatMap((payload) =>
    Object.entries(CONTEXTS).flatMap(([place, put]) =>
      wrongWith(put(payload)).map((wrong) => `${wrong} (${place}) from ${JSON.stringify(payload)}`),
    ),
  );
}

describe('a rendered body holds only what is allowed, and a parser reads it as it was written', () => {
  test(`our own ${OWN.length} payloads in 4 places`, () => expect(everyWrong(OWN)).toEqual([]));

  test('the naughty strings from npm in 4 places', () => {
    const payloads = fromPackages();
    expect(payloads.length).toBeGreaterThan(450);
    expect(everyWrong(payloads)).toEqual([]);
  });

  test('the shared corpora in 4 places, where they are', () => {
    const payloads = fromCorpora();
    if (payloads === undefined) {
      console.log('absent: ../shared/corpora is not on this machine; only our own payloads were tried.');
      return;
    }
    expect(payloads.length).toBeGreaterThan(280);
    expect(everyWrong(payloads)).toEqual([]);
  });

  test('tags thrown together at random', () => {
    const names =
      'a b p div li ul ol dl dd dt h1 h2 table tr td th tbody caption details summary pre code ruby rt img picture '
        .concat(
          'source video svg math mtext mi style title textarea form button select option object template noscript font ',
        )
        .concat('input section blockquote br hr frameset body html head marquee nobr center')
        .split(' ');
    const tag = fc.constantFrom(...names);
    const piece = fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `<${name} id=x href=/y src=z align=left onclick=alert(1)>`),
      tag.map((name) => `</${name}>`),
      fc.constantFrom(
        '\n',
        '\n\n',
        'text ',
        '> ',
        '- ',
        '* [x] ',
        '**',
        '`',
        '|',
        '\n|-|-|\n',
        '# ',
        '<!--',
        '-->',
        '[a](b)',
        '#1',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    const body = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(body, (markdown) => {
        expect(wrongWith(markdown)).toEqual([]);
      }),
      { numRuns: 3_000, seed: 20261122 },
    );
  });
});

test('the same check sees what Sätteri alone lets through', () => {
  const seen = OWN.filter((payload) => offences(markdownToHtml(payload).html).length > 0);
  expect(seen.length).toBeGreaterThan(70);
});

test('a body cannot close what is around it', () => {
  for (const payload of OWN) {
    const around = `<ul><li><article>${render(payload)}</article></li></ul><hr>`;
    expect(skeleton(around)).toEqual(['ul', 'li', 'article', ...skeleton(render(payload)), 'hr']);
  }
});
