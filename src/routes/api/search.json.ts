import type { APIRoute } from 'astro';
import { getSite } from '../../site/load.ts';
import { searchIndex } from '../../site/search-index.ts';

export const GET: APIRoute = () => Response.json(searchIndex(getSite()));
