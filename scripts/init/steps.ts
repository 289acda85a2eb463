import { type Answers } from './starter.ts';

/** What people do next, in order: GitHub's two settings, then the push that starts it. */
export function stepsFor({ repo, folder, address }: Answers, server: string): string[] {
  const settings = `${server}/${repo}/settings`;
  return [
    `${settings}/pages: "Source" is to be "GitHub Actions". A site that is there now makes room for the roadmap.`,
    `${settings}/actions: "Allow all actions and reusable workflows". The workflow asks for the permissions it needs by itself.`,
    `Commit and push; the roadmap comes to ${address.site}${address.base} within minutes.`,
    `To see it first: ${folder && `cd ${folder} && `}npm install && npx milepost sync && npx milepost build && npx milepost preview`,
  ];
}

/** What is to be done by hand where a file was there already and is not what would have been written. */
export function advice(path: string, there: string): string | undefined {
  const name = path.split('/').at(-1);
  if (name === 'package.json' && !there.includes('"milepost"'))
    return `${path} has no milepost in it: npm install milepost`;
  if (name === 'astro.config.mjs' && !there.includes('milepost'))
    return `${path} has no milepost in it: import milepost from 'milepost', and integrations: [milepost()]`;
  if (name === 'roadmap.yml' && !there.includes('milepost'))
    return `${path} is a workflow of yours, and nothing runs Milepost: give it another name, and run init again`;
  const missing = name === '.gitignore' ? IGNORED.filter((line) => !there.includes(line)) : [];
  return missing.length > 0
    ? `${path} does not name ${missing.map((line) => `${line}/`).join(', ')}`
    : undefined;
}

const IGNORED = ['node_modules', 'dist', '.astro'];
