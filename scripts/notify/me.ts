import { z } from 'astro/zod';
import type { GitHub } from '../github/client.ts';
import { readShape } from '../github/door.ts';
import { explainThrown, GitHubFailure } from '../github/failures.ts';
import { userShape } from './answer.ts';

const viewerShape = z.object({ viewer: userShape });

/** Whose comments Actions writes with the token of a job. */
const ACTIONS = 'github-actions[bot]';

/**
 * Login that our comments carry. `GET /user` is closed to tokens of apps, the one of Actions included; GraphQL knows those by
 * name, and where there is none it is Actions. @throws GitHubFailure when GitHub does not answer or does not know the token.
 */
export async function findLogin({ rest, query }: GitHub, now: () => Date): Promise<string> {
  try {
    const { data } = await rest.users.getAuthenticated();
    return readShape(userShape, data, 'GET /user').login;
  } catch (error) {
    const failure = error instanceof GitHubFailure ? error : explainThrown(error, 'GET /user', now());
    if (failure.httpStatus !== 403 || failure.next) throw failure;
  }
  try {
    return readShape(viewerShape, await query('query Viewer { viewer { login } }', {}), 'viewer').viewer
      .login;
  } catch (error) {
    if (error instanceof GitHubFailure && error.status === 2) return ACTIONS;
    throw error;
  }
}
