/** The settings as rows: what each is called, how its value is written, and how it is changed. */
import { dateToDay } from '../../../core/base/civil-day.ts';
import type { CourseReader } from '../../../core/course/course.ts';
import type { PreferenceDeclaration, PreferenceKey, Preferences } from '../../../core/device/preferences.ts';
import { PREFERENCES } from '../../../core/device/preferences.ts';
import type { SchedulingSettings } from '../../../core/journal/event.ts';
import type { SettingDeclaration, SettingKey } from '../../../core/journal/settings.ts';
import { SETTINGS, settingText } from '../../../core/journal/settings.ts';
import type { Blueprint } from '../../../core/course/course.ts';
import { examCode, examName } from '../../../text/plan/words.ts';
import { daysAway, dayAndYear } from '../../../text/stats/dates.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { DAY_NAMES, MINUTES } from '../../models/minutes-draft.ts';
import { capital, plural } from '../../../text/layout/columns.ts';

/** How a value is changed: by arrows among some, by arrows and by typing, or by typing alone. */
type Way = 'arrows' | 'both' | 'type' | 'none';

/** A setting of the course. */
export interface CourseRow {
  readonly scope: 'course';
  readonly setting: SettingDeclaration;
  readonly label: string;
  readonly way: Way;
}

/** A setting of the device. */
export interface DeviceRow {
  readonly scope: 'device';
  readonly setting: PreferenceDeclaration;
  readonly label: string;
  readonly way: Way;
}

/** `course`: which course is open; `more`: shows the rarer settings or hides them. */
export interface PlainRow {
  readonly scope: 'plain';
  readonly id: 'course' | 'more';
  readonly label: string;
  readonly way: Way;
}

/** A row of the settings. */
export type SettingRow = CourseRow | DeviceRow | PlainRow;

/** Those that come first, with their names on the screen; all others are the rarer ones. */
const FIRST: readonly (readonly [SettingKey, string])[] = [
  ['exam', 'Exam'],
  ['examDate', 'Exam date'],
  ['minutesPerDay', 'Minutes a day'],
  ['daysOff', 'Days off'],
  ['aim', 'Aim'],
  ['newPerDay', 'New a day'],
  ['desiredRetention', 'Remember'],
  ['rollover', 'Day starts at'],
];

const RARER: Readonly<Partial<Record<SettingKey, string>>> = {
  plan: 'Follow the plan',
  reviewsPerDay: 'Reviews a day',
  learningSteps: 'Learning steps',
  relearningSteps: 'Relearning steps',
  maximumInterval: 'Longest interval',
  leechLapses: 'Leech after',
  questionShare: 'Questions',
  mockDate: 'Mock exam on',
  planFrom: 'Plan began',
};

