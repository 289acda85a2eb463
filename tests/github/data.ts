/** A GitHub to test against: plain data, in the order in which it came to be. */
export interface GitHubData {
  /** Login of whoever the token belongs to. */
  viewer: string;
  /** The one token that is let in. */
  token: string;
  repositories: RepositoryData[];
  /** What its schema lacks, as GitHub Enterprise may: `Issue.issueType`, `Issue.stateReason(enableDuplicate)`. */
  lacks?: string[];
}

export interface RepositoryData {
  owner: string;
  name: string;
  isPrivate: boolean;
  issues: IssueData[];
  pullRequests: PullRequestData[];
  releases: ReleaseData[];
  /** Its commits, oldest first, the default branch at its last on `main`; made up from merges and releases when absent. */
  commits?: CommitData[];
  /** Ids of labels by their present name; a label that is not here has an id that its name makes. */
  labelIds?: Record<string, string>;
  /** Its milestones; one that only an issue names has the number 1 and no date. */
  milestones?: MilestoneData[];
  /** A file of the default branch that keeps a changelog. */
  changelog?: string;
  /** Where it is; CHANGELOG.md when absent. */
  changelogAt?: string;
}

/** A number in a repository, `owner/name`. */
export interface NumberedData {
  repo: string;
  number: number;
}

export interface IssueData {
  number: number;
  title: string;
  body: string;
  state: 'OPEN' | 'CLOSED';
  stateReason: 'COMPLETED' | 'NOT_PLANNED' | 'DUPLICATE' | 'REOPENED' | null;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  /** Login; null when the account is gone. */
  author: string | null;
  labels: string[];
  /** Its title. */
  milestone: string | null;
  duplicateOf: NumberedData | null;
  /** Pull requests that GitHub says close it. */
  closedBy: NumberedData[];
  /** Pull requests that mention it. */
  mentionedBy?: NumberedData[];
  /** Marks as duplicate in its timeline, oldest first. */
  marks?: MarkData[];
  /** What its author is to the repository, such as MEMBER; NONE when absent. */
  association?: string;
  /** Logins of whoever gave it a 👍; null when the account is gone. */
  thumbsUp: (string | null)[];
  /** How many sub-issues it has, and how many of them are closed; none when absent. */
  parts?: { total: number; completed: number };
  comments: CommentData[];
  locked: boolean;
  /** Where REST leads to since it was moved, or `deleted`. GraphQL lists neither. */
  gone: NumberedData | 'deleted' | null;
}

/** Somebody wrote "Duplicate of", or took it back. */
export interface MarkData {
  kind: 'marked' | 'unmarked';
  canonical: NumberedData;
  createdAt: string;
}

export interface CommentData {
  id: number;
  author: string;
  association?: string;
  body: string;
  createdAt: string;
}

export interface PullRequestData {
  number: number;
  mergedAt: string | null;
  baseRefName: string;
  mergeCommit: string;
  body?: string;
}

/** A commit; on the default branch unless `branch` says otherwise. */
export interface CommitData {
  oid: string;
  message: string;
  committedDate: string;
  parents: string[];
  branch?: string;
}

export interface MilestoneData {
  number: number;
  title: string;
  dueOn: string | null;
  updatedAt: string;
}

export interface ReleaseData {
  tagName: string;
  /** What its tag names; a commit of its own when absent. */
  commit?: string;
  name: string;
  description: string;
  isDraft: boolean;
  isPrerelease: boolean;
  createdAt: string;
  publishedAt: string | null;
}

export const TOKEN = 'ghp_test';

export function gitHub(...repositories: RepositoryData[]): GitHubData {
  return { viewer: 'roadmap-bot', token: TOKEN, repositories };
}

export function repository(repo: string, parts: Partial<RepositoryData> = {}): RepositoryData {
  const [owner = '', name = ''] = repo.split('/');
  return { owner, name, isPrivate: false, issues: [], pullRequests: [], releases: [], ...parts };
}

/** The day `n` of the tests' calendar, which begins on 2026-01-01. */
export const day = (n: number): string =>
  new Date(Date.UTC(2026, 0, n, 12)).toISOString().replace('.000Z', 'Z');

/** An open issue, asked for on the day of its number. */
export function issue(number: number, parts: Partial<IssueData> = {}): IssueData {
  const createdAt = parts.createdAt ?? day(number);
  return {
    number,
    title: `Wish ${number}`,
    body: `I wish for ${number}.`,
    state: 'OPEN',
    stateReason: null,
    createdAt,
    updatedAt: parts.closedAt ?? createdAt,
    closedAt: null,
    author: 'ada',
    labels: [],
    milestone: null,
    duplicateOf: null,
    closedBy: [],
    thumbsUp: [],
    comments: [],
    locked: false,
    gone: null,
    ...parts,
  };
}

