/** A setting that is typed: what stands in its field at first, what is said of it, what it becomes. */
import { dayToDate } from '../../../core/base/civil-day.ts';
import type { Blueprint } from '../../../core/course/course.ts';
import type { SchedulingSettings } from '../../../core/journal/event.ts';
import { parseSetting, settingText } from '../../../core/journal/settings.ts';
import type { ExamDate } from '../../../core/plan/exam-date.ts';
import { examDateOf } from '../../../core/plan/exam-date.ts';
import { dateWords } from '../../../text/plan/exam-date-words.ts';
import type { CourseRow, DeviceRow, SettingRow } from './setting-rows.ts';
import { examChange } from './setting-rows.ts';
import type { SettingsFacts } from './settings-state.ts';

/** What is said of a text in a field; `bad`: it is no value. */
interface Words {
  readonly text: string;
  readonly tone: 'plain' | 'bad';
}

const isDateKey = (row: SettingRow): boolean => row.scope === 'course' && row.setting.kind === 'date';

/** What a field begins with: the value as it is typed. */
export const typedValue = (
  row: CourseRow | DeviceRow,
  { preferences, settings }: Pick<SettingsFacts, 'preferences' | 'settings'>,
): string => {
  if (row.scope === 'device') return String(preferences[row.setting.key]);
  const text = settingText(row.setting, settings);
  return text === 'none' && row.setting.kind === 'date' ? '' : text;
};

/** A typed date, and the exam whose days it must be among; `null`: any will do. */
const readDate = (
  { setting }: CourseRow,
  text: string,
  { today, blueprint, course }: SettingsFacts,
): { readonly date: ExamDate; readonly exam: Blueprint | null } => {
  const exam = setting.key === 'examDate' ? blueprint : null;
  return { date: examDateOf(text, today, exam, course.blueprints), exam };
};

/** What a text stands for, in words; bad where it cannot be. */
export const fieldWords = (row: CourseRow | DeviceRow, text: string, facts: SettingsFacts): Words => {
  if (row.scope === 'device') return { text: row.setting.help, tone: 'plain' };
  if (isDateKey(row)) {
    const { date, exam } = readDate(row, text, facts);
    return dateWords(date, facts.today, exam, facts.dot);
  }
  const parsed = parseSetting(row.setting, text);
  return parsed.ok
    ? { text: row.setting.help, tone: 'plain' }
    : { text: parsed.message.replace(/^\w+/, row.label), tone: 'bad' };
};

/** The change that a text makes; `null`: it is no value. */
export const readField = (
  row: CourseRow,
  text: string,
  facts: SettingsFacts,
): Partial<SchedulingSettings> | null => {
  if (isDateKey(row) && text.trim() !== '') {
    const { date } = readDate(row, text, facts);
    if (date.is === 'outside' && date.instead !== null)
      return { ...examChange(date.instead.id), examDate: dayToDate(date.day) };
    return date.is === 'day' ? { [row.setting.key]: dayToDate(date.day) } : null;
  }
  const parsed = parseSetting(row.setting, text);
  return parsed.ok ? parsed.settings : null;
};
