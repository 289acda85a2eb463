import type { Notice } from '../../src/model/notice.ts';
import type { Due } from './plan.ts';
import type { Changes, Notices, Shelf } from './shelf.ts';
import { claimFree, mergeResults, standingOf } from './standing.ts';

/** What became of every notice, so that no run tells what another told. */
export interface Ledger {
  /** What is known of these, by key. */
  read: (due: readonly Due[]) => Promise<Notices>;
  /** Takes notices upon this run; answers the claims that were won. @throws Stop (status 3) when none can be made. */
  claim: (due: readonly Due[]) => Promise<Notices>;
  /** Puts down what came of them; `null` gives a claim back. @throws Stop (status 3) when that fails. */
  record: (results: Changes) => Promise<void>;
}

/** Constant, whatever is claimed: nothing that anybody wrote gets into a commit message. */
const CLAIM = 'Claim the requests that are about to be told';
const RECORD = 'Record which requests were told';

/**
 * Opens the ledger of one run. `shared` is where runs meet: a branch of the remote, or the content folder itself. `copy` gets
 * the results too, so that later runs and builds on this machine see them.
 */
export function openLedger(shared: Shelf, copy: Shelf | undefined, run: string, now: () => Date): Ledger {
  const put = async (results: Changes, shelf: Shelf): Promise<void> =>
    shelf.change(RECORD, [...results.keys()], (known) => mergeResults(results, known, run, now()));
  return {
    async read(due) {
      const keys = due.map(({ key }) => key);
      const here = await (copy ?? shared).read(keys);
      // What is told stays told: where this folder knows of it already, the remote need not be asked.
      const isQuiet = due.every(({ key, version }) =>
        ['told', 'settled'].includes(standingOf(here.get(key), version, now())),
      );
      return copy && !isQuiet ? new Map([...here, ...(await shared.read(keys))]) : here;
    },
    async claim(due) {
      const at = now();
      const wanted = due.map((one): Notice => claimOf(one, run, at));
      let won: Notice[] = [];
      await shared.change(
        CLAIM,
        wanted.map(({ key }) => key),
        (known) => mapOf((won = claimFree(wanted, known, at))),
      );
      return mapOf(won);
    },
    async record(results) {
      if (results.size === 0) return;
      try {
        await put(results, shared);
      } finally {
        if (copy) await put(results, copy);
      }
    },
  };
}

const claimOf = ({ key, repo, number, version }: Due, run: string, at: Date): Notice => ({
  key,
  state: 'claimed',
  repo,
  number,
  at: at.toISOString(),
  run,
  ...(version !== undefined && { version }),
});

const mapOf = (notices: readonly Notice[]): Map<string, Notice> =>
  new Map(notices.map((notice) => [notice.key, notice]));
