import type { APIRoute, GetStaticPaths } from 'astro';
import { apiItemWhole } from '../../site/api.ts';
import { cacheKey } from '../../site/cache-key.ts';
import { getSite } from '../../site/load.ts';

export const getStaticPaths = (() => {
  const site = getSite();
  return site.requests.map((request) => {
    const whole = apiItemWhole(request);
    return { params: { id: request.item.id }, props: { whole }, cacheKey: cacheKey(site, whole) };
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ whole: object }> = ({ props }) => Response.json(props.whole);
