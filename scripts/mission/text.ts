import type { Alignment } from '../../src/derive/mission/alignment.ts';
import type { Finding } from '../../src/derive/mission/finding.ts';
import { unsaid, type Voice } from '../../src/derive/mission/voice/voice.ts';
import type { Request } from '../../src/derive/requests.ts';
import { printable } from '../../src/model/problem.ts';
import { table } from './table.ts';

/** Phrases that are printed, and requests that serve no pillar; `--json` has more. */
const PRINTED = { phrases: 10, unserved: 20, unsaid: 8 };

interface Told {
  /** Where the mission stands, and on which line of it each field does. */
  file: string;
  lineOf: (field: string) => number;
  /** Undefined when the file is missing or cannot be read. */
  sentence: string | undefined;
  findings: readonly Finding[];
  alignment: readonly Alignment[];
  voice: readonly Voice[];
  requests: readonly Request[];
}

/** The report for people, part by part, with a blank line between them. */
export function inWords(told: Told): string {
  const parts = [
    [`Mission: ${told.sentence ?? `none yet. Add \`mission:\` with one sentence to ${told.file}.`}`],
    wording(told),
    alignmentTable(told.alignment),
    unserved(told.alignment, told.requests),
    phrases(told.voice, told.sentence !== undefined),
  ];
  return parts
    .filter(({ length }) => length > 0)
    .map((lines) => lines.map(printable).join('\n'))
    .join('\n\n');
}

function wording({ file, lineOf, sentence, findings }: Told): string[] {
  if (findings.length === 0) return sentence === undefined ? [] : ['Wording: no findings.'];
  return findings.flatMap(({ level, field, rule, words, why, remedy }) => {
    const about = words === '' ? '' : `: “${words}”`;
    const place = field === '' ? file : `${file}:${lineOf(field)} ${field}`;
    return [`${level}: ${place} (${rule})${about}`, `  ${why}`, `  ${remedy}`];
  });
}

function alignmentTable(rows: readonly Alignment[]): string[] {
  if (rows.length === 0)
    return ['Alignment: the mission has no pillars. Add `pillars:` to see what serves it.'];
  const drifts = rows[0]?.quarters.map(({ quarter }) => quarter) ?? [];
  const head = ['Pillar', 'requests', 'suggested', 'people', 'heard', 'planned', 'shipped', 'declined'];
  const body = rows.map((row) => [
    row.name ?? NO_PILLAR,
    ...[row.requests, row.suggested, row.people, row.heard, row.planned, row.shipped, row.declined].map(
      String,
    ),
    percent(row.shareOfDemand),
    percent(row.shareOfShipped),
  ]);
  const drift = rows.map((row) => [row.name ?? NO_PILLAR, ...row.quarters.map(({ drift }) => points(drift))]);
  return [
    ...table([[...head, 'of demand', 'of shipped'], ...body]),
    '',
    'Share of what shipped minus share of what was asked, by quarter, in points:',
    ...table([['Pillar', ...drifts], ...drift]),
  ];
}

const NO_PILLAR = 'no pillar';
const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(share * 100)} %`);
const points = (drift: number | null): string => {
  if (drift === null) return '–';
  const rounded = Math.round(drift * 100);
  return rounded > 0 ? `+${rounded}` : String(rounded).replace('-', '−');
};

function unserved(rows: readonly Alignment[], requests: readonly Request[]): string[] {
  const items = rows.find(({ pillar }) => pillar === null)?.items ?? [];
  if (items.length === 0) return [];
  const titles = new Map(requests.map(({ item }) => [item.id, item.title]));
  const more = items.length - PRINTED.unserved;
  return [
    'These serve no pillar:',
    ...items.slice(0, PRINTED.unserved).map((id) => `  ${id} ${titles.get(id) ?? ''}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

function phrases(voice: readonly Voice[], hasMission: boolean): string[] {
  if (voice.length === 0) return ['Voice: too few requests to tell what people call things.'];
  const lines = voice
    .slice(0, PRINTED.phrases)
    .flatMap(({ phrase, requests, quotes }) => [
      `  ${phrase} (${requests})`,
      ...quotes.slice(0, 1).map(({ text, item }) => `    “${text}” ${item}`),
    ]);
  const silent = hasMission ? unsaid(voice).slice(0, PRINTED.unsaid) : [];
  return [
    'In people’s words (requests that use them):',
    ...lines,
    ...(silent.length > 0
      ? [`The mission never says: ${silent.map(({ phrase }) => phrase).join(', ')}`]
      : []),
  ];
}
