import { describe, expect, test } from 'vitest';
import { missionReport, type MissionReport } from '../../../src/derive/mission/report.ts';
import type { FeedbackItem } from '../../../src/model/item.ts';
import { item, mission, requestsOf } from '../facts.ts';

const MISSION = mission({
  mission: 'Help small businesses manage finances.',
  pillars: [
    { id: 'speed', name: 'Speed', promise: 'It is quick.', words: ['fast', 'slow', 'waiting'] },
    { id: 'trust', name: 'Trust', promise: 'It is safe.', words: ['secure', 'password', 'audit log'] },
  ],
});
const LABELS = { speed: 'Theme: Speed' };
const TODAY = '2026-11-22';

function report(
  items: readonly FeedbackItem[],
  votes: Readonly<Record<string, number>> = {},
  today = TODAY,
): MissionReport {
  const requests = requestsOf(items, { votes });
  return missionReport({ mission: MISSION, requests, settings: { locale: 'en', pillars: LABELS }, today });
}

describe('a request serves', () => {
  const served = (fields: Partial<FeedbackItem>): string => {
    const serving = report([item('1', fields)]).serving.get('1');
    return serving ? `${serving.pillar.id} by ${serving.basis}` : 'none';
  };

  test.each<[string, Partial<FeedbackItem>, string]>([
    ['what its file says', { pillar: 'trust', tags: ['Theme: Speed'], title: 'Slow' }, 'trust by key'],
    [
      'what its label says, in whatever case',
      { tags: ['theme: speed'], title: 'Password' },
      'speed by label',
    ],
    ['what its title suggests', { title: 'Faster passwords, less waiting' }, 'speed by words'],
    [
      'what its title suggests before what its body does',
      { title: 'Slow', body: 'The password is secure.' },
      'speed by words',
    ],
    ['what two words of its body suggest', { body: 'The audit log should be secure.' }, 'trust by words'],
    ['nothing for one word in passing', { body: 'It is slow.' }, 'none'],
    ['nothing when two pillars are as likely', { title: 'Slow password' }, 'none'],
    ['nothing for words apart that only together mean it', { title: 'Audit the log' }, 'none'],
    ['nothing for words in code', { body: '```\nslow fast waiting\n```' }, 'none'],
    ['nothing when its file names a pillar that is not there', { pillar: 'sped', title: 'Slow' }, 'none'],
  ])('%s', (_, fields, wanted) => expect(served(fields)).toBe(wanted));

  test('a pillar whose words are written without spaces', () => {
    const { serving } = missionReport({
      mission: mission({ pillars: [{ id: 'dark', name: 'D', promise: 'P', words: ['深色模式'] }] }),
      requests: requestsOf([item('1', { title: '请增加深色模式支持' }), item('2', { title: '深色' })]),
      settings: { locale: 'zh', pillars: {} },
      today: TODAY,
    });
    expect([...serving.keys()]).toEqual(['1']);
  });

  test('nothing for what a form asked everybody', () => {
    const form = (answer: string): string => `How slow is it, and how long are you waiting?\n\n${answer}\n`;
    const items = ['a', 'b', 'c', 'd', 'e'].map((answer) => item(answer, { body: form(answer) }));
    expect(report(items).serving.size).toBe(0);
  });
});

