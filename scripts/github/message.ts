/** What a commit's message says of other commits. */
export interface Said {
  /** Commits that it is a copy of, as `git cherry-pick -x` notes them; perhaps shortened. */
  picks: readonly string[];
  /** Commits that it takes back, as `git revert` notes them; perhaps shortened. */
  reverts: readonly string[];
  /** Pull requests that it takes back, as GitHub's "Revert" button notes them. */
  revertsPulls: readonly PullName[];
  /** Numbers of the pull requests that it says it is. */
  pulls: readonly number[];
}

export interface PullName {
  /** `owner/name`; undefined for the repository that the commit is in. */
  repo: string | undefined;
  number: number;
}

const PICKED = /^[ \t*-]*\(cherry picked from commit ([0-9a-f]{7,64})\)/gim;
const REVERTED = /\bThis reverts commit ([0-9a-f]{7,64})\b/gi;
const REVERTED_PULL = /^[ \t*-]*Reverts (?:([\w-]+\/[\w.-]+))?#([1-9]\d{0,8})\b/gim;
const MERGED = /^Merge pull request #([1-9]\d{0,8}) from /;
const SQUASHED = /\(#([1-9]\d{0,8})\)[ \t]*(?:\n|$)/;

/** Lines that quote another message. */
const QUOTED = /^[ \t]*>.*$/gm;

/** Reads a commit's message, without what it quotes. What people wrote there decides nothing but what is contained in what. */
export function readMessage(message: string): Said {
  const text = message.replaceAll('\r\n', '\n').replace(QUOTED, '');
  const subject = /^[^\n]*\n?/.exec(text)?.[0] ?? '';
  const number = (MERGED.exec(subject) ?? SQUASHED.exec(subject))?.[1];
  return {
    picks: namesIn(text, PICKED),
    reverts: namesIn(text, REVERTED),
    revertsPulls: [...text.matchAll(REVERTED_PULL)].map(([, repo, of]) => ({ repo, number: Number(of) })),
    pulls: number === undefined ? [] : [Number(number)],
  };
}

const namesIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, oid = '']) => oid.toLowerCase());
