import { compareIds } from './ledger.ts';

const ISSUES = '# item\tnode';
const LABELS = '# repository\tlabel\tname';

/** Writes which issue each item id stands for, by GitHub's node id: one line an issue, sorted, those without an item too. */
export function writeIssues(issues: ReadonlyMap<string, string>): string {
  const lines = [...issues].sort(([a], [b]) => compareIds(a, b)).map(([id, node]) => `${id}\t${node}`);
  return [ISSUES, ...lines, ''].join('\n');
}

/** Reads them; a line that is not one is left out, since sync asks again. */
export function readIssues(text: string): Map<string, string> {
  const rows = text.split(/\r?\n/).map((line) => /^([a-z0-9-]+)\t([\w=+/-]+)$/.exec(line));
  return new Map(rows.flatMap((row) => (row?.[1] && row[2] ? [[row[1], row[2]] as const] : [])));
}

/** Names of labels by their node ids, by repository. */
export type Labels = Map<string, ReadonlyMap<string, string>>;

/** Writes labels, one a line, sorted by node id, so that a new name is one changed line. */
export function writeLabels(labels: Labels): string {
  const lines = [...labels].flatMap(([repo, names]) =>
    [...names].map(([id, name]) => `${repo}\t${id}\t${name}`),
  );
  return [LABELS, ...lines.sort(), ''].join('\n');
}

/** Reads them; a line that is not one is left out. */
export function readLabels(text: string): Labels {
  const rows = text.split(/\r?\n/).flatMap((line) => {
    const [, repo, id, name] = /^([\w.-]+\/[\w.-]+)\t([\w=+/-]+)\t([^\t]+)$/.exec(line) ?? [];
    return repo && id && name ? [{ repo, id, name }] : [];
  });
  const byRepo = Map.groupBy(rows, ({ repo }) => repo);
  return new Map(
    [...byRepo].map(([repo, found]) => [repo, new Map(found.map(({ id, name }) => [id, name]))]),
  );
}
