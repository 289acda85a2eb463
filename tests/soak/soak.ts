import { parseArgs } from 'node:util';
import { everyFault } from './faults.ts';
import { makeHistory } from './history.ts';
import { tell, type Told } from './model.ts';
import { milepost } from './run.ts';
import { shrink } from './shrink.ts';

const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    /** Of a hundred syncs, how many are processes of their own. */
    processes: { type: 'string', default: '2' },
    /** Events that are not to happen, such as `vote,rename label`. */
    without: { type: 'string', default: '' },
    faults: { type: 'boolean', default: false },
  },
});

const without = new Set<string>(values.without.split(','));
const say = (line: string): boolean => process.stderr.write(`${line}\n`);

const inWords = ({ story, broken }: Told): string =>
  [...story, ...broken.map(({ kind, what }) => `!! ${kind}: ${what}`)].map((line) => `  ${line}`).join('\n');

async function soakHistories(count: number, first: number, processes: number): Promise<number> {
  let failed = 0;
  let syncs = 0;
  const began = performance.now();
  for (let seed = first; seed < first + count; seed += 1) {
    const steps = makeHistory(seed, processes).filter(
      (step) => step.do !== 'event' || !without.has(step.kind),
    );
    const told = await tell(steps, milepost);
    syncs += told.syncs;
    if (told.broken.length > 0) {
      failed += 1;
      say(`seed ${seed} fails (${told.broken[0]?.kind ?? ''}); its shortest story:`);
      // A process of its own takes a second: the story is shortened without, and told in full where it needs them.
      const fails = async (some: typeof steps): Promise<boolean> =>
        (await tell(some, milepost)).broken.length > 0;
      const shorter = await shrink(steps, (some) => fails([...some]), processes > 0 ? 60 : 200);
      say(inWords(await tell(shorter, milepost)));
    }
    const done = seed - first + 1;
    if (done % 25 === 0 || done === count) {
      const seconds = Math.round((performance.now() - began) / 1000);
      say(`${done} of ${count} histories, ${syncs} syncs, ${failed} failed, ${seconds} s`);
    }
  }
  process.stdout.write(`${count - failed} passed, ${failed} failed\n`);
  return failed;
}

async function soakFaults(): Promise<number> {
  const { tried, broken } = await everyFault({ every: 1, say });
  for (const line of broken) say(line);
  process.stdout.write(`${tried - broken.length} passed, ${broken.length} failed\n`);
  return broken.length;
}

const failed = values.faults
  ? await soakFaults()
  : await soakHistories(Number(values.histories), Number(values.seed), Number(values.processes) / 100);
process.exitCode = failed > 0 ? 1 : 0;
