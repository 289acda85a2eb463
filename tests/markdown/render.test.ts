import { describe, expect, test } from 'vitest';
import { renderUntrusted } from '../../src/markdown/render.ts';

const REL = 'rel="nofollow ugc noopener noreferrer"';
const GITHUB = 'https://github.com/owner/name';
const render = (markdown: string) => renderUntrusted(markdown, { repo: 'owner/name' });

describe('what GitHub shows, we show', () => {
  const cases: [name: string, markdown: string, html: string][] = [
    ['a newline in a paragraph is a line break', 'one\ntwo', '<p dir="auto">one<br>\ntwo</p>'],
    ['two spaces at a line end are one break, not two', 'one  \ntwo', '<p dir="auto">one<br>\ntwo</p>'],
    ['a <br> before a newline is one break', 'one<br>\ntwo', '<p dir="auto">one<br>\ntwo</p>'],
    [
      'a newline between two bold words is a break',
      '**a**\n**b**',
      '<p dir="auto"><strong>a</strong><br>\n<strong>b</strong></p>',
    ],
    [
      'a newline in code stays a newline',
      '```\na\nb\n```',
      '<pre tabindex="0" dir="auto"><code>a\nb\n</code></pre>',
    ],
    [
      'code keeps its language',
      '```ts\na\n```',
      '<pre tabindex="0" dir="auto"><code class="language-ts">a\n</code></pre>',
    ],
    ['a lone tilde pair strikes out', '~~no~~', '<p dir="auto"><del>no</del></p>'],
    [
      'kbd, sub and sup stay',
      '<kbd>Ctrl</kbd> H<sub>2</sub>O',
      '<p dir="auto"><kbd>Ctrl</kbd> H<sub>2</sub>O</p>',
    ],
    [
      'an old tag gets its new name',
      '<strike>no</strike> <tt>x</tt>',
      '<p dir="auto"><s>no</s> <code>x</code></p>',
    ],
    [
      'details start closed and keep Markdown inside',
      '<details open>\n<summary>More</summary>\n\n**x**\n\n</details>',
      '<details><summary dir="auto">More</summary>\n\n<p dir="auto"><strong>x</strong></p>\n</details>',
    ],
    [
      'details without a summary are given one',
      '<details>\n\nx\n\n</details>',
      '<details><summary dir="auto">Details</summary>\n<p dir="auto">x</p>\n</details>',
    ],
    [
      'front matter is text like any other',
      '---\n\nHello\n\n---\n\nWorld',
      '<hr>\n<p dir="auto">Hello</p>\n<hr>\n<p dir="auto">World</p>',
    ],
    ['a comment is not shown', 'a\n\n<!-- hidden -->\n\nb', '<p dir="auto">a</p>\n\n<p dir="auto">b</p>'],
    [
      'a tag that would swallow the rest is shown as text',
      'support <script> tags\n\nplease',
      '<p dir="auto">support &#x3C;script> tags</p>\n<p dir="auto">please</p>',
    ],
    ['a mention is plain text', 'ask @octocat, @org/team', '<p dir="auto">ask @octocat, @org/team</p>'],
    ['centred text becomes a class', '<p align="center">x</p>', '<p class="align-center" dir="auto">x</p>'],
    [
      'bare words between blocks get a paragraph',
      '<div>a</div>b <b>c</b>',
      '<div dir="auto">a</div><p dir="auto">b <b>c</b></p>',
    ],
    ['an ordered list keeps its start', '3. a', '<ol start="3" dir="auto">\n<li>a</li>\n</ol>'],
  ];
  test.each(cases)('%s', (_name, markdown, html) => expect(render(markdown)).toBe(html));

  test('an alert is a box with a title', () => {
    expect(render('> [!WARNING]\n> Mind\n> the gap')).toBe(
      '<div class="alert alert-warning"><p class="alert-title" dir="auto">Warning</p>\n' +
        '<p dir="auto">Mind<br>\nthe gap</p>\n</div>',
    );
  });

  test('a quote that only mentions an alert stays a quote', () => {
    expect(render('> [!NOTE] a')).toBe('<blockquote>\n<p dir="auto">[!NOTE] a</p>\n</blockquote>');
  });

  test('a task list has disabled checkboxes with a name', () => {
    expect(render('- [ ] a\n- [x] b')).toBe(
      '<ul class="contains-task-list" dir="auto">\n' +
        '<li class="task-list-item"><input type="checkbox" disabled aria-label="To do"> a</li>\n' +
        '<li class="task-list-item"><input type="checkbox" checked disabled aria-label="Done"> b</li>\n</ul>',
    );
  });

  test('a checkbox outside a task list goes', () => {
    expect(render('a <input type="checkbox"> b <input>')).toBe('<p dir="auto">a  b </p>');
  });

  test('a table scrolls in a box that a keyboard reaches, and keeps its alignment', () => {
    expect(render('|a|b|\n|-|-:|\n|1|2|').replaceAll('\n', '')).toBe(
      '<div class="scroll" tabindex="0" role="region" aria-label="Table"><table><thead><tr>' +
        '<th dir="auto">a</th><th class="align-right" dir="auto">b</th></tr></thead><tbody><tr>' +
        '<td dir="auto">1</td><td class="align-right" dir="auto">2</td></tr></tbody></table></div>',
    );
  });

  test('footnotes lead there and back, with one prefix', () => {
    expect(render('a[^1]\n\n[^1]: note').replaceAll('\n', '')).toBe(
      '<p dir="auto">a<sup><a id="user-content-fnref-1" href="#user-content-fn-1" class="footnote-ref">1</a></sup></p>' +
        '<section class="footnotes"><h3 class="sr-only" dir="auto">Footnotes</h3><ol><li id="user-content-fn-1">' +
        '<p dir="auto">note <a href="#user-content-fnref-1" class="footnote-back" aria-label="Back to reference 1">↩</a>' +
        '</p></li></ol></section>',
    );
  });
});

