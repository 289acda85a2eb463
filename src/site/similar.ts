import { clustersOf } from '../derive/clusters.ts';
import { buildSimilarity } from '../derive/similar/similarity.ts';
import type { FeedbackItem } from '../model/item.ts';
import { digest } from './digest.ts';

/** Similar requests of every canonical item that has some, with a name for the texts that they were found in. */
export interface SimilarRequests {
  digest: string;
  /** An item's id, then ids of those like it, the likest first. Scores are left out: they move with every new text. */
  of: [id: string, similar: string[]][];
}

/** More would be a list to search in, not a hint. */
const SHOWN = 5;
/** A fifth of what two requests say. On a page a wrong hint costs a glance, and a missing one a duplicate. */
const LEAST = 0.2;

type Asked = Pick<FeedbackItem, 'id' | 'title' | 'body' | 'tags' | 'duplicateOf' | 'hidden'>;

/** Finds similar requests among canonical items that are shown; takes what was found `before` where no text changed. */
export function findSimilar(items: readonly Asked[], before: SimilarRequests | undefined): SimilarRequests {
  const heads = clustersOf(items);
  const texts = items
    .filter(({ id }) => heads.has(id))
    .map(({ id, title, body, tags }) => ({ id, title, body, tags }));
  const name = digest(texts);
  if (before?.digest === name) return before;
  const neighbours = buildSimilarity(texts).neighbours(SHOWN, LEAST);
  const found = [...neighbours].filter(([, those]) => those.length > 0);
  return { digest: name, of: found.map(([id, those]) => [id, those.map((other) => other.id)]) };
}
