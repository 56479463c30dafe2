/** The settings: those of the course, which all devices share, and those of this device. A change holds at once. */
import { courseSetting } from '../../../app/course/course-places.ts';
import { readPreferences, writePreference } from '../../../app/learner/device.ts';
import { outlookOf } from '../../../app/learner/outlook.ts';
import { changeSettings } from '../../../app/learner/set-up.ts';
import { Failure } from '../../../core/base/failure.ts';
import { dayToDate } from '../../../core/base/civil-day.ts';
import type { Blueprint } from '../../../core/course/course.ts';
import { currentBlueprint } from '../../../core/course/domains.ts';
import type { PreferenceDeclaration, Preferences } from '../../../core/device/preferences.ts';
import { DEFAULT_PREFERENCES } from '../../../core/device/preferences.ts';
import type { SchedulingSettings } from '../../../core/journal/event.ts';
import { examSet } from '../../../core/readiness/exam-plan.ts';
import { Lines } from '../../components/lines.tsx';
import { inSteps } from '../../models/in-steps.ts';
import { hiddenLines } from '../../models/list.ts';
import { askHost } from '../../shell/effects.ts';
import type { Host, Screen } from '../../shell/screen.ts';
import { examsToChoose } from '../welcome/exam-choice.ts';
import { press, typeText } from './press-settings.ts';
import { drawSettings } from './settings-body.ts';
import type { SettingsEffect, SettingsFacts, SettingsStep } from './settings-state.ts';
import { contextOf, fixedBy, FRESH, isDefault, rowNow } from './settings-state.ts';

/** The whole path of a course that was typed, or why it is none. */
const courseAt: SettingsFacts['courseAt'] = typed => {
  try {
    return { ok: true, folder: courseSetting(typed) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ok: false, why: error.message };
  }
};

/** The settings of the course and of the device. */
export const makeSettingsScreen = (host: Host, part: 'all' | 'device'): Screen => {
  const { services } = host;
  let state = FRESH;
  let preferences: Preferences = readPreferences(services.runtime).values;
  const figures = inSteps(host.fail);
  let hasFigures = false;

  const today = (): number => services.moment().day;
  const settings = (): SchedulingSettings => services.progress().settings;
  const exams = (): readonly Blueprint[] => {
    const held = examsToChoose(services.course, today());
    const own = services.course.blueprints.find(({ id }) => id === settings().exam);
    return own === undefined || held.includes(own) ? held : [own, ...held];
  };
  const facts = (): SettingsFacts => {
    const { course } = services;
    const set = examSet(course, settings(), today());
    return {
      part,
      course,
      settings: settings(),
      preferences,
      today: today(),
      blueprint: set ?? currentBlueprint(course, settings(), dayToDate(today())) ?? null,
      exams: exams(),
      usual: services.given.usual,
      fixed: services.given.fixed,
      courseAt,
      dot: host.theme.signs.dot,
    };
  };

  const outlook = () => outlookOf({ ...services, day: today() });
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

  const setCourse = (given: Partial<SchedulingSettings>): void => {
    changeSettings({ journal: services.journal, course: services.course, today: today() }, given);
    lookAhead();
  };

  const restyle = (): void => host.restyle({ theme: preferences.theme, ascii: preferences.ascii });
  const writeDevice = async (setting: PreferenceDeclaration, value: string | boolean): Promise<void> => {
    const isUsual = value === DEFAULT_PREFERENCES[setting.key];
    const aside = await writePreference(services.runtime, setting, isUsual ? undefined : value);
    preferences = readPreferences(services.runtime).values;
    restyle();
    if (aside !== null) host.say(`The settings file was broken; it is now ${aside}`, 'bad');
  };
  /** Changes of this device are written one after the other. */
  let writing: Promise<void> = Promise.resolve();
  const setDevice = (setting: PreferenceDeclaration, value: string | boolean): void => {
    preferences = { ...preferences, [setting.key]: value };
    restyle();
    writing = writing.then(() => writeDevice(setting, value)).catch(host.fail);
  };

  const carryOut = (effect: SettingsEffect): void => {
    if (effect.type === 'set-course') setCourse(effect.given);
    else if (effect.type === 'set-device') setDevice(effect.setting, effect.value);
    else askHost(host, effect);
  };
  /** Goes on to a state, and does what is to be done then. */
  const take = (step: SettingsStep): void => {
    ({ state } = step);
    step.effects.forEach(carryOut);
  };

  return {
    get context() {
      return contextOf(state);
    },
    header: () => ({
      left: 'settings',
      right: part === 'device' ? 'this device only' : 'this course, on all devices',
    }),
    body: size => {
      const page = {
        ...facts(),
        theme: host.theme,
        progress: services.progress(),
        outlook: hasFigures ? outlook() : null,
      };
      const body = drawSettings(state, size, page);
      ({ state } = body);
      return <Lines lines={body.lines} />;
    },
    hidden: () => hiddenLines({ top: state.top, ...state.seen }),
    close: figures.stop,
    offers: action => {
      const row = rowNow(state, { part });
      const { way } = row;
      const isFixed = fixedBy(row, { fixed: services.given.fixed }) !== undefined;
      switch (action) {
        case 'right':
          return state.editing !== null || (!isFixed && (way === 'arrows' || way === 'both'));
        case 'open':
          return state.editing !== null || (!isFixed && way !== 'none');
        case 'undo':
          return state.undo.length > 0;
        case 'default':
          return state.editing !== null || (!isFixed && !isDefault(row, settings(), preferences));
        default:
          return true;
      }
    },
    type: text => {
      state = typeText(state, text);
    },
    act: (action, key) => take(press(state, action, key, facts())),
  };
};
