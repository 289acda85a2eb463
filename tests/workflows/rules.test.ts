import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ourWorkflows, readWorkflow, record, ROOT } from './files.ts';
import { RULES } from './rules.ts';

const roadmap = readFileSync(`${ROOT}.github/workflows/roadmap.yml`, 'utf8');

describe.each(RULES)('$name', ({ check, seed: [found, becomes] }) => {
  test.each(ourWorkflows())('in $name', (workflow) => expect(check(workflow)).toEqual([]));

  test('or else it is told', () => {
    const bad = roadmap.replace(found, () => becomes);
    expect(bad).not.toBe(roadmap);
    expect(check(readWorkflow('bad', bad))).not.toEqual([]);
  });
});

test('updates of packages and of actions wait a week before they are proposed', () => {
  const { updates } = parse(readFileSync(`${ROOT}.github/dependabot.yml`, 'utf8'));
  expect(updates.map((one: Record<string, unknown>) => [one['package-ecosystem'], one['cooldown']])).toEqual([
    ['npm', { 'default-days': 7 }],
    ['github-actions', { 'default-days': 7 }],
  ]);
});

test('the request form puts no label on that would publish a request', () => {
  const form = parse(readFileSync(`${ROOT}.github/ISSUE_TEMPLATE/request.yml`, 'utf8'));
  expect(Object.keys(form).sort()).toEqual(['body', 'description', 'name']);
});

test('the starter’s workflow hands on what ours takes, and lets its jobs do what they need', () => {
  const starter = ourWorkflows()
    .find(({ name }) => name === 'the starter’s')
    ?.jobs.get('roadmap');
  const called = readWorkflow('roadmap', roadmap);
  const inputs = record(record(called.on['workflow_call'])['inputs']);
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(starter?.with ?? {})));
  const granted = record(starter?.permissions);
  const missing = [...called.jobs.values()].flatMap(({ permissions }) =>
    Object.entries(record(permissions)).filter(
      ([scope, access]) => granted[scope] !== 'write' && granted[scope] !== access,
    ),
  );
  expect(missing).toEqual([]);
});
