import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Content, readContent, SettingsError } from '../../src/content/read.ts';
import { formatProblem } from '../../src/model/problem.ts';
import { contentFolder, itemFile, MISSION } from './folder.ts';

const LATIN_1 = Uint8Array.from([0x2d, 0x2d, 0x2d, 0x0a, 0x74, 0x3a, 0x20, 0xfc, 0x0a]);

interface Read extends Content {
  ids: string[];
  /** `error content/feedback/1.md:2 …`: the folder's own name is taken out. */
  told: string[];
}

async function read(files: Readonly<Record<string, string | Uint8Array>>): Promise<Read> {
  const folder = await contentFolder(files);
  const content = await readContent(folder);
  const told = content.problems.map(
    (problem) => `${problem.level} ${formatProblem(problem).replace(folder, 'content')}`,
  );
  return { ...content, ids: content.items.map(({ id }) => id), told };
}

describe('a content folder', () => {
  test('that is empty has nothing, and nothing is wrong', async () => {
    const { ids, entries, mission, settings, told } = await read({});
    expect({ ids, entries, mission, title: settings.title, told }).toEqual({
      ids: [],
      entries: [],
      mission: undefined,
      title: undefined,
      told: [],
    });
  });

  test('is read whole, items by number, then by name', async () => {
    const content = await read({
      'milepost.yml': 'title: Ours\n',
      'mission.mdx': MISSION,
      'feedback/10.md': itemFile('number: 10\nrepo: octo/app\npillar: board\n'),
      'feedback/9.md': itemFile('number: 9\nrepo: octo/app\nduplicateOf: 10\n'),
      'feedback/mail-1.md': itemFile(),
      'changelog/v1.md': '---\ntitle: One\nversion: v1\n---\nNews.\n',
      'ledger/votes.tsv': '# item\tvotes\tcomments\n9\t4\t1\n',
      'ledger/sync.json': '{"syncedAt":"2026-01-02T00:00:00Z","watermarks":{}}\n',
    });
    expect(content.told).toEqual([]);
    expect(content.ids).toEqual(['9', '10', 'mail-1']);
    expect(content.settings.title).toBe('Ours');
    expect(content.mission?.pillars).toHaveLength(1);
    expect(content.entries).toMatchObject([{ id: 'v1', body: 'News.\n' }]);
    expect(content.tallies.get('9')).toEqual({ votes: 4, comments: 1 });
    expect(content.state.syncedAt).toBe('2026-01-02T00:00:00Z');
  });

  test('may hold files that are none of ours: others, hidden ones, folders and links', async () => {
    const folder = await contentFolder({
      'feedback/1.md': itemFile(),
      'feedback/.2.md': 'x',
      'feedback/notes.txt': 'x',
      'feedback/3.mdx': '{process.env}',
    });
    await mkdir(join(folder, 'feedback/4.md'));
    await symlink('/etc/hostname', join(folder, 'feedback/5.md'));
    const { items, problems } = await readContent(folder);
    expect(items.map(({ id }) => id)).toEqual(['1']);
    expect(problems).toEqual([]);
  });
});

describe('one bad file is told, and harms no other', () => {
  const bad = async (file: string | Uint8Array, name = '2'): Promise<string[]> => {
    const { ids, told } = await read({
      'feedback/1.md': itemFile(),
      [`feedback/${name}.md`]: file,
      'feedback/3.md': itemFile(),
    });
    expect(ids).toEqual(['1', '3']);
    return told;
  };

  test('that is not UTF-8', async () =>
    expect(await bad(LATIN_1)).toEqual([
      'error content/feedback/2.md: expected text in UTF-8; got other bytes. Save the file as UTF-8.',
    ]));

  test('with broken YAML', async () =>
    expect(await bad('---\ntitle: "A wish\nstatus: open\n---\n')).toEqual([
      'error content/feedback/2.md:4: expected Markdown with YAML front matter; got unexpected end of the stream within a double quoted scalar. Mend the line.',
    ]));

  test('with a key twice', async () =>
    expect(await bad(itemFile('title: Another\n'))).toEqual([
      'error content/feedback/2.md:5: expected Markdown with YAML front matter; got duplicated mapping key. Mend the line.',
    ]));

  test('with front matter that is code', async () =>
    expect(await bad('---js\n{ title: process.exit(1) }\n---\n')).toEqual([
      'error content/feedback/2.md:1: expected Markdown with YAML front matter; got no front matter: a line `---`, YAML, a line `---`. Mend the line.',
    ]));

  test('that is empty', async () =>
    expect(await bad('')).toEqual([
      'error content/feedback/2.md:1: expected Markdown with YAML front matter; got no front matter: a line `---`, YAML, a line `---`. Mend the line.',
    ]));

  test('whose name is no id', async () =>
    expect(await bad(itemFile(), 'Zwei')).toEqual([
      'error content/feedback/Zwei.md:1: expected a file name of lower-case letters, digits and hyphens; got "Zwei". Rename the file.',
    ]));
});

