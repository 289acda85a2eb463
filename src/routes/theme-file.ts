import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths } from 'astro';
import { getSite } from '../site/load.ts';
import { themeFilesOf } from '../site/theme-file.ts';

/** One route for each ending, since only an address that ends in one stands without a slash. */
export const getStaticPaths = (({ routePattern }) =>
  themeFilesOf(getSite().themeFiles)
    .filter(({ kind }) => routePattern.endsWith(`.${kind}`))
    .map(({ name, at, type }) => ({ params: { name }, props: { at, type } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ at: string; type: string }> = ({ props: { at, type } }) =>
  new Response(readFileSync(at), { headers: { 'content-type': type } });
