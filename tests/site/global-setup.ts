import type { TestProject } from 'vitest/node';
import { buildSite, type Built } from './build.ts';
import { BAD_DAY, type Files, writeContentFolder } from './fixture.ts';
import { ARABIC, DUTCH } from './languages.ts';

/**
 * Sites that several test files look at, built once a run: this project's own, and, under a base path, a bad day and two in other
 * languages.
 */
export interface BuiltSites {
  own: { outDir: string; status: number; said: string };
  badDay: { outDir: string; status: number; said: string; content: string };
  arabic: Built;
  dutch: Built;
  /** The bad day again, where it is known at which origin it will stand. */
  placed: Built;
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
  const below = async (files: Files): Promise<Built> =>
    buildSite(await writeContentFolder(files), { base: BASE });
  const placed = await buildSite(content, { base: BASE, site: ORIGIN });
  project.provide('sites', { own, badDay, arabic: await below(ARABIC), dutch: await below(DUTCH), placed });
}

/** A path as deep as a user's may be. */
export const BASE = '/a/b/';
/** An origin that nobody can ask. */
export const ORIGIN = 'https://roadmap.example.org';
