import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'astro/zod';
import { isMissing, readText } from '../../src/content/files.ts';
import type { Facts } from './facts.ts';

/** What files around a content folder say of the workflow and of the version. */
export interface Around {
  named: Facts['named'];
  workflowFile: string;
}

const DEFAULT = 'roadmap.yml';
const CALL =
  /uses:\s*["']?[\w.-]+\/[\w.-]+\/\.github\/workflows\/roadmap\.ya?ml@(?:(v?\d[\w.-]*)|[\w./-]+)["']?(?:[ \t]+#[ \t]*(v?\d[\w.-]*))?/;

/** Reads the workflow that calls Milepost's, and the site's package.json. */
export async function lookAround(content: string): Promise<Around> {
  const site = dirname(resolve(content));
  const folder = join(topOf(site), '.github/workflows');
  const calls: { file: string; version: string | undefined }[] = [];
  for (const file of await namesIn(folder)) {
    const call = CALL.exec((await readText(join(folder, file))) ?? '');
    if (call) calls.push({ file, version: isCommit(call[1]) ? call[2] : (call[1] ?? call[2]) });
  }
  const [call] = calls;
  return {
    workflowFile: call?.file ?? DEFAULT,
    named: {
      package: await dependencyIn(join(site, 'package.json')),
      workflow: call?.version,
      hasWorkflow: call !== undefined || existsSync(join(folder, DEFAULT)),
    },
  };
}

const isCommit = (version: string | undefined): boolean => /^[0-9a-f]{40}$/.test(version ?? '');

/** The working tree that a folder is in, else the folder itself. */
function topOf(folder: string, at: string = folder): string {
  if (existsSync(join(at, '.git'))) return at;
  return dirname(at) === at ? folder : topOf(folder, dirname(at));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => /^[\w.-]+\.ya?ml$/.test(name)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

const versions = z.record(z.string(), z.unknown()).optional();
const manifest = z.object({ dependencies: versions, devDependencies: versions });

/** The version of Milepost that a package.json asks for; undefined when it asks for none, or is none. */
async function dependencyIn(path: string): Promise<string | undefined> {
  try {
    const { dependencies, devDependencies } = manifest.parse(JSON.parse((await readText(path)) ?? '{}'));
    const version = dependencies?.['milepost'] ?? devDependencies?.['milepost'];
    return typeof version === 'string' && /^[v^~=]*\d/.test(version) ? version : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined;
    throw error;
  }
}

const named = z.object({ version: z.string() });

/** The version in Milepost's own package.json. */
export async function ownVersion(folder: string): Promise<string> {
  return named.parse(JSON.parse((await readText(join(folder, 'package.json'))) ?? '{}')).version;
}
