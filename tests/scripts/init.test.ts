import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Flags, Stop, type World } from '../../scripts/command.ts';
import { gitIn } from '../../scripts/git/git.ts';
import { runInit } from '../../scripts/init.ts';
import { addressOf, DOMAIN, folderFor } from '../../scripts/init/place.ts';
import { repoIn } from '../../scripts/init/repository.ts';
import { parseMission, parseSettings } from '../../src/model/parse.ts';
import { readWorkflow } from '../workflows/files.ts';
import { RULES } from '../workflows/rules.ts';
import { NOW, sandbox, type Sandbox } from './sandbox.ts';

interface Run {
  own?: Flags['own'];
  repo?: string;
  dryRun?: boolean;
  /** What the person at the terminal answers, in order; absent when there is none. */
  answers?: string[];
}

interface Ran {
  status: number;
  text: string;
  report: unknown;
  asked: string[];
}

async function init(
  { folder }: Sandbox,
  { own = {}, repo, dryRun = false, answers }: Run = {},
): Promise<Ran> {
  const asked: string[] = [];
  const world: World = {
    env: {},
    now: () => NOW,
    say: () => {},
    progress: () => {},
    ...(answers && {
      ask: async (question: string) => {
        asked.push(question);
        return answers[asked.length - 1] ?? '';
      },
    }),
  };
  const flags: Flags = { content: 'content', dryRun, repo, own, rest: [folder] };
  const { status, text, report } = await runInit(flags, world).catch((error: unknown) => {
    if (error instanceof Stop) return { status: error.status, text: error.message, report: undefined };
    throw error;
  });
  return { status, text, report, asked };
}

/** A repository whose `origin` is on GitHub. */
async function repository(files: Record<string, string> = {}, origin = 'git@github.com:octo/tools.git') {
  const place = await sandbox(files);
  await gitIn(place.folder).run(['init', '--quiet', '--initial-branch=trunk']);
  await gitIn(place.folder).run(['remote', 'add', 'origin', origin]);
  const list = async (): Promise<string[]> =>
    (await place.list()).filter((path) => !path.startsWith('.git/'));
  return { ...place, list };
}

const YES = { yes: true };

test('an empty repository becomes a roadmap: content, three files of a site, a workflow and a form', async () => {
  const place = await repository();
  const { status, text } = await init(place, { own: YES });
  expect(status).toBe(0);
  expect(text).toBe(`written  package.json
written  astro.config.mjs
written  .gitignore
written  content/milepost.yml
written  content/mission.mdx
written  .github/workflows/roadmap.yml
written  .github/ISSUE_TEMPLATE/request.yml

Next:
  1. https://github.com/octo/tools/settings/pages: "Source" is to be "GitHub Actions". A site that is there now makes room for the roadmap.
  2. https://github.com/octo/tools/settings/actions: "Allow all actions and reusable workflows". The workflow asks for the permissions it needs by itself.
  3. Commit and push; the roadmap comes to https://octo.github.io/tools/ within minutes.
  4. To see it first: npm install && npx milepost sync && npx milepost build && npx milepost preview`);
  expect(await place.list()).toEqual([
    '.github/ISSUE_TEMPLATE/request.yml',
    '.github/workflows/roadmap.yml',
    '.gitignore',
    'astro.config.mjs',
    'content/milepost.yml',
    'content/mission.mdx',
    'package.json',
  ]);
  expect(parseSettings(await place.read('content/milepost.yml'), 'x').value).toMatchObject({
    title: 'tools',
    repositories: [{ repo: 'octo/tools' }],
    notify: { on: 'release', since: '2026-11-22' },
  });
  expect(await place.read('astro.config.mjs')).toContain(
    "  site: 'https://octo.github.io',\n  base: '/tools/',\n",
  );
  expect(await place.read('.github/workflows/roadmap.yml')).toContain(
    `  push: { branches: ["trunk"], paths: ["content/**"] }\n`,
  );
});

test('a second run changes no byte', async () => {
  const place = await repository();
  await init(place, { own: YES });
  const before = await place.digest();
  const { text } = await init(place, { own: { ...YES, title: 'Another' } });
  expect(text).toBe('Everything is there already; nothing was changed.');
  expect(await place.digest()).toBe(before);
});

