import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonSchema, SCHEMA_NAMES, type SchemaName } from '../../model/schemas.ts';

export const getStaticPaths = (() =>
  SCHEMA_NAMES.map((name) => ({ params: { name }, props: { name } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ name: SchemaName }> = ({ props }) => Response.json(jsonSchema(props.name));
