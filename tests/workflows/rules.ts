import { type Job, record, type Step, type Workflow } from './files.ts';

/** A rule of this house for workflows, with a change to a good file that breaks it. */
export interface Rule {
  name: string;
  /** What is wrong, one line each; none when the rule holds. */
  check: (workflow: Workflow) => string[];
  /** Breaks the roadmap's workflow: what is found, what it becomes. */
  seed: [found: string | RegExp, becomes: string];
}

/** The most that a job may do. One that is not here may read the code. */
const MOST: Record<string, Record<string, string>> = {
  sync: { contents: 'write', issues: 'read', 'pull-requests': 'read' },
  build: { contents: 'read', pages: 'read' },
  deploy: { pages: 'write', 'id-token': 'write' },
  notify: { contents: 'write', issues: 'write', 'pull-requests': 'read' },
  publish: { contents: 'read', 'id-token': 'write' },
  roadmap: {
    contents: 'write',
    issues: 'write',
    'pull-requests': 'read',
    pages: 'write',
    'id-token': 'write',
  },
};

const OURS = /^milepost-roadmap\/milepost\/\.github\/workflows\/[\w-]+\.yml@v\d+\.\d+\.\d+$/;
const NODE_MODULES = /\bnpm (?:ci|i|install|add)\b/;
const INSTALL = new RegExp(`${NODE_MODULES.source}(?![^;\\n]*--ignore-scripts)`);
/** Words of anybody who can open an issue, a pull request or a branch. */
const OUTSIDERS =
  /\$\{\{[^}]*(?:github\.event\.(?:issue|comment|pull_request|review|discussion|commits|head_commit|label|changes|pages|inputs|client_payload|release\.(?!prerelease\b))|github\.(?:head_ref|ref_name|event\b(?!\.)))/;

export const RULES: Rule[] = [
  {
    name: 'nothing is permitted on top',
    check: ({ permissions }) => (JSON.stringify(permissions) === '{}' ? [] : ['permissions: not {}']),
    seed: ['\npermissions: {}\n', '\npermissions: read-all\n'],
  },
  {
    name: 'each job says what it may do, and that is no more than it needs',
    check: jobs((job) => {
      const given = Object.entries(record(job.permissions));
      const most = MOST[job.name] ?? { contents: 'read' };
      if (given.length === 0) return ['no permissions of its own'];
      return given
        .filter(([scope, access]) => (access !== most[scope] && access !== 'read') || !(scope in most))
        .map(([scope]) => scope);
    }),
    seed: ['      contents: read\n      pages: read', '      contents: write\n      pages: read'],
  },
  {
    name: 'actions are pinned to a commit, with its version beside',
    check: ({ text, jobs: all }) => [
      ...text
        .split('\n')
        .filter(
          (line) =>
            /^\s*(?:- )?uses: (?!milepost-roadmap\/)/.test(line) &&
            !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line),
        ),
      ...[...all.values()].map(({ uses }) => uses).filter((uses) => uses !== '' && !OURS.test(uses)),
    ],
    seed: [/actions\/checkout@[0-9a-f]{40} # v7\.0\.1/, 'actions/checkout@v7'],
  },
  {
    name: 'actions are GitHub’s own',
    check: steps(({ uses }) => uses !== '' && !uses.startsWith('actions/')),
    seed: ['uses: actions/configure-pages@', 'uses: somebody/configure-pages@'],
  },
  {
    name: 'a checkout leaves no credentials behind',
    check: steps(
      (step) => step.uses.startsWith('actions/checkout@') && step.with['persist-credentials'] !== false,
    ),
    seed: ['          persist-credentials: false\n', ''],
  },
  {
    name: 'no expression is written into a shell',
    check: steps(
      ({ run, uses, with: given }) =>
        run.includes('${{') || (uses.includes('github-script') && String(given['script']).includes('${{')),
    ),
    seed: ['--content "$CONTENT" --at "$DATA"', '--content "$CONTENT" --at "${{ needs.sync.outputs.data }}"'],
  },
  {
    name: 'no expression reads what outsiders write',
    check: ({ text }) => text.split('\n').filter((line) => OUTSIDERS.test(line)),
    seed: ['GITHUB_TOKEN: ${{ github.token }}', 'TITLE: ${{ github.event.issue.title }}'],
  },
  {
    name: 'no event runs an outsider’s code with this repository’s rights',
    check: ({ on }) =>
      Object.keys(on).filter((event) =>
        /pull_request_target|workflow_run|issue_comment|repository_dispatch/.test(event),
      ),
    seed: ['  schedule:\n', '  pull_request_target:\n  schedule:\n'],
  },
  {
    name: 'nothing is taken from a cache that another run may have filled',
    check: steps(
      ({ uses, with: given }) =>
        uses.includes('cache@') ||
        'cache' in given ||
        (uses.includes('setup-node@') && given['package-manager-cache'] !== false),
    ),
    seed: ['          package-manager-cache: false\n', '          cache: npm\n'],
  },
  {
    name: 'packages are installed without running their scripts, and never on the way',
    check: steps(({ run }) => INSTALL.test(run) || /\bnpx (?!--no-install)|\bnpm exec\b/.test(run)),
    seed: ['npm ci --ignore-scripts', 'npm ci'],
  },
  {
    name: 'each job ends in half an hour at most',
    check: jobs(({ uses, 'timeout-minutes': minutes }) =>
      uses !== '' || (typeof minutes === 'number' && minutes <= 30) ? [] : ['timeout-minutes'],
    ),
    seed: ['    timeout-minutes: 15\n', ''],
  },
  {
    name: 'a fork does nothing: what writes guards itself, or needs what does',
    check: (workflow) =>
      [...workflow.jobs.values()]
        .filter((job) => job.uses === '' && writes(job) && !isGuarded(job, workflow))
        .map(({ name }) => name),
    seed: ['    if: ${{ github.event.repository.fork != true }}\n    runs-on', '    runs-on'],
  },
  {
    name: 'there is no secret but the run’s own token, and only steps see it',
    check: ({ text, env, jobs: all }) => [
      ...text.split('\n').filter((line) => /\bsecrets\b/.test(line)),
      ...[env, ...[...all.values()].map((job) => job.env)].flatMap((given) =>
        Object.keys(given).filter((name) => /TOKEN/.test(name)),
      ),
    ],
    seed: ['    needs: build\n', '    needs: build\n    env:\n      GITHUB_TOKEN: ${{ github.token }}\n'],
  },
  {
    name: 'nothing waits for notify, and its failure is its own',
    check: (workflow) => {
      const notify = workflow.jobs.get('notify');
      if (!notify) return [];
      const waiting = [...workflow.jobs.values()].filter(({ needs }) => needs.includes('notify'));
      return [
        ...waiting.map(({ name }) => `${name} waits`),
        ...(notify['continue-on-error'] === true ? [] : ['notify fails the run']),
        ...(notify.needs.includes('deploy') ? [] : ['notify does not wait for deploy']),
      ];
    },
    seed: ['    continue-on-error: true\n', ''],
  },
  {
    name: 'what is built and told of is the commit that sync left',
    check: jobs((job) =>
      job.needs.includes('sync')
        ? job.steps
            .filter(
              ({ uses, with: given }) =>
                uses.startsWith('actions/checkout@') && given['ref'] !== '${{ needs.sync.outputs.commit }}',
            )
            .map(({ uses }) => uses)
        : [],
    ),
    seed: ['ref: ${{ needs.sync.outputs.commit }}', 'ref: main'],
  },
  {
    name: 'no step changes the surroundings of later ones',
    check: steps(({ run }) => /GITHUB_(?:ENV|PATH)|::(?:set-env|add-path|set-output)/.test(run)),
    seed: [
      '        run: npm run --silent milepost -- notify',
      '        run: echo "A=1" >> "$GITHUB_ENV"; npm run --silent milepost -- notify',
    ],
  },
  {
    name: 'jobs run on GitHub’s machines, of a version that is named',
    check: jobs((job) =>
      job.uses !== '' || job['runs-on'] === 'ubuntu-24.04' ? [] : [String(job['runs-on'])],
    ),
    seed: ['runs-on: ubuntu-24.04', 'runs-on: [self-hosted, linux]'],
  },
  {
    name: 'nobody is trusted by name',
    check: ({ text }) => text.split('\n').filter((line) => /github\.(?:triggering_)?actor/.test(line)),
    seed: ['github.event.repository.fork != true', "github.actor == 'dependabot[bot]'"],
  },
  {
    name: 'a run that others wait for is never cancelled half-way',
    check: (workflow) =>
      [...workflow.jobs.values()].some(writes) && /cancel-in-progress: true/.test(workflow.text)
        ? ['cancel-in-progress']
        : [],
    seed: ['cancel-in-progress: false', 'cancel-in-progress: true'],
  },
];

function jobs(check: (job: Job) => string[]): Rule['check'] {
  return (workflow) =>
    [...workflow.jobs.values()].flatMap((job) => check(job).map((what) => `${job.name}: ${what}`));
}

function steps(isBad: (step: Step) => boolean): Rule['check'] {
  return jobs((job) => job.steps.filter(isBad).map(({ name, uses, run }) => name || uses || run));
}

const writes = (job: Job): boolean => Object.values(record(job.permissions)).includes('write');

function isGuarded(job: Job, workflow: Workflow): boolean {
  if (job.if.includes('github.event.repository.fork != true')) return true;
  return job.needs.some((name) => {
    const needed = workflow.jobs.get(name);
    return needed !== undefined && isGuarded(needed, workflow);
  });
}
