import type { APIRoute } from 'astro';
import { getSite } from '../site/load.ts';
import { themeCss } from '../site/theme.ts';

export const GET: APIRoute = () =>
  new Response(themeCss(getSite()), { headers: { 'content-type': 'text/css; charset=utf-8' } });
