import type { GitHubWorld } from '../github/world.ts';
import { at, type Random } from '../soak/random.ts';
import { paragraphs, words } from './words.ts';

const LABELS = ['ui', 'api', 'docs', 'planned', 'in progress', 'performance', 'good first issue'];

/** A repository that has been lived in for years: a third of its issues is open. */
export function settle(world: GitHubWorld, count: number, dice: Random): void {
  for (let done = 0; done < count; done += 1) {
    world.wait(3600 * (1 + dice.below(12)));
    const labels = dice.chance(0.6) ? [at(LABELS, dice.next()) ?? 'ui'] : [];
    const thumbsUp = Array.from({ length: Math.floor(40 * dice.next() ** 4) }, (_, rank) => `voter-${rank}`);
    const author = `author-${dice.below(500)}`;
    const one = world.open({
      title: words(dice, 4 + dice.below(6)),
      body: paragraphs(dice),
      author,
      labels,
      thumbsUp,
    });
    const end = dice.next();
    if (end < 0.3) world.complete(one);
    else if (end < 0.4) world.complete(one, 'hand');
    else if (end < 0.6) world.decline(one);
    else if (end < 0.66) world.duplicate(one, { repo: 'octo/app', number: 1 + dice.below(one.number) });
    if (done % 60 === 59) world.publish(`v${Math.floor(done / 60)}.0`, { description: paragraphs(dice) });
  }
}

/** What happens in one hour: often nothing, at night and at weekends even less. */
export function anHour(world: GitHubWorld, hour: number, dice: Random): void {
  world.wait(3600);
  const isWork = hour % 24 < 10 && Math.floor(hour / 24) % 7 < 5;
  if (hour % 24 === 12) votes(world, dice);
  if (hour % 168 === 80) world.publish(`w${Math.floor(hour / 168)}.0`, { description: paragraphs(dice) });
  if (!dice.chance(isWork ? 0.6 : 0.1)) return;
  for (let left = 1 + dice.below(3); left > 0; left -= 1) happen(world, dice);
}

function votes(world: GitHubWorld, dice: Random): void {
  const liked = world.living().filter(({ state }) => state === 'OPEN');
  for (let left = 5 + dice.below(10); left > 0; left -= 1) {
    const one = at(liked, dice.next() ** 2);
    if (one) world.vote(one, `voter-${dice.below(3000)}`);
  }
}

function happen(world: GitHubWorld, dice: Random): void {
  // What is new is talked about most.
  const one = at(world.living(), 1 - dice.next() ** 3);
  const turn = dice.next();
  if (!one || turn < 0.2)
    world.open({ title: words(dice, 6), body: paragraphs(dice), author: `author-${dice.below(500)}` });
  else if (turn < 0.5) world.comment(one, `voter-${dice.below(3000)}`);
  else if (turn < 0.75) world.label(one, at(LABELS, dice.next()) ?? 'ui');
  else if (turn < 0.85) world.edit(one, { body: `${one.body}\n\nEdit: ${words(dice, 20)}.` });
  else if (one.state === 'CLOSED') world.reopen(one);
  else if (turn < 0.95) world.complete(one);
  else world.decline(one);
}
