/** Mock exams at a glance: the one that is open and the last result. */
import { localMinute } from '../../core/base/civil-day.ts';
import { reachesAim } from '../../core/exam/score.ts';
import { usedAt } from '../../core/exam/sitting.ts';
import type { SittingSource } from './exam-sittings.ts';
import { examHistory, openSittings } from './exam-sittings.ts';

/** At a moment (ms UTC). Nothing is recorded. */
export const glance = (source: SittingSource, at: number) => {
  const [open] = openSittings(source, at);
  const last = examHistory(source, at).sittings.findLast(({ score }) => score !== null);
  return {
    open:
      open === undefined
        ? null
        : {
            exam: open.paper.blueprint.id,
            question: open.position + 1,
            questions: open.records.length,
            left: Math.max(0, open.allowed - usedAt(open, at)),
            practice: open.paper.practice,
          },
    last:
      last === undefined || last.score === null
        ? null
        : {
            exam: last.blueprint,
            date: localMinute(last.startedAt, last.tz).slice(0, 10),
            correct: last.score.correct,
            questions: last.score.questions,
            aim: last.aim,
            reached: reachesAim(last.score, last.aim),
          },
  };
};
