import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Address } from './place.ts';

/** What the starter's examples are replaced by. Title and mission may hold anything; the others were checked. */
export interface Answers {
  repo: string;
  title: string;
  mission: string | undefined;
  /** The branch that people push to. */
  branch: string;
  address: Address;
  /** Folder of the site in the repository; `""` for its top. */
  folder: string;
  /** Today, `2026-11-22`. */
  today: string;
}

/**
 * Values in the starter that stand for a user's, as they are written there, and what comes instead: last what may hold
 * anything, also another example.
 */
type Fill = (answers: Answers) => readonly (readonly [example: string, value: string])[];

const NONE: Fill = () => [];
const quoted = JSON.stringify;

const SITE: Record<string, [source: string, fill: Fill]> = {
  'package.json': ['scripts/starter/package.json', NONE],
  'astro.config.mjs': [
    'scripts/starter/astro.config.mjs',
    ({ address }) => [
      ["'https://owner.github.io'", `'${address.site}'`],
      ["'/repository/'", `'${address.base}'`],
    ],
  ],
  '.gitignore': ['scripts/starter/gitignore', NONE],
  'content/milepost.yml': [
    'scripts/starter/content/milepost.yml',
    ({ title, repo, today }) => [
      ["'owner/repository'", quoted(repo)],
      ["'2026-01-01'", quoted(today)],
      ["'My product'", quoted(title)],
    ],
  ],
  'content/mission.mdx': [
    'scripts/starter/content/mission.mdx',
    ({ mission }) =>
      mission === undefined ? [] : [['# mission: "Help … to … with …."', `mission: ${quoted(mission)}`]],
  ],
};

const REPOSITORY: Record<string, [source: string, fill: Fill]> = {
  '.github/workflows/roadmap.yml': [
    'scripts/starter/workflow.yml',
    ({ branch, folder }) => [
      ["branches: ['main']", `branches: [${quoted(branch)}]`],
      ["paths: ['content/**']", `paths: [${quoted(`${within(folder, 'content')}/**`)}]`],
      ["folder: '.'", `folder: ${quoted(folder || '.')}`],
    ],
  ],
  '.github/ISSUE_TEMPLATE/request.yml': ['.github/ISSUE_TEMPLATE/request.yml', NONE],
};

/** Every file of a new roadmap, by its path from the repository's top. */
export async function starterFor(answers: Answers): Promise<Map<string, string>> {
  const site = Object.entries(SITE).map(([path, file]) => [within(answers.folder, path), file] as const);
  const files = [...site, ...Object.entries(REPOSITORY)].map(
    async ([path, [source, fill]]) =>
      [path, fill(answers).reduce(put, await readFile(new URL(source, PACKAGE), 'utf8'))] as const,
  );
  return new Map(await Promise.all(files));
}

/** Puts a value in an example's place, to the letter. @throws Error when the starter does not have the example once. */
function put(text: string, [example, value]: readonly [string, string]): string {
  const [before, after, ...more] = text.split(example);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`scripts/starter: expected ${example} once; got ${text}`);
  return before + value + after;
}

const within = (folder: string, path: string): string => (folder === '' ? path : `${folder}/${path}`);

/** Milepost's own folder. Asked of the package by its name: this code runs in `scripts/` and, bundled, in `lib/`. */
const PACKAGE = new URL('.', pathToFileURL(createRequire(import.meta.url).resolve('milepost/package.json')));
