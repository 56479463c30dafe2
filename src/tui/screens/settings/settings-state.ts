/** The settings at one moment: which is chosen, what is being edited, what can be taken back. */
import type { CourseReader, Blueprint } from '../../../core/course/course.ts';
import type { PreferenceDeclaration, PreferenceKey, Preferences } from '../../../core/device/preferences.ts';
import { DEFAULT_PREFERENCES } from '../../../core/device/preferences.ts';
import type { SchedulingSettings } from '../../../core/journal/event.ts';
import { DEFAULT_SETTINGS } from '../../../core/journal/settings.ts';
import type { ContextName } from '../../keys/key-table.ts';
import type { MinutesDraft } from '../../models/minutes-draft.ts';
import type { TextField } from '../../models/text-field.ts';
import type { HostEffect, Step } from '../../shell/effects.ts';
import type { CourseRow, DeviceRow, SettingRow, ValueSource } from './setting-rows.ts';
import { settingRows } from './setting-rows.ts';

/** What is being edited over the list. */
export type Editing =
  | { readonly is: 'field'; readonly row: CourseRow | DeviceRow; readonly field: TextField }
  | { readonly is: 'list'; readonly chosen: number }
  | { readonly is: 'days'; readonly draft: MinutesDraft };

/** A change of settings: of the course, which all devices share, or of this device. */
type Change =
  | { readonly type: 'set-course'; readonly given: Partial<SchedulingSettings> }
  | {
      readonly type: 'set-device';
      readonly setting: PreferenceDeclaration;
      readonly value: string | boolean;
    };

/** What is seen of the settings, and what is being changed. */
export interface SettingsState {
  /** Whether the rarer settings are shown. */
  readonly hasMore: boolean;
  /** Number of the row at the pointer. */
  readonly chosen: number;
  readonly editing: Editing | null;
  /** Changes that take those back that were made, the newest last. */
  readonly undo: readonly Change[];
  readonly top: number;
  /** What was drawn last: rows there was room for, and rows there were. */
  readonly seen: { readonly rows: number; readonly length: number };
}

/** The settings as they are opened. */
export const FRESH: SettingsState = {
  hasMore: false,
  chosen: 0,
  editing: null,
  undo: [],
  top: 0,
  seen: { rows: 1, length: 1 },
};

/** What a key looks at beside the state. */
export interface SettingsFacts extends ValueSource {
  /** `device`: only what holds for this device, as while an exam runs. */
  readonly part: 'all' | 'device';
  readonly course: CourseReader;
  /** Exams that can be chosen. */
  readonly exams: readonly Blueprint[];
  /** By preference, what has decided it: such a one cannot be changed here. */
  readonly fixed: Partial<Record<PreferenceKey, string>>;
  /** What is kept of a folder that was typed for the course: its whole path, or why it is none. */
  readonly courseAt: (
    typed: string,
  ) => { readonly ok: true; readonly folder: string } | { readonly ok: false; readonly why: string };
}

/** What a key asks for. */
export type SettingsEffect = HostEffect | Change;

/** The next state and what is to be done. */
export type SettingsStep = Step<SettingsState, SettingsEffect>;

/** Stands for a row that there is not. */
const NO_ROW: SettingRow = { scope: 'plain', id: 'more', label: 'More', way: 'none' };

/** The rows that are shown. */
export const rowsOf = (
  { hasMore }: SettingsState,
  { part }: Pick<SettingsFacts, 'part'>,
): readonly SettingRow[] => settingRows(part, hasMore);

/** The row at the pointer. */
export const rowNow = (state: SettingsState, facts: Pick<SettingsFacts, 'part'>): SettingRow =>
  rowsOf(state, facts)[state.chosen] ?? NO_ROW;

/** What has decided a setting that cannot be changed here. */
export const fixedBy = (row: SettingRow, { fixed }: Pick<SettingsFacts, 'fixed'>): string | undefined =>
  row.scope === 'device' ? fixed[row.setting.key] : undefined;

/** Whether a row has the value that it goes back to. */
export const isDefault = (
  row: SettingRow,
  settings: SchedulingSettings,
  preferences: Preferences,
): boolean => {
  if (row.scope === 'plain') return true;
  return row.scope === 'device'
    ? preferences[row.setting.key] === DEFAULT_PREFERENCES[row.setting.key]
    : JSON.stringify(settings[row.setting.key]) === JSON.stringify(DEFAULT_SETTINGS[row.setting.key]);
};

/** The keys in force. */
export const contextOf = ({ editing }: SettingsState): ContextName =>
  editing === null ? 'settings' : `settings-${editing.is}`;
