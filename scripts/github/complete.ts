import { z } from 'astro/zod';
import type { GitHub } from './client.ts';
import { readShape } from './door.ts';
import { unusable } from './failures.ts';
import { CLOSERS, DUPLICATES, LABELS } from './queries.ts';
import { closer, connectionOf, type DuplicateEvent, duplicateEvents, type Issue, label } from './shapes.ts';

/** Adds what did not fit on a page of issues: more labels, more pull requests, what a duplicate is a duplicate of. */
export async function completeIssues(github: GitHub, nodes: readonly Issue[]): Promise<Issue[]> {
  const events = await readDuplicateEvents(github, nodes.filter(wantsEvents));
  const issues: Issue[] = [];
  for (const node of nodes) issues.push(await complete(github, node, node.events ?? events.get(node.id)));
  return issues;
}

/** GitHub names no canonical issue, though it says that there is one. */
export const wantsEvents = ({ stateReason, duplicateOf, events }: Issue): boolean =>
  stateReason === 'DUPLICATE' && !duplicateOf && events === undefined;

async function complete(github: GitHub, node: Issue, events: readonly DuplicateEvent[] = []): Promise<Issue> {
  const [labels, closers] = [node.labels.pageInfo.hasNextPage, node.closers.pageInfo.hasNextPage];
  return {
    ...node,
    duplicateOf: node.duplicateOf ?? (node.state === 'CLOSED' ? markedOf(events) : null),
    ...(labels && {
      labels: { ...node.labels, nodes: await readAll(github, LABELS, node, 'labels', label) },
    }),
    ...(closers && {
      closers: { ...node.closers, nodes: await readAll(github, CLOSERS, node, 'closers', closer) },
    }),
  };
}

/** The last mark that was not taken back. */
function markedOf(events: readonly DuplicateEvent[]): Issue['duplicateOf'] {
  const marked: Target[] = [];
  for (const { __typename, canonical } of events) {
    if (!canonical) continue;
    const before = marked.findIndex((one) => isSame(one, canonical));
    if (before >= 0) marked.splice(before, 1);
    if (__typename === 'MarkedAsDuplicateEvent') marked.push(canonical);
  }
  return marked.at(-1) ?? null;
}

type Target = NonNullable<Issue['duplicateOf']>;

const isSame = (a: Target, b: Target): boolean =>
  a.number === b.number && a.repository.nameWithOwner === b.repository.nameWithOwner;

const marks = z.object({
  nodes: z.array(z.object({ id: z.string().optional(), events: duplicateEvents }).nullable()),
});

/** The marks of the few issues of a page that need them, in one request. */
async function readDuplicateEvents(
  github: GitHub,
  issues: readonly Issue[],
): Promise<Map<string, DuplicateEvent[]>> {
  const [first] = issues;
  if (!first) return new Map();
  const ids = issues.map(({ id }) => id);
  const { nodes } = readShape(marks, await github.query(DUPLICATES, { ids }), first.url);
  return new Map(nodes.flatMap((node) => (node?.id && node.events ? [[node.id, node.events] as const] : [])));
}

async function readAll<Node extends z.ZodType>(
  github: GitHub,
  document: string,
  { id, url }: Issue,
  key: string,
  node: Node,
): Promise<z.output<Node>[]> {
  const shape = z.object({ node: z.record(z.string(), connectionOf(node)).nullable() });
  const all: z.output<Node>[] = [];
  let after: string | undefined;
  for (;;) {
    const page = readShape(shape, await github.query(document, { id, after }), url).node?.[key];
    all.push(...(page?.nodes ?? []).filter((entry) => entry !== null));
    if (!page?.pageInfo.hasNextPage) return all;
    const next = page.pageInfo.endCursor;
    if (!next || next === after) throw unusable(url, `the next page of ${key}`, 'none, or the same again');
    after = next;
  }
}
