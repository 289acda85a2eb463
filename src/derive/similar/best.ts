/** The best few of many, without keeping the many: by score, and where scores are equal by `compare`. */
export class Best<Value extends { score: number }> {
  readonly #most: number;
  readonly #compare: (a: Value, b: Value) => number;
  #kept: Value[] = [];
  #bar: number;

  /** None with a score under `least` is kept, nor one of 0. */
  constructor(most: number, least: number, compare: (a: Value, b: Value) => number) {
    this.#most = most;
    this.#bar = Math.max(least, Number.MIN_VALUE);
    this.#compare = compare;
  }

  /** Whether a value with this score may be among the best, so that others need not be made. */
  takes(score: number): boolean {
    return score >= this.#bar;
  }

  add(value: Value): void {
    this.#kept.push(value);
    if (this.#kept.length < 2 * this.#most + 16) return;
    this.#kept = this.sorted();
    this.#bar = Math.max(this.#bar, this.#kept.at(-1)?.score ?? Infinity);
  }

  sorted(): Value[] {
    return [...this.#kept].sort((a, b) => b.score - a.score || this.#compare(a, b)).slice(0, this.#most);
  }
}
