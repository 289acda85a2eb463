import { join } from 'node:path';
import { PLACES, readText } from '../../src/content/files.ts';
import { dayOf, extendSnapshots } from '../../src/derive/snapshots.ts';
import { type Counted, readCounted, writeCounted } from '../../src/model/counted.ts';
import { type Labels, readIssues, readLabels, writeIssues, writeLabels } from '../../src/model/known.ts';
import { readTallies, type Tally, writeTallies } from '../../src/model/ledger.ts';
import { type Milestone, readMilestones, writeMilestones } from '../../src/model/milestones.ts';
import { readSnapshots, writeSnapshots } from '../../src/model/snapshots.ts';
import { readSyncState, type SyncState, writeSyncState } from '../../src/model/sync-state.ts';
import { type KnownIssues, knownIssues } from './known-issues.ts';
import type { Writer } from './write.ts';

/** The machine's own books: what GitHub counted, and how far each repository has been read. */
export interface Ledger {
  /** To be changed in place, then saved. */
  tallies: Map<string, Tally>;
  /** Who was counted one by one, by canonical item. To be changed in place, then saved. */
  counted: Map<string, Counted>;
  /** When the votes of all issues of a repository were last counted. */
  sweptAt: (repo: string) => string | undefined;
  /** Says that they were counted just now. */
  swept: (repo: string, now: Date) => void;
  /** Which issue each item stands for. */
  issues: KnownIssues;
  /** Labels' names, by repository. To be changed in place, then saved. */
  labels: Labels;
  /** Milestones, by repository. To be changed in place, then saved. */
  milestones: Map<string, readonly Milestone[]>;
  /** Takes down with which settings issues become items; with others than before, no repository counts as read. */
  useSettings: (digest: string) => void;
  /** Counts a repository as never read, so that all of it is; what breaks off goes on from its watermark. */
  forget: (repo: string) => void;
  /** When it was last made sure that every item's issue is still there. */
  checkedAt: (repo: string) => string | undefined;
  checked: (repo: string, now: Date) => void;
  /** Latest change read of a repository; undefined when it was never read. */
  watermark: (repo: string) => string | undefined;
  /** Moves a watermark forward, never back. */
  advance: (repo: string, updatedAt: string) => void;
  /** Writes what changed. Watermarks move on disk only with other news, so that a quiet sync writes no byte. */
  save: (news: 'found' | 'far' | 'none', now: Date) => Promise<void>;
}

/**
 * Opens the books of a content folder. `save` is told what the run has met so far: `found` something new, nothing new but
 * `far` to read, or `none` of it.
 */
export async function openLedger(folder: string, writer: Writer): Promise<Ledger> {
  const paths = {
    tallies: join(folder, PLACES.tallies),
    counted: join(folder, PLACES.counted),
    snapshots: join(folder, PLACES.snapshots),
    issues: join(folder, PLACES.issues),
    labels: join(folder, PLACES.labels),
    milestones: join(folder, PLACES.milestones),
    state: join(folder, PLACES.state),
  };
  const written = {
    tallies: await readText(paths.tallies),
    counted: await readText(paths.counted),
    snapshots: await readText(paths.snapshots),
    issues: await readText(paths.issues),
    labels: await readText(paths.labels),
    milestones: await readText(paths.milestones),
    state: await readText(paths.state),
  };
  const tallies = readTallies(written.tallies ?? '');
  const before = new Map(tallies);
  const counted = readCounted(written.counted ?? '');
  const past = readSnapshots(written.snapshots ?? '');
  const state: SyncState = readSyncState(written.state ?? '');
  const issues = knownIssues(readIssues(written.issues ?? ''));
  const labels = readLabels(written.labels ?? '');
  const milestones: Ledger['milestones'] = Map.groupBy(
    readMilestones(written.milestones ?? ''),
    ({ repo }) => repo,
  );
  let isForgotten = false;
  let hasBegunAgain = false;
  const readBefore = Object.keys(state.watermarks).length;
  const keep = async (which: keyof typeof paths, text: string): Promise<boolean> => {
    if (text === written[which]) return false;
    await writer.write(paths[which], text);
    written[which] = text;
    return true;
  };
  const isBook = (which: keyof typeof paths, size: number): boolean =>
    size > 0 || written[which] !== undefined;
  return {
    tallies,
    counted,
    sweptAt: (repo) => state.sweptAt?.[repo],
    swept(repo, now) {
      state.sweptAt = { ...state.sweptAt, [repo]: now.toISOString() };
    },
    issues,
    labels,
    milestones,
    useSettings(digest) {
      if (state.settings === digest) return;
      state.settings = digest;
      state.watermarks = {};
      isForgotten = true;
    },
    forget(repo) {
      state.watermarks = Object.fromEntries(
        Object.entries(state.watermarks).filter(([other]) => other !== repo),
      );
      isForgotten = true;
    },
    checkedAt: (repo) => state.checkedAt?.[repo],
    checked(repo, now) {
      state.checkedAt = { ...state.checkedAt, [repo]: now.toISOString() };
    },
    watermark: (repo) => state.watermarks[repo],
    advance(repo, updatedAt) {
      hasBegunAgain ||= isForgotten;
      if (updatedAt > (state.watermarks[repo] ?? '')) state.watermarks[repo] = updatedAt;
    },
    async save(news, now) {
      const snapshots = extendSnapshots(past, before, tallies, dayOf(now));
      const dated = [...milestones.values()].flat();
      // History before the votes that it is the history of: a run that dies between the two tells it again.
      const kept = [
        snapshots !== past && (await keep('snapshots', writeSnapshots(snapshots))),
        isBook('counted', counted.size) && (await keep('counted', writeCounted(counted))),
        isBook('tallies', tallies.size) && (await keep('tallies', writeTallies(tallies))),
        isBook('issues', issues.all.size) && (await keep('issues', writeIssues(issues.all))),
        isBook('milestones', dated.length) && (await keep('milestones', writeMilestones(dated))),
      ];
      const isNew = kept.includes(true) || news === 'found';
      if (isNew) state.syncedAt = now.toISOString();
      const isFirst = Object.keys(state.watermarks).length > readBefore;
      if (isNew || isFirst || hasBegunAgain || news === 'far')
        await keep('state', writeSyncState(inOrder(state)));
      // Names after the watermarks that were taken back for their sake: a run that dies between the two takes them back again.
      const isAhead = isForgotten && !hasBegunAgain;
      if (isBook('labels', labels.size) && !isAhead) await keep('labels', writeLabels(labels));
    },
  };
}

/** The same state is always the same text. */
const inOrder = ({ syncedAt, settings, watermarks, sweptAt, checkedAt }: SyncState): SyncState => ({
  ...(syncedAt && { syncedAt }),
  ...(settings && { settings }),
  watermarks,
  ...(sweptAt && { sweptAt }),
  ...(checkedAt && { checkedAt }),
});
