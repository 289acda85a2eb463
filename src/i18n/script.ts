/** Languages that are known by their letters, since no other is written in them. Arabic, Cyrillic and Chinese letters serve many. */
const LETTERS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ko', /\p{Script=Hangul}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
];

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const HAN = /\p{Script=Han}/gu;

/** The language of a text where its letters leave no doubt; undefined otherwise. Looks at the first 2,000 characters. */
export function languageByLetters(text: string): string | undefined {
  const start = text.slice(0, 2000);
  if (!/[^\p{ASCII}\p{Script=Latin}]/u.test(start)) return undefined;
  const count = (letters: RegExp): number => start.match(letters)?.length ?? 0;
  const half = count(/\p{L}/gu) / 2;
  const kana = count(KANA);
  // Japanese without kana cannot be told from Chinese; a name or two in kana do not make a Chinese text Japanese.
  if (kana > 0 && kana + count(HAN) > half && kana >= count(HAN) / 4) return 'ja';
  return LETTERS.find(([, letters]) => count(letters) > half)?.[0];
}
