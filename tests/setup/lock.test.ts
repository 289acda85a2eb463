import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'astro/zod';

const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

const LOCKS = [
  'package-lock.json',
  'scripts/toolchain/package-lock.json',
  'scripts/browser/package-lock.json',
];
const read = (path: string): z.output<typeof lock> =>
  lock.parse(JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')));

it.each(LOCKS)('%s has the native parts of every platform, so that it installs on each', (path) => {
  const { packages } = read(path);
  const present = new Set(Object.keys(packages).map((key) => key.replace(/^.*node_modules\//, '')));
  const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  );
  expect(wanted.filter((name) => !present.has(name))).toEqual([]);
});

it.each(LOCKS)('%s names no registry', (path) => {
  expect(Object.values(read(path).packages).flatMap(({ resolved }) => resolved ?? [])).toEqual([]);
});
