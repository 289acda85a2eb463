import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { contentFolder } from '../content/folder.ts';
import { OTHERS } from '../derive/similar/wishes.ts';

const CLI = fileURLToPath(new URL('../../scripts/cli.ts', import.meta.url));

interface Fields {
  title: string;
  body?: string;
  status?: string;
  more?: string;
}

const file = ({ title, body = '', status = 'open', more = '' }: Fields): string =>
  `---\ntitle: ${JSON.stringify(title)}\nstatus: ${status}\ncreatedAt: "2026-01-01T00:00:00Z"\n${more}---\n${body}\n`;

/** Runs `milepost duplicates` as people do, over these items and ten that have nothing to do with them. */
async function duplicates(
  items: Readonly<Record<string, Fields>>,
  ...options: string[]
): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const others = OTHERS.map(({ id, ...fields }): [string, Fields] => [id, fields]);
  const folder = await contentFolder(
    Object.fromEntries(
      [...Object.entries(items), ...others].map(([id, fields]) => [`feedback/${id}.md`, file(fields)]),
    ),
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [CLI, 'duplicates', '--content', folder, ...options],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const DARK = {
  '1': { title: 'Dark mode for the editor', body: 'Bright pages hurt at night.' },
  '2': { title: 'Editor: a dark mode', body: 'At night, bright pages are painful.' },
  '3': { title: 'Print labels for parcels' },
};

test('lists a likely pair on one line, with the words that made it, and says what to do', async () =>
  expect(await duplicates(DARK)).toMatchInlineSnapshot(`
    {
      "status": 0,
      "stderr": "",
      "stdout": "0.62  1 Dark mode for the editor  =  2 Editor: a dark mode  (dark, mode, editor, bright, pages, night)
    1 likely pair among 13 requests. Nothing was merged: close one on GitHub as a duplicate of the other, or give its file \`duplicateOf:\` and the other’s id.
    ",
    }
  `));

test('reports the same to machines', async () => {
  const { status, stdout, stderr } = await duplicates(DARK, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
    {
      "pairs": [
        {
          "a": "1",
          "b": "2",
          "score": 0.617,
          "words": [
            "dark",
            "mode",
            "editor",
            "bright",
            "pages",
            "night",
          ],
        },
      ],
    }
  `);
});

test('leaves out pairs that are merged already, hidden, or both at their end', async () => {
  const { '1': first, '2': second } = DARK;
  for (const pair of [
    { '1': first, '2': { ...second, more: 'duplicateOf: 1\n' } },
    { '1': first, '2': { ...second, more: 'hidden: true\n' } },
    { '1': { ...first, status: 'shipped' }, '2': { ...second, status: 'closed' } },
  ])
    expect(await duplicates(pair)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^0 likely pairs/),
    });
});

test('tells of an open wish that is like one at its end', async () => {
  const { '1': first, '2': second } = DARK;
  const { stdout } = await duplicates({ '1': { ...first, status: 'shipped' }, '2': second });
  expect(stdout).toContain('1 Dark mode for the editor [Shipped]  =  2 Editor: a dark mode  (');
});

test('shows as many as asked for, and as little alike', async () => {
  const items = { ...DARK, '4': { title: 'Labels on parcels' }, '5': DARK['1'] };
  const names = async (...options: string[]): Promise<string[]> => {
    const { stdout } = await duplicates(items, ...options);
    return stdout
      .split('\n')
      .slice(0, -2)
      .map((line) => line.replace(/^\S+ {2}(\d+) .* {2}= {2}(\d+) .*$/, '$1 $2'));
  };
  expect(await names('--least', '0.9')).toEqual([]);
  expect(await names('--most', '1')).toEqual(['1 5']);
  expect(await names('--least', '0.2')).toEqual(['1 5', '1 2', '2 5', '3 4']);
});

test('spells out what could steer a terminal, and shortens long titles', async () => {
  const title = `\u001B[31mDark\u202E mode\u0007 ${'of the editor '.repeat(20)}`;
  const { stdout } = await duplicates({ '1': { title }, '2': { title } });
  expect(stdout).not.toMatch(/[\u001B\u202E\u0007]/);
  expect(stdout.split('\n')[0]?.length).toBeLessThan(300);
});

test.each([
  ['--least', 'much', '--least: expected a number from 0 to 1; got "much". Leave it out for 0.5.\n'],
  ['--least', '', '--least: expected a number from 0 to 1; got "". Leave it out for 0.5.\n'],
  ['--least', '1.5', '--least: expected a number from 0 to 1; got "1.5". Leave it out for 0.5.\n'],
  ['--most', '0', '--most: expected a whole number from 1; got "0". Leave it out for 50.\n'],
  ['--most', '2.5', '--most: expected a whole number from 1; got "2.5". Leave it out for 50.\n'],
])('%s %j is wrong usage', async (option, value, stderr) =>
  expect(await duplicates({}, `${option}=${value}`)).toEqual({ status: 2, stdout: '', stderr }),
);

test('a folder that is not there is wrong usage', () => {
  const { status, stderr } = spawnSync(process.execPath, [CLI, 'duplicates', '--content', '/nowhere'], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr:
      '/nowhere: no such folder. Name the content folder with --content, or make it with `milepost sync`.\n',
  });
});
