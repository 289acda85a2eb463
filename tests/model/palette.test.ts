import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrastOf, GROUNDS, inkOn, lighter, READABLE, readableOnDark } from '../../src/model/contrast.ts';
import { parseSettings } from '../../src/model/parse.ts';
import { formatProblem } from '../../src/model/problem.ts';
import { settings } from '../../src/model/settings.ts';
import { themeCss } from '../../src/site/theme.ts';

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
    /^milepost\.yml:3 theme\.signDark: expected a lighter colour, since words in it, shown as #\w{6}, stand out [\d.]+ to 1 on the dark page \(#161d19\) and need 4\.5 to 1; got "#00000f"/,
  );
});

test('a palette that can be read is taken, and a word that is no colour is told once', () => {
  expect(problems('theme:\n  sign: "#1d50c0"\n  signDark: "#3366dd"\n')).toEqual([]);
  expect(problems('theme:\n  sign: red\n')).toHaveLength(1);
});

test('the grounds are those of the stylesheet', () => {
  const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
  for (const [place, role] of ['paper', 'sheet'].entries())
    expect(css).toContain(`--${role}: light-dark(${GROUNDS.light[place]}, ${GROUNDS.dark[place]});`);
});

test('a colour that can be read on the dark paper alone is refused for the dark sheet', () => {
  const [paper, sheet] = GROUNDS.dark;
  expect(contrastOf(lighter('#2f0707'), paper)).toBeGreaterThanOrEqual(READABLE);
  expect(contrastOf(lighter('#2f0707'), sheet)).toBeLessThan(READABLE);
  expect(problems('theme:\n  signDark: "#2f0707"\n')).toHaveLength(1);
});

test('every colour of the light theme has one of its own hue that can be read in the dark', () => {
  expect([readableOnDark('#0b6b3a'), readableOnDark('#000000')]).toEqual(['#8db398', '#aeaeae']);
});

/** Pairs of roles of a page: words, the grounds that they stand on, and what they need. */
const PAIRS: readonly (readonly [words: RegExp, grounds: readonly string[], needed: number])[] = [
  [/^(?:ink|soft|sign-text|status-.*)$/, ['paper', 'sheet'], READABLE],
  [/^(?:ink|soft)$/, ['code-on-paper', 'code-on-sheet'], READABLE],
  [/^sign-ink$/, ['sign'], READABLE],
  [/^paper$/, ['ink'], READABLE],
  [/^ink$/, ['mark'], READABLE],
  [/^edge$/, ['paper', 'sheet'], 3],
  [/^sign-text$/, ['paper', 'sheet'], 3],
];

/** What stands out too little, as one sentence each. */
function unreadable(role: ReadonlyMap<string, string>): string[] {
  return PAIRS.flatMap(([words, grounds, needed]) =>
    [...role].flatMap(([name, colour]) =>
      grounds.flatMap((ground) => {
        const contrast = contrastOf(colour, role.get(ground) ?? colour);
        if (!words.test(name) || contrast >= needed) return [];
        return [`${name} on ${ground}: ${contrast.toFixed(2)} to 1, needs ${needed}`];
      }),
    ),
  );
}

/** Colours of a stylesheet's roles in one theme, with the ground of code: a tint of ink, `prose.css`. */
function rolesOf(css: string, page: 'light' | 'dark'): Map<string, string> {
  const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)];
  const role = new Map(pairs.map(([, name = '', light = '', dark = '']) => [name, { light, dark }[page]]));
  for (const ground of ['paper', 'sheet'])
    role.set(`code-on-${ground}`, tint(role.get('ink') ?? '', role.get(ground) ?? ''));
  return role;
}

const tint = (ink: string, ground: string): string => {
  const part = (at: number): string =>
    Math.round(
      0.08 * Number.parseInt(ink.slice(at, at + 2), 16) +
        0.92 * Number.parseInt(ground.slice(at, at + 2), 16),
    )
      .toString(16)
      .padStart(2, '0');
  return `#${part(1)}${part(3)}${part(5)}`;
};

const tokens = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');

test.each(['light', 'dark'] as const)('every pair of the stylesheet can be read in the %s theme', (page) => {
  const role = rolesOf(tokens, page);
  expect(
    [...role.keys()].filter(
      (name) => !PAIRS.some(([words, grounds]) => words.test(name) || grounds.includes(name)),
    ),
  ).toEqual(['line']);
  expect(unreadable(role)).toEqual([]);
});

test('every palette that is taken can be read in both themes', () => {
  const steps = ['00', '33', '66', '99', 'cc', 'ff'];
  const colours = steps.flatMap((red) =>
    steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)),
  );
  const palettes = colours.flatMap((colour) => [
    { sign: colour },
    { signDark: colour },
    { sign: '#1d50c0', signDark: colour },
  ]);
  const taken = palettes.flatMap((theme) => settings.safeParse({ theme }).data ?? []);
  expect(taken.length).toBeGreaterThan(250);
  const found = taken.flatMap((one) => {
    const css = tokens + themeCss({ settings: one, themeFiles: { fonts: [] } });
    return (['light', 'dark'] as const).flatMap((page) =>
      unreadable(rolesOf(css, page)).map((pair) => `${JSON.stringify(one.theme)}, ${page}: ${pair}`),
    );
  });
  expect(found).toEqual([]);
});
