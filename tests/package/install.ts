import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Ran {
  status: number;
  out: string;
  /** Everything that was said, on both streams. */
  said: string;
}

/** Runs a program in a folder, with this Node first on its path, and without what a test runner adds (`BASE_URL`). */
function run(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  const { HOME, SystemRoot, TEMP, TMPDIR } = process.env;
  const PATH = [dirname(process.execPath), process.env['PATH']].join(delimiter);
  return new Promise((resolve) => {
    const child = execFile(
      program,
      [...args],
      {
        cwd,
        timeout: 60_000,
        env: { HOME, SystemRoot, TEMP, TMPDIR, PATH, ASTRO_TELEMETRY_DISABLED: '1', ...env },
      },
      (error, out, err) => {
        const status = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ status, out, said: out + err });
      },
    );
    child.stdin?.end();
  });
}

/** What `npm pack` made. */
export interface Packed {
  path: string;
  /** Bytes of the tarball. */
  size: number;
  files: string[];
}

/** Packs this project as `npm publish` would, `prepack` included. */
export async function pack(): Promise<Packed> {
  const folder = await mkdtemp(join(tmpdir(), 'milepost-pack-'));
  const args = ['pack', '--json', '--loglevel=error', '--pack-destination', folder];
  const npm = process.env['npm_execpath'];
  const { status, out, said } = await (npm?.endsWith('.js')
    ? run(process.execPath, [npm, ...args], root)
    : run('npm', args, root));
  if (status !== 0) throw new Error(`npm pack ended with ${status}: ${said}`);
  // The JSON is the last that is printed; npm 12 names packages, npm 11 lists them.
  const answer: unknown = JSON.parse(out.slice(out.search(/^[[{]$/m)));
  const [packed] = Object.values(answer ?? {});
  return {
    path: join(folder, basename(packed.filename)),
    size: packed.size,
    files: packed.files.map(({ path }: { path: string }) => path),
  };
}

/** A project in which a package is installed. */
export interface Project {
  folder: string;
  /** Runs the installed command, as `npx milepost` does. */
  milepost: (args: readonly string[], env?: NodeJS.ProcessEnv) => Promise<Ran>;
}

/**
 * Makes a project with `npx milepost init --yes` and installs the package in it. What stands in for the network: the
 * tarball is unpacked where npm would put it, and each dependency that it declares is a link to this project's own. One
 * that it forgot to declare is not there.
 */
export async function startProject(packed: Packed, repo: string): Promise<Project & { init: Ran }> {
  const home = await mkdtemp(join(tmpdir(), 'milepost-package-'));
  const modules = await install(packed, join(home, 'npx'));
  const folder = join(home, 'project');
  await mkdir(folder);
  const cli = (from: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Ran> =>
    run(process.execPath, [join(from, '.bin/milepost'), ...args], folder, env);
  const init = await cli(modules, ['init', '--yes', '--repo', repo]);
  await rename(modules, join(folder, 'node_modules'));
  return { folder, init, milepost: (args, env) => cli(join(folder, 'node_modules'), args, env) };
}

async function install({ path }: Packed, folder: string): Promise<string> {
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, '.bin'), { recursive: true });
  const { status, said } = await run('tar', ['-xzf', path, '-C', folder], folder);
  if (status !== 0) throw new Error(`tar: ${said}`);
  await rename(join(folder, 'package'), join(modules, 'milepost'));
  const { dependencies, bin } = JSON.parse(await readFile(join(modules, 'milepost/package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(root, 'node_modules', name), join(modules, name), 'junction');
  }
  await symlink(join('../milepost', bin.milepost), join(modules, '.bin/milepost'));
  return modules;
}
