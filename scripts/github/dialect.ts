import { DUPLICATE_EVENTS } from './queries.ts';

/** What this GitHub's schema understands: GitHub Enterprise is often a year behind. */
export interface Dialect {
  /** A document without what this GitHub does not know. */
  speak: (document: string) => string;
  /** Takes in what GitHub says it does not know; whether any of it was news that sync can do without. */
  learn: (unknown: readonly string[]) => boolean;
}

/** Fields that sync can do without; each stands on a line of its own. Without `duplicateOf`, events tell of duplicates. */
const SPARED: Readonly<Record<string, string>> = {
  duplicateOf: DUPLICATE_EVENTS.slice(1),
  authorAssociation: '',
  fullDatabaseId: '',
  immutable: '',
  isLatest: '',
  isPinned: '',
  issueType: '',
  lastEditedAt: '',
  milestones: '',
  parent: '',
  stateReason: '',
  subIssuesSummary: '',
};

/** Arguments, as GitHub's complaint names them; GitHub itself will take this one away. */
const SPARED_ARGUMENTS: Readonly<Record<string, string>> = {
  'stateReason(enableDuplicate)': '(enableDuplicate: true)',
};

/** A dialect that knows everything until it is told otherwise. */
export function openDialect(): Dialect {
  const lacking = new Set<string>();
  const spoken = (line: string): string[] => {
    const field = /^\s*(\w+)/.exec(line)?.[1] ?? '';
    const instead = lacking.has(field) ? SPARED[field] : undefined;
    return instead === undefined ? [line] : instead === '' ? [] : [instead];
  };
  return {
    speak(document) {
      if (lacking.size === 0) return document;
      const shorter = Object.entries(SPARED_ARGUMENTS)
        .filter(([name]) => lacking.has(name))
        .reduce((text, [, written]) => text.replaceAll(written, ''), document);
      return shorter.split('\n').flatMap(spoken).join('\n');
    },
    learn(unknown) {
      const before = lacking.size;
      for (const name of unknown)
        if (Object.hasOwn(SPARED, name) || Object.hasOwn(SPARED_ARGUMENTS, name)) lacking.add(name);
      return lacking.size > before;
    },
  };
}

/** As GitHub says it, and as graphql-js does. */
const UNKNOWN = [
  /^Field '(?<field>\w+)' doesn't exist on type/,
  /^Cannot query field "(?<field>\w+)" on type/,
  /^Field '(?<field>\w+)' doesn't accept argument '(?<argument>\w+)'/,
  /^Unknown argument "(?<argument>\w+)" on field "(?:\w+\.)?(?<field>\w+)"/,
];

/** The field, or `field(argument)`, that an error says the schema lacks; undefined for other errors. */
export function unknownIn(message: string): string | undefined {
  const groups = UNKNOWN.map((pattern) => pattern.exec(message)?.groups).find((found) => found);
  const [field, argument] = [groups?.['field'], groups?.['argument']];
  return field && argument ? `${field}(${argument})` : field;
}
