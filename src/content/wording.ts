import { formsOfOneNumber, pluralForms } from '../i18n/language.ts';
import { ENGLISH, isToldOnGitHub, type MessageKey } from '../i18n/tables.ts';
import { refusedIn } from '../model/message.ts';
import { type Problem, show } from '../model/problem.ts';

export type Fault = Pick<Problem, 'expected' | 'got' | 'remedy'>;

/** What is wrong with somebody's words for a key, in a language: each fault with the plural form that it is in. */
export function faultsIn(key: MessageKey, message: unknown, locale: string): (Fault & { path: string[] })[] {
  const english = ENGLISH[key];
  if (typeof english === 'string') {
    return typeof message === 'string'
      ? faultsInText(key, message, english).map((fault) => ({ path: [], ...fault }))
      : [{ path: [], expected: 'a text', got: show(message), remedy: `In English: ${show(english)}.` }];
  }
  const wanted = pluralForms(locale);
  if (typeof message !== 'object' || message === null || !sameForms(Object.keys(message), wanted))
    return [{ path: [], ...wrongForms(message, wanted) }];
  const mayHideCount = formsOfOneNumber(locale);
  const original = english.other ?? '';
  return wanted.flatMap((form) => {
    const text: unknown = Reflect.get(message, form);
    if (typeof text !== 'string')
      return [
        { path: [form], expected: 'a text', got: show(text), remedy: `In English: ${show(original)}.` },
      ];
    const without = mayHideCount.has(form) && !text.includes('{count}');
    const shown = without ? original.replaceAll('{count}', '') : original;
    return faultsInText(key, text, shown).map((fault) => ({ path: [form], ...fault }));
  });
}

function wrongForms(message: unknown, wanted: readonly string[]): Fault {
  const got = typeof message === 'object' && message !== null ? Object.keys(message) : undefined;
  const [lacking, over] = [
    wanted.filter((form) => !got?.includes(form)),
    got?.filter((form) => !wanted.includes(form)) ?? [],
  ];
  return {
    expected: `a text for each plural form of the language: ${wanted.join(', ')}`,
    got: got ? got.join(', ') || 'none' : show(message),
    remedy: [
      ...(lacking.length > 0 ? [`Add ${lacking.join(', ')}.`] : []),
      ...(over.length > 0 ? [`Take out ${over.join(', ')}.`] : []),
    ].join(' '),
  };
}

const sameForms = (got: readonly string[], wanted: readonly string[]): boolean =>
  [...got].sort().join() === [...wanted].sort().join();

function faultsInText(key: MessageKey, text: string, english: string): Fault[] {
  if (!/\S/.test(text))
    return [{ expected: 'some words', got: show(text), remedy: `In English: ${show(english)}.` }];
  const faults: Fault[] = [];
  const [wanted, got] = [holesIn(english), holesIn(text)];
  if (wanted !== got)
    faults.push({
      expected: wanted || 'no {placeholder}',
      got: got || 'none',
      remedy: 'Names in braces stay as they are in English; they may stand elsewhere.',
    });
  if (/<[a-z/!]|&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(text))
    faults.push({ expected: 'plain text', got: show(text), remedy: 'HTML would be shown as it is written.' });
  if (isToldOnGitHub(key))
    faults.push(...refusedIn(text).map(({ got, ...fault }) => ({ ...fault, got: show(got) })));
  if (/^\s|\s$|\s\s|[\t\r\n]/.test(text))
    faults.push({
      expected: 'single spaces, and none at the ends',
      got: show(text),
      remedy: 'Take the others out.',
    });
  return faults;
}

/** The placeholders of a text, each once, in order of the alphabet. */
const holesIn = (text: string): string => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(', ');
