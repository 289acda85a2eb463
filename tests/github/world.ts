import {
  commit,
  commitOf,
  type GitHubData,
  issue,
  type IssueData,
  type NumberedData,
  release,
  renameLabel,
  type ReleaseData,
  repository,
  type RepositoryData,
} from './data.ts';
import { nameOf } from './identity.ts';

/**
 * A GitHub on which things happen. Each event moves a clock that only goes forward, and moves with it what GitHub moves:
 * reactions, renamed labels and what happens to other issues leave `updatedAt` alone.
 */
export interface GitHubWorld {
  data: GitHubData;
  /** The repository that is lived in. */
  home: RepositoryData;
  now: () => Date;
  wait: (seconds: number) => void;
  /** Issues that GitHub lists. */
  living: () => IssueData[];
  open: (parts: Partial<IssueData>) => IssueData;
  /** Gives it sub-issues, or closes some of them, which leaves it as it is. */
  divide: (one: IssueData, parts: NonNullable<IssueData['parts']>) => void;
  edit: (one: IssueData, parts: Partial<Pick<IssueData, 'title' | 'body' | 'milestone'>>) => void;
  label: (one: IssueData, name: string) => void;
  unlabel: (one: IssueData, name: string) => void;
  /** Renames a label wherever it is; no other may have the new name. */
  renameLabel: (from: string, to: string) => void;
  /** Sets the day on which a milestone is due, or that it has none; makes the milestone where there is none of that title. */
  plan: (title: string, dueOn: string | null) => void;
  /** Renames a milestone wherever it is, which moves no issue. */
  renameMilestone: (from: string, to: string) => void;
  vote: (one: IssueData, login: string) => void;
  unvote: (one: IssueData, login: string) => void;
  comment: (one: IssueData, author: string) => void;
  /** Closes as completed; with a pull request that was merged just before, unless told otherwise. */
  complete: (one: IssueData, by?: 'pull request' | 'hand') => void;
  decline: (one: IssueData) => void;
  duplicate: (one: IssueData, of: NumberedData) => void;
  /** Opens it again; what was a duplicate is none any more. */
  reopen: (one: IssueData) => void;
  lock: (one: IssueData) => void;
  /** Moves it to another repository: REST says 301 from then on. */
  transfer: (one: IssueData, to: RepositoryData) => void;
  /** Deletes it: REST says 410 from then on. */
  remove: (one: IssueData) => void;
  publish: (tagName: string, parts?: Partial<ReleaseData>) => ReleaseData;
  /** Publishes from a branch that has nothing of what was merged since the beginning. Wants a home with commits. */
  publishApart: (tagName: string, parts?: Partial<ReleaseData>) => ReleaseData;
  /** Takes the change of a pull request back, which moves no issue. Wants a home with commits. */
  revert: (number: number) => void;
}