test('hostile bodies are read as the text that they are', async () => {
  const bodies = [
    '---js\nprocess.exit(1)\n---\n',
    '---\nstatus: shipped\n---\n',
    '{process.env}\n',
    '![](../../../../etc/passwd)\n',
    '<script>alert(1)</script>\n',
  ];
  const files = bodies.map((body, n) => [`feedback/${n + 1}.md`, itemFile('', body)]);
  const { items, told } = await read(Object.fromEntries(files));
  expect(items.map(({ body }) => body)).toEqual(bodies);
  expect(told).toEqual([]);
});

describe('what no file can know alone is checked', () => {
  const STATUSES = 'open, under-review, planned, in-progress, closed, shipped, declined';
  const withStatus = (status: string, lines = ''): string => itemFile(lines).replace('"open"', status);
  const alone = async (file: string, more = {}): Promise<string[]> =>
    (await read({ 'feedback/1.md': file, ...more })).told;

  test('a status that no table has', async () =>
    expect(await alone(withStatus('plannd'))).toEqual([
      `error content/feedback/1.md:3 status: expected one of ${STATUSES}; got "plannd". Did you mean "planned"?`,
    ]));

  test('a status of the settings’ own table', async () => {
    const settings = {
      'milepost.yml': 'statuses:\n  - { id: wish, name: Wish, kind: open, description: Heard. }\n',
    };
    expect(await alone(withStatus('wish'), settings)).toEqual([]);
    expect(await alone(withStatus('open'), settings)).toEqual([
      'error content/feedback/1.md:3 status: expected one of wish; got "open". Mend it.',
    ]);
  });

  test('a pillar that the mission has not, when there is a mission', async () => {
    const lines = '# why\n\n"pillar": bord\n';
    expect(await alone(itemFile(lines))).toEqual([]);
    expect(await alone(itemFile(lines), { 'mission.mdx': MISSION })).toEqual([
      'warning content/feedback/1.md:7 pillar: expected one of board; got "bord". Did you mean "board"?',
    ]);
  });

  test('a canonical item that is not there, unless it is in another repository', async () => {
    expect(await alone(itemFile('duplicateOf: 99\n'))).toEqual([
      'warning content/feedback/1.md:5 duplicateOf: expected an item in this folder; got "99". Run `milepost sync --full`, or take the line out.',
    ]);
    expect(await alone(itemFile('duplicateOf: other/repo#99\n'))).toEqual([]);
  });

  test('merges that go round in a circle, once a circle', async () => {
    const merged = (into: string): string =>
      itemFile(`duplicateOf: "${into}"\n`).replace(/^number:.*\n/m, '');
    const files = {
      'feedback/a-1.md': merged('3'),
      'feedback/3.md': merged('2'),
      'feedback/2.md': merged('3'),
    };
    expect((await read({ ...files, 'feedback/9.md': merged('9') })).told).toEqual([
      'warning content/feedback/2.md:5 duplicateOf: expected merges that come to an end; got the circle 2 → 3 → 2. Take one of these merges back on GitHub; until then 2 stands for all of them.',
      'warning content/feedback/9.md:5 duplicateOf: expected merges that come to an end; got the circle 9 → 9. Take one of these merges back on GitHub; until then 9 stands for all of them.',
    ]);
  });

  test('two files for one issue', async () => {
    const { ids, told } = await read({
      'feedback/7.md': itemFile('number: 7\nrepo: octo/app\n'),
      'feedback/github-7.md': itemFile('repo: octo/app\nnumber: 7\n'),
      'feedback/docs-7.md': itemFile('number: 7\nrepo: octo/docs\n'),
    });
    expect(ids).toHaveLength(3);
    expect(told).toEqual([
      'error content/feedback/github-7.md:6 number: expected one file for each issue; got the same issue as 7.md. Keep one of the two files.',
    ]);
  });

  test('a declined item without a reason, unless it was merged', async () => {
    expect(await alone(withStatus('declined'))).toEqual([
      'warning content/feedback/1.md:2 response: expected a reason, since the item is declined; got nothing. Add `response:` with a sentence for the people who asked.',
    ]);
    expect(await alone(withStatus('declined', 'response: Out of scope.\n'))).toEqual([]);
    expect(await alone(withStatus('declined', 'duplicateOf: 2\n'), { 'feedback/2.md': itemFile() })).toEqual(
      [],
    );
  });

  test('a shipped item without proof, whatever the status is called', async () => {
    const message =
      'warning content/feedback/1.md:2 proof: expected a pull request or a release, since the item is shipped; got nothing. Add `proof:` with its address, or another status.';
    expect(await alone(withStatus('shipped'))).toEqual([message]);
    expect(
      await alone(withStatus('done'), {
        'milepost.yml': 'statuses: [{ id: done, name: Done, kind: shipped, description: Out. }]\n',
      }),
    ).toEqual([message]);
    expect(
      await alone(withStatus('shipped', 'proof:\n  - { kind: release, url: "https://x.test/", name: v1 }\n')),
    ).toEqual([]);
  });

  test('and a body is never taken for front matter when a line is looked for', async () =>
    expect(await alone(withStatus('declined').replace('Please.', 'response: none'))).toEqual([
      expect.stringMatching(/^warning content\/feedback\/1\.md:2 response: /),
    ]));
});

