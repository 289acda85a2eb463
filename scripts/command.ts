import type { ParseArgsOptionsConfig } from 'node:util';

/** 0 done; 1 problems found; 2 wrong usage or settings; 3 stopped part-way, safe to run again. */
export type ExitStatus = 0 | 1 | 2 | 3;

/** What a command hands back: a report for machines, the same in words for people. */
export interface Outcome {
  report: unknown;
  /** For people; may be several lines, without a final newline. */
  text: string;
  status: ExitStatus;
}

/** The outside world, as commands see it: tests pass their own. */
export interface World {
  env: Readonly<Record<string, string | undefined>>;
  now: () => Date;
  /** Tells people something at once, on stderr: one line. */
  say: (line: string) => void;
  /** Replaces the progress line on a terminal; silent in a pipe. */
  progress: (line: string) => void;
  /** Asks whoever sits at the terminal, and waits for a line; absent where nobody does. */
  ask?: (question: string) => Promise<string>;
}

export interface Flags {
  content: string;
  dryRun: boolean;
  repo: string | undefined;
  /** Values of the command's own options, as `parseArgs` gives them. */
  own: Readonly<Record<string, string | boolean | undefined>>;
  /** What stands after the command and is no option. */
  rest: readonly string[];
}

export interface Command {
  /** One line for `milepost --help`. */
  summary: string;
  /** Options beside the common ones, for `parseArgs`. */
  options: ParseArgsOptionsConfig;
  run: (flags: Flags, world: World) => Promise<Outcome>;
}

/** Ends a command with a message for people; `status` 2 is their mistake, 3 the world's. */
export class Stop extends Error {
  override readonly name = 'Stop';
  readonly status: ExitStatus;
  readonly report: unknown;

  constructor(message: string, status: ExitStatus, options: ErrorOptions & { report?: unknown } = {}) {
    super(message, options);
    this.status = status;
    this.report = options.report;
  }
}
