import { z } from 'astro/zod';
import { keysOf, type DocumentedKey } from '../model/documentation.ts';
import { jsonSchema, SCHEMA_NAMES } from '../model/schemas.ts';
import { apiMissionShape } from './api-mission-shape.ts';
import {
  apiChangeShape,
  apiEntryShape,
  apiFootprintShape,
  apiItemShape,
  apiMetaShape,
  apiWholeShape,
} from './api-shapes.ts';

const ANSWERS = {
  items: z.array(apiItemShape),
  request: apiWholeShape,
  changelog: z.array(apiEntryShape),
  changes: z.array(apiChangeShape),
  // The front matter of the mission's file is `mission`.
  'mission-report': apiMissionShape,
  meta: apiMetaShape,
  footprint: apiFootprintShape,
};
export type Answer = keyof typeof ANSWERS;

/** JSON Schema (2020-12) of what an address of `/api/v1/` answers with. */
export const answerSchema = (name: Answer): Record<string, unknown> => z.toJSONSchema(ANSWERS[name]);

/** Every schema that is published at `/api/v1/schema/<name>.json`: of answers, and of files that people write. */
export function publishedSchemas(): { name: string; schema: Record<string, unknown> }[] {
  return [
    ...Object.entries(ANSWERS).map(([name, shape]) => ({ name, schema: z.toJSONSchema(shape) })),
    ...SCHEMA_NAMES.map((name) => ({ name, schema: jsonSchema(name) })),
  ];
}

/** Keys of an answer with their meanings; of one request, those that it has beyond the list's. */
export function keysOfAnswer(name: Answer): DocumentedKey[] {
  const keys = keysOf(answerSchema(name)).map(({ key, ...rest }) => ({
    key: key.replace(/^\[\]\./, ''),
    ...rest,
  }));
  return name === 'request' ? keys.filter(({ key }) => !Object.hasOwn(apiItemShape.shape, key)) : keys;
}
