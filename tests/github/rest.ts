import type { CommentData, GitHubData, IssueData, RepositoryData } from './data.ts';
import type { Reply } from './faults.ts';
import { nameOf, userId } from './identity.ts';

interface Call {
  method: string;
  url: URL;
  body: unknown;
}

/** What of a repository GitHub's REST knows and GraphQL is not asked for. */
interface Home extends RepositoryData {
  isArchived?: boolean;
}

/** GitHub's REST, as far as telling people needs it: who am I, a repository, an issue, its comments. */
export function answerRest(data: GitHubData, { method, url, body }: Call): Reply {
  const path = url.pathname.replace(/^\/api\/v3/, '');
  if (method === 'GET' && path === '/user') return json(200, userOf(data.viewer));
  const [, owner = '', name = '', rest = ''] = /^\/repos\/([^/]+)\/([^/]+)(\/.*)?$/.exec(path) ?? [];
  const home = data.repositories.find(
    (one) => nameOf(one).toLowerCase() === `${owner}/${name}`.toLowerCase(),
  );
  if (!home) return notFound;
  if (rest === '') return method === 'GET' ? json(200, repositoryOf(home)) : notFound;
  const [, id] = /^\/issues\/comments\/(\d+)$/.exec(rest) ?? [];
  if (id !== undefined) return oneComment(home, Number(id), { method, url, body });
  const [, number, comments] = /^\/issues\/(\d+)(\/comments)?$/.exec(rest) ?? [];
  const issue = home.issues.find((one) => one.number === Number(number));
  if (!issue) return notFound;
  if (issue.gone === 'deleted') return json(410, { message: 'This issue was deleted' });
  if (issue.gone) {
    const to = `${url.origin}/repos/${issue.gone.repo}/issues/${issue.gone.number}${comments ?? ''}`;
    return {
      ...json(301, { message: 'Moved Permanently', url: to }),
      headers: { ...JSON_TYPE, location: to },
    };
  }
  if (!comments) return method === 'GET' ? json(200, issueOf(home, issue, url)) : notFound;
  return method === 'POST' ? addComment(data, home, issue, body, url) : listComments(home, issue, url);
}

const readOnly = (): Reply => json(403, { message: 'Repository was archived so is read-only.' });

function addComment(data: GitHubData, home: Home, issue: IssueData, given: unknown, url: URL): Reply {
  if (home.isArchived) return readOnly();
  if (issue.locked) return json(403, { message: 'Unable to create comment because issue is locked.' });
  const text = textIn(given);
  if (text === undefined) return json(422, { message: 'Validation Failed' });
  const ids = data.repositories.flatMap(({ issues }) =>
    issues.flatMap(({ comments }) => comments.map(({ id }) => id)),
  );
  const comment = {
    id: ids.reduce((a, b) => Math.max(a, b), 0) + 1,
    author: data.viewer,
    body: text,
    createdAt: new Date().toISOString(),
  };
  issue.comments.push(comment);
  return json(201, commentOf(home, issue, comment, url));
}

/** Reads, changes or takes away one comment, by its id. */
function oneComment(home: Home, id: number, { method, url, body }: Call): Reply {
  const issue = home.issues.find(({ comments }) => comments.some((one) => one.id === id));
  const comment = issue?.comments.find((one) => one.id === id);
  if (!issue || !comment || issue.gone) return notFound;
  if (method === 'GET') return json(200, commentOf(home, issue, comment, url));
  if (home.isArchived) return readOnly();
  if (method === 'DELETE') {
    issue.comments.splice(issue.comments.indexOf(comment), 1);
    return { status: 204, headers: {}, body: '' };
  }
  const text = textIn(body);
  if (method !== 'PATCH' || text === undefined) return json(422, { message: 'Validation Failed' });
  comment.body = text;
  return json(200, commentOf(home, issue, comment, url));
}

function textIn(given: unknown): string | undefined {
  const text = typeof given === 'object' && given !== null && 'body' in given ? given.body : undefined;
  return typeof text === 'string' && text !== '' ? text : undefined;
}

function listComments(home: Home, issue: IssueData, url: URL): Reply {
  const size = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100);
  const page = Number(url.searchParams.get('page') ?? 1);
  const shown = issue.comments.slice((page - 1) * size, page * size);
  const link = (to: number, rel: string): string => {
    const target = new URL(url);
    target.searchParams.set('page', String(to));
    return `<${target.href}>; rel="${rel}"`;
  };
  const last = Math.ceil(issue.comments.length / size);
  const links = page < last ? { link: `${link(page + 1, 'next')}, ${link(last, 'last')}` } : {};
  return {
    ...json(
      200,
      shown.map((comment) => commentOf(home, issue, comment, url)),
    ),
    headers: { ...JSON_TYPE, ...links },
  };
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
const json = (status: number, value: unknown): Reply => ({
  status,
  headers: { ...JSON_TYPE },
  body: JSON.stringify(value),
});
const notFound = json(404, { message: 'Not Found', documentation_url: 'https://docs.github.com/rest' });

const userOf = (login: string) => ({
  login,
  id: userId(login),
  type: login.endsWith('[bot]') ? 'Bot' : 'User',
});

const repositoryOf = (home: Home) => ({
  full_name: nameOf(home),
  name: home.name,
  private: home.isPrivate,
  archived: home.isArchived ?? false,
});

const issueOf = (
  home: Home,
  { number, title, body, state, stateReason, locked, labels, comments }: IssueData,
  { origin }: URL,
) => ({
  number,
  title,
  body,
  repository_url: `${origin}/repos/${nameOf(home)}`,
  state: state.toLowerCase(),
  state_reason: stateReason?.toLowerCase() ?? null,
  locked,
  labels: labels.map((name) => ({ name })),
  comments: comments.length,
  html_url: `${origin}/${nameOf(home)}/issues/${number}`,
});

const commentOf = (
  home: Home,
  { number }: IssueData,
  { id, author, body, createdAt }: CommentData,
  { origin }: URL,
) => ({
  id,
  body,
  user: userOf(author),
  created_at: createdAt,
  html_url: `${origin}/${nameOf(home)}/issues/${number}#issuecomment-${id}`,
});
