import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commit, gitHub, repository } from '../github/data.ts';
import { serveGitHub, type TestGitHub } from '../github/server.ts';
import { type GitHubWorld, openWorld } from '../github/world.ts';
import { differences } from './compare.ts';
import { EVENTS } from './events.ts';
import { discard, newFolder, readFolder } from './folder.ts';
import type { Step, SyncStep } from './history.ts';
import { type Broken, idOfPath, leftovers, lostItems, tornFiles } from './invariants.ts';
import { type Written, writeByHand } from './people.ts';
import { at } from './random.ts';
import { type Ended, milepostProcess, REPO, runOn, type Syncer } from './run.ts';

/** How a story went: what happened, line by line, and what was wrong in the end or on the way. */
export interface Told {
  story: string[];
  broken: Broken[];
  syncs: number;
}

interface Stage {
  world: GitHubWorld;
  github: TestGitHub;
  folder: string;
  written: Written;
  sync: Syncer;
  told: Told;
}

/** Tells a story to a sync, in a folder and on a GitHub of their own, and compares the end with a fresh sync. */
export async function tell(steps: readonly Step[], sync: Syncer): Promise<Told> {
  const world = openWorld(
    gitHub(repository(REPO, { commits: [commit('start', 1)] }), repository('octo/attic')),
    '2026-02-01T08:00:00Z',
  );
  const github = await serveGitHub(world.data);
  const [folder, other] = [await newFolder(), await newFolder()];
  const told: Told = { story: [], broken: [], syncs: 0 };
  const stage: Stage = { world, github, folder, written: new Map(), sync, told };
  try {
    for (const step of steps) {
      await take(step, stage);
      if (told.broken.length > 0) return told;
    }
    await comeToRest(stage);
    if (told.broken.length > 0) return told;
    const ended = await sync({ folder: other, github, now: world.now(), isFull: false });
    if (ended.end !== 0) told.broken.push({ kind: 'broken', what: `a fresh sync ended with ${say(ended)}` });
    told.broken.push(...differences(await readFolder(folder), await readFolder(other), stage.written));
    return told;
  } finally {
    await Promise.all([github.close(), discard(folder), discard(other)]);
  }
}

async function take(step: Step, stage: Stage): Promise<void> {
  const { world, told } = stage;
  const line = await (async () => {
    switch (step.do) {
      case 'event':
        return EVENTS[step.kind].happen(world, step.pick, step.value);
      case 'wait':
        world.wait(Math.round(step.hours * 3600));
        return `${step.hours} h pass`;
      case 'person':
        return edit(step, stage);
      case 'sync':
        return syncOnce(step, stage);
    }
  })();
  if (line) told.story.push(`${world.now().toISOString()} ${line}`);
}

async function edit(
  { pick, value }: { pick: number; value: number },
  { folder, written }: Stage,
): Promise<string | undefined> {
  const files = [...(await readFolder(folder))].filter(([path]) => idOfPath(path));
  const chosen = at(files, pick);
  if (!chosen) return undefined;
  const [path, text] = chosen;
  const edited = writeByHand(written, path, text, value);
  if (edited === undefined) return undefined;
  await writeFile(join(folder, path), edited);
  return `a person writes ${JSON.stringify(written.get(path)?.at(-1))} into ${path}`;
}

/** Ids of the items that must have a file once they had one. */
const wantedIn = (world: GitHubWorld): Set<string> =>
  new Set(
    world
      .living()
      .filter(({ labels }) => !labels.includes('roadmap:hide'))
      .map(({ number }) => String(number)),
  );

async function syncOnce(step: SyncStep, stage: Stage): Promise<string> {
  const { world, github, folder, written, sync, told } = stage;
  const before = await readFolder(folder);
  github.reset();
  if (step.fault)
    github.faults.push({ kind: step.fault.kind, when: step.fault.request, until: '2099-01-01T00:00:00Z' });
  world.wait(1);
  const order = { folder, github, now: world.now(), isFull: step.isFull };
  const strike = step.disk?.act === 'die' ? { step: step.disk.step, moment: step.disk.moment } : undefined;
  const ended = step.asProcess ? await milepostProcess(order, strike) : await runOn(step.disk, sync, order);
  github.reset();
  told.syncs += 1;
  const after = await readFolder(folder);
  told.broken.push(
    ...tornFiles(after),
    ...lostItems(before, after, wantedIn(world)),
    ...leftovers(after, ended),
  );
  if (ended.end === 'broken' && !step.disk) {
    told.broken.push({ kind: 'broken', what: ended.text });
  }
  // With its file goes what people wrote there; `lost` has been looked for.
  for (const path of written.keys()) if (!after.has(path)) written.delete(path);
  for (const [path, blocks] of written) {
    const gone = blocks.find((block) => !after.get(path)?.includes(block));
    if (gone) told.broken.push({ kind: 'people', what: `${path} has lost ${JSON.stringify(gone)}` });
  }
  return `${inWords(step)}: ${say(ended)}`;
}

function inWords({ isFull, asProcess, fault, disk }: SyncStep): string {
  return [
    'sync',
    ...(isFull ? ['--full'] : []),
    ...(asProcess ? ['in a process of its own'] : []),
    ...(fault ? [`with "${fault.kind}" at request ${fault.request}`] : []),
    ...(disk
      ? [`${disk.act === 'die' ? 'killed' : 'with a full disk'} ${disk.moment} step ${disk.step}`]
      : []),
  ].join(' ');
}

const say = ({ end, text }: Ended): string => `${end} ${text.split('\n', 1)[0] ?? ''}`.trim();

/** Days enough for every sweep, however rare. */
const DAYS = [0, 0, 2, 9, 9];
const CLEAN: SyncStep = { do: 'sync', isFull: false, asProcess: false };

/** Syncs without faults, hours and days apart, as a schedule would; a last one must find nothing to do. */
async function comeToRest(stage: Stage): Promise<void> {
  for (const days of DAYS) {
    await take({ do: 'wait', hours: 24 * days }, stage);
    await take(CLEAN, stage);
  }
  const before = await readFolder(stage.folder);
  await take({ do: 'wait', hours: 1 }, stage);
  await take(CLEAN, stage);
  const after = await readFolder(stage.folder);
  const moved = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  if (moved.length > 0)
    stage.told.broken.push({ kind: 'unlike', what: `a sync with nothing new changed ${moved.join(', ')}` });
}
