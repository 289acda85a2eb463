/** How the estimate is made, as the mission’s page names it: https://sustainablewebdesign.org/estimating-digital-emissions/ */
export const METHOD = 'Sustainable Web Design Model, version 4';

export type PageKind =
  'board' | 'request' | 'list' | 'roadmap' | 'changelog' | 'mission' | 'insights' | 'suggest';

/** What one visit to the heaviest page of a kind transfers. */
export interface PageWeight {
  kind: PageKind;
  /** The page, as a path within the output folder. */
  path: string;
  /** The page itself and everything that it loads. */
  files: number;
  /** Over the wire, compressed. */
  bytes: number;
  /** Of CO₂ equivalent, estimated. */
  grams: number;
}

/** Where the pages of each kind lie in the output folder; what is of no kind is not weighed. */
export const KINDS: readonly (readonly [PageKind, RegExp])[] = [
  ['board', /^(?:page\/\d+\/)?index\.html$/],
  ['request', /^feedback\/[^/]+\/index\.html$/],
  ['list', /^(?:status|tags?|mission\/decisions)\//],
  ['roadmap', /^(?:roadmap|changes)\//],
  ['changelog', /^changelog\//],
  ['mission', /^mission\/index\.html$/],
  ['insights', /^insights\//],
  ['suggest', /^suggest\//],
];
