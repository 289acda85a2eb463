import { differences } from './compare.ts';
import { copyOf, discard, readFolder } from './folder.ts';
import { FAULTS } from './history.ts';
import { type Broken, leftovers, lostItems, tornFiles } from './invariants.ts';
import { type Disk, type Ended, milepost, milepostProcess, type Order, runOn, type Syncer } from './run.ts';
import { openScene, type Scene, type SceneName } from './scene.ts';

interface Trial {
  name: string;
  isProcess?: boolean;
  /** Puts GitHub or the disk into its state, and runs. */
  run: (order: Order) => Promise<Ended>;
}

export interface Tried {
  tried: number;
  broken: string[];
  /** How often what was broken, by kind. */
  counts: Record<Broken['kind'], number>;
}

interface Options {
  sync?: Syncer;
  scenes?: readonly SceneName[];
  /** Every how manieth trial is made. */
  every?: number;
  /** Every how manieth of the kills is also made with SIGKILL, in a process of its own; none when 0. */
  processes?: number;
  say?: (line: string) => void;
}

/**
 * Runs a sync once unhurt and counts its requests and its steps on the disk. Then fails each request in every way, fills the
 * disk at every step, and kills it before, after and half-way through every step; after each, looks at what is there, syncs
 * once more, and compares.
 */
export async function everyFault({
  sync = milepost,
  scenes = ['first', 'next', 'wide'],
  every = 1,
  processes = 1,
  say = () => {},
}: Options): Promise<Tried> {
  const tried: Tried = {
    tried: 0,
    broken: [],
    counts: { torn: 0, lost: 0, 'left over': 0, people: 0, broken: 0, unlike: 0 },
  };
  for (const name of scenes) {
    const scene = await openScene(name, sync);
    try {
      const trials = await trialsOf(scene, sync);
      const chosen = trials.filter(({ isProcess }, rank) =>
        isProcess ? sync === milepost && rank % processes === 0 : rank % every === 0,
      );
      for (const [rank, trial] of chosen.entries()) {
        const broken = await attempt(trial, scene, sync);
        tried.tried += 1;
        for (const { kind } of broken) tried.counts[kind] += 1;
        const [first] = broken;
        if (first) tried.broken.push(`${name}, ${trial.name}: ${first.kind}: ${first.what}`);
        if ((rank + 1) % 100 === 0 || rank + 1 === chosen.length)
          say(`${name}: ${rank + 1} of ${chosen.length} faults, ${tried.broken.length} failed`);
      }
    } finally {
      await scene.close();
    }
  }
  return tried;
}

const MOMENTS = ['before', 'halfway', 'after'] as const;

async function trialsOf(scene: Scene, sync: Syncer): Promise<Trial[]> {
  const folder = await copyOf(scene.folder);
  const { github, now } = scene;
  const { end, text, steps } = await runOn(undefined, sync, { folder, github, now, isFull: false });
  if (end !== 0) throw new Error(`${scene.name}: an unhurt sync ends with ${end}: ${text}`);
  const requests = github.log.map(({ index }) => index);
  github.reset();
  await discard(folder);
  const places = Array.from({ length: scene.name === 'wide' ? 0 : steps }, (_, rank) => rank + 1);
  const disks = places.flatMap((step): Disk[] => [
    { act: 'full', step, moment: 'before' },
    ...MOMENTS.map((moment): Disk => ({ act: 'die', step, moment })),
  ]);
  const kills = disks.filter(({ act }) => act === 'die');
  return [
    ...requests.flatMap((when) =>
      FAULTS.map((kind): Trial => ({
        name: `"${kind}" at request ${when}`,
        run(order) {
          github.faults.push({ kind, when, until: '2099-01-01T00:00:00Z' });
          return runOn(undefined, sync, order);
        },
      })),
    ),
    ...disks.map((disk): Trial => ({
      name: `${disk.act === 'die' ? 'killed' : 'full'} ${disk.moment} step ${disk.step}`,
      run: (order) => runOn(disk, sync, order),
    })),
    ...kills.map(({ step, moment }): Trial => ({
      name: `SIGKILL ${moment} step ${step}`,
      isProcess: true,
      run: (order) => milepostProcess(order, { step, moment }),
    })),
  ];
}

async function attempt(
  { run }: Trial,
  { github, folder: standing, now, wanted, fresh }: Scene,
  sync: Syncer,
): Promise<Broken[]> {
  const folder = await copyOf(standing);
  const before = await readFolder(folder);
  const order = { folder, github, now, isFull: false };
  try {
    const ended = await run(order);
    github.reset();
    const hurt = await readFolder(folder);
    const clean = await sync({ ...order, now: new Date(now.getTime() + 3_600_000) });
    github.reset();
    const after = await readFolder(folder);
    return [
      ...tornFiles(hurt),
      ...lostItems(before, hurt, wanted),
      ...leftovers(hurt, ended),
      ...(clean.end === 0
        ? []
        : [{ kind: 'broken', what: `the next sync ends with ${clean.end}: ${clean.text}` } as const]),
      ...leftovers(after, { end: 0 }),
      ...differences(after, fresh, new Map()),
    ];
  } finally {
    github.reset();
    await discard(folder);
  }
}
