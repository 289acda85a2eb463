import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildASTSchema, type GraphQLSchema, Kind, parse, visit } from 'graphql';

const schemas = new Map<string, GraphQLSchema>();

/**
 * GitHub's own GraphQL schema, from the github-schema package, without the fields (`Issue.duplicateOf`) and arguments
 * (`Issue.stateReason(enableDuplicate)`) that an older one lacks; each built once a process (about a second).
 */
export function gitHubSchema(lacks: readonly string[] = []): GraphQLSchema {
  const key = lacks.toSorted().join(' ');
  const known = schemas.get(key);
  if (known) return known;
  const folder = dirname(createRequire(import.meta.url).resolve('github-schema/package.json'));
  const whole = parse(readFileSync(join(folder, 'github-schema.graphql'), 'utf8'), { noLocation: true });
  const document = visit(whole, {
    [Kind.OBJECT_TYPE_DEFINITION]: (type) => ({
      ...type,
      fields: (type.fields ?? [])
        .filter(({ name }) => !lacks.includes(`${type.name.value}.${name.value}`))
        .map((field) => ({
          ...field,
          arguments: (field.arguments ?? []).filter(
            ({ name }) => !lacks.includes(`${type.name.value}.${field.name.value}(${name.value})`),
          ),
        })),
    }),
  });
  const schema = buildASTSchema(document, { assumeValidSDL: true });
  schemas.set(key, schema);
  return schema;
}
