import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isExamEvent } from '../../../../src/core/journal/exam-event.ts';
import { makeRenderer } from '../../../../src/text/question/renderer.ts';
import { makeStyle } from '../../../../src/text/layout/style.ts';
import { startExam } from '../../../../src/app/exam/start-exam.ts';
import type { ExamRequest } from '../../../../src/app/exam/exam-request.ts';
import { resumeRequest } from '../../../../src/app/exam/exam-request.ts';
import type { ScreenOptions, Screens } from '../../../support/frames.ts';
import { openScreen } from '../../../support/frames.ts';
import { examScreenCourse } from '../../../support/screen-course.ts';

const SIZES = [
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
] as const;

const COURSE = examScreenCourse();
/** Questions of the paper by kind, in the order of seed 1. */
const KINDS = ['single', 'multiple', 'true-false', 'numeric', 'order', 'match', 'text'] as const;

const opened: Screens[] = [];
let data = '';

beforeAll(async () => makeRenderer(makeStyle(false)).load());
afterEach(() => {
  // Its clock would tick on.
  for (const { shell } of opened.splice(0)) shell.end({ is: 'left' });
  rmSync(data, { recursive: true, force: true });
});

const newExam = (practice: boolean): ExamRequest => ({
  open: parts => {
    const [blueprint] = parts.course.blueprints;
    if (blueprint === undefined) throw new Error('The course has no exam');
    return startExam(parts, { blueprint, seed: 1, minutes: null, extra: 0, practice });
  },
});

const open = async (
  options: Partial<ScreenOptions> = {},
  request: ExamRequest = newExam(false),
): Promise<Screens> => {
  data = mkdtempSync(join(tmpdir(), 'study-'));
  const paths = { config: '/nowhere', data, journal: '/nowhere', cache: '/dev/null/nowhere' };
  const screens = await openScreen({ to: 'exam', request }, { course: COURSE, paths, ...options });
  opened.push(screens);
  return screens;
};

const context = (screens: Screens): string => screens.shell.screen?.context ?? '';
const line = (screens: Screens, index: number): string => screens.frame().split('\n').at(index) ?? '';
/** Without what is out of sight, which stands behind it. */
const message = (screens: Screens): string =>
  line(screens, -2)
    .replace(/ +\d+ [↑↓].*/, '')
    .trim();
const events = ({ journal }: Screens) => journal.events.filter(isExamEvent);
const last = (screens: Screens) => events(screens).at(-1);
const types = (screens: Screens): readonly string[] => events(screens).map(({ type }) => type);

const paperKinds = (screens: Screens): readonly string[] => {
  const [started] = events(screens);
  return started?.type === 'exam-started' ? started.questions.map(({ kind }) => kind) : [];
};

/** Goes to the first question of a kind by its number on the grid. */
const goTo = async (screens: Screens, kind: (typeof KINDS)[number]): Promise<void> => {
  if (context(screens) === 'exam-typed') await screens.press('esc');
  await screens.press('a', String(paperKinds(screens).indexOf(kind) + 1), 'enter');
};

describe.each(SIZES)('an exam at $columns x $rows', ({ columns, rows }) => {
  it('draws every kind of question, the grid, the end and the report', async () => {
    const screens = await open({ size: { columns, rows } });
    const frames: string[] = [];
    const draw = (title: string): void => void frames.push(`# ${title}`, screens.frame());
    for (const kind of KINDS) {
      await goTo(screens, kind);
      draw(kind);
    }
    await goTo(screens, 'multiple');
    await screens.press('1', 'down', 'x', 'f', 'd');
    draw('multiple, marked');
    await goTo(screens, 'single');
    await screens.press('2');
    draw('single, chosen');
    await screens.press('a');
    draw('all questions');
    await screens.press('tab');
    draw('those that are blank');
    await screens.press('E');
    draw('asking');
    await screens.press('y');
    draw('report');
    await screens.press('n');
    draw('report, the first wrong one');
    await screens.press('a');
    draw('report, its questions');
    await screens.press('esc', 'enter');
    draw('report, what next');
    for (const frame of frames.filter(text => !text.startsWith('#')))
      expect(frame.split('\n')).toHaveLength(rows - 1);
    await expect(frames.join('\n')).toMatchFileSnapshot(`../../../golden/exam-${columns}.txt`);
  });
});

