import { z } from 'astro/zod';
import { words } from './fields.ts';
import { colourOnDark, colourOnLight } from './palette.ts';

/** What a file of a theme may be, by the key that names it: endings, which say the kind of the bytes too. */
export const THEME_KINDS = {
  logo: ['svg', 'png', 'webp'],
  logoDark: ['svg', 'png', 'webp'],
  icon: ['svg', 'png'],
  image: ['png', 'jpg', 'jpeg'],
  fonts: ['woff2', 'woff', 'ttf', 'otf'],
} as const;

const A_WEIGHT = {
  error: 'a weight such as 400, or for a variable font all of its weights, such as 100 900',
};

/** Each of these values goes into a stylesheet: none may leave its place there. */
const font = z.strictObject({
  file: words.describe('The file, from the content folder: `woff2`; `woff`, `ttf` and `otf` are larger.'),
  weight: z
    .union([z.int(), z.string()], A_WEIGHT)
    .transform(String)
    .pipe(z.string().regex(/^([1-9]\d{0,2}|1000)( ([1-9]\d{0,2}|1000))?$/, A_WEIGHT))
    .optional()
    .describe('Its weight, or of a variable font all of them: `100 900`. Default: what the file says.'),
  style: z.enum(['normal', 'italic']).optional().describe('Its style. Default: what the file says.'),
  unicodeRange: z
    .array(
      z.string().regex(/^U\+[\dA-F?]{1,6}(-[\dA-F]{1,6})?$/i, {
        error: 'a range of characters, such as U+3000-30FF',
      }),
    )
    .min(1, { error: 'at least one range' })
    .optional()
    .describe('Characters that it is for; a page without any of them does not load it. Default: all.'),
});
export type ThemeFontSettings = z.output<typeof font>;

/** What the site looks like. Paths are read where the files are: a wrong one never stops a site. */
export const theme = z.strictObject({
  sign: colourOnLight.optional().describe('The one strong colour, light theme. Default: guide-sign green.'),
  signDark: colourOnDark.optional().describe('The same in the dark theme.'),
  logo: words
    .optional()
    .describe(
      'Your logo, a file in the content folder such as `logo.svg`: SVG, PNG or WebP. Default: a plate with the title’s first letter.',
    ),
  logoDark: words.optional().describe('The same for the dark theme. Default: the logo.'),
  wordmark: z
    .boolean()
    .default(false)
    .describe('Whether the logo says the title, which then is not written beside it.'),
  icon: words
    .optional()
    .describe('Your icon for tabs and bookmarks, a square file: SVG or PNG. Default: the plate.'),
  image: words
    .optional()
    .describe(
      'Picture for where links are shared, for pages without one of their own: PNG or JPEG, 1200 by 630. Default: drawn from the mission.',
    ),
  fonts: z
    .array(z.union([words.transform((file): ThemeFontSettings => ({ file })), font]))
    .default([])
    .describe(
      'Files of your own font in the content folder, each a path or the keys below. Pages use it in place of Overpass; where it has no Latin letters, before it. Pictures are lettered in it too.',
    ),
});
export type ThemeSettings = z.output<typeof theme>;
