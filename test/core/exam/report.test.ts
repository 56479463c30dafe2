import { describe, expect, it } from 'vitest';
import { domainShares } from '../../../src/core/exam/draw-paper.ts';
import { compareSittings } from '../../../src/core/exam/history.ts';
import { reportSitting } from '../../../src/core/exam/report.ts';
import { aimVerdict, reachesAim, scoreOf, wilsonInterval } from '../../../src/core/exam/score.ts';
import type { Sitting } from '../../../src/core/exam/sitting.ts';
import { fold } from '../../../src/core/fold/fold.ts';
import { draw, examBank, examBlueprint, examCourse } from '../../support/exam-course.ts';
import { EXAM_START, NO_PROGRESS, sitExam } from '../../support/sat-exam.ts';
import type { SatExam } from '../../support/sat-exam.ts';

const DAY = Math.floor(EXAM_START / 86_400_000);

/** Number of the right option, or of a wrong one, of the question at which the learner is. */
const option = ({ state }: SatExam, right: boolean): number => {
  const question = state.sitting.paper.questions[state.sitting.position];
  const options = question !== undefined && 'options' in question ? question.options : [];
  return options.findIndex(({ correct }) => correct === right) + 1;
};

const answer = (exam: SatExam, right: boolean): void =>
  void exam.send({ type: 'answer', line: String(option(exam, right)) });

/** Hands in an exam in which the first so many scored questions of each domain are right and the rest wrong. */
const sitWith = (right: readonly number[], seed = 1): Sitting => {
  const blueprint = examBlueprint([60, 40], 50, 15);
  const exam = sitExam(draw(examBank([80, 60]), blueprint, seed), { minutes: 130 });
  const left = new Map(right.map((count, index) => [`d${index + 1}`, count]));
  for (const [index, question] of exam.state.sitting.paper.questions.entries()) {
    const count = left.get(question.domain) ?? 0;
    exam.send({ type: 'go', number: index + 1 });
    answer(exam, question.scored && count > 0);
    if (question.scored) left.set(question.domain, count - 1);
  }
  exam.send({ type: 'end' }, { type: 'confirm' });
  return exam.state.sitting;
};

describe("Wilson's interval", () => {
  it.each([
    // Each worked out by hand from the formula with z = 1.96.
    [36, 50, 0.583, 0.825],
    [0, 10, 0, 0.278],
    [10, 10, 0.722, 1],
    [1, 2, 0.095, 0.905],
    [40, 50, 0.67, 0.888],
  ])('of %i of %i right is %f to %f', (correct, questions, low, high) => {
    const [lower, upper] = wilsonInterval(correct, questions);
    expect(lower).toBeCloseTo(low, 3);
    expect(upper).toBeCloseTo(high, 3);
  });

  it('of no questions says that nothing is known', () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });

  it('tells an aim that was reached from one that chance may have reached', () => {
    expect(reachesAim(scoreOf(57, 100), 57)).toBe(true);
    expect(reachesAim(scoreOf(39, 50), 80)).toBe(false);
    expect(reachesAim(scoreOf(0, 0), 0)).toBe(false);
    expect(aimVerdict(scoreOf(36, 50), 80)).toBe('unsure');
    expect(aimVerdict(scoreOf(36, 50), 83)).toBe('below');
    expect(aimVerdict(scoreOf(36, 50), 58)).toBe('above');
  });
});

