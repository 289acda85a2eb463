import { spawn } from 'node:child_process';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Hosted, outputsIn, scratch } from './checkout.ts';
import { type Contexts, fill, holds, type Standing } from './expressions.ts';
import { type Job, record, type Step, type Workflow } from './files.ts';

/** One run of a workflow, on this machine. */
export interface Run {
  workflow: Workflow;
  hosted: Hosted;
  /** Variables that each step sees: where GitHub is, which npm is called. */
  env: Readonly<Record<string, string>>;
  /** What Pages shows; a deployment replaces it. */
  pages: string;
  inputs?: Readonly<Record<string, unknown>>;
  isFork?: boolean;
  /** An action that fails, by its name. */
  broken?: string;
}

export type Result = 'success' | 'failure' | 'skipped';

export interface Ended {
  results: Record<string, Result>;
  outputs: Record<string, Record<string, string>>;
  /** What all steps printed. */
  said: string;
  /** Whether GitHub would show the run green. */
  isGreen: boolean;
}

/** Where Pages would be. */
export const SITE = { origin: 'https://octo.github.io', base_path: '/app' };

/** Runs the jobs of a workflow, each when those that it needs have ended. Actions are played, shells are real. */
export async function run(given: Run): Promise<Ended> {
  const ended: Ended = { results: {}, outputs: {}, said: '', isGreen: true };
  const artifact = await scratch('artifact');
  for (const job of inOrder(given.workflow)) {
    const contexts = contextsOf(given, ended);
    const standing = { succeeded: haveSucceeded(job, given.workflow, ended), cancelled: false };
    if (!holds(job.if, contexts, standing)) {
      ended.results[job.name] = 'skipped';
      continue;
    }
    const outcome = await runJob(job, { ...given, contexts, artifact });
    ended.results[job.name] = outcome.isGood ? 'success' : 'failure';
    ended.outputs[job.name] = outcome.outputs;
    ended.said += outcome.said;
    if (!outcome.isGood && job['continue-on-error'] !== true) ended.isGreen = false;
  }
  return ended;
}

function inOrder({ jobs }: Workflow): Job[] {
  const done: Job[] = [];
  const left = new Set(jobs.values());
  while (left.size > 0) {
    const next = [...left].find(({ needs }) => needs.every((name) => done.some((job) => job.name === name)));
    if (!next) throw new Error('jobs that need each other');
    done.push(next);
    left.delete(next);
  }
  return done;
}

/** GitHub looks at all jobs before, not only at those that are named. */
const haveSucceeded = ({ needs }: Job, workflow: Workflow, ended: Ended): boolean =>
  needs.every((name) => {
    const needed = workflow.jobs.get(name);
    return ended.results[name] === 'success' && needed && haveSucceeded(needed, workflow, ended);
  });

function contextsOf({ inputs = {}, isFork = false, env }: Run, { results, outputs }: Ended): Contexts {
  const needs = Object.entries(results).map(([name, result]) => [
    name,
    { result, outputs: outputs[name] ?? {} },
  ]);
  return {
    github: {
      event_name: 'schedule',
      token: env['GITHUB_TOKEN'],
      event: { repository: { default_branch: 'main', fork: isFork } },
    },
    inputs,
    needs: Object.fromEntries(needs),
    steps: {},
  };
}

interface Surroundings extends Run {
  contexts: Contexts;
  artifact: string;
}

interface Outcome {
  isGood: boolean;
  outputs: Record<string, string>;
  said: string;
}

async function runJob(job: Job, given: Surroundings): Promise<Outcome> {
  const steps: Record<string, unknown> = {};
  const workspace = join(await scratch(job.name), 'work');
  const standing: Standing = { succeeded: true, cancelled: false };
  let said = '';
  for (const step of job.steps) {
    const contexts = { ...given.contexts, steps };
    if (!holds(step.if, contexts, standing)) continue;
    const outcome = await runStep(step, job, workspace, { ...given, contexts });
    if (step.id) steps[step.id] = { outputs: outcome.outputs };
    said += outcome.said;
    standing.succeeded &&= outcome.isGood;
  }
  const contexts = { ...given.contexts, steps };
  const outputs = Object.entries(job.outputs).map(([name, value]) => [name, fill(String(value), contexts)]);
  return { isGood: standing.succeeded, outputs: Object.fromEntries(outputs), said };
}

async function runStep(step: Step, job: Job, workspace: string, given: Surroundings): Promise<Outcome> {
  const filled = (values: Record<string, unknown>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, fill(String(value), given.contexts)]),
    );
  if (step.uses) return play(step.uses, filled(step.with), workspace, given);
  const outputs = join(await scratch('step'), 'outputs');
  const folder = join(workspace, fill(String(job.defaults['working-directory'] ?? '.'), given.contexts));
  const env = { ...given.env, ...filled(step.env), GITHUB_OUTPUT: outputs };
  const { status, said } = await shell(step.run, folder, env);
  return { isGood: status === 0, outputs: await outputsIn(outputs), said };
}

/** Does what an action of GitHub's does, as far as later steps can tell. */
async function play(
  uses: string,
  given: Record<string, string>,
  workspace: string,
  { hosted, artifact, pages, broken }: Surroundings,
): Promise<Outcome> {
  const name = /^actions\/([\w-]+)@/.exec(uses)?.[1] ?? uses;
  const good = (outputs: Record<string, string> = {}): Outcome => ({ isGood: true, outputs, said: '' });
  if (name === broken) return { isGood: false, outputs: {}, said: `${name} failed\n` };
  switch (name) {
    case 'checkout':
      await cp(await hosted.clone(given['ref'] || 'main'), workspace, { recursive: true });
      return good();
    case 'setup-node':
      return good();
    case 'configure-pages':
      return good(SITE);
    case 'upload-pages-artifact':
      await cp(join(workspace, given['path'] ?? '_site'), artifact, { recursive: true });
      return good();
    case 'deploy-pages':
      await rm(pages, { recursive: true, force: true });
      await mkdir(pages, { recursive: true });
      await cp(artifact, pages, { recursive: true });
      return good({ page_url: `${SITE.origin}${SITE.base_path}/` });
    default:
      throw new Error(`no idea what ${uses} does`);
  }
}

/** A step's shell, as Actions calls it. Nothing of this process's own surroundings gets in. */
function shell(
  script: string,
  cwd: string,
  env: Record<string, string>,
): Promise<{ status: number; said: string }> {
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { cwd, env });
  let said = '';
  const listen = (chunk: Buffer): void => void (said += chunk.toString());
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ status: code ?? -1, said }));
  });
}

/** What a step of this name ran in; for messages of tests that fail. */
export const inWords = ({ results, said }: Ended): string => `${JSON.stringify(record(results))}\n${said}`;
