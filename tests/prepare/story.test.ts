import { expect, test } from 'vitest';
import { readStory } from '../../src/site/story.ts';

const FILE = 'content/mission.mdx';

test('a story stands on the lines on which it stands in its file, without the front matter', () => {
  expect(readStory('---\nmission: "x"\nlayout: "./y.astro"\n---\nHello <Voice/>.\n', FILE)).toEqual({
    text: '\n\n\n\nHello <Voice/>.\n',
  });
});

test('a story that is no MDX is left out, and told with its line', () => {
  expect(readStory('---\nmission: "x"\n---\n\nHello {oops.\n', FILE)).toEqual({
    text: '',
    problem: {
      file: FILE,
      line: 5,
      field: 'body',
      level: 'warning',
      expected: 'MDX',
      got: 'Unexpected end of file in expression, expected a corresponding closing brace for `{`',
      remedy:
        'The mission’s page stands without its story. Write `\\{` and `\\<` for signs that are only text.',
    },
  });
});

test.each([
  ['no front matter', 'Hello.'],
  ['front matter that cannot be read', '---\na: "b\n---\nHello.'],
  ['front matter that is code', '---js\nprocess.exit(3)\n---\nHello.'],
])('there is no story where there is %s', (_, source) => {
  expect(readStory(source, FILE).text.trim()).toBe('');
});
