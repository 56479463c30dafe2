/** The sittings of a course: which there are, which are open, and what became of those that are over. */
import { localMinute } from '../../core/base/civil-day.ts';
import { foldExams } from '../../core/exam/fold-exams.ts';
import { compareSittings } from '../../core/exam/history.ts';
import { endSitting, takeUp } from '../../core/exam/reduce.ts';
import type { ExamHistory, ExamReport } from '../../core/exam/report-model.ts';
import { reportSitting } from '../../core/exam/report.ts';
import type { Sitting } from '../../core/exam/sitting.ts';
import { isOver, sittingAt, timeUpAt, usedAt } from '../../core/exam/sitting.ts';
import { momentAt } from '../learner/moment.ts';
import { courseTerms } from '../course/course-terms.ts';
import type { ExamParts } from './exam-parts.ts';
import { reachesAim } from '../../core/exam/score.ts';

/** What reading needs; nothing is written. */
export type SittingSource = Pick<ExamParts, 'course' | 'journal'>;

/** Milliseconds within which an exam that was left with nothing answered is as if it had not been started. */
export const UNSTARTED = 60_000;

/** Whether it was discarded within its first minute, with nothing answered. */
const isUnstarted = ({ end, used, records }: Sitting): boolean =>
  end?.reason === 'abandoned' && used < UNSTARTED && records.every(({ response }) => response === null);

/** Every sitting of the course as it stands at a moment (ms UTC), oldest first. */
export const listSittings = ({ course, journal }: SittingSource, at: number): readonly Sitting[] =>
  foldExams(journal.exams(course.id))
    .filter(sitting => !isUnstarted(sitting))
    .map(sitting => sittingAt(sitting, at));

/** The sittings that can be gone on with, the one that was acted on last first. */
export const openSittings = (source: SittingSource, at: number): readonly Sitting[] =>
  listSittings(source, at)
    .filter(({ phase }) => phase !== 'ended')
    .sort((a, b) => b.lastAt - a.lastAt);

/**
 * Records the end of the sittings whose time ran out while nobody was there, so that their answers come to count
 * for memory. Whoever is going to start, resume or report an exam calls it first.
 * @returns the sittings that were ended
 * @throws Failure `data`/`not-saved`
 */
export const settleExams = (parts: Omit<ExamParts, 'instantiate' | 'lock'>): readonly Sitting[] => {
  const { course, journal, clock } = parts;
  const now = clock.now();
  const over = foldExams(journal.exams(course.id)).filter(
    sitting => sitting.phase !== 'ended' && isOver(sitting, now),
  );
  for (const sitting of over) {
    const at = Math.min(now, timeUpAt(sitting));
    const progress = journal.progress(course.id);
    const moment = { ...momentAt({ clock }, progress.settings, at), used: sitting.allowed };
    const world = { progress, isTerm: courseTerms(course) };
    const { effects } = endSitting(world, takeUp(sitting, moment), 'time', moment);
    for (const effect of effects) if (effect.type === 'append') journal.append(course.id, effect.body);
  }
  return over;
};

/** The report of a sitting, read at a moment (ms UTC). */
export const reportExam = (
  { course, journal, clock }: Pick<ExamParts, 'course' | 'journal' | 'clock'>,
  sitting: Sitting,
): ExamReport => {
  const at = clock.now();
  const progress = journal.progress(course.id);
  const { day } = momentAt({ clock }, progress.settings, at);
  return reportSitting(sittingAt(sitting, at), course, progress, day);
};

/** How the sittings compare. */
export const examHistory = (source: SittingSource, at: number): ExamHistory =>
  compareSittings(listSittings(source, at));

/**
 * Mock exams at a glance, at a moment (ms UTC). Nothing is recorded.
 * @param exam the exam whose last result counts; absent: any
 */
export const glance = (source: SittingSource, at: number, exam?: string) => {
  const [open] = openSittings(source, at);
  const last = examHistory(source, at).sittings.findLast(
    ({ score, blueprint }) => score !== null && (exam === undefined || blueprint === exam),
  );
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