describe('alignment', () => {
  /*
   * Speed: 1 (10 people, planned), 2 (4, shipped in Q3), 3 (1, by its words; declined). Trust: 4 (3, and 2 heard; shipped in Q4).
   * None: 5 (2, in progress), 6 (0, shipped in Q4). 7 is merged into 1: its 5 people are among the ten.
   */
  const { alignment } = report(
    [
      item('1', { pillar: 'speed', status: 'planned', createdAt: '2026-02-01T00:00:00Z' }),
      item('2', {
        tags: ['Theme: Speed'],
        status: 'shipped',
        createdAt: '2026-04-01T00:00:00Z',
        shippedAt: '2026-09-30T23:59:59Z',
      }),
      item('3', { title: 'Slow', status: 'declined', createdAt: '2026-10-01T00:00:00Z' }),
      item('4', {
        pillar: 'trust',
        status: 'shipped',
        createdAt: '2026-10-02T00:00:00Z',
        history: [{ at: '2026-11-01T00:00:00Z', status: 'shipped' }],
        evidence: [{ source: 'call', weight: 2 }],
      }),
      item('5', { status: 'in-progress', createdAt: '2026-11-22T00:00:00Z' }),
      item('6', { status: 'shipped', createdAt: '2020-01-01T00:00:00Z', shippedAt: '2026-10-01T00:00:00Z' }),
      item('7', { duplicateOf: '1', title: 'Password', createdAt: '2026-11-01T00:00:00Z' }),
      item('8', { pillar: 'speed', hidden: true }),
    ],
    { '1': 5, '2': 4, '3': 1, '4': 3, '5': 2, '7': 5, '8': 100 },
  );
  const [speed, trust, none] = alignment;

  test('counts requests once, people with them, and what became of them', () => {
    expect(speed).toMatchObject({ pillar: 'speed', requests: 3, suggested: 1, people: 15, heard: 0 });
    expect(speed).toMatchObject({ planned: 1, shipped: 1, declined: 1, items: ['1', '2', '3'] });
    expect(trust).toMatchObject({ pillar: 'trust', requests: 1, suggested: 0, people: 3, heard: 2 });
    expect(trust).toMatchObject({ planned: 0, shipped: 1, declined: 0, items: ['4'] });
  });

  test('lists what serves no pillar', () =>
    expect(none).toMatchObject({
      pillar: null,
      name: null,
      requests: 2,
      people: 2,
      planned: 1,
      shipped: 1,
      items: ['5', '6'],
    }));

  test('holds the share of demand against the share of what shipped', () =>
    expect(alignment.map(({ shareOfDemand, shareOfShipped }) => [shareOfDemand, shareOfShipped])).toEqual([
      [0.682, 0.333],
      [0.227, 0.333],
      [0.091, 0.333],
    ]));

  test('tells the drift of each quarter', () =>
    expect(
      alignment.map(({ quarters }) =>
        quarters.map(({ quarter, asked, shipped, drift }) => `${quarter} ${asked} ${shipped} ${drift}`),
      ),
    ).toEqual([
      ['2026-Q1 1 0 null', '2026-Q2 1 0 null', '2026-Q3 0 1 null', '2026-Q4 1 0 -0.333'],
      ['2026-Q1 0 0 null', '2026-Q2 0 0 null', '2026-Q3 0 0 null', '2026-Q4 1 1 0.167'],
      ['2026-Q1 0 0 null', '2026-Q2 0 0 null', '2026-Q3 0 0 null', '2026-Q4 1 1 0.167'],
    ]));

  test('looks back over the end of a year', () =>
    expect(report([], {}, '2026-01-31').alignment[0]?.quarters.map(({ quarter }) => quarter)).toEqual([
      '2025-Q2',
      '2025-Q3',
      '2025-Q4',
      '2026-Q1',
    ]));

  test('says how many requests carry a pillar’s words, whichever they serve', () =>
    expect(alignment.map(({ carried }) => carried)).toEqual([
      {
        requests: 1,
        words: [
          { word: 'fast', requests: 0 },
          { word: 'slow', requests: 1 },
          { word: 'waiting', requests: 0 },
        ],
      },
      {
        requests: 1,
        words: [
          { word: 'secure', requests: 0 },
          { word: 'password', requests: 1 },
          { word: 'audit log', requests: 0 },
        ],
      },
      { requests: 0, words: [] },
    ]));

  test('of nothing has no shares, and of a mission without pillars no rows', () => {
    expect(report([]).alignment[0]).toMatchObject({ requests: 0, shareOfDemand: null, shareOfShipped: null });
    const settings = { locale: 'en', pillars: {} };
    const bare = { requests: requestsOf([item('1')]), settings, today: TODAY };
    expect(missionReport({ ...bare, mission: mission({}) }).alignment).toEqual([]);
    expect(missionReport({ ...bare, mission: undefined })).toMatchObject({ findings: [], alignment: [] });
  });
});
