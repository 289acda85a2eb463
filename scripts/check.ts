import { existsSync } from 'node:fs';
import { lookFor } from '../src/content/overrides.ts';
import { placesInSettings, readContent } from '../src/content/read.ts';
import { formatProblem, type Problem } from '../src/model/problem.ts';
import { type Command, type Outcome, Stop } from './command.ts';
import { checkWording } from './mission/wording.ts';

/** `milepost check`: every problem in the content folder. Errors are status 1; warnings too under `--strict`. */
export const check: Command = {
  summary: 'every problem in the content folder, each with its remedy',
  options: { strict: { type: 'boolean', default: false } },
  async run({ content, own }, { now }): Promise<Outcome> {
    if (!existsSync(content)) throw new Stop(`${content}: no such folder. ${ABSENT}`, 2);
    const isStrict = own['strict'] === true;
    const read = await readContent(content);
    const { items, entries, settings } = read;
    // Paths of overrides go from the folder in which the site is built: this one.
    const overrides = lookFor([{ ...settings, placeOf: await placesInSettings(content) }], process.cwd());
    const problems = [
      ...read.problems,
      ...overrides.problems,
      ...(await checkWording(read, content, now().toISOString().slice(0, 10), isStrict)),
    ];
    const counts = `${count(items, 'item', 'items')}, ${count(entries, 'changelog entry', 'changelog entries')}`;
    return {
      report: { problems },
      text: inWords(problems, counts),
      status: isBad(problems, isStrict) ? 1 : 0,
    };
  },
};

export const ABSENT = 'Name the content folder with --content, or make it with `milepost sync`.';

const count = ({ length }: readonly unknown[], one: string, many: string): string =>
  `${length} ${length === 1 ? one : many}`;

const isBad = (problems: readonly Problem[], strict: boolean): boolean =>
  problems.some(({ level }) => strict || level === 'error');

function inWords(problems: readonly Problem[], counts: string): string {
  const lines = problems.map((problem) => `${problem.level}: ${formatProblem(problem)}`);
  const sum = problems.length === 0 ? 'no problems' : count(problems, 'problem', 'problems');
  return [...lines, `${counts}: ${sum}`].join('\n');
}
