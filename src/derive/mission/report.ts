import type { Mission } from '../../model/mission.ts';
import type { Settings } from '../../model/settings.ts';
import { isCanonical, type Request } from '../requests.ts';
import { type Alignment, deriveAlignment } from './alignment.ts';
import type { Finding } from './finding.ts';
import { lintMission } from './lint.ts';
import { type Serving, servingOf } from './serving.ts';
import { textsOf } from './texts.ts';
import { carriedWords } from './voice/carried.ts';
import { deriveVoice, type Voice } from './voice/voice.ts';

/** What can be said of a mission: how it is worded, whether what is asked and shipped serves it, and how people put it. */
export interface MissionReport {
  findings: readonly Finding[];
  alignment: readonly Alignment[];
  voice: readonly Voice[];
  /** Which pillar each canonical request serves, and who says so, by the request’s id. */
  serving: ReadonlyMap<string, Serving>;
}

interface Facts {
  mission: Mission | undefined;
  requests: readonly Request[];
  settings: Pick<Settings, 'locale' | 'pillars'>;
  /** A day or a moment. */
  today: string;
}

/** Without a mission there is only the voice. */
export function missionReport({ mission, requests, settings, today }: Facts): MissionReport {
  const texts = textsOf(requests);
  const voice = deriveVoice(texts, { mission, locale: settings.locale });
  if (!mission) return { findings: [], alignment: [], voice, serving: new Map() };
  const { pillars } = mission;
  const serving = servingOf(texts, mission, settings.pillars);
  return {
    findings: lintMission(mission, { locale: settings.locale, today }),
    alignment: deriveAlignment({
      pillars,
      requests: requests.filter(isCanonical),
      serving,
      carried: carriedWords(texts, pillars),
      today,
    }),
    voice,
    serving,
  };
}
