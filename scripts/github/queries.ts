/** What sync wants to know of an issue. Valid in github-schema 1.23; `tests/scripts/queries.test.ts` watches over it. */
const ISSUE_FACTS = `
fragment IssueFacts on Issue {
  id
  fullDatabaseId
  number
  url
  title
  body
  state
  stateReason(enableDuplicate: true)
  duplicateOf { id number repository { nameWithOwner isPrivate } }
  locked
  isPinned
  createdAt
  updatedAt
  closedAt
  lastEditedAt
  author { __typename login }
  authorAssociation
  issueType { name }
  milestone { number title dueOn }
  parent { id number }
  subIssuesSummary { total completed }
  labels(first: 30) { pageInfo { hasNextPage endCursor } nodes { id name } }
  up: reactions(content: THUMBS_UP, first: 1) { totalCount }
  comments(first: 1) { totalCount }
  closers: closedByPullRequestsReferences(first: 10, includeClosedPrs: true) {
    pageInfo { hasNextPage endCursor }
    nodes { ...CloserFacts }
  }
}`;

const CLOSER_FACTS = `
fragment CloserFacts on PullRequest {
  number
  merged
  mergedAt
  baseRefName
  mergeCommit { oid }
  repository { nameWithOwner isPrivate }
}`;

const PRICE = 'rateLimit { cost nodeCount remaining used resetAt }';

/**
 * A page of issues, oldest change first: an issue that moves while it is read moves ahead of the cursor and is seen again.
 * `all` counts those that `since` leaves out too.
 */
export const ISSUES = `
query SyncIssues($owner: String!, $name: String!, $first: Int!, $after: String, $since: DateTime) {
  repository(owner: $owner, name: $name) {
    nameWithOwner
    all: issues(first: 1) { totalCount }
    issues(first: $first, after: $after, filterBy: { since: $since }, orderBy: { field: UPDATED_AT, direction: ASC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ...IssueFacts }
    }
  }
  ${PRICE}
}
${ISSUE_FACTS}
${CLOSER_FACTS}`;

/** Issues by number, in one request: the answer has a key `issue<number>` for each. */
export function issuesByNumber(numbers: readonly number[]): string {
  const wanted = numbers.map((number) => `issue${number}: issue(number: ${number}) { ...IssueFacts }`);
  return `
query IssuesByNumber($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    ${wanted.join('\n    ')}
  }
  ${PRICE}
}
${ISSUE_FACTS}
${CLOSER_FACTS}`;
}

/** All labels of one issue that has more than a page of issues tells. */
export const LABELS = `
query IssueLabels($id: ID!, $after: String) {
  node(id: $id) {
    ... on Issue {
      labels(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { id name } }
    }
  }
  ${PRICE}
}`;

/** All pull requests that close one issue which has more than a page of issues tells. */
export const CLOSERS = `
query IssueClosers($id: ID!, $after: String) {
  node(id: $id) {
    ... on Issue {
      closers: closedByPullRequestsReferences(first: 100, after: $after, includeClosedPrs: true) {
        pageInfo { hasNextPage endCursor }
        nodes { ...CloserFacts }
      }
    }
  }
  ${PRICE}
}
${CLOSER_FACTS}`;

/** Whether an issue was marked as a duplicate, as its timeline tells: where `duplicateOf` is unknown, or says nothing. */
export const DUPLICATE_EVENTS = `
  events: timelineItems(last: 10, itemTypes: [MARKED_AS_DUPLICATE_EVENT, UNMARKED_AS_DUPLICATE_EVENT]) {
    nodes {
      __typename
      ... on MarkedAsDuplicateEvent { canonical { ... on Issue { number repository { nameWithOwner isPrivate } } } }
      ... on UnmarkedAsDuplicateEvent { canonical { ... on Issue { number repository { nameWithOwner isPrivate } } } }
    }
  }`;

/** The same of up to 50 issues that were closed as duplicates of nothing that GitHub names. */
export const DUPLICATES = `
query Duplicates($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Issue {
      id${DUPLICATE_EVENTS}
    }
  }
  ${PRICE}
}`;

/** Which issues there are, and no more: a hundred for a point. */
export const NUMBERS = `
query Numbers($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    issues(first: 100, after: $after, orderBy: { field: CREATED_AT, direction: ASC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id number }
    }
  }
  ${PRICE}
}`;

const MILESTONE_PAGE = 'totalCount pageInfo { hasNextPage endCursor } nodes { number title dueOn }';

/** More milestones of a repository that has more than a page of releases tells, latest change first. */
export const MILESTONES = `
query Milestones($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    milestones(first: 100, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      ${MILESTONE_PAGE}
    }
  }
  ${PRICE}
}`;

/** More labels of a repository that has more than a page of releases tells. */
export const REPOSITORY_LABELS = `
query RepositoryLabels($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    labels(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { id name } }
  }
  ${PRICE}
}`;

/**
 * A page of releases, newest first, with labels and milestones, since their new names and dates move no issue, and a file that
 * keeps a changelog.
 */
export const RELEASES = `
query Releases($owner: String!, $name: String!, $after: String, $file: String = "", $withFile: Boolean = false) {
  repository(owner: $owner, name: $name) {
    url
    changelog: object(expression: $file) @include(if: $withFile) { ... on Blob { text isTruncated byteSize } }
    labels(first: 100) { pageInfo { hasNextPage endCursor } nodes { id name } }
    milestones(first: 100, orderBy: { field: UPDATED_AT, direction: DESC }) { ${MILESTONE_PAGE} }
    defaultBranchRef { name target { oid } }
    releases(first: 50, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        databaseId
        tagName
        name
        url
        isDraft
        isPrerelease
        isLatest
        immutable
        publishedAt
        createdAt
        updatedAt
        description
        tagCommit { oid committedDate }
      }
    }
  }
  ${PRICE}
}`;

/** A page of what a commit reaches, newest first: a point for a hundred commits with their parents. */
export const HISTORY = `
query History($owner: String!, $name: String!, $oid: GitObjectID!, $first: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    object(oid: $oid) {
      ... on Commit {
        history(first: $first, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes { oid message committedDate parents(first: 10) { nodes { oid } } }
        }
      }
    }
  }
  ${PRICE}
}`;

/** Merged pull requests that mention issues, up to 50 issues a request and a point: GitHub links only those into the default branch. */
export const MENTIONS = `
query Mentions($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Issue {
      id
      mentions: timelineItems(last: 50, itemTypes: [CROSS_REFERENCED_EVENT]) {
        nodes { ... on CrossReferencedEvent { source { ... on PullRequest { ...CloserFacts body } } } }
      }
    }
  }
  ${PRICE}
}
${CLOSER_FACTS}`;
