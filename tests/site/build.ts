import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Built {
  outDir: string;
  status: number;
  /** Everything that the command said. */
  said: string;
}

/** Builds a content folder through the real command line. */
export async function buildSite(
  content: string,
  options: { base?: string; site?: string; outDir?: string } = {},
): Promise<Built> {
  const outDir = options.outDir ?? (await mkdtemp(join(tmpdir(), 'milepost-dist-')));
  const args = [
    'build',
    '--content',
    content,
    '--outDir',
    outDir,
    ...(options.base ? ['--base', options.base] : []),
    ...(options.site ? ['--site', options.site] : []),
  ];
  const { status, said } = await milepost(args);
  return { outDir, status, said };
}

/** Runs `milepost` as its users do, in a process of its own. */
export async function milepost(args: readonly string[]): Promise<{ status: number; said: string }> {
  const child = spawn(process.execPath, [join(root, 'scripts/cli.ts'), ...args], { cwd: root });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const status = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)));
  return { status, said: Buffer.concat(chunks).toString() };
}

/** Every file of a folder with its bytes, by path. */
export async function filesOf(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = await Promise.all(
    paths.map(async (path) => [relative(folder, path), await readFile(path)] as const),
  );
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
