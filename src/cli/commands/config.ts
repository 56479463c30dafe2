import type { Command } from 'commander';
import { courseSetting } from '../../app/course/course-places.ts';
import { readPreferences, writePreference } from '../../app/learner/device.ts';
import { dayToDate } from '../../core/base/civil-day.ts';
import type { SchedulingSettings } from '../../core/journal/event.ts';
import { Failure } from '../../core/base/failure.ts';
import type { PreferenceDeclaration } from '../../core/device/preferences.ts';
import {
  DEFAULT_PREFERENCES,
  parsePreference,
  preferenceOf,
  PREFERENCES,
} from '../../core/device/preferences.ts';
import type { SettingDeclaration } from '../../core/journal/settings.ts';
import {
  DEFAULT_SETTINGS,
  parseSetting,
  settingOf,
  SETTINGS,
  settingText,
} from '../../core/journal/settings.ts';
import { isoDate, isoDaysOff } from '../../core/plan/read-date.ts';
import { didYouMean } from '../../core/base/suggest.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { settingLines } from '../../text/learner/settings.ts';
import type { SettingRow } from '../../text/learner/settings.ts';
import type { CommandModule } from '../program/command.ts';
import { confirm } from '../terminal/confirm.ts';
import type { Context } from '../program/context.ts';
import { momentNow } from '../../app/learner/moment.ts';
import { spokenOf } from '../terminal/spoken.ts';

type Declaration =
  | { readonly scope: 'course'; readonly setting: SettingDeclaration }
  | { readonly scope: 'device'; readonly setting: PreferenceDeclaration };

/** `new-per-day` and `newPerDay` are the same key. */
const camel = (key: string): string =>
  key.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());

/** @throws Failure `usage` for a key that is none */
const declarationOf = (key: string): Declaration => {
  const setting = settingOf(camel(key));
  if (setting !== undefined) return { scope: 'course', setting };
  const preference = preferenceOf(camel(key));
  if (preference !== undefined) return { scope: 'device', setting: preference };
  const guess = didYouMean(
    camel(key),
    [...SETTINGS, ...PREFERENCES].map(declared => declared.key),
  );
  throw new Failure('usage', `There is no setting "${key}"`, {
    code: 'unknown-setting',
    try: guess === undefined ? 'study config lists them' : `study config get ${guess}`,
  });
};

/** @param isNeeded whether a setting is asked for; those of the course cost opening it */
const rowsOf = async (
  context: Context,
  isNeeded: (key: string) => boolean = () => true,
): Promise<readonly SettingRow[]> => {
  let settings: SchedulingSettings | null = null;
  if (SETTINGS.some(({ key }) => isNeeded(key))) {
    const [course, journal] = await Promise.all([context.course(), context.journal()]);
    ({ settings } = journal.progress(course.id));
    journal.close();
  }
  const { values, problem } = readPreferences(context.runtime);
  if (problem !== undefined) context.out.warn(sanitizeLine(problem));
  return [
    ...SETTINGS.filter(({ key }) => isNeeded(key)).map(setting => ({
      key: setting.key,
      value: settingText(setting, settings ?? DEFAULT_SETTINGS),
      usual: settingText(setting, DEFAULT_SETTINGS),
      scope: 'course' as const,
      help: setting.help,
    })),
    ...PREFERENCES.filter(({ key }) => isNeeded(key)).map(setting => ({
      key: setting.key,
      value: String(values[setting.key]),
      usual: String(DEFAULT_PREFERENCES[setting.key]),
      scope: 'device' as const,
      help: setting.help,
    })),
  ];
};

const printRows = async (context: Context, rows: readonly SettingRow[]): Promise<void> => {
  const { options, out } = context;
  const spoken = spokenOf(context);
  if (spoken !== null) return (await import('../accessible/settings.ts')).tellSettings(context, rows, spoken);
  if (options.json) out.json({ settings: rows });
  else for (const line of settingLines(rows, out.style, out.columns)) out.line(line);
};

const list = async (context: Context): Promise<void> => {
  const rows = await rowsOf(context);
  const spoken = spokenOf(context);
  if (spoken === null) return printRows(context, rows);
  await (await import('../accessible/settings.ts')).tellAllSettings(context, rows, spoken);
};

const get = async (context: Context, key: string): Promise<void> => {
  const { setting } = declarationOf(key);
  const [row] = await rowsOf(context, candidate => candidate === setting.key);
  if (row === undefined) throw new Error(`${setting.key} is declared but not listed`);
  if (context.options.json) context.out.json({ ...row });
  else context.out.line(sanitizeLine(row.value));
};

