import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCi, root, say } from './process.mjs';

/** Installs the project's packages, unless exactly these were installed before. */
export function installDependencies(node) {
  const stamp = join(root, 'node_modules', '.milepost-setup');
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (process.env.CI && node === process.execPath && isInstalled()) return;
  say('installing packages (once; about a minute)');
  npmCi(node, root);
  writeFileSync(stamp, wanted);
}

/** Whether a workflow's own `npm ci` put exactly these packages there; those for other machines are not. */
function isInstalled() {
  const packagesIn = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  const there = join('node_modules', '.package-lock.json');
  if (!existsSync(join(root, there))) return false;
  const installed = packagesIn(there);
  return Object.entries(packagesIn('package-lock.json')).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}
