import type { APIRoute } from 'astro';
import { apiItem } from '../../site/api.ts';
import { getSite } from '../../site/load.ts';
import { url } from '../../site/url.ts';

export const GET: APIRoute = () =>
  Response.json(getSite().requests.map((request) => apiItem(request, { page: url })));
