import { expect, test } from 'vitest';
import { readContent } from '../../src/content/read.ts';
import { titanium, titaniumIsAbsent } from '../github/titanium.ts';
import { runSyncIn, sandbox, serve } from './sandbox.ts';

test(
  '6,589 real feature requests are synced, twice, and check finds no error',
  { timeout: 120_000 },
  async () => {
    const absent = titaniumIsAbsent();
    if (absent) return void console.warn(absent);
    const [github, content] = [await serve(titanium()), await sandbox()];
    const run = () => runSyncIn(content, github, { flags: { repo: 'tidev/titanium' } });
    expect(await run()).toMatchObject({ status: 0, report: { created: 6589, requests: 178, points: 310 } });
    const before = await content.digest();
    expect(await run()).toMatchObject({ status: 0, report: { created: 0, updated: 0, requests: 3 } });
    expect(await content.digest()).toBe(before);
    const { items, entries, tallies, problems } = await readContent(content.folder);
    expect([items.length, entries.length, tallies.size]).toEqual([6589, 501, 6589]);
    expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
    expect(
      Map.groupBy(items, ({ status }) => status)
        .keys()
        .toArray()
        .sort(),
    ).toEqual(['closed', 'declined', 'open', 'shipped']);
  },
);
