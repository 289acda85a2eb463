import { printable } from '../../src/model/problem.ts';
import type { Check, Facts, Finding } from './facts.ts';

type Said = Omit<Finding, 'check'>;

const DAY = 24 * 3600_000;
/** A schedule runs each hour; after so many days without a run it does not. */
const LATE = 3;

/** Why GitHub does not run a workflow, by the state that it tells. */
const OFF: Record<string, string> = {
  disabled_inactivity: 'GitHub switched it off, for sixty days without activity',
  disabled_manually: 'somebody switched it off',
  disabled_fork: 'GitHub switched it off, since this is a fork',
};

/** Whether the roadmap renews itself. */
export const RUNS: readonly Check[] = [
  { name: 'workflow', find: workflow },
  { name: 'run', find: lastRun },
  { name: 'sync', find: sync },
];

function workflow({ home, workflow: found, workflowFile: file, named, repository }: Facts): Said[] {
  if (home === undefined || repository.is !== 'known') return [];
  if (found.is === 'unknown')
    return [{ level: 'unknown', says: `${file} could not be looked at: ${found.why}` }];
  if (found.is === 'absent') {
    return named.hasWorkflow
      ? [
          {
            level: 'problem',
            says: `${file} is here, but GitHub has none`,
            remedy: `push it to ${printable(repository.value.defaultBranch)}`,
          },
        ]
      : [{ level: 'problem', says: `there is no ${file}`, remedy: 'npx milepost init writes it' }];
  }
  const { state } = found.value;
  if (state === 'active') return [{ level: 'ok', says: `${file} is active` }];
  const says = `${file}: ${OFF[state] ?? printable(state)}`;
  return [{ level: 'problem', says, remedy: `gh workflow enable ${file} --repo ${home}` }];
}

const FINE = new Set(['success', 'neutral', 'skipped']);

function lastRun({ home, workflow: found, workflowFile: file, run, server, now }: Facts): Said[] {
  if (home === undefined || found.is !== 'known') return [];
  if (run.is === 'unknown') return [{ level: 'unknown', says: `could not be looked at: ${run.why}` }];
  const begin = `gh workflow run ${file} --repo ${home}`;
  if (run.is === 'absent') return [{ level: 'note', says: 'there was none yet', remedy: begin }];
  const { id, conclusion, at } = run.value;
  const remedy = `${server}/${home}/actions/runs/${id}`;
  if (conclusion !== undefined && !FINE.has(conclusion)) {
    const level = conclusion === 'cancelled' ? 'warning' : 'problem';
    return [{ level, says: `the last one, of ${at}, ended with ${printable(conclusion)}`, remedy }];
  }
  const days = daysSince(at, now);
  if (days >= LATE && found.value.state === 'active')
    return [
      {
        level: 'warning',
        says: `the last one was ${days} days ago, though it is to run each hour`,
        remedy: begin,
      },
    ];
  return [
    { level: 'ok', says: `the last one, of ${at}, ${conclusion === undefined ? 'goes on' : 'went well'}` },
  ];
}

/** `syncedAt` is when there was news: it says that sync stands still only where no run says otherwise. */
function sync({ syncedAt, run, now }: Facts): Said[] {
  if (syncedAt === undefined)
    return [
      {
        level: 'warning',
        says: 'nothing was ever synced',
        remedy: 'npx milepost sync, or let the workflow run',
      },
    ];
  const days = daysSince(syncedAt, now);
  const says = `the last news came in ${days === 0 ? 'today' : `${days} ${days === 1 ? 'day' : 'days'} ago`}`;
  const hasRun =
    run.is === 'known' && FINE.has(run.value.conclusion ?? '') && daysSince(run.value.at, now) < LATE;
  if (days < LATE) return [{ level: 'ok', says }];
  if (hasRun) return [{ level: 'ok', says: `${says}; there was none since` }];
  return [{ level: 'warning', says, remedy: 'npx milepost sync shows whether there is more' }];
}

const daysSince = (at: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / DAY));