describe('the mission', () => {
  test('with mistakes is told, and the items are unharmed', async () => {
    const { ids, mission, told } = await read({
      'mission.mdx': MISSION.replace('promise', 'promis'),
      'feedback/1.md': itemFile(),
    });
    expect({ ids, pillars: mission?.pillars }).toEqual({ ids: ['1'], pillars: [] });
    expect(told).toEqual([
      'error content/mission.mdx:4 pillars.0.promise: expected text; got nothing. Add it.',
      'error content/mission.mdx:4 pillars.0.promis: expected one of id, name, promise, words; got "promis". Did you mean "promise"?',
    ]);
  });

  test('that is not UTF-8 is told', async () =>
    expect((await read({ 'mission.mdx': LATIN_1 })).told).toEqual([
      'error content/mission.mdx: expected text in UTF-8; got other bytes. Save the file as UTF-8.',
    ]));
});

describe('settings that are wrong stop the reading', () => {
  const stopped = async (settings: string | Uint8Array): Promise<unknown> => {
    const folder = await contentFolder({ 'milepost.yml': settings });
    return readContent(folder).then(
      () => 'read',
      (error: unknown) =>
        error instanceof SettingsError
          ? error.problems.map((problem) => formatProblem(problem).replace(folder, 'content'))
          : error,
    );
  };

  test('with all their problems', async () =>
    expect(await stopped('titel: x\nlocale: 1\n')).toEqual([
      expect.stringMatching(/^content\/milepost\.yml:1 titel: .* Did you mean "title"\?$/),
      'content/milepost.yml:2 locale: expected text; got 1. Put it in quotes.',
    ]));
  test('and are all that is seen of them where nobody takes them apart', async () => {
    const folder = await contentFolder({ 'milepost.yml': 'locale: 1\n' });
    await expect(readContent(folder)).rejects.toThrow(
      `The settings cannot be used.\n${folder}/milepost.yml:1 locale: expected text; got 1. Put it in quotes.`,
    );
  });
  test('with bytes that are no text', async () =>
    expect(await stopped(LATIN_1)).toEqual([
      'content/milepost.yml: expected text in UTF-8; got other bytes. Save the file as UTF-8.',
    ]));
});

test('a folder that cannot be read is not taken for an empty one', async () => {
  const folder = await contentFolder({});
  await writeFile(join(folder, 'feedback'), 'a file');
  expect((await readContent(folder)).items).toEqual([]);
  await mkdir(join(folder, 'milepost.yml'));
  await expect(readContent(folder)).rejects.toThrow('EISDIR');
});
