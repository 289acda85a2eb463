import type { ElementContent, Text } from 'hast';
import { pointTo } from './link.ts';
import { element, text } from './tree.ts';

/**
 * What GitHub makes a link of in plain words: `owner/name#12`, `#12`, `GH-12`, a full commit hash. Not inside a longer
 * word or a path. `@name` is left alone: a page must not look as if it called anybody.
 */
const REFERENCE =
  /(?<![\w/&#@.-])(?:(?<place>[\w-]{1,39}\/[\w.-]{1,100})?#(?<number>[1-9]\d{0,8})|GH-(?<short>[1-9]\d{0,8})|(?<commit>[0-9a-f]{40}))(?![\w-])/g;

/** Splits a text at its references to issues and commits, each of which becomes a link. */
export function linkReferences(node: Text, repoUrl: string, githubUrl: string): ElementContent[] {
  if (!/[#]\d|GH-\d|[0-9a-f]{40}/.test(node.value)) return [node];
  const parts: ElementContent[] = [];
  let end = 0;
  for (const match of node.value.matchAll(REFERENCE)) {
    const { place, number, short, commit } = match.groups ?? {};
    const base = place === undefined ? repoUrl : `${githubUrl}/${place}`;
    const address = commit === undefined ? `${base}/issues/${number ?? short}` : `${base}/commit/${commit}`;
    const words = commit === undefined ? text(match[0]) : element('code', {}, [text(commit.slice(0, 7))]);
    if (match.index > end) parts.push(text(node.value.slice(end, match.index)));
    parts.push(pointTo(element('a', {}, [words]), address));
    end = match.index + match[0].length;
  }
  if (end < node.value.length) parts.push(text(node.value.slice(end)));
  return parts;
}
