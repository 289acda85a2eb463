import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readText } from '../content/files.ts';
import { readContent, readSettings } from '../content/read.ts';
import { renderAll } from '../markdown/pool.ts';
import { type RenderContext, renderWithExcerpt } from '../markdown/render.ts';
import { parseEntry, parseItem } from '../model/parse.ts';
import type { FeedbackItem } from '../model/item.ts';
import type { Problem } from '../model/problem.ts';
import { codeVersion } from './code-version.ts';
import { originOf } from './origin.ts';
import { digest } from './digest.ts';
import { type Prepared, PREPARED_FILE, type PreparedItem, type Rendering } from './prepared.ts';
import { unlettered } from './images/unlettered.ts';
import { Shelf } from './shelf.ts';
import { findSimilar } from './similar.ts';

/** How a preparation went: `rendered` texts were new or changed, `reused` ones were not. */
export interface Preparation {
  prepared: Prepared;
  problems: readonly Problem[];
  rendered: number;
  reused: number;
}

/**
 * Reads a content folder and renders its texts into `cache`, where the pages find them. A file that did not change since
 * the last time, under the same code, is neither parsed nor rendered again.
 * @throws SettingsError when `milepost.yml` is wrong.
 */
export async function prepare(folder: string, cache: string): Promise<Preparation> {
  const { form } = await readSettings(folder);
  const version = `${await codeVersion()} ${digest(form)}`;
  const before = await lastTime(cache, version);
  const items = new Shelf(parseItem, before?.items ?? []);
  const entries = new Shelf(parseEntry, before?.entries ?? []);
  const content = await readContent(folder, { item: items.parse, entry: entries.parse });

  const texts = [...content.items, ...content.entries];
  const todo = [
    ...content.items.filter(({ id }) => !items.rendering(id)).map((item) => job('item', item, form)),
    ...content.entries.filter(({ id }) => !entries.rendering(id)).map((entry) => job('entry', entry)),
  ];
  const renderings = await renderAll(todo);
  const rendered = (kind: Kind, id: string, shelf: Pick<typeof items, 'rendering'>): Rendering => {
    const {
      html = '',
      excerpt = '',
      fallback,
    } = shelf.rendering(id) ?? renderings.get(nameOf(kind, id)) ?? {};
    return { html, excerpt, fallback };
  };
  const prepared: Prepared = {
    version,
    settings: content.settings,
    themeFiles: content.themeFiles,
    unlettered: unlettered(content),
    words: content.words,
    mission: content.mission,
    items: content.items.map((item) => ({
      ...item,
      ...rendered('item', item.id, items),
      ...responseOf(item),
      digest: items.digest(item.id),
    })),
    entries: content.entries.map((entry) => ({
      ...entry,
      ...rendered('entry', entry.id, entries),
      digest: entries.digest(entry.id),
    })),
    tallies: [...content.tallies],
    counted: [...content.counted],
    snapshots: content.snapshots,
    milestones: content.milestones,
    notices: [...content.notices],
    similar: findSimilar(content.items, before?.similar),
    state: content.state,
    origin: await originOf(folder),
  };
  await write(cache, JSON.stringify(prepared));
  const plain = [...prepared.items, ...prepared.entries].flatMap(({ id, fallback }) =>
    fallback ? [asText(id, fallback)] : [],
  );
  return {
    prepared,
    problems: [...content.problems, ...plain],
    rendered: todo.length,
    reused: texts.length - todo.length,
  };
}

type Kind = 'item' | 'entry';
const nameOf = (kind: Kind, id: string): string => `${kind} ${id}`;

function job(
  kind: Kind,
  text: Pick<FeedbackItem, 'id' | 'body' | 'repo' | 'url'>,
  form?: readonly string[],
): Parameters<typeof renderAll>[0][number] {
  // Several entries stand on one page of the changelog: their headings need names of their own.
  const scope = kind === 'entry' ? text.id.replace(/[^a-z0-9-]+/g, '-') : undefined;
  return { id: nameOf(kind, text.id), markdown: text.body, context: { ...contextOf(text, scope), form } };
}

const contextOf = ({ repo, url }: Pick<FeedbackItem, 'repo' | 'url'>, scope?: string): RenderContext => ({
  scope,
  ...(repo && { repo, ...githubOf(url) }),
});

/** Where GitHub is, as an issue's or a release's address tells: links in its text stay there. */
const githubOf = (url: string | undefined): { githubUrl?: string } =>
  url && URL.canParse(url) ? { githubUrl: new URL(url).origin } : {};

/** The answer is short and of the maintainers' own hand, so it is rendered here, by the same rules. */
function responseOf(item: FeedbackItem): Pick<PreparedItem, 'responseHtml' | 'responseText'> {
  if (!item.response) return { responseHtml: '', responseText: '' };
  const { html, excerpt } = renderWithExcerpt(item.response, contextOf(item, 'answer'));
  return { responseHtml: html, responseText: excerpt };
}

function asText(file: string, why: string): Problem {
  const told = { expected: 'Markdown that can be rendered', got: why, remedy: 'It is shown as plain text.' };
  return { file, field: 'body', level: 'warning', ...told };
}

async function lastTime(cache: string, version: string): Promise<Prepared | undefined> {
  const text = await readText(join(cache, PREPARED_FILE));
  if (text?.startsWith(`{"version":${JSON.stringify(version)},`) !== true) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function write(cache: string, text: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  // A name for this time alone: while somebody edits, two may be at it at once.
  const temporary = join(cache, `${PREPARED_FILE}.${randomUUID()}`);
  await writeFile(temporary, text);
  await rename(temporary, join(cache, PREPARED_FILE));
}
