/** The settings that change scheduling: declared once; defaults, parsing, help and the journal reader use it. */
import { dateToDay } from '../base/civil-day.ts';
import type { SchedulingSettings } from './event.ts';

/** What holds until a `configured` event says otherwise. */
export const DEFAULT_SETTINGS: SchedulingSettings = {
  desiredRetention: 0.9,
  newPerDay: 20,
  reviewsPerDay: 200,
  learningSteps: [1, 10],
  relearningSteps: [10],
  rollover: 4,
  maximumInterval: 36500,
  leechLapses: 8,
  exam: '',
  examDate: '',
  plan: true,
  minutesPerDay: 30,
  daysOff: [],
  aim: 0,
  questionShare: 0.2,
  extraTime: 0,
  mockDate: '',
  planFrom: '',
  weights: [],
};

/** A setting that a learner can set by its name. */
export type SettingKey = Exclude<keyof SchedulingSettings, 'weights'>;

/** What a setting's value is: `share` a number with decimals, `steps` a rising list of minutes, `days` weekdays and dates. */
type SettingKind = 'share' | 'whole' | 'steps' | 'name' | 'date' | 'switch' | 'days';

/** A setting of a course: its form, its bounds and its help. */
export interface SettingDeclaration {
  readonly key: SettingKey;
  readonly kind: SettingKind;
  /** Smallest and largest value; of each step in minutes for `steps`, of the length for `name`. */
  readonly range: readonly [number, number];
  /** One sentence for help and lists. */
  readonly help: string;
}

/** Longest list of steps, and the longest step: 30 days. */
const MOST_STEPS = 10;
const LONGEST_STEP = 30 * 24 * 60;

/** Longest list of days off, and the names of weekdays. */
const MOST_DAYS_OFF = 400;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)$/;

const isDayName = (day: unknown): boolean =>
  typeof day === 'string' && (WEEKDAY.test(day) || dateToDay(day) !== null);

/** Every setting, in the order in which they are listed. */
export const SETTINGS: readonly SettingDeclaration[] = [
  {
    key: 'desiredRetention',
    kind: 'share',
    range: [0.7, 0.97],
    help: 'Share of reviews you want to remember; higher means more reviews.',
  },
  { key: 'newPerDay', kind: 'whole', range: [0, 9999], help: 'New cards and questions a study day.' },
  { key: 'reviewsPerDay', kind: 'whole', range: [0, 9999], help: 'Reviews a study day.' },
  {
    key: 'learningSteps',
    kind: 'steps',
    range: [1, LONGEST_STEP],
    help: 'Waiting times of a new card before its first interval, such as "1m 10m"; "none" for no steps.',
  },
  {
    key: 'relearningSteps',
    kind: 'steps',
    range: [1, LONGEST_STEP],
    help: 'Waiting times of a forgotten card before its next interval, such as "10m"; "none" for no steps.',
  },
  {
    key: 'rollover',
    kind: 'whole',
    range: [0, 23],
    help: 'Hour at which a study day begins, so that a late evening still counts as that day.',
  },
  { key: 'maximumInterval', kind: 'whole', range: [1, 36500], help: 'Longest interval in days.' },
  {
    key: 'leechLapses',
    kind: 'whole',
    range: [1, 99],
    help: 'Times a card or question is forgotten before it counts as a leech.',
  },
  {
    key: 'exam',
    kind: 'name',
    range: [0, 64],
    help: 'Exam you prepare for, such as dva-c03; empty for the default of the course.',
  },
  {
    key: 'examDate',
    kind: 'date',
    range: [0, 10],
    help: 'Day of the exam, such as 20 Dec or 2026-12-20; empty where none is set.',
  },
  {
    key: 'plan',
    kind: 'switch',
    range: [0, 1],
    help: 'Whether a review follows the plan for the exam; "off" brings back what is due first, then what is new.',
  },
  { key: 'minutesPerDay', kind: 'whole', range: [5, 600], help: 'Minutes you study on a day.' },
  {
    key: 'daysOff',
    kind: 'days',
    range: [0, MOST_DAYS_OFF],
    help: 'Days without study, such as "Sat, Sun, 24 Dec"; "none" for no such days.',
  },
  {
    key: 'aim',
    kind: 'whole',
    range: [0, 100],
    help: 'Percent you want to reach in the exam; 0 for what the exam asks for.',
  },
  {
    key: 'questionShare',
    kind: 'share',
    range: [0, 0.5],
    help: 'Least share of the time that goes to questions while there are new cards.',
  },
  {
    key: 'extraTime',
    kind: 'whole',
    range: [0, 200],
    help: 'Percent of extra time you are granted in the exam, such as 25; mock exams and the plan count with it.',
  },
  {
    key: 'mockDate',
    kind: 'date',
    range: [0, 10],
    help: 'Day of the mock exam of the plan, such as 12 Dec; empty for the day the plan chooses.',
  },
  {
    key: 'planFrom',
    kind: 'date',
    range: [0, 10],
    help: 'Day on which the plan began, such as 1 Dec; empty for the day of the first answer.',
  },
];

const byKey: ReadonlyMap<string, SettingDeclaration> = new Map(
  SETTINGS.map(setting => [setting.key, setting]),
);

/** Declaration of a setting, `undefined` for a name that is none. */
export const settingOf = (key: string): SettingDeclaration | undefined => byKey.get(key);

type Value = SchedulingSettings[SettingKey];

