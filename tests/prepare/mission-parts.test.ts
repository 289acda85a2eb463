import { type AstroComponentFactory, render } from 'astro/runtime/server/index.js';
import { expect, test } from 'vitest';
import { storyParts } from '../../src/components/mission-parts.ts';
import { mission } from '../derive/facts.ts';
import { siteOf } from './files/site.ts';

const props = { site: siteOf({}), mission: mission({ mission: 'Help people mend.' }) };

test('a part gets what it needs, is shown once, and is known to have been', () => {
  const given: unknown[] = [];
  const part: AstroComponentFactory = (_result, own) => {
    given.push(own);
    return render`shown`;
  };
  const { components, shown } = storyParts(
    { Pillars: part, Alignment: part, Impact: part, Voice: part, Revisions: part },
    props,
  );
  expect([...shown]).toEqual([]);
  components.Voice({}, { site: 'of the story’s own' }, {});
  components.Voice({}, {}, {});
  components.Impact({}, {}, {});
  expect(given).toEqual([props, props]);
  expect([...shown]).toEqual(['Voice', 'Impact']);
});
