import { z } from 'astro/zod';
import { contrastOf, hardestGround, lighter, READABLE } from './contrast.ts';

/** A colour as settings write it. */
export const colour = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, { error: 'a colour as six hex digits, such as "#0b6b3a"' });

/** The sign's colour where settings name none: guide-sign green, as in `styles/tokens.css`. */
export const GREEN = { light: '#0b6b3a', dark: '#0f7a44' } as const;

/** A colour that words are written in on the light page; refused where they could not be read. */
export const colourOnLight = colour.superRefine((value, context) => tell(value, value, 'light', context));

/** The same on the dark page, where the colour is made lighter first. */
export const colourOnDark = colour.superRefine((value, context) =>
  tell(value, lighter(value), 'dark', context),
);

/** One that is used on both. */
export const colourOnBoth = colour.superRefine((value, context) => {
  tell(value, value, 'light', context);
  tell(value, lighter(value), 'dark', context);
});

function tell(value: string, shown: string, page: 'light' | 'dark', context: z.RefinementCtx): void {
  if (!/^#[0-9a-f]{6}$/i.test(value)) return;
  const ground = hardestGround(shown, page);
  const contrast = contrastOf(shown, ground);
  if (contrast >= READABLE) return;
  const how = page === 'light' ? 'darker' : 'lighter';
  const as = shown === value ? '' : `, shown as ${shown},`;
  context.addIssue({
    code: 'custom',
    message: `a ${how} colour, since words in it${as} stand out ${contrast.toFixed(1)} to 1 on the ${page} page (${ground}) and need ${READABLE} to 1`,
  });
}
