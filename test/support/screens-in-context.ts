/** Screens of home, sessions and exams, brought into the middle of each of their states. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExamRequest } from '../../src/app/exam/exam-request.ts';
import { placementRequest } from '../../src/app/session/ready-requests.ts';
import { startExam } from '../../src/app/exam/start-exam.ts';
import type { Destination } from '../../src/tui/shell/destination.ts';
import type { EXAMS_KEYS } from '../../src/tui/keys/exams.ts';
import type { EXAM_KEYS } from '../../src/tui/keys/exam.ts';
import type { CHOOSE_KEYS } from '../../src/tui/keys/choose.ts';
import type { HOME_KEYS } from '../../src/tui/keys/home.ts';
import type { LISTS_KEYS } from '../../src/tui/keys/lists.ts';
import type { SESSION_KEYS } from '../../src/tui/keys/session/session.ts';
import type { WRITING_KEYS } from '../../src/tui/keys/writing.ts';
import type { Screens } from './frames.ts';
import { openScreen } from './frames.ts';
import { studied } from './planned-course.ts';
import { EXAMS_COURSE, examsWorld } from './exams-world.ts';
import { CHOOSE_COURSE, listWorld, LONG_LIST_COURSE, longListWorld } from './list-world.ts';
import { examScreenCourse, SCREEN_ITEMS, SCREEN_COURSE, sessionOf } from './screen-course.ts';

export type Place =
  | keyof typeof HOME_KEYS
  | keyof typeof SESSION_KEYS
  | keyof typeof EXAM_KEYS
  | keyof typeof LISTS_KEYS
  | keyof typeof CHOOSE_KEYS
  | keyof typeof EXAMS_KEYS
  | keyof typeof WRITING_KEYS;

const SMALL = { columns: 60, rows: 16 };

/** A place for the lock of a sitting, and settings that ask how sure one is. */
export const screenPaths = (settings: object = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'study-screens-'));
  writeFileSync(join(folder, 'settings.json'), JSON.stringify(settings));
  return { config: folder, data: folder, journal: '/nowhere', cache: '/dev/null/nowhere' };
};

/** A new sitting of the first blueprint. */
export const newExam = (practice: boolean): ExamRequest => ({
  open: parts => {
    const [blueprint] = parts.course.blueprints;
    if (blueprint === undefined) throw new Error('The course has no exam');
    return startExam(parts, { blueprint, seed: 1, minutes: null, extra: 0, practice });
  },
});

const LONG_ITEMS = SCREEN_ITEMS.filter(({ key, type }) => key.startsWith('long') && type === 'question');
const EXAM_COURSE = examScreenCourse(LONG_ITEMS);

/** Presses keys and draws after each, as a terminal does: what scrolls goes by what was drawn. */
const press = async (screens: Screens, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) {
    screens.styled();
    await screens.press(key);
  }
  screens.styled();
};

const inSession = async (keys: readonly string[], pressed: readonly string[], settings: object = {}) => {
  const destination: Destination = { to: 'session', request: sessionOf('quiz', keys) };
  const screens = await openScreen(destination, {
    course: SCREEN_COURSE,
    size: SMALL,
    colour: true,
    paths: screenPaths(settings),
  });
  await press(screens, ...pressed);
  return screens;
};

/** At a card of the placement, with one answered and others to come. */
const inPlacement = async (...pressed: readonly string[]): Promise<Screens> => {
  const screens = await openScreen(
    { to: 'session', request: placementRequest(() => 7) },
    { ...studied(0), size: SMALL, colour: true, paths: screenPaths() },
  );
  await press(screens, ...pressed);
  return screens;
};

/** A review with nothing left but a card that comes back in some minutes. */
const waiting = async (): Promise<Screens> => {
  const destination: Destination = { to: 'session', request: sessionOf('review', ['table']) };
  const screens = await openScreen(destination, {
    course: SCREEN_COURSE,
    size: SMALL,
    colour: true,
    paths: screenPaths(),
  });
  await press(screens, 'space', '1');
  return screens;
};

/** At a question of a kind, in the middle of its text, with questions before and after it. */
const inExam = async (kind: string, pressed: readonly string[]) => {
  const screens = await openScreen(
    { to: 'exam', request: newExam(true) },
    { course: EXAM_COURSE, size: SMALL, colour: true, paths: screenPaths() },
  );
  const [started] = screens.journal.events;
  const at = started?.type === 'exam-started' ? started.questions.findIndex(each => each.kind === kind) : 0;
  if (screens.shell.screen?.context === 'exam-typed') await screens.press('esc');
  await press(screens, 'a', String(at + 1), 'enter', ...pressed);
  return screens;
};

/** In the middle of a list that is longer than the screen. */
const inLists = async (...pressed: readonly string[]): Promise<Screens> => {
  const screens = await openScreen(
    { to: 'lists', list: 'missed' },
    { course: LONG_LIST_COURSE, size: SMALL, colour: true, ...longListWorld() },
  );
  await press(screens, 'page-down', 'down', ...pressed);
  return screens;
};

/** At a topic that can be unfolded, with rows before and after it. */
const inChoose = async (...pressed: readonly string[]): Promise<Screens> => {
  const screens = await openScreen(
    { to: 'choose', at: 'kms' },
    { course: CHOOSE_COURSE, size: SMALL, colour: true, ...listWorld() },
  );
  await press(screens, ...pressed);
  return screens;
};

/** While a remark or card is written, with the cursor in the middle of several lines. */
const writing = async (key: 'w' | 'W', ...pressed: readonly string[]): Promise<Screens> => {
  // Loaded beforehand: what the key opens is there at once.
  await import('../../src/tui/writing/panels.ts');
  const screens = await inSession(['single', 'truth'], ['2', 'enter', key]);
  await screens.paste('one more\nthing to\nremember');
  await press(screens, 'up', 'left', ...pressed);
  return screens;
};

