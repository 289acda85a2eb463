import { gitHub, repository } from '../github/data.ts';
import { serveGitHub, type TestGitHub } from '../github/server.ts';
import { openWorld } from '../github/world.ts';
import { discard, newFolder, readFolder } from './folder.ts';
import { REPO, type Syncer } from './run.ts';

/** A GitHub, and a folder as it stands before the sync that is put to the test. */
export interface Scene {
  name: string;
  github: TestGitHub;
  folder: string;
  now: Date;
  /** Ids of the items that must have a file once they had one. */
  wanted: ReadonlySet<string>;
  /** What a fresh sync makes of this GitHub. */
  fresh: ReadonlyMap<string, string>;
  close: () => Promise<void>;
}

/** `first`: nothing is there yet. `next`: a bit of everything happened since. `wide`: a listing of three pages. */
export type SceneName = 'first' | 'next' | 'wide';

export async function openScene(name: SceneName, sync: Syncer): Promise<Scene> {
  const world = openWorld(gitHub(repository(REPO), repository('octo/attic')), '2026-02-01T08:00:00Z');
  const github = await serveGitHub(world.data);
  const [folder, other] = [await newFolder(), await newFolder()];
  const count = name === 'wide' ? 120 : 6;
  const issues = Array.from({ length: count }, (_, rank) =>
    world.open({ title: `Wish ${rank + 1}`, labels: rank % 2 ? ['ui'] : ['planned'] }),
  );
  world.publish('v1.0');
  const [one, two, three, four, five, six] = issues;
  if (!one || !two || !three || !four || !five || !six) throw new RangeError('a scene has six issues');
  if (name !== 'first') {
    world.wait(60);
    await sync({ folder, github, now: world.now(), isFull: false });
    const events = [
      () => world.remove(six),
      () => world.edit(one, { title: 'Another title', body: 'Other words.' }),
      () => world.open({ title: 'A new wish' }),
      () => world.label(two, 'in progress'),
      () => world.complete(three),
      () => world.vote(four, 'bo'),
      () => world.duplicate(four, { repo: REPO, number: one.number }),
      () => world.label(five, 'roadmap:hide'),
      () => world.publish('v2.0', { description: 'At last.' }),
    ];
    for (const happen of events) {
      // Farther apart than what sync reads twice to be sure.
      world.wait(600);
      happen();
    }
    world.wait(9 * 24 * 3600);
  }
  await sync({ folder: other, github, now: world.now(), isFull: false });
  const fresh = await readFolder(other);
  await discard(other);
  github.reset();
  const living = world.living().filter(({ labels }) => !labels.includes('roadmap:hide'));
  return {
    name,
    github,
    folder,
    now: world.now(),
    wanted: new Set(living.map(({ number }) => String(number))),
    fresh,
    close: async () => void (await Promise.all([github.close(), discard(folder)])),
  };
}
