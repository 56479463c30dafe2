import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ExamParts } from '../../../src/app/exam/exam-parts.ts';
import { examHistory, listSittings, openSittings, settleExams } from '../../../src/app/exam/exam-sittings.ts';
import type { ExamRun } from '../../../src/app/exam/exam-run.ts';
import { resumeExam, startExam } from '../../../src/app/exam/start-exam.ts';
import { resetItems } from '../../../src/app/learner/progress-acts.ts';
import { Failure } from '../../../src/core/base/failure.ts';
import { reportItem } from '../../../src/core/memory/item-report.ts';
import { backupPath, writeBackup } from '../../../src/store/archive/backup.ts';
import { mergeInto } from '../../../src/store/archive/merge.ts';
import { restoreBackup } from '../../../src/store/archive/restore.ts';
import { examBank, examBlueprint, examCourse } from '../../support/exam-course.ts';
import { EXAM, EXAM_COURSE, examClock, startProgram } from '../../support/exam-home.ts';
import { makeHome, withHome } from '../../support/homes.ts';
import { memoryJournal, testClock } from '../../support/memory-journal.ts';
import { choice, instantiate } from '../../support/tiny-course.ts';

const OPTIONS = { blueprint: EXAM, seed: 3, minutes: 10, extra: 0, practice: false } as const;

/** The failure that something throws. */
const failureOf = (act: () => unknown): Failure => {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  return expect.fail('it should have failed');
};

const answerAll = (run: ExamRun): void => {
  for (let number = 1; number <= run.state.sitting.paper.questions.length; number++) {
    run.dispatch({ type: 'go', number });
    run.dispatch({ type: 'answer', line: '1' });
  }
};

const submit = (run: ExamRun): void => {
  run.dispatch({ type: 'end' });
  run.dispatch({ type: 'confirm' });
};

