import type { FaultKind } from '../github/faults.ts';
import type { Moment } from './disk.ts';
import { type EventKind, EVENTS } from './events.ts';
import { type Random, random } from './random.ts';

/** One thing that happens, as plain data: a story can be told again with some of its steps left out. */
export type Step =
  | { do: 'event'; kind: EventKind; pick: number; value: number }
  | { do: 'wait'; hours: number }
  | { do: 'person'; pick: number; value: number }
  | SyncStep;

export interface SyncStep {
  do: 'sync';
  isFull: boolean;
  /** By the command line, in a process of its own. */
  asProcess: boolean;
  /** What GitHub does wrong, and at which of the requests. */
  fault?: { kind: FaultKind; request: number };
  /** What becomes of the disk, and at which of its steps. */
  disk?: { act: 'die' | 'full'; step: number; moment: Moment };
}

/** Every way to fail that is worth a try in the middle of a story. */
export const FAULTS = [
  '502 before',
  '502 after',
  'reset before',
  'reset after',
  '401',
  '403 secondary',
  '403 primary',
  '403 forbidden',
  '429',
  'limited, 200',
  'partial',
  'html',
  'truncated',
  'truncated, chunked',
  'empty list',
  'empty page',
  'short page',
  'lost cursor',
  'same cursor',
] as const satisfies readonly FaultKind[];

const KINDS = Object.entries(EVENTS).flatMap(([kind, { weight }]) =>
  isKind(kind) ? [{ kind, weight }] : [],
);
const TOTAL = KINDS.reduce((sum, { weight }) => sum + weight, 0);

function isKind(name: string): name is EventKind {
  return Object.hasOwn(EVENTS, name);
}

/** Makes up a story; the same for the same seed. A share of the syncs, `processes`, are processes of their own. */
export function makeHistory(seed: number, processes = 0): Step[] {
  const dice = random(seed);
  const length = 15 + dice.below(60);
  const steps: Step[] = [event('open', dice), event('open', dice), event('open', dice)];
  for (let count = 0; count < length; count += 1) steps.push(nextStep(dice, processes));
  return steps;
}

function nextStep(dice: Random, processes: number): Step {
  const turn = dice.next();
  if (turn < 0.14) return syncStep(dice, processes);
  if (turn < 0.2) return { do: 'wait', hours: dice.one([0.1, 1, 1, 5, 26, 200]) };
  if (turn < 0.26) return { do: 'person', pick: dice.next(), value: dice.next() };
  return event(kindAt(dice.next() * TOTAL), dice);
}

const event = (kind: EventKind, dice: Random): Step => ({
  do: 'event',
  kind,
  pick: dice.next(),
  value: dice.next(),
});

function kindAt(weight: number): EventKind {
  let left = weight;
  return KINDS.find((one) => (left -= one.weight) < 0)?.kind ?? 'open';
}

function syncStep(dice: Random, processes: number): SyncStep {
  const asProcess = dice.chance(processes);
  const step: SyncStep = { do: 'sync', isFull: dice.chance(0.1), asProcess };
  const turn = dice.next();
  if (turn < 0.35) step.fault = { kind: dice.one(FAULTS), request: 1 + dice.below(4) };
  else if (turn < 0.6) {
    step.disk = {
      act: dice.chance(0.8) ? 'die' : 'full',
      step: 1 + dice.below(30),
      moment: dice.one(['before', 'halfway', 'after']),
    };
  }
  return step;
}
