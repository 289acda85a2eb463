import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Overrides, REPLACEABLE } from '../model/overrides.ts';
import { type Problem, show } from '../model/problem.ts';
import { SettingsError } from './read.ts';

/** Where a user wrote the paths of overrides: how a problem with one is placed. */
export interface Written extends Overrides {
  placeOf: (path: readonly PropertyKey[]) => Pick<Problem, 'file' | 'line'>;
}

/** The same as `lookFor` gives. @throws SettingsError when a file is not there, or no file. */
export function locate(written: readonly Written[], root: string): Overrides {
  const { value, problems } = lookFor(written, root);
  if (problems.length > 0) throw new SettingsError(problems);
  return value;
}

/**
 * Finds the files that override Milepost's, from the project's root. Of two that override the same, the later wins: a
 * component takes its place, a stylesheet comes after.
 */
export function lookFor(
  written: readonly Written[],
  root: string,
): { value: Overrides; problems: Problem[] } {
  const problems: Problem[] = [];
  const found = written.map(({ components, css, placeOf }) => {
    const find = (key: readonly PropertyKey[], path: string): string => {
      const file = resolve(root, path);
      const isOfPackage = !/^\.{0,2}\//.test(path);
      const remedy = isOfPackage ? unlikePackage(path, file) : unlikeFile(file);
      if (remedy)
        problems.push({ ...placeOf(key), field: key.join('.'), ...WANTED, got: show(path), remedy });
      return isOfPackage ? path : file;
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
  const value: Overrides = {
    components: Object.assign({}, ...found.map(({ components }) => components)),
    css: found.flatMap(({ css }) => css),
  };
  return { value, problems };
}

const WANTED = { level: 'error', expected: 'a file, from the project’s root' } as const;

/** What to do where a path leads to no file; undefined where it leads to one. */
function unlikeFile(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return `There is no ${file}.`;
  return found.isFile() ? undefined : `${file} is no file.`;
}

/** The same for a path that reads as a package's: those are left to Vite, but for one that lies in the project itself. */
const unlikePackage = (path: string, file: string): string | undefined =>
  unlikeFile(file) === undefined ? `Did you mean "./${path}"?` : undefined;
