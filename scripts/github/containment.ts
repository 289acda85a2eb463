import type { Commit } from './commits.ts';
import { isSameRepo } from './repositories.ts';

/** A pull request's change, as it came onto its base. */
export interface Landed {
  /** The commit that its merge made. */
  oid: string;
  number: number;
  /** `owner/name`. */
  repo: string;
}

/** Whether a history has a change: `in` it, `reverted` after it came in, or never `out` of the pull request. */
export type Containment = 'in' | 'reverted' | 'out';

type History = ReadonlyMap<string, Commit>;

/**
 * Whether a change is in a history: its very commit, or one that was cherry-picked from it, which nothing took back for
 * good. What takes back may itself be taken back, however often.
 */
export function containment(history: History, { oid, number, repo }: Landed): Containment {
  const carriers = [...history.values()].filter(
    (commit) => commit.oid === oid || commit.picks.some((name) => isNamed(oid, name)),
  );
  if (carriers.length === 0) return 'out';
  const reverts = [...history.values()].filter(
    (commit) => commit.reverts.length > 0 || commit.revertsPulls.length > 0,
  );
  if (reverts.length === 0) return 'in';
  const isReverted = (commit: Commit, seen: ReadonlySet<string>): boolean =>
    reverts.some(
      (other) =>
        !seen.has(other.oid) &&
        takesBack(other, commit, { history, repo, oid, number }) &&
        !isReverted(other, new Set([...seen, other.oid])),
    );
  return carriers.some((commit) => !isReverted(commit, new Set([commit.oid]))) ? 'in' : 'reverted';
}

interface Case extends Landed {
  history: History;
}

/** Whether one commit takes back another: by its name, or, where it came later, by what it is a copy, a merge or a part of. */
function takesBack(one: Commit, other: Commit, about: Case): boolean {
  if (one.reverts.some((name) => isNamed(other.oid, name))) return true;
  const { history, repo } = about;
  const pulls = other.oid === about.oid ? [...other.pulls, about.number] : other.pulls;
  const namesIt =
    one.revertsPulls.some(
      (pull) => pulls.includes(pull.number) && (pull.repo === undefined || isSameRepo(pull.repo, repo)),
    ) || one.reverts.some((name) => other.picks.some((origin) => isEither(origin, name)));
  if (!namesIt && !one.reverts.some((name) => broughtIn(name, other, history))) return false;
  return ancestors(one.oid, history).has(other.oid);
}

/** Whether a merge of that name brought a commit in, so that taking it back takes the commit back. */
function broughtIn(name: string, { oid }: Commit, history: History): boolean {
  const [first, ...others] = commitNamed(name, history)?.parents ?? [];
  if (first === undefined || others.length === 0 || ancestors(first, history).has(oid)) return false;
  return others.some((parent) => ancestors(parent, history).has(oid));
}

/** Most names are whole, and a history may have 20,000 commits: it is searched for shortened ones alone. */
function commitNamed(name: string, history: History): Commit | undefined {
  if (name.length >= WHOLE) return history.get(name);
  return [...history.values()].find(({ oid }) => isNamed(oid, name));
}

const WHOLE = 40;

/** A commit and all before it. */
function ancestors(oid: string, history: History): Set<string> {
  const found = new Set<string>();
  const next = [oid];
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    const commit = history.get(at);
    if (!commit || found.has(at)) continue;
    found.add(at);
    next.push(...commit.parents);
  }
  return found;
}

/** Whether a commit has that name, which may be shortened. */
const isNamed = (oid: string, name: string): boolean => oid.startsWith(name);

const isEither = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);
