// Makes `lib/`, the JavaScript of the package: Node strips no types below `node_modules`. Run by `npm pack` and `npm publish`.
// What Astro compiles (`src/`) travels as it is; dependencies stay outside.
import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { engines } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));

await rm(`${root}lib`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: { cli: 'scripts/cli.ts', index: 'src/index.ts', child: 'src/markdown/child.ts' },
  outdir: 'lib',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  // Commands are loaded when they are called, here too.
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: `node${engines.node.replace(/^\D+/, '')}`,
  packages: 'external',
  logLevel: 'warning',
});
