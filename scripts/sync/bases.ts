import type { Surroundings } from '../github/adapt.ts';
import { readMentions } from '../github/mentions.ts';
import type { Closer, Issue } from '../github/shapes.ts';
import type { Run } from './repository.ts';

/**
 * Adds to issues that are done the pull requests into other branches that say they close them, where the settings name such
 * branches; else asks nothing.
 */
export async function linkOtherBases(
  issues: readonly Issue[],
  { repository, settings, past }: Surroundings,
  { github }: Pick<Run, 'github'>,
): Promise<readonly Issue[]> {
  const { bases } = settings.notify;
  const done = issues.filter(({ state, stateReason }) => state === 'CLOSED' && stateReason === 'COMPLETED');
  if (bases.length === 0 || !past || done.length === 0) return issues;
  const matches = branchMatcher(bases);
  const isChosen = (branch: string): boolean => branch !== past.head.name && matches(branch);
  const found = await readMentions(github, repository.repo, done, isChosen);
  return issues.map((issue) => {
    const known = new Set(issue.closers.nodes.map(nameOf));
    const more = (found.get(issue.id) ?? []).filter((node) => !known.has(nameOf(node)));
    const nodes = [...issue.closers.nodes, ...more];
    return more.length > 0 ? { ...issue, closers: { ...issue.closers, nodes } } : issue;
  });
}

const nameOf = ({ repository, number }: Closer): string =>
  `${repository.nameWithOwner}#${number}`.toLowerCase();

/** Tells branches that one of some patterns names: `*` stands for anything but a slash, `**` for anything. */
export function branchMatcher(patterns: readonly string[]): (branch: string) => boolean {
  const expressions = patterns.map((pattern) => {
    const parts = pattern.split(/(\*+)/).map((part) => {
      if (part.startsWith('*')) return part === '*' ? '[^/]*' : '.*';
      return part.replace(/[.+@]/g, '\\$&');
    });
    return new RegExp(`^${parts.join('')}$`);
  });
  return (branch) => expressions.some((expression) => expression.test(branch));
}
