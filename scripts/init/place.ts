/** Where a site of GitHub Pages is read: Astro's `site` and `base`. */
export interface Address {
  site: string;
  /** Begins and ends in `/`. */
  base: string;
}

/** The address that GitHub Pages gives a repository; a domain of its own has no path, nor has `owner.github.io`. */
export function addressOf(repo: string, domain?: string): Address {
  if (domain !== undefined) return { site: `https://${domain}`, base: '/' };
  const [owner = '', name = ''] = repo.split('/');
  const host = `${owner.toLowerCase()}.github.io`;
  return { site: `https://${host}`, base: name.toLowerCase() === host ? '/' : `/${name}/` };
}

/** `roadmap.example.org`: a host's name, lower case, with a dot. */
export const DOMAIN = /^(?=.{4,253}$)[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/;

/** What may lie beside the site's files: hidden files, and what every repository has. */
const BESIDE = /^(?:\.|(?:readme|licen[cs]e|contributing|code_of_conduct|security|authors|notice)\b)/i;

/**
 * Folder of the site in a repository, `""` or `roadmap`, by the names that lie at its top: a repository that has nothing
 * yet becomes the site; one that has a product gets the site in a folder. `isSite` says whether it is one already.
 */
export const folderFor = (names: readonly string[], isSite: boolean): '' | 'roadmap' =>
  isSite || names.every((name) => BESIDE.test(name)) ? '' : 'roadmap';
