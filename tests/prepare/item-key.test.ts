import { expect, test } from 'vitest';
import { itemKey } from '../../src/site/item-key.ts';
import { mission } from '../derive/facts.ts';
import { siteOf } from './files/site.ts';

const MISSION = mission({ pillars: [{ id: 'speed', name: 'Speed', promise: 'x', words: ['slow', 'wait'] }] });

test('an item’s page is another when what others say takes its pillar away', () => {
  const form = (answer: string): { body: string } => ({
    body: `How slow is it, and how long do you wait?\n\n${answer}.`,
  });
  const ours = { '1': form('Long') };
  const others = { '2': form('Never'), '3': form('A day'), '4': form('Two'), '5': form('Often') };
  const alone = siteOf({ mission: MISSION, items: ours });
  const among = siteOf({ mission: MISSION, items: { ...ours, ...others } });
  const keyIn = (site: typeof alone): string => {
    const [request] = site.requests.filter(({ item: { id } }) => id === '1');
    return JSON.stringify(request && itemKey(site, request));
  };
  expect(alone.missionReport().serving.get('1')?.basis).toBe('words');
  expect(among.missionReport().serving.get('1')).toBeUndefined();
  expect(keyIn(among)).not.toBe(keyIn(alone));
});

test('an item’s page is another when a request that it names is known to be in another language', () => {
  const keyWith = (lang: string): string => {
    const site = siteOf({ items: { '1': { duplicateOf: '2' }, '2': { lang } } });
    const [request] = site.requests.filter(({ item: { id } }) => id === '1');
    return JSON.stringify(request && itemKey(site, request));
  };
  expect(keyWith('ja')).not.toBe(keyWith('de'));
});

test('the mission’s report is made once', () => {
  const site = siteOf({ mission: MISSION, items: { '1': {} } });
  expect(site.missionReport()).toBe(site.missionReport());
});
