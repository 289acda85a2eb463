import {
  builtInWords,
  type Messages,
  messagesFor,
  type Table,
  useOwnWords,
} from '../../src/i18n/messages.ts';
import { ENGLISH, isToldOnGitHub } from '../../src/i18n/tables.ts';

/** What comments are put together of. */
export type Words = Pick<Messages, 't' | 'locale'>;

/**
 * Words for comments in the language of a site, its own ones included. English where that language lacks any of them: what
 * stands on GitHub for good is in one language.
 */
export function wordsFor(locale: string, own: Table): Words {
  useOwnWords(locale, own);
  const spoken = { ...builtInWords(locale), ...own };
  const isWhole = Object.keys(ENGLISH)
    .filter(isToldOnGitHub)
    .every((key) => Object.hasOwn(spoken, key));
  return messagesFor(isWhole ? locale : 'en');
}
