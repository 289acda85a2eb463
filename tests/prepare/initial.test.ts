import { expect, test } from 'vitest';
import { settings } from '../../src/model/settings.ts';
import { iconSvg } from '../../src/site/icon.ts';
import { initialOf } from '../../src/site/initial.ts';

test.each([
  ['milepost', 'M'],
  ['  "élan"', 'É'],
  ['道', '道'],
  ['😀 roads', 'R'],
  ['<b>', 'B'],
  ['😀', 'M'],
  ['3 roads', '3'],
])('the plate of "%s" says %s', (title, initial) => {
  expect(initialOf(title)).toBe(initial);
});

test('the icon has ink that can be read on the colour of the settings', () => {
  const icon = iconSvg({ title: 'Tools', settings: settings.parse({ theme: { sign: '#7a5a00' } }) });
  expect(icon).toContain('fill="#7a5a00"');
  expect(icon).toMatch(/<text [^>]*fill="#ffffff"[^>]*>T<\/text>/);
});
