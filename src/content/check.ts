import type { FeedbackItem } from '../model/item.ts';
import type { Mission } from '../model/mission.ts';
import { mergeCircles } from './circles.ts';
import { nearest } from '../model/nearest.ts';
import { type Problem, show } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';

interface Together {
  settings: Settings;
  items: readonly FeedbackItem[];
  mission: Mission | undefined;
}

/** Checks what no file can know alone: statuses against the table, pillars against the mission, merges against the items. */
export function checkTogether(
  { settings, items, mission }: Together,
  placeOf: (id: string, field: string) => Pick<Problem, 'file' | 'line'>,
): Problem[] {
  const statuses = settings.statuses.map(({ id }) => id);
  const kinds = new Map(settings.statuses.map(({ id, kind }) => [id, kind]));
  const pillars = (mission?.pillars ?? []).map(({ id }) => id);
  const ids = new Set(items.map(({ id }) => id));
  const byIssue = Map.groupBy(items, issueOf);
  const circles = new Map(mergeCircles(items).map((circle) => [circle[0], circle]));
  return items.flatMap((item) => {
    const found = [
      oneOf('status', item.status, statuses, 'error'),
      pillars.length > 0 ? oneOf('pillar', item.pillar, pillars, 'warning') : undefined,
      isOurs(item.duplicateOf) && !ids.has(item.duplicateOf) ? missingCanonical(item.duplicateOf) : undefined,
      inCircle(circles.get(item.id)),
      kinds.get(item.status) === 'declined' && !item.response && !item.duplicateOf ? unanswered : undefined,
      twin(item, byIssue.get(issueOf(item)) ?? []),
      kinds.get(item.status) === 'shipped' && item.proof.length === 0 ? unproved : undefined,
    ];
    return found.flatMap((problem) => (problem ? [{ ...placeOf(item.id, problem.field), ...problem }] : []));
  });
}

const issueOf = ({ id, repo, number }: FeedbackItem): string =>
  number ? `${repo ?? ''}#${number}` : `file ${id}`;

function twin({ id }: FeedbackItem, same: readonly FeedbackItem[]): Found | undefined {
  const first = same[0];
  if (!first || first.id === id) return undefined;
  const got = `the same issue as ${first.id}.md`;
  return {
    field: 'number',
    level: 'error',
    expected: 'one file for each issue',
    got,
    remedy: 'Keep one of the two files.',
  };
}

type Found = Omit<Problem, 'file' | 'line'>;

const isOurs = (reference: string | undefined): reference is string =>
  reference !== undefined && !reference.includes('#');

function oneOf(
  field: string,
  got: string | undefined,
  known: readonly string[],
  level: Problem['level'],
): Found | undefined {
  if (got === undefined || known.includes(got)) return undefined;
  const near = nearest(got, known);
  const remedy = near ? `Did you mean "${near}"?` : 'Mend it.';
  return { field, level, expected: `one of ${known.join(', ')}`, got: show(got), remedy };
}

function missingCanonical(got: string): Found {
  const remedy = 'Run `milepost sync --full`, or take the line out.';
  return {
    field: 'duplicateOf',
    level: 'warning',
    expected: 'an item in this folder',
    got: show(got),
    remedy,
  };
}

function inCircle(circle: readonly string[] | undefined): Found | undefined {
  const [first = ''] = circle ?? [];
  if (!circle) return undefined;
  const remedy = `Take one of these merges back on GitHub; until then ${first} stands for all of them.`;
  return {
    field: 'duplicateOf',
    level: 'warning',
    expected: 'merges that come to an end',
    got: `the circle ${[...circle, first].join(' → ')}`,
    remedy,
  };
}

const unanswered: Found = {
  field: 'response',
  level: 'warning',
  expected: 'a reason, since the item is declined',
  got: 'nothing',
  remedy: 'Add `response:` with a sentence for the people who asked.',
};

const unproved: Found = {
  field: 'proof',
  level: 'warning',
  expected: 'a pull request or a release, since the item is shipped',
  got: 'nothing',
  remedy: 'Add `proof:` with its address, or another status.',
};
