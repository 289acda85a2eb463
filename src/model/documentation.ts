import { jsonSchema, type SchemaName } from './schemas.ts';

/** One key of a file, as the documentation lists it: `statuses[].id` is the `id` of each entry of `statuses`. */
export interface DocumentedKey {
  key: string;
  description: string | undefined;
}

/** Every key of a schema with its description, in the schema's order, each followed by the keys within it. */
export function documentedKeys(name: SchemaName): DocumentedKey[] {
  return keysOf(jsonSchema(name));
}

/** The same of any JSON Schema. */
export const keysOf = (schema: Record<string, unknown>): DocumentedKey[] => keysWithin(schema, '');

function keysWithin(schema: unknown, path: string): DocumentedKey[] {
  if (!isRecord(schema)) return [];
  const { properties, items, anyOf } = schema;
  const own = Object.entries(isRecord(properties) ? properties : {}).flatMap(([name, value]) => {
    const key = path === '' ? name : `${path}.${name}`;
    const described = isRecord(value) ? value['description'] : undefined;
    const description = typeof described === 'string' ? described : undefined;
    return [{ key, description }, ...keysWithin(value, key)];
  });
  const choices = Array.isArray(anyOf) ? anyOf.flatMap((choice) => keysWithin(choice, path)) : [];
  return [...own, ...choices, ...keysWithin(items, `${path}[]`)];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** The table of a schema's keys for the documentation, without a final newline. */
export function documentationTable(name: SchemaName): string {
  const rows = documentedKeys(name).map(
    ({ key, description = '' }) => `| \`${key}\` | ${inCell(description)} |`,
  );
  return ['| Key | Meaning |', '| --- | --- |', ...rows].join('\n');
}

const inCell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

const TABLE = /(<!-- keys:(item|entry|mission|settings) -->\n)[\s\S]*?(<!-- \/keys -->)/g;

/** Prettier would pad every row to the longest. */
const AS_IT_IS = '<!-- prettier-ignore -->';

/** Puts the tables of keys into a Markdown text, between `<!-- keys:item -->` and `<!-- /keys -->`; the rest stays. */
export function withDocumentation(markdown: string): string {
  return markdown.replace(TABLE, (_, open: string, name: SchemaName, close: string) => {
    return `${open}${AS_IT_IS}\n${documentationTable(name)}\n\n${close}`;
  });
}
