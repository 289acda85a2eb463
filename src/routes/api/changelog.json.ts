import type { APIRoute } from 'astro';
import { apiEntry } from '../../site/api.ts';
import { getSite } from '../../site/load.ts';
import { url } from '../../site/url.ts';

export const GET: APIRoute = () => {
  const site = getSite();
  return Response.json(site.changelog.map((news) => apiEntry(news, site, { page: url })));
};