const isStepList = (value: unknown, [least, most]: readonly [number, number]): boolean =>
  Array.isArray(value) &&
  value.length <= MOST_STEPS &&
  value.every(
    (step: unknown, index) =>
      typeof step === 'number' &&
      step >= least &&
      step <= most &&
      (index === 0 || step > (value[index - 1] as number)),
  );

/** `true` for a value of the right type inside its range: what may stand in a `configured` event. */
export const isSettingValue = (setting: SettingDeclaration, value: unknown): value is Value => {
  const [least, most] = setting.range;
  switch (setting.kind) {
    case 'share':
      return typeof value === 'number' && value >= least && value <= most;
    case 'whole':
      return Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
    case 'steps':
      return isStepList(value, setting.range);
    case 'name':
      return typeof value === 'string' && value.length <= most && /^([a-z0-9][a-z0-9-]*)?$/.test(value);
    case 'date':
      return typeof value === 'string' && (value === '' || dateToDay(value) !== null);
    case 'switch':
      return typeof value === 'boolean';
    case 'days':
      return Array.isArray(value) && value.length <= most && value.every(isDayName);
  }
};

const UNIT_MINUTES: Readonly<Record<string, number>> = { '': 1, m: 1, min: 1, h: 60, d: 24 * 60 };

/** `1m 10m`, `1, 10`, `1h 1d` or `none` as minutes; `null` for anything else. */
const parseSteps = (text: string): readonly number[] | null => {
  if (text === '' || text === 'none') return [];
  const steps: number[] = [];
  for (const part of text.split(/[\s,]+/)) {
    const match = /^(\d{1,6}(?:\.\d{1,3})?)(m|min|h|d)?$/.exec(part);
    if (match === null) return null;
    steps.push(Number(match[1]) * (UNIT_MINUTES[match[2] ?? ''] ?? 1));
  }
  return steps;
};

/** `90%` and `0.9` are the same share. */
const parseShare = (text: string): number | null => {
  const match = /^(\d{1,3}(?:\.\d{1,6})?|\.\d{1,6})\s*(%)?$/.exec(text);
  if (match === null) return null;
  // Divided as text is read, so that 93% is 0.93 to the last bit.
  return match[2] === '%' ? Number((Number(match[1]) / 100).toFixed(8)) : Number(match[1]);
};

const parseValue = (kind: SettingKind, text: string): unknown => {
  switch (kind) {
    case 'share':
      return parseShare(text);
    case 'whole':
      return /^\d{1,6}$/.test(text) ? Number(text) : null;
    case 'steps':
      return parseSteps(text.toLowerCase());
    case 'name':
      return text.toLowerCase();
    case 'date':
      return text;
    case 'switch':
      return text === 'on' ? true : text === 'off' ? false : null;
    case 'days':
      return text === '' || text === 'none' ? [] : [...new Set(text.toLowerCase().split(/[\s,]+/))];
  }
};

/** What is accepted, as the end of "learningSteps takes ...". */
const accepted = ({ kind, range: [least, most] }: SettingDeclaration): string => {
  switch (kind) {
    case 'share':
      return `a share from ${least} to ${most} (or ${least * 100}% to ${most * 100}%)`;
    case 'whole':
      return `a whole number from ${least} to ${most}`;
    case 'steps':
      return `up to ${MOST_STEPS} rising times from 1m to 30d, such as "1m 10m", or "none"`;
    case 'name':
      return `the id of an exam, such as dva-c03, or nothing`;
    case 'date':
      return 'a date such as 20 Dec or 2026-12-20, or nothing';
    case 'switch':
      return `"on" or "off"`;
    case 'days':
      return `weekdays and dates, such as "sat sun 2026-12-24", or "none"`;
  }
};

/** A value read from what a learner typed, or why it is none. */
type ParsedSetting =
  | { readonly ok: true; readonly settings: Partial<SchedulingSettings> }
  | { readonly ok: false; readonly message: string };

/** Reads one setting from text, as `study config set` gets it. `message` is a sentence without the text itself. */
export const parseSetting = (setting: SettingDeclaration, text: string): ParsedSetting => {
  const value = parseValue(setting.kind, text.trim());
  return isSettingValue(setting, value)
    ? { ok: true, settings: { [setting.key]: value } }
    : { ok: false, message: `${setting.key} takes ${accepted(setting)}` };
};

const stepText = (minutes: number): string => {
  if (minutes % (24 * 60) === 0) return `${minutes / (24 * 60)}d`;
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
};

/** A setting's value as text that {@link parseSetting} reads back. */
export const settingText = (setting: SettingDeclaration, settings: SchedulingSettings): string => {
  const value = settings[setting.key];
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value !== 'object') return String(value);
  if (value.length === 0) return 'none';
  return value.map(part => (typeof part === 'string' ? part : stepText(part))).join(' ');
};

/**
 * The known settings of a `configured` event. Unknown keys (of a newer version) are left out; `null` where a
 * known one has a value that it cannot have.
 */
export const readSettings = (value: object): Partial<SchedulingSettings> | null => {
  const known: Partial<Record<SettingKey, Value>> = {};
  for (const [key, given] of Object.entries(value)) {
    const setting = byKey.get(key);
    if (setting === undefined) continue;
    if (!isSettingValue(setting, given)) return null;
    known[setting.key] = given;
  }
  return known as Partial<SchedulingSettings>;
};
