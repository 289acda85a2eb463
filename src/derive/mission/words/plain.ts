import { stem } from '../../similar/stem.ts';
import { STOP_WORDS } from '../../similar/stop-words.ts';

/** Words that stand in any company’s statement, and so say nothing of this one. */
const PLAIN: ReadonlySet<string> = new Set(
  `a achieve add aim all always amazing and anyone anything approach area aspire at attitude be beat become being believe best
  better big bold brand brighter bring build business care challenge change client commit committed commitment company competitive
  complete consistently consumer continually continue continuous core corporate create culture customer day dedicate dedicated
  delight deliver delivery demand develop difference drive dynamic each effective efficient empower employee enable enhance ensure
  environment everyone everything exceed excel excellence excellent exceptional expectation experience extraordinary fantastic
  first focus for future generate global globe good goal great greatest grow growth hard help high highest impact improve industry
  innovate innovation innovative inspire integrity integrated lead leader leading leadership level limit limitless   make market maximize meet mission more most need new next number objective offer one opportunity optimal organization
  outstanding passion passionate people perfect perfection performance place pleased possible possibility potential premier
  premium pride proud process produce product productive professional profit profitability profitable progress promise provide
  purpose quality range reliable remain respect responsible result return satisfaction sector sell serve service shape shareholder
  smart solution stakeholder standard state strategic strive strong succeed success successful superior supplier support sustainable
  team technology together thing through time tomorrow top total trust trusted truly unique unlimited user value valued vision way well win
  wonderful world`
    .split(/\s+/)
    .map(stem),
);

/** Words that say something of their own, each once by its stem; `builders` does, though `build` is plain. */
export function ownWords(words: readonly string[]): string[] {
  const said = words.filter((word) => word.length > 1 && !STOP_WORDS.has(word));
  const own = said.filter((word) => !PLAIN.has(stem(word)) || isMaker(word));
  return [...new Map(own.map((word) => [stem(word), word])).values()];
}

const isMaker = (word: string): boolean => /(?:er|or)s$/.test(word) && !PLAIN_MAKERS.has(word);
const PLAIN_MAKERS = new Set([
  'consumers',
  'users',
  'customers',
  'suppliers',
  'stakeholders',
  'shareholders',
  'leaders',
  'numbers',
  'sectors',
  'offers',
  'powers',
  'providers',
]);

/** Stems of all words but those that only hold a sentence together, each once. */
export const contentOf = (words: readonly string[]): string[] => [
  ...new Set(words.filter((word) => !STOP_WORDS.has(word)).map(stem)),
];
