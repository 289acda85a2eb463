import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const eslint = new ESLint({ cwd: root });

/** What the project's linter says of a file with this text, were it there: rules only. */
async function offences(filePath: string, text: string): Promise<(string | null)[]> {
  const results = await eslint.lintText(text, { filePath: join(root, filePath) });
  return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
}

const FORBIDDEN: [file: string, imported: string][] = [
  ['src/model/bad.ts', 'node:fs'],
  ['src/model/bad.ts', 'node:fs/promises'],
  ['src/model/bad.ts', 'octokit'],
  ['src/model/bad.ts', '@octokit/core'],
  ['src/model/bad.ts', 'astro:content'],
  ['src/model/bad.ts', 'astro/loaders'],
  ['src/model/bad.ts', 'astro'],
  ['src/model/bad.ts', '../derive/demand.ts'],
  ['src/model/bad.ts', '../site/load.ts'],
  ['src/model/bad.ts', '../content/read.ts'],
  ['src/model/bad.ts', '../../scripts/plan.ts'],
  ['src/model/bad.ts', 'gray-matter'],
  ['src/derive/bad.ts', '../site/load.ts'],
  ['src/derive/bad.ts', '../components/Row.astro'],
  ['src/derive/search/bad.ts', '../../site/load.ts'],
  ['src/derive/bad.ts', '../../scripts/plan.ts'],
  ['src/derive/bad.ts', 'node:crypto'],
  ['src/derive/bad.ts', 'gray-matter'],
  ['src/markdown/bad.ts', '../derive/tags.ts'],
  ['src/content/bad.ts', '../site/load.ts'],
  ['src/content/bad.ts', 'gray-matter'],
  ['src/i18n/bad.ts', '../model/item.ts'],
  ['src/site/bad.ts', '../components/Row.astro'],
  ['src/site/bad.ts', '../../scripts/sync.ts'],
  ['src/client/bad.ts', '../content/read.ts'],
  ['src/components/bad.ts', '../content/read.ts'],
  ['src/routes/bad.ts', '../content/read.ts'],
  ['scripts/bad.ts', '../src/site/load.ts'],
  ['scripts/github/bad.ts', '../../src/components/Row.astro'],
  ['scripts/bad.ts', 'gray-matter'],
];

describe('the linter forbids', () => {
  test.each(FORBIDDEN)('%s to import %s', async (file, imported) => {
    expect(await offences(file, `import bad from '${imported}';\nexport const it = bad;\n`)).toEqual([
      'no-restricted-imports',
    ]);
    expect(await offences(file, `export { bad } from '${imported}';\n`)).toEqual(['no-restricted-imports']);
    expect(await offences(file, `import { type Bad } from '${imported}';\nexport type It = Bad;\n`)).toEqual([
      'no-restricted-imports',
    ]);
  });

  test.each([
    ['scripts/bad.ts', 'console.log(1);\n', 'no-console'],
    ['scripts/bad.ts', 'process.exit(1);\n', 'no-restricted-properties'],
    ['scripts/bad.ts', "process.stdout.write('x');\n", 'no-restricted-properties'],
    ['src/model/bad.ts', "eval('1');\n", 'no-eval'],
    [
      'src/model/bad.ts',
      'export const it: unknown = JSON.parse("1") as string;\n',
      '@typescript-eslint/consistent-type-assertions',
    ],
    [
      'src/model/bad.ts',
      'export const it = (a?: string): string => a!;\n',
      '@typescript-eslint/no-non-null-assertion',
    ],
    [
      'src/model/bad.ts',
      'export const it = (a: any): string => String(a);\n',
      '@typescript-eslint/no-explicit-any',
    ],
    [
      'src/model/bad.ts',
      'export const it = (a: string) => a;\n',
      '@typescript-eslint/explicit-module-boundary-types',
    ],
  ])('in %s: %s', async (file, text, rule) => expect(await offences(file, text)).toContain(rule));
});

describe('the linter allows', () => {
  test.each([
    ['src/model/good.ts', 'astro/zod'],
    ['src/model/good.ts', './item.ts'],
    ['src/model/frontmatter.ts', 'gray-matter'],
    ['src/derive/good.ts', '../model/item.ts'],
    ['src/content/good.ts', 'node:fs/promises'],
    ['src/site/good.ts', '../derive/demand.ts'],
    ['src/site/good.ts', '../content/read.ts'],
    ['src/components/good.ts', '../site/load.ts'],
    ['scripts/good.ts', '../src/model/item.ts'],
    ['scripts/good.ts', '../src/content/read.ts'],
    ['scripts/github/good.ts', 'octokit'],
  ])('%s to import %s', async (file, imported) =>
    expect(
      await offences(file, `import good from '${imported}';\nexport const it: unknown = good;\n`),
    ).toEqual([]),
  );
});

const SOURCE = /\.(?:ts|mts|js|mjs|astro)$/;

/** Every source file under a folder of the project, with its text. */
async function sources(folder: string): Promise<{ path: string; text: string }[]> {
  const paths = (await readdir(join(root, folder), { recursive: true }))
    .filter((path) => SOURCE.test(path) && !path.includes('node_modules'))
    .map((path) => `${folder}/${path}`);
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })));
}

/** Modules that a text imports, exports from, loads when it runs, or requires. */
const importsOf = (text: string): string[] =>
  [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)['"`]([^'"`]+)['"`]/g)].map(
    ([, name = '']) => name,
  );

const [src, scripts] = await Promise.all([sources('src'), sources('scripts')]);
const importing = (files: typeof src, name: RegExp): string[] =>
  files.filter(({ text }) => importsOf(text).some((imported) => name.test(imported))).map(({ path }) => path);

test('the tree is read: there are files, and their imports are seen', () => {
  expect(src.length).toBeGreaterThan(60);
  expect(scripts.length).toBeGreaterThan(15);
  expect(
    importsOf(`import a from 'a';\nexport * from "b";\nawait import('c');\nrequire(\`d\`);\nimport 'e';`),
  ).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('gray-matter is imported in one file', () =>
  expect(importing([...src, ...scripts], /^gray-matter/)).toEqual(['src/model/frontmatter.ts']));

test('model and derive know no Node, no GitHub, and of Astro only zod', () => {
  const pure = src.filter(({ path }) => /^src\/(?:model|derive)\//.test(path));
  expect(
    importing(pure, /^(?:node:|fs$|path$|os$|crypto$|child_process$|octokit|@octokit\/|astro(?!\/zod$))/),
  ).toEqual([]);
});

test('src never imports scripts', () => expect(importing(src, /(?:^|\/)scripts\//)).toEqual([]));
