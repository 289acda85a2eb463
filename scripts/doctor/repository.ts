import { isSameRepo } from '../github/repositories.ts';
import type { Facts, Finding, Known } from './facts.ts';

type Said = Omit<Finding, 'check'>;

/** Says that something could not be looked at, unless it was. */
export const orUnknown = <Value>(
  known: Known<Value>,
  what: string,
  say: (value: Value | undefined) => Said[],
): Said[] =>
  known.is === 'unknown'
    ? [{ level: 'unknown', says: `${what} could not be looked at: ${known.why}` }]
    : say(known.is === 'known' ? known.value : undefined);

/** What is to be said of the roadmap's own repository, and of those that its issues come from. */
export function repositorySays({ home, repository, sources, server }: Facts): Said[] {
  if (home === undefined)
    return [
      {
        level: 'problem',
        says: 'which one is not known',
        remedy: 'in milepost.yml: repositories: [owner/name]',
      },
    ];
  const others = sources.filter(({ repo }) => !isSameRepo(repo, home));
  const isSource = others.length < sources.length;
  return [
    ...orUnknown(repository, home, (found) => {
      if (!found) return [unseen(home)];
      const settings = `${server}/${home}/settings`;
      const wrong: Said[] = [
        ...(found.isArchived
          ? [
              {
                level: 'problem',
                says: `${home} is archived: nothing can be written there`,
                remedy: settings,
              } as const,
            ]
          : []),
        ...(found.isPrivate
          ? [
              {
                level: 'warning',
                says: `${home} is private, and its roadmap is public: everybody can read what its issues say`,
                remedy: 'in milepost.yml, take: { allow: public } publishes only issues with that label',
              } as const,
            ]
          : []),
        ...(found.isFork
          ? [
              {
                level: 'warning',
                says: `${home} is a fork: schedules do not run there until somebody switches them on`,
                remedy: `${server}/${home}/actions`,
              } as const,
            ]
          : []),
        ...(isSource && !found.hasIssues
          ? [
              {
                level: 'problem',
                says: `${home} has its issues switched off`,
                remedy: `${settings}#features`,
              } as const,
            ]
          : []),
        ...(found.mayWrite === false
          ? [
              {
                level: 'warning',
                says: `whoever has the token may not write to ${home}`,
                remedy: 'use a token of somebody who may, or leave sync and notify to Actions',
              } as const,
            ]
          : []),
      ];
      return wrong.length > 0 ? wrong : [{ level: 'ok', says: home }];
    }),
    ...others.flatMap(({ repo, found }) =>
      orUnknown(found, repo, (value) => {
        if (!value) return [unseen(repo)];
        if (!value.hasIssues)
          return [
            {
              level: 'problem',
              says: `${repo} has its issues switched off`,
              remedy: `${server}/${repo}/settings#features`,
            },
          ];
        return [{ level: 'ok', says: `${repo} can be read` }];
      }),
    ),
  ];
}

const unseen = (repo: string): Said => ({
  level: 'problem',
  says: `${repo} is not there, or not for this token`,
  remedy: 'correct `repositories` in milepost.yml, or use a token that may read it',
});
