import { join } from 'node:path';
import { type Content, shown } from '../../src/content/read.ts';
import { PLACES, readUtf8 } from '../../src/content/files.ts';
import type { Finding } from '../../src/derive/mission/finding.ts';
import { lintMission } from '../../src/derive/mission/lint.ts';
import { FIRST_YAML_LINE, FrontMatterError, readDocument } from '../../src/model/frontmatter.ts';
import { type Problem, show } from '../../src/model/problem.ts';
import { lineFinder } from '../../src/model/yaml.ts';

/** The mission's file, as a person would type it. */
export const missionFile = (folder: string): string => shown(join(folder, PLACES.mission));

/** What keeps the mission's file from being read as it stands, as findings: they are errors, strict or not. */
export const unreadable = ({ problems }: Pick<Content, 'problems'>, file: string): Finding[] =>
  problems
    .filter((problem) => problem.file === file)
    .map(({ field, expected, got, remedy }) => ({
      field,
      rule: 'readable',
      level: 'error',
      words: got,
      why: `Expected ${expected}.`,
      remedy,
    }));

/** What the linter says of the mission's wording, as `check` tells problems. */
export async function checkWording(
  { mission, settings }: Content,
  folder: string,
  today: string,
  isStrict: boolean,
): Promise<Problem[]> {
  if (!mission) return [];
  const found = lintMission(mission, { locale: settings.locale, today });
  const lineOf = await lineOfField(folder);
  return strictly(found, isStrict).map(({ field, rule, level, words, why, remedy }) => ({
    file: missionFile(folder),
    line: lineOf(field),
    field,
    level,
    expected: `wording that passes the rule ${rule}`,
    got: words === '' ? 'nothing' : show(words),
    remedy: `${why} ${remedy}`,
  }));
}

/** The strict take every finding for an error. */
export const strictly = (findings: readonly Finding[], isStrict: boolean): Finding[] =>
  findings.map((finding) => (isStrict ? { ...finding, level: 'error' } : finding));

/** Finds the line of a field such as `strategy.0` in the mission's file; the first where there is no front matter. */
export async function lineOfField(folder: string): Promise<(field: string) => number> {
  const text = (await readUtf8(join(folder, PLACES.mission))) ?? '';
  try {
    const lineOf = lineFinder(readDocument(text).yaml);
    return (field) => lineOf(pathOf(field)) + FIRST_YAML_LINE - 1;
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    return () => error.line;
  }
}

const pathOf = (field: string): (string | number)[] =>
  field.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
