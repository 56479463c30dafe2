/** How ready a learner is: the figures that every page shows, with what they rest on. */
import { adherence, forecast, passChance } from '../forecast/forecast.ts';
import type { Forecast, Interval } from '../forecast/forecast.ts';
import type { Judgment } from '../forecast/judge.ts';
import type { Known } from '../forecast/known.ts';
import { knownOn, scoreOf } from '../forecast/known.ts';
import { hourOn, minutesFor, scoreAfter } from '../forecast/levers.ts';
import type { GainCurve } from '../forecast/planned.ts';
import { gainCurve, knownAfter } from '../forecast/planned.ts';
import type { Reach } from '../forecast/reach.ts';
import { reachFrom } from '../forecast/reach.ts';
import { FIRST_FIGURES, LEVEL } from '../forecast/settings.ts';
import type { Status } from '../forecast/status.ts';
import { statusOf } from '../forecast/status.ts';
import type { Progress } from '../journal/progress.ts';
import { isDayOff, minutesBetween, minutesOn } from '../plan/calendar.ts';
import { judgmentOf, mockSamplesOf, samplesOf } from './evidence.ts';
import type { ExamPlan } from './exam-plan.ts';

/** What a figure rests on. */
export interface Basis {
  /** First attempts at items of the exam. */
  readonly attempts: number;
  /** Topics of the exam with one, and all of them. */
  readonly topics: number;
  readonly topicsInExam: number;
  readonly mocks: number;
}

/** A figure as JSON has it: points of 100, rounded. */
export interface Figure {
  readonly points: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly of: 'expected' | 'paper';
  readonly basis: { readonly attempts: number; readonly topics: number; readonly mocks: number };
}

/** A domain or task. */
interface PartReadiness {
  readonly id: string;
  readonly title: string;
  /** Percent of the exam. */
  readonly weight: number;
  /** First attempts at its items. */
  readonly attempts: number;
  /** Expected share of right answers today, 0 to 1; `null` while too few of its items were attempted. */
  readonly score: number | null;
  /** Points (0 to 1) of the whole score that the next hour on it is worth. */
  readonly hour: number;
}

/** How ready a learner is, and what that rests on. */
export interface Readiness {
  readonly basis: Basis;
  /** If the exam were today: interval of the expected share; `null` before enough first attempts. */
  readonly today: Interval | null;
  /** On the exam's day if the plan is followed: interval of one paper; `null` before enough first attempts. */
  readonly projected: Interval | null;
  /** Chance to reach the aim on that day, 0 to 1. */
  readonly passChance: number | null;
  readonly status: Status | null;
  /** Expected share of right answers today, however little is known of it; not to be shown. */
  readonly scoreNow: number;
  /** Share of right answers to reach, 0 to 1. */
  readonly aim: number;
  readonly examDay: number;
  readonly minutesPerDay: number;
  /** Minutes planned until then, and the share of planned minutes that were done so far. */
  readonly minutesLeft: number;
  readonly adherence: number;
  readonly domains: readonly PartReadiness[];
  /** What the next hour of the plan is worth, points 0 to 1. */
  readonly hour: number;
  /** Minutes a day for an even chance of the aim; `null`: no number of minutes is enough. */
  readonly minutesNeeded: number | null;
  /** Projected score for other minutes a day. */
  readonly whatIf: readonly { readonly minutes: number; readonly score: number }[];
  /** Nothing much is left to gain. */
  readonly allKnown: boolean;
  readonly judgment: Judgment | null;
}

/** The minutes really studied since the plan began, and the share of the planned ones. */
const adherenceOf = ({ schedule, today }: ExamPlan, { days }: Progress): number => {
  let done = 0;
  for (const { day, ms } of days) if (day >= schedule.startDay && day < today) done += ms / 60_000;
  let gone = 0;
  for (let day = schedule.startDay; day < today; day++) if (!isDayOff(schedule, day)) gone++;
  return adherence(done, schedule.minutesPerDay, gone);
};

/** What does not depend on the minutes of a day. */
export interface Prospect {
  /** Known on the exam's day if nothing more is learned, and what can be learned until then. */
  readonly known: Known;
  readonly curve: GainCurve;
}

interface Model extends Prospect {
  readonly reach: Reach;
  readonly adherence: number;
  readonly minutesLeft: number;
}

/** It takes most of the time that figures take: whoever asks for several makes it once and gives it to all. */
export const prospectOf = ({ learner, today, examDay, questionShare }: ExamPlan): Prospect => {
  const known = knownOn(learner, examDay);
  return { known, curve: gainCurve(learner, known, today, examDay, questionShare) };
};

const modelOf = (plan: ExamPlan, progress: Progress, prospect: Prospect): Model => {
  const { today, examDay, schedule } = plan;
  const left =
    minutesBetween(schedule, today, examDay) - Math.min(plan.doneToday, minutesOn(schedule, today));
  return {
    ...prospect,
    reach: reachFrom(samplesOf(progress.study)),
    adherence: adherenceOf(plan, progress),
    minutesLeft: Math.max(0, left),
  };
};

/** The forecast for today, and for the exam's day if the plan is followed. */
export const forecastsOf = (
  plan: ExamPlan,
  progress: Progress,
  prospect = prospectOf(plan),
): {
  readonly today: Forecast;
  readonly projected: Forecast;
  readonly known: Known;
  readonly model: Model;
} => {
  const model = modelOf(plan, progress, prospect);
  const { scored } = plan.blueprint.questions;
  const now = knownOn(plan.learner, plan.today);
  const planned = knownAfter(model.curve, model.minutesLeft * 60 * model.adherence).share;
  return {
    today: forecast(now, null, model.reach, scored),
    projected: forecast(model.known, planned, model.reach, scored),
    known: now,
    model,
  };
};

