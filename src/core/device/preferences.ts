/** What concerns this device and the look, never progress: declared once; reading, writing and help use it. */

export type PreferenceKey =
  | 'course'
  | 'theme'
  | 'accessible'
  | 'verbosity'
  | 'timeNotices'
  | 'ascii'
  | 'confidence'
  | 'editor'
  | 'pager';

/** How much the accessible mode says. */
const VERBOSITIES = ['brief', 'normal', 'full'] as const;

/** How much a session says. */
export type Verbosity = (typeof VERBOSITIES)[number];

/** Whether a word names one of them. */
export const isVerbosity = (word: string): word is Verbosity => VERBOSITIES.some(each => each === word);

/** The settings of a device. */
export interface Preferences {
  /** Whole path of the course that is meant where none is named, `''`: the shipped one. */
  readonly course: string;
  readonly theme: 'auto' | 'dark' | 'light' | 'mono';
  /** Sentences for a screen reader instead of screens. */
  readonly accessible: boolean;
  /** How much those sentences say. */
  readonly verbosity: Verbosity;
  /** In a mock exam of the accessible mode, say before a prompt how little time is left. */
  readonly timeNotices: boolean;
  /** No characters beyond ASCII in screens. */
  readonly ascii: boolean;
  /** Ask how sure one is before an answer is judged. */
  readonly confidence: boolean;
  /** Command, `''`: VISUAL, then EDITOR. */
  readonly editor: string;
  /** Command, `''`: PAGER, then less. */
  readonly pager: string;
}

/** What is in force where nothing was set. */
export const DEFAULT_PREFERENCES: Preferences = {
  course: '',
  theme: 'auto',
  accessible: false,
  verbosity: 'normal',
  timeNotices: true,
  ascii: false,
  confidence: false,
  editor: '',
  pager: '',
};

/** A setting of a device: its values and its help. */
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
  { key: 'theme', choices: ['auto', 'dark', 'light', 'mono'], help: 'Colors; mono uses none.' },
  { key: 'accessible', choices: SWITCH, help: 'Sentences instead of screens, for screen readers.' },
  {
    key: 'verbosity',
    choices: VERBOSITIES,
    help: 'How much the accessible mode says: brief, normal or full.',
  },
  {
    key: 'timeNotices',
    choices: SWITCH,
    help: 'The accessible mode says in a mock exam, before a prompt, when 30 and 5 minutes are left.',
  },
  { key: 'ascii', choices: SWITCH, help: 'Only ASCII characters in screens.' },
  {
    key: 'confidence',
    choices: SWITCH,
    help: 'Ask "sure or unsure?" before an answer is judged, on screens and in the accessible mode.',
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
