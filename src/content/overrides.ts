import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { SettingsError } from '../content/read.ts';
import { type Overrides, REPLACEABLE } from '../model/overrides.ts';
import { type Problem, show } from '../model/problem.ts';
import { OPTIONS_FILE } from './options.ts';

/** Where a user wrote the paths of overrides: how a problem with one is placed. */
interface Written extends Overrides {
  placeOf: (path: readonly PropertyKey[]) => Pick<Problem, 'file' | 'line'>;
}

/** What `milepost({ … })` was given, as it was written. */
export const inOptions = ({ components, css }: Overrides): Written => ({
  components,
  css,
  placeOf: () => ({ file: OPTIONS_FILE }),
});

/**
 * Finds the files that override Milepost's, from the project's root. Of two that override the same, the later wins: a
 * component takes its place, a stylesheet comes after.
 * @throws SettingsError when one is not there.
 */
export function locate(written: readonly Written[], root: string): Overrides {
  const problems: Problem[] = [];
  const found = written.map(({ components, css, placeOf }) => {
    const find = (key: readonly PropertyKey[], path: string): string => {
      if (!/^\.{0,2}\//.test(path)) return path;
      const file = resolve(root, path);
      if (!existsSync(file)) problems.push({ ...placeOf(key), ...absent(key.join('.'), path, file) });
      return file;
    };
    return {
      components: Object.fromEntries(
        REPLACEABLE.flatMap((name) => {
          const path = components[name];
          return path === undefined ? [] : [[name, find(['components', name], path)]];
        }),
      ),
      css: css.map((path, place) => find(['css', place], path)),
    };
  });
  if (problems.length > 0) throw new SettingsError(problems);
  return {
    components: Object.assign({}, ...found.map(({ components }) => components)),
    css: found.flatMap(({ css }) => css),
  };
}

const absent = (field: string, path: string, found: string): Omit<Problem, 'file' | 'line'> => ({
  field,
  level: 'error',
  expected: 'a file, from the project’s root',
  got: show(path),
  remedy: `There is no ${found}.`,
});
