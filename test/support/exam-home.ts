/** Exams in homes on the disk, with clocks that tests set. */
import type { CourseReader } from '../../src/core/course/course.ts';
import type { ExamParts } from '../../src/app/exam/exam-parts.ts';
import type { Clock } from '../../src/app/learner/runtime.ts';
import { lockSitting } from '../../src/store/exam/exam-lock.ts';
import { openJournal } from '../../src/store/journal/journal.ts';
import { examBank, examBlueprint, examCourse } from './exam-course.ts';
import type { TestHome } from './homes.ts';
import { instantiate } from './tiny-course.ts';

export const EXAM = examBlueprint([60, 40], 8, 2);
export const EXAM_COURSE = examCourse(examBank([30, 20]), EXAM);

interface ExamClock extends Clock {
  /** ms UTC: the clock of the wall, which tests set. */
  at: number;
  ran: number;
  readonly now: () => number;
  readonly offset: () => number;
  readonly ticks: () => number;
  /** Lets seconds go by. */
  pass(seconds: number): void;
  /** Lets seconds go by that the clock which cannot be set does not notice: the machine sleeps, or was set. */
  jump(seconds: number): void;
}

export const examClock = (start = '2026-11-20T09:00:00Z'): ExamClock => {
  const clock: ExamClock = {
    at: Date.parse(start),
    ran: 0,
    now: () => clock.at,
    offset: () => 0,
    ticks: () => clock.ran,
    pass: seconds => {
      clock.at += seconds * 1000;
      clock.ran += seconds * 1000;
    },
    jump: seconds => void (clock.at += seconds * 1000),
  };
  return clock;
};

/** A program that has just been started in a home. */
export const startProgram = (
  home: Pick<TestHome, 'paths'>,
  clock: ExamClock,
  { course = EXAM_COURSE, machine = 'this' }: { course?: CourseReader; machine?: string } = {},
): ExamParts => ({
  course,
  clock,
  journal: openJournal({ paths: home.paths, now: clock.now, offset: clock.offset, machine }),
  instantiate,
  lock: sitting => lockSitting({ data: home.paths.data, now: clock.now, machine }, sitting),
});
