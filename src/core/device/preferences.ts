/** What concerns this device and the look, never progress: declared once; reading, writing and help use it. */

export type PreferenceKey = 'course' | 'theme' | 'accessible' | 'ascii' | 'confidence' | 'editor' | 'pager';

export interface Preferences {
  /** Whole path of the course that is meant where none is named, `''`: the shipped one. */
  readonly course: string;
  readonly theme: 'auto' | 'dark' | 'light' | 'mono';
  /** Plain lines instead of screens. */
  readonly accessible: boolean;
  /** No characters beyond ASCII in screens. */
  readonly ascii: boolean;
  /** Ask how sure one is before an answer is judged. */
  readonly confidence: boolean;
  /** Command, `''`: VISUAL, then EDITOR. */
  readonly editor: string;
  /** Command, `''`: PAGER, then less. */
  readonly pager: string;
}

export const DEFAULT_PREFERENCES: Preferences = {
  course: '',
  theme: 'auto',
  accessible: false,
  ascii: false,
  confidence: false,
  editor: '',
  pager: '',
};

export interface PreferenceDeclaration {
  readonly key: PreferenceKey;
  /** Values it can have; `null`: any text. */
  readonly choices: readonly string[] | null;
  readonly help: string;
}

const SWITCH = ['true', 'false'] as const;
/** Longest command or path that is kept. */
const LONGEST = 4096;

/** Every preference, in the order in which they are listed. */
export const PREFERENCES: readonly PreferenceDeclaration[] = [
  { key: 'theme', choices: ['auto', 'dark', 'light', 'mono'], help: 'Colours; mono uses none.' },
  { key: 'accessible', choices: SWITCH, help: 'Plain lines instead of screens, for screen readers.' },
  { key: 'ascii', choices: SWITCH, help: 'Only ASCII characters in screens.' },
  {
    key: 'confidence',
    choices: SWITCH,
    help: 'Screens ask "sure or unsure?" before they judge an answer.',
  },
  { key: 'editor', choices: null, help: 'Command that opens a file; empty for VISUAL, then EDITOR.' },
  { key: 'pager', choices: null, help: 'Command that shows long text; empty for PAGER, then less.' },
  {
    key: 'course',
    choices: null,
    help: 'Folder of the course that is meant where none is named; empty for the shipped one.',
  },
];

const byKey: ReadonlyMap<string, PreferenceDeclaration> = new Map(
  PREFERENCES.map(preference => [preference.key, preference]),
);

/** Declaration of a preference, `undefined` for a name that is none. */
export const preferenceOf = (key: string): PreferenceDeclaration | undefined => byKey.get(key);

/** The value that text stands for, or `null` where the preference cannot have it. */
export const parsePreference = (
  { choices }: PreferenceDeclaration,
  text: string,
): string | boolean | null => {
  if (choices === null) return text.length <= LONGEST ? text : null;
  if (!choices.includes(text)) return null;
  return choices === SWITCH ? text === 'true' : text;
};

/** The preferences of a settings file that has been parsed; what is unknown or cannot be is left at its default. */
export const readPreferenceValues = (
  value: unknown,
): { readonly values: Preferences; readonly wrong: readonly PreferenceKey[] } => {
  const values: Record<string, string | boolean> = { ...DEFAULT_PREFERENCES };
  const wrong: PreferenceKey[] = [];
  const given = new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
  for (const preference of PREFERENCES) {
    const found: unknown = given.get(preference.key);
    if (found === undefined) continue;
    const parsed =
      typeof found === 'string' || typeof found === 'boolean'
        ? parsePreference(preference, String(found))
        : null;
    if (parsed === null || typeof parsed !== typeof found) wrong.push(preference.key);
    else values[preference.key] = parsed;
  }
  return { values: values as unknown as Preferences, wrong };
};
