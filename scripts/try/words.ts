import type { Reading } from './read.ts';
import { WITH_TOKEN } from './budget.ts';

const number = new Intl.NumberFormat('en');

/** What a try without a token left out, a line each. */
export function leftOut(
  { have, total, duplicates, odd, hasAllReleases, next }: Reading,
  repo: string,
): string[] {
  const isPart = next !== undefined || (total !== undefined && have < total);
  return [
    'Left out, for want of a token:',
    ...(isPart ? [`  ${of(have, total)} issues are here: those wanted most, and those that moved last`] : []),
    ...(next
      ? [`  GitHub's limit for this hour ended the reading; it answers again at ${next.toISOString()}`]
      : []),
    '  pull requests: an issue counts as shipped only where a release names it or its milestone',
    '  who voted: 👍 are counted, but whether one person voted twice is not known',
    ...(duplicates > 0
      ? [
          `  what ${number.format(duplicates)} closed ${duplicates === 1 ? 'duplicate is a duplicate' : 'duplicates are duplicates'} of`,
        ]
      : []),
    ...(hasAllReleases ? [] : ['  releases before the newest 300']),
    ...(odd > 0 ? [`  ${number.format(odd)} that came in a shape that GitHub does not document`] : []),
    WITH_TOKEN(repo),
  ];
}

const of = (have: number, total: number | undefined): string =>
  total === undefined ? `only ${number.format(have)}` : `${number.format(have)} of ${number.format(total)}`;
