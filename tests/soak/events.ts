import type { IssueData } from '../github/data.ts';
import type { GitHubWorld } from '../github/world.ts';
import { at } from './random.ts';

/** What may happen on GitHub: how often, and how. `pick` chooses the issue, `value` the rest; both are shares below 1. */
interface Event {
  weight: number;
  /** Lets it happen and tells of it; undefined where there is nothing it could happen to. */
  happen: (world: GitHubWorld, pick: number, value: number) => string | undefined;
}

const LABELS = ['ui', 'api', 'planned', 'in progress', 'now', 'good first issue', 'roadmap:hide'];
const LOGINS = ['ada', 'bo', 'cy', 'dee', 'eve', 'fay', 'robot[bot]'];
const TITLES = [
  'Dark mode',
  'Export to CSV',
  '--- "quoted" # not a comment: |',
  '<script>alert(1)</script>',
  '👩‍👩‍👧‍👦 families',
  ' \u202E ',
];
const BODIES = [
  'Please.\r\nSoon.',
  '---\ntitle: Mine\n---\n',
  '',
  '`#2` is code, #1 is not.\n\n\n',
  'history:\n  - at: "x"\n',
];
const LABEL_NAMES = ['looks', 'UI: looks', 'Status: Planned', 'in-progress', 'later', 'surface'];

/** Happens to one of the issues that it can happen to. */
const to =
  (
    can: (one: IssueData, world: GitHubWorld) => boolean,
    happen: (world: GitHubWorld, one: IssueData, value: number) => string,
  ): Event['happen'] =>
  (world, pick, value) => {
    const one = at(
      world.living().filter((candidate) => can(candidate, world)),
      pick,
    );
    return one && `#${one.number} ${happen(world, one, value)}`;
  };

const any = (): boolean => true;
const isOpen = ({ state }: IssueData): boolean => state === 'OPEN';

const told = (text: string): string => JSON.stringify(text);

/** Milestones that there are, and those that are only named yet. */
const milestonesIn = ({ home, living }: GitHubWorld): string[] => {
  const named = living().flatMap(({ milestone }) => milestone ?? []);
  return [...new Set([...(home.milestones ?? []).map(({ title }) => title), ...named])].sort();
};