test('a dry run writes nothing and says what it would write', async () => {
  const place = await repository();
  const { text } = await init(place, { own: YES, dryRun: true });
  expect(text.split('\n')[0]).toBe('to write  package.json');
  expect(await place.list()).toEqual([]);
});

test('a repository with a product gets the site in a folder, and keeps every file that it has', async () => {
  const own = {
    'package.json': '{ "name": "tools" }',
    '.github/ISSUE_TEMPLATE/request.yml': 'name: Ours\n',
    'roadmap/.gitignore': 'dist/\n',
  };
  const place = await repository(own);
  const { report, text } = await init(place, { own: YES });
  expect(report).toMatchObject({
    folder: 'roadmap',
    kept: ['roadmap/.gitignore', '.github/ISSUE_TEMPLATE/request.yml'],
    advice: ['roadmap/.gitignore does not name node_modules/, .astro/'],
  });
  expect(text).toContain('To see it first: cd roadmap && npm install');
  for (const [path, words] of Object.entries(own)) expect(await place.read(path)).toBe(words);
  expect(await place.list()).toContain('roadmap/content/milepost.yml');
  const workflow = await place.read('.github/workflows/roadmap.yml');
  expect(workflow).toContain('paths: ["roadmap/content/**"]');
  expect(workflow).toContain('with: { folder: "roadmap" }');
});

test('a workflow of that name that does something else is left alone, and what to do is said', async () => {
  const place = await repository({ '.github/workflows/roadmap.yml': 'name: Ours\n' });
  expect((await init(place, { own: YES })).report).toMatchObject({
    advice: [
      '.github/workflows/roadmap.yml is a workflow of yours, and nothing runs Milepost: give it another name, and run init again',
    ],
  });
});

test('a site’s package.json without milepost is left alone, and what it lacks is said', async () => {
  const place = await repository({
    'content/milepost.yml': '',
    'package.json': '{}',
    'astro.config.mjs': '',
  });
  const { report } = await init(place, { own: YES });
  expect(report).toMatchObject({
    folder: '.',
    advice: [
      'package.json has no milepost in it: npm install milepost',
      "astro.config.mjs has no milepost in it: import milepost from 'milepost', and integrations: [milepost()]",
    ],
  });
  expect(await place.read('package.json')).toBe('{}');
});

describe('questions', () => {
  test('three at most, and none whose answer is known', async () => {
    const place = await repository({}, 'https://gitlab.com/octo/tools.git');
    const { asked } = await init(place, { answers: ['octo/tools', 'Tools', 'Help people mend things.'] });
    expect(asked).toEqual([
      'Which repository on GitHub (owner/name)? ',
      'What is the product called? [tools] ',
      'In one sentence, whom does it help, and how? (Enter: say it later) ',
    ]);
    const other = await repository();
    expect((await init(other, { own: { title: 'T', mission: 'M' }, answers: [] })).asked).toEqual([]);
    expect(parseMission(await place.read('content/mission.mdx'), 'x').value?.mission).toBe(
      'Help people mend things.',
    );
  });

  test('an empty answer takes the default, and leaves the mission for later', async () => {
    const place = await repository();
    await init(place, { answers: ['', ''] });
    expect(parseSettings(await place.read('content/milepost.yml'), 'x').value?.title).toBe('tools');
    const { value, problems } = parseMission(await place.read('content/mission.mdx'), 'x');
    expect([value?.mission, problems]).toEqual([undefined, []]);
  });

  test('without a terminal and without --yes nothing is written, and it says so', async () => {
    const place = await repository();
    expect(await init(place)).toMatchObject({
      status: 2,
      text: 'init: there is no terminal to ask questions on. Add --yes to take what the repository says; --repo, --title and --mission say the rest.',
    });
    expect(await place.list()).toEqual([]);
  });

  test('--yes with no repository to be found says how to name one', async () => {
    expect(await init(await sandbox(), { own: YES })).toMatchObject({
      status: 2,
      text: 'init: expected a repository as owner/name; got "". Name it with --repo owner/name.',
    });
  });

  test('a folder in no repository is a place to begin, too', async () => {
    const place = await sandbox();
    expect(await init(place, { own: YES, repo: 'octo/tools' })).toMatchObject({ status: 0 });
    expect(await place.list()).toContain('content/milepost.yml');
  });
});

