import { spawn } from 'node:child_process';

type Env = Readonly<Record<string, string | undefined>>;

/** The program that shows an address to a person; undefined where nobody is sitting: in a pipe, in CI, without a screen. */
export function browserFor(
  platform: NodeJS.Platform,
  env: Env,
  isTerminal: boolean,
): readonly string[] | undefined {
  if (!isTerminal || env['CI']) return undefined;
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['explorer'];
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open'] : undefined;
}

/** Shows an address in the browser, where there is one; never fails, for the address was told too. */
export function browse(address: string, env: Env): void {
  const [program, ...args] = browserFor(process.platform, env, process.stderr.isTTY) ?? [];
  if (program === undefined) return;
  spawn(program, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
