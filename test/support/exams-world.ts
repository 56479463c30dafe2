/** A learner who has taken mock exams of several lengths, and has one open. */
import { startExam } from '../../src/app/exam/start-exam.ts';
import { shortened } from '../../src/core/exam/shorten.ts';
import type { ExamParts } from '../../src/app/exam/exam-parts.ts';
import type { CourseReader } from '../../src/core/course/course.ts';
import type { EventBody } from '../../src/core/journal/event.ts';
import { examBank, examBlueprint } from './exam-course.ts';
import type { ListWorld } from './list-world.ts';
import { memoryJournal, testClock } from './memory-journal.ts';
import { instantiate, tinyCourse } from './tiny-course.ts';

const DAY = 24 * 60;
const BLUEPRINT = examBlueprint([60, 40], 10, 0, { minutes: 20 });
const OTHER = examBlueprint([100], 4, 0, { id: 'other', title: 'Another exam' });

export const EXAMS_COURSE: CourseReader = tinyCourse({
  items: examBank([12, 10]).map(item =>
    item.type === 'card' ? item : { ...item, tasks: [...item.tasks, { blueprint: 'other', tasks: ['d1'] }] },
  ),
  blueprints: [BLUEPRINT, OTHER],
});

/**
 * @param taken how many were taken, a day apart and the last of them yesterday; every second one has half of the
 *   questions, and the first one is of another exam
 */
export const examsWorld = (taken: number, isOpen: boolean = true): ListWorld => {
  const clock = testClock('2026-11-21T10:00:00Z');
  const end = clock.at;
  const journal = memoryJournal(clock.now);
  const parts: ExamParts = {
    course: EXAMS_COURSE,
    journal,
    clock,
    instantiate,
    lock: () => ({ is: 'locked', lock: { renew: () => undefined, release: () => undefined } }),
  };
  const settings: EventBody = { type: 'configured', settings: { exam: BLUEPRINT.id } };
  clock.at = end - (taken + 1) * DAY * 60_000;
  journal.add(EXAMS_COURSE.id, settings);
  const start = (index: number): ReturnType<typeof startExam> => {
    const own = index === 0 ? OTHER : BLUEPRINT;
    const blueprint = index % 2 === 1 ? shortened(own, { count: 5, parts: [] }) : own;
    return startExam(parts, { blueprint, seed: index, minutes: null, extra: 0, practice: false });
  };
  for (let index = 0; index < taken; index++) {
    clock.at = end - (taken - index) * DAY * 60_000;
    const run = start(index);
    const { questions } = run.state.sitting.paper;
    questions.forEach((question, i) => {
      const right = 'options' in question ? question.options.findIndex(({ correct }) => correct) : 0;
      run.dispatch({ type: 'go', number: i + 1 });
      run.dispatch({ type: 'answer', line: String(i % 3 <= index % 2 ? right + 1 : ((right + 1) % 4) + 1) });
      clock.pass(1);
    });
    run.dispatch({ type: 'end' });
    run.dispatch({ type: 'confirm' });
    run.close();
  }
  clock.at = end;
  if (isOpen) {
    const run = start(2);
    run.dispatch({ type: 'answer', line: '1' });
    run.dispatch({ type: 'next' });
    run.release();
    clock.pass(3);
  }
  return { journal, clock };
};
