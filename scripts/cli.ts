#!/usr/bin/env node
import { createInterface } from 'node:readline/promises';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { SettingsError } from '../src/content/read.ts';
import { nearest } from '../src/model/nearest.ts';
import { formatProblem } from '../src/model/problem.ts';
import { type Command, type Flags, type Outcome, Stop, type World } from './command.ts';

/** Commands are loaded when they are called: `check` does not wait for octokit. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  init: async () => (await import('./init.ts')).init,
  sync: async () => (await import('./sync.ts')).sync,
  notify: async () => (await import('./notify.ts')).notify,
  mission: async () => (await import('./mission.ts')).mission,
  check: async () => (await import('./check.ts')).check,
  overlay: async () => (await import('./overlay.ts')).overlay,
  duplicates: async () => (await import('./duplicates.ts')).duplicates,
  try: async () => (await import('./try.ts')).tryOut,
  doctor: async () => (await import('./doctor.ts')).doctor,
  dev: async () => (await import('./site.ts')).dev,
  build: async () => (await import('./site.ts')).build,
  preview: async () => (await import('./site.ts')).preview,
};

const COMMON = {
  content: { type: 'string', default: 'content' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  repo: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const satisfies ParseArgsOptionsConfig;

/** Runs one command line and says how it ended; the only place that prints. */
async function main(argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json');
  try {
    const { report, text, status } = await dispatch(argv);
    process.stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : text && `${text}\n`);
    return status;
  } catch (error) {
    const { message, status, report } = explainFailure(error);
    process.stderr.write(`${message}\n`);
    if (json) process.stdout.write(`${JSON.stringify(report ?? { error: message }, null, 2)}\n`);
    return status;
  } finally {
    world.progress('');
  }
}

async function dispatch(argv: readonly string[]): Promise<Outcome> {
  const [name = '', ...args] = argv;
  if (name === '' || name === 'help' || name === '--help' || name === '-h')
    return { report: {}, text: await help(), status: 0 };
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    const near = nearest(name, Object.keys(COMMANDS));
    const remedy = near ? `Did you mean "${near}"?` : `Known: ${Object.keys(COMMANDS).join(', ')}.`;
    throw new Stop(`milepost: no command "${name}". ${remedy}`, 2);
  }
  const command = await load();
  const flags = readFlags(name, command, args);
  return flags === 'help'
    ? { report: {}, text: helpFor(name, command), status: 0 }
    : command.run(flags, world);
}

function readFlags(name: string, command: Command, args: string[]): Flags | 'help' {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...command.options, ...COMMON },
      allowPositionals: true,
    });
    const own: Flags['own'] = Object.fromEntries(
      Object.keys(command.options).map((key) => {
        const value: unknown = Reflect.get(values, key);
        return [key, typeof value === 'string' || typeof value === 'boolean' ? value : undefined];
      }),
    );
    if (values.help) return 'help';
    return { content: values.content, dryRun: values['dry-run'], repo: values.repo, own, rest: positionals };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Stop(`milepost ${name}: ${error.message}`, 2, { cause: error });
  }
}

function explainFailure(error: unknown): { message: string; status: number; report?: unknown } {
  if (error instanceof Stop) return { message: error.message, status: error.status, report: error.report };
  if (error instanceof SettingsError) {
    const problems = [...error.problems];
    return { message: problems.map(formatProblem).join('\n'), status: 2, report: { problems } };
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    message: `milepost: something failed that should not; nothing more was written.\n${message}`,
    status: 1,
  };
}

async function help(): Promise<string> {
  const rows = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]) => `  ${name.padEnd(12)}${(await load()).summary}`),
  );
  return ['milepost <command> [options]', '', ...rows, '', ...commonHelp].join('\n');
}

function helpFor(name: string, { summary, options }: Command): string {
  const own = Object.keys(options).map((key) => `  --${key}`);
  return [`milepost ${name}: ${summary}`, ...(own.length > 0 ? ['', ...own] : []), '', ...commonHelp].join(
    '\n',
  );
}

const commonHelp = [
  '  --content DIR   the content folder (default: content)',
  '  --repo o/n      the repository on GitHub',
  '  --dry-run       say everything, write and send nothing',
  '  --json          one JSON report on stdout',
];

/** Asks on stderr, so that stdout holds the report alone. */
async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await terminal.question(question);
  } finally {
    terminal.close();
  }
}

const world: World = {
  env: process.env,
  now: () => new Date(),
  say: (line) => void process.stderr.write(`${line}\n`),
  progress: (line) => void (process.stderr.isTTY && process.stderr.write(`\r\u001B[2K${line}`)),
  ...(process.stdin.isTTY && { ask }),
};

const status = await main(process.argv.slice(2));
// A build that broke leaves Vite's workers behind, and they would keep the process; what was printed is waited for.
process.stdout.write('', () => process.exit(status));