describe('the report of a sitting', () => {
  it('of 36 right of 50 has 72 %, 58 to 83 %, by domain, with the unscored questions apart', () => {
    const blueprint = examBlueprint([60, 40], 50, 15);
    expect(domainShares(blueprint).map(({ scored }) => scored)).toEqual([30, 20]);
    const sitting = sitWith([26, 10]);
    const report = reportSitting(sitting, examCourse(examBank([80, 60]), blueprint), NO_PROGRESS, DAY);
    expect(report.score).toMatchObject({ questions: 50, correct: 36, share: 0.72 });
    expect(Math.round(report.score.low * 100)).toBe(58);
    expect(Math.round(report.score.high * 100)).toBe(83);
    expect(report.unscored).toMatchObject({ questions: 15, correct: 0 });
    expect(
      report.domains.map(({ id, correct, questions, weight }) => [id, correct, questions, weight]),
    ).toEqual([
      ['d1', 26, 30, 60],
      ['d2', 10, 20, 40],
    ]);
    for (const domain of report.domains) {
      expect(domain.tasks.reduce((sum, task) => sum + task.questions, 0)).toBe(domain.questions);
      expect(domain.tasks.reduce((sum, task) => sum + task.correct, 0)).toBe(domain.correct);
    }
    expect(report).toMatchObject({ aim: 80, reached: false, aimVerdict: 'unsure', blank: 0, incomplete: 0 });
    expect(report).toMatchObject({ seed: 1, bank: '1', reason: 'submitted', practice: false });
  });

  /** Five questions in ten minutes: two minutes for each. */
  const five = (): SatExam => sitExam(draw(examBank([20]), examBlueprint([100], 5, 0)), { minutes: 10 });
  const course = examCourse(examBank([20]), examBlueprint([100], 5, 0));

  it('tells the pace, what took longest, what was rushed and what was left blank', () => {
    const exam = five();
    exam.pass(200);
    answer(exam, true);
    exam.send({ type: 'next' });
    exam.pass(10);
    answer(exam, false);
    exam.send({ type: 'next' });
    exam.pass(130);
    answer(exam, false);
    exam.send({ type: 'next' });
    exam.pass(20);
    answer(exam, true);
    exam.send({ type: 'end' }, { type: 'confirm' });
    const report = reportSitting(exam.state.sitting, course, NO_PROGRESS, DAY);
    // Of the four visited: 200, 10, 130 and 20 seconds, together 360.
    expect(report.pace).toEqual({
      allowed: 120_000,
      mean: 90_000,
      median: 75_000,
      longest: [1, 3],
      rushed: [2],
      unused: 240_000,
    });
    expect(report.blank).toBe(1);
    expect(report.score).toMatchObject({ correct: 2, questions: 5 });
    expect(report.questions.map(({ status, correct }) => [status, correct])).toEqual([
      ['answered', true],
      ['answered', false],
      ['answered', false],
      ['answered', true],
      ['blank', false],
    ]);
  });

  it('takes the pace from the exam, also where the course is short of its questions', () => {
    const exam = sitExam(draw(examBank([2]), examBlueprint([100], 4, 1)), { minutes: 10 });
    exam.send({ type: 'end' }, { type: 'confirm' });
    const report = reportSitting(exam.state.sitting, course, NO_PROGRESS, DAY);
    expect(report.questions).toHaveLength(2);
    // Ten minutes for five questions.
    expect(report.pace.allowed).toBe(120_000);
  });

  it('tells whether changing answers helped, by the first and the last of them', () => {
    const exam = five();
    const change = (...answers: readonly boolean[]): void => {
      for (const right of answers) answer(exam, right);
      exam.send({ type: 'next' });
    };
    change(false, true);
    change(true, false);
    change(true, false, true);
    change(true);
    change(true);
    exam.send({ type: 'clear' }, { type: 'end' }, { type: 'confirm' });
    const { changes } = reportSitting(exam.state.sitting, course, NO_PROGRESS, DAY);
    expect(changes).toEqual({ changed: [1, 2, 3, 5], toRight: 1, toWrong: 2, even: 1 });
  });

  it('names what was flagged, sure but wrong, and unsure but right', () => {
    const exam = five();
    exam.send({ type: 'flag' });
    answer(exam, false);
    exam.send({ type: 'next' }, { type: 'unsure' });
    answer(exam, true);
    exam.send({ type: 'next' }, { type: 'unsure' });
    answer(exam, false);
    exam.send({ type: 'end' }, { type: 'confirm' });
    const report = reportSitting(exam.state.sitting, course, NO_PROGRESS, DAY);
    expect(report).toMatchObject({ flagged: [1], sureButWrong: [1], unsureButRight: [2] });
  });

  it('calls nothing sure where the learner never marks anything', () => {
    const exam = five();
    answer(exam, false);
    exam.send({ type: 'end' }, { type: 'confirm' });
    expect(reportSitting(exam.state.sitting, course, NO_PROGRESS, DAY).sureButWrong).toEqual([]);
  });

  it('orders what to study by what it is worth: domain weight times share times what is missing', () => {
    const blueprint = examBlueprint([70, 30], 10, 0);
    const bank = examBank([10, 20]);
    const exam = sitExam(draw(bank, blueprint), { minutes: 10 });
    exam.send({ type: 'end' }, { type: 'confirm' });
    const known = fold(
      bank.slice(0, 9).map(({ key }, index) => ({
        v: 1,
        id: `me-${index}`,
        lc: EXAM_START - index,
        at: EXAM_START - index,
        tz: 0,
        course: 'tiny',
        type: 'reviewed',
        mode: 'quiz',
        day: DAY,
        ratings: [{ item: key, rating: 'easy', counted: true }],
        ms: 1,
        model: 'm',
      })),
      { course: 'tiny', now: EXAM_START },
    );
    const { next } = reportSitting(exam.state.sitting, examCourse(bank, blueprint), known, DAY);
    // Nine of the ten of t1 are known for certain today; an unknown single choice question is guessed one time in 4.
    expect(next.map(({ topic, worth }) => [topic, Math.round(worth * 100) / 100])).toEqual([
      ['t2', 30 * 0.75],
      ['t1', (70 * 0.75) / 10],
    ]);
    expect(next[0]).toMatchObject({
      read: 'study notes t2#limits',
      practise: 'study quiz t2 --weak',
      questions: 3,
      missed: 3,
    });
  });

  it('counts what was wrong as guessed until somebody recalls it, however fresh its rating is', () => {
    const blueprint = examBlueprint([100], 4, 0);
    const bank = examBank([4]);
    const exam = sitExam(draw(bank, blueprint), { minutes: 10 });
    for (const right of [false, false, false, true]) {
      answer(exam, right);
      exam.send({ type: 'next' });
    }
    exam.send({ type: 'end' }, { type: 'confirm' });
    const { sitting } = exam.state;
    const end = sitting.end?.at ?? 0;
    const rated = (item: string, rating: 'again' | 'good', at: number) =>
      ({
        v: 1,
        id: `me-${item}-${at}`,
        lc: at,
        at,
        tz: 0,
        course: 'tiny',
        type: 'reviewed',
        mode: 'review',
        day: DAY,
        ratings: [{ item, rating, counted: true }],
        ms: 1,
        model: 'm',
      }) as const;
    const items = sitting.paper.questions.map(({ item }) => item);
    const atTheEnd = items.map((item, i) => rated(item, i < 3 ? 'again' : 'good', end));
    const worthWith = (later: readonly ReturnType<typeof rated>[]) => {
      const progress = fold([...atTheEnd, ...later], { course: 'tiny', now: end + 60_000 });
      const { next } = reportSitting(sitting, examCourse(bank, blueprint), progress, DAY);
      return next.map(({ worth, missed }) => [worth, missed]);
    };
    // A wrong single choice question is worth what guessing, 1 of 4, leaves of its quarter of the exam.
    expect(worthWith([])).toEqual([[3 * 25 * 0.75, 3]]);
    expect(worthWith([rated(items[0] ?? '', 'good', end + 1)])).toEqual([[2 * 25 * 0.75, 3]]);
    expect(worthWith([rated(items[0] ?? '', 'again', end + 1)])).toEqual([[3 * 25 * 0.75, 3]]);
  });

  it('of a course that has changed names no topic that is gone, and needs no blueprint', () => {
    const sitting = sitWith([1, 1]);
    const report = reportSitting(
      sitting,
      examCourse(examBank([0, 5]), examBlueprint([100], 1, 0, { id: 'other' })),
      NO_PROGRESS,
      DAY,
    );
    expect(report.next.map(({ topic, worth }) => [topic, worth])).toEqual([['t2', 0]]);
    expect(report.questions).toHaveLength(65);
  });
});

