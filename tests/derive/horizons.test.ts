import { expect, test } from 'vitest';
import { deriveHorizons } from '../../src/derive/horizons.ts';
import { settings } from '../../src/model/settings.ts';
import { idsOf, item, requestsOf, SETTINGS } from './facts.ts';

const placed = (
  given: ReturnType<typeof requestsOf>,
  horizons = SETTINGS.horizons,
): Record<string, string[]> =>
  Object.fromEntries(deriveHorizons(given, horizons).map(({ id, requests }) => [id, idsOf(requests)]));

test('a label places a request, whatever its status; else what is built is near and what is planned comes next', () => {
  const requests = requestsOf([
    item('1', { tags: ['Later'], status: 'in-progress' }),
    item('2', { status: 'in-progress' }),
    item('3', { status: 'planned' }),
    item('4', { tags: ['now'] }),
    item('5'),
    item('6', { status: 'shipped', tags: ['now'] }),
  ]);
  expect(placed(requests)).toEqual({ now: ['2', '4'], next: ['3'], later: ['1'] });
});

test('a milestone places a request, and a rule that asks for the reason of a state places none', () => {
  const { horizons } = settings.parse({
    horizons: [
      { id: 'soon', name: 'Soon', when: [{ milestone: 'v2' }, { reason: 'reopened' }] },
      { id: 'far', name: 'Far', when: [{ milestone: '*' }] },
    ],
  });
  const requests = requestsOf([item('1', { milestone: 'V2' }), item('2', { milestone: 'v3' }), item('3')]);
  expect(placed(requests, horizons)).toEqual({ soon: ['1'], far: ['2'] });
});
