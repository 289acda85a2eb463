import { join, relative } from 'node:path';
import type { Table } from '../i18n/messages.ts';
import { type Counted, readCounted } from '../model/counted.ts';
import type { Entry } from '../model/entry.ts';
import { lineOfKey } from '../model/frontmatter.ts';
import type { FeedbackItem } from '../model/item.ts';
import { compareIds, readTallies, type Tally } from '../model/ledger.ts';
import { type Milestone, readMilestones } from '../model/milestones.ts';
import type { Mission } from '../model/mission.ts';
import type { Notice } from '../model/notice.ts';
import { type Parsed, parseEntry, parseItem, parseMission, parseSettings } from '../model/parse.ts';
import { formatProblem, type Problem } from '../model/problem.ts';
import type { Settings } from '../model/settings.ts';
import { lineFinder } from '../model/yaml.ts';
import { readSnapshots, type Snapshot } from '../model/snapshots.ts';
import { readSyncState, type SyncState } from '../model/sync-state.ts';
import { checkTogether } from './check.ts';
import { type File, PLACES, readMarkdownFiles, readText, readUtf8 } from './files.ts';
import { readMessages } from './messages.ts';
import { readNotices } from './notices.ts';
import { readThemeFiles, type ThemeFiles } from './theme-files.ts';

/** Everything in a content folder that could be read, and every problem with the rest. */
export interface Content {
  settings: Settings;
  /** Its own logo, pictures and fonts. */
  themeFiles: ThemeFiles;
  /** The site's own words for its language. */
  words: Table;
  items: FeedbackItem[];
  entries: Entry[];
  mission: Mission | undefined;
  tallies: Map<string, Tally>;
  counted: Map<string, Counted>;
  /** Oldest first. */
  snapshots: Snapshot[];
  milestones: Milestone[];
  /** What became of notices, by `owner/name#number` in lower case. */
  notices: ReadonlyMap<string, Notice>;
  state: SyncState;
  problems: Problem[];
}

/** The settings cannot be used; nothing else can be read without them. The message has every problem: where Astro runs by itself, it is all that people see. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(['The settings cannot be used.', ...problems.map(formatProblem)].join('\n'));
    this.problems = problems;
  }
}

/** How single files are read; the site passes parsers that remember. */
export interface Parsers {
  item: Parser<FeedbackItem>;
  entry: Parser<Entry>;
}

export type Parser<Value> = (id: string, text: string, file: string) => Parsed<Value>;

/**
 * Reads a content folder whole. A file that cannot be read is left out and told in `problems`; the others are unharmed.
 * @throws SettingsError when `milepost.yml` is wrong.
 */
export async function readContent(
  folder: string,
  parsers: Parsers = { item: parseItem, entry: parseEntry },
): Promise<Content> {
  const settings = await readSettings(folder);
  const [themeFiles, itemFiles, entryFiles, mission, messages] = await Promise.all([
    readTheme(folder, settings),
    readMarkdownFiles(join(folder, PLACES.feedback)),
    readMarkdownFiles(join(folder, PLACES.changelog)),
    readMission(folder),
    readMessages(folder, settings.locale, shown),
  ]);
  const items = parseAll(itemFiles, parsers.item);
  const entries = parseAll(entryFiles, parsers.entry);
  const content = {
    settings,
    themeFiles: themeFiles.value,
    words: messages.words,
    items: items.values.sort((a, b) => compareIds(a.id, b.id)),
    entries: entries.values,
    mission: mission?.value,
    tallies: readTallies((await readText(join(folder, PLACES.tallies))) ?? ''),
    counted: readCounted((await readText(join(folder, PLACES.counted))) ?? ''),
    snapshots: readSnapshots((await readText(join(folder, PLACES.snapshots))) ?? ''),
    milestones: readMilestones((await readText(join(folder, PLACES.milestones))) ?? ''),
    notices: await readNotices(folder),
    state: readSyncState((await readText(join(folder, PLACES.state))) ?? ''),
  };
  const problems = [
    ...themeFiles.problems,
    ...messages.problems,
    ...items.problems,
    ...entries.problems,
    ...(mission?.problems ?? []),
  ];
  const texts = new Map(itemFiles.map(({ name, text }) => [name, text ?? '']));
  const placeOf = (id: string, field: string): Pick<Problem, 'file' | 'line'> => ({
    file: shown(join(folder, PLACES.feedback, `${id}.md`)),
    line: lineOfKey(texts.get(id) ?? '', field),
  });
  return { ...content, problems: [...problems, ...checkTogether(content, placeOf)] };
}

/** Reads the settings alone; all defaults when there is no file. @throws SettingsError when they are wrong. */
export async function readSettings(folder: string): Promise<Settings> {
  const path = join(folder, PLACES.settings);
  const text = await readUtf8(path);
  if (text === null) throw new SettingsError([notText(shown(path))]);
  const { value, problems } = parseSettings(text ?? '', shown(path));
  if (!value) throw new SettingsError(problems);
  return value;
}

/** Reads the files that settings' theme names; one that cannot be used is told, and left out. */
export async function readTheme(
  folder: string,
  { theme }: Pick<Settings, 'theme'>,
): Promise<Awaited<ReturnType<typeof readThemeFiles>>> {
  return readThemeFiles(folder, theme, await placesInSettings(folder));
}

/** Where keys of the settings stand, for problems that a look at the world brought up. */
export async function placesInSettings(
  folder: string,
): Promise<(path: readonly PropertyKey[]) => Pick<Problem, 'file' | 'line'>> {
  const path = join(folder, PLACES.settings);
  const lineOf = lineFinder((await readText(path)) ?? '');
  return (key) => ({ file: shown(path), line: lineOf(key) });
}

async function readMission(folder: string): Promise<Parsed<Mission> | undefined> {
  const path = join(folder, PLACES.mission);
  const text = await readUtf8(path);
  if (text === null) return { problems: [notText(shown(path))] };
  return text === undefined ? undefined : parseMission(text, shown(path));
}

function parseAll<Value>(
  files: readonly File[],
  parse: Parser<Value>,
): { values: Value[]; problems: Problem[] } {
  const parsed = files.map(({ name, path, text }) =>
    text === undefined ? { problems: [notText(shown(path))] } : parse(name, text, shown(path)),
  );
  return {
    values: parsed.flatMap(({ value }: Parsed<Value>) => (value === undefined ? [] : [value])),
    problems: parsed.flatMap(({ problems }) => problems),
  };
}

function notText(file: string): Problem {
  const told = { expected: 'text in UTF-8', got: 'other bytes', remedy: 'Save the file as UTF-8.' };
  return { file, field: '', level: 'error', ...told };
}

/** A path as a person would type it from where they are. */
export const shown = (path: string): string => {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
};
