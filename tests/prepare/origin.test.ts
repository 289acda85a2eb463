import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settings } from '../../src/model/settings.ts';
import { fileLinks } from '../../src/site/file-links.ts';
import { originOf, webAddressOf } from '../../src/site/origin.ts';

test.each([
  ['https://github.com/octo/app.git', 'https://github.com/octo/app'],
  ['https://x:secret@github.com/octo/app', 'https://github.com/octo/app'],
  ['git@github.com:octo/app.js.git', 'https://github.com/octo/app.js'],
  ['ssh://git@github.com/octo/app/', 'https://github.com/octo/app'],
])('%s is seen at %s', (remote, web) => {
  expect(webAddressOf(remote)).toBe(web);
});

test.each(['/srv/git/app.git', '../app', '', 'file:///srv/app', 'https://github.com/octo'])(
  '"%s" is seen nowhere',
  (remote) => {
    expect(webAddressOf(remote)).toBeUndefined();
  },
);

test('links a request’s file on the branch that holds it', () => {
  const origin = { commit: 'c', prefix: 'road map/content/', web: 'https://github.com/octo/app' };
  expect(fileLinks({ origin, settings: settings.parse({ branch: 'roadmap-data' }) }, '42')).toEqual({
    file: 'https://github.com/octo/app/blob/roadmap-data/road%20map/content/feedback/42.md',
    history: 'https://github.com/octo/app/commits/roadmap-data/road%20map/content/feedback/42.md',
  });
  expect(fileLinks({ origin, settings: settings.parse({}) }, '42')?.file).toContain('/blob/HEAD/');
  expect(
    fileLinks({ origin: { ...origin, web: undefined }, settings: settings.parse({}) }, '42'),
  ).toBeUndefined();
});

test('a folder outside git comes from nowhere', async () => {
  expect(await originOf(await mkdtemp(join(tmpdir(), 'milepost-')))).toBeUndefined();
});