describe('a running exam', () => {
  it('has on the disk what it tells, and is resumed by another program at the same question', () =>
    withHome(home => {
      const clock = examClock();
      const first = startExam(startProgram(home, clock), OPTIONS);
      expect(first.opening).toEqual([]);
      clock.pass(20);
      expect(first.dispatch({ type: 'answer', line: '2' })).toMatchObject([{ type: 'saved', number: 1 }]);
      first.dispatch({ type: 'flag' });
      first.dispatch({ type: 'go', number: 4 });
      first.dispatch({ type: 'strike', option: 1 });
      // Nobody closes it: the program is killed, and the lock it leaves is that of this very process.
      clock.pass(100);
      const second = resumeExam(startProgram(home, clock));
      expect(second.state.sitting).toEqual(first.state.sitting);
      expect(second.left()).toBe(480_000);
      expect(second.opening).toEqual([
        {
          type: 'taken-up',
          away: 100_000,
          clock: 'went-on',
          number: 4,
          left: 480_000,
          elsewhere: false,
        },
      ]);
    }));

  it('stands still while it is closed or killed in practice, and time at a question leaves that out', () =>
    withHome(home => {
      const clock = examClock();
      const first = startExam(startProgram(home, clock), { ...OPTIONS, practice: true });
      clock.pass(30);
      first.dispatch({ type: 'answer', line: '2' });
      clock.pass(15);
      first.close();
      clock.pass(3600);
      const second = resumeExam(startProgram(home, clock));
      expect(second.opening).toMatchObject([{ clock: 'stood-still', left: 555_000, number: 1 }]);
      clock.pass(5);
      second.dispatch({ type: 'next' });
      clock.pass(3600);
      // Killed: the clock had run to the last act.
      const third = resumeExam(startProgram(home, clock));
      expect(third.left()).toBe(550_000);
      expect(third.state.sitting.records[0]?.ms).toBe(50_000);
      expect(third.state.sitting.phase).toBe('open');
    }));

  it('is ended by the clock, and feeds memory once', () =>
    withHome(home => {
      const clock = examClock();
      const parts = startProgram(home, clock);
      const run = startExam(parts, OPTIONS);
      run.dispatch({ type: 'answer', line: '1' });
      clock.pass(599);
      expect(run.dispatch({ type: 'tick' })).toMatchObject([{ type: 'warning', minutes: 1 }]);
      clock.pass(2);
      expect(run.dispatch({ type: 'answer', line: '2' })).toEqual([{ type: 'ended', reason: 'time' }]);
      const { paper } = run.state.sitting;
      const item = paper.questions[0]?.item ?? '';
      expect(parts.journal.progress('tiny').items.get(item)?.reps).toBe(1);
      expect(parts.journal.progress('tiny').days).toMatchObject([{ answers: 1 }]);
      expect(run.report().questions[0]).toMatchObject({ status: 'answered', changes: 0 });
      expect(settleExams(parts)).toEqual([]);
      expect(failureOf(() => resumeExam(parts)).details.code).toBe('no-open-exam');
    }));

  it('whose time ran out while nobody was there is ended on the day on which it did', () =>
    withHome(home => {
      const clock = examClock();
      const first = startExam(startProgram(home, clock), OPTIONS);
      first.dispatch({ type: 'answer', line: '1' });
      const item = first.state.sitting.paper.questions[0]?.item ?? '';
      clock.pass(6 * 86_400);
      const parts = startProgram(home, clock);
      expect(openSittings(parts, clock.now())).toEqual([]);
      const failure = failureOf(() => resumeExam(parts));
      expect(failure.details.code).toBe('exam-over');
      const progress = parts.journal.progress('tiny').items.get(item);
      expect(progress).toMatchObject({ reps: 1, lastDay: 20_777 });
      expect(listSittings(parts, clock.now())).toMatchObject([
        { phase: 'ended', end: { reason: 'time', at: Date.parse('2026-11-20T09:10:00Z') } },
      ]);
      expect(examHistory(parts, clock.now()).sittings).toMatchObject([{ answered: 1, questions: 10 }]);
    }));

  it('leaves an item alone that was attempted after the time ran out', () =>
    withHome(home => {
      const clock = examClock();
      const first = startExam(startProgram(home, clock), OPTIONS);
      first.dispatch({ type: 'answer', line: '1' });
      const item = first.state.sitting.paper.questions[0]?.item ?? '';
      clock.pass(3 * 86_400);
      const parts = startProgram(home, clock);
      parts.journal.append('tiny', {
        type: 'reviewed',
        mode: 'review',
        day: 20_780,
        ratings: [{ item, rating: 'good', counted: true }],
        ms: 1,
        model: 'm',
      });
      expect(settleExams(parts)).toHaveLength(1);
      expect(parts.journal.progress('tiny').items.get(item)).toMatchObject({ reps: 1, lastDay: 20_780 });
    }));

  it('is not sat in two terminals; a third program can go on when the first has let go', () =>
    withHome(home => {
      const clock = examClock();
      const first = startExam(startProgram(home, clock), OPTIONS);
      const elsewhere: ExamParts = {
        ...startProgram(home, clock),
        lock: () => ({
          is: 'held',
          holder: { pid: 77, terminal: '/dev/pts/4', host: 'desk', since: clock.now() },
        }),
      };
      const failure = failureOf(() => resumeExam(elsewhere));
      expect(failure.message).toBe(
        'This exam is open in another terminal: process 77 on /dev/pts/4 of desk, since 2026-11-20 09:00',
      );
      expect(failure.details.code).toBe('exam-open-elsewhere');
      first.close();
      expect(readdirSync(join(home.paths.data, 'exam-locks'))).toEqual([]);
      expect(resumeExam(startProgram(home, clock)).state.sitting.id).toBe(first.state.sitting.id);
    }));

  it('goes on where it stood when a record does not reach the disk', () => {
    const clock = testClock('2026-11-20T09:00:00Z');
    const journal = memoryJournal(clock.now);
    const parts: ExamParts = {
      course: EXAM_COURSE,
      journal,
      clock,
      instantiate,
      lock: () => ({ is: 'locked', lock: { renew: () => undefined, release: () => undefined } }),
    };
    const run = startExam(parts, OPTIONS);
    run.dispatch({ type: 'answer', line: '1' });
    const { sitting } = run.state;
    journal.disk = 'full';
    expect(run.dispatch({ type: 'next' })).toEqual([{ type: 'not-saved', message: 'the disk is full' }]);
    expect(run.state.sitting).toEqual(sitting);
    expect(run.failure?.details.code).toBe('not-saved');
    run.dispatch({ type: 'end' });
    expect(run.dispatch({ type: 'confirm' })).toMatchObject([{ type: 'not-saved' }]);
    expect(run.state.asking).toBe(true);
    journal.disk = 'well';
    expect(run.dispatch({ type: 'confirm' })).toEqual([{ type: 'ended', reason: 'submitted' }]);
    expect(run.failure).toBeNull();
  });

  it('refuses a home that cannot be written to before it draws anything', () => {
    const clock = testClock('2026-11-20T09:00:00Z');
    const journal = memoryJournal(clock.now);
    journal.disk = 'read-only';
    const parts: ExamParts = {
      course: EXAM_COURSE,
      journal,
      clock,
      instantiate,
      lock: () => expect.fail('nothing to lock'),
    };
    expect(failureOf(() => startExam(parts, OPTIONS)).details.code).toBe('not-saved');
    expect(failureOf(() => resumeExam(parts)).details.code).toBe('not-saved');
    expect(journal.events).toEqual([]);
  });

  it('is gone on with on another device after a merge, and told so', () => {
    const other = makeHome();
    try {
      withHome(home => {
        const clock = examClock();
        const first = startExam(startProgram(home, clock), OPTIONS);
        first.dispatch({ type: 'answer', line: '1' });
        first.dispatch({ type: 'go', number: 5 });
        first.close();
        clock.pass(60);
        mergeInto(other.paths.journal, home.paths.journal);
        const there = resumeExam(startProgram(other, clock, { machine: 'laptop' }));
        expect(there.opening).toMatchObject([{ type: 'taken-up', number: 5, elsewhere: true }]);
        there.dispatch({ type: 'answer', line: '3' });
        submit(there);
        clock.pass(60);
        // Meanwhile the first device has ended it as well: the first end counts, for the score and for memory.
        const here = resumeExam(startProgram(home, clock));
        here.dispatch({ type: 'answer', line: '4' });
        submit(here);
        mergeInto(home.paths.journal, other.paths.journal);
        mergeInto(other.paths.journal, home.paths.journal);
        const [a, b] = [startProgram(home, clock), startProgram(other, clock, { machine: 'laptop' })];
        expect(listSittings(a, clock.now())).toEqual(listSittings(b, clock.now()));
        const items = first.state.sitting.paper.questions.map(({ item }) => item);
        for (const parts of [a, b])
          expect(items.map(item => parts.journal.progress('tiny').items.get(item)?.reps ?? 0)).toEqual([
            1, 0, 0, 0, 1, 0, 0, 0, 0, 0,
          ]);
        expect(a.journal.progress('tiny').days).toMatchObject([{ answers: 2 }]);
      });
    } finally {
      other.remove();
    }
  });

  it('shows what another device has done to it when a synchroniser brings it', () => {
    const other = makeHome();
    try {
      withHome(home => {
        const clock = examClock();
        const run = startExam(startProgram(home, clock), OPTIONS);
        mergeInto(other.paths.journal, home.paths.journal);
        clock.pass(10);
        const there = resumeExam(startProgram(other, clock, { machine: 'laptop' }));
        there.dispatch({ type: 'go', number: 7 });
        mergeInto(home.paths.journal, other.paths.journal);
        expect(run.dispatch({ type: 'flag' })).toEqual([
          { type: 'changed-elsewhere' },
          { type: 'flagged', number: 7, value: true },
        ]);
        submit(there);
        mergeInto(home.paths.journal, other.paths.journal);
        expect(run.dispatch({ type: 'next' })).toEqual([
          { type: 'changed-elsewhere' },
          { type: 'ended', reason: 'submitted' },
        ]);
        expect(run.dispatch({ type: 'flag' })).toEqual([]);
      });
    } finally {
      other.remove();
    }
  });

  it('is resumed and reported after the course was upgraded', () =>
    withHome(home => {
      const clock = examClock();
      const first = startExam(startProgram(home, clock), OPTIONS);
      first.dispatch({ type: 'answer', line: '1' });
      const upgraded = examCourse([choice('new')], examBlueprint([100], 1, 0, { id: 'next' }));
      const second = resumeExam(startProgram(home, clock, { course: upgraded }));
      expect(second.state).toEqual({ ...first.state });
      submit(second);
      expect(second.report()).toMatchObject({ blueprint: { id: 'mock' }, score: { questions: 8 } });
      const { question } = second.report().questions[0] ?? expect.fail('a question');
      expect(question).toEqual(first.state.sitting.paper.questions[0]);
    }));

  it('survives a backup and a restore, and is forgotten by a reset of everything', () =>
    withHome(home => {
      const clock = examClock();
      const parts = startProgram(home, clock);
      const run = startExam(parts, OPTIONS);
      answerAll(run);
      submit(run);
      const before = listSittings(parts, clock.now());
      const items = [...parts.journal.progress('tiny').items.keys()];
      expect(items).toHaveLength(10);
      const path = backupPath(home.paths.data, clock.now());
      writeBackup(home.paths.journal, path, clock.now());
      resetItems(EXAM_COURSE, parts.journal, null);
      expect(listSittings(parts, clock.now())).toEqual([]);
      expect(parts.journal.progress('tiny').items.size).toBe(0);
      restoreBackup(parts.journal, home.paths.journal, path);
      expect(listSittings(parts, clock.now())).toEqual(before);
      expect(parts.journal.progress('tiny').items.size).toBe(10);
    }));

  it('is found again from a snapshot, from nothing, and after other events', () =>
    withHome(home => {
      const clock = examClock();
      const parts = startProgram(home, clock);
      const run = startExam(parts, OPTIONS);
      for (let i = 0; i < 2000; i++)
        parts.journal.append('tiny', { type: 'flagged', items: ['x'], value: true, note: 'n'.repeat(90) });
      answerAll(run);
      parts.journal.close();
      expect(readdirSync(home.paths.cache)).toContain('progress.snapshot');
      const warm = startProgram(home, clock);
      expect(warm.journal.examCount()).toBe(20);
      expect(listSittings(warm, clock.now())).toEqual([run.state.sitting]);
      rmSync(home.paths.cache, { recursive: true });
      expect(listSittings(startProgram(home, clock), clock.now())).toEqual([run.state.sitting]);
    }));

  it('draws what was seen least where no seed is given, and that seed repeats it', () =>
    withHome(home => {
      const clock = examClock();
      const parts = startProgram(home, clock);
      const papers: string[][] = [];
      for (let sitting = 0; sitting < 4; sitting++) {
        const run = startExam(parts, { ...OPTIONS, seed: null });
        papers.push(run.state.sitting.paper.questions.map(({ item }) => item));
        run.dispatch({ type: 'abandon' });
        const again = startExam(parts, { ...OPTIONS, seed: run.state.sitting.paper.seed });
        expect(again.state.sitting.paper.questions).toEqual(run.state.sitting.paper.questions);
        again.dispatch({ type: 'abandon' });
      }
      expect(new Set(papers.flat()).size).toBe(40);
    }));

  it('stands in the history of its items once, however often it was ended', () =>
    withHome(home => {
      const clock = examClock();
      const parts = startProgram(home, clock);
      const run = startExam(parts, OPTIONS);
      run.dispatch({ type: 'answer', line: '1' });
      submit(run);
      const item = run.state.sitting.paper.questions[0]?.item ?? '';
      const ended = parts.journal.exams('tiny').at(-1);
      if (ended?.type !== 'exam-ended') return expect.fail('it should have ended');
      const { v: _, id: __, lc: ___, at: ____, tz: _____, course: ______, ...body } = ended;
      parts.journal.append('tiny', body);
      const history = parts.journal.history('tiny', item);
      expect(history.map(({ id }) => id)).toEqual([ended.id]);
      const { settings, items } = parts.journal.progress('tiny');
      const entry = EXAM_COURSE.entry(item) ?? expect.fail('an item');
      const moment = { at: clock.now(), tz: 0, day: 20_777 };
      expect(reportItem(entry, [], items.get(item), history, settings, moment)).toMatchObject({
        reps: 1,
        answers: [{ at: '2026-11-20T09:00', mode: 'exam', counted: true }],
      });
    }));

  it('refuses a course without questions for the exam, and a paper that no line can hold', () =>
    withHome(home => {
      const clock = examClock();
      const empty = startProgram(home, clock, { course: examCourse([], EXAM) });
      expect(failureOf(() => startExam(empty, OPTIONS)).details.code).toBe('no-questions');
      const long = examBank([30, 20]).map(item => ({ ...item, stem: 'x'.repeat(150_000) }));
      const huge = startProgram(home, clock, { course: examCourse(long as never, EXAM) });
      expect(failureOf(() => startExam(huge, OPTIONS)).details.code).toBe('paper-too-long');
      expect(huge.journal.examCount()).toBe(0);
    }));
});

