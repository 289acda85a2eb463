import type { TestProject } from 'vitest/node';
import { buildSite } from './build.ts';
import { BAD_DAY, writeContentFolder } from './fixture.ts';

/** Sites that several test files look at, built once a run: this project's own, and a bad day under a base path. */
export interface BuiltSites {
  own: { outDir: string; status: number; said: string };
  badDay: { outDir: string; status: number; said: string; content: string };
}

declare module 'vitest' {
  interface ProvidedContext {
    sites: BuiltSites;
  }
}

/** Builds the sites before any test; one after the other, since they share Astro's cache. */
export default async function setup(project: TestProject): Promise<void> {
  const own = await buildSite('content');
  const content = await writeContentFolder(BAD_DAY);
  const badDay = { ...(await buildSite(content, { base: BASE })), content };
  project.provide('sites', { own, badDay });
}

/** A path as deep as a user's may be. */
export const BASE = '/a/b/';