/**
 * The score (0 to 1) that each of the coming days leads to, if the exam came after it.
 * @param minutes of each day, from today on
 */
export const projectedScores = (
  plan: ExamPlan,
  progress: Progress,
  minutes: readonly number[],
  prospect = prospectOf(plan),
): readonly number[] => {
  const { curve, reach, adherence: done } = modelOf(plan, progress, prospect);
  let total = -Math.min(plan.doneToday, minutes[0] ?? 0);
  return minutes.map(each => scoreAfter(curve, reach, (total += each) * done));
};

/** What other minutes a day would lead to on the exam's day: the interval of one paper. */
export interface OtherMinutes {
  readonly minutes: number;
  readonly paper: Interval;
  readonly status: Status;
}

/** @param minutes of each day that is not off, from today on */
export const otherMinutes = (
  plan: ExamPlan,
  progress: Progress,
  minutes: readonly number[],
  prospect = prospectOf(plan),
): readonly OtherMinutes[] => {
  const model = modelOf(plan, progress, prospect);
  const { scored } = plan.blueprint.questions;
  const days = daysLeftIn(plan);
  return minutes.map(each => {
    // Whoever did half of the minutes that were planned will do half of others, too.
    const planned = knownAfter(model.curve, each * days * model.adherence * 60).share;
    const { paper } = forecast(model.known, planned, model.reach, scored);
    return { minutes: each, paper, status: statusOf(paper, plan.aim) };
  });
};

/** Days from today to the exam that are not off. */
const daysLeftIn = ({ schedule, today, examDay }: ExamPlan): number => {
  let days = 0;
  for (let day = today; day < examDay; day++) if (!isDayOff(schedule, day)) days++;
  return days;
};

/** Share of a topic's weight that falls on a domain or task, by number of the topic. */
const shareOn =
  (plan: ExamPlan, id: string) =>
  (topic: number): number => {
    const { shares, weight = 0 } = plan.map.topics[topic] ?? {};
    return weight === 0 ? 0 : (shares?.get(id) ?? 0) / weight;
  };

const attemptsIn = (plan: ExamPlan, topics: ReadonlySet<number>): number =>
  plan.learner.seen.filter(number => topics.has(plan.map.items[number]?.topic ?? -1)).length;

const partOf = (
  plan: ExamPlan,
  { reach, curve }: Model,
  known: Known,
  part: { readonly id: string; readonly title: string; readonly weight: number },
): PartReadiness => {
  const share = shareOn(plan, part.id);
  let weight = 0;
  let sum = 0;
  const topics = new Set<number>();
  plan.map.topics.forEach((topic, number) => {
    const here = share(number) * topic.weight;
    if (here === 0) return;
    topics.add(number);
    weight += here;
    sum += here * (known.topics[number] ?? 0);
  });
  const attempts = attemptsIn(plan, topics);
  const enough = attempts >= FIRST_FIGURES.part && weight > 0;
  return {
    ...part,
    attempts,
    score: enough ? scoreOf(Math.min(1, (reach.mean * sum) / weight)) : null,
    hour: hourOn(curve, reach, share),
  };
};

/** Minutes a day that are worth telling beside the planned ones. */
const WHAT_IF: readonly number[] = [10, 20, 30, 45, 60, 90];
/** Points an hour under which there is little left to gain. */
const LITTLE = 0.002;

/** Everything that is told about how ready a learner is. */
export const readinessOf = (plan: ExamPlan, progress: Progress, prospect = prospectOf(plan)): Readiness => {
  const { learner, map, blueprint, aim, schedule, examDay } = plan;
  const { today: now, projected, known, model } = forecastsOf(plan, progress, prospect);
  const attempts = learner.seen.length;
  const topics = new Set(learner.seen.map(number => map.items[number]?.topic));
  const { curve, reach, minutesLeft, adherence: done } = model;
  const daysLeft = daysLeftIn(plan);
  const isProjected = attempts >= FIRST_FIGURES.projected;
  const domains = blueprint.domains.map(({ id, title, weight }) =>
    partOf(plan, model, known, { id, title, weight }),
  );
  const hour = hourOn(curve, reach, () => 1);
  return {
    basis: {
      attempts,
      topics: topics.size,
      topicsInExam: map.topics.length,
      mocks: mockSamplesOf(progress.study).length,
    },
    scoreNow: scoreAfter(curve, reach, 0),
    today: attempts >= FIRST_FIGURES.total ? now.expected : null,
    projected: isProjected ? projected.paper : null,
    passChance: isProjected ? passChance(projected, aim, blueprint.questions.scored) : null,
    status: isProjected ? statusOf(projected.paper, aim) : null,
    aim,
    examDay,
    minutesPerDay: schedule.minutesPerDay,
    minutesLeft,
    adherence: done,
    domains,
    hour,
    minutesNeeded: minutesFor(curve, reach, aim, daysLeft, done),
    whatIf: [...new Set([...WHAT_IF, schedule.minutesPerDay])]
      .sort((a, b) => a - b)
      .map(minutes => ({ minutes, score: scoreAfter(curve, reach, minutes * daysLeft * done) })),
    allKnown: hour < LITTLE && attempts >= FIRST_FIGURES.total,
    judgment: judgmentOf(progress.study),
  };
};

const round = (share: number): number => Math.round(100 * share);

/** A figure as JSON has it. */
export const figureOf = (interval: Interval | null, of: Figure['of'], basis: Basis): Figure | null =>
  interval === null
    ? null
    : {
        points: round(interval.score),
        low: round(interval.low),
        high: round(interval.high),
        level: LEVEL,
        of,
        basis: { attempts: basis.attempts, topics: basis.topics, mocks: basis.mocks },
      };
