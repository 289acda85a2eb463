import type { APIRoute, GetStaticPaths } from 'astro';
import { stand } from 'virtual:milepost/content';
import { atom } from '../site/feed/atom.ts';
import type { Feed } from '../site/feed/feed.ts';
import { feedsOf } from '../site/feed/feeds.ts';
import { getSite } from '../site/load.ts';

/** While people edit; a build writes feeds itself. */
export const getStaticPaths = (() =>
  [...feedsOf(getSite(), stand)].map(({ path, feed }) => ({
    params: { path: path || undefined },
    props: { feed },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Feed }> = ({ props }) =>
  new Response(atom(props.feed), { headers: { 'content-type': 'application/atom+xml' } });
