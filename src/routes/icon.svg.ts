import type { APIRoute } from 'astro';
import { getSite } from '../site/load.ts';
import { iconSvg } from '../site/icon.ts';

export const GET: APIRoute = () =>
  new Response(iconSvg(getSite()), { headers: { 'content-type': 'image/svg+xml' } });
