import { parseArgs } from 'node:util';
import { replay } from './replay.ts';

const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: '1000' },
    issues: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '1' },
  },
});

const [hours, issues, seed] = [Number(values.hours), Number(values.issues), Number(values.seed)];
const told = await replay({ hours, issues, seed, say: (line) => void process.stderr.write(`${line}\n`) });

const count = new Intl.NumberFormat('en').format;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
const rows = [
  ['hourly syncs', count(told.hours)],
  ['hours without a commit', count(told.quiet)],
  ['hours in which nothing happened', count(told.idle)],
  ['commits in such hours, of late news', count(told.late)],
  ['commits without news (goal: none)', count(told.needless)],
  ['commits', count(told.commits)],
  ['requests a sync', (told.requests / told.hours).toFixed(1)],
  ['files in content/', count(told.files)],
  ['content/', megabytes(told.content)],
  ['.git after the first sync and gc', megabytes(told.first)],
  ['.git in the end, after gc', megabytes(told.git)],
  ['.git / content/ (goal: below 3)', (told.git / told.content).toFixed(2)],
  ['took', `${told.seconds} s`],
];
process.stdout.write(
  rows.map(([what = '', value = '']) => `${what.padEnd(36)}${value.padStart(10)}\n`).join(''),
);
process.exitCode = told.git < 3 * told.content && told.needless === 0 ? 0 : 1;
