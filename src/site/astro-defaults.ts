import type { HookParameters } from 'astro';
import type { Family } from './fonts.ts';

/**
 * What Astro is told for every Milepost site: addresses end in `/`, nothing comes from another origin,
 * pages that did not change are not made again.
 */
export function astroDefaults(
  fonts: Family[],
): Parameters<HookParameters<'astro:config:setup'>['updateConfig']>[0] {
  return {
    trailingSlash: 'always',
    build: { format: 'directory', inlineStylesheets: 'never' },
    compressHTML: true,
    prefetch: false,
    devToolbar: { enabled: false },
    markdown: { syntaxHighlight: false },
    security: { csp: { algorithm: 'SHA-256', directives: [...POLICY] } },
    fonts,
    experimental: { incrementalBuild: true },
  };
}

const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
] as const;
