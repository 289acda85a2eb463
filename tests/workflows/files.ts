import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A workflow as its file says it: any field may be absent, and each rule looks at what it needs. */
export interface Workflow {
  name: string;
  text: string;
  on: Record<string, unknown>;
  permissions: unknown;
  env: Record<string, unknown>;
  jobs: Map<string, Job>;
}

export interface Job {
  name: string;
  /** The workflow that it calls instead of having steps. */
  uses: string;
  /** What it hands to that. */
  with: Record<string, unknown>;
  if: string;
  needs: string[];
  permissions: unknown;
  'timeout-minutes': unknown;
  'runs-on': unknown;
  'continue-on-error': unknown;
  environment: unknown;
  env: Record<string, unknown>;
  outputs: Record<string, unknown>;
  defaults: Record<string, unknown>;
  steps: Step[];
}

export interface Step {
  name: string;
  id: string;
  if: string;
  uses: string;
  run: string;
  with: Record<string, unknown>;
  env: Record<string, unknown>;
}

/** Reads a workflow; what is absent is empty. */
export function readWorkflow(name: string, text: string): Workflow {
  const file = record(parse(text));
  const jobs = Object.entries(record(file['jobs'])).map(
    ([id, job]) => [id, readJob(id, record(job))] as const,
  );
  return {
    name,
    text,
    on: record(file['on']),
    permissions: file['permissions'],
    env: record(file['env']),
    jobs: new Map(jobs),
  };
}

function readJob(name: string, job: Record<string, unknown>): Job {
  return {
    name,
    uses: word(job['uses']),
    with: record(job['with']),
    if: word(job['if']),
    needs: list(job['needs']).map(word),
    permissions: job['permissions'],
    'timeout-minutes': job['timeout-minutes'],
    'runs-on': job['runs-on'],
    'continue-on-error': job['continue-on-error'],
    environment: job['environment'],
    env: record(job['env']),
    outputs: record(job['outputs']),
    defaults: record(record(job['defaults'])['run']),
    steps: list(job['steps'])
      .map(record)
      .map((step) => ({
        name: word(step['name']),
        id: word(step['id']),
        if: word(step['if']),
        uses: word(step['uses']),
        run: word(step['run']),
        with: record(step['with']),
        env: record(step['env']),
      })),
  };
}

/** This project's workflows and the one that `init` writes, by name. */
export function ourWorkflows(): Workflow[] {
  const folder = `${ROOT}.github/workflows/`;
  const own = readdirSync(folder).map((name) => [name, `${folder}${name}`] as const);
  return [...own, ['the starter’s', `${ROOT}scripts/starter/workflow.yml`] as const].map(([name, path]) =>
    readWorkflow(name, readFileSync(path, 'utf8')),
  );
}

export const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
const list = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
const word = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
