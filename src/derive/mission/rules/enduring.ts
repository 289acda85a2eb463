import type { Mission } from '../../../model/mission.ts';
import { compare } from '../../requests.ts';
import { check, type Finding, type Rule } from '../finding.ts';
import { spanOf } from './day.ts';

type Revision = Mission['revisions'][number];

const YEAR = 365;
/** How people call the beginning, which is no change. */
const BEGINNING = /\b(?:first|initial|original|founding)\b/i;

const seldom: Rule<readonly [Revision, Revision]> = {
  rule: 'enduring',
  why: 'The mission changed twice within a year: what changes so often cannot be worked towards.',
  remedy:
    'Let it stand for a year, and put what changes into `strategy` or the roadmap: “Sell to accountants first.”',
  find([before, after]) {
    const [from, to] = [spanOf(before.date), spanOf(after.date)];
    return from && to && to.last - from.first < YEAR ? `${before.date}, ${after.date}` : undefined;
  },
};

const explained: Rule<Revision> = {
  rule: 'enduring',
  why: 'Whoever relied on the old mission is not told why it changed.',
  remedy: 'Add a `reason` to the revision: “Freelancers turned out to be who stays.”',
  find: ({ date, reason }) => (reason?.trim() ? undefined : date),
};

/** A mission holds for years. Looks at its revisions alone, so it holds in any language. */
export function checkRevisions({ revisions }: Mission): Finding[] {
  const byDate = [...revisions].sort((a, b) => compare(a.date, b.date));
  const changes = byDate.filter(({ reason = '' }, place) => place > 0 || !BEGINNING.test(reason));
  const pairs = changes.slice(1).map((after, place) => [changes[place] ?? after, after] as const);
  const [often = []] = pairs
    .map((pair) => check(seldom, 'revisions', pair))
    .filter(({ length }) => length > 0);
  const silent = revisions.flatMap((revision, place) => check(explained, `revisions.${place}`, revision));
  return [...often, ...silent];
}
