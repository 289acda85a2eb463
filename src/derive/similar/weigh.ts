import { Lexicon } from './lexicon.ts';
import { readable } from './markup.ts';

/** Something to compare. */
export interface Text {
  id: string;
  title: string;
  body: string;
  tags?: readonly string[] | undefined;
}

/** A text as terms with their weights; both lists begin with the rarest term, in one order for all texts. */
export interface Vector {
  terms: Int32Array;
  weights: Float64Array;
}

export interface Weighed {
  lexicon: Lexicon;
  vectors: readonly Vector[];
  /** What a text says in all: the length of its vector, softened. */
  lengths: Float64Array;
}

/*
 * The constants are taken from what is known of such texts, not fitted to any: a title says in one line what a body says
 * in ten, and three times is what reports of duplicates use; code is an example of the matter, half a word; a tag is a word.
 */
const FIELDS = { title: 3, pairs: 1, prose: 1, code: 0.5, tags: 1 } as const;
/** How far a longer field counts less by the word: half-way between not at all and in full. */
const LENGTH = 0.5;
/** A line that so many texts hold was not written by those who asked: a form asked them. */
const OF_A_FORM = 5;
/** Terms of a text that are compared, the strongest: the rest hardly move a score, and cost the most time. */
const STRONGEST = 64;
/** Two short texts that are equal are less surely one wish than two long ones: what is unsaid, against an average text. */
const UNSAID = 0.5;

/** Weighs the terms of all texts: by field, by how often (its logarithm), and by how rare among the texts. */
export function weigh(texts: readonly Text[]): Weighed {
  const lexicon = new Lexicon();
  const fields = fieldsOf(texts, lexicon);
  const rarity = rarityOf(fields, lexicon.size);
  const factors = factorsOf(fields);
  const lengths = new Float64Array(texts.length);
  const counts = new Float64Array(lexicon.size);
  const vectors = fields.map((lists, place) => {
    const terms: number[] = [];
    for (const { list, factor } of factors(lists)) {
      for (const term of list) {
        if (counts[term] === 0) terms.push(term);
        counts[term] = (counts[term] ?? 0) + factor;
      }
    }
    let square = 0;
    for (const term of terms) {
      const weight = Math.log1p(counts[term] ?? 0) * (rarity.weights[term] ?? 0);
      counts[term] = weight;
      square += weight * weight;
    }
    lengths[place] = Math.sqrt(square);
    const vector = strongest(terms, counts, rarity.holders);
    for (const term of terms) counts[term] = 0;
    return vector;
  });
  return { lexicon, vectors, lengths: softened(lengths) };
}

type Field = keyof typeof FIELDS;
type Fields = Readonly<Record<Field, readonly number[] | Int32Array>>;

function fieldsOf(texts: readonly Text[], lexicon: Lexicon): Fields[] {
  const bodies = texts.map(({ body }) => readable(body));
  const ofAForm = repeatedLines(bodies.map(({ prose }) => prose));
  return texts.map(({ title, tags = [] }, place) => {
    const { prose = '', code = '' } = bodies[place] ?? {};
    const own = linesOf(prose).filter((line) => !ofAForm.has(line));
    const terms = lexicon.read(title);
    return {
      title: terms,
      pairs: lexicon.pairs(terms),
      prose: Int32Array.from(lexicon.read(own.join('\n'))),
      code: Int32Array.from(lexicon.read(code)),
      tags: tags.flatMap((tag) => lexicon.read(tag)),
    };
  });
}

export const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim());

/** Lines that so many texts hold that a form asked them. */
export function repeatedLines(texts: readonly string[]): Set<string> {
  const holders = new Map<string, number>();
  for (const text of texts) {
    for (const line of new Set(linesOf(text))) holders.set(line, (holders.get(line) ?? 0) + 1);
  }
  return new Set([...holders].filter(([, count]) => count >= OF_A_FORM).map(([line]) => line));
}

/** In how many texts each term is, and what that makes it worth. */
function rarityOf(fields: readonly Fields[], size: number): { holders: Int32Array; weights: Float64Array } {
  const holders = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  for (const [place, lists] of fields.entries()) {
    for (const list of Object.values(lists)) {
      for (const term of list) {
        if (last[term] !== place) holders[term] = (holders[term] ?? 0) + 1;
        last[term] = place;
      }
    }
  }
  const total = fields.length;
  return {
    holders,
    weights: Float64Array.from(holders, (count) => Math.log(1 + (total - count + 0.5) / (count + 0.5))),
  };
}

/** What a word of each field counts, in a text whose field is as long as it is. */
function factorsOf(
  fields: readonly Fields[],
): (lists: Fields) => { list: readonly number[] | Int32Array; factor: number }[] {
  const names: readonly Field[] = ['title', 'pairs', 'prose', 'code', 'tags'];
  const averages = names.map(
    (name) => fields.reduce((sum, lists) => sum + lists[name].length, 0) / fields.length || 1,
  );
  return (lists) =>
    names.map((name, place) => {
      const list = lists[name];
      const relative = list.length / (averages[place] ?? 1);
      return { list, factor: FIELDS[name] / (1 - LENGTH + LENGTH * relative) };
    });
}

/** The terms that weigh most among those that another text has too. */
function strongest(terms: readonly number[], weights: Float64Array, holders: Int32Array): Vector {
  const weightOf = (term: number): number => weights[term] ?? 0;
  const kept = terms
    .filter((term) => (holders[term] ?? 0) > 1)
    .sort((a, b) => weightOf(b) - weightOf(a) || a - b)
    .slice(0, STRONGEST)
    .sort((a, b) => (holders[a] ?? 0) - (holders[b] ?? 0) || a - b);
  return { terms: Int32Array.from(kept), weights: Float64Array.from(kept, weightOf) };
}

function softened(lengths: Float64Array): Float64Array {
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length || 1;
  return lengths.map((length) => Math.hypot(length, UNSAID * average));
}
