import { z } from 'astro/zod';
import type { GitHub } from './client.ts';
import { readShape } from './door.ts';
import type { Place } from './issues.ts';
import { isSameRepo } from './repositories.ts';

/** What became of an issue that its repository does not list any more. */
export type Fate =
  /** `to` is missing where the token cannot read it, or everybody may not. */
  | { kind: 'moved'; to: { repo: string; number: number } | undefined }
  /** Deleted, or turned into a discussion. */
  | { kind: 'deleted' }
  /** Not there, in a repository that is. */
  | { kind: 'absent' }
  /** Nothing that takes it away: it is there, or GitHub would not say. */
  | { kind: 'kept'; got: string };

/** Asks GitHub for one issue, by REST, which alone tells these cases apart. `isOurs` tells repositories that items come from. */
export async function fateOf(
  github: GitHub,
  { owner, name }: Place,
  number: number,
  isOurs: (repo: string) => boolean,
): Promise<Fate> {
  const home = `/repos/${owner}/${name}`;
  const { status, location } = await github.get(`${home}/issues/${number}`);
  if (status === 410) return { kind: 'deleted' };
  if (REDIRECTS.has(status) && location)
    return { kind: 'moved', to: await findMoved(github, location, isOurs) };
  if (status !== 404) return { kind: 'kept', got: String(status) };
  const repository = await github.get(home);
  const isThere = repository.status === 200 && namesRepository(repository.data, `${owner}/${name}`);
  return isThere
    ? { kind: 'absent' }
    : { kind: 'kept', got: `404, and ${repository.status} for the repository` };
}

const REDIRECTS = new Set([301, 302, 307, 308]);
/** An issue may have been moved again. */
const MOST_MOVES = 5;

const repositoryShape = z.object({ full_name: z.string(), private: z.boolean() });
const issueShape = z.object({ number: z.int().positive(), html_url: z.url() });

const namesRepository = (data: unknown, repo: string): boolean =>
  isSameRepo(repositoryShape.safeParse(data).data?.full_name ?? '', repo);

async function findMoved(
  github: GitHub,
  location: string,
  isOurs: (repo: string) => boolean,
): Promise<{ repo: string; number: number } | undefined> {
  let at = location;
  for (let moves = 1; moves <= MOST_MOVES; moves += 1) {
    const { status, location: next, data } = await github.get(at);
    if (status === 200) {
      const { number, html_url } = readShape(issueShape, data, at);
      const [, owner = '', name = ''] = new URL(html_url).pathname.split('/');
      const repo = `${owner}/${name}`;
      return isOurs(repo) || (await isPublic(github, repo)) ? { repo, number } : undefined;
    }
    if (!REDIRECTS.has(status) || !next) return undefined;
    at = next;
  }
  return undefined;
}

/** What is private elsewhere is not told. */
async function isPublic(github: GitHub, repo: string): Promise<boolean> {
  const { status, data } = await github.get(`/repos/${repo}`);
  return status === 200 && repositoryShape.safeParse(data).data?.private === false;
}
