import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { buildSchema, type GraphQLSchema } from 'graphql';

let schema: GraphQLSchema | undefined;

/** GitHub's own GraphQL schema, from the github-schema package; built once a process (about a second). */
export function gitHubSchema(): GraphQLSchema {
  const folder = dirname(createRequire(import.meta.url).resolve('github-schema/package.json'));
  schema ??= buildSchema(readFileSync(join(folder, 'github-schema.graphql'), 'utf8'), {
    assumeValidSDL: true,
  });
  return schema;
}
