import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { documentationTable, documentedKeys, withDocumentation } from '../../src/model/documentation.ts';
import { OWNED_KEYS, PEOPLE_KEYS } from '../../src/model/item.ts';
import { SCHEMA_NAMES } from '../../src/model/schemas.ts';

const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');

/** What stands between the markers; undefined where there are none. */
const tableIn = (markdown: string, name: string): string | undefined =>
  new RegExp(`<!-- keys:${name} -->\n([\\s\\S]*?)<!-- /keys -->`)
    .exec(markdown)?.[1]
    ?.replace('<!-- prettier-ignore -->', '')
    .trim();

describe('README.md says of every key what the schema says', () => {
  test.each(['item', 'mission', 'settings'] as const)('%s', (name) => {
    const table = documentationTable(name);
    const remedy = `README.md and the schema of ${name} differ: run \`node scripts/document.ts\`, or paste this between <!-- keys:${name} --> and <!-- /keys -->:\n\n${table}\n\n`;
    expect(tableIn(readme, name), remedy).toBe(table);
  });
});

test.each(SCHEMA_NAMES)('every key of %s has a description', (name) => {
  const keys = documentedKeys(name);
  expect(keys.length).toBeGreaterThan(5);
  expect(keys.filter(({ description }) => !description).map(({ key }) => key)).toEqual([]);
});

test('keys within keys, entries and choices are documented', () => {
  const settings = documentedKeys('settings').map(({ key }) => key);
  expect(settings).toEqual(
    expect.arrayContaining([
      'take.allow',
      'repositories[].prefix',
      'statuses[].when[].milestone',
      'horizons[].when[].label',
      'theme.signDark',
    ]),
  );
  const item = documentedKeys('item').map(({ key }) => key);
  expect(item.filter((key) => !/[.[]/.test(key))).toEqual([...OWNED_KEYS, ...PEOPLE_KEYS]);
  expect(item.filter((key) => key.startsWith('proof'))).toEqual([
    'proof',
    'proof[].kind',
    'proof[].url',
    'proof[].name',
    'proof[].at',
  ]);
});

test('a table is written between its markers, twice the same, and the rest stays', () => {
  const written = withDocumentation(
    '# A\n\n<!-- keys:entry -->\nold | old\n<!-- /keys -->\n\n<!-- keys:nothing -->\n<!-- /keys -->\n',
  );
  expect(written).toMatchInlineSnapshot(`
    "# A

    <!-- keys:entry -->
    <!-- prettier-ignore -->
    | Key | Meaning |
    | --- | --- |
    | \`title\` | What the release is called. |
    | \`version\` | The release’s tag, such as v2.4.0; \`unreleased\` for what comes next. |
    | \`repo\` | Repository of the release, as owner/name. |
    | \`url\` | The release on GitHub. |
    | \`publishedAt\` | When it was published; absent for what comes next. |
    | \`prerelease\` | Whether it is a pre-release. |
    | \`file\` | The repository’s own changelog, where it tells of this version and no release on GitHub does. |
    | \`upstream\` | What sync last saw of title and text, as a digest. Where they are others here, people wrote them, and sync leaves them; take the line out to have sync’s own again. |
    | \`summary\` | One sentence for the reader in a hurry. |
    | \`hidden\` | Keeps it off the site. |

    <!-- /keys -->

    <!-- keys:nothing -->
    <!-- /keys -->
    "
  `);
  expect(withDocumentation(written)).toBe(written);
});
