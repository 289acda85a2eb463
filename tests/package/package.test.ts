import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { gitHub, issue, release, repository } from '../github/data.ts';
import { serveGitHub } from '../github/server.ts';
import { filesOf } from '../site/build.ts';
import { type Packed, pack, type Project, startProject } from './install.ts';

let packed: Packed;
let project: Awaited<ReturnType<typeof startProject>>;

beforeAll(async () => {
  packed = await pack();
  project = await startProject(packed, 'octo/tools');
});

async function write({ folder }: Project, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

const config = (options: string): string => `import { defineConfig } from 'astro/config';
import milepost from 'milepost';
export default defineConfig({ site: 'https://octo.github.io', base: '/tools/', integrations: [milepost(${options})] });
`;

/** Builds the project and reads its pages. */
async function build({
  folder,
  milepost,
}: Project): Promise<{ said: string; read: (path: string) => string }> {
  const { status, said } = await milepost(['build']);
  expect(status, said).toBe(0);
  const files = await filesOf(join(folder, 'dist'));
  return { said, read: (path) => files.get(path)?.toString() ?? '' };
}

test('the package holds the site, the commands, the starter and nothing else, in less than 600 kB', () => {
  const tops = new Set(packed.files.map((path) => path.replace(/^(scripts\/\w+|\.?\w+)\/.*/, '$1')));
  expect([...tops].sort()).toEqual([
    '.github',
    'LICENSE',
    'README.md',
    'lib',
    'package.json',
    'scripts/starter',
    'src',
  ]);
  expect(packed.size).toBeLessThan(600_000);
});

test('init, check, sync and build run from the package, without TypeScript and without this repository', async () => {
  expect(project.init).toMatchObject({ status: 0 });
  expect(project.init.out).toContain('written  content/milepost.yml\n');
  const checked = await project.milepost(['check']);
  expect(checked.status, checked.said).toBe(0);
  expect(checked.out).toContain('0 items, 0 changelog entries: ');

  const github = await serveGitHub(
    gitHub(
      repository('octo/tools', {
        issues: [issue(1, { title: 'Dark mode', body: 'With **stars**.' }), issue(2)],
        releases: [release('v1.0.0', 5)],
      }),
    ),
  );
  const synced = await project.milepost(['sync', '--json'], github.env);
  await github.close();
  expect(synced.status, synced.said).toBe(0);
  expect(JSON.parse(synced.out)).toMatchObject({ created: 2 });

  const { read } = await build(project);
  expect(read('index.html')).toContain('href="/tools/feedback/1/"');
  expect(read('feedback/1/index.html')).toContain('<strong>stars</strong>');
  expect(read('changelog/index.html')).toContain('v1.0.0');
  expect(read('api/v1/items.json')).toContain('Dark mode');
});

describe('what a project has of its own wins', () => {
  test('a page, a component that wraps the original, tokens', async () => {
    await write(project, {
      'astro.config.mjs': config(
        `{ components: { Footer: './src/Footer.astro' }, css: ['./src/tokens.css'] }`,
      ),
      'src/pages/roadmap.astro': '<h1>Our own way</h1>',
      'src/pages/feedback/[request].astro':
        '---\nexport const getStaticPaths = () => [{ params: { request: "ours" } }];\n---\n<h1>Our own request</h1>',
      'src/Footer.astro':
        "---\nimport Original from 'milepost/components/Footer.astro';\n---\n<p>Above the footer</p>\n<Original {...Astro.props} />",
      'src/tokens.css': ':root { --paper: rebeccapurple; }',
    });
    const { said, read } = await build(project);
    expect(said).not.toMatch(/warn|collision/i);
    expect(read('roadmap/index.html')).toContain('<h1>Our own way</h1>');
    expect(read('feedback/ours/index.html')).toContain('<h1>Our own request</h1>');
    expect(read('feedback/1/index.html')).toBe('');
    const board = read('index.html');
    expect(board).toMatch(/<p>Above the footer<\/p>\s*<footer\b/);
    expect(await coloursOf(board, read)).toEqual(['light-dark(', 'rebeccapurple']);
  });

  test('named in the settings, where the integration’s options do not say otherwise', async () => {
    await write(project, {
      'astro.config.mjs': config(`{ components: { Header: './src/Header.astro' } }`),
      'content/milepost.yml': [
        'components:',
        '  Header: ./src/Nobody.astro',
        '  Footer: ./src/Footer.astro',
        'css: [./src/tokens.css]',
        '',
      ].join('\n'),
      'src/Nobody.astro': '<p>Nobody sees this</p>',
      'src/Header.astro':
        "---\nimport Original from 'milepost/components/Header.astro';\n---\n<Original {...Astro.props} />\n<p>Below the header</p>",
    });
    const { said, read } = await build(project);
    expect(said).not.toMatch(/warn|error/i);
    const board = read('index.html');
    expect(board).toMatch(/<\/header>\s*<p>Below the header<\/p>/);
    expect(board).toMatch(/<p>Above the footer<\/p>\s*<footer\b/);
    expect(board).not.toContain('Nobody');
    expect(await coloursOf(board, read)).toEqual(['light-dark(', 'rebeccapurple']);
  });

  test('a path in the settings that leads nowhere ends the build, at its line', async () => {
    await write(project, { 'content/milepost.yml': 'title: Tools\ncss: [./src/nothing.css]\n' });
    const { status, said } = await project.milepost(['build']);
    expect(status).toBe(2);
    expect(said).toContain(
      'content/milepost.yml:2 css.0: expected a file, from the project’s root; got "./src/nothing.css". There is no ',
    );
    await write(project, { 'content/milepost.yml': '' });
  });

  test('a wrong option ends the build with what was probably meant, and nothing more', async () => {
    await write(project, { 'astro.config.mjs': config(`{ components: { Fotter: './src/Footer.astro' } }`) });
    const { status, said } = await project.milepost(['build']);
    expect(status).toBe(2);
    expect(said).toMatch(
      /astro\.config\.mjs components\.Fotter: expected one of [^;]+; got "Fotter"\. Did you mean "Footer"\?\n/,
    );
    expect(said).not.toContain('    at ');
  });
});

test('a component that cannot be built ends the build, and says where it is wrong', async () => {
  await write(project, {
    'astro.config.mjs': config(`{ components: { Footer: './src/Broken.astro' } }`),
    'src/Broken.astro': "---\nimport './nowhere.ts';\n---\n",
  });
  const { status, said } = await project.milepost(['build']);
  expect(status).toBe(1);
  expect(said).toContain("Could not resolve './nowhere.ts' in src/Broken.astro");
});

test('what the package names as its doors is in it', async () => {
  const { exports, bin } = JSON.parse(await readFile('package.json', 'utf8'));
  const named = [exports['.'].default, exports['.'].types, bin.milepost];
  for (const path of named) expect(packed.files).toContain(path.replace(/^\.\//, ''));
});

/** Values of `--paper` in the order in which a page's stylesheets set them; the last outside any layer wins. */
async function coloursOf(page: string, read: (path: string) => string): Promise<string[]> {
  const sheets = [...page.matchAll(/<link rel="stylesheet" href="\/tools\/([^"]+)"/g)];
  return sheets.flatMap(([, path = '']) =>
    [...read(path).matchAll(/--paper:\s*(light-dark\(|[a-z]+|#\w+)/g)].map(([, value = '']) => value),
  );
}
