import type { APIRoute } from 'astro';
import { stand } from 'virtual:milepost/content';
import { apiChanges } from '../../site/api-changes.ts';
import { placeOf } from '../../site/files/place.ts';
import { getSite } from '../../site/load.ts';

export const GET: APIRoute = () => Response.json(apiChanges(getSite(), placeOf(stand)));
