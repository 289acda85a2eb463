import type { APIRoute } from 'astro';
import { apiMeta } from '../../site/api.ts';
import { getSite } from '../../site/load.ts';

export const GET: APIRoute = () => Response.json(apiMeta(getSite()));
