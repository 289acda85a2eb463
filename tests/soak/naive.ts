import { mkdir, readdir, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { OWNED_KEYS } from '../../src/model/item.ts';
import { settings } from '../../src/model/settings.ts';
import { adaptIssue } from '../../scripts/github/adapt.ts';
import { extendHistory } from '../../scripts/content/history.ts';
import { ISSUES } from '../../scripts/github/queries.ts';
import { issue } from '../../scripts/github/shapes.ts';
import { writeDocument } from '../../src/model/frontmatter.ts';
import { type Ended, endOf, type Order, REPO } from './run.ts';

/** As much of an answer as it takes to be pleased with it. */
const answer = z.object({
  data: z
    .object({
      repository: z
        .object({
          issues: z.object({
            nodes: z.array(issue),
            pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
          }),
        })
        .nullish(),
    })
    .nullish(),
});

const repository = { owner: 'octo', name: 'app', repo: REPO, prefix: undefined };
const surroundings = { settings: settings.parse({}), repository, repositories: [repository], releases: [] };

/**
 * The sync that one writes first: it believes whatever comes, writes in place, and deletes what was not listed. It is here to
 * show that the harness would notice.
 */
export async function naive(order: Order): Promise<Ended> {
  try {
    await run(order);
    return { end: 0, text: '' };
  } catch (error) {
    const ended = endOf(error);
    return ended.end === 'broken' ? { ...ended, end: 3 } : ended;
  }
}

async function run({ folder, github }: Order): Promise<void> {
  const items = join(folder, 'feedback');
  await mkdir(items, { recursive: true });
  const listed = new Set<string>();
  let after: string | null = null;
  do {
    const { nodes, pageInfo } = await ask(github.env, after);
    for (const one of nodes) {
      const item = adaptIssue(one, surroundings);
      if (item.verdict !== 'item') continue;
      const { status, createdAt } = item.fields;
      const history = extendHistory([], { status, createdAt, since: item.since }, 'open');
      const owned = Object.fromEntries(
        Object.entries({ ...item.fields, history }).filter(([, value]) => value !== undefined),
      );
      listed.add(`${item.id}.md`);
      await writeFile(join(items, `${item.id}.md`), writeDocument(owned, OWNED_KEYS, item.body));
    }
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  for (const name of await readdir(items)) if (!listed.has(name)) await unlink(join(items, name));
}

const NOTHING = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

async function ask({ GITHUB_API_URL, GITHUB_TOKEN }: Order['github']['env'], after: string | null) {
  const variables = { owner: 'octo', name: 'app', first: 50, after };
  const response = await fetch(`${GITHUB_API_URL}/graphql`, {
    method: 'POST',
    headers: { authorization: `bearer ${GITHUB_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: ISSUES, variables }),
  });
  const { data } = answer.safeParse(await response.json());
  return data?.data?.repository?.issues ?? NOTHING;
}
