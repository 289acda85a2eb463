import { describe, expect, test } from 'vitest';
import { readKeepAChangelog } from '../../src/markdown/keep-a-changelog.ts';

const headings = (markdown: string): string[] =>
  readKeepAChangelog(markdown).sections.map(({ version, date = 'undated', isYanked, text }) =>
    [version, date, ...(isYanked ? ['yanked'] : []), JSON.stringify(text)].join(' '),
  );

const KEPT = `# Changelog

All notable changes. See [keep a changelog](https://keepachangelog.com).

## [Unreleased]

### Added

- What comes, see [#9].

## [1.1.0] - 2026-02-03

### Added

- Night mode, see [#7] and [the guide][].

### Fixed

- A slip.

## [1.0.1] - 2026-01-04 [YANKED]

- Broken.

## [1.0.0] - 2026-01-02

First.

[Unreleased]: https://example.com/compare/v1.1.0...HEAD
[1.1.0]: https://example.com/compare/v1.0.1...v1.1.0
[#7]: https://example.com/issues/7
[#9]: https://example.com/issues/9
[The  Guide]: https://example.com/guide "A title"
`;

describe('a changelog in the manner of keep a changelog', () => {
  test('is taken apart by versions, each with the links that it uses', () => {
    expect(readKeepAChangelog(KEPT)).toEqual({
      unreleased: '### Added\n\n- What comes, see [#9].\n\n[#9]: https://example.com/issues/9',
      sections: [
        {
          version: '1.1.0',
          date: '2026-02-03',
          isYanked: false,
          text: '### Added\n\n- Night mode, see [#7] and [the guide][].\n\n### Fixed\n\n- A slip.\n\n[#7]: https://example.com/issues/7\n[The  Guide]: https://example.com/guide "A title"',
        },
        { version: '1.0.1', date: '2026-01-04', isYanked: true, text: '- Broken.' },
        { version: '1.0.0', date: '2026-01-02', isYanked: false, text: 'First.' },
      ],
    });
  });

  test.each([
    ['## [1.2.0] - 2026-01-02', '1.2.0 2026-01-02'],
    ['## 1.2.0 (2026-01-02)', '1.2.0 2026-01-02'],
    ['## v1.2.0', 'v1.2.0 undated'],
    ['# [2.0.0](https://example.com/compare) (2026-01-02)', '2.0.0 2026-01-02'],
    ['## **1.2.0-rc.1** / 2026-01-02', '1.2.0-rc.1 2026-01-02'],
    ['## Version 1.2.0: The road, 2026-01-02', '1.2.0 2026-01-02'],
    ['## [1.2.0] - 2026-02-30', '1.2.0 undated'],
    ['1.2.0 / 2026-01-02\n==================', '1.2.0 2026-01-02'],
    ['## 1.2.0 - 2026-01-02 - [yanked]', '1.2.0 2026-01-02 yanked'],
  ])('has a version under %j', (heading, told) =>
    expect(headings(`${heading}\n\nNews.\n`)).toEqual([`${told} "News."`]),
  );

  test.each([
    '## 2 roads',
    '## Notes on 1.2.0',
    '### 1.2.0',
    '    ## 1.2.0',
    '- ## 1.2.0',
    '## ' + '['.repeat(400),
    '<!--\n## 1.2.0\n-->',
    '```\n## 1.2.0\n```',
    '~~~~md\n~~~\n## 1.2.0\n~~~~',
  ])('has none under %j', (heading) => expect(headings(`${heading}\n\nNews.\n`)).toEqual([]));

  test('keeps other headings, code and comments where they stand', () => {
    const text =
      '## Upgrading\n\n```md\n## 9.9.9\n[a]: https://example.com\n```\n\n<!-- a note -->\n\nTitle\n-----\n\nEnd.';
    expect(headings(`# Changes\n\n## 1.0.0\n\n${text}\n`)).toEqual([`1.0.0 undated ${JSON.stringify(text)}`]);
  });

  test('ends a version at a heading above it', () =>
    expect(headings('## 1.0.0\n\nNews.\n\n# Older versions\n\nElsewhere.\n')).toEqual([
      '1.0.0 undated "News."',
    ]));

  test('tells a version once, whichever way it is written', () =>
    expect(headings('## 1.0.0\nA\n## v1.0.0\nB\n')).toEqual(['1.0.0 undated "A"']));

  test.each([
    ['no such heading', '## 1.0.0\n', undefined],
    ['nothing below it', '## [Unreleased]\n\n## 1.0.0\n', ''],
    ['only a comment below it', '## Unreleased\n\n<!-- add\nhere -->\n', ''],
    ['line ends of Windows', '## Unreleased\r\n\r\n- One\r\n- Two\r\n', '- One\n- Two'],
  ])('says of what comes next, with %s', (_what, markdown, unreleased) =>
    expect(readKeepAChangelog(markdown).unreleased).toBe(unreleased),
  );

  test.each([
    ['brackets', '['.repeat(400_000)],
    ['lines of brackets', `## 1.0.0\n${'[a\n'.repeat(130_000)}`],
    ['definitions', `## 1.0.0\n\n${'[a]: <b\n'.repeat(20_000)}`],
    ['headings', '## 1.0.0\n'.repeat(20_000)],
    ['emphasis in headings', `## 1.0.0 ${'*a **a '.repeat(60)}\n`.repeat(500)],
    ['comments', '<!--'.repeat(100_000)],
    ['fences', '```\n'.repeat(100_000)],
    ['quotes', `## 1.0.0\n${'>'.repeat(400_000)}`],
    ['spaces', `## 1.0.0\n${' '.repeat(400_000)}x`],
    ['empty lines', `## 1.0.0\n${' \n'.repeat(200_000)}x`],
  ])('is read in time when it is full of %s', (_what, markdown) => {
    const began = performance.now();
    readKeepAChangelog(markdown);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
