/** The screens of the plan, brought into a state in which every one of their keys can do something. */
import type { AFTER_EXAM_KEYS } from '../../src/tui/keys/exams.ts';
import type { PLAN_KEYS } from '../../src/tui/keys/plan.ts';
import type { READINESS_KEYS } from '../../src/tui/keys/readiness.ts';
import type { SETTINGS_KEYS } from '../../src/tui/keys/settings.ts';
import type { WELCOME_KEYS } from '../../src/tui/keys/welcome.ts';
import type { Destination } from '../../src/tui/shell/destination.ts';
import type { Screens } from './frames.ts';
import { openScreen } from './frames.ts';
import { memoryJournal, testClock } from './memory-journal.ts';
import { plannedCourse, studied } from './planned-course.ts';
import { screenPaths } from './screens-in-context.ts';

export type PlanPlace =
  | keyof typeof WELCOME_KEYS
  | keyof typeof PLAN_KEYS
  | keyof typeof READINESS_KEYS
  | keyof typeof SETTINGS_KEYS
  | keyof typeof AFTER_EXAM_KEYS;

const SMALL = { columns: 60, rows: 16 };

const press = async (screens: Screens, ...keys: readonly string[]): Promise<Screens> => {
  for (const key of keys) {
    screens.styled();
    await screens.press(key);
  }
  await screens.settle();
  screens.styled();
  return screens;
};

const open = async (to: Destination, ...keys: readonly string[]): Promise<Screens> => {
  const screens = await openScreen(to, { ...studied(6), size: SMALL, colour: true, paths: screenPaths() });
  return press(screens, ...keys);
};

const welcome = async (...keys: readonly string[]): Promise<Screens> => {
  const clock = testClock('2026-11-29T10:00:00Z');
  const screens = await openScreen(
    { to: 'welcome' },
    {
      course: plannedCourse(),
      clock,
      journal: memoryJournal(clock.now),
      size: SMALL,
      colour: true,
      paths: screenPaths(),
    },
  );
  return press(screens, ...keys);
};

const afterExam = async (how: 'passed' | 'moved', ...keys: readonly string[]): Promise<Screens> => {
  const source = studied(4);
  source.clock.at = Date.parse('2026-12-22T08:00:00Z');
  const screens = await openScreen(
    { to: 'after-exam', how },
    { ...source, size: SMALL, colour: true, paths: screenPaths() },
  );
  return press(screens, ...keys);
};

const settings: Destination = { to: 'settings', part: 'all' };

export const OPEN_PLAN: Readonly<Record<PlanPlace, () => Promise<Screens>>> = {
  'welcome-list': async () => {
    const screens = await welcome('down');
    return screens;
  },
  'welcome-date': async () => {
    const screens = await welcome('enter');
    await screens.paste('20 dec');
    return press(screens, 'left');
  },
  'welcome-start': () => welcome('enter', 'tab', 'tab', 'down'),
  'welcome-minutes': () => welcome('enter', 'tab', '2', 'down', 'right'),
  plan: () => open({ to: 'plan' }, 'right', 'space', 'down', 'right'),
  'plan-trying': () => open({ to: 'plan' }, 'down', 'right', '+', '+'),
  'plan-none': async () => {
    const { course, journal, clock } = studied(0, { exam: '', examDate: '' });
    return openScreen({ to: 'plan' }, { course, journal, clock, size: SMALL, paths: screenPaths() });
  },
  readiness: () => open({ to: 'readiness' }, 'right', 'down', 'down', 'down'),
  settings: () => open(settings, 'down', 'down', 'right'),
  'settings-list': () => open(settings, 'enter', 'down'),
  'settings-days': () => open(settings, 'down', 'down', 'down', 'enter', 'right'),
  'settings-field': () => open(settings, 'down', 'enter', 'left'),
  'after-field': async () => {
    const screens = await afterExam('moved');
    await screens.paste('in 4 weeks');
    return press(screens, 'left');
  },
  'after-list': () => afterExam('passed', 'enter', 'down'),
  problems: async () => {
    const problem = (line: number) =>
      ({
        rule: 'card-without-answer',
        severity: 'error',
        file: `content/area/keys-${line % 4}.md`,
        line,
        message: 'The card has no answer',
        hint: 'Write A: below it',
      }) as const;
    const course = plannedCourse({ problems: Array.from({ length: 30 }, (_, i) => problem(i + 1)) });
    const screens = await openScreen(
      { to: 'problems' },
      { course, size: SMALL, colour: true, paths: screenPaths() },
    );
    return press(screens, 'page-down', 'page-down');
  },
};
