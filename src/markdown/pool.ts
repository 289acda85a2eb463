import { fork, type ChildProcess } from 'node:child_process';
import { plain, type Rendered, type RenderJob } from './job.ts';

export type { Rendered, RenderJob } from './job.ts';

/** Limits, and what tests and bundlers need to change. */
export interface PoolOptions {
  /** Child processes at a time. Default: 1. */
  children?: number;
  /** Milliseconds that one body may take. Default: 5,000. */
  timeLimit?: number;
  /** Megabytes of JavaScript heap that a child may fill. Default: 512. */
  memoryLimit?: number;
  /** The child's program. Default: the `child` beside this file. */
  program?: URL;
}

/** Jobs that travel together: so many, or so many characters. */
const BATCH_JOBS = 64;
const BATCH_CHARACTERS = 262_144;
/** Milliseconds in which a child must be up. */
const START_LIMIT = 60_000;

/**
 * Renders bodies that anybody may have written, in a child process with limits of time and memory. The answer has every
 * job's id, once. One body never harms another: a batch that is not answered in the time of one body, or whose child
 * dies, is rendered again one body at a time, and a body that fails alone is shown as text with its `fallback` reason.
 * Throws only when a child cannot be started at all. No jobs, no child.
 */
export async function renderAll(
  jobs: readonly RenderJob[],
  options: PoolOptions = {},
): Promise<Map<string, Rendered>> {
  const done = new Map<string, Rendered>();
  const queue = batchesOf(jobs);
  const workers = Math.min(options.children ?? 1, queue.length);
  await Promise.all(Array.from({ length: workers }, () => work(queue, done, options)));
  return done;
}

/** Takes batches until there are none, with one child at a time. */
async function work(queue: RenderJob[][], done: Map<string, Rendered>, options: PoolOptions): Promise<void> {
  let child: ChildProcess | undefined;
  try {
    for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
      child ??= await start(options);
      const answer = await ask(child, batch, options.timeLimit ?? 5_000);
      if (typeof answer !== 'string') {
        for (const [index, { id, markdown }] of batch.entries()) {
          done.set(id, answer[index] ?? plain(markdown, 'the renderer did not answer'));
        }
        continue;
      }
      child = undefined;
      const [only, ...others] = batch;
      if (only !== undefined && others.length === 0) done.set(only.id, plain(only.markdown, answer));
      else queue.unshift(...batch.map((job) => [job]));
    }
  } finally {
    child?.disconnect();
  }
}

/** Sends a batch to a child. A text instead of an answer is the reason why the child is no more. */
function ask(child: ChildProcess, batch: RenderJob[], timeLimit: number): Promise<Rendered[] | string> {
  return new Promise((resolve) => {
    const settle = (answer: Rendered[] | string) => {
      clearTimeout(timer);
      child.off('message', settle).off('exit', died);
      resolve(answer);
    };
    const died = (_code: number | null, signal: string | null) =>
      settle(`the renderer needed too much memory or crashed${signal === null ? '' : ` (${signal})`}`);
    const timer = setTimeout(() => {
      child.off('exit', died).kill('SIGKILL');
      settle(`it took longer than ${timeLimit / 1000} s`);
    }, timeLimit);
    child.on('message', settle).on('exit', died);
    child.send(batch);
  });
}

/** Starts a child and waits until it is ready. Throws with what it said when it does not come up. */
function start({ memoryLimit = 512, program = CHILD }: PoolOptions): Promise<ChildProcess> {
  const child = fork(program, {
    execArgv: [`--max-old-space-size=${memoryLimit}`, ...typeFlags(program)],
    env: surroundings(),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (words: string) => (said = (said + words).slice(-2_000)));
  return new Promise((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(new Error(`The Markdown renderer could not start (${why}), with ${process.execPath}.\n${said}`));
    };
    const timer = setTimeout(() => fail('no answer in 60 s'), START_LIMIT);
    child.on('error', ({ message }) => fail(message));
    child.once('exit', (code) => fail(`exit status ${code}`));
    child.once('message', () => {
      clearTimeout(timer);
      resolve(child.removeAllListeners('exit'));
    });
  });
}

/** TypeScript in the source, JavaScript in the package: Node strips no types below `node_modules`. */
const CHILD = new URL(import.meta.url.endsWith('.ts') ? './child.ts' : './child.mjs', import.meta.url);

/** What makes this Node run TypeScript: nothing since 22.18. */
const typeFlags = ({ pathname }: URL): string[] =>
  process.features.typescript || !pathname.endsWith('.ts')
    ? []
    : ['--experimental-strip-types', '--no-warnings'];

/** A child that reads hostile text sees no token and no NODE_OPTIONS. */
function surroundings(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMPDIR } = process.env;
  return { PATH, SystemRoot, TEMP, TMPDIR };
}

function batchesOf(jobs: readonly RenderJob[]): RenderJob[][] {
  const batches: RenderJob[][] = [];
  let characters = Infinity;
  for (const job of jobs) {
    const open = batches.at(-1);
    characters += job.markdown.length;
    if (open === undefined || open.length >= BATCH_JOBS || characters > BATCH_CHARACTERS) {
      batches.push([job]);
      characters = job.markdown.length;
    } else open.push(job);
  }
  return batches;
}
