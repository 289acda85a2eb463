declare module 'virtual:milepost/content' {
  /** Folder of the prepared content. */
  export const contentFolder: string;
}

declare module 'virtual:milepost/mission' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
  /** The mission's story; undefined when there is no `mission.mdx`. */
  export const Content: AstroComponentFactory | undefined;
}
