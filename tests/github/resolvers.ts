import { GraphQLError } from 'graphql';
import { connectionOf, listOf, type Paging } from './connection.ts';
import { actor, idOf, nameOf } from './identity.ts';
import {
  type CommentData,
  type CommitData,
  commitsIn,
  type GitHubData,
  headOf,
  historyOf,
  type IssueData,
  type MarkData,
  type MilestoneData,
  type NumberedData,
  type PullRequestData,
  type ReleaseData,
  type RepositoryData,
  tagCommitOf,
} from './data.ts';

interface IssuesArguments extends Paging {
  labels?: string[] | null;
  states?: IssueData['state'][] | null;
  filterBy?: { since?: string | null } | null;
  orderBy?: { field: 'CREATED_AT' | 'UPDATED_AT' | 'COMMENTS'; direction: 'ASC' | 'DESC' } | null;
}

/** The root of GitHub's graph over a data set. `web` is where pages are, such as https://github.test. */
export function rootOf(data: GitHubData, web: string) {
  const find = (repo: string): RepositoryData | undefined =>
    data.repositories.find((one) => nameOf(one).toLowerCase() === repo.toLowerCase());
  const issueAt = ({ repo, number }: NumberedData) => {
    const home = find(repo);
    const found = home?.issues.find((one) => one.number === number && !one.gone);
    return home && found ? issueNode(home, found) : null;
  };
  const pullAt = ({ repo, number }: NumberedData) => {
    const home = find(repo);
    const found = home?.pullRequests.find((one) => one.number === number);
    return home && found ? pullNode(home, found) : null;
  };

  const repositoryNode = (home: RepositoryData) => ({
    __typename: 'Repository',
    id: idOf('R', nameOf(home), 0),
    name: home.name,
    nameWithOwner: nameOf(home),
    url: `${web}/${nameOf(home)}`,
    isPrivate: home.isPrivate,
    isArchived: false,
    defaultBranchRef: () => {
      const head = headOf(home);
      return head ? { id: idOf('REF', nameOf(home), 0), name: 'main', target: commitNode(home, head) } : null;
    },
    object: ({ expression, oid }: { expression?: string | null; oid?: string | null }) => {
      if (oid) {
        const found = commitsIn(home).find((one) => one.oid === oid);
        return found ? commitNode(home, found) : null;
      }
      const text = expression === `HEAD:${home.changelogAt ?? 'CHANGELOG.md'}` ? home.changelog : undefined;
      return text === undefined ? null : blobNode(text);
    },
    labels: (paging: Paging) => {
      const used = home.issues.filter(({ gone }) => !gone).flatMap(({ labels }) => labels);
      return listOf(
        [...new Set(used)].sort().map((name) => labelNode(home, name)),
        paging,
      );
    },
    milestones: ({ orderBy, ...paging }: IssuesArguments) => {
      const placeOf = (one: MilestoneData): string =>
        `${one.updatedAt} ${String(one.number).padStart(9, '0')}`;
      return connectionOf(home.milestones ?? [], paging, { placeOf, direction: orderBy?.direction ?? 'ASC' });
    },
    issue: ({ number }: { number: number }) =>
      issueAt({ repo: nameOf(home), number }) ??
      notFound(`an issue or pull request with the number of ${number}`),
    issues({ labels, states, filterBy, orderBy, ...paging }: IssuesArguments) {
      const since = filterBy?.since;
      const wanted = home.issues
        .filter(({ gone }) => !gone)
        .filter(({ state }) => !states || states.includes(state))
        .filter(({ updatedAt }) => !since || Date.parse(updatedAt) >= Date.parse(since))
        .filter((one) => !labels || one.labels.some((label) => labels.includes(label)));
      const placeOf = (one: IssueData): string =>
        `${orderBy?.field === 'UPDATED_AT' ? one.updatedAt : one.createdAt} ${String(one.number).padStart(9, '0')}`;
      return mapNodes(
        connectionOf(wanted, paging, { placeOf, direction: orderBy?.direction ?? 'ASC' }),
        (one) => issueNode(home, one),
      );
    },
    pullRequests: ({ orderBy, ...paging }: IssuesArguments) => {
      const placeOf = (one: PullRequestData): string =>
        `${one.mergedAt ?? ''} ${String(one.number).padStart(9, '0')}`;
      const merged = home.pullRequests.filter(({ mergedAt }) => mergedAt);
      return mapNodes(
        connectionOf(merged, paging, { placeOf, direction: orderBy?.direction ?? 'ASC' }),
        (one) => pullNode(home, one),
      );
    },
    releases: ({ orderBy, ...paging }: IssuesArguments) => {
      const placeOf = (one: ReleaseData): string => `${one.createdAt} ${one.tagName}`;
      return mapNodes(
        connectionOf(home.releases, paging, { placeOf, direction: orderBy?.direction ?? 'DESC' }),
        (one) => releaseNode(home, one),
      );
    },
  });

  const issueNode = (home: RepositoryData, one: IssueData): object => ({
    ...one,
    __typename: 'Issue',
    id: idOf('I', nameOf(home), one.number),
    fullDatabaseId: String(one.number),
    url: `${web}/${nameOf(home)}/issues/${one.number}`,
    author: actor(one.author),
    authorAssociation: one.association ?? 'NONE',
    isPinned: false,
    viewerCanUpdate: true,
    lastEditedAt: null,
    repository: () => repositoryNode(home),
    duplicateOf: () => (one.duplicateOf ? issueAt(one.duplicateOf) : null),
    milestone:
      home.milestones?.find(({ title }) => title === one.milestone) ??
      (one.milestone === null ? null : { number: 1, title: one.milestone, dueOn: null }),
    subIssuesSummary: { total: 0, completed: 0, percentCompleted: 0, ...one.parts },
    labels: (paging: Paging) =>
      listOf(
        one.labels.map((name) => labelNode(home, name)),
        paging,
      ),
    reactions: (paging: Paging) =>
      listOf(
        one.thumbsUp.map((login) => ({ user: actor(login) })),
        paging,
      ),
    comments: (paging: Paging) =>
      mapNodes(listOf(one.comments, paging), (comment) => commentNode(home, one, comment)),
    closedByPullRequestsReferences: ({
      includeClosedPrs,
      ...paging
    }: Paging & { includeClosedPrs?: boolean }) =>
      listOf(includeClosedPrs ? one.closedBy.flatMap((where) => pullAt(where) ?? []) : [], paging),
    timelineItems: ({ itemTypes, ...paging }: Paging & { itemTypes?: string[] | null }) =>
      listOf(
        [...(one.marks ?? []).map(markNode), ...(one.mentionedBy ?? []).map(mentionNode)].filter(
          ({ itemType }) => itemTypes?.includes(itemType) ?? true,
        ),
        paging,
      ),
  });

  const markNode = ({ kind, canonical, createdAt }: MarkData) => ({
    __typename: kind === 'marked' ? 'MarkedAsDuplicateEvent' : 'UnmarkedAsDuplicateEvent',
    itemType: kind === 'marked' ? 'MARKED_AS_DUPLICATE_EVENT' : 'UNMARKED_AS_DUPLICATE_EVENT',
    createdAt,
    isCrossRepository: false,
    canonical: () => issueAt(canonical),
  });

  const mentionNode = (where: NumberedData) => ({
    __typename: 'CrossReferencedEvent',
    itemType: 'CROSS_REFERENCED_EVENT',
    source: () => pullAt(where),
  });

  const labelNode = ({ labelIds }: RepositoryData, name: string) => ({
    id: idOf('L', labelIds?.[name] ?? name, 0),
    name,
  });

  const pullNode = (home: RepositoryData, { mergeCommit, ...one }: PullRequestData): object => ({
    ...one,
    __typename: 'PullRequest',
    id: idOf('PR', nameOf(home), one.number),
    title: `Change ${one.number}`,
    body: one.body ?? '',
    url: `${web}/${nameOf(home)}/pull/${one.number}`,
    updatedAt: one.mergedAt,
    merged: one.mergedAt !== null,
    mergeCommit: one.mergedAt === null ? null : { oid: mergeCommit, committedDate: one.mergedAt },
    author: actor('ada'),
    repository: () => repositoryNode(home),
    closingIssuesReferences: (paging: Paging) =>
      listOf(
        home.issues
          .filter(({ closedBy }) =>
            closedBy.some((where) => where.repo === nameOf(home) && where.number === one.number),
          )
          .map((issue) => issueNode(home, issue)),
        paging,
      ),
  });

  const releaseNode = (home: RepositoryData, one: ReleaseData): object => ({
    ...one,
    __typename: 'Release',
    id: idOf('RE', `${nameOf(home)} ${one.tagName}`, 0),
    databaseId: 1,
    url: `${web}/${nameOf(home)}/releases/tag/${encodeURIComponent(one.tagName)}`,
    isLatest: false,
    immutable: false,
    updatedAt: one.createdAt,
    tagCommit: () => {
      const oid = tagCommitOf(one);
      const { committedDate } = commitsIn(home).find((made) => made.oid === oid) ?? {};
      return { oid, committedDate: committedDate ?? one.createdAt };
    },
  });

  const commitNode = (
    home: RepositoryData,
    { oid, message, committedDate, parents }: CommitData,
  ): object => ({
    __typename: 'Commit',
    id: idOf('C', `${nameOf(home)} ${oid}`, 0),
    oid,
    message,
    committedDate,
    parents: (paging: Paging) =>
      listOf(
        parents.map((parent) => ({ oid: parent })),
        paging,
      ),
    history: (paging: Paging) =>
      mapNodes(listOf(historyOf(home, oid), paging), (one) => commitNode(home, one)),
  });

  const commentNode = (
    home: RepositoryData,
    one: IssueData,
    { id, author, association, body, createdAt }: CommentData,
  ): object => ({
    id: idOf('IC', nameOf(home), id),
    fullDatabaseId: String(id),
    url: `${web}/${nameOf(home)}/issues/${one.number}#issuecomment-${id}`,
    body,
    createdAt,
    author: actor(author),
    authorAssociation: association ?? 'NONE',
    isMinimized: false,
    viewerDidAuthor: author === data.viewer,
  });

  const nodeOf = (id: string) => {
    const [kind, repo = '', number = ''] = Buffer.from(id, 'base64url').toString('utf8').split(' ');
    if (kind === 'I') return issueAt({ repo, number: Number(number) });
    return kind === 'PR' ? pullAt({ repo, number: Number(number) }) : null;
  };

  return {
    viewer: actor(data.viewer),
    repository({ owner, name }: { owner: string; name: string }) {
      const home = find(`${owner}/${name}`);
      return home ? repositoryNode(home) : notFound(`a Repository with the name '${owner}/${name}'`);
    },
    /** Understands `repo:owner/name is:issue is:open sort:reactions-+1-desc`, and nothing else. */
    search({ query, ...paging }: Paging & { query: string }) {
      const home = find(/repo:(\S+)/.exec(query)?.[1] ?? '');
      const open = (home?.issues ?? []).filter(({ gone, state }) => !gone && state === 'OPEN');
      const most = open.toSorted((a, b) => b.thumbsUp.length - a.thumbsUp.length || a.number - b.number);
      const page = listOf(most, paging);
      return {
        ...page,
        issueCount: most.length,
        nodes: home ? page.nodes.map((one) => issueNode(home, one)) : [],
      };
    },
    node: ({ id }: { id: string }) => nodeOf(id) ?? notFound(`a node with the global id of '${id}'`),
    nodes: ({ ids }: { ids: string[] }) => ids.map(nodeOf),
  };
}

/** GitHub tells no more of a file than its first half million bytes. */
const blobNode = (text: string): object => ({
  __typename: 'Blob',
  text: text.slice(0, 512_000),
  byteSize: Buffer.byteLength(text),
  isTruncated: text.length > 512_000,
});

function notFound(what: string): never {
  throw new GraphQLError(`Could not resolve to ${what}.`, { extensions: { type: 'NOT_FOUND' } });
}

function mapNodes<Page extends { nodes: unknown[] }, Node>(
  page: Page,
  map: (node: Page['nodes'][number]) => Node,
) {
  return { ...page, nodes: page.nodes.map(map) };
}
