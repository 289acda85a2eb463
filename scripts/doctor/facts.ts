import type { Settings } from '../../src/model/settings.ts';
import type { Allowance } from '../github/anonymous.ts';

/** What a look came to: known, known not to be there, or not to be known, and why. */
export type Known<Value> =
  | { is: 'known'; value: Value }
  | { is: 'absent' }
  | { is: 'unknown'; why: string; status?: number | undefined };

/** A repository, as far as GitHub tells. */
export interface RepositoryFacts {
  repo: string;
  isPrivate: boolean;
  isFork: boolean;
  isArchived: boolean;
  hasIssues: boolean;
  hasPages: boolean;
  defaultBranch: string;
  /** Whether whoever asks may write there; undefined when GitHub does not say. What their token may do can be less. */
  mayWrite: boolean | undefined;
}

/** The last run of the workflow; no conclusion while it goes on. */
export interface RunFacts {
  id: number;
  conclusion: string | undefined;
  at: string;
}

/** Kinds of tokens, told by how they begin; `odd` has signs in it that no token has. */
export type TokenKind = 'classic' | 'fine-grained' | 'app' | 'other' | 'odd';

/** Everything that a diagnosis follows from; nothing of it is a judgement. */
export interface Facts {
  now: Date;
  /** Milepost's own version. */
  version: string;
  node: string;
  content: Known<{ folder: string; items: number; errors: number; warnings: number }>;
  settings: Settings;
  /** Where people see repositories, `https://github.com`. */
  server: string;
  token: TokenKind | undefined;
  /** What is left of the limit, and the scopes of a token that has such. */
  limit: Known<{ core: Allowance; scopes: readonly string[] | undefined }>;
  /** The repository that the roadmap lives in, as owner/name. */
  home: string | undefined;
  repository: Known<RepositoryFacts>;
  /** Where issues come from. */
  sources: readonly { repo: string; found: Known<RepositoryFacts> }[];
  /** `workflow` when GitHub Pages takes what Actions uploads. */
  pages: Known<{ buildType: string | undefined }>;
  isProtected: Known<boolean>;
  /** Name of the workflow's file. */
  workflowFile: string;
  workflow: Known<{ state: string }>;
  run: Known<RunFacts>;
  /** Labels of all sources. */
  labels: Known<readonly string[]>;
  /** Versions of Milepost that files here name. */
  named: { package: string | undefined; workflow: string | undefined; hasWorkflow: boolean };
  /** When a sync last found something new. */
  syncedAt: string | undefined;
}

/** How bad something is; `unknown` could not be looked at. */
export type Level = 'ok' | 'note' | 'warning' | 'problem' | 'unknown';

/** One thing that the doctor has to say. */
export interface Finding {
  check: string;
  level: Level;
  says: string;
  /** The page, the command or the line that mends it. */
  remedy?: string | undefined;
}

/** A question, and what follows from the facts. */
export interface Check {
  name: string;
  find: (facts: Facts) => Omit<Finding, 'check'>[];
}
