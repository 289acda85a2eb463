import type { APIRoute, GetStaticPaths } from 'astro';
import { apiItemWhole } from '../../site/api.ts';
import { getSite } from '../../site/load.ts';
import type { SiteRequest } from '../../site/site.ts';
import { url } from '../../site/url.ts';

/** For `dev` alone: a build writes these files itself (`site/files/write.ts`), many times cheaper. */
export const getStaticPaths = (() =>
  getSite().requests.map((request) => ({
    params: { id: request.item.id },
    props: { request },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ request: SiteRequest }> = ({ props }) =>
  Response.json(apiItemWhole(getSite(), props.request, { page: url }));
