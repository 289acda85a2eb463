import { describe, expect, test } from 'vitest';
import { findRepositories, idOf, repositoryAt } from '../../scripts/github/repositories.ts';
import { settings, type UserSettings } from '../../src/model/settings.ts';

const nowhere = async (): Promise<undefined> => undefined;

async function ids(chosen: UserSettings, wanted?: string, env: Record<string, string> = {}, origin?: string) {
  const { wanted: found } = await findRepositories(
    settings.parse(chosen),
    wanted,
    env,
    origin === undefined ? nowhere : async () => origin,
  );
  return found.map((repository) => `${repository.repo} ${idOf(repository, 7)}`);
}

describe('repositories come from', () => {
  const env = { GITHUB_REPOSITORY: 'env/app' };
  const origin = 'git@github.com:remote/app.git\n';

  test('the settings first, then --repo, then GITHUB_REPOSITORY, then the remote', async () => {
    expect(await ids({ repositories: ['set/app'] }, undefined, env, origin)).toEqual(['set/app 7']);
    expect(await ids({}, 'flag/app', env, origin)).toEqual(['flag/app 7']);
    expect(await ids({}, undefined, env, origin)).toEqual(['env/app 7']);
    expect(await ids({}, undefined, {}, origin)).toEqual(['remote/app 7']);
  });

  test('one of the settings, with its own prefix, where --repo picks it', async () => {
    expect(await ids({ repositories: ['o/app', 'o/docs'] }, 'O/Docs')).toEqual(['o/docs docs-7']);
  });
});

test('ids of different repositories never meet', async () => {
  const repositories = [
    'o/app',
    'o/Docs',
    'p/docs',
    { repo: 'q/x', prefix: 'x' },
    { repo: 'r/x', prefix: 'x' },
    'o/___',
  ];
  expect(await ids({ repositories })).toEqual([
    'o/app 7',
    'o/Docs docs-7',
    'p/docs p-docs-7',
    'q/x x-7',
    'r/x r-x-7',
    'o/___ repository-7',
  ]);
});

describe('a message says what to do', () => {
  test.each<[string, UserSettings, string | undefined, Record<string, string>]>([
    ['--repo: expected a repository as owner/name; got "app". Correct it.', {}, 'app', {}],
    [
      'GITHUB_REPOSITORY: expected a repository as owner/name; got "a b". Correct it.',
      {},
      undefined,
      { GITHUB_REPOSITORY: 'a b' },
    ],
    [
      '--repo: expected one of octo/app; got "octo/ap". Did you mean "octo/app"?',
      { repositories: ['octo/app'] },
      'octo/ap',
      {},
    ],
    [
      '--repo: expected one of octo/app; got "else/where". Add it to `repositories` in milepost.yml, or leave --repo out.',
      { repositories: ['octo/app'] },
      'else/where',
      {},
    ],
  ])('%s', async (message, chosen, wanted, env) => {
    await expect(ids(chosen, wanted, env)).rejects.toMatchObject({ message, status: 2 });
  });
});

test.each([
  ['https://github.com/octo/app.git', 'octo/app'],
  ['https://github.com/octo/app', 'octo/app'],
  ['https://token@github.com/octo/app.js/', 'octo/app.js'],
  ['git@github.com:octo/app.git', 'octo/app'],
  ['ssh://git@github.com:22/octo/app.git', 'octo/app'],
  ['git@github.example.org:octo/app.git', 'octo/app'],
  ['https://gitlab.com/octo/app.git', undefined],
  ['/srv/git/app.git', undefined],
  ['https://evil.example/github.com/octo/app', undefined],
])('the remote %s is %s', (remote, repo) => {
  expect(repositoryAt(remote)).toBe(repo);
});
