import type { APIRoute } from 'astro';
import { apiItem } from '../../site/api.ts';
import { getSite } from '../../site/load.ts';

export const GET: APIRoute = () => Response.json(getSite().requests.map(apiItem));
