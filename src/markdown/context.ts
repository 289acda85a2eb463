import { ENGLISH, type RenderWords } from './words.ts';

/** What rendering may know about where a body comes from and where it goes. */
export interface RenderContext {
  /** `owner/name`: where `#12` and relative links lead. Without it they stay text. */
  repo?: string | undefined;
  /** Where the repository lives. Default: `https://github.com`. */
  githubUrl?: string | undefined;
  /** How many heading levels the page uses above the body. Default: 2, so that a body begins at h3. */
  headingOffset?: number | undefined;
  /** Sets the ids of several bodies on one page apart: `user-content-<scope>-`. Letters, digits and dashes. */
  scope?: string | undefined;
  /** Labels of the issue form with which bodies may have been made, in its order. */
  form?: readonly string[] | undefined;
  /** Words for another language. */
  words?: Partial<RenderWords> | undefined;
}

/** A `RenderContext` with every question answered. */
export interface Setting {
  /** `https://github.com/owner/name`, or nothing when the repository is not known or not a name. */
  repoUrl: string | undefined;
  githubUrl: string;
  headingOffset: number;
  idPrefix: string;
  words: RenderWords;
}

/** Fills in the defaults. A `repo` that is not `owner/name` counts as unknown. */
export function settle(context: RenderContext): Setting {
  const githubUrl = (context.githubUrl ?? 'https://github.com').replace(/\/+$/, '');
  const known = context.repo !== undefined && /^[\w.-]+\/[\w.-]+$/.test(context.repo);
  return {
    repoUrl: known ? `${githubUrl}/${context.repo}` : undefined,
    githubUrl,
    headingOffset: context.headingOffset ?? 2,
    idPrefix: context.scope ? `user-content-${context.scope}-` : 'user-content-',
    words: { ...ENGLISH, ...context.words },
  };
}
