import { existsSync, realpathSync } from 'node:fs';
import { mdxToJs } from 'satteri';
import type { Plugin } from 'vite';
import { shown } from '../content/read.ts';
import { FrontMatterError, readDocument } from '../model/frontmatter.ts';
import { formatProblem, type Problem } from '../model/problem.ts';

/** The body of `mission.mdx`, as the page may have it. */
export interface Story {
  text: string;
  /** Why it is left out, where it is. */
  problem?: Problem;
}

/**
 * Takes the story out of the file, on the lines on which it stands there. Without its front matter, in which Astro would
 * find settings of its own, such as `layout`; and without its text where that is no MDX, which would stop the whole site.
 */
export function readStory(source: string, file: string): Story {
  const body = bodyOf(source);
  const above = source.split('\n').length - body.split('\n').length;
  const text = '\n'.repeat(Math.max(0, above)) + body;
  try {
    mdxToJs(text);
    return { text };
  } catch (error) {
    return { text: '', problem: broken(error, file) };
  }
}

/** Front matter that cannot be read is told elsewhere, and the page is made without the file. */
function bodyOf(source: string): string {
  try {
    return readDocument(source).body;
  } catch (error) {
    if (error instanceof FrontMatterError) return '';
    throw error;
  }
}

function broken(error: unknown, file: string): Problem {
  const [, line, got = String(error)] = /^(\d+):\d+: ([^\n]*)/.exec(messageOf(error)) ?? [];
  return {
    file,
    ...(line !== undefined && { line: Number(line) }),
    field: 'body',
    level: 'warning',
    expected: 'MDX',
    got: got.replace(/ \(mdx[^)]*\)$/, ''),
    remedy:
      'The mission’s page stands without its story. Write `\\{` and `\\<` for signs that are only text.',
  };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Gives Astro the story in place of the file. */
export function storyPlugin(path: string, warn: (message: string) => void): Plugin {
  return {
    name: 'milepost-story',
    enforce: 'pre',
    transform: {
      order: 'pre',
      handler(source, id) {
        if (!id.endsWith('.mdx') || !existsSync(path) || realpathSync(id) !== realpathSync(path))
          return undefined;
        const { text, problem } = readStory(source, shown(path));
        if (problem) warn(formatProblem(problem));
        return { code: text, map: null };
      },
    },
  };
}
