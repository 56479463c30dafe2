import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { resumeRequest } from '../../../../src/app/exam/exam-request.ts';
import type { CourseReader } from '../../../../src/core/course/course.ts';
import { cellWidth } from '../../../../src/text/layout/width.ts';
import type { Screens } from '../../../support/frames.ts';
import { openScreen } from '../../../support/frames.ts';
import { memoryJournal, testClock } from '../../../support/memory-journal.ts';
import type { Studied } from '../../../support/planned-course.ts';
import { plannedCourse, studied, studyDays } from '../../../support/planned-course.ts';
import { examScreenCourse, sessionOf } from '../../../support/screen-course.ts';
import { newExam, screenPaths } from '../../../support/screens-in-context.ts';
import { card, tinyCourse } from '../../../support/tiny-course.ts';

const SIZES = [
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
] as const;

const COURSE = examScreenCourse();
const home = (course: CourseReader = COURSE, more = {}): Promise<Screens> =>
  openScreen({ to: 'home' }, { course, paths: screenPaths(), ...more });
const line = (screens: Screens, index: number): string => screens.frame().split('\n').at(index) ?? '';
const context = ({ shell }: Screens): string | undefined => shell.screen?.context;

beforeAll(async () => {
  // The code of exams and of other screens is loaded after the first frame.
  await Promise.all([
    import('../../../../src/app/exam/exam-sittings.ts'),
    import('../../../../src/app/exam/late-exam.ts'),
    import('../../../../src/tui/screens/after-exam/after-exam-screen.tsx'),
    import('../../../../src/tui/screens/problems/problems-screen.tsx'),
    import('../../../../src/tui/screens/settings/settings-screen.tsx'),
    import('../../../../src/tui/screens/session/session-screen.tsx'),
  ]);
});

const drawn = async ({ course, journal, clock }: Studied, size: object): Promise<string> => {
  const screens = await home(course, { journal, clock, size });
  await screens.settle();
  return screens.frame();
};

/** A mock exam that was started and left. */
const leaveExam = async (
  { course, journal, clock }: Studied,
  paths: ReturnType<typeof screenPaths>,
): Promise<void> => {
  const exam = await openScreen({ to: 'exam', request: newExam(false) }, { course, journal, clock, paths });
  await exam.press('1', 'enter', 'q');
};

/** Every state of Home, by what it is. */
const STATES: readonly (readonly [string, (size: object) => Promise<string>])[] = [
  ['the first day of an exam', size => drawn(studied(0), size)],
  [
    'too few answers',
    async size => {
      const source = studied(0);
      studyDays(source, 1, 3);
      source.clock.pass(-24 * 60);
      source.clock.pass(5);
      return drawn(source, size);
    },
  ],
  ['in the middle of the preparation', size => drawn(studied(12), size)],
  [
    'a part of the day is done',
    async size => {
      const source = studied(12);
      studyDays(source, 1, 8);
      source.clock.pass(-23 * 60);
      return drawn(source, size);
    },
  ],
  [
    'the minutes are done',
    async size => {
      const source = studied(12);
      studyDays(source, 1, 16);
      source.clock.pass(-23 * 60);
      return drawn(source, size);
    },
  ],
  ['no date yet', size => drawn(studied(3, { examDate: '' }), size)],
  [
    'the day of the exam',
    async size => {
      const source = studied(6);
      source.clock.at = Date.parse('2026-12-20T08:00:00Z');
      return drawn(source, size);
    },
  ],
  [
    'after the exam',
    async size => {
      const source = studied(6);
      source.clock.at = Date.parse('2026-12-22T08:00:00Z');
      return drawn(source, size);
    },
  ],
  [
    'the exam is passed',
    async size => {
      const source = studied(6);
      source.clock.at = Date.parse('2026-12-22T08:00:00Z');
      const day = Math.floor(Date.parse('2026-12-20') / 86_400_000);
      source.journal.add(source.course.id, {
        type: 'result',
        exam: 'dev-c03',
        day,
        passed: true,
        points: null,
      });
      source.journal.add(source.course.id, { type: 'configured', settings: { examDate: '' } });
      return drawn(source, size);
    },
  ],
  [
    'no exam',
    async size => {
      const source = studied(0, { exam: '', examDate: '' });
      const { course, journal, clock } = source;
      const quiz = await openScreen(
        { to: 'session', request: sessionOf('quiz', ['keys-q-1', 'keys-q-2', 'tables-q-1']) },
        { course, journal, clock },
      );
      for (let i = 0; i < 3; i++) {
        clock.pass(1);
        await quiz.press(String(i + 1), 'enter', 'enter');
      }
      clock.pass(24 * 60);
      return drawn(source, size);
    },
  ],
  [
    'problems',
    async size => {
      const problem = {
        rule: 'card-without-answer',
        severity: 'error',
        file: 'content/area/keys.md',
        line: 12,
        message: 'The card has no answer',
        hint: 'Write A: below it',
      } as const;
      return drawn(studied(0, {}, plannedCourse({ problems: [problem, { ...problem, line: 20 }] })), size);
    },
  ],
  [
    'an open exam',
    async size => {
      const source = studied(8);
      const paths = screenPaths();
      await leaveExam(source, paths);
      source.clock.pass(9);
      return drawn(source, size);
    },
  ],
  [
    'an exam whose time ran out',
    async size => {
      const source = studied(8);
      await leaveExam(source, screenPaths());
      source.clock.pass(180);
      return drawn(source, size);
    },
  ],
];

