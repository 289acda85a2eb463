import type { APIRoute } from 'astro';
import element from '../../client/embed.js?raw';

export const GET: APIRoute = () =>
  new Response(element, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
