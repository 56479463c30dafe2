/** How several learners answered the questions of a course: for a teacher or a study group. */
import type { CourseReader } from '../../course/course.ts';
import { textFingerprint } from '../../course/keys.ts';
import { plainText } from '../../course/plain-text.ts';

/** The first time that somebody answered a question. */
export interface FirstAnswer {
  readonly right: boolean;
  /** Hashes of the options that were chosen; empty for other kinds, and for a blank. */
  readonly chosen: readonly string[];
  /** Milliseconds; `null`: not measured, as in an exam. */
  readonly ms: number | null;
  /** `null`: nobody asked. */
  readonly unsure: boolean | null;
}

/** One learner of a group. */
export interface GroupLearner {
  /** The label that the learner chose: the name of the file. */
  readonly label: string;
  /** By item. */
  readonly answers: ReadonlyMap<string, FirstAnswer>;
}

/** How often an option was chosen. */
export interface OptionUse {
  readonly text: string;
  readonly correct: boolean;
  /** Learners who chose it. */
  readonly chosen: number;
}

/** How a group answered a question. */
export interface GroupQuestion {
  readonly item: string;
  readonly topic: string;
  /** Learners who answered it, and who were right. */
  readonly answers: number;
  readonly right: number;
  /** Median of the times that were measured, in ms. */
  readonly ms: number | null;
  /** Learners who said that they were unsure, and who were wrong without saying so. */
  readonly unsure: number;
  readonly sureButWrong: number;
  /** Empty for questions without options. */
  readonly options: readonly OptionUse[];
  /**
   * Point-biserial correlation of being right here with the share right of all else, -1 to 1; `null` for fewer than ten
   * learners, or where all did the same. r = (M1 - M0) / s * sqrt(p q), s of all who answered (Lord and Novick 1968,
   * Statistical Theories of Mental Test Scores, 15.5).
   */
  readonly discrimination: number | null;
  /** The best third chose a wrong option more often than the key, which may be wrong; `null`: too few to say. */
  readonly contradicted: boolean | null;
}

/** How a group answered. */
export interface GroupReport {
  readonly learners: readonly { readonly label: string; readonly answers: number; readonly right: number }[];
  /** The least right first. */
  readonly questions: readonly GroupQuestion[];
  /** Whether there are enough learners to judge questions. */
  readonly judged: boolean;
}

/** Learners from whom on a correlation says anything. */
export const ENOUGH = 10;

const median = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Who answered a question, with the share right of everything else they answered. */
interface Taker {
  readonly answer: FirstAnswer;
  readonly rest: number;
}

const pointBiserial = (takers: readonly Taker[]): number | null => {
  const rest = takers.map(taker => taker.rest);
  const [right, wrong] = [true, false].map(side => takers.filter(({ answer }) => answer.right === side));
  if (right === undefined || wrong === undefined || right.length === 0 || wrong.length === 0) return null;
  const middle = mean(rest);
  const spread = Math.sqrt(mean(rest.map(value => (value - middle) ** 2)));
  if (spread < 1e-9) return null;
  const p = right.length / takers.length;
  const restOf = (side: readonly Taker[]): number => mean(side.map(taker => taker.rest));
  return ((restOf(right) - restOf(wrong)) / spread) * Math.sqrt(p * (1 - p));
};

const isContradicted = (
  takers: readonly Taker[],
  options: readonly { hash: string; correct: boolean }[],
): boolean => {
  const best = takers.toSorted((a, b) => b.rest - a.rest).slice(0, Math.ceil(takers.length / 3));
  const uses = (hash: string): number => best.filter(({ answer }) => answer.chosen.includes(hash)).length;
  const key = Math.max(0, ...options.filter(({ correct }) => correct).map(({ hash }) => uses(hash)));
  return options.some(({ correct, hash }) => !correct && uses(hash) > key);
};

/** What the answers of a group tell about the questions of a course. Items that the course does not have are left out. */
export const groupReport = (
  course: Pick<CourseReader, 'entry' | 'item'>,
  learners: readonly GroupLearner[],
): GroupReport => {
  const scores = learners.map(({ answers }) => {
    const known = [...answers].filter(([item]) => course.entry(item)?.type === 'question');
    return { answers: known.length, right: known.filter(([, { right }]) => right).length };
  });
  const items = new Set(learners.flatMap(({ answers }) => [...answers.keys()]));
  const questions = [...items].flatMap((item): readonly GroupQuestion[] => {
    const question = course.item(item);
    if (question?.type !== 'question') return [];
    const takers = learners.flatMap(({ answers }, i): readonly Taker[] => {
      const answer = answers.get(item);
      const score = scores[i];
      if (answer === undefined || score === undefined) return [];
      const others = score.answers - 1;
      return [{ answer, rest: others === 0 ? 0 : (score.right - Number(answer.right)) / others }];
    });
    const options =
      'options' in question
        ? question.options.map(({ text, correct }) => ({ text, correct, hash: textFingerprint(text) }))
        : [];
    const isJudged = takers.length >= ENOUGH;
    const all = takers.map(({ answer }) => answer);
    return [
      {
        item,
        topic: question.topic,
        answers: all.length,
        right: all.filter(({ right }) => right).length,
        ms: median(all.flatMap(({ ms }) => ms ?? [])),
        unsure: all.filter(({ unsure }) => unsure === true).length,
        sureButWrong: all.filter(({ unsure, right }) => unsure === false && !right).length,
        options: options.map(({ text, correct, hash }) => ({
          text: plainText(text),
          correct,
          chosen: all.filter(({ chosen }) => chosen.includes(hash)).length,
        })),
        discrimination: isJudged ? pointBiserial(takers) : null,
        contradicted: isJudged && options.length > 0 ? isContradicted(takers, options) : null,
      },
    ];
  });
  const share = ({ right, answers }: GroupQuestion): number => right / answers;
  return {
    learners: learners.map(({ label }, i) => ({ label, ...(scores[i] ?? { answers: 0, right: 0 }) })),
    questions: questions.sort((a, b) => share(a) - share(b) || (a.item < b.item ? -1 : 1)),
    judged: learners.length >= ENOUGH,
  };
};