describe('the history of sittings', () => {
  it('compares the last two of a blueprint in points, and says whether it is more than chance', () => {
    const later = (sitting: Sitting, id: string, days: number): Sitting => ({
      ...sitting,
      id,
      startedAt: sitting.startedAt + days * 86_400_000,
    });
    const weak = later(sitWith([15, 5]), 'a-1', 0);
    const better = later(sitWith([26, 10]), 'a-2', 1);
    const same = later(sitWith([25, 12]), 'a-3', 2);
    const history = compareSittings([better, weak]);
    expect(history.sittings.map(({ sitting, score }) => [sitting, score?.correct])).toEqual([
      ['a-1', 20],
      ['a-2', 36],
    ]);
    // 20 of 50: 28 to 54 %; 36 of 50: 58 to 83 %.
    expect(history.changes).toMatchObject([{ blueprint: 'mock', clear: true }]);
    expect(history.changes[0]?.points).toBeCloseTo(32, 9);
    expect(history.changes[0]?.domains.map(({ points }) => Math.round(points))).toEqual([37, 25]);
    expect(compareSittings([same, weak, better]).changes[0]).toMatchObject({ clear: false });
  });

  it('gives open and abandoned sittings no score', () => {
    const open = sitExam(draw(examBank([20]), examBlueprint([100], 5, 0)));
    const gone = sitExam(draw(examBank([20]), examBlueprint([100], 5, 0)));
    gone.send({ type: 'abandon' });
    const { sittings, changes } = compareSittings([open.state.sitting, gone.state.sitting]);
    expect(sittings.map(({ state, reason, score }) => [state, reason, score])).toEqual([
      ['open', null, null],
      ['ended', 'abandoned', null],
    ]);
    expect(changes).toEqual([]);
  });
});
