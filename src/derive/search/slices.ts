/** Lets the page draw and answer before work goes on. */
export type Pause = () => Promise<void>;

/** Runs work in slices of about `budget` milliseconds, with a pause after each; fails as the work fails. */
export async function inSlices<Result>(
  work: Generator<undefined, Result>,
  pause: Pause,
  budget = 4,
  now: () => number = () => performance.now(),
): Promise<Result> {
  let end = now() + budget;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (now() < end) continue;
    await pause();
    end = now() + budget;
  }
}

/** Runs work at once. */
export function atOnce<Result>(work: Generator<undefined, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
