/** Which issue each item id stands for, both ways. Issues that became no item are known too. */
export interface KnownIssues {
  /** Node ids by item id. */
  all: ReadonlyMap<string, string>;
  /** The item id under which an issue is known. */
  idOf: (node: string) => string | undefined;
  /** Knows an issue under this id, and no longer under another. */
  set: (id: string, node: string) => void;
  delete: (id: string) => void;
}

export function knownIssues(all: Map<string, string>): KnownIssues {
  const ids = new Map([...all].map(([id, node]) => [node, id]));
  const forget = (id: string): void => {
    const node = all.get(id);
    all.delete(id);
    if (node !== undefined && ids.get(node) === id) ids.delete(node);
  };
  return {
    all,
    idOf: (node) => ids.get(node),
    set(id, node) {
      const before = ids.get(node);
      if (before === id) return;
      if (before !== undefined) forget(before);
      forget(id);
      all.set(id, node);
      ids.set(node, id);
    },
    delete: forget,
  };
}
