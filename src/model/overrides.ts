import { z } from 'astro/zod';

/** A file from the project's root, `./src/Footer.astro`, or one of a package, `roadmap-theme/Footer.astro`. */
const file = z.string().regex(/\S/, { error: 'a file, such as "./src/Footer.astro"' });

/** What a site may replace. Each gets the props of the original, which it may import and wrap. */
export const components = z.strictObject({
  Aside: file.optional().describe('Beside a request: votes, people, dates, tags.'),
  EvidenceList: file.optional().describe('What was heard elsewhere.'),
  Figures: file.optional().describe('The board’s numbers.'),
  Filters: file.optional().describe('The links to statuses and tags above a list.'),
  Footer: file.optional().describe('The end of every page.'),
  Header: file.optional().describe('The top of every page: name and navigation.'),
  Item: file.optional().describe('The page of a request, without its layout’s frame.'),
  Lane: file.optional().describe('One column of the roadmap.'),
  Mission: file.optional().describe('The mission’s page.'),
  NewsEntry: file.optional().describe('One entry of the changelog.'),
  Pager: file.optional().describe('The way to the next and the previous page of a list.'),
  Pillars: file.optional().describe('The mission’s goals, with the requests that serve them.'),
  ProofChain: file.optional().describe('The links that show how a request shipped.'),
  Road: file.optional().describe('Where a request stands on its way.'),
  Row: file.optional().describe('One request in a list.'),
  Search: file.optional().describe('The field that finds requests.'),
  Similar: file.optional().describe('Requests like this one.'),
});

export const REPLACEABLE = components.keyof().options;
export type Replaceable = (typeof REPLACEABLE)[number];

/** Stylesheets that come after Milepost's and win. */
export const stylesheets = z.array(file);

/** The user's files that are part of the site, by path or by package. */
export interface Overrides {
  components: Readonly<Partial<Record<Replaceable, string | undefined>>>;
  css: readonly string[];
}