describe('the clock of a sitting', () => {
  const running = (practice = false) => {
    const home = makeHome();
    const clock = examClock();
    const run = startExam(startProgram(home, clock), { ...OPTIONS, practice });
    return { home, clock, run };
  };

  it('goes on when the machine’s clock is set back', () => {
    const { home, clock, run } = running();
    clock.pass(60);
    clock.jump(-3600);
    expect(run.left()).toBe(540_000);
    expect(run.dispatch({ type: 'tick' })).toEqual([{ type: 'clock-set-back', ms: 3_600_000 }]);
    clock.pass(60);
    expect(run.dispatch({ type: 'flag' })).toMatchObject([{ type: 'flagged' }]);
    expect(run.left()).toBe(480_000);
    // Killed, and resumed by the clock that was set back: from its last act on that clock counts.
    clock.pass(30);
    const again = resumeExam(startProgram(home, clock));
    expect(again.left()).toBe(450_000);
    home.remove();
  });

  it('gives nothing back when the clock was set back between two programs, and says so', () => {
    const { home, clock, run } = running();
    clock.pass(60);
    run.dispatch({ type: 'flag' });
    clock.jump(-7200);
    const again = resumeExam(startProgram(home, clock));
    expect(again.left()).toBe(540_000);
    expect(again.opening).toMatchObject([{ type: 'taken-up' }, { type: 'clock-set-back', ms: 7_200_000 }]);
    home.remove();
  });

  it('counts the time in which the machine slept, and says so', () => {
    const { home, clock, run } = running();
    clock.pass(60);
    clock.jump(120);
    expect(run.dispatch({ type: 'tick' })).toEqual([{ type: 'clock-jumped', ms: 120_000 }]);
    expect(run.left()).toBe(420_000);
    clock.jump(86_400);
    expect(run.dispatch({ type: 'answer', line: '1' })).toEqual([
      { type: 'clock-jumped', ms: 86_400_000 },
      { type: 'ended', reason: 'time' },
    ]);
    // It belongs to the day on which its time was up, though the sleeper woke on the next one.
    expect(run.report().endedAt).toBe(Date.parse('2026-11-20T09:10:00Z'));
    home.remove();
  });

  it('of practice counts neither sleep nor what the clock is set to', () => {
    const { home, clock, run } = running(true);
    clock.pass(60);
    clock.jump(7200);
    expect(run.dispatch({ type: 'tick' })).toEqual([]);
    clock.jump(-10_000);
    run.dispatch({ type: 'flag' });
    expect(run.left()).toBe(540_000);
    home.remove();
  });

  it('does not drift however often it is looked at', () => {
    const { home, clock, run } = running();
    for (let i = 0; i < 3000; i++) {
      clock.pass(0.1);
      clock.ran += i % 2 === 0 ? 0.4 : -0.4;
      run.dispatch({ type: 'tick' });
    }
    expect(run.left()).toBeGreaterThanOrEqual(299_999);
    expect(run.left()).toBeLessThanOrEqual(300_000);
    home.remove();
  });
});
