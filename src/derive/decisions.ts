import type { Mission, Pillar } from '../model/mission.ts';
import type { Kind } from '../model/status.ts';
import { seek, termReader, wordsIn } from './mission/suggest.ts';
import { type PillarLabels, pillarOf } from './pillars.ts';
import { compare, isCanonical, type Request } from './requests.ts';

/** A request that was answered with yes or no, and the goal of the mission that it was answered by. */
export interface Decision<Asked extends Request = Request> {
  request: Asked;
  /** Undefined when neither the request nor its answer names one. */
  pillar: Pillar | undefined;
}

const DECIDED: readonly Kind[] = ['planned', 'in-progress', 'declined'];

/**
 * What was planned, begun or not, and what was declined, pillar by pillar in the mission’s order, and last what names none; the latest
 * first in each. What words suggest does not count: nobody has said it.
 */
export function deriveDecisions<Asked extends Request>(
  requests: readonly Asked[],
  mission: Mission | undefined,
  labels: PillarLabels,
): Decision<Asked>[] {
  const cited = citations(mission?.pillars ?? []);
  const decided = requests
    .filter((request) => isCanonical(request) && DECIDED.includes(request.status.kind))
    .map((request) => {
      const { item } = request;
      return { request, pillar: pillarOf(item, mission, labels) ?? cited(item.response ?? '') };
    })
    .sort((a, b) => compare(b.request.movedAt, a.request.movedAt));
  const byPillar = Map.groupBy(decided, ({ pillar }) => pillar?.id);
  return [...(mission?.pillars ?? []), undefined].flatMap((pillar) => byPillar.get(pillar?.id) ?? []);
}

/** Finds the pillar that an answer names, by its name or its id; the mission’s first where it names several. */
function citations(pillars: readonly Pillar[]): (response: string) => Pillar | undefined {
  const read = termReader();
  const named = seek(
    pillars.map((pillar) => ({ ...pillar, words: [pillar.name, pillar.id] })),
    read,
  );
  // "Open" and `open` are names of a pillar, "leave it open" is not: a name of one word must be written as one.
  const isName = (word: string, { id }: Pillar, response: string): boolean =>
    /\P{L}/u.test(word) || response.includes(word === id ? `\`${id}\`` : word);
  return (response) => {
    const terms = read(response);
    const found = named.find((one) =>
      wordsIn(one, terms).some((word) => isName(word, one.pillar, response)),
    )?.pillar;
    return found && pillars.find(({ id }) => id === found.id);
  };
}

/** As many whole sentences as there are in words that were cut with "…"; the words as they are where there is none. */
export function wholeSentences(words: string, locale: string): string {
  if (!words.endsWith('…')) return words;
  const sentences = [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(words)];
  return (
    sentences
      .slice(0, -1)
      .map(({ segment }) => segment)
      .join('')
      .trim() || words
  );
}
