import { z } from 'astro/zod';
import { entryFields } from './entry.ts';
import { itemFields } from './item.ts';
import { missionFields } from './mission.ts';
import { settings } from './settings.ts';

const SCHEMAS = { item: itemFields, entry: entryFields, mission: missionFields, settings };
export const SCHEMA_NAMES = ['item', 'entry', 'mission', 'settings'] as const;
export type SchemaName = (typeof SCHEMA_NAMES)[number];

/** JSON Schema (2020-12) of what people may write into a file of the content folder. */
export function jsonSchema(name: SchemaName): Record<string, unknown> {
  return z.toJSONSchema(SCHEMAS[name], { io: 'input', unrepresentable: 'any' });
}