export const EVENTS = {
  open: {
    weight: 14,
    happen(world, pick, value) {
      const author = pick < 0.1 ? null : (at(LOGINS, pick) ?? null);
      const title = at(TITLES, value) ?? '';
      const labels =
        value > 0.8 ? Array.from({ length: 33 }, (_, rank) => `l${rank}`) : value > 0.5 ? ['ui'] : [];
      const { number } = world.open({ title, author, body: at(BODIES, pick) ?? '', labels });
      return `#${number} is opened by ${author ?? 'nobody'}: ${told(title)}`;
    },
  },
  title: {
    weight: 6,
    happen: to(any, (world, one, value) => {
      world.edit(one, { title: `${at(TITLES, value) ?? ''} ${Math.floor(value * 1000)}` });
      return `is called ${told(one.title)}`;
    }),
  },
  body: {
    weight: 6,
    happen: to(any, (world, one, value) => {
      world.edit(one, { body: `${at(BODIES, value) ?? ''}Edited ${Math.floor(value * 1000)}` });
      return `says ${told(one.body)}`;
    }),
  },
  label: {
    weight: 10,
    happen: to(any, (world, one, value) => {
      const name = at(LABELS, value) ?? 'ui';
      world.label(one, name);
      return `gets the label ${name}`;
    }),
  },
  unlabel: {
    weight: 6,
    happen: to(
      ({ labels }) => labels.length > 0,
      (world, one, value) => {
        const name = at(one.labels, value) ?? '';
        world.unlabel(one, name);
        return `loses the label ${name}`;
      },
    ),
  },
  'rename label': {
    weight: 1,
    happen(world, pick, value) {
      const known = [...new Set(world.living().flatMap(({ labels }) => labels))].sort();
      const from = at(known, pick);
      const taken = Object.keys(world.home.labelIds ?? {}).map((name) => name.toLowerCase());
      const name = at(
        LABEL_NAMES.filter((one) => !taken.includes(one.toLowerCase())),
        value,
      );
      if (!from || !name) return undefined;
      world.renameLabel(from, name);
      return `the label ${from} is called ${name}`;
    },
  },
  vote: {
    weight: 12,
    happen: to(any, (world, one, value) => {
      const login = at(LOGINS, value) ?? 'ada';
      world.vote(one, login);
      return `gets a vote of ${login}`;
    }),
  },
  unvote: {
    weight: 4,
    happen: to(
      ({ thumbsUp }) => thumbsUp.length > 0,
      (world, one, value) => {
        const login = at(one.thumbsUp, value) ?? 'ada';
        world.unvote(one, login);
        return `loses the vote of ${login}`;
      },
    ),
  },
  comment: {
    weight: 6,
    happen: to(any, (world, one, value) => {
      const login = at(LOGINS, value) ?? 'ada';
      world.comment(one, login);
      return `has a comment of ${login}`;
    }),
  },
  milestone: {
    weight: 3,
    happen: to(any, (world, one, value) => {
      world.edit(one, { milestone: value < 0.3 ? null : `v${world.home.releases.length + 1}.0` });
      return `has the milestone ${one.milestone ?? 'none'}`;
    }),
  },
  due: {
    weight: 3,
    happen(world, pick, value) {
      const title = at(milestonesIn(world), pick) ?? 'v1.0';
      const dueOn = value < 0.2 ? null : new Date(world.now().getTime() + value * 1e10).toISOString();
      world.plan(title, dueOn);
      return `the milestone ${title} is due ${dueOn ?? 'some day'}`;
    },
  },
  'rename milestone': {
    weight: 1,
    happen(world, pick, value) {
      const from = at(world.home.milestones ?? [], pick)?.title;
      if (from === undefined) return undefined;
      const name = `${from} (${Math.floor(value * 1000)})`;
      world.renameMilestone(from, name);
      return `the milestone ${from} is called ${name}`;
    },
  },
  parts: {
    weight: 4,
    happen: to(any, (world, one, value) => {
      const total = value < 0.2 ? 0 : (one.parts?.total ?? 0) + Math.floor(value * 3);
      world.divide(one, { total, completed: Math.floor(total * value) });
      return `has ${one.parts?.completed ?? 0} of ${total} parts done`;
    }),
  },
  complete: {
    weight: 8,
    happen: to(isOpen, (world, one, value) => {
      const by = value < 0.6 ? 'pull request' : 'hand';
      world.complete(one, by);
      return `is closed as completed, by ${by}`;
    }),
  },
  decline: {
    weight: 4,
    happen: to(isOpen, (world, one) => {
      world.decline(one);
      return 'is closed as not planned';
    }),
  },
  duplicate: {
    weight: 8,
    happen: to(
      (one, world) => isOpen(one) && world.living().length > 1,
      (world, one, value) => {
        const repo = `${world.home.owner}/${world.home.name}`;
        const others = world.living().filter(({ number }) => number !== one.number);
        const { number } = at(others, value) ?? one;
        world.duplicate(one, { repo, number });
        return `is closed as a duplicate of #${number}`;
      },
    ),
  },
  reopen: {
    weight: 5,
    happen: to(
      ({ state }) => state === 'CLOSED',
      (world, one) => {
        world.reopen(one);
        return 'is opened again';
      },
    ),
  },
  lock: {
    weight: 2,
    happen: to(any, (world, one) => {
      world.lock(one);
      return 'is locked';
    }),
  },
  transfer: {
    weight: 1.5,
    happen: to(
      (_, { data }) => data.repositories.length > 1,
      (world, one) => {
        const [, other = world.home] = world.data.repositories;
        world.transfer(one, other);
        return `moves to ${other.owner}/${other.name}`;
      },
    ),
  },
  delete: {
    weight: 1.5,
    happen: to(any, (world, one) => {
      world.remove(one);
      return 'is deleted';
    }),
  },
  release: {
    weight: 5,
    happen(world, pick, value) {
      const tag = `v${world.home.releases.length + 1}.0${value < 0.2 ? '-rc.1' : ''}`;
      const named = at(world.living(), pick);
      const description = named && value > 0.5 ? `With #${named.number}, at last.` : 'Small things.';
      world.publish(tag, { description, isPrerelease: value < 0.2 });
      return `${tag} is published: ${description}`;
    },
  },
  'release apart': {
    weight: 1.5,
    happen(world) {
      const tag = `v${world.home.releases.length + 1}.0`;
      world.publishApart(tag, { description: 'Of an old branch.' });
      return `${tag} is published from an old branch`;
    },
  },
  revert: {
    weight: 2,
    happen: to(
      ({ closedBy }) => closedBy.length > 0,
      (world, one, value) => {
        const { number } = at(one.closedBy, value) ?? { number: 0 };
        world.revert(number);
        return `has its change #${number} taken back`;
      },
    ),
  },
} satisfies Record<string, Event>;

export type EventKind = keyof typeof EVENTS;
