import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const isWindows = process.platform === 'win32';

/** Ends the set-up with a message. */
export function fail(message, status = 1) {
  process.stderr.write(`milepost: ${message}\n`);
  process.exit(status);
}

/** Tells what takes long; stdout belongs to the job. */
export const say = (message) => process.stderr.write(`milepost: ${message}\n`);

/** Runs a program of the project with the given Node; answers its exit status. */
export function execNode(node, [program, ...args], env = {}) {
  const types = program.endsWith('.ts') ? typeFlags(node) : [];
  const { status, error } = spawnSync(node, [...types, program, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...environment(node), ...env },
  });
  if (error) fail(`${program}: ${error.message}`);
  return status ?? 1;
}

/** The job's environment: programs that it starts find the same Node. */
export function environment(node) {
  const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
  return { ...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1' };
}

/** Runs a set-up command, all its words on stderr; ends the set-up when it fails. */
export function setUp(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (error || status !== 0) fail(`${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}`);
}

/** Runs npm with the given Node, since npm leaves out native parts that its own Node could not use. */
export function npmCi(node, folder) {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: folder, env: environment(node) };
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) setUp(node, [npm, ...args], options);
  else setUp(isWindows ? 'npm.cmd' : 'npm', args, { ...options, shell: isWindows });
}

/** The first of some programs that stands in PATH. */
export function which(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** Node before 22.18 and 23.6 reads TypeScript only when it is told to. */
function typeFlags(node) {
  const { stdout } = spawnSync(node, ['-p', 'Boolean(process.features.typescript)'], { encoding: 'utf8' });
  return stdout?.trim() === 'true'
    ? []
    : ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
}
