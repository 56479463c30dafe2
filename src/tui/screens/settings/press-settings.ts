/** What the keys of the settings do: a state and a key give another state, and what is to be changed. */
import { settingsBefore } from '../../../app/learner/set-up.ts';
import type { PreferenceDeclaration } from '../../../core/device/preferences.ts';
import { DEFAULT_PREFERENCES } from '../../../core/device/preferences.ts';
import type { SchedulingSettings } from '../../../core/journal/event.ts';
import { DEFAULT_SETTINGS } from '../../../core/journal/settings.ts';
import type { Action } from '../../keys/key-table.ts';
import { cursorAfter } from '../../models/cursor.ts';
import { moveBy } from '../../models/list.ts';
import { minutesDraft, pressMinutes } from '../../models/minutes-draft.ts';
import { editField, fieldOf, fieldText, insertText } from '../../models/text-field.ts';
import { say, step } from '../../shell/effects.ts';
import { fieldWords, readField, typedValue } from './setting-field.ts';
import type { CourseRow, DeviceRow, PlainRow } from './setting-rows.ts';
import { examChange, stepCourse, stepDevice } from './setting-rows.ts';
import type {
  Editing,
  SettingsEffect,
  SettingsFacts,
  SettingsState,
  SettingsStep,
} from './settings-state.ts';
import { fixedBy, rowNow, rowsOf } from './settings-state.ts';

/** Changes settings of the course; the change that takes it back is kept. */
const setCourse = (
  state: SettingsState,
  given: Partial<SchedulingSettings>,
  { settings }: SettingsFacts,
): SettingsStep => {
  const isSame = Object.entries(given).every(
    ([key, value]) => JSON.stringify(value) === JSON.stringify(settings[key as keyof SchedulingSettings]),
  );
  if (isSame) return step(state);
  const back = { type: 'set-course', given: settingsBefore(given, settings) } as const;
  return step({ ...state, undo: [...state.undo, back] }, { type: 'set-course', given });
};

/** Changes a setting of this device; the change that takes it back is kept. */
const setDevice = (
  state: SettingsState,
  setting: PreferenceDeclaration,
  value: string | boolean,
  { preferences }: SettingsFacts,
): SettingsStep => {
  if (preferences[setting.key] === value) return step(state);
  const back = { type: 'set-device', setting, value: preferences[setting.key] } as const;
  return step({ ...state, undo: [...state.undo, back] }, { type: 'set-device', setting, value });
};

/** Shows the rarer settings, or hides them. */
const toggleMore = (state: SettingsState, { id }: PlainRow): SettingsState =>
  id === 'more' ? { ...state, hasMore: !state.hasMore } : state;

/** What is edited once a row that can be changed is opened; `null`: its value goes a step further. */
const editingOf = (row: CourseRow | DeviceRow, facts: SettingsFacts): Editing | null => {
  const { exams, settings } = facts;
  if (row.scope === 'course' && row.setting.key === 'exam') {
    const at = exams.findIndex(({ id }) => id === settings.exam);
    return { is: 'list', chosen: at === -1 ? exams.length : at };
  }
  if (row.scope === 'course' && row.setting.key === 'daysOff')
    return { is: 'days', draft: { ...minutesDraft(0, settings.daysOff), row: 'days' } };
  return row.way === 'arrows' ? null : { is: 'field', row, field: fieldOf(typedValue(row, facts)) };
};

/** The next value, or the one before; where there are none in a row, it is typed. */
const change = (
  state: SettingsState,
  row: CourseRow | DeviceRow,
  by: 1 | -1,
  facts: SettingsFacts,
): SettingsStep => {
  if (row.scope === 'device') {
    const next = stepDevice(row, facts.preferences, by);
    return next === null
      ? step({ ...state, editing: editingOf(row, facts) })
      : setDevice(state, row.setting, next, facts);
  }
  if (row.way === 'type') return step({ ...state, editing: editingOf(row, facts) });
  const next = stepCourse(row, facts.settings, facts.exams, by);
  return next === null ? step(state) : setCourse(state, next, facts);
};

/** Opens what is chosen: a list, a field, or its next value. */
const edit = (state: SettingsState, row: CourseRow | DeviceRow, facts: SettingsFacts): SettingsStep => {
  const editing = editingOf(row, facts);
  return editing === null ? change(state, row, 1, facts) : step({ ...state, editing });
};

