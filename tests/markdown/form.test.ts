import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { answersIn } from '../../src/markdown/form.ts';
import { renderWithExcerpt } from '../../src/markdown/render.ts';
import { element, textOf } from '../../src/markdown/tree.ts';
import { parse } from '../../src/markdown/parse.ts';
import { settings } from '../../src/model/settings.ts';

const LABELS = ['Wish', 'Today', 'How often'];

/** Label and words of each answer. */
function answers(markdown: string): [label: string, words: string][] {
  const tree = parse(markdown);
  const nodes = tree.type === 'root' ? tree.children : [tree];
  const children = nodes.filter((node) => node.type === 'element' || node.type === 'text');
  return answersIn(element('div', {}, children), LABELS).map(({ label, content }) => [
    label,
    content.map(textOf).join(' ').replaceAll(/\s+/g, ' ').trim(),
  ]);
}

const form = (wish: string, today = '_No response_', often = 'Every day'): string =>
  `### Wish\n\n${wish}\n\n### Today\n\n${today}\n\n### How often\n\n${often}`;

test('each answer stands under its label, and one that was left out is empty', () => {
  expect(answers(form('Dark mode'))).toEqual([
    ['Wish', 'Dark mode'],
    ['Today', ''],
    ['How often', 'Every day'],
  ]);
});

test('a heading that somebody wrote into an answer makes no field and loses no text', () => {
  expect(answers(form('Dark\n\n### Priority\n\nurgent', 'Squint'))).toEqual([
    ['Wish', 'Dark Priority urgent'],
    ['Today', 'Squint'],
    ['How often', 'Every day'],
  ]);
});

test('a label that comes again, or out of order, is part of the answer', () => {
  expect(answers(form('a', 'b\n\n### Wish\n\nc\n\n### Today\n\nd'))).toEqual([
    ['Wish', 'a'],
    ['Today', 'b Wish c Today d'],
    ['How often', 'Every day'],
  ]);
});

test('a label counts neither at another level nor in code, a quote or a list', () => {
  const wish = 'a\n\n# Today\n\n```\n### Today\n```\n\n> ### Today\n\n- ### Today';
  expect(answers(form(wish, 'b')).map(([label, words]) => [label, words.includes('b')])).toEqual([
    ['Wish', false],
    ['Today', true],
    ['How often', false],
  ]);
});

test('a body that was made without the form has no answers', () => {
  expect(answers('I wish\n\n### Wish\n\nfor more')).toEqual([]);
  expect(answers('')).toEqual([]);
});

test('the excerpt is the first answer that says something', () => {
  const excerpt = (markdown: string): string => renderWithExcerpt(markdown, { form: LABELS }).excerpt;
  expect(excerpt(form('Dark mode, please.', 'I squint.'))).toBe('Dark mode, please.');
  expect(excerpt(form('```\nlog\n```', 'I squint.'))).toBe('I squint.');
  expect(excerpt('Just words.\n\n### Wish\n\nmore')).toBe('Just words. more');
});

test('the form that comes with Milepost has the labels that are the default', () => {
  const file = readFileSync(new URL('../../.github/ISSUE_TEMPLATE/request.yml', import.meta.url), 'utf8');
  const labels = parseYaml(file).body.map(
    (field: { attributes: { label: string } }) => field.attributes.label,
  );
  expect(settings.parse({}).form).toEqual(labels);
});
