import { describe, expect, test } from 'vitest';
import { type Commit, openCommits } from '../../scripts/github/commits.ts';
import { containment } from '../../scripts/github/containment.ts';
import { readMessage } from '../../scripts/github/message.ts';
import { commit, type CommitData, commitOf, inLine } from '../github/data.ts';

const change = { oid: commitOf('pull 9'), number: 9, repo: 'octo/app' };
const start = commit('start', 1);
const merge = commit('pull 9', 5);

const taking = (back: CommitData, on: number, words = `takes back ${back.message} ${on}`): CommitData =>
  commit(words, on, { oid: commitOf(`${on} ${words}`), message: `This reverts commit ${back.oid}.` });

const historyOf = (commits: readonly CommitData[]): Map<string, Commit> =>
  new Map(
    commits.map(({ oid, parents, message, committedDate }) => [
      oid,
      { oid, parents, at: Date.parse(committedDate), ...readMessage(message) },
    ]),
  );

const seen = (...commits: CommitData[]) => containment(historyOf(commits), change);

describe('a message says', () => {
  test.each([
    ['Dark mode (#9)', { pulls: [9] }],
    [
      'Revert "Dark mode (#9)" (#10)\n\nReverts octo/app#9',
      { pulls: [10], revertsPulls: [{ repo: 'octo/app', number: 9 }] },
    ],
    ['Merge pull request #10 from octo/revert-9\n\nRevert', { pulls: [10] }],
    ['Closes (#9) and more', {}],
    ['x\n\nThis reverts commit ABCDEF1.', { reverts: ['abcdef1'] }],
    [
      'x\r\n\r\nThis reverts commit abcdef12, reversing\r\nchanges made to 1234567.',
      { reverts: ['abcdef12'] },
    ],
    [
      'x\n\n(cherry picked from commit abcdef1)\n(cherry picked from commit 1234567)',
      { picks: ['abcdef1', '1234567'] },
    ],
    ['He said (cherry picked from commit abcdef1)', {}],
    ['This reverts commit of yours', {}],
    ['x\n\n> This reverts commit abcdef1.\n > Reverts #9\n> (cherry picked from commit abcdef1)', {}],
    ['', {}],
  ])('%j', (message, said) => {
    expect(readMessage(message)).toEqual({ picks: [], reverts: [], revertsPulls: [], pulls: [], ...said });
  });
});

describe('a change', () => {
  test('is in what has its commit, and out of what has not', () => {
    expect(seen(...inLine([start, merge]))).toBe('in');
    expect(seen(start)).toBe('out');
  });

  test('taken back is reverted, and in again when that is taken back, however often', () => {
    const line = [start, merge];
    const expected = ['in', 'reverted', 'in', 'reverted', 'in'];
    for (const [times, what] of expected.entries()) {
      if (times > 0) line.push(taking(line.at(-1) ?? merge, 5 + times));
      expect(seen(...inLine(line))).toBe(what);
    }
  });

  test('is reverted with the merge that brought it in, and in again with the merge of that', () => {
    const branch = inLine([merge], [start.oid]);
    const joined = commit('joined', 6, { parents: [start.oid, merge.oid] });
    const back = { ...taking(joined, 7), parents: [joined.oid] };
    expect(seen(start, ...branch, joined)).toBe('in');
    expect(seen(start, ...branch, joined, back)).toBe('reverted');
    const other = commit('another merge', 6, { parents: [merge.oid, start.oid] });
    expect(seen(start, ...branch, other, { ...taking(other, 7), parents: [other.oid] })).toBe('in');
  });

  test('picked onto a branch and taken back there is reverted, whichever of its names is given', () => {
    const picked = commit('picked', 6, { message: `(cherry picked from commit ${merge.oid})` });
    expect(seen(...inLine([start, picked]))).toBe('in');
    expect(seen(...inLine([start, picked, taking(picked, 7)]))).toBe('reverted');
    expect(seen(...inLine([start, picked, taking(merge, 7)]))).toBe('reverted');
  });

  test('picked again after it was taken back is in', () => {
    const picked = commit('picked', 8, {
      message: `Dark mode (#9)\n\n(cherry picked from commit ${merge.oid})`,
    });
    const named = commit('back', 7, { message: 'Reverts #9' });
    expect(seen(...inLine([start, merge, taking(merge, 7), picked]))).toBe('in');
    expect(seen(...inLine([start, merge, named, picked]))).toBe('in');
  });

  test('is looked for once through a long history, however many reverts are in it', () => {
    const line = Array.from({ length: 20_000 }, (_, rank) => commit(`c${rank}`, 5));
    const reverts = line.slice(-3000).map((one, rank) => taking(one, 6 + (rank % 3)));
    const history = historyOf(inLine([start, merge, ...line, ...reverts]));
    const began = performance.now();
    expect(containment(history, change)).toBe('in');
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test('is not lost to messages that take each other back in a circle', () => {
    const one = commit('one (#20)', 6, { message: 'one (#20)\n\nReverts #9\nReverts #21' });
    const two = commit('two (#21)', 7, { message: 'two (#21)\n\nReverts #20' });
    expect(seen(...inLine([start, merge, one, two]))).toBe('in');
  });
});

describe('a history that is known in part', () => {
  const told = ({ oid, parents, message, committedDate }: CommitData) => ({
    oid,
    parents,
    message,
    date: new Date(committedDate),
  });
  const line = inLine([1, 2, 3, 4, 5].map((on) => commit(`commit ${on}`, on)));
  const at = (on: number): number => Date.parse(commit('', on).committedDate);
  const tip = line.at(-1)?.oid ?? '';

  test('is whole as far back as it was read, and not before', () => {
    const commits = openCommits();
    for (const one of line.slice(2)) commits.add(told(one), { floor: at(3) });
    expect(commits.reach(tip, at(3))).toMatchObject({ isWhole: true });
    expect([...commits.reach(tip, at(4)).commits.keys()]).toHaveLength(2);
    expect(commits.reach(tip, at(2)).isWhole).toBe(false);
    expect(commits.reach('0'.repeat(40), at(5)).isWhole).toBe(false);
  });

  test('is whole where two readings meet', () => {
    const commits = openCommits();
    for (const one of line.slice(3)) commits.add(told(one), { floor: at(4) });
    expect(commits.reach(tip, at(1)).isWhole).toBe(false);
    for (const one of line.slice(0, 3)) commits.add(told(one), { floor: -Infinity });
    expect(commits.reach(tip, at(1))).toMatchObject({ isWhole: true });
  });
});