describe('answers', () => {
  it('are on the disk at the key that chooses, and are taken back by it', async () => {
    const screens = await open();
    await goTo(screens, 'single');
    await screens.press('2');
    expect(last(screens)).toMatchObject({ type: 'exam-answered', verdict: expect.any(String) as string });
    await screens.press('2');
    expect(last(screens)).toMatchObject({ type: 'exam-answered', response: null });
    expect(message(screens)).toBe('Answer cleared');
  });

  it('count for an order that is right as it is shown, once a line was picked up', async () => {
    const screens = await open();
    await goTo(screens, 'order');
    await screens.press('space', 'space', 'enter');
    expect(types(screens)).toContain('exam-answered');
  });

  it.each(KINDS)('are none where enter goes on from an untouched question: %s', async kind => {
    const screens = await open();
    await goTo(screens, kind);
    await screens.press('down', 'up', 'enter');
    expect(types(screens)).not.toContain('exam-answered');
    await goTo(screens, kind);
    await screens.press(...(kind === 'text' || kind === 'numeric' ? ['tab'] : ['down', 'n']));
    expect(types(screens)).not.toContain('exam-answered');
  });

  it('are undone act by act, at whatever question', async () => {
    const screens = await open();
    await goTo(screens, 'single');
    await screens.press('2', 'f', 'x', '3');
    await goTo(screens, 'multiple');
    await screens.press('1', 'u', 'u', 'u', 'u');
    expect(message(screens)).toMatch(/^Undone at question \d$/);
    expect(screens.frame()).toContain('(x) 2');
    expect(line(screens, 1).trim()).toBe('');
    await screens.press('u');
    expect(screens.frame()).toContain('( ) 2');
    await screens.press('u');
    expect(message(screens)).toBe('There is nothing to undo');
  });

  it('stay at the question while they are none, and say why', async () => {
    const screens = await open();
    await goTo(screens, 'numeric');
    await screens.paste('many');
    await screens.press('enter');
    expect(context(screens)).toBe('exam-typed');
    expect(message(screens)).toContain('Needed: a number');
    expect(screens.frame()).toContain('> many');
    await screens.press('tab');
    expect(message(screens)).toMatch(/^The answer to question \d is incomplete$/);
    await goTo(screens, 'numeric');
    expect(screens.frame()).toContain('> many');
  });

  it('no longer count when what is shown is another one', async () => {
    const screens = await open();
    await goTo(screens, 'text');
    await screens.paste('queue');
    await screens.press('enter');
    await goTo(screens, 'text');
    await screens.press('ctrl-u', 'tab');
    expect(events(screens).findLast(({ type }) => type === 'exam-answered')).toMatchObject({
      response: null,
    });
  });

  it('are kept when the program ends in the middle of typing', async () => {
    const screens = await open();
    await goTo(screens, 'text');
    await screens.paste('visibility timeout');
    screens.shell.end({ is: 'interrupted' });
    expect(last(screens)).toMatchObject({ type: 'exam-answered', verdict: 'correct' });
    expect(screens.shell.farewell()[2]).toBe('Resume with: study exam --resume');
  });

  it('replace each other where one is right, and stop where as many as are right are chosen', async () => {
    const screens = await open();
    await goTo(screens, 'multiple');
    await screens.press('1', '2', '3');
    expect(message(screens)).toBe('Two are chosen already: take one back first (1, 2)');
    await screens.press('9');
    expect(message(screens)).toBe('Choose 1 to 5');
  });

  it('are marked as struck out, flagged and unsure, and unmarked by the same key', async () => {
    const screens = await open();
    await goTo(screens, 'single');
    await screens.press('x');
    expect(screens.frame()).toContain('> (-) 1');
    await screens.press('x', 'f', 'd');
    expect(line(screens, 1)).toContain('⚑ flagged · unsure');
    await screens.press('f', 'd');
    expect(line(screens, 1).trim()).toBe('');
    expect(screens.frame()).toContain('> ( ) 1');
  });

  it('wait for a disk that takes them', async () => {
    const screens = await open();
    await goTo(screens, 'single');
    screens.journal.disk = 'full';
    await screens.press('2');
    expect(message(screens)).toContain('Not saved: the disk is full');
    expect(screens.frame()).toContain('( ) 2');
    screens.journal.disk = 'well';
    await screens.press('2');
    expect(screens.frame()).toContain('(x) 2');
  });
});