describe('headings', () => {
  const levels = (markdown: string, headingOffset?: number) =>
    [...renderUntrusted(markdown, { headingOffset }).matchAll(/<(h\d)/g)].map(([, tag]) => tag).join(' ');

  test('a body begins at h3 and skips no level', () => {
    expect(levels('# a\n## b\n### c\n# d')).toBe('h3 h4 h5 h3');
    expect(levels('### Description\n### Steps\n##### Detail')).toBe('h3 h3 h4');
  });

  test('nothing is deeper than h6', () => {
    expect(levels('# a\n## b\n### c\n#### d\n##### e\n###### f')).toBe('h3 h4 h5 h6 h6 h6');
  });

  test('the offset is the number of levels above', () => expect(levels('# a\n## b', 3)).toBe('h4 h5'));

  test('links to a heading, an anchor and a prefixed anchor find it', () => {
    expect(render('# A b\n[1](#a-b) [2](#x) [3](#user-content-x) <a name="x"></a>')).toBe(
      '<h3 id="user-content-a-b" dir="auto">A b</h3>\n<p dir="auto"><a href="#user-content-a-b">1</a> ' +
        '<a href="#user-content-x">2</a> <a href="#user-content-x">3</a> <a id="user-content-x"></a></p>',
    );
  });

  test('two bodies on one page have their own ids', () => {
    expect(renderUntrusted('# A', { scope: 'v1-2' })).toBe('<h3 id="user-content-v1-2-a" dir="auto">A</h3>');
  });

  test('an id that is there twice is kept once', () => {
    expect(render('<p id=a>1</p><p id=a>2</p>')).toBe(
      '<p id="user-content-a" dir="auto">1</p><p dir="auto">2</p>',
    );
  });
});

