import ar from './ar.json' with { type: 'json' };
import de from './de.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };
import ptBR from './pt-BR.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

export type MessageKey = keyof typeof en;
/** A text, or its plural forms by the names of `Intl.PluralRules`. */
export type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>;
/** Words of a language; those that it lacks are said in English. */
export type Table = Readonly<Partial<Record<MessageKey, Message>>>;

export const ENGLISH: Readonly<Record<MessageKey, Message>> = en;

/** What comes with Milepost, by language tag. Tests hold each to be complete. */
export const TABLES: Readonly<Record<string, Table>> = {
  ar,
  de,
  en,
  es,
  fr,
  ja,
  'pt-BR': ptBR,
  'zh-CN': zhCN,
};

export const isKey = (key: string): key is MessageKey => Object.hasOwn(ENGLISH, key);

/** Whether a key's words go into comments on GitHub, where they must mention nobody and close nothing. */
export const isToldOnGitHub = (key: string): boolean => key.startsWith('notice.') || key === 'sentence';
