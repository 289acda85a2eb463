import type { Rule } from '../finding.ts';
import type { Statement } from '../statement.ts';
import { aboutUs } from './about-us.ts';

/** A mission says what users receive. */
export const userFocused: Rule<Statement> = {
  rule: 'user-focused',
  why: 'This says what the organisation wants to be or to gain, and not what anybody receives from it.',
  remedy:
    'Name who is better off and how: not “be the best project management tool” but “help teams deliver projects on time”.',
  find: aboutUs,
};
