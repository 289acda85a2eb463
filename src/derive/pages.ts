/** Requests on one page of a list: what a phone loads at once, and a person reads through. */
export const PAGE_SIZE = 50;
/** Tags on one page: each is short. */
export const TAGS_ON_A_PAGE = 400;
/** Entries of the changelog on one page: each may be long. */
export const ENTRIES_ON_A_PAGE = 20;

/** One page of a list. */
export interface Page<Value> {
  /** Counted from 1. */
  number: number;
  last: number;
  total: number;
  values: readonly Value[];
}

/** Cuts a list into pages; an empty list is one empty page. */
export function paginate<Value>(values: readonly Value[], size = PAGE_SIZE): Page<Value>[] {
  const last = Math.max(1, Math.ceil(values.length / size));
  return Array.from({ length: last }, (_, index) => ({
    number: index + 1,
    last,
    total: values.length,
    values: values.slice(index * size, (index + 1) * size),
  }));
}
