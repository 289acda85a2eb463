import type { Status } from '../model/status.ts';
import { compareIds } from '../model/ledger.ts';
import { type Request, compare, isCanonical } from './requests.ts';

/** One move of the roadmap: a request got another status. */
export interface Change<One extends Request = Request> {
  at: string;
  request: One;
  /** What stands in the item's history; a status that the table no longer has goes by its id. */
  from: Pick<Status, 'id' | 'name' | 'kind'>;
  to: Pick<Status, 'id' | 'name' | 'kind'>;
}

/** Every move that the histories of canonical requests tell, the latest first: a total order. */
export function deriveChanges<One extends Request>(
  requests: readonly One[],
  statuses: readonly Status[],
): Change<One>[] {
  const table = new Map(statuses.map((status) => [status.id, status]));
  const named = (id: string): Change['to'] => table.get(id) ?? { id, name: id, kind: 'open' };
  return requests
    .filter(isCanonical)
    .flatMap((request) =>
      request.item.history.flatMap(({ at, status }, place, history) => {
        const before = history[place - 1];
        return before ? [{ at, request, from: named(before.status), to: named(status) }] : [];
      }),
    )
    .sort(latestFirst);
}

const latestFirst = (a: Change, b: Change): number =>
  compare(b.at, a.at) || compareIds(a.request.item.id, b.request.item.id) || compare(a.to.id, b.to.id);
