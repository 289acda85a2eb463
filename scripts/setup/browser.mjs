import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { environment, fail, npmCi, root, say, setUp, which } from './process.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Environment that names a Chromium for the tests: one that is there, else Debian's, else one from npm. */
export function findBrowser(node) {
  const found = process.env.CHROME_PATH || which(...NAMES) || fromDebian();
  return found ? { CHROME_PATH: found } : fromNpm(node);
}

function fromDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !which('apt-get')) return undefined;
  say('installing Chromium for the tests (once; a minute or two)');
  const apt = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  setUp('apt-get', [...apt, 'update'], options);
  setUp(
    'apt-get',
    [...apt, 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'],
    options,
  );
  return which('chromium');
}

function fromNpm(node) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    fail('the tests need Chromium: install it, or name it in CHROME_PATH');
  }
  const folder = join(root, 'scripts', 'browser');
  if (!existsSync(join(folder, 'node_modules'))) {
    say('fetching a Chromium for the tests (once)');
    npmCi(node, folder);
  }
  const { status, stdout, stderr } = spawnSync(node, ['locate.mjs'], {
    cwd: folder,
    env: environment(node),
    encoding: 'utf8',
  });
  if (status !== 0) fail(`the tests need Chromium: install it, or name it in CHROME_PATH\n${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}
