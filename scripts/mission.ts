import { existsSync } from 'node:fs';
import { readContent } from '../src/content/read.ts';
import { missionReport } from '../src/derive/mission/report.ts';
import { deriveRequests } from '../src/derive/requests.ts';
import { ABSENT } from './check.ts';
import { type Command, type Outcome, Stop } from './command.ts';
import { inWords } from './mission/text.ts';
import { lineOfField, missionFile, strictly, unreadable } from './mission/wording.ts';

/** `milepost mission`: how the mission is worded, what serves it, and how people put it. It writes nothing. */
export const mission: Command = {
  summary: 'how the mission is worded, what serves it, what people call it; --strict: findings are errors',
  options: { strict: { type: 'boolean', default: false } },
  async run({ content: folder, own }, { now }): Promise<Outcome> {
    if (!existsSync(folder)) throw new Stop(`${folder}: no such folder. ${ABSENT}`, 2);
    const content = await readContent(folder);
    const requests = deriveRequests(content);
    const today = now().toISOString().slice(0, 10);
    const { alignment, voice, ...told } = missionReport({ ...content, requests, today });
    const file = missionFile(folder);
    const findings = [
      ...unreadable(content, file),
      ...strictly(content.mission ? told.findings : [], own['strict'] === true),
    ];
    const lineOf = await lineOfField(folder);
    const sentence = content.mission?.mission;
    const text = inWords({ file, lineOf, sentence, findings, alignment, voice, requests });
    return {
      report: { findings, alignment, voice },
      text,
      status: findings.some(({ level }) => level === 'error') ? 1 : 0,
    };
  },
};
