import { ENTRIES_ON_A_PAGE, type Page, paginateByWeight } from '../derive/pages.ts';
import type { Site, SiteNews } from './site.ts';

/** Characters of HTML that a request takes in the list of an entry. */
const REQUEST = 700;

/** The changelog, cut into pages. */
export const changelogPages = ({ changelog }: Pick<Site, 'changelog'>): Page<SiteNews>[] =>
  paginateByWeight(
    changelog,
    ENTRIES_ON_A_PAGE,
    ({ entry, shipped }) => entry.html.length + shipped.length * REQUEST,
  );
