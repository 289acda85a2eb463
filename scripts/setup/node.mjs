import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, isWindows, npmCi, root, say } from './process.mjs';

/** The path of a Node that Astro accepts: this one when it is new enough, else one from npm, fetched once. */
export function findNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const wanted = engines.node.replace(/^\D+/, '');
  if (isAtLeast(process.versions.node, wanted)) return process.execPath;
  const folder = join(root, 'scripts', 'toolchain');
  if (!findIn(folder)) {
    say(`Node ${process.versions.node} is older than ${wanted}; fetching a newer one for this project alone`);
    npmCi(process.execPath, folder);
  }
  const node = findIn(folder);
  return (
    node ??
    fail(`no Node ${wanted} to be had for ${process.platform}-${process.arch}; install one and try again`)
  );
}

function findIn(folder) {
  const { optionalDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const paths = Object.keys(optionalDependencies).map((name) =>
    join(folder, 'node_modules', name, 'bin', isWindows ? 'node.exe' : 'node'),
  );
  return paths.find((path) => existsSync(path));
}

function isAtLeast(version, wanted) {
  const [have, want] = [version, wanted].map((text) => text.split('.').map(Number));
  const place = want.findIndex((part, index) => part !== (have[index] ?? 0));
  return place === -1 || (have[place] ?? 0) > want[place];
}
