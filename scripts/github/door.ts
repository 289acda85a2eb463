import type { z } from 'astro/zod';
import { show } from '../../src/model/problem.ts';
import { unusable } from './failures.ts';

/** Reads a part of GitHub's answer into a typed value. @throws GitHubFailure that names the first field of another shape. */
export function readShape<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  where: string,
): z.output<Schema> {
  const { success, data, error } = schema.safeParse(raw);
  if (success) return data;
  const [first] = error.issues;
  const path = first?.path ?? [];
  const got = path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    raw,
  );
  const field = ['answer', ...path].map(String).join('.');
  throw unusable(where, `${field} in the shape that GitHub documents (${first?.message ?? ''})`, show(got));
}
