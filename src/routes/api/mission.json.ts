import type { APIRoute } from 'astro';
import { apiMission } from '../../site/api.ts';
import { getSite } from '../../site/load.ts';

export const GET: APIRoute = () => Response.json(apiMission(getSite()));
