/**
 * The settings: those of the course, which all devices share, and those of this device. A change holds at once.
 * More than 300 lines, for what a key does depends on the same few variables in every state.
 */
import { courseSetting } from '../../../app/course/course-places.ts';
import { readPreferences, writePreference } from '../../../app/learner/device.ts';
import { outlookOf } from '../../../app/learner/outlook.ts';
import { changeSettings, settingsBefore } from '../../../app/learner/set-up.ts';
import { Failure } from '../../../core/base/failure.ts';
import { dayToDate } from '../../../core/base/civil-day.ts';
import type { Blueprint } from '../../../core/course/course.ts';
import { currentBlueprint } from '../../../core/course/domains.ts';
import type { PreferenceDeclaration, Preferences } from '../../../core/device/preferences.ts';
import { DEFAULT_PREFERENCES } from '../../../core/device/preferences.ts';
import type { SchedulingSettings } from '../../../core/journal/event.ts';
import { DEFAULT_SETTINGS, parseSetting, settingText } from '../../../core/journal/settings.ts';
import { examDateOf } from '../../../core/plan/exam-date.ts';
import { examSet } from '../../../core/readiness/exam-plan.ts';
import { cellWidth, padEnd } from '../../../text/layout/width.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import { dateWords } from '../../../text/plan/exam-date-words.ts';
import { shortName } from '../../../text/layout/short-name.ts';
import { fieldLine } from '../../components/field-line.ts';
import { Lines } from '../../components/lines.tsx';
import { inSteps } from '../../models/in-steps.ts';
import { hiddenLines, moveBy, scrollTo, window } from '../../models/list.ts';
import type { MinutesDraft } from '../../models/minutes-draft.ts';
import { minutesDraft, pressMinutes } from '../../models/minutes-draft.ts';
import type { TextField } from '../../models/text-field.ts';
import { editField, fieldOf, fieldText, insertText } from '../../models/text-field.ts';
import type { Host, Screen, Size } from '../../shell/screen.ts';
import { examChoiceLines, examsToChoose } from '../welcome/exam-choice.ts';
import { weekdayLine } from '../welcome/minutes-lines.ts';
import { explanation } from './explanations.ts';
import type { CourseRow, DeviceRow, SettingRow, ValueSource } from './setting-rows.ts';
import { examChange, settingRows, stepCourse, stepDevice, valueText } from './setting-rows.ts';

/** What is being edited over the list. */
type Editing =
  | { readonly is: 'field'; readonly row: CourseRow | DeviceRow; readonly field: TextField }
  | { readonly is: 'list'; readonly chosen: number }
  | { readonly is: 'days'; readonly draft: MinutesDraft };

/** How a change is taken back. */
type Undo = () => void;

const LABEL = 20;
const WIDEST = 100;
/** Rows that the explanation may take, under a blank one. */
const EXPLAINED = 2;

const isDateKey = (row: SettingRow): boolean => row.scope === 'course' && row.setting.kind === 'date';

