import { join } from 'node:path';
import { expect, test } from 'vitest';
import { overlay } from '../../scripts/overlay.ts';
import { NOW } from '../scripts/sandbox.ts';
import { type Hosted, host } from './checkout.ts';

const ON_DATA = { 'content/milepost.yml': 'branch: roadmap-data\n' };

async function layOver(hosted: Hosted, flags: { at?: string; dryRun?: boolean } = {}) {
  const { at, dryRun = false } = flags;
  const content = join(await hosted.clone(), 'content');
  const own = at === undefined ? {} : { at };
  const world = { env: {}, now: () => NOW, say: () => {}, progress: () => {} };
  return overlay.run({ content, dryRun, repo: undefined, own, rest: [] }, world);
}

test('overlay has nothing to do where no data branch is set', async () => {
  expect(await layOver(await host({ 'content/milepost.yml': '' }))).toEqual({
    report: { commit: null, files: 0 },
    text: 'No data branch is set; the content folder is whole.',
    status: 0,
  });
});

test('overlay says when the data branch is not there yet', async () => {
  expect((await layOver(await host(ON_DATA))).text).toBe(
    'The branch roadmap-data is not there yet; nothing is laid over.',
  );
});

test('overlay says what it laid over, and as a dry run what it would', async () => {
  const hosted = await host(ON_DATA);
  const commit = await hosted.commit({ 'content/feedback/1.md': 'one' }, 'roadmap-data');
  const words = `1 file of roadmap-data, as of ${commit.slice(0, 7)}`;
  expect((await layOver(hosted)).text).toBe(`laid over: ${words}`);
  expect(await layOver(hosted, { dryRun: true })).toEqual({
    report: { commit, files: 1 },
    text: `dry run: would lay over ${words}`,
    status: 0,
  });
});

test('overlay takes no commit that is none', async () => {
  await expect(layOver(await host(ON_DATA), { at: '--upload-pack=x' })).rejects.toThrow(
    '--at: expected a commit, 40 hex digits; got "--upload-pack=x".',
  );
});
