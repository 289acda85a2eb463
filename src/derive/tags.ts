import type { Request } from './requests.ts';
import { compare, isCanonical } from './requests.ts';

/** A tag with its address and how many canonical requests carry it. */
export interface Tag {
  name: string;
  /** Safe in an address and as a folder name; no two tags share one. */
  slug: string;
  count: number;
}

/** All tags of the requests, most used first. Names that would share an address get a number. */
export function deriveTags(requests: readonly Request[]): Tag[] {
  const counts = new Map<string, number>();
  for (const { item } of requests.filter(isCanonical)) {
    for (const name of new Set(item.tags)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const names = [...counts.keys()].sort(compare);
  const slugs = slugsOf(names);
  return names
    .map((name) => ({ name, slug: slugs.get(name) ?? name, count: counts.get(name) ?? 0 }))
    .sort((a, b) => b.count - a.count || compare(a.name, b.name));
}

/** One address a name, the same for the same set of names: letters and digits of any script stay, all else is a hyphen. */
function slugsOf(names: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  const slugs = new Map<string, string>();
  for (const name of names) {
    const plain = slugOf(name);
    let slug = plain;
    for (let n = 2; taken.has(slug); n += 1) slug = `${plain}-${n}`;
    taken.add(slug);
    slugs.set(name, slug);
  }
  return slugs;
}

/** Names that a file system keeps for itself. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

function slugOf(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\+/g, ' plus ')
    .replace(/#/g, ' sharp ')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+/, '');
  const slug = [...plain].slice(0, 60).join('').replace(/-+$/, '');
  return slug === '' ? 'tag' : RESERVED.test(slug) ? `tag-${slug}` : slug;
}
