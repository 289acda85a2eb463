import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Names of everything under `content/`, in one place. */
export const PLACES = {
  settings: 'milepost.yml',
  mission: 'mission.mdx',
  feedback: 'feedback',
  changelog: 'changelog',
  messages: 'messages',
  tallies: 'ledger/votes.tsv',
  counted: 'ledger/demand.tsv',
  snapshots: 'ledger/history.tsv',
  issues: 'ledger/issues.tsv',
  labels: 'ledger/labels.tsv',
  milestones: 'ledger/milestones.tsv',
  state: 'ledger/sync.json',
  notices: 'ledger/notices',
} as const;

/** A file as bytes and as text; `text` is undefined when it is not UTF-8. */
export interface File {
  /** Path as a person would type it. */
  path: string;
  /** The file's name without its ending. */
  name: string;
  text: string | undefined;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads one file; undefined when there is none. Any other failure is thrown. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Reads one file that ought to be UTF-8: `null` when it is not, undefined when there is none. */
export async function readUtf8(path: string): Promise<string | null | undefined> {
  try {
    return decode(await readFile(path)) ?? null;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/**
 * Reads all Markdown files of one folder, sorted by name; none when the folder is absent. One after the other: with files as
 * small as these, handing each to another thread costs more than reading it.
 */
export async function readMarkdownFiles(folder: string): Promise<File[]> {
  return (await listNames(folder)).map((name) => readMarkdown(folder, name));
}

/** Names of all Markdown files of one folder, sorted; none when the folder is absent. */
export async function listNames(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function readMarkdown(folder: string, name: string): File {
  const path = join(folder, name);
  return { path, name: name.slice(0, -'.md'.length), text: decode(readFileSync(path)) };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
