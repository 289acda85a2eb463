import { printable } from '../src/model/problem.ts';
import type { Command, Flags, Outcome, World } from './command.ts';
import type { Check, Facts, Finding, Level } from './doctor/facts.ts';
import { gatherFacts } from './doctor/gather.ts';
import { HERE } from './doctor/here.ts';
import { RUNS } from './doctor/runs.ts';
import { THERE } from './doctor/there.ts';
import { connect } from './github/client.ts';

/** `milepost doctor`: what is missing, and how to mend it. */
export const doctor: Command = {
  summary: 'what is missing, and the page or the command that mends it',
  options: {},
  run: (flags, world) => runDoctor(flags, world),
};

/** In the order in which they are told. */
const CHECKS: readonly Check[] = [...HERE, ...THERE, ...RUNS];

/** Looks at everything, then says what follows; status 1 where something is a problem. `open` lets tests reach a GitHub of their own. */
export async function runDoctor(flags: Flags, world: World, open = connect): Promise<Outcome> {
  const findings = diagnose(await gatherFacts(flags, world, open));
  return {
    report: { findings },
    text: [...findings.map(inWords), '', summary(findings)].join('\n'),
    status: findings.some(({ level }) => level === 'problem') ? 1 : 0,
  };
}

/** What follows from the facts. */
export const diagnose = (facts: Facts): Finding[] =>
  CHECKS.flatMap(({ name, find }) => find(facts).map((said) => ({ check: name, ...said })));

/** `problem  pages: off` and, under it, what mends it. */
function inWords({ check, level, says, remedy }: Finding): string {
  const line = printable(`${level.padEnd(8)} ${check}: ${says}`);
  return remedy === undefined ? line : `${line}\n         -> ${printable(remedy)}`;
}

const SUMMED: readonly (readonly [Level, string])[] = [
  ['problem', 'problem'],
  ['warning', 'warning'],
  ['unknown', 'thing that could not be looked at'],
];

function summary(findings: readonly Finding[]): string {
  const parts = SUMMED.flatMap(([level, word]) => {
    const { length } = findings.filter((one) => one.level === level);
    return length > 0 ? [`${length} ${length === 1 ? word : word.replace(/^\w+/, '$&s')}`] : [];
  });
  return parts.length > 0 ? parts.join(', ') : 'Nothing is missing.';
}
