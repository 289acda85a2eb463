import type { IncomingMessage, ServerResponse } from 'node:http';
import { drawCard } from '../images/card.ts';
import { letteringIn } from '../images/lettering.ts';
import { picturesOf } from '../images/pictures.ts';
import type { Rasteriser } from '../images/write.ts';
import type { Site } from '../site.ts';
import type { Stand } from './place.ts';
import { filesOf } from './write.ts';

/** Answers, while people edit, for what a build makes without a route. */
export interface FileServer {
  /** Takes what there is from now on. */
  show: (site: Site) => void;
  answer: (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;
}

interface Answer {
  status: number;
  type: string;
  body: string | Uint8Array;
}

interface Given {
  stand: Stand;
  /** Addresses that the project's own pages and files make: they win. */
  taken: ReadonlySet<string>;
  rasteriser: Rasteriser | undefined;
}

const TYPES: Readonly<Partial<Record<string, string>>> = {
  ics: 'text/calendar; charset=utf-8',
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
};

/** What only a build can know. */
const WEIGHED = 'api/v1/footprint.json';
const NOT_WEIGHED = 'Only a build weighs pages: run `milepost build`.';

/** Texts are made at the first question after a change, and pictures one by one: most are never asked for. */
export function serveFiles({ stand, taken, rasteriser }: Given): FileServer {
  let site: Site | undefined;
  let texts: ReadonlyMap<string, string> | undefined;

  const textAt = (path: string): string | undefined => {
    if (!site) return undefined;
    texts ??= new Map([...filesOf(site, stand)].map((file) => [file.path, file.text]));
    return texts.get(path);
  };
  const pictureAt = async (path: string): Promise<Uint8Array | undefined> => {
    if (!site || !rasteriser) return undefined;
    const card = picturesOf(site).find((picture) => picture.path === path)?.card;
    return card && rasteriser.rasterise(drawCard(card, letteringIn(site.themeFiles.fonts)));
  };

  const answerFor = async (path: string): Promise<Answer | undefined> => {
    const type = TYPES[path.split('.').at(-1) ?? ''];
    if (taken.has(`/${path}`) || type === undefined) return undefined;
    if (path === WEIGHED) return { status: 404, type: 'text/plain; charset=utf-8', body: NOT_WEIGHED };
    const body = path.endsWith('.png') ? await pictureAt(path) : textAt(path);
    return body === undefined ? undefined : { status: 200, type, body };
  };

  return {
    show(next) {
      [site, texts] = [next, undefined];
    },
    answer(request, response, next) {
      answerFor(pathOf(request.url ?? '')).then((found) => {
        if (!found) return next();
        response.writeHead(found.status, { 'content-type': found.type });
        response.end(found.body);
      }, next);
    },
  };
}

/** The path of a file in the output, `""` where the address has none that can be read. */
function pathOf(url: string): string {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, '').replace(/^\//, ''));
  } catch {
    return '';
  }
}
