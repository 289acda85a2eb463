import { repoName } from '../../src/model/fields.ts';
import { show } from '../../src/model/problem.ts';
import { type Flags, Stop, type World } from '../command.ts';
import { DOMAIN } from './place.ts';
import type { Here } from './repository.ts';

/** What only people know. */
export interface Told {
  repo: string;
  title: string;
  mission: string | undefined;
  domain: string | undefined;
}

/**
 * Takes what the command line says, asks for the rest (at most three questions), or takes defaults under `--yes`.
 * @throws Stop 2 when there is nobody to ask, or an answer cannot be.
 */
export async function takeAnswers({ own, repo: given }: Flags, here: Here, { ask }: World): Promise<Told> {
  const isQuiet = own['yes'] === true;
  const question = async (words: string, otherwise: string): Promise<string> => {
    if (isQuiet) return otherwise;
    if (!ask) throw new Stop(NOBODY, 2);
    return line(await ask(`${words}${otherwise && ` [${otherwise}]`} `)) || otherwise;
  };
  const domain = textOf(own['domain'])?.toLowerCase();
  if (domain !== undefined && !DOMAIN.test(domain))
    throw new Stop(`--domain: expected a host, such as roadmap.example.org; got ${show(domain)}.`, 2);
  const repo = given ?? here.repo ?? (await question('Which repository on GitHub (owner/name)?', ''));
  if (!repoName.safeParse(repo).success)
    throw new Stop(
      `init: expected a repository as owner/name; got ${show(repo)}. Name it with --repo owner/name.`,
      2,
    );
  const name = repo.split('/')[1] ?? repo;
  const title = textOf(own['title']) ?? (await question('What is the product called?', name));
  const mission =
    textOf(own['mission']) ??
    (await question('In one sentence, whom does it help, and how? (Enter: say it later)', ''));
  return { repo, title, mission: mission || undefined, domain };
}

const NOBODY =
  'init: there is no terminal to ask questions on. Add --yes to take what the repository says; --repo, --title and --mission say the rest.';

const textOf = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? line(value) || undefined : undefined;

/** One line of text: what steers a terminal or breaks a line is a space. */
const line = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
