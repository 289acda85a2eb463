import { z } from 'astro/zod';
import type { Parts } from '../../src/model/ledger.ts';

/** How far an issue's sub-issues have come; null or absent where this GitHub does not know sub-issues. */
export const subIssues = z
  .object({ total: z.int().nonnegative(), completed: z.int().nonnegative() })
  .nullish();

/** The parts that an issue is made of; undefined when there are none. */
export const partsOf = (summary: z.output<typeof subIssues>): Parts | undefined =>
  summary && summary.total > 0 ? { total: summary.total, done: summary.completed } : undefined;
