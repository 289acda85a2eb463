import { z } from 'astro/zod';
import { slug, words } from './fields.ts';

/** A heading of a changelog entry's requests, and the tags that lead to it. */
export const newsGroup = z.strictObject({
  id: slug.describe('Name in files.'),
  name: words.describe('Name on pages.'),
  labels: z
    .array(words)
    .default([])
    .describe(
      'Tags that lead here, as they are or as a value: `fix` takes `fix`, `type/fix` and `Kind: Fix`. Case and separators do not matter.',
    ),
});
export type NewsGroup = z.output<typeof newsGroup>;

/** The groups when the settings have none. The first takes what no other does. */
export const NEWS_GROUPS: readonly NewsGroup[] = [
  { id: 'new', name: 'New', labels: ['feature', 'feature-request', 'new-feature', 'new'] },
  {
    id: 'improved',
    name: 'Improved',
    labels: [
      ...[
        'improvement',
        'improved',
        'performance',
        'perf',
        'optimization',
        'polish',
        'refactor',
        'refactoring',
      ],
      ...['ux', 'dx', 'usability', 'accessibility', 'a11y', 'docs', 'documentation', 'i18n', 'translation'],
    ],
  },
  {
    id: 'fixed',
    name: 'Fixed',
    labels: ['bug', 'bugs', 'bugfix', 'fix', 'fixed', 'hotfix', 'regression', 'defect', 'crash', 'security'],
  },
];
