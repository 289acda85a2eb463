import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { z } from 'astro/zod';

/** Real issues, in their own folder beside the project; they are read there and not copied. */
export const TITANIUM = fileURLToPath(new URL('../../../shared/data/titanium.jsonl.gz', import.meta.url));

const issue = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string(),
  labels: z.array(z.string()).default([]),
  components: z.array(z.string()).default([]),
  duplicateOf: z.int().nullish(),
  featureRequest: z.boolean(),
});
export type Issue = z.output<typeof issue>;

/** Its lines, an issue each; undefined where the file is not at hand. */
export const titaniumLines = (): string[] | undefined =>
  existsSync(TITANIUM)
    ? gunzipSync(readFileSync(TITANIUM)).toString('utf8').trimEnd().split('\n')
    : undefined;

export const issueIn = (line: string): Issue => issue.parse(JSON.parse(line));
