import type { APIRoute } from 'astro';
import { getSite } from '../../site/load.ts';
import { wordsFile } from '../../site/search-index.ts';

export const GET: APIRoute = () => new Response(wordsFile(getSite()));