export const makeSettingsScreen = (host: Host, part: 'all' | 'device'): Screen => {
  const { services } = host;
  let preferences: Preferences = readPreferences(services.runtime).values;
  let hasMore = false;
  let chosen = 0;
  let editing: Editing | null = null;
  const undo: Undo[] = [];
  let top = 0;
  let rows = 1;
  let length = 1;
  const figures = inSteps(host.fail);

  const today = (): number => services.moment().day;
  const settings = (): SchedulingSettings => services.progress().settings;
  const list = (): readonly SettingRow[] => settingRows(part, hasMore);
  const row = (): SettingRow => list()[chosen] ?? { scope: 'plain', id: 'more', label: 'More', way: 'none' };
  const source = (): ValueSource => {
    const { course } = services;
    const set = examSet(course, settings(), today());
    return {
      course,
      settings: settings(),
      preferences,
      today: today(),
      blueprint: set ?? currentBlueprint(course, settings(), dayToDate(today())) ?? null,
      usual: services.given.usual,
      dot: host.theme.signs.dot,
    };
  };
  const fixedBy = (each: SettingRow): string | undefined =>
    each.scope === 'device' ? services.given.fixed[each.setting.key] : undefined;

  const outlook = () => outlookOf({ ...services, day: today() });
  let hasFigures = false;
  /** The projection for the minutes of a day comes after the frame. */
  const lookAhead = (): void => {
    hasFigures = false;
    if (part === 'device' || examSet(services.course, settings(), today()) === null) return figures.stop();
    figures.start([
      () => outlook().plan,
      () => outlook().readiness,
      () => {
        hasFigures = true;
        host.redraw();
      },
    ]);
  };
  lookAhead();

  const writeCourse = (given: Partial<SchedulingSettings>): void => {
    const before = settingsBefore(given, settings());
    const change = (to: Partial<SchedulingSettings>): void => {
      changeSettings({ journal: services.journal, course: services.course, today: today() }, to);
      lookAhead();
    };
    change(given);
    undo.push(() => change(before));
  };

  const applyPreference = async (setting: PreferenceDeclaration, value: string | boolean): Promise<void> => {
    const isUsual = value === DEFAULT_PREFERENCES[setting.key];
    const aside = await writePreference(services.runtime, setting, isUsual ? undefined : value);
    preferences = readPreferences(services.runtime).values;
    host.restyle({ theme: preferences.theme, ascii: preferences.ascii });
    if (aside !== null) host.say(`The settings file was broken; it is now ${aside}`, 'bad');
  };
  /** Changes of this device are written one after the other. */
  let writing: Promise<void> = Promise.resolve();
  const writeDevice = (setting: PreferenceDeclaration, value: string | boolean): void => {
    const before = preferences[setting.key];
    const change = (to: string | boolean): void => {
      preferences = { ...preferences, [setting.key]: to };
      host.restyle({ theme: preferences.theme, ascii: preferences.ascii });
      writing = writing.then(() => applyPreference(setting, to)).catch(host.fail);
    };
    change(value);
    undo.push(() => change(before));
  };

  const step = (by: 1 | -1): void => {
    const here = row();
    const fixed = fixedBy(here);
    if (fixed !== undefined) return host.say(`Set by ${fixed}: it cannot be changed here`);
    if (here.scope === 'plain') {
      if (here.id === 'more') hasMore = !hasMore;
      return;
    }
    if (here.scope === 'device') {
      const next = stepDevice(here, preferences, by);
      if (next === null) return edit();
      return writeDevice(here.setting, next);
    }
    if (here.way === 'type') return edit();
    const next = stepCourse(here, settings(), exams(), by);
    if (next !== null) writeCourse(next);
  };

  const exams = (): readonly Blueprint[] => {
    const held = examsToChoose(services.course, today());
    const own = services.course.blueprints.find(({ id }) => id === settings().exam);
    return own === undefined || held.includes(own) ? held : [own, ...held];
  };

  /** What a field begins with: the value as it is typed. */
  const typedValue = (here: CourseRow | DeviceRow): string => {
    if (here.scope === 'device') return String(preferences[here.setting.key]);
    const text = settingText(here.setting, settings());
    return text === 'none' && here.setting.kind === 'date' ? '' : text;
  };

  const edit = (): void => {
    const here = row();
    const fixed = fixedBy(here);
    if (fixed !== undefined) return host.say(`Set by ${fixed}: it cannot be changed here`);
    if (here.scope === 'plain') {
      if (here.id === 'more') hasMore = !hasMore;
      return;
    }
    if (here.scope === 'course' && here.setting.key === 'exam') {
      const at = exams().findIndex(({ id }) => id === settings().exam);
      editing = { is: 'list', chosen: at === -1 ? exams().length : at };
    } else if (here.scope === 'course' && here.setting.key === 'daysOff')
      editing = { is: 'days', draft: { ...minutesDraft(0, settings().daysOff), row: 'days' } };
    else if (here.way === 'arrows') step(1);
    else editing = { is: 'field', row: here, field: fieldOf(typedValue(here)) };
  };

  /** What the field stands for, in words; bad where it cannot be. */
  const fieldWords = (
    here: CourseRow | DeviceRow,
    text: string,
  ): { readonly text: string; readonly tone: 'plain' | 'bad' } => {
    if (here.scope === 'device') return { text: here.setting.help, tone: 'plain' };
    if (isDateKey(here)) {
      const blueprint = here.setting.key === 'examDate' ? source().blueprint : null;
      const date = examDateOf(text, today(), blueprint, services.course.blueprints);
      return dateWords(date, today(), blueprint, host.theme.signs.dot);
    }
    const parsed = parseSetting(here.setting, text);
    return parsed.ok
      ? { text: here.setting.help, tone: 'plain' }
      : { text: parsed.message.replace(/^\w+/, here.label), tone: 'bad' };
  };

  const saveField = (here: CourseRow | DeviceRow, text: string): void => {
    if (here.scope === 'device') {
      const { setting } = here;
      try {
        writeDevice(setting, setting.key === 'course' ? courseSetting(text) : text.trim());
        editing = null;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        host.say(error.message, 'bad');
      }
      return;
    }
    const words = fieldWords(here, text);
    if (isDateKey(here) && text.trim() !== '') {
      const isExam = here.setting.key === 'examDate';
      const blueprint = isExam ? source().blueprint : null;
      const date = examDateOf(text, today(), blueprint, services.course.blueprints);
      if (date.is === 'outside' && date.instead !== null)
        writeCourse({ ...examChange(date.instead.id), examDate: dayToDate(date.day) });
      else if (date.is === 'day') writeCourse({ [here.setting.key]: dayToDate(date.day) });
      else return host.say(words.text, 'bad');
    } else {
      const parsed = parseSetting(here.setting, text);
      if (!parsed.ok) return host.say(words.text, 'bad');
      writeCourse(parsed.settings);
    }
    editing = null;
  };

  const open = (): void => {
    if (editing === null) return edit();
    switch (editing.is) {
      case 'field':
        return saveField(editing.row, fieldText(editing.field));
      case 'list':
        writeCourse(examChange(exams()[editing.chosen]?.id ?? ''));
        break;
      case 'days':
        writeCourse({ daysOff: editing.draft.daysOff });
    }
    editing = null;
  };

  const reset = (): void => {
    const here = row();
    if (fixedBy(here) !== undefined || here.scope === 'plain') return;
    if (here.scope === 'device') return writeDevice(here.setting, DEFAULT_PREFERENCES[here.setting.key]);
    writeCourse({ [here.setting.key]: DEFAULT_SETTINGS[here.setting.key] });
  };

  /** The value of a row with the signs that say how it is changed. */
  const valueCell = (each: SettingRow, isChosen: boolean, columns: number): string => {
    const { style, signs } = host.theme;
    const fixed = fixedBy(each);
    const room = Math.min(columns, WIDEST) - LABEL - 6;
    const text = shortName(valueText(each, source(), hasMore), room, signs.ellipsis);
    const shown = isChosen ? style.strong(text) : text;
    if (fixed !== undefined) return `  ${style.dim(`${text}   from ${fixed}`)}`;
    return each.way === 'arrows' || each.way === 'both' ? `< ${shown} >` : `  ${shown}`;
  };

  const rowLines = (columns: number): readonly { readonly row: number; readonly text: string }[] => {
    const { style, signs } = host.theme;
    return list().flatMap((each, i) => {
      const isChosen = i === chosen;
      const label = padEnd(isChosen ? style.strong(each.label) : each.label, LABEL - 2);
      const before = list()[i - 1];
      const heading = 'this device only';
      const isFirstOfDevice = each.scope === 'device' && before?.scope === 'course';
      const lines = isFirstOfDevice
        ? [
            {
              row: i,
              text: style.dim(' '.repeat(Math.max(0, columns - cellWidth(heading))) + heading),
            },
          ]
        : [];
      const editor = isChosen && editing !== null ? editing : null;
      const value =
        editor?.is === 'field'
          ? `  ${fieldLine(editor.field, Math.min(columns, WIDEST) - LABEL - 4, host.theme)}`
          : editor?.is === 'days'
            ? ` ${weekdayLine(editor.draft.daysOff, editor.draft.weekday, host.theme)}`
            : valueCell(each, isChosen, columns);
      return [...lines, { row: i, text: `${isChosen ? signs.pointer : ' '} ${label}${value}` }];
    });
  };

  const explained = (columns: number): readonly string[] => {
    const { style } = host.theme;
    const here = row();
    if (editing?.is === 'field') {
      const { text, tone } = fieldWords(editing.row, fieldText(editing.field));
      return wrapText(text, Math.min(columns, WIDEST)).map(line =>
        tone === 'bad' ? style.wrong(line) : style.dim(line),
      );
    }
    const text = explanation(here, {
      ...source(),
      reader: services.course,
      progress: services.progress(),
      outlook: hasFigures ? outlook() : null,
      fixed: fixedBy(here),
    });
    return wrapText(text, Math.min(columns, WIDEST)).map(line => style.dim(line));
  };

  const draw = ({ columns, rows: most }: Size): readonly string[] => {
    if (editing?.is === 'list') {
      const lines = examChoiceLines(exams(), editing.chosen, today(), columns, host.theme);
      rows = most;
      ({ length } = lines);
      top = scrollTo({ top: 0, rows, length }, editing.chosen);
      return window(lines, top, rows);
    }
    const lines = rowLines(columns);
    const about = explained(columns).slice(0, EXPLAINED);
    rows = Math.max(1, most - EXPLAINED - 1);
    ({ length } = lines);
    top = scrollTo(
      { top, rows, length },
      lines.findIndex(({ row: at }) => at === chosen),
    );
    if (chosen === 0) top = 0;
    const shown = window(lines, top, rows).map(({ text }) => text);
    return [...shown, ...Array.from({ length: rows - shown.length }, () => ''), '', ...about];
  };

  return {
    get context() {
      if (editing === null) return 'settings' as const;
      return editing.is === 'field'
        ? ('settings-field' as const)
        : editing.is === 'list'
          ? ('settings-list' as const)
          : ('settings-days' as const);
    },
    header: () => ({
      left: 'settings',
      right: part === 'device' ? 'this device only' : 'this course, on all devices',
    }),
    body: size => <Lines lines={draw(size)} />,
    hidden: () => hiddenLines({ top, rows, length }),
    close: figures.stop,
    offers: action => {
      const { way } = row();
      if (action === 'right') return way === 'arrows' || way === 'both' || editing !== null;
      if (action === 'undo') return undo.length > 0;
      return action === 'default' ? way !== 'none' && row().scope !== 'plain' : true;
    },
    type: text => {
      if (editing?.is === 'field') editing = { ...editing, field: insertText(editing.field, text) };
    },
    act: (action, key) => {
      if (editing !== null) {
        if (action === 'back') editing = null;
        else if (action === 'open') open();
        else if (editing.is === 'field') {
          editing = { ...editing, field: editField(editing.field, action) ?? editing.field };
        } else if (editing.is === 'list') {
          const by = action === 'up' ? -1 : action === 'down' ? 1 : 0;
          editing = { ...editing, chosen: moveBy(editing.chosen, exams().length + 1, by) };
        } else editing = { ...editing, draft: pressMinutes(editing.draft, action, key) };
        return;
      }
      const count = list().length;
      switch (action) {
        case 'up':
        case 'down':
          chosen = moveBy(chosen, count, action === 'up' ? -1 : 1);
          return;
        case 'page-up':
        case 'page-down':
          chosen = moveBy(chosen, count, action === 'page-up' ? -rows : rows);
          return;
        case 'top':
          chosen = 0;
          return;
        case 'bottom':
          chosen = count - 1;
          return;
        case 'left':
        case 'less':
          return step(-1);
        case 'right':
        case 'more':
          return step(1);
        case 'open':
          return edit();
        case 'default':
          return reset();
        case 'undo': {
          const last = undo.pop();
          if (last === undefined) return host.say('Nothing was changed here');
          last();
          return host.say('Undone');
        }
        case 'back':
          return host.back();
        default:
      }
    },
  };
};