/** Opens a world on the first repository of a data set. */
export function openWorld(data: GitHubData, start: string): GitHubWorld {
  const [home = repository('octo/app')] = data.repositories;
  let time = Date.parse(start);
  let comments = 1000;
  let labels = 0;
  const tick = (): string => new Date((time += 1000)).toISOString().replace('.000Z', 'Z');
  const touch = (one: IssueData, parts: Partial<IssueData>): void =>
    void Object.assign(one, parts, { updatedAt: tick() });
  const numberIn = ({ issues, pullRequests }: RepositoryData): number =>
    [...issues, ...pullRequests].reduce((highest, { number }) => Math.max(highest, number), 0) + 1;
  const close = (
    one: IssueData,
    stateReason: IssueData['stateReason'],
    parts: Partial<IssueData> = {},
  ): void => {
    touch(one, { state: 'CLOSED', stateReason, ...parts });
    one.closedAt = one.updatedAt;
  };
  /** A label has an id of its own, also where another once had its name. */
  const create = (name: string): void => {
    labels += 1;
    home.labelIds = { [name]: `label-${labels}`, ...home.labelIds };
  };
  /** Puts a commit onto the default branch, where the home has commits of its own. */
  const land = (words: string, at: string, message = words): string => {
    const before = home.commits?.findLast(({ branch }) => branch === undefined);
    const parents = before ? [before.oid] : [];
    const fresh = commit(words, 1, { message, committedDate: at, parents });
    home.commits?.push(fresh);
    return fresh.oid;
  };
  const publish = (tagName: string, at: string, parts: Partial<ReleaseData>): ReleaseData => {
    const fresh = release(tagName, 1, { createdAt: at, publishedAt: at, ...parts });
    home.releases.push(fresh);
    return fresh;
  };
  return {
    data,
    home,
    now: () => new Date(time),
    wait: (seconds) => void (time += seconds * 1000),
    living: () => home.issues.filter(({ gone }) => !gone),
    open(parts) {
      const fresh = issue(numberIn(home), { createdAt: tick(), ...parts });
      for (const name of fresh.labels) create(name);
      home.issues.push(fresh);
      return fresh;
    },
    edit: touch,
    divide(one, parts) {
      tick();
      one.parts = parts;
    },
    plan(title, dueOn) {
      const updatedAt = tick();
      const planned = home.milestones?.find((one) => one.title === title);
      if (planned) return void Object.assign(planned, { dueOn, updatedAt });
      const number = (home.milestones?.length ?? 0) + 1;
      home.milestones = [...(home.milestones ?? []), { number, title, dueOn, updatedAt }];
    },
    renameMilestone(from, to) {
      const updatedAt = tick();
      for (const one of home.milestones ?? [])
        if (one.title === from) Object.assign(one, { title: to, updatedAt });
      for (const one of home.issues) if (one.milestone === from) one.milestone = to;
    },
    label(one, name) {
      create(name);
      touch(one, { labels: [...new Set([...one.labels, name])] });
    },
    unlabel: (one, name) => touch(one, { labels: one.labels.filter((label) => label !== name) }),
    renameLabel(from, to) {
      tick();
      renameLabel(home, from, to);
    },
    vote(one, login) {
      tick();
      one.thumbsUp = [...new Set([...one.thumbsUp, login])];
    },
    unvote(one, login) {
      tick();
      one.thumbsUp = one.thumbsUp.filter((voter) => voter !== login);
    },
    comment(one, author) {
      touch(one, {});
      one.comments.push({ id: (comments += 1), author, body: `${author} agrees.`, createdAt: one.updatedAt });
    },
    complete(one, by = 'pull request') {
      if (by === 'hand') return close(one, 'COMPLETED');
      const number = numberIn(home);
      const mergedAt = tick();
      const mergeCommit = land(`pull ${number}`, mergedAt, `Change ${number} (#${number})`);
      home.pullRequests.push({ number, mergedAt, baseRefName: 'main', mergeCommit });
      close(one, 'COMPLETED', { closedBy: [...one.closedBy, { repo: nameOf(home), number }] });
    },
    decline: (one) => close(one, 'NOT_PLANNED'),
    duplicate: (one, of) => close(one, 'DUPLICATE', { duplicateOf: { repo: of.repo, number: of.number } }),
    reopen: (one) =>
      touch(one, { state: 'OPEN', stateReason: 'REOPENED', closedAt: null, duplicateOf: null }),
    lock: (one) => touch(one, { locked: true }),
    transfer(one, to) {
      const number = numberIn(to);
      to.issues.push({ ...structuredClone(one), number, updatedAt: tick() });
      one.gone = { repo: nameOf(to), number };
    },
    remove(one) {
      tick();
      one.gone = 'deleted';
    },
    publish(tagName, parts = {}) {
      const at = tick();
      return publish(tagName, at, { ...(home.commits && { commit: land(tagName, at) }), ...parts });
    },
    publishApart(tagName, parts = {}) {
      const at = tick();
      const [first] = home.commits ?? [];
      const apart = commit(`apart ${tagName}`, 1, {
        committedDate: at,
        branch: 'apart',
        parents: first ? [first.oid] : [],
      });
      home.commits?.push(apart);
      return publish(tagName, at, { commit: apart.oid, ...parts });
    },
    revert(number) {
      const at = tick();
      land(
        `revert ${number} ${home.commits?.length ?? 0}`,
        at,
        `This reverts commit ${commitOf(`pull ${number}`)}.`,
      );
    },
  };
}
