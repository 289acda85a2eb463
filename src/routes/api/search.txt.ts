import type { APIRoute } from 'astro';
import { getSite } from '../../site/load.ts';
import { titlesFile } from '../../site/search-index.ts';

export const GET: APIRoute = () => new Response(titlesFile(getSite()));
