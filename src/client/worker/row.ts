import { marksIn } from '../../derive/search/marks.ts';
import type { Library } from './library.ts';
import type { Row } from './question.ts';

/** Tags of a row; a request may have dozens. */
const TAGS = 4;

/** What a row shows of a request, as `Row.astro` does, with what was asked for marked. */
export function rowOf({ requests, facts, speak }: Library, place: number, words: string): Row {
  const fact = (column: readonly number[]): number => column[place] ?? 0;
  const { t } = speak;
  const title = requests.titles[place] ?? '';
  const [people, heard, moved] = [fact(requests.people), fact(facts.heard), fact(facts.moved)];
  const isHeard = people === 0 && heard > 0;
  const moments = { opened: fact(facts.created), moved };
  const notes = { heard: isHeard ? 0 : heard, comments: fact(facts.comments), merged: fact(facts.merged) };
  return {
    id: requests.ids[place] ?? '',
    title,
    lang: facts.languages[fact(facts.language)] ?? '',
    marks: marksIn(title, words),
    demand: isHeard ? [speak.number(heard), t('heard', heard)] : [speak.number(people), t('people', people)],
    tags: (facts.tagged[place] ?? [])
      .slice(0, TAGS)
      .flatMap((tag) => facts.tags[tag] ?? [])
      .map(({ slug, name }) => ({ slug, name, marks: marksIn(name, words) })),
    notes: Object.entries(notes).flatMap(([what, count]) => (count > 0 ? [t(`row.${what}`, count)] : [])),
    moments: Object.entries(moments).flatMap(([what, day]) =>
      day > 0 ? [{ said: t(`row.${what}`), date: dateOf(day), day: speak.day(day) }] : [],
    ),
    status: facts.statuses[fact(facts.status)] ?? { id: '', name: '', kind: 'open' },
  };
}

/** A day, counted since 1970-01-01, as in ISO 8601. */
const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