describe.each(SIZES)('the home screen at $columns x $rows', ({ columns, rows }) => {
  it('draws every state whole', async () => {
    const frames: string[] = [];
    for (const [name, draw] of STATES) {
      const frame = await draw({ columns, rows });
      expect(frame.split('\n')).toHaveLength(rows - 1);
      for (const each of frame.split('\n')) expect(cellWidth(each)).toBeLessThanOrEqual(columns);
      frames.push(`# ${name}`, frame);
    }
    await expect(frames.join('\n')).toMatchFileSnapshot(`../../../golden/home-${columns}.txt`);
  });
});

describe('the home screen', () => {
  it('starts the next step of the plan with enter and enter, from a cold start', async () => {
    const { course, journal, clock } = studied(2);
    const screens = await home(course, { journal, clock });
    await screens.press('enter');
    await expect.poll(() => context(screens)).toMatch(/^card-asking|^choice/);
    await screens.press('enter');
    await expect.poll(() => context(screens)).toMatch(/^card-revealed|^feedback/);
  });

  it('draws its first frame without the figures, and fills them in', async () => {
    const { course, journal, clock } = studied(12);
    const { shell, frame, settle } = await openScreen(
      { to: 'calculator', id: null },
      { course, journal, clock, paths: screenPaths() },
    );
    await shell.start({ to: 'home' });
    const before = frame();
    expect(before).toContain('Readiness');
    expect(before).not.toMatch(/\d+-\d+ %/);
    await settle();
    expect(frame()).toMatch(/Readiness {3}\d+-\d+ %/);
    // Nothing moves when they come.
    const at = (text: string): number => text.split('\n').findIndex(each => each.includes('> Continue'));
    expect(at(frame())).toBe(at(before));
  });

  it('starts no clock by a single key: m leads to the page before an exam', async () => {
    const { course, journal, clock } = studied(2);
    const screens = await home(course, { journal, clock });
    await screens.press('m');
    await expect.poll(() => context(screens)).not.toBe('home');
    expect(journal.events.some(({ type }) => type === 'exam-started')).toBe(false);
  });

  it('reads an open exam again before enter: after its time there is a report, never another exam', async () => {
    const source = studied(8);
    const paths = screenPaths();
    await leaveExam(source, paths);
    const { course, journal, clock } = source;
    const screens = await home(course, { journal, clock, paths });
    await screens.settle();
    expect(screens.frame()).toMatch(/> Resume exam\s+DEV-C0\d · 2 of 6/);
    const started = journal.events.filter(({ type }) => type === 'exam-started').length;
    clock.pass(180);
    await screens.press('enter');
    await expect.poll(() => context(screens)).toBe('exam-report');
    expect(journal.events.filter(({ type }) => type === 'exam-started')).toHaveLength(started);
    expect(screens.frame()).not.toContain('Resume');
  });

  it('leads from an exam whose time ran out to its report', async () => {
    const source = studied(8);
    const paths = screenPaths();
    await leaveExam(source, paths);
    source.clock.pass(180);
    const screens = await home(source.course, { ...source, paths });
    await screens.settle();
    expect(screens.frame()).toMatch(/> Exam report\s+DEV-C0\d · time ran out at/);
    await screens.press('enter');
    await expect.poll(() => context(screens)).toBe('exam-report');
  });

  it('reminds of a sync that is long ago, and of none that is not', async () => {
    const source = studied(8);
    const paths = screenPaths();
    const syncedAt = source.clock.now() - 9 * 86_400_000;
    mkdirSync(join(paths.data, 'sync'));
    const place = { kind: 'folder', place: '/shared', branch: '' };
    writeFileSync(join(paths.data, 'sync', 'sync.json'), JSON.stringify({ ...place, syncedAt }));
    const screens = await home(source.course, { ...source, paths });
    expect(screens.frame()).toContain('Last sync 9 days ago: study sync');
    writeFileSync(
      join(paths.data, 'sync', 'sync.json'),
      JSON.stringify({ ...place, syncedAt: source.clock.now() }),
    );
    expect((await home(source.course, { ...source, paths })).frame()).not.toContain('sync');
  });

  it('resumes an open exam with its first line', async () => {
    const source = studied(8);
    const paths = screenPaths();
    await leaveExam(source, paths);
    const screens = await home(source.course, { ...source, paths });
    await screens.settle();
    await screens.press('enter');
    await expect.poll(() => context(screens)).toBe('exam-choice');
    screens.shell.end({ is: 'left' });
    expect(resumeRequest(null)).toBeDefined();
  });

  it('knows what is due although it was left open overnight', async () => {
    const screens = await home();
    expect(line(screens, 0)).toContain('Sat 21 Nov');
    screens.clock.pass(24 * 60);
    await screens.press('down');
    expect(line(screens, 0)).toContain('Sun 22 Nov');
  });

  it('says that nothing is to be done on a course without items', async () => {
    const screens = await home(tinyCourse({ items: [], topics: ['sqs'] }));
    expect(screens.frame()).toContain('done for today');
    await screens.press('r');
    await expect.poll(() => screens.frame()).toContain('Nothing is due');
    await screens.press('q', 't');
    await expect.poll(() => screens.frame()).toContain('There are no questions here.');
  });

  it('takes a second q only after the first has said so', async () => {
    const screens = await home(tinyCourse({ items: [card('a')] }));
    await screens.press('g', 's');
    await expect.poll(() => context(screens)).toBe('stats');
    await screens.press('q', 'q');
    expect(screens.shell.ending).toBeNull();
    expect(line(screens, -2)).toContain('q again leaves study');
    await screens.press('q');
    expect(screens.shell.ending).toEqual({ is: 'left' });
  });

  it('is never left by esc', async () => {
    const screens = await home();
    await screens.press('esc', 'esc');
    expect(screens.shell.ending).toBeNull();
    await screens.press('q');
    expect(screens.shell.ending).toEqual({ is: 'left' });
  });

  it('asks how the exam went until it is told, and not again in this run', async () => {
    const source = studied(4);
    source.clock.at = Date.parse('2026-12-22T08:00:00Z');
    const screens = await home(source.course, source);
    await screens.settle();
    expect(screens.frame()).toContain('The exam was on Sun 20 Dec. How did it go?');
    await screens.press('down', 'down', 'down', 'enter');
    expect(screens.frame()).not.toContain('How did it go?');
  });

  it('keeps a pass with its score, and asks what comes next', async () => {
    const source = studied(4);
    source.clock.at = Date.parse('2026-12-22T08:00:00Z');
    const screens = await home(source.course, source);
    await screens.settle();
    await screens.press('enter');
    await expect.poll(() => context(screens)).toBe('after-field');
    await screens.paste('84');
    await screens.press('enter');
    const result = source.journal.events.find(({ type }) => type === 'result');
    expect(result).toMatchObject({ exam: 'dev-c03', passed: true, points: 84 });
    expect(screens.frame()).toContain('Keep it fresh');
    await screens.press('enter');
    expect(context(screens)).toBe('home');
    const { settings } = source.journal.progress('tiny');
    expect(settings).toMatchObject({ examDate: '', minutesPerDay: 10, newPerDay: 0, plan: false });
    expect(screens.frame()).not.toContain('How did it go?');
  });

  it.each([
    ['61', 'below'],
    ['63', 'within'],
    ['84', 'above'],
  ])('says where a score of %s stands to the forecast: %s it', async (score, place) => {
    const source = studied(4);
    source.journal.add(source.course.id, {
      type: 'forecast',
      exam: 'dev-c03',
      model: 'm',
      day: Math.floor(Date.parse('2026-12-19') / 86_400_000),
      examDay: Math.floor(Date.parse('2026-12-20') / 86_400_000),
      sitting: null,
      full: true,
      questions: 50,
      known: 6000,
      spread: 500,
      score: 7200,
      low: 6260,
      high: 8000,
      chance: 2000,
      aim: 8000,
    });
    source.clock.at = Date.parse('2026-12-22T08:00:00Z');
    const screens = await home(source.course, source);
    await screens.settle();
    await screens.press('enter');
    await expect.poll(() => context(screens)).toBe('after-field');
    expect(screens.frame().replaceAll(/\s+/g, ' ')).toContain('The forecast is judged by it.');
    await screens.paste(score);
    await screens.press('enter');
    expect(screens.frame()).toContain(`The forecast was 63-80 %: ${score} % is ${place} it.`);
  });

  it('plans anew for the next date after an exam that was not passed', async () => {
    const source = studied(4);
    source.clock.at = Date.parse('2026-12-22T08:00:00Z');
    const screens = await home(source.course, source);
    await screens.settle();
    await screens.press('down', 'enter');
    await expect.poll(() => context(screens)).toBe('after-field');
    await screens.paste('in 4 weeks');
    await screens.press('enter');
    expect(source.journal.progress('tiny').settings.examDate).toBe('2027-01-19');
    expect(source.journal.events.find(({ type }) => type === 'result')).toMatchObject({ passed: false });
    expect(screens.frame()).toContain('Tue 19 Jan');
  });

  it('lists the problems of the course', async () => {
    const problem = {
      rule: 'card-without-answer',
      severity: 'error',
      file: 'content/area/keys.md',
      line: 12,
      message: 'The card has no answer',
      hint: 'Write A: below it',
    } as const;
    const screens = await home(plannedCourse({ problems: [problem] }));
    await screens.press('up', ...Array.from({ length: 12 }, () => 'down'), 'enter');
    await expect.poll(() => context(screens)).toBe('problems');
    expect(screens.frame()).toContain('content/area/keys.md:12');
  });

  it('offers no exam where the course describes none, and says so', async () => {
    const screens = await home(tinyCourse({ items: [card('a')] }));
    expect(screens.frame()).not.toContain('Mock exam');
    await screens.press('m');
    expect(line(screens, -2)).toContain('This course has no exams');
  });
});

it('a memory journal as of an earlier day knows nothing later', () => {
  const clock = testClock('2026-11-16T10:00:00Z');
  expect(memoryJournal(clock.now).progressAt('tiny', 20_000).items.size).toBe(0);
});

describe('keys that come while a screen loads', () => {
  it('are for that screen, but take no item away that nobody has seen', async () => {
    const screens = await home();
    const { shell, journal } = screens;
    for (const key of ['enter', 'S', 'b', 'space']) shell.input({ type: 'key', key });
    await screens.settle();
    // The answer is shown, as asked; nothing was suspended or buried.
    expect(context(screens)).toBe('card-revealed');
    expect(journal.events.map(({ type }) => type)).not.toContain('suspended');
    expect(journal.events.map(({ type }) => type)).not.toContain('buried');
    await screens.press('S');
    expect(journal.events.map(({ type }) => type)).toContain('suspended');
  });
});
