import { expect, test } from 'vitest';
import { deriveChanges } from '../../src/derive/changes.ts';
import { item, requestsOf, SETTINGS } from './facts.ts';

const opened = { at: '2026-01-01T00:00:00Z', status: 'open' };

test('tells every move of canonical requests, the latest first, and not how a request began', () => {
  const requests = requestsOf([
    item('1', {
      history: [
        opened,
        { at: '2026-02-01T00:00:00Z', status: 'planned' },
        { at: '2026-03-01T00:00:00Z', status: 'shipped' },
      ],
    }),
    item('2', { history: [opened, { at: '2026-02-15T00:00:00Z', status: 'nine-lives' }] }),
    item('3', { duplicateOf: '1', history: [opened, { at: '2026-02-20T00:00:00Z', status: 'planned' }] }),
    item('4', { hidden: true, history: [opened, { at: '2026-02-21T00:00:00Z', status: 'planned' }] }),
  ]);
  const told = deriveChanges(requests, SETTINGS.statuses).map(
    ({ at, request, from, to }) => `${at.slice(0, 10)} ${request.item.id} ${from.name} → ${to.name}`,
  );
  expect(told).toEqual([
    '2026-03-01 1 Planned → Shipped',
    '2026-02-15 2 Open → nine-lives',
    '2026-02-01 1 Open → Planned',
  ]);
});