describe('links', () => {
  const link = (href: string, text: string) => `<p dir="auto"><a href="${href}" ${REL}>${text}</a></p>`;
  const hash = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';
  const cases: [markdown: string, html: string][] = [
    ['#12', link(`${GITHUB}/issues/12`, '#12')],
    ['GH-12', link(`${GITHUB}/issues/12`, 'GH-12')],
    ['other/place#7', link('https://github.com/other/place/issues/7', 'other/place#7')],
    [hash, link(`${GITHUB}/commit/${hash}`, '<code>da39a3e</code>')],
    ['[a](docs/a.md)', link(`${GITHUB}/blob/HEAD/docs/a.md`, 'a')],
    ['[a](../wiki)', link(`${GITHUB}/wiki`, 'a')],
    ['[a](/other)', link('https://github.com/other', 'a')],
    ['[a](//b.example/c)', link('https://b.example/c', 'a')],
    ['[a](HTTPS://b.example)', link('https://b.example/', 'a')],
    ['[a](https://me:secret@b.example/)', link('https://b.example/', 'a')],
    ['www.b.example', link('http://www.b.example/', 'www.b.example')],
    ['me@b.example', '<p dir="auto"><a href="mailto:me@b.example">me@b.example</a></p>'],
    ['[a](javascript:alert)', '<p dir="auto">a</p>'],
    ['[a](data:text/html,x)', '<p dir="auto">a</p>'],
    ['`#12` x#12 /#12 #12a &#35;0', '<p dir="auto"><code>#12</code> x#12 /#12 #12a #0</p>'],
  ];
  test.each(cases)('%s', (markdown, html) => expect(render(markdown)).toBe(html));

  test('a reference in a link stays in that link', () => {
    expect(render('[see #12](https://b.example/)')).toBe(link('https://b.example/', 'see #12'));
  });

  test('without a repository, references and relative links are text', () => {
    expect(renderUntrusted('#12 other/place#7 [a](docs/a.md) ![b](b.png)', {})).toBe(
      '<p dir="auto">#12 other/place#7 a b</p>',
    );
  });

  test('another GitHub is linked where it is', () => {
    expect(renderUntrusted('#1', { repo: 'o/n', githubUrl: 'https://git.example.com/' })).toBe(
      link('https://git.example.com/o/n/issues/1', '#1'),
    );
  });

  test('a repository that is not a name counts as none', () => {
    expect(renderUntrusted('#1', { repo: 'o/n"><script>' })).toBe('<p dir="auto">#1</p>');
  });
});

describe('nothing is loaded: media are links', () => {
  const image = (href: string, text: string, kind = 'image') =>
    `<a class="${kind}-link" href="${href}" ${REL}>${text}</a>`;
  const cases: [markdown: string, inside: string][] = [
    ['![alt](https://b.example/a.png)', image('https://b.example/a.png', 'alt')],
    ['![](https://b.example/a.png)', image('https://b.example/a.png', 'Image')],
    ['![a](shot.png)', image(`${GITHUB}/blob/HEAD/shot.png`, 'a')],
    ['![a](data:image/png;base64,AA)', 'a'],
    [
      '[![badge](https://b.example/a.png)](https://c.example/)',
      `<a href="https://c.example/" ${REL}>badge</a>`,
    ],
    ['<img src="https://b.example/a.png" width=9 alt=x>', image('https://b.example/a.png', 'x')],
    [
      'a <picture><source srcset="https://b.example/1.png 2x"><img src="https://b.example/2.png"></picture>',
      `a ${image('https://b.example/2.png', 'Image')}`,
    ],
    [
      'a <picture><source srcset="https://b.example/1.png 2x, x"></picture>',
      `a ${image('https://b.example/1.png', 'Image')}`,
    ],
    [
      'a <video src="https://b.example/v.mp4"></video>',
      `a ${image('https://b.example/v.mp4', 'Video', 'video')}`,
    ],
    [
      'a <video><source src="https://b.example/v.mp4"></video>',
      `a ${image('https://b.example/v.mp4', 'Video', 'video')}`,
    ],
    [
      'a <audio src="https://b.example/s.ogg"></audio>',
      `a ${image('https://b.example/s.ogg', 'Audio', 'audio')}`,
    ],
  ];
  test.each(cases)('%s', (markdown, inside) => expect(render(markdown)).toBe(`<p dir="auto">${inside}</p>`));
});

describe('direction and words', () => {
  test('a block with words takes its direction from them, a block around blocks does not', () => {
    expect(render('> مرحبا\n\n- שלום\n- b')).toBe(
      '<blockquote>\n<p dir="auto">مرحبا</p>\n</blockquote>\n<ul dir="auto">\n<li>שלום</li>\n<li>b</li>\n</ul>',
    );
  });

  test('marks that turn text around, controls and half characters are taken out', () => {
    expect(render('a\u202Eb\u2066c &#x202E;d\0e\u0007f\uD800 \uFEFFg')).toBe('<p dir="auto">abc def� g</p>');
  });

  test('the words that we add can be in another language', () => {
    expect(
      renderUntrusted('- [x] a\n\n![](https://b.example/)', { words: { done: 'Fertig', image: 'Bild' } }),
    ).toBe(
      '<ul class="contains-task-list" dir="auto">\n<li class="task-list-item">' +
        '<input type="checkbox" checked disabled aria-label="Fertig"> a</li>\n</ul>\n' +
        `<p dir="auto"><a class="image-link" href="https://b.example/" ${REL}>Bild</a></p>`,
    );
  });

  test('nothing renders as nothing', () => expect(render(' \n<!-- x -->\n<p></p>\n\n#')).toBe(''));
});
