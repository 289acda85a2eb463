import { isMilestone, type Kind, type Rule, type Status } from '../../src/model/status.ts';
import type { Labels } from '../../src/model/labels.ts';

/** What the status rules ask about an issue. */
export interface Facts {
  labels: Labels;
  state: 'open' | 'closed';
  reason: Rule['reason'];
  milestone: string | undefined;
  /** Merged into another item: where it stands is then for its labels to say, not for its being closed. */
  isMerged: boolean;
  /** Whether a merged pull request or a release proves that it shipped. */
  hasProof: boolean;
}

/**
 * The status that an issue has earned: the last of the table of which a rule holds. *Shipped* wants proof as well.
 * With no rule, a closed issue is `closed` (declined where GitHub says "not planned"), any other has the first status.
 */
export function statusOf(facts: Facts, table: readonly Status[]): Status {
  const [first] = table;
  if (!first) throw new RangeError('a status table has at least one status');
  const earned = table.findLast(
    ({ kind, when }) => (kind !== 'shipped' || facts.hasProof) && when.some((rule) => holds(rule, facts)),
  );
  return earned ?? endOf(facts, table) ?? first;
}

function endOf({ state, reason, isMerged }: Facts, table: readonly Status[]): Status | undefined {
  if (state === 'open' || isMerged) return undefined;
  const ends: Kind[] = reason === 'not-planned' ? ['declined', 'closed'] : ['closed'];
  return ends.flatMap((kind) => table.filter((status) => status.kind === kind))[0];
}

function holds(rule: Rule, { labels, state, reason, milestone, isMerged }: Facts): boolean {
  const closedByMerging = isMerged && state === 'closed' && rule.reason !== 'duplicate';
  return (
    (rule.label === undefined || labels.has(rule.label)) &&
    (rule.state === undefined || (rule.state === state && !closedByMerging)) &&
    (rule.reason === undefined || rule.reason === reason) &&
    (rule.milestone === undefined || isMilestone(rule.milestone, milestone))
  );
}
