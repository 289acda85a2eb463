import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { co2 } from '@tgwf/co2';
import type { Messages } from '../../i18n/messages.ts';
import { addressesUnder } from '../address.ts';
import type { OutputFile } from '../files/output-file.ts';
import { KINDS, METHOD, type PageWeight } from './kinds.ts';
import { footprintTable, withFootprint } from './table.ts';
import { type ReadOutput, weigh } from './weigh.ts';

const MISSION = 'mission/index.html';
const DATA = ['api', 'v1', 'footprint.json'];

interface Built {
  outDir: string;
  /** Paths of its pages within it. */
  pages: readonly string[];
  base: string;
  messages: Messages;
}

/**
 * Weighs a built site, and says so: as data, and on the mission’s page. That page weighs what it weighs with the figures on
 * it, so it is filled, weighed and filled again; the same content gives the same figures.
 */
export function footprintFiles({ outDir, pages, base, messages }: Built): OutputFile[] {
  const read: ReadOutput = (path) => {
    try {
      return readFileSync(join(outDir, path));
    } catch {
      return undefined;
    }
  };
  const { file } = addressesUnder(base);
  const heaviest = heaviestOf(pages, (path) => statSync(join(outDir, path)).size);
  // From the page without figures: one that an earlier build filled must not count for more.
  let mission = withFootprint(read(MISSION)?.toString() ?? '', '');
  const htmlOf = (path: string): string => (path === MISSION ? mission : (read(path)?.toString() ?? ''));
  const measure = (): PageWeight[] =>
    heaviest.map(([kind, path]) => {
      const { files, bytes } = weigh(htmlOf(path), file(), read);
      return { kind, path, files, bytes, grams: gramsOf(bytes) };
    });
  mission = withFootprint(mission, footprintTable(measure(), messages, file(...DATA)));
  const weights = measure();
  mission = withFootprint(mission, footprintTable(weights, messages, file(...DATA)));
  return [
    { path: DATA.join('/'), text: JSON.stringify({ method: METHOD, pages: weights }) },
    ...(mission === '' ? [] : [{ path: MISSION, text: mission }]),
  ];
}

/** Of each kind the page with the most HTML: they load much the same, and reading thousands to be sure would cost more than it tells. */
export function heaviestOf(
  pages: readonly string[],
  sizeOf: (path: string) => number,
): [PageWeight['kind'], string][] {
  return KINDS.flatMap(([kind, pattern]) => {
    const [heaviest] = pages
      .filter((path) => pattern.test(path))
      .map((path) => ({ path, size: sizeOf(path) }))
      .sort((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1));
    return heaviest ? [[kind, heaviest.path]] : [];
  });
}

const model = new co2({ model: 'swd', version: 4 });
const gramsOf = (bytes: number): number => Math.round(model.perVisit(bytes) * 1e5) / 1e5;