/**
 * An exam in the past is mostly a slip of the year: in a terminal it is asked about, elsewhere said.
 * @throws Failure `usage` where the learner takes it back
 */
const askAboutPast = async (
  context: Context,
  { examDate = '' }: Partial<SchedulingSettings>,
  settings: SchedulingSettings,
): Promise<void> => {
  const { terminal, options, out, runtime } = context;
  const today = dayToDate(momentNow(runtime, settings).day);
  if (examDate === '' || examDate >= today) return;
  const text = `${examDate} is in the past: today is ${today}.`;
  if (terminal.stdin && terminal.stderr && options.input && !options.json)
    await confirm(context, text, false);
  else out.warn(text);
};

/** Puts a scheduling setting into the journal, or a preference into the settings file; `null`: the default. */
const write = async (context: Context, declared: Declaration, text: string | null): Promise<void> => {
  if (declared.scope === 'device') {
    const given = text === null || declared.setting.key !== 'course' ? text : courseSetting(text);
    const value = given === null ? undefined : parsePreference(declared.setting, given);
    if (value === null) {
      const { key, choices } = declared.setting;
      throw new Failure(
        'usage',
        `${key} takes ${choices?.join(', ') ?? 'a shorter text'}, not "${text ?? ''}"`,
        {
          code: 'bad-setting',
          try: `study config set ${key} ${choices?.[0] ?? 'less'}`,
        },
      );
    }
    const aside = await writePreference(context.runtime, declared.setting, value);
    if (aside !== null) context.out.warn(`The settings file was broken; it is now ${sanitizeLine(aside)}`);
    return;
  }
  const parsed = parseSetting(declared.setting, text ?? settingText(declared.setting, DEFAULT_SETTINGS));
  if (!parsed.ok) {
    throw new Failure('usage', `${parsed.message}, not "${text ?? ''}"`, {
      code: 'bad-setting',
      try: `study config get ${declared.setting.key} shows what it is now`,
    });
  }
  const [course, journal] = await Promise.all([context.recordingCourse(), context.journal()]);
  const { exam } = parsed.settings;
  if (exam !== undefined && exam !== '' && !course.blueprints.some(blueprint => blueprint.id === exam)) {
    const ids = course.blueprints.map(blueprint => blueprint.id);
    throw new Failure('usage', `There is no exam "${exam}" in this course`, {
      code: 'unknown-exam',
      try: `one of ${ids.join(', ')}`,
    });
  }
  await askAboutPast(context, parsed.settings, journal.progress(course.id).settings);
  journal.append(course.id, { type: 'configured', settings: parsed.settings });
  journal.close();
};

/** Dates are taken as people write them: `20 Dec`. */
const written = async (context: Context, { setting }: Declaration, text: string): Promise<string> => {
  if (!('kind' in setting) || (setting.kind !== 'date' && setting.kind !== 'days')) return text;
  const [course, journal] = await Promise.all([context.course(), context.journal()]);
  const { day } = momentNow(context.runtime, journal.progress(course.id).settings);
  return setting.kind === 'date' ? isoDate(text, day) : isoDaysOff(text, day);
};

const set = async (context: Context, key: string, values: readonly string[]): Promise<void> => {
  const declared = declarationOf(key);
  await write(context, declared, await written(context, declared, values.join(' ')));
  if (spokenOf(context) === null) await get(context, key);
  else await printRows(context, await rowsOf(context, candidate => candidate === declared.setting.key));
};

const reset = async (context: Context, keys: readonly string[]): Promise<void> => {
  // Every key is checked before the first one is written.
  const declared = keys.map(declarationOf);
  for (const one of declared) await write(context, one, null);
  const names = new Set(declared.map(({ setting }) => setting.key as string));
  await printRows(context, await rowsOf(context, candidate => names.has(candidate)));
};

const EXAMPLES = `
Examples:
  study config                               every setting
  study config set newPerDay 10
  study config set examDate 20 Dec
  study config set course ~/notes            the course where no folder says another
  study config reset newPerDay`;

export const command: CommandModule = {
  setup: (command: Command, context) => {
    command.addHelpText('after', EXAMPLES).action(() => list(context()));
    command
      .command('list')
      .description('Every setting with its value.')
      .action(() => list(context()));
    command
      .command('get')
      .description('Print one setting.')
      .argument('<key>')
      .action((key: string) => get(context(), key));
    command
      .command('set')
      .description('Change one setting.')
      .argument('<key>')
      .argument('<value...>')
      .action((key: string, values: string[]) => set(context(), key, values));
    command
      .command('reset')
      .description('Take settings back to their defaults.')
      .argument('<key...>')
      .action((keys: string[]) => reset(context(), keys));
  },
};
