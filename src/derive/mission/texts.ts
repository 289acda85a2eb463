import { isCanonical, type Request } from '../requests.ts';
import { readable } from '../similar/markup.ts';
import { linesOf, repeatedLines } from '../similar/weigh.ts';

/** What was said in one request, those that were merged into it included: one wish, however often it was written down. */
export interface Said {
  request: Request;
  titles: readonly string[];
  /** Lines that were written by those who asked: without code, markup, and what a form asked. */
  lines: readonly string[];
}

/** E-mail addresses and @names: whoever spoke, or is spoken of, is nobody’s business. */
const SOMEBODY = /[^\s@<>()[\]]{1,64}@[^\s@<>()[\]]+|(?<![\p{L}\p{N}_])@[\p{L}\p{N}][\p{L}\p{N}_/-]*/gu;

export const withoutNames = (text: string): string =>
  text.includes('@') ? text.replace(SOMEBODY, ' … ') : text;
export const hasNames = (text: string): boolean => text.search(SOMEBODY) >= 0;

/** The texts of all canonical requests, in their order. */
export function textsOf(requests: readonly Request[]): Said[] {
  const canonical = requests.filter(isCanonical);
  const itemsOf = ({ item, merged }: Request): Request['item'][] => [item, ...merged];
  const proseOf = new Map(
    canonical.flatMap(itemsOf).map((item) => [item.id, withoutNames(readable(item.body).prose)]),
  );
  const ofAForm = repeatedLines([...proseOf.values()]);
  return canonical.map((request) => ({
    request,
    titles: itemsOf(request).map(({ title }) => withoutNames(title)),
    lines: itemsOf(request)
      .flatMap(({ id }) => linesOf(proseOf.get(id) ?? ''))
      .filter((line) => line !== '' && !ofAForm.has(line)),
  }));
}