/** An issue that was closed as completed on `closedOn`. */
export function completed(number: number, closedOn: number, parts: Partial<IssueData> = {}): IssueData {
  return issue(number, { state: 'CLOSED', stateReason: 'COMPLETED', closedAt: day(closedOn), ...parts });
}

/** A pull request that was merged on `mergedOn`. */
export function merged(number: number, mergedOn: number): PullRequestData {
  return { number, mergedAt: day(mergedOn), baseRefName: 'main', mergeCommit: commitOf(`pull ${number}`) };
}

/** A release that was published on `publishedOn`. */
export function release(tagName: string, publishedOn: number, parts: Partial<ReleaseData> = {}): ReleaseData {
  const at = day(publishedOn);
  return {
    tagName,
    name: tagName,
    description: '',
    isDraft: false,
    isPrerelease: false,
    createdAt: at,
    publishedAt: at,
    ...parts,
  };
}

/** A milestone that is due on a day of the tests' calendar, last touched on the day of its number. */
export function milestone(number: number, title: string, dueOn: number | null): MilestoneData {
  return { number, title, dueOn: dueOn === null ? null : day(dueOn), updatedAt: day(number) };
}

/** Something that looks like a commit's name, the same for the same words. */
export const commitOf = (words: string): string =>
  Buffer.from(words).toString('hex').padEnd(40, '0').slice(0, 40);

/** Renames a label of a repository: its id stays, no issue's `updatedAt` moves. */
export function renameLabel(home: RepositoryData, from: string, to: string): void {
  const { [from]: id = from, ...ids } = home.labelIds ?? {};
  home.labelIds = { ...ids, [to]: id };
  for (const one of home.issues) one.labels = one.labels.map((name) => (name === from ? to : name));
}

/** A commit of a day; its name is made of its words, `pull 9` being what the merge of #9 made. */
export function commit(words: string, on: number, parts: Partial<CommitData> = {}): CommitData {
  return { oid: commitOf(words), message: words, committedDate: day(on), parents: [], ...parts };
}

/** Commits on top of each other, the first on top of `base`. */
export function inLine(commits: readonly CommitData[], base: string[] = []): CommitData[] {
  return commits.map((one, rank) => {
    const before = commits[rank - 1];
    return { ...one, parents: [...(before ? [before.oid] : base), ...one.parents] };
  });
}

/** The commits of a repository: its own, or one line of merges and releases by their dates. */
export function commitsIn({ commits, pullRequests, releases }: RepositoryData): CommitData[] {
  if (commits) return commits;
  const merges = pullRequests.flatMap(({ number, mergeCommit, mergedAt }) =>
    mergedAt ? [{ oid: mergeCommit, at: mergedAt, rank: 0, message: `Change ${number} (#${number})` }] : [],
  );
  const tagged = releases.map((one) => {
    const at = one.publishedAt ?? one.createdAt;
    return { oid: tagCommitOf(one), at, rank: 1, message: `Release ${one.tagName}` };
  });
  const line = [...merges, ...tagged].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.rank - b.rank));
  const once = [...new Map(line.map((one) => [one.oid, one])).values()];
  return once.map(({ oid, at, message }, rank) => {
    const before = once[rank - 1];
    return { oid, message, committedDate: at, parents: before ? [before.oid] : [] };
  });
}

/** The commit that a release's tag names. */
export const tagCommitOf = ({ commit, tagName }: Pick<ReleaseData, 'commit' | 'tagName'>): string =>
  commit ?? commitOf(tagName);

/** Where the default branch stands. */
export const headOf = (home: RepositoryData): CommitData | undefined =>
  commitsIn(home).findLast(({ branch = 'main' }) => branch === 'main');

/** What a commit reaches, newest first, itself included. */
export function historyOf(home: RepositoryData, oid: string): CommitData[] {
  const all = new Map(commitsIn(home).map((commit, rank) => [commit.oid, { commit, rank }]));
  const found = new Map<string, { commit: CommitData; rank: number }>();
  const next = [oid];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    const one = all.get(at);
    if (!one || found.has(at)) continue;
    found.set(at, one);
    next.push(...one.commit.parents);
  }
  const newest = (a: { commit: CommitData; rank: number }, b: typeof a): number =>
    Date.parse(b.commit.committedDate) - Date.parse(a.commit.committedDate) || b.rank - a.rank;
  return [...found.values()].sort(newest).map(({ commit }) => commit);
}