test.each([
  `Tools "2" & 'more' # x: $& $1 \\ – ü`,
  `'owner/repository' '2026-01-01' 'My product'`,
  '---\n- a: b',
  '{{ title }} ${{ github.token }}',
])('a title and a mission are text, whatever they hold: %s', async (words) => {
  const place = await repository();
  await init(place, { own: { ...YES, title: words, mission: words } });
  const line = words.replace('\n', ' ');
  expect(parseSettings(await place.read('content/milepost.yml'), 'x').value?.title).toBe(line);
  expect(parseMission(await place.read('content/mission.mdx'), 'x').value?.mission).toBe(line);
  expect(await place.read('.github/workflows/roadmap.yml')).not.toContain('${{');
});

test.each([
  ['octo/tools', undefined, 'https://octo.github.io', '/tools/'],
  ['Octo/Tools', undefined, 'https://octo.github.io', '/Tools/'],
  ['Octo/octo.github.io', undefined, 'https://octo.github.io', '/'],
  ['octo/tools', 'roadmap.example.org', 'https://roadmap.example.org', '/'],
])('%s (domain %s) is read at %s%s', (repo, domain, site, base) => {
  expect(addressOf(repo, domain)).toEqual({ site, base });
});

test('a domain that is none is refused', async () => {
  expect(
    ["a.b'", 'localhost', '-a.org', 'a..org', 'https://a.org'].filter((name) => DOMAIN.test(name)),
  ).toEqual([]);
  expect(await init(await repository(), { own: { ...YES, domain: "x.org',evil" } })).toMatchObject({
    status: 2,
    text: `--domain: expected a host, such as roadmap.example.org; got "x.org',evil".`,
  });
});

test.each([
  ['git@github.com:octo/tools.git', 'octo/tools'],
  ['https://github.com/octo/tools', 'octo/tools'],
  ['https://user:secret@GitHub.com/octo/tools.git/', 'octo/tools'],
  ['ssh://git@github.com:22/octo/tools.git', 'octo/tools'],
  ['https://gitlab.com/octo/tools.git', undefined],
  ['https://github.com.evil.org/octo/tools.git', undefined],
  ['/srv/github.com/octo/tools', undefined],
  ['https://github.com/octo/tools/tree', undefined],
])('the remote %s is the repository %s', (address, repo) => {
  expect(repoIn(address, 'github.com')).toBe(repo);
});

test('hidden files, README and LICENSE are no product', () => {
  expect(folderFor(['.git', '.github', 'README.md', 'LICENSE'], false)).toBe('');
  expect(folderFor(['README.md', 'go.mod'], false)).toBe('roadmap');
  expect(folderFor(['package.json', 'content'], true)).toBe('');
});

describe('the workflow that calls Milepost’s', () => {
  const read = (path: string) => readWorkflow(path, readFileSync(path, 'utf8'));
  const [caller, called] = [read('scripts/starter/workflow.yml'), read('.github/workflows/roadmap.yml')];

  test.each(RULES)('$name', ({ check }) => expect(check(caller)).toEqual([]));

  test('grants what the jobs there ask for and no more', () => {
    const asked: Record<string, string> = {};
    for (const { permissions } of called.jobs.values())
      for (const [scope, level] of Object.entries(permissions ?? {}))
        if (asked[scope] !== 'write') asked[scope] = String(level);
    expect(caller.jobs.get('roadmap')?.permissions).toEqual(asked);
  });

  test('passes only inputs that it has', () => {
    const { inputs } = parse(called.text).on.workflow_call;
    const { with: passed } = parse(caller.text).jobs.roadmap;
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(passed)));
  });
});

test('the starter names one version, the one that is packed', async () => {
  const read = (path: string): Promise<string> => readFile(join('scripts/starter', path), 'utf8');
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  const { dependencies } = JSON.parse(await read('package.json'));
  expect(dependencies).toEqual({ milepost: version });
  expect(/@v(\S+)$/m.exec(await read('workflow.yml'))?.[1]).toBe(version);
});
