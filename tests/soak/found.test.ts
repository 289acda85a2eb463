import { expect, test } from 'vitest';
import type { FaultKind } from '../github/faults.ts';
import type { Disk } from './run.ts';
import type { EventKind } from './events.ts';
import type { Step } from './history.ts';
import { tell } from './model.ts';
import { milepost } from './run.ts';

/** Shortest stories that random histories once ended in, so that they are told every time. */
const event = (kind: EventKind, pick = 0, value = 0): Step => ({ do: 'event', kind, pick, value });
const wait = (hours: number): Step => ({ do: 'wait', hours });
const sync = (more: { fault?: { kind: FaultKind; request: number }; disk?: Disk } = {}): Step => ({
  do: 'sync',
  isFull: false,
  asProcess: false,
  ...more,
});
/** `LABELS` of the events has `roadmap:hide` at its end. */
const HIDE = 0.99;

const kills = (count: number): Disk[] =>
  Array.from({ length: count }, (_, rank) => ({ act: 'die', step: rank + 1, moment: 'after' }));

async function broken(...steps: Step[]): Promise<string[]> {
  const told = await tell(steps, milepost);
  return told.broken.map(({ kind, what }) => [...told.story, `${kind}: ${what}`].join('\n'));
}

test('a hidden item leaves no count behind, wherever the sync that removed its file was killed', async () => {
  for (const disk of kills(4)) {
    const steps = [event('open', 0.5), event('open', 0.5), sync(), event('label', 0, HIDE), sync({ disk })];
    expect(await broken(...steps)).toEqual([]);
  }
});

test('an item goes with its issue, also where the sync that wrote its file was killed before the books', async () => {
  for (const gone of ['delete', 'transfer'] as const) {
    for (const disk of kills(24).filter((_, rank) => rank % 4 === 3)) {
      const steps = [event('open', 0.5), event('open', 0.5), sync({ disk }), event(gone)];
      expect(await broken(...steps)).toEqual([]);
    }
  }
});

test('a page that lost an issue moves no watermark past it', async () => {
  const steps = [
    event('open', 0.5),
    event('open', 0.5),
    sync(),
    event('title', 0.9, 0.1),
    wait(1),
    event('title', 0, 0.5),
    sync({ fault: { kind: 'short page', request: 2 } }),
  ];
  expect(await broken(...steps)).toEqual([]);
});
