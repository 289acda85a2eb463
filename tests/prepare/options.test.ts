import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { SettingsError } from '../../src/content/read.ts';
import { REPLACEABLE } from '../../src/model/overrides.ts';
import { formatProblem } from '../../src/model/problem.ts';
import { readOptions } from '../../src/site/options.ts';
import { locate } from '../../src/content/overrides.ts';
import { inOptions } from '../../src/site/own.ts';
import { ownAddresses, withoutNames } from '../../src/site/own-pages.ts';
import { sandbox } from '../scripts/sandbox.ts';

/** What people are told when options are wrong. */
function complaints(run: () => unknown): string[] {
  try {
    run();
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems.map(formatProblem);
    throw error;
  }
}

test('a wrong option is told with what was probably meant', () => {
  expect(complaints(() => readOptions({ contents: 'x', css: './a.css' }))).toEqual([
    'astro.config.mjs css: expected a list; got "./a.css". Mend it.',
    'astro.config.mjs contents: expected one of content, components, css; got "contents". Did you mean "content"?',
  ]);
});

test('a component that cannot be replaced is told with those that can', () => {
  expect(complaints(() => readOptions({ components: { Fotter: './src/Footer.astro' } }))).toEqual([
    `astro.config.mjs components.Fotter: expected one of ${REPLACEABLE.join(', ')}; got "Fotter". Did you mean "Footer"?`,
  ]);
});

test('a file that is not there is told with where it was looked for; a package’s is left to Vite', () => {
  const options = readOptions({
    components: { Footer: './src/Footer.astro', Row: 'roadmap-theme/Row.astro' },
    css: ['./src/tokens.css', '@fontsource/inter/index.css'],
  });
  const shown = complaints(() => locate([inOptions(options)], '/project'));
  expect(shown).toEqual([
    'astro.config.mjs components.Footer: expected a file, from the project’s root; got "./src/Footer.astro". There is no /project/src/Footer.astro.',
    'astro.config.mjs css.0: expected a file, from the project’s root; got "./src/tokens.css". There is no /project/src/tokens.css.',
  ]);
});

test('a folder, and a path that is meant from the root but does not say so, are told', async () => {
  const { folder } = await sandbox({ 'src/Footer.astro': '' });
  const options = readOptions({ components: { Footer: 'src/Footer.astro' }, css: ['./src'] });
  expect(complaints(() => locate([inOptions(options)], folder))).toEqual([
    'astro.config.mjs components.Footer: expected a file, from the project’s root; got "src/Footer.astro". Did you mean "./src/Footer.astro"?',
    `astro.config.mjs css.0: expected a file, from the project’s root; got "./src". ${join(folder, 'src')} is no file.`,
  ]);
});

test('files that are there are found from the root', async () => {
  const { folder } = await sandbox({ 'src/Footer.astro': '', 'src/tokens.css': '' });
  const options = readOptions({ components: { Footer: './src/Footer.astro' }, css: ['./src/tokens.css'] });
  expect(locate([inOptions(options)], folder)).toEqual({
    components: { Footer: join(folder, 'src/Footer.astro') },
    css: [join(folder, 'src/tokens.css')],
  });
});

test('what settings name is told at its line, and is found from the same root', async () => {
  const { folder } = await sandbox({ 'src/Footer.astro': '' });
  const placeOf = (path: readonly PropertyKey[]): { file: string; line: number } => ({
    file: 'content/milepost.yml',
    line: path.length,
  });
  const components = { Footer: './src/Footer.astro', Row: './src/Row.astro' };
  const css = ['./a.css'];
  expect(complaints(() => locate([{ components, css, placeOf }], folder))).toEqual([
    `content/milepost.yml:2 components.Row: expected a file, from the project’s root; got "./src/Row.astro". There is no ${join(folder, 'src/Row.astro')}.`,
    `content/milepost.yml:2 css.0: expected a file, from the project’s root; got "./a.css". There is no ${join(folder, 'a.css')}.`,
  ]);
});

test('options win over settings: a component takes its place, a stylesheet comes after', () => {
  const placeOf = (): { file: string } => ({ file: 'content/milepost.yml' });
  const settings = {
    components: { Footer: 'theirs/Footer', Row: 'theirs/Row' },
    css: ['theirs/a.css'],
    placeOf,
  };
  const options = readOptions({ components: { Footer: 'ours/Footer' }, css: ['ours/a.css'] });
  expect(locate([settings, inOptions(options)], '/project')).toEqual({
    components: { Footer: 'ours/Footer', Row: 'theirs/Row' },
    css: ['theirs/a.css', 'ours/a.css'],
  });
});

test('pages reach what may be replaced through its virtual module alone', async () => {
  const files = (await readdir('src', { recursive: true })).filter((path) => path.endsWith('.astro'));
  const direct: string[] = [];
  const through = new Set<string>();
  for (const path of files) {
    const text = await readFile(join('src', path), 'utf8');
    for (const [, from = ''] of text.matchAll(/^import .* from '(.*)';$/gm)) {
      const name = from.split('/').at(-1) ?? '';
      if (from.startsWith('virtual:milepost/components/')) through.add(name);
      else if (REPLACEABLE.some((one) => name === `${one}.astro`)) direct.push(`${path}: ${from}`);
    }
  }
  expect(direct).toEqual([]);
  expect([...through].sort()).toEqual(REPLACEABLE);
});

test('every component that may be replaced has a type', async () => {
  const types = await readFile('src/virtual.d.ts', 'utf8');
  const declared = [...types.matchAll(/'virtual:milepost\/components\/(\w+)'/g)].map(([, name]) => name);
  expect(declared).toEqual(REPLACEABLE);
});

test('pages of a project are known by their addresses, whatever their parameters are called', async () => {
  const { folder } = await sandbox({
    'index.astro': '',
    'roadmap/index.md': '',
    'feedback/[slug].astro': '',
    'tag/[name]/[...rest].astro': '',
    'theme.css.ts': '',
    '_draft.astro': '',
    '_parts/roadmap.astro': '',
    'notes.txt': '',
  });
  const own = ownAddresses(pathToFileURL(`${folder}/`));
  expect([...own].sort()).toEqual(['/', '/feedback/[]', '/roadmap', '/tag/[]/[...]', '/theme.css']);
  expect(own.has(withoutNames('/feedback/[id]'))).toBe(true);
  expect(own.has(withoutNames('/tag/[tag]/[...page]'))).toBe(true);
});

test('a project without pages of its own has none', () => {
  expect(ownAddresses(new URL('file:///nowhere/pages/'))).toEqual(new Set());
});

test('README lists every token that a stylesheet may set', async () => {
  const [css, readme] = await Promise.all([
    readFile('src/styles/tokens.css', 'utf8'),
    readFile('README.md', 'utf8'),
  ]);
  const scale = ['--s2', '--s3', '--s4', '--s5', '--s6', '--s7'];
  const tokens = [...css.matchAll(/^\s*(--[\w-]+):/gm)].map(([, name = '']) => name);
  const listed = new Set(readme.match(/--[a-z][\w-]*/g));
  expect(tokens.filter((name) => !scale.includes(name) && !listed.has(name))).toEqual([]);
});
