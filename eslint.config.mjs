import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom: each folder of `src`, and what it must not reach. Data flows one way,
 * `model <- derive <- markdown, content <- site <- components <- routes <- index`, and scripts stand beside the site. Words (i18n)
 * know nobody; content reads a site's own.
 */
const ABOVE = {
  model: ['derive', 'markdown', 'content', 'site', 'client', 'i18n', 'components', 'routes', 'scripts'],
  derive: ['markdown', 'content', 'site', 'client', 'i18n', 'components', 'routes', 'scripts'],
  markdown: ['derive', 'content', 'site', 'client', 'i18n', 'components', 'routes', 'scripts'],
  content: ['derive', 'markdown', 'site', 'client', 'components', 'routes', 'scripts'],
  i18n: ['model', 'derive', 'markdown', 'content', 'site', 'client', 'components', 'routes', 'scripts'],
  site: ['client', 'components', 'routes', 'scripts'],
  client: ['content', 'markdown', 'components', 'routes', 'scripts'],
  components: ['content', 'markdown', 'routes', 'scripts'],
  routes: ['content', 'markdown', 'scripts'],
};
const PURE = ['model', 'derive'];

const layers = Object.entries(ABOVE).map(([folder, above]) => ({
  files: [`src/${folder}/**/*.{ts,astro}`],
  ignores: ['src/model/frontmatter.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: [
          {
            name: 'gray-matter',
            message: 'Only src/model/frontmatter.ts reads front matter: gray-matter can run code.',
          },
        ],
        patterns: [
          ...above.map((layer) => ({
            group: [`**/${layer}/**`],
            message: `${folder} must not know ${layer}.`,
          })),
          ...(PURE.includes(folder)
            ? [
                {
                  group: ['node:*', 'octokit', '@octokit/*'],
                  message: `${folder} is pure: values in, values out.`,
                },
                { regex: '^astro(?!/zod$)', message: `${folder} knows of Astro only zod.` },
              ]
            : []),
        ],
      },
    ],
  },
}));

export default defineConfig(
  { ignores: ['dist/', 'lib/', '.astro/', 'node_modules/', 'scripts/*/node_modules/'] },
  ...tseslint.configs.strict,
  ...astro.configs['flat/recommended'],
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-eval': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['scripts/**/*.ts'],
    ignores: ['scripts/cli.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'exit', message: 'Only cli.ts ends the program.' },
        { object: 'process', property: 'stdout', message: 'Only cli.ts prints.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'gray-matter', message: 'Only src/model/frontmatter.ts reads front matter.' }],
          patterns: [
            {
              group: ['**/src/site/**', '**/src/components/**', '**/src/routes/**'],
              message: 'Scripts do not know the site.',
            },
          ],
        },
      ],
    },
  },
  {
    // Modules that are made at build time have no file to import a type from at the top.
    files: ['src/virtual.d.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }] },
  },
  ...layers,
);
