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
  say('installing packages (once; about a minute)');
  npmCi(node, root);
  writeFileSync(stamp, wanted);
}
