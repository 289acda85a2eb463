import type { RepositoryData } from './data.ts';

export const nameOf = ({ owner, name }: RepositoryData): string => `${owner}/${name}`;

/** A node's global id, which can be read back. */
export const idOf = (kind: string, place: string, number: number): string =>
  Buffer.from(`${kind} ${place} ${number}`).toString('base64url');

/** A user's number, the same for the same login. */
export const userId = (login: string): number =>
  [...login].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_000_007, 7);

/** An account as GraphQL shows it; null when it is gone. `an.organization` and `a.mannequin` are what their names say. */
export function actor(login: string | null): object | null {
  if (login === null) return null;
  const kind = login.endsWith('[bot]')
    ? 'Bot'
    : login.endsWith('.organization')
      ? 'Organization'
      : login.endsWith('.mannequin')
        ? 'Mannequin'
        : 'User';
  return { __typename: kind, id: idOf('U', login, 0), login, databaseId: userId(login) };
}
