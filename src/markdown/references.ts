import type { Nodes } from 'mdast';
import { remark } from 'remark';
import { refuse } from './guard.ts';

/** Characters of a body that are read for references. */
const HEAD = 8_192;

const processor = remark().freeze();

/**
 * The numbers of the issues and pull requests of `repo` (`owner/name`) that a text names, in order, each once: `#12`,
 * `GH-12`, `owner/name#12`, or an address. What stands in code or in a quote is not counted. Reads the first 8,192 characters;
 * a text that `refuse` refuses names none.
 */
export function issueReferences(markdown: string, repo: string): number[] {
  const head = markdown.slice(0, HEAD);
  if (!/#\d|GH-\d|\/(?:issues|pull)\/\d/.test(head) || refuse(head) !== undefined) return [];
  const found = new Set<number>();
  collect(processor.parse(head), repo.toLowerCase(), found);
  return [...found];
}

const REFERENCE =
  /(?<![\w/&#@.-])(?:(?<place>[\w-]{1,39}\/[\w.-]{1,100})?#|GH-)(?<number>[1-9]\d{0,8})(?![\w-])/g;
const ADDRESS =
  /https?:\/\/[\w.:-]+\/(?<place>[\w-]+\/[\w.-]+)\/(?:issues|pull)\/(?<number>[1-9]\d{0,8})(?![\w-])/g;

function collect(node: Nodes, repo: string, found: Set<number>): void {
  if (node.type === 'blockquote') return;
  if (node.type === 'link' || node.type === 'definition') add(ADDRESS, node.url, repo, found);
  if (node.type === 'text') {
    add(ADDRESS, node.value, repo, found);
    add(REFERENCE, node.value, repo, found);
  }
  if ('children' in node) for (const child of node.children) collect(child, repo, found);
}

/** GitHub's nine closing keywords, before a reference; each reference wants one of its own. */
const KEYWORD = '(?<![\\w-])(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?[ \\t]+';
const CLOSING = [REFERENCE, ADDRESS].map(({ source }) => new RegExp(KEYWORD + source, 'gi'));

/**
 * The numbers of the issues of `repo` that a pull request's text says it closes: `Fixes #12`, `Resolves owner/name#12`, or an
 * address behind the keyword. As with `issueReferences`, what stands in code, in a quote or in an HTML comment is not counted.
 */
export function closingReferences(markdown: string, repo: string): number[] {
  const head = markdown.slice(0, HEAD);
  if (!/close|fix|resolve/i.test(head) || refuse(head) !== undefined) return [];
  const found = new Set<number>();
  collectClosing(processor.parse(head), repo.toLowerCase(), found);
  return [...found];
}

function collectClosing(node: Nodes, repo: string, found: Set<number>): void {
  if (node.type === 'blockquote') return;
  if (node.type === 'text') for (const pattern of CLOSING) add(pattern, node.value, repo, found);
  if ('children' in node) for (const child of node.children) collectClosing(child, repo, found);
}

function add(pattern: RegExp, text: string, repo: string, found: Set<number>): void {
  for (const { groups } of text.matchAll(pattern)) {
    const place = groups?.['place']?.toLowerCase() ?? repo;
    if (place === repo) found.add(Number(groups?.['number']));
  }
}
