import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Files of a content folder, by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes a content folder into a fresh place; answers where. */
export async function writeContentFolder(files: Files): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), 'milepost-')), 'content');
  await mkdir(folder);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** An item's file. */
export function item(title: string, body: string, extra = ''): string {
  const moment = '2026-01-02T03:04:05Z';
  return `---\ntitle: ${JSON.stringify(title)}\nstatus: "open"\ncreatedAt: "${moment}"\n${extra}---\n${body}\n`;
}

const issue = (number: number): string =>
  `repo: "octo/tools"\nnumber: ${number}\nurl: "https://github.com/octo/tools/issues/${number}"\nauthor: "octocat"\n`;

const shipped = [
  'shippedIn: "v1.0.0"',
  'shippedAt: "2026-02-03T00:00:00Z"',
  'proof:',
  '  - kind: "pull-request"',
  '    url: "https://github.com/octo/tools/pull/9"',
  '    name: "#9"',
  '    at: "2026-02-02T00:00:00Z"',
  '',
].join('\n');

/** A canary that lies beside the content folder's items: no page may ever hold it. */
export const SECRET = 'canary-outside-the-content-folder';

/** An answer that cites a pillar, with an attack in it. */
const NO = 'It would need a server, and **`mend`** needs none. <img src=x onerror=alert(8)>';

/** A mission of which every text is hostile; its story places two parts by itself, one of them twice. */
const MISSION = [
  '---',
  'mission: "Help people fix <script>alert(5)</script> things at home."',
  'vision: "Nothing is thrown away that can be mended."',
  'strategy: ["Write it down.", "<img src=x onerror=alert(5)>"]',
  'formula: {who: "people", what: "fix <script>alert(5)</script> things", how: "at home"}',
  'values: ["</li><script>alert(5)</script>"]',
  `pillars: [{id: "mend", name: 'Mend "<b>it</b>" & more', promise: "It works <i>again</i>.", words: ["fix", "tags of all kinds", "</td><script>alert(6)</script>"]}]`,
  'impact:',
  '  - name: "Things <s>mended</s>"',
  '    unit: "<u>things</u>"',
  '    target: 9',
  '    source: "javascript:alert(7)"',
  '    points: [{date: "2025-03", value: 4}, {date: "2024", value: 2}]',
  '  - {name: "Things kept", unit: "things"}',
  'commitments: [{name: "Ethics", promise: "<b>x</b>", check: "<b>y</b>", date: "2026-13-45"}]',
  'reviewed: "2026-99"',
  'revisions: [{date: "2026-01", reason: "<script>alert(7)</script>"}]',
  'layout: "./nowhere.astro"',
  '---',
  '',
  'Why we **exist**.',
  '',
  '<Voice/>',
  '',
  'In between.',
  '',
  '<Alignment/>',
  '',
  '<Voice/>',
  '',
].join('\n');

/** What a bad day brings: hostile bodies and titles, broken files, merges, every status; `plain` is what must be unharmed. */
export const BAD_DAY: Files = {
  'milepost.yml': 'title: Tools & <b>Toys</b>\nrepositories: [octo/tools]\n',
  'secret.png': SECRET,
  'feedback/1.md': item('A plain wish', 'It would help **everyone**.', issue(1)),
  'feedback/2.md': item(
    '<script>alert(1)</script>',
    '<script>alert(2)</script><img src=x onerror=alert(3)>',
    issue(2),
  ),
  'feedback/3.md': item('😀'.repeat(300), 'Many faces', issue(3)),
  'feedback/4.md': item('Front matter in a body', '---js\nprocess.exit(3)\n---\nafter', issue(4)),
  'feedback/5.md': item('A rule first', '---\n\nHello\n\n---\n\nWorld', issue(5)),
  'feedback/6.md': item(
    'Pictures',
    `![a](../secret.png) ![b](../../../etc/hostname) ![c](%E0%A4%A) ![d](nope.png)`,
    issue(6),
  ),
  'feedback/7.md': item(
    'Braces',
    '{process.env} {1+1} <Foo/> import x from "y" __ASTRO_IMAGE_="x"',
    issue(7),
  ),
  'feedback/8.md': item('A bomb', `${'*a **a '.repeat(2_000)}`, issue(8)),
  'feedback/9.md': item('Merged away', 'The same in other words.', `${issue(9)}duplicateOf: "1"\n`),
  'feedback/19.md': item('Merged into somebody else’s', 'z', `${issue(19)}duplicateOf: "far/away#7"\n`),
  'feedback/10.md': item('It is out', 'Thank you', `${issue(10)}pillar: "mend"\n${shipped}`).replace(
    '"open"',
    '"shipped"',
  ),
  'feedback/11.md': item('No, sorry', 'Please', `${issue(11)}response: ${JSON.stringify(NO)}\n`).replace(
    '"open"',
    '"declined"',
  ),
  'feedback/12.md': '---\ntitle: "Broken\nstatus: open\n---\n',
  'feedback/13.md':
    '---\ntitle: "Twice"\ntitle: "Twice"\nstatus: "open"\ncreatedAt: "2026-01-02T03:04:05Z"\n---\n',
  'feedback/14.md': new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe, 0x00]),
  'feedback/15.md': '---js\nglobalThis.canary = true\n---\nbody',
  'feedback/16.md': item(
    'Tags of all kinds',
    'x',
    `${issue(16)}tags: ["C++", "C#", "../../x", "😀", "con", "<b>"]\n`,
  ),
  'feedback/canny-17.md': item(
    'From elsewhere',
    'y',
    'source: "canny"\nevidence:\n  - source: "email"\n    quote: "</script><script>alert(9)</script>"\n',
  ),
  'feedback/18.md': item('مرحبا بالعالم', 'نص عربي مع English', issue(18)),
  'changelog/v1.0.0.md':
    '---\ntitle: "One"\nversion: "v1.0.0"\npublishedAt: "2026-02-03T00:00:00Z"\n---\n<script>alert(4)</script> News for #1\n',
  'changelog/v0.9.0.md':
    '---\ntitle: "Nine"\nversion: "v0.9.0"\npublishedAt: "2026-01-03T00:00:00Z"\n---\n## New\n\nx\n',
  'changelog/v0.8.0.md':
    '---\ntitle: "Eight"\nversion: "v0.8.0"\npublishedAt: "2026-01-02T00:00:00Z"\n---\n## New\n\ny\n',
  'mission.mdx': MISSION,
  'ledger/votes.tsv': '# item\tvotes\tcomments\n1\t30\t4\n9\t3\t0\n',
  'ledger/sync.json': '{"syncedAt":"2026-03-04T05:06:07Z","watermarks":{}}\n',
};
