import { settings as schema } from '../../src/model/settings.ts';
import type { Check, Facts, Finding } from './facts.ts';

type Said = Omit<Finding, 'check'>;

/** The oldest Node that runs Milepost; package.json says the same. */
const OLDEST_NODE = [22, 12, 0] as const;

/** What can be seen without GitHub. */
export const HERE: readonly Check[] = [
  { name: 'node', find: node },
  { name: 'content', find: content },
  { name: 'notify', find: notify },
  { name: 'versions', find: versions },
];

function node({ node: version }: Facts): Said[] {
  if (isAtLeast(version, OLDEST_NODE)) return [{ level: 'ok', says: version }];
  const says = `expected ${OLDEST_NODE.join('.')} or newer; got ${version}`;
  return [{ level: 'problem', says, remedy: 'https://nodejs.org/en/download' }];
}

function content({ content: found }: Facts): Said[] {
  if (found.is === 'absent')
    return [
      {
        level: 'problem',
        says: 'there is no content folder',
        remedy: 'npx milepost init, or --content DIR',
      },
    ];
  if (found.is === 'unknown') return [{ level: 'problem', says: found.why, remedy: 'npx milepost check' }];
  const { folder, items, errors, warnings } = found.value;
  const level = errors > 0 ? 'problem' : warnings > 0 ? 'warning' : 'ok';
  const says = `${folder}: ${count(items, 'item')}, ${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  return [{ level, says, ...(level !== 'ok' && { remedy: 'npx milepost check' }) }];
}

function notify({ settings, now }: Facts): Said[] {
  const { since } = settings.notify;
  if (since !== undefined)
    return [{ level: 'ok', says: `whoever asked is told of what ships since ${since}` }];
  const remedy = `in milepost.yml: notify: { since: ${now.toISOString().slice(0, 10)} }`;
  return [{ level: 'warning', says: 'notify.since is not set, so that nobody is told', remedy }];
}

function versions({ named, version }: Facts): Said[] {
  const told = [
    ...(named.package === undefined ? [] : [['package.json', plain(named.package)] as const]),
    ...(named.workflow === undefined ? [] : [['the workflow', plain(named.workflow)] as const]),
  ];
  if (new Set(told.map(([, one]) => one)).size < 2) return [{ level: 'ok', says: `milepost ${version}` }];
  const says = told.map(([where, one]) => `${one} in ${where}`).join(', ');
  return [{ level: 'warning', says, remedy: 'name the same version in both' }];
}

/** Where settings cannot be read the defaults stand in, so that everything else is still looked at. */
export const DEFAULTS = schema.parse({});

const plain = (version: string): string => version.replace(/^[v^~=]+/, '');

const count = (amount: number, word: string): string => `${amount} ${word}${amount === 1 ? '' : 's'}`;

function isAtLeast(version: string, oldest: readonly number[]): boolean {
  const parts = version.replace(/^v/, '').split('.').map(Number);
  const place = oldest.findIndex((part, at) => parts[at] !== part);
  return place === -1 || (parts[place] ?? 0) > (oldest[place] ?? 0);
}
