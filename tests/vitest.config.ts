import { defineConfig } from 'vitest/config';

/** Folders whose tests look at built sites. */
const OF_SITES = [
  'tests/site/**/*.test.ts',
  'tests/browser/**/*.test.ts',
  'tests/package/**/*.test.ts',
  'tests/workflows/run.test.ts',
];

/** Two cores are what many runners have; a browser or a build takes one of them whole. */
export default defineConfig({
  logLevel: 'error',
  test: {
    root: new URL('..', import.meta.url).pathname,
    reporters: ['default', './tests/plain-reporter.ts'],
    maxWorkers: 2,
    // GitHub's parsers import JSON in a way that only a bundler reads.
    server: { deps: { inline: [/@actions\//] } },
    projects: [
      {
        extends: true,
        test: { name: 'code', include: ['tests/**/*.test.ts'], exclude: OF_SITES, testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'sites',
          include: OF_SITES,
          globalSetup: ['tests/site/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
