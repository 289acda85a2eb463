import type { APIRoute, GetStaticPaths } from 'astro';
import { publishedSchemas } from '../../site/api-schemas.ts';

export const getStaticPaths = (() =>
  publishedSchemas().map(({ name, schema }) => ({
    params: { name },
    props: { schema },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ schema: Record<string, unknown> }> = ({ props }) => Response.json(props.schema);
