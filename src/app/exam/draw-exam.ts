/** Draws the paper of an exam, for a sitting or for print. */
import type { PaperPlan } from './mock-plan.ts';
import { courseOf, planPaper } from './mock-plan.ts';
import { momentNow } from '../learner/moment.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { Blueprint } from '../../core/course/course.ts';
import { drawPaper, leastSeenSeed } from '../../core/exam/draw-paper.ts';
import type { PaperScope } from '../../core/exam/shorten.ts';
import type { Only } from '../../core/lists/lists.ts';
import { MISSED_DAYS } from '../../core/lists/lists.ts';
import { foldExams } from '../../core/exam/fold-exams.ts';
import type { DrawnPaper } from '../../core/journal/paper.ts';
import { Failure } from '../../core/base/failure.ts';
import { keyIn } from '../../core/fold/families.ts';
import type { ExamParts } from './exam-parts.ts';

/** A question in an earlier paper weighs more than one that was only practised: the paper itself was seen. */
const IN_A_PAPER = 3;

/** How much the learner has seen of each question. */
const seennessOf = ({
  course,
  journal,
}: Pick<ExamParts, 'course' | 'journal'>): ((key: string) => number) => {
  const { items, families } = journal.progress(course.id);
  const seen = new Map<string, number>();
  for (const { paper } of foldExams(journal.exams(course.id)))
    for (const { item } of paper.questions) {
      const key = keyIn(course, families, item);
      seen.set(key, (seen.get(key) ?? 0) + IN_A_PAPER);
    }
  return key => (seen.get(key) ?? 0) + ((items.get(key)?.attemptDay ?? -1) === -1 ? 0 : 1);
};

/**
 * A paper on some questions only.
 * @throws Failure `usage` where there are none
 */
export const restrictExam = (
  { course, journal, clock }: Pick<ExamParts, 'course' | 'journal' | 'clock'>,
  exam: Blueprint,
  scope: PaperScope,
  only: Only,
): PaperPlan => {
  const progress = journal.progress(course.id);
  const { day } = momentNow({ clock }, progress.settings);
  const plan = planPaper(course, exam, scope, only, progress, day);
  if (plan.questions > 0) return plan;
  const words = {
    missed: `was missed at its last try, within ${MISSED_DAYS} days`,
    flagged: 'is flagged',
    unseen: 'is new',
  };
  throw new Failure('usage', `No question of ${sanitizeLine(exam.title)} ${words[only]}`, {
    code: 'no-questions',
    place: '--only',
    try: 'study exam without --only',
  });
};

/**
 * The paper of a seed; without one (`null`) of the seed whose questions the learner has seen least of.
 * @param keys only these questions; `null`: any
 * @throws Failure `data` where the course has no question for the exam
 */
export const drawExam = (
  parts: Pick<ExamParts, 'course' | 'journal' | 'instantiate'>,
  blueprint: Blueprint,
  seed: number | null,
  keys: ReadonlySet<string> | null = null,
): DrawnPaper => {
  const { instantiate } = parts;
  const course = courseOf(parts.course, keys);
  const drawn = drawPaper(
    { course, blueprint, instantiate },
    seed ?? leastSeenSeed(course, blueprint, seennessOf(parts)),
  );
  if (drawn.questions.length > 0) return drawn;
  throw new Failure('data', `The course has no questions for ${drawn.blueprint.title}`, {
    code: 'no-questions',
    place: blueprint.path,
    try: 'study exam --list shows the exams of the course',
  });
};
