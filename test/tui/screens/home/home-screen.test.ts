import { beforeAll, describe, expect, it } from 'vitest';
import { resumeRequest } from '../../../../src/app/exam/exam-request.ts';
import type { CourseReader } from '../../../../src/core/course/course.ts';
import type { Screens } from '../../../support/frames.ts';
import { openScreen } from '../../../support/frames.ts';
import { memoryJournal, testClock } from '../../../support/memory-journal.ts';
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

// The exam's code is loaded behind the first frame.
beforeAll(async () => {
  await import('../../../../src/app/exam/exam-sittings.ts');
});

describe.each(SIZES)('the home screen at $columns x $rows', ({ columns, rows }) => {
  it('draws a first day, a day with weak topics and an open exam, and one with its result', async () => {
    const frames: string[] = [];
    const size = { columns, rows };
    const clock = testClock('2026-11-21T10:00:00Z');
    const journal = memoryJournal(clock.now);
    const paths = screenPaths();
    const first = await home(COURSE, { size });
    frames.push('# the first day', first.frame());
    const quiz = await openScreen(
      { to: 'session', request: sessionOf('quiz', ['single', 'truth']) },
      { course: COURSE, journal, clock },
    );
    await quiz.press('2', 'enter', 'enter', 'enter');
    const exam = await openScreen(
      { to: 'exam', request: newExam(false) },
      { course: COURSE, journal, clock, paths },
    );
    if (exam.shell.screen?.context === 'exam-typed') await exam.press('esc');
    await exam.press('q');
    clock.pass(9);
    const open = await home(COURSE, { size, journal, clock, paths });
    await open.settle();
    frames.push('# an open exam', open.frame());
    const again = await openScreen(
      { to: 'exam', request: resumeRequest(null) },
      { course: COURSE, journal, clock, paths },
    );
    if (again.shell.screen?.context === 'exam-typed') await again.press('esc');
    await again.press('E', 'y', 'q');
    const over = await home(COURSE, { size, journal, clock, paths });
    await over.settle();
    frames.push('# a result', over.frame());
    for (const frame of frames.filter(text => !text.startsWith('#')))
      expect(frame.split('\n')).toHaveLength(rows - 1);
    await expect(frames.join('\n')).toMatchFileSnapshot(`../../../golden/home-${columns}.txt`);
  });
});

describe('the home screen', () => {
  it('starts no clock by a single key', async () => {
    const screens = await home();
    await screens.press('m');
    expect(screens.shell.screen?.context).toBe('home');
    expect(line(screens, -2).trim()).toBe('Enter starts it, and its clock');
    expect(screens.frame()).toMatch(/> Mock exam/);
    await screens.press('enter');
    await expect.poll(() => screens.shell.screen?.context).toMatch(/^exam-/);
    if (screens.shell.screen?.context === 'exam-typed') await screens.press('esc');
    await screens.press('q');
    await expect.poll(() => screens.frame()).toContain('go on at question 1 of 8');
    await screens.press('m');
    await expect.poll(() => screens.shell.screen?.context).toMatch(/^exam-/);
    screens.shell.end({ is: 'left' });
  });

  it('offers no exam where the course describes none, and says how to name one', async () => {
    const screens = await home(tinyCourse({ items: [card('a')] }));
    expect(screens.frame()).not.toContain('Mock exam');
    await screens.press('m');
    expect(line(screens, -2)).toContain('study config set exam');
  });

  it('knows what is due although it was left open over night', async () => {
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
    await screens.press('q', 'z');
    await expect.poll(() => screens.frame()).toContain('There are no questions here.');
    await screens.press('q', 'q');
    expect(screens.shell.ending).toEqual({ is: 'left' });
  });
});
