/** A milestone of a repository, with the date it has, and the one that it was given first. */
export interface Milestone {
  /** `owner/name`. */
  repo: string;
  number: number;
  title: string;
  /** When it is due: `2026-12-31`; undefined when it has no date. */
  due: string | undefined;
  /** The first date that it had, as far as sync has seen. */
  firstDue: string | undefined;
}

const HEADER = '# repository\tnumber\tdue\tfirst due\ttitle';
const NONE = '-';
/** What would end a line or a column. */
const BREAKS = /[\t\n\r\u2028\u2029]+/g;

/** Writes milestones, by repository, then by number: the same milestones are always the same text. */
export function writeMilestones(milestones: readonly Milestone[]): string {
  const lines = milestones
    .toSorted((a, b) => (a.repo === b.repo ? a.number - b.number : a.repo < b.repo ? -1 : 1))
    .map(({ repo, number, due = NONE, firstDue = NONE, title }) =>
      [repo, number, due, firstDue, title.replace(BREAKS, ' ')].join('\t'),
    );
  return [HEADER, ...lines, ''].join('\n');
}

const LINE = /^([\w.-]+\/[\w.-]+)\t(\d+)\t(-|\d{4}-\d{2}-\d{2})\t(-|\d{4}-\d{2}-\d{2})\t(.*)$/;

/** Reads milestones; a line that is none is left out. */
export function readMilestones(text: string): Milestone[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, repo, number, due, firstDue, title] = LINE.exec(line) ?? [];
    if (!repo || title === undefined) return [];
    return [{ repo, number: Number(number), title, due: dated(due), firstDue: dated(firstDue) }];
  });
}

const dated = (day: string | undefined): string | undefined =>
  day === undefined || day === NONE || Number.isNaN(Date.parse(day)) ? undefined : day;
