import type { MessageKey } from '../i18n/messages.ts';
import { type Answer, keysOfAnswer } from './api-schemas.ts';
import type { DocumentedKey } from '../model/documentation.ts';
import type { Place } from './files/place.ts';

/** An address of the API as its page explains it. */
export interface Guide {
  /** What stands after the site's own address: `api/v1/items.json`. */
  path: string;
  meaning: MessageKey;
  schema: Answer;
  keys: readonly DocumentedKey[];
  curl: string;
  script: string;
}

/** Addresses of the API with examples that run as they stand; `id` is that of a request which there is. */
export function apiGuide(id: string, { file }: Pick<Place, 'file'>): Guide[] {
  return ADDRESSES.map(({ name, meaning, schema, use }) => {
    const segments = ['api', 'v1', ...(name === 'item' ? ['items', `${id}.json`] : [`${name}.json`])];
    const address = file(...segments);
    return {
      path: name === 'item' ? 'api/v1/items/<id>.json' : segments.join('/'),
      meaning,
      schema,
      keys: keysOfAnswer(schema),
      curl: `curl --silent '${address}'`,
      script: [
        `const answer = await fetch('${address}');`,
        `const ${name === 'changelog' ? 'entries' : name === 'item' ? 'request' : name === 'items' ? 'requests' : name} = await answer.json();`,
        use,
      ].join('\n'),
    };
  });
}

const ADDRESSES: readonly { name: string; meaning: MessageKey; schema: Answer; use: string }[] = [
  {
    name: 'items',
    meaning: 'api.items',
    schema: 'items',
    use: 'for (const { demand, title, status } of requests.slice(0, 10)) console.log(demand, title, `(${status})`);',
  },
  {
    name: 'item',
    meaning: 'api.item',
    schema: 'request',
    use: 'console.log(request.title, request.history.map(({ at, status }) => `${at} ${status}`));',
  },
  {
    name: 'changelog',
    meaning: 'api.changelog',
    schema: 'changelog',
    use: 'for (const { version, shipped } of entries) console.log(version, shipped.length);',
  },
  {
    name: 'changes',
    meaning: 'api.changes',
    schema: 'changes',
    use: 'for (const { at, title, to } of changes) console.log(at, title, to);',
  },
  {
    name: 'mission',
    meaning: 'api.mission',
    schema: 'mission-report',
    use: 'for (const { phrase, requests } of mission.voice) console.log(phrase, requests);',
  },
  {
    name: 'meta',
    meaning: 'api.meta',
    schema: 'meta',
    use: 'console.log(meta.syncedAt, meta.counts.requests);',
  },
  {
    name: 'footprint',
    meaning: 'api.footprint',
    schema: 'footprint',
    use: 'for (const { kind, bytes, grams } of footprint.pages) console.log(kind, bytes, grams);',
  },
];
