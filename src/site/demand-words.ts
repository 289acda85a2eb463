import type { Demand } from '../derive/demand.ts';
import type { Messages } from '../i18n/messages.ts';

/** What the words need of a request's settings. */
interface Counting {
  /** How many requests were merged into it. */
  requests: number;
  commenters: boolean;
}

/** Explains a demand by its parts, which add up: `41 people: 36 on this request, 9 on 2 merged requests, less 4 counted already.` */
export function demandWords(
  demand: Demand,
  { requests, commenters }: Counting,
  { t }: Pick<Messages, 't'>,
): string {
  const { people, votes, here, merged, twice, heard, basis } = demand;
  const count = (key: 'people' | 'votes' | 'here' | 'twice' | 'heard' | 'requests', of: number): string =>
    t(`demand.${key}`, { count: of });
  const list = (parts: readonly string[]): string =>
    parts.reduce((first, next) => (first === '' ? next : t('list', { first, next })), '');
  const alone =
    basis === 'counted'
      ? [t(commenters ? 'demand.countedComments' : 'demand.counted', { count: here })]
      : [...(votes > 0 ? [count('votes', votes)] : []), ...(here > votes ? [t('demand.author')] : [])];
  const cluster = [
    count('here', here),
    t('demand.merged', { count: merged, requests: count('requests', requests) }),
    ...(twice > 0 ? [count('twice', twice)] : []),
  ];
  const parts = list(requests > 0 ? cluster : alone);
  return [
    people > 0 ? t('demand.sentence', { people: count('people', people), parts }) : t('demand.none'),
    ...(basis === 'author' && votes > 0 && here > votes ? [t('demand.oneOff')] : []),
    ...(basis === 'added' && people > 1 ? [t('demand.added')] : []),
    ...(heard > 0 ? [count('heard', heard)] : []),
  ].join(' ');
}
