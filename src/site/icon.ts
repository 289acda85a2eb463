import type { Settings } from '../model/settings.ts';

const GREEN = '#0b6b3a';

/** The milepost plate as an icon, in the settings' colour. */
export function iconSvg({ theme }: Pick<Settings, 'theme'>): string {
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
    `<rect x="3" y="1" width="26" height="30" rx="5" fill="${theme.sign ?? GREEN}"/>`,
    '<path d="M5.5 3.5h21v25h-21z" fill="none" stroke="#fff" stroke-width="1.25" stroke-linejoin="round"/>',
    '<path d="M10.5 21.5v-11l5.5 7 5.5-7v11" fill="none" stroke="#fff" stroke-width="2.5" stroke-linejoin="round"/>',
    '</svg>',
    '',
  ].join('');
}
