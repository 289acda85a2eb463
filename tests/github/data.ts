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
  /** Ids of labels by their present name; a label that is not here has an id that its name makes. */
  labelIds?: Record<string, string>;
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
  milestone: string | null;
  duplicateOf: NumberedData | null;
  /** Pull requests that GitHub says close it. */
  closedBy: NumberedData[];
  /** Marks as duplicate in its timeline, oldest first. */
  marks?: MarkData[];
  /** What its author is to the repository, such as MEMBER; NONE when absent. */
  association?: string;
  /** Logins of whoever gave it a 👍; null when the account is gone. */
  thumbsUp: (string | null)[];
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
}

export interface ReleaseData {
  tagName: string;
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

/** Something that looks like a commit's name, the same for the same words. */
export const commitOf = (words: string): string =>
  Buffer.from(words).toString('hex').padEnd(40, '0').slice(0, 40);

/** Renames a label of a repository: its id stays, no issue's `updatedAt` moves. */
export function renameLabel(home: RepositoryData, from: string, to: string): void {
  const { [from]: id = from, ...ids } = home.labelIds ?? {};
  home.labelIds = { ...ids, [to]: id };
  for (const one of home.issues) one.labels = one.labels.map((name) => (name === from ? to : name));
}