describe('the ends of a paper', () => {
  it('say that they are its ends', async () => {
    const screens = await open();
    await screens.press('a', '1', 'enter', 'p');
    if (context(screens) === 'exam-typed') await screens.press('shift-tab');
    expect(message(screens)).toBe('This is the first question');
    await screens.press('esc', 'a', '8', 'enter');
    await screens.press('tab');
    expect(message(screens)).toBe('This is the last question: a shows all, E hands in');
  });
});

describe('the grid', () => {
  it('goes to what is blank and what is flagged, or says that there is none', async () => {
    const screens = await open();
    await goTo(screens, 'single');
    await screens.press('a', 'tab', 'tab', 'n');
    expect(message(screens)).toBe('There is no flagged question');
    await screens.press('f', 'right', 'right', 'n');
    expect(screens.frame()).toMatch(/>\d ·⚑/);
    await screens.press('shift-tab', 'n', 'enter');
    expect(context(screens)).not.toBe('exam-grid');
    if (context(screens) === 'exam-typed') await screens.press('esc');
    await screens.press('a', 'E');
    expect(context(screens)).toBe('exam-asking');
    await screens.press('enter');
    expect(context(screens)).toBe('exam-grid');
  });
});

describe('a pause', () => {
  it('is for practice exams alone', async () => {
    const screens = await open();
    await goTo(screens, 'single');
    await screens.press('P');
    expect(message(screens)).toBe('Only a practice exam can be paused');
  });

  it('hides the question and stops the clock', async () => {
    const screens = await open({}, newExam(true));
    await goTo(screens, 'single');
    await screens.press('P');
    expect(context(screens)).toBe('exam-paused');
    expect(screens.frame()).not.toContain('A table is read');
    const clock = line(screens, 0);
    screens.clock.pass(10);
    expect(line(screens, 0)).toBe(clock);
    await screens.press('space');
    expect(screens.frame()).toContain('A table is read');
  });
});

describe('a sitting that was left', () => {
  it('goes on at its question, with its answers, and its clock has gone on', async () => {
    const screens = await open();
    await goTo(screens, 'single');
    await screens.press('2', 'q');
    screens.clock.pass(5);
    const again = await openScreen(
      { to: 'exam', request: resumeRequest(null) },
      {
        course: COURSE,
        journal: screens.journal,
        clock: screens.clock,
        paths: { config: '/nowhere', data, journal: '/nowhere', cache: '/dev/null/nowhere' },
      },
    );
    opened.push(again);
    expect(again.frame()).toContain('(x) 2');
    expect(line(again, 0)).toContain('2:05:00');
    expect(message(again)).toMatch(/^Resumed at question \d\. The clock ran on for 5 min; 2 h 5 min left$/);
  });
});

describe('the report', () => {
  it('leads from one wrong answer to the next, and says where there is no further one', async () => {
    const screens = await open({ size: { columns: 80, rows: 24 } });
    await goTo(screens, 'single');
    await screens.press('a', 'E', 'y');
    expect(context(screens)).toBe('exam-report');
    await screens.press(...Array.from({ length: 9 }, () => 'n'));
    expect(message(screens)).toBe('There is no further wrong one');
    await screens.press('q');
    expect(screens.shell.ending).toEqual({ is: 'left' });
    expect(screens.shell.farewell().join('\n')).toContain('0 of 8');
  });
});
