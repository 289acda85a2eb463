/** Why an issue is not told. `claimed`, `late`, `cap` and `limit` wait for the next run; the others are how it is. */
export type Reason =
  | 'hidden' // its item, or the one that it was merged into, is kept off the site
  | 'quiet' // carries the label that keeps it from being told
  | 'no-pull-request' // no merged pull request closes it; a release at most names it
  | 'no-proof' // no proof that a comment could link
  | 'told' // has a comment of ours already
  | 'open' // open, or opened again
  | 'not-completed' // closed for another reason than being done
  | 'locked'
  | 'transferred'
  | 'gone' // 404 or 410
  | 'archived' // the repository is
  | 'no-access' // the repository is not there, or not for this token
  | 'forbidden' // the token may not write here
  | 'claimed' // another run is at it, or one broke off less than a quarter of an hour ago
  | 'late' // this run took too long for its claim to hold
  | 'deleted' // somebody took our comment away: it is not written again
  | 'rewritten' // somebody took the marker out of our comment: it is theirs now
  | 'not-ours' // the comment to be edited is that of another login
  | 'cap' // as many as one run may write are written
  | 'limit' // GitHub asks to wait
  | `status ${number}`;

/** What cannot be known now; the next run reads what became of it. */
export type Doubt = 'no answer' | 'unreadable answer' | `status ${number}`;

/** An issue, in every list of the report. */
export interface Told {
  /** 24 hex digits: the one notice that an issue may get. */
  key: string;
  repo: string;
  number: number;
  /** Where the issue is; absent when its file does not say. */
  url: string | undefined;
}

export interface Planned extends Told {
  /** When it shipped. */
  shippedAt: string;
  /** The comment, whole. */
  body: string;
}

export interface Skipped extends Told {
  reason: Reason;
}

/** A comment of ours on GitHub. */
export interface Posted extends Told {
  comment: { id: number; url: string };
}

/**
 * What `notify --json` prints. `planned`: the comments that this run had to write, or under `--dry-run` would have; each of
 * them is then posted, unknown, or skipped because GitHub refused it. Those in `skipped` with another reason, and those
 * that could not be compared with GitHub, are not planned.
 */
export interface NotifyReport {
  planned: Planned[];
  posted: Posted[];
  /** Comments of before that now name a later release; under `--dry-run` those that would. */
  edited: (Posted & { body: string })[];
  /** Comments that were there twice and are no more. */
  swept: Posted[];
  skipped: Skipped[];
  unknown: (Told & { reason: Doubt })[];
}

export const emptyReport = (): NotifyReport => ({
  planned: [],
  posted: [],
  edited: [],
  swept: [],
  skipped: [],
  unknown: [],
});

const REMEDIES: Partial<Record<Reason, string>> = {
  'no-pull-request': 'no merged pull request closes it; that a release names it is no proof to tell',
  'no-proof': 'no link in its `proof` can be shown; see its file',
  'no-access':
    'not there, or not for this token; correct `repositories` in milepost.yml or use another token',
  forbidden: 'the token may not write comments; in Actions: permissions: { issues: write }',
  claimed: 'another run is at it; the next run after a quarter of an hour goes on',
  late: 'this run took too long; the next run goes on',
  cap: 'not looked at, `notify.cap` is reached; the next run goes on',
  limit: 'GitHub asks to wait; the next run goes on',
};

/** The report for people. Under `dryRun` with every comment, exactly as it would be posted. */
export function reportInWords(report: NotifyReport, dryRun: boolean): string {
  const { planned, posted, edited, swept, skipped, unknown } = report;
  const told = skipped.filter(({ reason }) => reason === 'told').length;
  const others = [
    ...Map.groupBy(
      skipped.filter(({ reason }) => reason !== 'told'),
      ({ reason }) => reason,
    ),
  ];
  return [
    ...(dryRun
      ? [
          ...planned.flatMap((notice) => preview(notice, notice.url)),
          ...edited.flatMap((notice) => preview(notice, `edit of ${notice.comment.url}`)),
        ]
      : []),
    dryRun ? `dry run: ${count(planned, 'comment')} would be posted` : `${count(posted, 'comment')} posted`,
    ...posted.map(({ comment, ...issue }) => `  ${nameOf(issue)}  ${comment.url}`),
    ...(edited.length > 0 ? [`${count(edited, 'comment')} ${dryRun ? 'would be edited' : 'edited'}`] : []),
    ...(dryRun ? [] : edited.map(({ comment, ...issue }) => `  ${nameOf(issue)}  ${comment.url}`)),
    ...(swept.length > 0
      ? [`${count(swept, 'double comment')} taken away: ${swept.map(nameOf).join(', ')}`]
      : []),
    ...(told > 0 ? [`${told} told before`] : []),
    ...others.map(([reason, those]) => {
      const remedy = REMEDIES[reason];
      return `skipped, ${reason}: ${those.map(nameOf).join(', ')}${remedy ? ` (${remedy})` : ''}`;
    }),
    ...unknown.map((issue) => `unknown, ${issue.reason}: ${nameOf(issue)} (the next run looks first)`),
  ].join('\n');
}

const preview = (notice: Told & { body: string }, where: string | undefined): string[] => [
  `--- ${nameOf(notice)}${where === undefined ? '' : `  ${where}`}`,
  notice.body,
  '',
];

const nameOf = ({ repo, number }: Told): string => `${repo}#${number}`;
const count = (list: readonly unknown[], word: string): string =>
  `${list.length} ${word}${list.length === 1 ? '' : 's'}`;
