import type { Text } from '../../../src/derive/similar/weigh.ts';

/** Wishes that have nothing to do with each other, so that words have a rarity; ids from 101. */
export const OTHERS: readonly Text[] = [
  ['Export invoices as PDF', 'Our accountant wants one file a month.'],
  ['Keyboard shortcuts for the calendar', 'Moving between weeks takes three clicks.'],
  ['Sign in with a passkey', 'Passwords are lost again and again.'],
  ['Faster thumbnails in the gallery', 'Large photographs take ten seconds to appear.'],
  ['Translate the settings into Portuguese', 'Half of the team reads it better.'],
  ['Offline maps', 'There is no signal in the mountains.'],
  ['Attach receipts to expenses', 'Today they lie in a shared folder.'],
  ['Undo for deleted comments', 'One wrong tap and the thread is gone.'],
  ['Weekly summary by mail', 'Nobody opens the dashboard on Mondays.'],
  ['Barcode scanner for the stock', 'Typing thirteen digits invites mistakes.'],
].map(([title = '', body = ''], place) => ({ id: String(101 + place), title, body }));

export const wish = (id: string, title: string, body = '', tags: readonly string[] = []): Text => ({
  id,
  title,
  body,
  tags,
});