/** A key that changes the row at the pointer. */
const pressRow = (
  state: SettingsState,
  action: 'left' | 'right' | 'open' | 'default',
  facts: SettingsFacts,
): SettingsStep => {
  const row = rowNow(state, facts);
  const fixed = fixedBy(row, facts);
  if (action === 'default') {
    if (fixed !== undefined || row.scope === 'plain') return step(state);
    return row.scope === 'device'
      ? setDevice(state, row.setting, DEFAULT_PREFERENCES[row.setting.key], facts)
      : setCourse(state, { [row.setting.key]: DEFAULT_SETTINGS[row.setting.key] }, facts);
  }
  if (fixed !== undefined) return step(state, say(`Set by ${fixed}: it cannot be changed here`));
  if (row.scope === 'plain') return step(toggleMore(state, row));
  return action === 'open' ? edit(state, row, facts) : change(state, row, action === 'right' ? 1 : -1, facts);
};

/** Takes what was edited for the new value. */
const save = (state: SettingsState, editing: Editing, facts: SettingsFacts): SettingsStep => {
  const closed = { ...state, editing: null };
  switch (editing.is) {
    case 'list':
      return setCourse(closed, examChange(facts.exams[editing.chosen]?.id ?? ''), facts);
    case 'days':
      return setCourse(closed, { daysOff: editing.draft.daysOff }, facts);
    case 'field': {
      const { row } = editing;
      const text = fieldText(editing.field);
      if (row.scope === 'device') {
        if (row.setting.key !== 'course') return setDevice(closed, row.setting, text.trim(), facts);
        const course = facts.courseAt(text);
        return course.ok
          ? setDevice(closed, row.setting, course.folder, facts)
          : step(state, say(course.why, 'bad'));
      }
      const given = readField(row, text, facts);
      return given === null
        ? step(state, say(fieldWords(row, text, facts).text, 'bad'))
        : setCourse(closed, given, facts);
    }
  }
};

const editingAfter = (editing: Editing, action: Action, key: string, facts: SettingsFacts): Editing => {
  switch (editing.is) {
    case 'field':
      return { ...editing, field: editField(editing.field, action) ?? editing.field };
    case 'list': {
      const by = action === 'up' ? -1 : action === 'down' ? 1 : 0;
      return { ...editing, chosen: moveBy(editing.chosen, facts.exams.length + 1, by) };
    }
    case 'days':
      return { ...editing, draft: pressMinutes(editing.draft, action, key) };
  }
};

/** Takes the last change back. */
const undo = (state: SettingsState): SettingsStep => {
  const last = state.undo.at(-1);
  return last === undefined
    ? step(state, say('Nothing was changed here'))
    : step<SettingsState, SettingsEffect>({ ...state, undo: state.undo.slice(0, -1) }, last, say('Undone'));
};

const pressList = (state: SettingsState, action: Action, facts: SettingsFacts): SettingsStep => {
  switch (action) {
    case 'left':
    case 'less':
      return pressRow(state, 'left', facts);
    case 'right':
    case 'more':
      return pressRow(state, 'right', facts);
    case 'open':
    case 'default':
      return pressRow(state, action, facts);
    case 'undo':
      return undo(state);
    case 'back':
      return step(state, { type: 'back' });
    default: {
      const { length } = rowsOf(state, facts);
      const chosen = cursorAfter(action, { cursor: state.chosen, length, page: state.seen.rows });
      return step(chosen === null ? state : { ...state, chosen });
    }
  }
};

/**
 * The state after a key, and what it asks for.
 * @param key its name, for those that stand for a number
 */
export const press = (
  state: SettingsState,
  action: Action,
  key: string,
  facts: SettingsFacts,
): SettingsStep => {
  const { editing } = state;
  if (editing === null) return pressList(state, action, facts);
  if (action === 'back') return step({ ...state, editing: null });
  if (action === 'open') return save(state, editing, facts);
  return step({ ...state, editing: editingAfter(editing, action, key, facts) });
};

/** The state after text was typed or pasted. */
export const typeText = (state: SettingsState, text: string): SettingsState =>
  state.editing?.is === 'field'
    ? { ...state, editing: { ...state.editing, field: insertText(state.editing.field, text) } }
    : state;
