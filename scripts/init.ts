import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readText } from '../src/content/files.ts';
import { type Command, type Flags, type Outcome, Stop, type World } from './command.ts';
import { disk } from './content/write.ts';
import { takeAnswers } from './init/answers.ts';
import { addressOf, folderFor } from './init/place.ts';
import { lookAt } from './init/repository.ts';
import { type Answers, starterFor } from './init/starter.ts';
import { advice, stepsFor } from './init/steps.ts';

/** `milepost init [folder]`: a roadmap for a repository. */
export const init: Command = {
  summary: 'a roadmap for this repository; --yes asks nothing, --title, --mission and --domain answer before',
  options: {
    yes: { type: 'boolean', short: 'y', default: false },
    title: { type: 'string' },
    mission: { type: 'string' },
    domain: { type: 'string' },
  },
  run: runInit,
};

/** Writes what is not there yet; a file that is there is never touched, so a second run changes nothing. */
export async function runInit(flags: Flags, world: World): Promise<Outcome> {
  const start = resolve(flags.rest[0] ?? '.');
  if (!existsSync(start)) throw new Stop(`init: there is no folder ${start}.`, 2);
  const server = world.env['GITHUB_SERVER_URL'] || 'https://github.com';
  const here = await lookAt(start, server);
  const told = await takeAnswers(flags, here, world);
  const isSite = existsSync(join(here.top, 'content/milepost.yml'));
  const answers: Answers = {
    ...told,
    branch: here.branch,
    address: addressOf(told.repo, told.domain),
    folder: folderFor(await readdir(here.top), isSite),
    today: world.now().toISOString().slice(0, 10),
  };
  const files = await writeNew(here.top, await starterFor(answers), flags.dryRun);
  const steps = stepsFor(answers, server);
  return {
    report: { repo: told.repo, folder: answers.folder || '.', ...files, steps },
    text: inWords(files, steps, flags.dryRun),
    status: 0,
  };
}

interface Files {
  written: string[];
  kept: string[];
  /** What a file that was there already lacks. */
  advice: string[];
}

async function writeNew(top: string, starter: ReadonlyMap<string, string>, isDry: boolean): Promise<Files> {
  const files: Files = { written: [], kept: [], advice: [] };
  for (const [path, text] of starter) {
    const there = await readText(join(top, path));
    if (there === undefined) {
      if (!isDry) await disk.write(join(top, path), text);
      files.written.push(path);
      continue;
    }
    files.kept.push(path);
    const words = advice(path, there);
    if (words !== undefined) files.advice.push(words);
  }
  return files;
}

function inWords({ written, kept, advice }: Files, steps: readonly string[], isDry: boolean): string {
  if (written.length === 0 && advice.length === 0) return 'Everything is there already; nothing was changed.';
  return [
    ...written.map((path) => `${isDry ? 'to write' : 'written'}  ${path}`),
    ...kept.map((path) => `kept     ${path}`),
    ...advice.map((words) => `mind     ${words}`),
    '',
    'Next:',
    ...steps.map((step, place) => `  ${place + 1}. ${step}`),
  ].join('\n');
}
