import { printable } from '../../src/model/problem.ts';
import type { Check, Facts, Finding, TokenKind } from './facts.ts';
import { orUnknown, repositorySays } from './repository.ts';
import { creating, meant, unmet, usesOf } from './labels.ts';

type Said = Omit<Finding, 'check'>;

const TOKEN_PAGE = 'https://github.com/settings/personal-access-tokens/new';

/** What a kind of token does not tell of itself. */
const UNSAID: Record<TokenKind, string> = {
  classic: 'GitHub names no scopes of it',
  'fine-grained':
    'what a fine-grained token may do GitHub does not say: notify wants Issues: write, sync Contents: write',
  app: 'what it may do stands in the workflow or with the app: notify wants issues: write, sync contents: write',
  other: 'what it may do GitHub does not say',
  odd: '',
};

/** What GitHub knows. */
export const THERE: readonly Check[] = [
  { name: 'token', find: token },
  { name: 'limit', find: limit },
  { name: 'repository', find: repositorySays },
  { name: 'pages', find: pages },
  { name: 'branch', find: branch },
  { name: 'labels', find: labels },
];

function token({ token: kind, limit: found, repository }: Facts): Said[] {
  if (kind === undefined)
    return [
      {
        level: 'warning',
        says: 'there is none, so that less can be looked at, and nothing synced',
        remedy: `GITHUB_TOKEN=$(gh auth token), or ${TOKEN_PAGE}`,
      },
    ];
  if (kind === 'odd')
    return [
      {
        level: 'problem',
        says: 'GITHUB_TOKEN has signs in it that no token has',
        remedy: 'copy it again',
      },
    ];
  if (found.is === 'unknown' && found.status === 401)
    return [{ level: 'problem', says: 'GitHub does not know it', remedy: TOKEN_PAGE }];
  if (found.is === 'unknown')
    return [{ level: 'note', says: `${kind}; what it may do could not be looked at` }];
  const scopes = found.is === 'known' ? found.value.scopes : undefined;
  if (scopes === undefined) return [{ level: 'note', says: `${kind}: ${UNSAID[kind]}` }];
  const isPrivate = repository.is === 'known' && repository.value.isPrivate;
  const mayWrite = scopes.some((scope) => scope === 'repo' || (scope === 'public_repo' && !isPrivate));
  const says = `${kind}, scopes: ${printable(scopes.join(', ')) || 'none'}`;
  if (mayWrite) return [{ level: 'ok', says }];
  const remedy = `for notify, add ${isPrivate ? 'repo' : 'public_repo'}: https://github.com/settings/tokens`;
  return [{ level: 'warning', says: `${says}: it can read, not comment`, remedy }];
}

function limit({ limit: found }: Facts): Said[] {
  return orUnknown(found, 'the limit', (value) => {
    if (value === undefined) return [{ level: 'ok', says: 'this GitHub has none' }];
    const { remaining, resetAt } = value.core;
    const says = `${remaining} requests left until ${resetAt.toISOString()}`;
    return [remaining < 10 ? { level: 'warning', says, remedy: 'wait until then' } : { level: 'ok', says }];
  });
}

function pages({ home, repository, pages: found, server }: Facts): Said[] {
  if (home === undefined || repository.is !== 'known') return [];
  const remedy = `${server}/${home}/settings/pages: Source, GitHub Actions`;
  if (found.is === 'known') {
    if (found.value.buildType === 'workflow') return [{ level: 'ok', says: 'on, from GitHub Actions' }];
    return [{ level: 'problem', says: 'on, but made from a branch and not by GitHub Actions', remedy }];
  }
  if (!repository.value.hasPages) return [{ level: 'problem', says: 'off', remedy }];
  const why = found.is === 'unknown' ? found.why : 'the token may not ask';
  return [{ level: 'unknown', says: `on; whether GitHub Actions makes them could not be looked at: ${why}` }];
}

function branch({ home, repository, isProtected, settings }: Facts): Said[] {
  if (home === undefined || repository.is !== 'known') return [];
  if (settings.branch !== undefined)
    return [{ level: 'ok', says: `what is synced goes to ${settings.branch}` }];
  const name = repository.value.defaultBranch;
  return orUnknown(isProtected, name, (isOn) => {
    if (isOn !== true) return [{ level: 'ok', says: `${name} takes what is synced` }];
    const says = `${name} is protected, so that sync may not be able to push there`;
    return [{ level: 'warning', says, remedy: 'in milepost.yml: branch: roadmap-data' }];
  });
}

function labels({ settings, labels: found, sources, home }: Facts): Said[] {
  const repo = sources[0]?.repo ?? home;
  if (repo === undefined) return [];
  return orUnknown(found, 'labels', (names = []) => {
    const missing = unmet(usesOf(settings), names);
    const chosen = missing.filter(({ isDefault }) => !isDefault);
    const rest = missing.filter(({ isDefault }) => isDefault);
    const said = chosen.flatMap(({ what, labels: [label = ''], labels: all }): Said[] => {
      const near = meant(label, names);
      const hint = near === undefined ? '' : `, or did you mean “${printable(near)}”?`;
      const none = all.length === 1 ? `no label “${printable(label)}”` : `none of its ${all.length} labels`;
      return [{ level: 'warning', says: `${what}: there is ${none}`, remedy: creating(label, repo) + hint }];
    });
    if (rest.length > 0) {
      const list = rest.map(({ what, labels: [label = ''] }) => `${what} (${label})`).join(', ');
      const remedy = `where you want one: ${creating(rest[0]?.labels[0] ?? '', repo)}`;
      said.push({ level: 'note', says: `without a label, and so without an effect: ${list}`, remedy });
    }
    return said.length > 0 ? said : [{ level: 'ok', says: 'all that the settings name are there' }];
  });
}
