import { describe, expect, test } from 'vitest';
import { renderAll, type RenderJob } from '../../src/markdown/pool.ts';
import { bombs } from './bombs.ts';

const MISBEHAVING = new URL('fixtures/misbehaving-child.ts', import.meta.url);

const job = (id: string, markdown: string): RenderJob => ({ id, markdown, context: { repo: 'owner/name' } });
const good = (count: number) =>
  Array.from({ length: count }, (_, index) => job(`good ${index}`, `text **${index}**`));

test('no jobs start no child', async () => {
  const nowhere = new URL('fixtures/absent.ts', import.meta.url);
  expect(await renderAll([], { program: nowhere })).toEqual(new Map());
});

test('every body comes back with its HTML and its excerpt', async () => {
  const done = await renderAll([job('a', '**A**'), job('b', '#1')]);
  expect([...done]).toEqual([
    ['a', { html: '<p dir="auto"><strong>A</strong></p>', excerpt: 'A' }],
    [
      'b',
      {
        html: '<p dir="auto"><a href="https://github.com/owner/name/issues/1" rel="nofollow ugc noopener noreferrer">#1</a></p>',
        excerpt: '#1',
      },
    ],
  ]);
});

test('two children share 300 bodies and lose none', async () => {
  const done = await renderAll(good(300), { children: 2 });
  expect(done.size).toBe(300);
  expect(done.get('good 299')?.html).toBe('<p dir="auto">text <strong>299</strong></p>');
});

test('the child sees no token', async () => {
  process.env['GITHUB_TOKEN'] = 'secret';
  const done = await renderAll([job('a', 'TOKEN')], { program: MISBEHAVING });
  delete process.env['GITHUB_TOKEN'];
  expect(done.get('a')?.excerpt).toBe('none');
});

test('a child that cannot start is an error that says why', async () => {
  const nowhere = new URL('fixtures/absent.ts', import.meta.url);
  await expect(renderAll(good(1), { program: nowhere })).rejects.toThrow(
    /^The Markdown renderer could not start \(exit status 1\)[^]+Cannot find module/,
  );
});

describe('one body never harms another', () => {
  const cases: [markdown: string, reason: string | RegExp][] = [
    ['HANG', 'it took longer than 1 s'],
    ['CRASH', 'the renderer needed too much memory or crashed (SIGABRT)'],
    ['EXIT', 'the renderer needed too much memory or crashed'],
    ['MEMORY', 'the renderer needed too much memory or crashed (SIGABRT)'],
  ];
  test.each(cases)('%s', async (markdown, reason) => {
    const jobs = [...good(3), job('bad', markdown), ...good(80).slice(3)];
    const done = await renderAll(jobs, {
      program: MISBEHAVING,
      timeLimit: markdown === 'HANG' ? 1_000 : 20_000,
      memoryLimit: 64,
    });
    expect(done.get('bad')).toEqual({
      html: `<pre class="plain" tabindex="0" dir="auto">\n${markdown}</pre>`,
      excerpt: markdown,
      fallback: reason,
    });
    expect(done.size).toBe(81);
    expect([...done.values()].filter(({ fallback }) => fallback !== undefined)).toHaveLength(1);
  });
});

test('every bomb is answered in time, stays small, and the others are rendered', async () => {
  const hostile = bombs(65_536).map(([name, markdown]) => job(name, markdown));
  const slower: number[] = [];
  for (const batch of [hostile, bombs(16_000).map(([name, markdown]) => job(name, markdown))]) {
    const start = performance.now();
    const done = await renderAll([...good(5), ...batch]);
    slower.push(performance.now() - start);
    for (const { id } of batch) expect(done.get(id)?.html.length, id).toBeLessThanOrEqual(1_000_100);
    for (const { id } of good(5)) expect(done.get(id)?.fallback, id).toBeUndefined();
    expect([...done.values()].filter(({ fallback }) => fallback?.includes('longer than 5 s'))).toEqual([]);
  }
  expect(Math.max(...slower)).toBeLessThan(20_000);
}, 45_000);
