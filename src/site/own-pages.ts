import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Addresses that the project's own pages make, as `routes.ts` writes them, parameters without their names. Astro lets
 * an injected page win over a page of the project at the same address; here it is the other way round.
 */
export function ownAddresses(pages: URL): Set<string> {
  if (!existsSync(pages)) return new Set();
  const files = readdirSync(pages, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.replaceAll('\\', '/'),
  );
  return new Set(files.filter(isPage).map((file) => withoutNames(addressOf(file))));
}

/** Addresses of the files that lie in the project's public folder. */
export function publicAddresses(folder: URL): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const root = fileURLToPath(folder);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `/${relative(root, join(parentPath, name)).replaceAll('\\', '/')}`);
}

/** `/tag/[tag]/[...page]` as `/tag/[]/[...]`: two that differ in names only make the same pages. */
export const withoutNames = (pattern: string): string => pattern.replace(/\[(\.{3})?[^\]]*\]/g, '[$1]');

/** Astro leaves out what begins with an underscore. */
const isPage = (file: string): boolean => ENDING.test(file) && !/(?:^|\/)_/.test(file);

const addressOf = (file: string): string => `/${file.replace(ENDING, '').replace(/(?:^|\/)index$/, '')}`;

const ENDING = /\.(?:astro|mdx?|html|[jt]s)$/;
