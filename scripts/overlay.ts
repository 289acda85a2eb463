import { readSettings } from '../src/content/read.ts';
import { type Command, type Flags, type Outcome, Stop, type World } from './command.ts';
import { findRemote } from './git/remote.ts';
import { layOver } from './publish/overlay.ts';

/** `milepost overlay`: what the data branch holds, into the content folder, as the build and notify need it. */
export const overlay: Command = {
  summary: 'lays the data branch over the content folder; --at COMMIT takes that state of it',
  options: { at: { type: 'string' } },
  run: runOverlay,
};

async function runOverlay({ content, dryRun, own }: Flags, { env }: World): Promise<Outcome> {
  const { at } = own;
  if (typeof at === 'string' && !/^[0-9a-f]{40}$/.test(at))
    throw new Stop(`--at: expected a commit, 40 hex digits; got ${JSON.stringify(at)}.`, 2);
  const { branch } = await readSettings(content);
  if (branch === undefined) return outcome(null, 0, 'No data branch is set; the content folder is whole.');
  const remote = await findRemote(content, env);
  if (!remote)
    throw new Stop('overlay: expected a git repository with a remote called origin; found none.', 2);
  const folder = dryRun ? undefined : content;
  const laid = await layOver(remote, branch, { folder, ...(typeof at === 'string' && { at }) });
  if (!laid) return outcome(null, 0, `The branch ${branch} is not there yet; nothing is laid over.`);
  const { commit, blobs } = laid;
  const words = `${blobs.size} ${blobs.size === 1 ? 'file' : 'files'} of ${branch}, as of ${commit.slice(0, 7)}`;
  return outcome(commit, blobs.size, dryRun ? `dry run: would lay over ${words}` : `laid over: ${words}`);
}

const outcome = (commit: string | null, files: number, text: string): Outcome => ({
  report: { commit, files },
  text,
  status: 0,
});
