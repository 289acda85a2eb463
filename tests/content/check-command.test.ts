import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { contentFolder, itemFile } from './folder.ts';

const CLI = fileURLToPath(new URL('../../scripts/cli.ts', import.meta.url));

/** Runs `milepost check` as people do, in a process of its own; the folder's own name is taken out of what it says. */
function check(
  folder: string,
  ...options: string[]
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [CLI, 'check', '--content', folder, ...options],
    { encoding: 'utf8' },
  );
  const plain = (text: string): string => text.replaceAll(folder, 'content');
  return { status, stdout: plain(stdout), stderr: plain(stderr) };
}

test('content without problems is status 0, with nothing in the report', async () => {
  const folder = await contentFolder({
    'feedback/1.md': itemFile(),
    'changelog/v1.md': '---\ntitle: One\nversion: v1\n---\n',
  });
  expect(check(folder)).toEqual({
    status: 0,
    stdout: '1 item, 1 changelog entry: no problems\n',
    stderr: '',
  });
  expect(check(folder, '--json')).toEqual({ status: 0, stdout: '{\n  "problems": []\n}\n', stderr: '' });
});

test('an error is status 1; a warning is status 0, and 1 for the strict', async () => {
  const declined = itemFile().replace('"open"', 'declined');
  const warned = await contentFolder({ 'feedback/1.md': declined });
  expect(check(warned).status).toBe(0);
  expect(check(warned, '--strict').status).toBe(1);

  const wrong = await contentFolder({
    'feedback/1.md': declined,
    'feedback/2.md': itemFile('title: Twice\n'),
  });
  expect(check(wrong)).toEqual({
    status: 1,
    stdout: `error: content/feedback/2.md:5: expected Markdown with YAML front matter; got duplicated mapping key. Mend the line.
warning: content/feedback/1.md:2 response: expected a reason, since the item is declined; got nothing. Add \`response:\` with a sentence for the people who asked.
1 item, 0 changelog entries: 2 problems
`,
    stderr: '',
  });
});

test('the report has every part of every problem', async () => {
  const folder = await contentFolder({ 'feedback/1.md': itemFile().replace('"open"', 'opn') });
  const { status, stdout, stderr } = check(folder, '--json');
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({
    problems: [
      {
        file: 'content/feedback/1.md',
        line: 3,
        field: 'status',
        level: 'error',
        expected: 'one of open, under-review, planned, in-progress, closed, shipped, declined',
        got: '"opn"',
        remedy: 'Did you mean "open"?',
      },
    ],
  });
});

test('wrong settings are status 2, told to people and to machines', async () => {
  const folder = await contentFolder({ 'milepost.yml': 'locale: english\ntheme:\n  sign: red\n' });
  const { status, stdout, stderr } = check(folder, '--json');
  expect(status).toBe(2);
  expect(stderr)
    .toBe(`content/milepost.yml:1 locale: expected a language tag, such as en or pt-BR; got "english". Mend it.
content/milepost.yml:3 theme.sign: expected a colour as six hex digits, such as "#0b6b3a"; got "red". Mend it.
`);
  const report: unknown = JSON.parse(stdout);
  expect(report).toMatchObject({
    problems: [
      { line: 1, field: 'locale' },
      { line: 3, field: 'theme.sign' },
    ],
  });
});

test('a folder that is not there is status 2', async () => {
  const missing = join(await contentFolder({}), 'contents');
  expect(check(missing)).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'content: no such folder. Name the content folder with --content, or make it with `milepost sync`.\n',
  });
});

test('components and stylesheets that are not there are told with their lines', async () => {
  const folder = await contentFolder({
    'milepost.yml': 'components:\n  Footer: ./src/Fotter.astro\ncss:\n  - ./src/none.css\n',
  });
  expect(check(folder)).toEqual({
    status: 1,
    stdout: `error: content/milepost.yml:2 components.Footer: expected a file, from the project’s root; got "./src/Fotter.astro". There is no ${resolve('src/Fotter.astro')}.
error: content/milepost.yml:4 css.0: expected a file, from the project’s root; got "./src/none.css". There is no ${resolve('src/none.css')}.
0 items, 0 changelog entries: 2 problems
`,
    stderr: '',
  });
});
