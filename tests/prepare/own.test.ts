import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOptions } from '../../src/site/options.ts';
import { readOwn } from '../../src/site/own.ts';
import { contentFolder } from '../content/folder.ts';
import { tinyFont } from './images/tiny-font.ts';

test('fonts that cannot be used yet are waited for; those that can are left to Astro, which starts anew by itself', async () => {
  const folder = await contentFolder({
    'milepost.yml': 'theme:\n  fonts: [a.ttf, broken.ttf, absent.woff2]\n',
    'a.ttf': tinyFont('abc'),
    'broken.ttf': 'nonsense',
  });
  const own = await readOwn(folder, readOptions({}), folder);
  expect(own.fonts.map(({ file }) => file)).toEqual(['a.ttf']);
  expect(own.watched).toEqual([join(folder, 'broken.ttf'), join(folder, 'absent.woff2')]);
});
