/** Right answers counted, and how far a count of so few questions can be trusted. */
import type { PaperQuestion } from '../journal/paper.ts';
import type { AimVerdict, DomainScore, Score } from './report-model.ts';
import type { QuestionRecord, Sitting } from './sitting.ts';

/** Two-sided 95 % quantile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * Wilson's score interval of a share, 95 %: (p + z2/2n -+ z sqrt(p(1-p)/n + z2/4n2)) / (1 + z2/n).
 * Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference, Journal of the
 * American Statistical Association 22, 209-212; recommended for small n by Brown, Cai and DasGupta (2001),
 * Interval estimation for a binomial proportion, Statistical Science 16, 101-133.
 * @returns lower and upper bound, 0 to 1; 0 and 1 of no questions
 */
export const wilsonInterval = (correct: number, questions: number): readonly [number, number] => {
  if (questions === 0) return [0, 1];
  const share = correct / questions;
  const square = Z ** 2 / questions;
  const middle = share + square / 2;
  const half = Z * Math.sqrt((share * (1 - share) + square / 4) / questions);
  return [Math.max(0, (middle - half) / (1 + square)), Math.min(1, (middle + half) / (1 + square))];
};

/** A score of so many right answers. */
export const scoreOf = (correct: number, questions: number): Score => {
  const [low, high] = wilsonInterval(correct, questions);
  return { questions, correct, share: questions === 0 ? 0 : correct / questions, low, high };
};

/**
 * All and only what is right, as the exams count it: partly right, blank and too few options are wrong.
 */
export const isRight = ({ verdict }: Pick<QuestionRecord, 'verdict'>): boolean => verdict === 'correct';

/** A question of a paper and what was done at it. */
export interface SatQuestion {
  readonly question: PaperQuestion;
  readonly record: QuestionRecord;
}

/** Questions and records of a sitting side by side. */
export const satQuestions = ({ paper, records }: Sitting): readonly SatQuestion[] =>
  paper.questions.flatMap((question, index) => {
    const record = records[index];
    return record === undefined ? [] : [{ question, record }];
  });

/** The score of some questions. */
export const scoreQuestions = (questions: readonly SatQuestion[]): Score =>
  scoreOf(questions.filter(({ record }) => isRight(record)).length, questions.length);

/** The scored questions of a sitting by domain and task, in the order of the blueprint. */
export const scoreDomains = (sitting: Sitting): readonly DomainScore[] => {
  const scored = satQuestions(sitting).filter(({ question }) => question.scored);
  return sitting.paper.blueprint.domains.map(({ id, title, weight, tasks }) => {
    const mine = scored.filter(({ question }) => question.domain === id);
    const byTask = [...tasks, { id: '', title: '' }].flatMap(task => {
      const questions = mine.filter(({ question }) => question.task === task.id);
      return questions.length === 0 ? [] : [{ id: task.id, title: task.title, ...scoreQuestions(questions) }];
    });
    return { id, title, weight, ...scoreQuestions(mine), tasks: byTask };
  });
};

/** The result of a sitting: its scored questions. */
export const scoreSitting = (sitting: Sitting): Score =>
  scoreQuestions(satQuestions(sitting).filter(({ question }) => question.scored));

/** `true` where at least `aim` percent are right; compared in whole numbers, so that 57 of 100 are 57 %. */
export const reachesAim = ({ correct, questions }: Score, aim: number): boolean =>
  questions > 0 && correct * 100 >= aim * questions;

/** How a score stands to an aim (percent) once its interval is taken into account. */
export const aimVerdict = ({ low, high }: Score, aim: number): AimVerdict => {
  if (low * 100 >= aim) return 'above';
  return high * 100 < aim ? 'below' : 'unsure';
};
