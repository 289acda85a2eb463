import { z } from 'astro/zod';
import { type Allowance, readAllowances } from '../github/anonymous.ts';
import { followPages, readRest } from '../github/anonymous-pages.ts';
import type { GitHub } from '../github/client.ts';
import { GitHubFailure } from '../github/failures.ts';
import type { Known, RepositoryFacts, RunFacts } from './facts.ts';

/** Never throws for what GitHub or the network does: a look that fails is one thing not known. */
export async function attempt<Value>(look: () => Promise<Value | undefined>): Promise<Known<Value>> {
  try {
    const value = await look();
    return value === undefined ? { is: 'absent' } : { is: 'known', value };
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error;
    const { httpStatus: status, next, message } = error;
    if (next) return { is: 'unknown', why: `GitHub’s limit is used up until ${next.toISOString()}`, status };
    if (status === 401) return { is: 'unknown', why: 'GitHub does not know the token', status };
    if (status === 403) return { is: 'unknown', why: 'the token may not ask', status };
    return { is: 'unknown', why: message, status };
  }
}

/** Reads one thing; undefined when GitHub says that it is not there. Renamed repositories are followed. */
async function read<Schema extends z.ZodType>(
  github: GitHub,
  path: string,
  schema: Schema,
): Promise<z.output<Schema> | undefined> {
  let at = path;
  for (let moves = 0; moves < 3; moves += 1) {
    const answer = await github.get(at);
    if (answer.status === 404 || answer.status === 410) return undefined;
    if (answer.location === undefined || answer.status < 300) return readRest(schema, answer, path);
    at = answer.location;
  }
  return undefined;
}

const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

const repository = z
  .object({
    full_name: z.string(),
    private: z.boolean(),
    fork: flag,
    archived: flag,
    has_issues: z.boolean(),
    has_pages: flag,
    default_branch: z.string(),
    permissions: z.object({ push: z.boolean() }).nullish(),
  })
  .transform((told): RepositoryFacts => ({
    repo: told.full_name,
    isPrivate: told.private,
    isFork: told.fork,
    isArchived: told.archived,
    hasIssues: told.has_issues,
    hasPages: told.has_pages,
    defaultBranch: told.default_branch,
    mayWrite: told.permissions?.push,
  }));

export const askRepository = (github: GitHub, repo: string): Promise<Known<RepositoryFacts>> =>
  attempt(() => read(github, `/repos/${repo}`, repository));

export const askPages = (github: GitHub, repo: string): Promise<Known<{ buildType: string | undefined }>> =>
  attempt(() =>
    read(
      github,
      `/repos/${repo}/pages`,
      z
        .object({ build_type: z.string().nullish() })
        .transform(({ build_type }) => ({ buildType: build_type ?? undefined })),
    ),
  );

export const askProtected = (github: GitHub, repo: string, branch: string): Promise<Known<boolean>> =>
  attempt(() =>
    read(
      github,
      `/repos/${repo}/branches/${encodeURIComponent(branch)}`,
      z.object({ protected: z.boolean() }).transform((told) => told.protected),
    ),
  );

const workflowPath = (repo: string, file: string): string =>
  `/repos/${repo}/actions/workflows/${encodeURIComponent(file)}`;

export const askWorkflow = (github: GitHub, repo: string, file: string): Promise<Known<{ state: string }>> =>
  attempt(() => read(github, workflowPath(repo, file), z.object({ state: z.string() })));

const runs = z
  .object({
    workflow_runs: z.array(
      z.object({ id: z.int(), conclusion: z.string().nullish(), created_at: z.iso.datetime() }),
    ),
  })
  .transform(
    ({ workflow_runs: [last] }): RunFacts | undefined =>
      last && { id: last.id, conclusion: last.conclusion ?? undefined, at: last.created_at },
  );

export const askLastRun = (github: GitHub, repo: string, file: string): Promise<Known<RunFacts>> =>
  attempt(() => read(github, `${workflowPath(repo, file)}/runs?per_page=1`, runs));

const labelList = z.array(z.object({ name: z.string() }));

/** Names of labels, the first thousand. */
export const askLabels = (github: GitHub, repo: string): Promise<Known<readonly string[]>> =>
  attempt(async () => {
    const path = `/repos/${repo}/labels?per_page=100`;
    const names: string[] = [];
    for await (const { answer } of followPages(github, path, 10)) {
      if (answer.status === 404) return undefined;
      names.push(...readRest(labelList, answer, path).map(({ name }) => name));
    }
    return names;
  });

/** What is left of the limit, and the scopes that GitHub names for tokens of the classic kind. */
export async function askLimit(
  github: GitHub,
): Promise<Known<{ core: Allowance; scopes: readonly string[] | undefined }>> {
  return attempt(async () => {
    const { headers } = await github.get('/rate_limit');
    const told = headers['x-oauth-scopes'];
    const scopes =
      told === undefined
        ? undefined
        : String(told)
            .split(/[,\s]+/)
            .filter(Boolean);
    const allowances = await readAllowances(github);
    return allowances && { core: allowances.core, scopes };
  });
}
