import { Stop } from '../command.ts';
import { GitFailure } from './git.ts';

/** Runs what talks to a remote. @throws Stop (status 3) when git says no. */
export async function reach<Value>(attempt: () => Promise<Value>): Promise<Value> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    throw new Stop(
      `git: the remote could not be reached.\n${told(error.output)}\nNothing was pushed; run the command again.`,
      3,
      { cause: error },
    );
  }
}

/** How a push that was refused is told, with the remedy where git's words give it away. */
export function refused(branch: string, output: string): Stop {
  const remedy = /protected|GH006|GH013|rule violations/i.test(output)
    ? `The branch is protected: set \`branch: roadmap-data\` in milepost.yml, so that what sync writes has one of its own.`
    : /denied|403|authentication|could not read Username/i.test(output)
      ? 'The token may not write here; in Actions: permissions: { contents: write }.'
      : 'Mend that, then run the command again.';
  return new Stop(`git: could not push to ${branch}.\n${told(output)}\n${remedy}`, 3);
}

/** What git said, without what a remote printed for people and without addresses that hold a secret. */
const told = (output: string): string => output.trim().replaceAll(/\/\/[^/\s@]+@/g, '//***@');
