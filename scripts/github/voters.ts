import { z } from 'astro/zod';
import type { GitHub } from './client.ts';
import { AGAIN, GitHubFailure, noRepository, unusable } from './failures.ts';
import type { Place } from './issues.ts';
import { connectionOf } from './shapes.ts';

/** Who wants one issue, by the number GitHub gave the person. In memory only: never written, never told. */
export interface Voters {
  /** Who asked and who voted, and who commented where that was asked for. People only: no bots, nobody who is gone. */
  people: ReadonlySet<number>;
  /** Those who asked or commented as owners, members or collaborators. */
  maintainers: ReadonlySet<number>;
}

/** What is read beside authors and votes. */
export interface Wanted {
  /** Comments are read at all. */
  comments: boolean;
  /** Whoever commented wants it. */
  commenters: boolean;
}

/** Issues a request. */
export const BATCH = 25;

const PRICE = 'rateLimit { cost nodeCount remaining used resetAt }';
const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';
/** The login tells bots that GitHub shows as users. */
const REACTIONS = `nodes { user { login databaseId } }`;
const COMMENTS = `nodes { authorAssociation author { ...Who } }`;
const WHO = 'fragment Who on Actor { __typename login ... on User { databaseId } }';

/** Authors and voters of issues by number, in one request: the answer has a key `issue<number>` for each. */
export function votersByNumber(numbers: readonly number[], withComments: boolean): string {
  const facts = [
    'id',
    'authorAssociation',
    'author { ...Who }',
    `reactions(content: THUMBS_UP, first: 100) { ${PAGE_INFO} ${REACTIONS} }`,
    ...(withComments ? [`comments(first: 100) { ${PAGE_INFO} ${COMMENTS} }`] : []),
  ];
  const wanted = numbers.map((number) => `issue${number}: issue(number: ${number}) { ...VoterFacts }`);
  return `
query Voters($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    ${wanted.join('\n    ')}
  }
  ${PRICE}
}
fragment VoterFacts on Issue {
  ${facts.join('\n  ')}
}
${WHO}`;
}

/** More voters of one issue that has over a hundred. */
export const VOTERS_PAGE = `
query VotersPage($id: ID!, $after: String) {
  node(id: $id) { ... on Issue { page: reactions(content: THUMBS_UP, first: 100, after: $after) { ${PAGE_INFO} ${REACTIONS} } } }
  ${PRICE}
}`;

/** More comments of one issue that has over a hundred. */
export const COMMENTERS_PAGE = `
query CommentersPage($id: ID!, $after: String) {
  node(id: $id) { ... on Issue { page: comments(first: 100, after: $after) { ${PAGE_INFO} ${COMMENTS} } } }
  ${PRICE}
}
${WHO}`;

const user = z.object({ login: z.string().nullish(), databaseId: z.int().nullish() }).nullish();
const actor = z
  .object({ __typename: z.string(), login: z.string().nullish(), databaseId: z.int().nullish() })
  .nullish();
const reaction = z.object({ user });
const spoken = z.object({ author: actor, authorAssociation: z.string().nullish() });
const voted = z.object({
  id: z.string(),
  ...spoken.shape,
  reactions: connectionOf(reaction),
  comments: connectionOf(spoken),
});
const answer = z.object({ repository: z.record(z.string(), voted.nullable()).nullish() });

/** Reads who wants issues of a repository, at most 25 at once. Those that GitHub no longer has are not in the answer. */
export async function readVoters(
  github: GitHub,
  place: Place,
  numbers: readonly number[],
  wanted: Wanted,
): Promise<Map<number, Voters>> {
  const where = `${place.owner}/${place.name} voters`;
  const issues = await ask(github, place, numbers, wanted, where);
  const found = new Map<number, Voters>();
  for (const number of numbers) {
    const issue = issues[`issue${number}`];
    if (!issue) continue;
    const votes = await whole(github, VOTERS_PAGE, issue.id, issue.reactions, reaction, where);
    const comments = await whole(github, COMMENTERS_PAGE, issue.id, issue.comments, spoken, where);
    found.set(number, votersOf(issue, votes, comments, wanted));
  }
  return found;
}

type Spoken = z.output<typeof spoken>;

function votersOf(
  issue: Spoken,
  votes: readonly z.output<typeof reaction>[],
  comments: readonly Spoken[],
  { commenters }: Wanted,
): Voters {
  const spoke = [issue, ...comments];
  const wants = commenters ? spoke : [issue];
  return {
    people: new Set([
      ...wants.flatMap(({ author }) => person(author)),
      ...votes.flatMap(({ user: voter }) => person(voter && { __typename: 'User', ...voter })),
    ]),
    maintainers: new Set(spoke.filter(isMaintainer).flatMap(({ author }) => person(author))),
  };
}

const isMaintainer = ({ authorAssociation }: Spoken): boolean =>
  ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(authorAssociation ?? '');

/** The number of somebody who is a person: not a bot, an organisation, a mannequin of an import, or gone. */
function person(who: z.output<typeof actor>): number[] {
  if (who?.__typename !== 'User' || who.login?.endsWith('[bot]')) return [];
  return typeof who.databaseId === 'number' ? [who.databaseId] : [];
}

async function ask(
  github: GitHub,
  { owner, name }: Place,
  numbers: readonly number[],
  wanted: Wanted,
  where: string,
): Promise<Record<string, z.output<typeof voted> | null>> {
  if (numbers.length === 0) return {};
  try {
    const raw = await github.query(votersByNumber(numbers, wanted.comments), { owner, name });
    const { repository } = readQuietly(answer, raw, where);
    if (!repository) throw noRepository(where);
    return repository;
  } catch (error) {
    const missing = error instanceof GitHubFailure ? error.missing : [];
    const left = numbers.filter((number) => !missing.includes(`issue${number}`));
    if (left.length === numbers.length) throw error;
    return ask(github, { owner, name }, left, wanted, where);
  }
}

interface Page<Node> {
  pageInfo: { hasNextPage: boolean; endCursor?: string | null | undefined };
  nodes: readonly Node[];
}

/** All nodes of a connection, of which the first page is there. */
async function whole<Schema extends z.ZodType>(
  github: GitHub,
  document: string,
  id: string,
  first: Page<NonNullable<z.output<Schema>>>,
  node: Schema,
  where: string,
): Promise<NonNullable<z.output<Schema>>[]> {
  const shape = z.object({ node: z.object({ page: connectionOf(node) }) });
  const all = [...first.nodes];
  let { pageInfo } = first;
  while (pageInfo.hasNextPage) {
    const after = pageInfo.endCursor;
    const { page } = readQuietly(shape, await github.query(document, { id, after }), where).node;
    all.push(...page.nodes);
    pageInfo = page.pageInfo;
    if (!after || pageInfo.endCursor === after)
      throw unusable(where, 'the next page', 'none, or the same again');
  }
  return all;
}

/** As `readShape`, but the failure says nothing of what stood there: it may be who somebody is. */
function readQuietly<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  where: string,
): z.output<Schema> {
  const { success, data } = schema.safeParse(raw);
  if (success) return data;
  throw unusable(where, 'voters in the shape that GitHub documents', 'another shape', AGAIN);
}
