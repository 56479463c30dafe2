/** Reports a sitting. */
import type { CourseReader } from '../course/course.ts';
import type { Progress } from '../journal/progress.ts';
import { adviseStudy } from './advice.ts';
import { reportChanges, reportPace } from './pace.ts';
import type { ExamReport, QuestionReport } from './report-model.ts';
import { aimVerdict, isRight, reachesAim, satQuestions, scoreDomains, scoreQuestions } from './score.ts';
import type { SatQuestion } from './score.ts';
import type { Sitting } from './sitting.ts';
import { statusOf } from './sitting.ts';

const reportQuestion = ({ question, record }: SatQuestion, index: number): QuestionReport => ({
  number: index + 1,
  question,
  status: statusOf(record),
  response: record.response,
  verdict: record.verdict,
  correct: isRight(record),
  unsure: record.unsure,
  flagged: record.flagged,
  visited: record.visited,
  ms: record.ms,
  changes: record.earlier.length,
});

const numbersOf = (
  questions: readonly QuestionReport[],
  is: (question: QuestionReport) => boolean,
): readonly number[] => questions.filter(is).map(({ number }) => number);

/**
 * Everything there is to say of a sitting. One that has not ended is reported as if it were handed in as it stands.
 * @param day study day on which it is read: what is worth studying changes with time
 */
export const reportSitting = (
  sitting: Sitting,
  course: CourseReader,
  progress: Progress,
  day: number,
): ExamReport => {
  const { paper, end } = sitting;
  const sat = satQuestions(sitting);
  const questions = sat.map(reportQuestion);
  const score = scoreQuestions(sat.filter(({ question }) => question.scored));
  const endedAt = end?.at ?? sitting.lastAt;
  const marks = questions.some(({ unsure }) => unsure);
  return {
    sitting: sitting.id,
    course: sitting.course,
    blueprint: paper.blueprint,
    startedAt: sitting.startedAt,
    endedAt,
    tz: end?.tz ?? sitting.tz,
    reason: end?.reason ?? 'submitted',
    practice: paper.practice,
    minutes: paper.minutes,
    extra: paper.extra,
    used: sitting.used,
    seed: paper.seed,
    bank: paper.bank,
    shortages: paper.shortages,
    score,
    unscored: scoreQuestions(sat.filter(({ question }) => !question.scored)),
    aim: paper.blueprint.aim,
    reached: reachesAim(score, paper.blueprint.aim),
    aimVerdict: aimVerdict(score, paper.blueprint.aim),
    domains: scoreDomains(sitting),
    blank: numbersOf(questions, ({ status }) => status === 'blank').length,
    incomplete: numbersOf(questions, ({ status }) => status === 'incomplete').length,
    pace: reportPace(sitting, sat),
    changes: reportChanges(sat),
    flagged: numbersOf(questions, ({ flagged }) => flagged),
    sureButWrong: numbersOf(
      questions,
      ({ status, correct, unsure }) => marks && status === 'answered' && !correct && !unsure,
    ),
    unsureButRight: numbersOf(questions, ({ correct, unsure }) => correct && unsure),
    questions,
    next: adviseStudy({ questions: sat, blueprint: paper.blueprint.id, endedAt }, course, progress, day),
  };
};
