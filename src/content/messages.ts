import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readableAs } from '../i18n/language.ts';
import { builtInWords } from '../i18n/messages.ts';
import { ENGLISH, isKey, type Message, type MessageKey, type Table, TABLES } from '../i18n/tables.ts';
import { nearest } from '../model/nearest.ts';
import type { Parsed } from '../model/parse.ts';
import { type Problem, show } from '../model/problem.ts';
import { lineFinder, readYaml, YamlError } from '../model/yaml.ts';
import { isMissing, PLACES, readUtf8 } from './files.ts';
import { type Fault, faultsIn } from './wording.ts';

/** A site's own words for its language, and what is wrong with any file of words. */
export interface OwnWords {
  words: Table;
  problems: Problem[];
}

/**
 * Reads `messages/<language>.json` of a content folder: words that a site says otherwise than Milepost, or in a language that
 * Milepost does not speak. All are checked; those for `locale` come back.
 */
export async function readMessages(
  folder: string,
  locale: string,
  shown: (path: string) => string,
): Promise<OwnWords> {
  const home = join(folder, PLACES.messages);
  const files = await Promise.all(
    (await namesIn(home)).map(async (name) => {
      const path = join(home, name);
      const tag = name.slice(0, -'.json'.length);
      return { tag, ...parseMessages(tag, (await readUtf8(path)) ?? null, shown(path)) };
    }),
  );
  const chosen = readableAs(
    locale,
    files.filter(({ value }) => value).map(({ tag }) => tag),
  );
  const words = files.find(({ tag }) => tag === chosen)?.value ?? {};
  const isSpoken = Object.keys(words).length > 0 || builtInWords(locale) !== undefined;
  const unspoken = isSpoken ? [] : [noWords(locale, shown(join(folder, PLACES.settings)))];
  return { words, problems: [...files.flatMap(({ problems }) => problems), ...unspoken] };
}

/** Reads one file of words; `null` is a file that is not UTF-8. A word with a fault is told and left out, so that the built-in one is said. */
export function parseMessages(tag: string, text: string | null, file: string): Parsed<Table> {
  const whole = (fault: Fault, line?: number): Parsed<Table> => ({
    problems: [{ file, ...(line && { line }), field: '', level: 'error', ...fault }],
  });
  if (!isTag(tag)) return whole(noTag(tag));
  if (text === null)
    return whole({ expected: 'text in UTF-8', got: 'other bytes', remedy: 'Save the file as UTF-8.' });
  try {
    const raw = readYaml(text) ?? {};
    if (!isRecord(raw)) return whole({ expected: 'words by their keys', got: show(raw), remedy: EXAMPLE });
    const lineOf = lineFinder(text);
    const words: Partial<Record<MessageKey, Message>> = {};
    const problems: Problem[] = [];
    for (const [key, message] of Object.entries(raw)) {
      const faults = isKey(key) ? faultsIn(key, message, tag) : [{ path: [], ...noKey(key) }];
      problems.push(
        ...faults.map(({ path, ...fault }): Problem => {
          const place = [key, ...path];
          return { file, line: lineOf(place), field: place.join('.'), level: 'error', ...fault };
        }),
      );
      if (isKey(key) && faults.length === 0 && isMessage(message)) words[key] = message;
    }
    const lacking = KEYS.filter((key) => !Object.hasOwn({ ...builtInWords(tag), ...raw }, key));
    return { value: words, problems: [...problems, ...(lacking.length > 0 ? [tooFew(lacking, file)] : [])] };
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return whole({ expected: 'JSON', got: error.message, remedy: 'Mend the line.' }, error.line);
  }
}

const KEYS = Object.keys(ENGLISH);
const EXAMPLE = 'Such as { "nav.board": "Board" }.';

function tooFew(lacking: readonly string[], file: string): Problem {
  const some = lacking.slice(0, 5).join(', ');
  return {
    file,
    field: '',
    level: 'warning',
    expected: `all ${KEYS.length} words`,
    got: `${lacking.length} fewer: ${lacking.length > 5 ? `${some}…` : some}`,
    remedy: 'Until they are here, the site says them in English.',
  };
}

function noKey(key: string): Fault {
  const near = nearest(key, KEYS);
  const remedy = near ? `Did you mean "${near}"?` : 'Take it out.';
  return { expected: 'a key that Milepost has words for', got: show(key), remedy };
}

function noTag(tag: string): Fault {
  const near = canonical(tag);
  const remedy = near ? `Did you mean "${near}.json"?` : 'Rename the file.';
  return { expected: 'a file named after a language, such as nl.json or pt-BR.json', got: show(tag), remedy };
}

const noWords = (locale: string, file: string): Problem => ({
  file,
  field: 'locale',
  level: 'warning',
  expected: `a language that Milepost speaks (${Object.keys(TABLES).join(', ')}), or its words in ${PLACES.messages}/${locale}.json`,
  got: show(locale),
  remedy: 'Until then the site is in English.',
});

const isTag = (tag: string): boolean => canonical(tag) === tag;

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isMessage = (value: unknown): value is Message => typeof value === 'string' || isRecord(value);

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => /^[^.].*\.json$/.test(name)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
