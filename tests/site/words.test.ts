import { expect, inject, it } from 'vitest';
import { ENGLISH } from '../../src/i18n/tables.ts';
import { filesOf } from './build.ts';

const files = await filesOf(inject('sites').arabic.outDir);

/** What the interface says in English, as far as it is long enough not to be a name; around placeholders in pieces. */
const PHRASES = Object.values(ENGLISH)
  .flatMap((message) => (typeof message === 'string' ? [message] : Object.values(message)))
  .flatMap((text) => text.split(/\{\w+\}/))
  .map((text) => text.trim())
  .filter((text) => text.length >= 8 && text.includes(' '));

it('says nothing in English on the pages and in the feeds of an Arabic site', () => {
  // What keys mean is told in English, and marked as such.
  const told = [...files].filter(
    ([path]) => /\.(?:html|xml|ics|svg)$/.test(path) && !path.startsWith('api/'),
  );
  expect(PHRASES.length).toBeGreaterThan(200);
  expect(told.length).toBeGreaterThan(40);
  const said = told.flatMap(([path, bytes]) => {
    const text = bytes.toString();
    return PHRASES.filter((phrase) => text.includes(phrase)).map((phrase) => `${path}: ${phrase}`);
  });
  expect(said).toEqual([]);
});
