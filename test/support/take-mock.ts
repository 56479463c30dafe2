/** A learner of the planned course takes a mock exam. */
import type { ExamParts } from '../../src/app/exam/exam-parts.ts';
import { startExam } from '../../src/app/exam/start-exam.ts';
import { shortened } from '../../src/core/exam/shorten.ts';
import type { Studied } from './planned-course.ts';
import { NEW_EXAM } from './planned-course.ts';
import { instantiate } from './tiny-course.ts';

/** Questions of a whole paper. */
const WHOLE = NEW_EXAM.questions.scored + NEW_EXAM.questions.unscored;

/** Takes a mock exam: two of three right, one unsure, one flagged, one blank. @returns its id */
export const takeMock = ({ course, journal, clock }: Studied, count = 15): string => {
  const parts: ExamParts = {
    course,
    journal,
    clock,
    instantiate,
    lock: () => ({ is: 'locked', lock: { renew: () => undefined, release: () => undefined } }),
  };
  const blueprint = count === WHOLE ? NEW_EXAM : shortened(NEW_EXAM, { count, parts: [] });
  const run = startExam(parts, { blueprint, seed: 3, minutes: null, extra: 0, practice: false });
  run.state.sitting.paper.questions.forEach((question, i) => {
    const right = 'options' in question ? question.options.findIndex(({ correct }) => correct) : 0;
    run.dispatch({ type: 'go', number: i + 1 });
    if (i === 4) run.dispatch({ type: 'unsure' });
    if (i === 7) run.dispatch({ type: 'flag' });
    if (i !== 11)
      run.dispatch({ type: 'answer', line: String(i % 3 < 2 ? right + 1 : ((right + 1) % 4) + 1) });
    clock.pass(i === 9 ? 4 : 1);
  });
  run.dispatch({ type: 'end' });
  run.dispatch({ type: 'confirm' });
  run.close();
  const started = journal.events.findLast(({ type }) => type === 'exam-started');
  return started?.type === 'exam-started' ? started.id : '';
};
