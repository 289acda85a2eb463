import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrastOf, inkOn, lighter, PAPER, READABLE } from '../../src/model/contrast.ts';
import { parseSettings } from '../../src/model/parse.ts';
import { formatProblem } from '../../src/model/problem.ts';

const problems = (yaml: string): string[] => parseSettings(yaml, 'milepost.yml').problems.map(formatProblem);

test('contrast is what WCAG says it is', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrastOf('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
});

test('half-way to white in oklab is what Chromium makes of it', () => {
  expect([lighter('#0b6b3a'), lighter('#000000'), lighter('#ffffff')]).toEqual([
    '#8db398',
    '#636363',
    '#ffffff',
  ]);
});

test('ink can be read on any colour', () => {
  for (let red = 0; red < 256; red += 51)
    for (let green = 0; green < 256; green += 51)
      for (let blue = 0; blue < 256; blue += 51) {
        const colour = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
        expect(contrastOf(colour, inkOn(colour))).toBeGreaterThanOrEqual(READABLE);
      }
});

test('a palette that cannot be read is refused, with the pair and the figure', () => {
  expect(problems('theme:\n  sign: "#ffcc00"\n')).toEqual([
    'milepost.yml:2 theme.sign: expected a darker colour, since words in it stand out 1.4 to 1 on the light page (#fbfaf6) and need 4.5 to 1; got "#ffcc00". Mend it.',
  ]);
  expect(problems('theme:\n  sign: "#0b6b3a"\n  signDark: "#00000f"\n')[0]).toMatch(
    /^milepost\.yml:3 theme\.signDark: expected a lighter colour, since words in it, shown as #\w{6}, stand out [\d.]+ to 1 on the dark page \(#0f1512\) and need 4\.5 to 1; got "#00000f"/,
  );
});

test('a palette that can be read is taken, and a word that is no colour is told once', () => {
  expect(problems('theme:\n  sign: "#1d50c0"\n  signDark: "#3366dd"\n')).toEqual([]);
  expect(problems('theme:\n  sign: red\n')).toHaveLength(1);
});

test('the grounds are those of the stylesheet', () => {
  const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
  expect(css).toContain(`--paper: light-dark(${PAPER.light}, ${PAPER.dark});`);
});

test('every pair of the stylesheet can be read', () => {
  const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
  const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)];
  const role = new Map(pairs.map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));
  const of = (name: string, page: 'light' | 'dark'): string => role.get(name)?.[page] ?? '';
  const words = [...role.keys()].filter((name) => /^(?:ink|soft|sign-text|status-.*)$/.test(name));
  expect(words.length).toBeGreaterThan(9);
  for (const page of ['light', 'dark'] as const) {
    for (const name of words)
      for (const ground of ['paper', 'sheet'])
        expect([page, name, ground, contrastOf(of(name, page), of(ground, page)) >= READABLE]).toEqual([
          page,
          name,
          ground,
          true,
        ]);
    expect(contrastOf(of('sign-ink', page), of('sign', page))).toBeGreaterThanOrEqual(READABLE);
    expect(contrastOf(of('ink', page), of('mark', page))).toBeGreaterThanOrEqual(READABLE);
    expect(contrastOf(of('edge', page), of('paper', page))).toBeGreaterThanOrEqual(3);
  }
});
