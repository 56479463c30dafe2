/** What asking an item now is worth to the exam, against what else would be asked. */
import { SCORE_RANGE } from '../forecast/known.ts';
import { reachFrom } from '../forecast/reach.ts';
import type { Progress } from '../journal/progress.ts';
import { Chooser } from '../plan/chooser.ts';
import { rankReviews } from '../plan/rank-reviews.ts';
import type { Value } from '../plan/value.ts';
import { newValue, rateOf, reviewValue } from '../plan/value.ts';
import { samplesOf } from './evidence.ts';
import { blockedOn } from './exam-days.ts';
import type { ExamPlan } from './exam-plan.ts';

/** Points of the score on the exam's day that asking an item brings, in about so many seconds. */
export interface Worth {
  /** Points of 100. */
  readonly points: number;
  readonly seconds: number;
  readonly pointsAnHour: number;
}

/** Where an item stands in the plan of today. */
export type Standing =
  /** The exam asks nothing about it. */
  | 'outside'
  /** It was asked today: an item comes once a study day. */
  | 'asked'
  /** Suspended, or buried for today. */
  | 'set-aside'
  /** A first attempt at it, and another one. */
  | 'new'
  | 'review'
  /** Another attempt that is worth more on a later day. */
  | 'waits'
  /** It is known so well that asking it today gains nothing. */
  | 'known';

/** Why the plan asks an item now, or does not. */
export interface ItemValue {
  readonly exam: string;
  /** Study day of the exam. */
  readonly examDay: number;
  readonly standing: Standing;
  /** `null` for what the plan does not ask today. */
  readonly worth: Worth | null;
  /** Chance to recall it today by the plan's model; for what was never asked, the share of its section that is known. */
  readonly recall: number | null;
  /** How many reviews are worth more a second now, and how many sections have a new item that is. */
  readonly ahead: { readonly reviews: number; readonly sections: number };
  /** What the plan asks now; `null`: nothing is left today. */
  readonly first: (Worth & { readonly key: string }) | null;
}

/** What a new item of each section is worth a second today; 0 for a section without one. */
const newRates = (plan: ExamPlan, blocked: (key: string) => boolean): readonly number[] => {
  const { learner, map, examDay, today } = plan;
  const { pace } = learner;
  return map.sections.map(({ cards, questions }, section) => {
    const next = [...cards, ...questions].find(
      number => learner.trace(number) === undefined && !blocked(map.items[number]?.key ?? ''),
    );
    const type = map.items[next ?? -1]?.type;
    return type === undefined ? 0 : rateOf(newValue(learner, section, type, examDay - today, pace));
  });
};

/** @returns what the plan of today has to say of an item of the course */
export const itemValueOf = (plan: ExamPlan, progress: Progress, key: string): ItemValue => {
  const { learner, map, examDay, today, blueprint } = plan;
  const { pace } = learner;
  const points = 100 * SCORE_RANGE * reachFrom(samplesOf(progress.study)).mean;
  const worthOf = ({ gain, seconds }: Value): Worth => ({
    points: points * gain,
    seconds,
    pointsAnHour: (3600 * points * gain) / seconds,
  });
  const valueOf = (number: number): Value => {
    const { section = -1, type = 'card' } = map.items[number] ?? {};
    return learner.trace(number) === undefined
      ? newValue(learner, section, type, examDay - today, pace)
      : reviewValue(learner, number, today, examDay, pace);
  };
  const blocked = blockedOn(progress, today);
  const { schedule, lately, questionShare } = plan;
  const { startDay } = schedule;
  const options = { day: today, examDay, startDay, lately, questionShare, topics: null, blocked };
  const choice = new Chooser(learner, options).next();
  const firstKey = map.items[choice?.number ?? -1]?.key;
  const first =
    choice === null || firstKey === undefined ? null : { key: firstKey, ...worthOf(valueOf(choice.number)) };
  const none = { exam: blueprint.id, examDay, worth: null, recall: null, ahead: { reviews: 0, sections: 0 } };
  const number = map.numbers.get(key);
  if (number === undefined) return { ...none, standing: 'outside', first };
  const trace = learner.trace(number);
  const section = map.items[number]?.section ?? -1;
  const recall = trace === undefined ? learner.share(section) : learner.recallOn(trace, today);
  const item = progress.items.get(key);
  if (item !== undefined && (item.suspended || item.buriedDay === today))
    return { ...none, recall, standing: 'set-aside', first };
  if (item?.attemptDay === today) return { ...none, recall, standing: 'asked', first };
  const value = valueOf(number);
  if (trace !== undefined && value.gain <= 0) return { ...none, recall, standing: 'known', first };
  const rate = rateOf(value);
  const reviews = rankReviews(learner, today, examDay, other => !blocked(map.items[other]?.key ?? ''));
  return {
    exam: blueprint.id,
    examDay,
    standing: trace === undefined ? 'new' : value.wait ? 'waits' : 'review',
    worth: worthOf(value),
    recall,
    ahead: {
      reviews: reviews.filter(other => other.rate > rate).length,
      sections: newRates(plan, blocked).filter(other => other > rate).length,
    },
    first,
  };
};