/** A key as words: `extraTime` as `Extra time`. */
const nameOf = (key: string): string => capital(key.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`));

const DEVICE: Readonly<Record<PreferenceKey, string>> = {
  theme: 'Colors',
  accessible: 'Accessible',
  verbosity: 'Verbosity',
  timeNotices: 'Time notices',
  ascii: 'ASCII signs',
  confidence: 'Ask how sure',
  editor: 'Editor',
  pager: 'Pager',
  course: 'Course by default',
};

const DEVICE_ORDER: readonly PreferenceKey[] = [
  'theme',
  'ascii',
  'accessible',
  'verbosity',
  'timeNotices',
  'confidence',
  'editor',
  'pager',
  'course',
];

const wayOf = ({ kind, key }: SettingDeclaration): Way => {
  if (key === 'exam') return 'both';
  switch (kind) {
    case 'switch':
      return 'arrows';
    case 'share':
    case 'whole':
      return 'both';
    case 'steps':
    case 'name':
    case 'date':
    case 'days':
      return 'type';
  }
};

const courseRow = (setting: SettingDeclaration, label: string): CourseRow => ({
  scope: 'course',
  setting,
  label,
  way: wayOf(setting),
});

const declared = (key: SettingKey): SettingDeclaration => {
  const found = SETTINGS.find(setting => setting.key === key);
  if (found === undefined) throw new RangeError(key);
  return found;
};

/** Settings that are not among the first. */
export const RARER_SETTINGS: readonly SettingDeclaration[] = SETTINGS.filter(
  ({ key }) => !FIRST.some(([first]) => first === key),
);

/** All rows. @param part `device`: only what holds for this device */
export const settingRows = (part: 'all' | 'device', hasMore: boolean): readonly SettingRow[] => [
  ...(part === 'device' ? [] : FIRST.map(([key, label]) => courseRow(declared(key), label))),
  ...DEVICE_ORDER.flatMap((key): readonly SettingRow[] => {
    const setting = PREFERENCES.find(each => each.key === key);
    return setting === undefined
      ? []
      : [{ scope: 'device', setting, label: DEVICE[key], way: setting.choices === null ? 'type' : 'arrows' }];
  }),
  ...(part === 'device'
    ? []
    : [
        { scope: 'plain', id: 'course', label: 'Course', way: 'none' } as const,
        { scope: 'plain', id: 'more', label: 'More', way: 'arrows' } as const,
        ...(hasMore
          ? RARER_SETTINGS.map(setting => courseRow(setting, RARER[setting.key] ?? nameOf(setting.key)))
          : []),
      ]),
];

/** What values are read from. */
export interface ValueSource {
  readonly course: Pick<CourseReader, 'blueprints' | 'title' | 'origin'>;
  readonly settings: SchedulingSettings;
  readonly preferences: Preferences;
  readonly today: number;
  /** The exam that is set or meant; `null`: none. */
  readonly blueprint: Blueprint | null;
  readonly usual: Partial<Record<PreferenceKey, string>>;
  readonly dot: string;
}

const dateValue = (date: string, { today, dot }: ValueSource): string => {
  const day = dateToDay(date);
  return day === null ? '' : `${dayAndYear(day)} ${dot} ${daysAway(day - today)}`;
};

const courseValue = ({ setting }: CourseRow, source: ValueSource): string => {
  const { settings, blueprint, course, dot } = source;
  switch (setting.key) {
    case 'exam': {
      const own = course.blueprints.find(({ id }) => id === settings.exam);
      if (own !== undefined) return `${examCode(own)} ${dot} ${examName(own)}`;
      return settings.examDate !== '' && blueprint !== null
        ? `as the date says: ${examCode(blueprint)}`
        : 'none';
    }
    case 'examDate':
      return dateValue(settings.examDate, source) || 'no date yet';
    case 'mockDate':
      return dateValue(settings.mockDate, source) || 'where the plan puts it';
    case 'planFrom':
      return dateValue(settings.planFrom, source) || 'with the first answer';
    case 'minutesPerDay':
      return String(settings.minutesPerDay);
    case 'daysOff': {
      const weekdays = DAY_NAMES.filter(name => settings.daysOff.includes(name)).map(capital);
      const dates = settings.daysOff.length - weekdays.length;
      const all = [...weekdays, ...(dates > 0 ? [`${dates} ${dates === 1 ? 'date' : 'dates'}`] : [])];
      return all.length === 0 ? 'none' : all.join(' ');
    }
    case 'aim':
      return settings.aim === 0
        ? `as the exam asks${blueprint === null ? '' : `: ${blueprint.aim} %`}`
        : `${settings.aim} %`;
    case 'newPerDay':
      return settings.plan && blueprint !== null && (settings.exam !== '' || settings.examDate !== '')
        ? `as planned (${settings.newPerDay} without an exam)`
        : String(settings.newPerDay);
    case 'desiredRetention':
    case 'questionShare':
      return `${Math.round(100 * settings[setting.key])} %`;
    case 'rollover':
      return `${String(settings.rollover).padStart(2, '0')}:00`;
    case 'maximumInterval':
      return plural(settings.maximumInterval, 'day');
    case 'extraTime':
      return `${settings.extraTime} %`;
    case 'leechLapses':
      return `${plural(settings.leechLapses, 'time')} forgotten`;
    default:
      return settingText(setting, settings);
  }
};

/** The value of a row, as it is shown. */
export const valueText = (row: SettingRow, source: ValueSource, hasMore: boolean): string => {
  if (row.scope === 'course') return sanitizeLine(courseValue(row, source));
  if (row.scope === 'plain') {
    if (row.id === 'more') return hasMore ? 'shown' : 'hidden';
    return `${sanitizeLine(source.course.title)} (${source.course.origin === 'shipped' ? 'shipped' : 'a folder'})`;
  }
  const { key, choices } = row.setting;
  const value = source.preferences[key];
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (value === '') return sanitizeLine(source.usual[key] ?? (choices === null ? 'none' : ''));
  return sanitizeLine(value);
};

/** Steps of numbers that arrows change, and the values they stop at. */
const STEPS: Readonly<Partial<Record<SettingKey, number>>> = {
  minutesPerDay: 5,
  aim: 5,
  newPerDay: 5,
  reviewsPerDay: 50,
  desiredRetention: 0.01,
  questionShare: 0.05,
  maximumInterval: 365,
};

/** The lowest aim that arrows go to before the one of the exam. */
const LOWEST_AIM = 50;

/** The value after an arrow; `null`: there is none further. */
export const stepCourse = (
  { setting }: CourseRow,
  settings: SchedulingSettings,
  blueprints: readonly Blueprint[],
  by: 1 | -1,
): Partial<SchedulingSettings> | null => {
  const { key, range } = setting;
  const value = settings[key];
  if (key === 'exam') {
    const ids = ['', ...blueprints.map(({ id }) => id)];
    const next = ids[ids.indexOf(settings.exam) + by];
    return next === undefined ? null : examChange(next);
  }
  if (key === 'minutesPerDay') {
    const usual =
      by === 1
        ? MINUTES.find(each => each > settings.minutesPerDay)
        : MINUTES.findLast(each => each < settings.minutesPerDay);
    if (usual !== undefined) return { minutesPerDay: usual };
  }
  if (key === 'aim') {
    const next = settings.aim === 0 ? (by === 1 ? LOWEST_AIM : 0) : settings.aim + by * 5;
    return next > range[1] || (settings.aim === 0 && by === -1)
      ? null
      : { aim: next < LOWEST_AIM ? 0 : next };
  }
  if (typeof value === 'boolean') return { [key]: !value };
  if (typeof value !== 'number') return null;
  const step = STEPS[key] ?? 1;
  const next = Math.min(range[1], Math.max(range[0], Number((value + by * step).toFixed(4))));
  return next === value ? null : { [key]: next };
};

/** Choosing an exam takes the plan up; choosing none leaves it. */
export const examChange = (id: string): Partial<SchedulingSettings> =>
  id === '' ? { exam: '', examDate: '', plan: false } : { exam: id, plan: true };

/** The next choice of a preference. */
export const stepDevice = (
  { setting }: DeviceRow,
  preferences: Preferences,
  by: 1 | -1,
): string | boolean | null => {
  const { choices, key } = setting;
  if (choices === null) return null;
  const value = preferences[key];
  if (typeof value === 'boolean') return !value;
  return choices[(choices.indexOf(value) + by + choices.length) % choices.length] ?? null;
};
