declare module 'virtual:milepost/content' {
  /** Folder of the prepared content. */
  export const contentFolder: string;
  /** Where the site will stand. */
  export const stand: import('./site/files/place.ts').Stand;
}

declare module 'virtual:milepost/mission' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
  /** The mission's story; undefined when there is no `mission.mdx`. */
  export const Content: AstroComponentFactory | undefined;
}

declare module 'virtual:milepost/fonts' {
  /** Families of every page. */
  export const fonts: readonly {
    variable: import('astro:assets').CssVariable;
    preload: boolean;
  }[];
}

/** The user's stylesheets. */
declare module 'virtual:milepost/css';

declare module 'virtual:milepost/components/Aside' {
  const Aside: typeof import('./components/Aside.astro').default;
  export default Aside;
}

declare module 'virtual:milepost/components/EvidenceList' {
  const EvidenceList: typeof import('./components/EvidenceList.astro').default;
  export default EvidenceList;
}

declare module 'virtual:milepost/components/Figures' {
  const Figures: typeof import('./components/Figures.astro').default;
  export default Figures;
}

declare module 'virtual:milepost/components/Filters' {
  const Filters: typeof import('./components/Filters.astro').default;
  export default Filters;
}

declare module 'virtual:milepost/components/Footer' {
  const Footer: typeof import('./components/Footer.astro').default;
  export default Footer;
}

declare module 'virtual:milepost/components/Header' {
  const Header: typeof import('./components/Header.astro').default;
  export default Header;
}

declare module 'virtual:milepost/components/Item' {
  const Item: typeof import('./components/Item.astro').default;
  export default Item;
}

declare module 'virtual:milepost/components/Lane' {
  const Lane: typeof import('./components/Lane.astro').default;
  export default Lane;
}

declare module 'virtual:milepost/components/Mission' {
  const Mission: typeof import('./components/Mission.astro').default;
  export default Mission;
}

declare module 'virtual:milepost/components/NewsEntry' {
  const NewsEntry: typeof import('./components/NewsEntry.astro').default;
  export default NewsEntry;
}

declare module 'virtual:milepost/components/Pager' {
  const Pager: typeof import('./components/Pager.astro').default;
  export default Pager;
}

declare module 'virtual:milepost/components/Pillars' {
  const Pillars: typeof import('./components/Pillars.astro').default;
  export default Pillars;
}

declare module 'virtual:milepost/components/ProofChain' {
  const ProofChain: typeof import('./components/ProofChain.astro').default;
  export default ProofChain;
}

declare module 'virtual:milepost/components/Road' {
  const Road: typeof import('./components/Road.astro').default;
  export default Road;
}

declare module 'virtual:milepost/components/Row' {
  const Row: typeof import('./components/Row.astro').default;
  export default Row;
}

declare module 'virtual:milepost/components/Search' {
  const Search: typeof import('./components/Search.astro').default;
  export default Search;
}

declare module 'virtual:milepost/components/Similar' {
  const Similar: typeof import('./components/Similar.astro').default;
  export default Similar;
}
