// Sets up what a job needs, then runs it. Plain JavaScript for any Node since 18, since it is what fetches a newer one.
import { execNode, fail } from './setup/process.mjs';
import { findBrowser } from './setup/browser.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { findNode } from './setup/node.mjs';

const [job = '', ...args] = process.argv.slice(2);
const CLI = 'scripts/cli.ts';
const PRETTIER = 'node_modules/prettier/bin/prettier.cjs';
/** What is formatted: code, not content, which belongs to people and to sync. */
const CODE = [
  '*.{mjs,json}',
  '{src,scripts,tests}/**/*.{ts,mjs,astro,css,json}',
  '{.github,scripts}/**/*.yml',
];
const OTHER_SITES = String.raw`^https?://(?!localhost|127\.)`;

/** Each job is a list of steps; a step is a program for Node with its arguments. */
const JOBS = {
  milepost: () => [[CLI, ...args]],
  start: () => [
    [CLI, 'check', ...only(['--content']), { problems: 'are told' }],
    [CLI, 'build', ...only(['--content', '--base', '--site', '--outDir'])],
    [CLI, 'preview', ...only(['--base', '--outDir', '--port'])],
  ],
  dev: () => [[CLI, 'dev', ...args]],
  build: () => [[CLI, 'build', ...args]],
  preview: () => [[CLI, 'preview', ...args]],
  test: () => [test()],
  soak: () => [['tests/soak/soak.ts', ...args]],
  bench: () => [['tests/bench/history.ts', ...args]],
  'bench:duplicates': () => [['tests/bench/duplicates.ts', ...args]],
  'bench:search': () => [['tests/bench/search.ts', ...args]],
  format: () => [[PRETTIER, '--write', '--log-level=warn', ...CODE]],
  check: () => [
    [PRETTIER, '--check', '--log-level=warn', ...CODE],
    ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0'],
    ['node_modules/astro/bin/astro.mjs', 'check'],
    test(),
    [CLI, 'check', '--strict'],
    [CLI, 'build'],
    [
      'node_modules/linkinator/build/src/cli.js',
      'dist',
      '--recurse',
      '--check-fragments',
      '--skip',
      OTHER_SITES,
    ],
  ],
};

function test() {
  return [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'tests/vitest.config.ts',
    ...(job === 'test' ? args : []),
    { browser: true },
  ];
}

/** Those of the given options that a step knows, with their values. */
function only(names) {
  return args.flatMap((arg, place) => {
    const [name] = arg.split('=');
    if (!names.includes(name)) return [];
    return arg.includes('=') ? [arg] : [arg, args[place + 1] ?? ''];
  });
}

if (!Object.hasOwn(JOBS, job)) fail(`no job "${job}"; known: ${Object.keys(JOBS).join(', ')}`, 2);
const node = findNode();
installDependencies(node);
for (const step of JOBS[job]()) {
  const wishes = typeof step.at(-1) === 'object' ? step.pop() : {};
  const env = wishes.browser ? findBrowser(node) : {};
  const status = execNode(node, step, env);
  if (status > (wishes.problems ? 1 : 0)) process.exit(status);
}