/** Opens a screen in a state in which every one of its keys can do something. */
export const OPEN: Readonly<Record<Place, () => Promise<Screens>>> = {
  home: async () => {
    const screens = await openScreen(
      { to: 'home' },
      { course: examScreenCourse(), size: { columns: 80, rows: 24 }, colour: true, paths: screenPaths() },
    );
    await screens.press('down', 'down', 'down');
    return screens;
  },
  'card-asking': () => inSession(['truth', 'long-card', 'table'], ['enter', 'enter', 'page-down']),
  'placement-card': async () => {
    const screens = await inPlacement('space', '3', 'page-down');
    return screens;
  },
  'card-revealed': () => inSession(['long-card', 'table'], ['space', 'page-down']),
  choice: () => inSession(['long', 'truth'], ['down', 'page-up']),
  choices: () => inSession(['long-multiple', 'truth'], ['1', 'down', 'page-up']),
  truth: () => inSession(['single', 'long-truth', 'single'], ['enter', 'enter', 'down', 'page-up']),
  order: () => inSession(['long-order', 'single'], ['down', 'page-up']),
  match: () => inSession(['long-match', 'single'], ['1', 'page-up']),
  typed: async () => {
    const screens = await inSession(['long-text', 'single'], []);
    await screens.paste('queue');
    await press(screens, 'left', 'page-up');
    return screens;
  },
  'typed-commands': async () => {
    const screens = await inSession(['long-text', 'single'], ['page-down', 'esc']);
    return screens;
  },
  confidence: () => inSession(['single', 'truth'], ['enter'], { confidence: true }),
  feedback: () => inSession(['long', 'truth'], ['2', 'enter', 'page-down']),
  'look-back': () =>
    inSession(
      ['truth', 'long', 'table'],
      ['1', 'enter', 'enter', '2', 'enter', 'enter', 'space', '3', 'p', 'p', 'page-down', 'page-down', 'up'],
    ),
  'look-back-card': () =>
    inSession(
      ['truth', 'table', 'long-card', 'visibility'],
      ['1', 'enter', 'enter', 'space', '3', 'space', '3', 'space', '3', 'p', 'p', 'page-down'],
    ),
  'session-answers': () =>
    inSession(
      ['truth', 'table', 'visibility', 'single'],
      ['2', 'enter', 'enter', 'space', '3', 'space', '1', 'a', 'up'],
    ),
  'session-wait': () => waiting(),
  'session-summary': () =>
    inSession(
      ['truth', 'table', 'single'],
      ['2', 'enter', 'enter', 'space', '1', '3', 'enter', 'enter', 'down'],
    ),
  'exam-choice': () => inExam('single', ['down', 'page-up']),
  'exam-order': () => inExam('order', ['down', 'page-up']),
  'exam-match': () => inExam('match', ['1', 'page-up']),
  'exam-typed': async () => {
    const screens = await inExam('text', []);
    await screens.paste('queue');
    await press(screens, 'left', 'page-up');
    return screens;
  },
  'exam-commands': () => inExam('text', ['page-down', 'esc']),
  'exam-grid': () => inExam('order', ['f', 'd', 'a', 'right', 'right', 'left']),
  'exam-asking': () => inExam('order', ['E']),
  'exam-paused': () => inExam('order', ['P']),
  lists: () => inLists(),
  'lists-filter': async () => {
    const screens = await inLists('/');
    await screens.paste('kms');
    await press(screens, 'left');
    return screens;
  },
  'lists-look': () => inLists('enter', 'page-down', 'down'),
  'lists-asking': async () => {
    const screens = await inLists();
    for (let i = 0; i < 11; i++) await press(screens, 'space', 'down');
    await press(screens, 'S');
    return screens;
  },
  choose: () => inChoose(),
  'choose-doing': () => inChoose('enter'),
  'choose-filter': async () => {
    const screens = await inChoose('/');
    await screens.paste('kms');
    await press(screens, 'left');
    return screens;
  },
  exams: async () => {
    const screens = await openScreen(
      { to: 'exams' },
      { course: EXAMS_COURSE, size: SMALL, colour: true, paths: screenPaths(), ...examsWorld(14) },
    );
    await press(screens, 'page-down', 'down');
    return screens;
  },
  'exams-asking': async () => {
    const screens = await openScreen(
      { to: 'exams' },
      { course: EXAMS_COURSE, size: SMALL, colour: true, paths: screenPaths(), ...examsWorld(2) },
    );
    await press(screens, 'D');
    return screens;
  },
  'report-next': () => inExam('order', ['E', 'y', 'enter', 'down']),
  'report-questions': () => inExam('order', ['E', 'y', 'a', 'down', 'down']),
  mock: async () => {
    const screens = await openScreen(
      { to: 'mock' },
      { course: EXAM_COURSE, size: SMALL, colour: true, paths: screenPaths() },
    );
    await press(screens, 'up', 'right', 'up', 'up', 'up', 'right');
    return screens;
  },
  'mock-parts': async () => {
    const screens = await openScreen(
      { to: 'mock' },
      { course: EXAM_COURSE, size: SMALL, colour: true, paths: screenPaths() },
    );
    await press(screens, 'up', 'up', 'enter', 'space', 'down');
    return screens;
  },
  'writing-remark': () => writing('w'),
  'writing-card': () => writing('W'),
  'writing-asking': () => writing('w', 'esc'),
  'exam-report': () => inExam('order', ['E', 'y', 'page-down', 'page-down', 'page-down']),
};
