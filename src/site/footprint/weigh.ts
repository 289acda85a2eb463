import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Reads a file of the site by its path within the output folder; undefined when there is none. */
export type ReadOutput = (path: string) => Buffer | undefined;

export interface Weight {
  /** The page itself and everything that it loads. */
  files: number;
  /** Over the wire: text as gzip, fonts and pictures as they are. */
  bytes: number;
}

/** Weighs a page with all that a first visit loads of this site. What a script fetches later, when it is used, is left out. */
export function weigh(html: string, base: string, read: ReadOutput): Weight {
  const loaded = new Map<string, number>();
  const load = (path: string): void => {
    if (loaded.has(path)) return;
    const bytes = read(path);
    if (!bytes) return;
    loaded.set(path, onWire(path, bytes));
    if (path.endsWith('.js')) importsOf(bytes.toString(), path).forEach(load);
  };
  for (const address of addressesIn(html)) {
    if (address.startsWith(base)) load(decodeURI(address.slice(base.length)));
  }
  const page = onWire('index.html', Buffer.from(html));
  return { files: 1 + loaded.size, bytes: [...loaded.values()].reduce((sum, bytes) => sum + bytes, page) };
}

const onWire = (path: string, bytes: Buffer): number =>
  COMPRESSED.test(path) ? bytes.length : gzipSync(bytes).length;

const COMPRESSED = /\.(?:woff2?|png|jpe?g|gif|webp|avif)$/;

/** Addresses that a browser loads by itself. Text of people cannot be taken for a tag: it is escaped. */
function addressesIn(html: string): string[] {
  return (html.match(/<(?:link|script|img)\b[^>]*>/g) ?? [])
    .filter((tag) => !tag.startsWith('<link') || LOADS.test(tag))
    .flatMap((tag) => /\s(?:href|src)="([^"?#]+)/.exec(tag)?.[1] ?? []);
}

const LOADS = /\srel="(?:stylesheet|preload|modulepreload|icon)"/;

/** Modules that a module begins with, as paths within the output folder; `import()` is for later. */
function importsOf(code: string, from: string): string[] {
  return [...code.matchAll(/\b(?:import|from)\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g)].map(([, path = '']) =>
    posix.join(posix.dirname(from), path),
  );
}
