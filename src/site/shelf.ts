import { createHash } from 'node:crypto';
import type { Parser } from '../content/read.ts';
import type { Rendering } from './prepared.ts';

type Text = { id: string; body: string; repo?: string | undefined };

/** Texts of one folder that were prepared before, found again by the digest of their file. */
export class Shelf<Value extends Text> {
  readonly #kept: ReadonlyMap<string, Value & Rendering>;
  readonly #parse: Parser<Value>;
  readonly #digests = new Map<string, string>();

  constructor(parse: Parser<Value>, before: readonly (Value & Rendering & { digest: string })[]) {
    this.#parse = parse;
    this.#kept = new Map(before.filter(({ digest }) => digest !== '').map((text) => [text.digest, text]));
  }

  /** Reads a file, or takes it from the shelf. A file with problems is read again each time, so that they are told again. */
  readonly parse: Parser<Value> = (id, text, file) => {
    const digest = createHash('sha256').update(`${id}\n`).update(text).digest('base64url').slice(0, 22);
    const kept = this.#kept.get(digest);
    const parsed = kept ? { value: kept, problems: [] } : this.#parse(id, text, file);
    this.#digests.set(id, parsed.problems.length > 0 ? '' : digest);
    return parsed;
  };

  digest(id: string): string {
    return this.#digests.get(id) ?? '';
  }

  rendering(id: string): Rendering | undefined {
    return this.#kept.get(this.digest(id));
  }
}
