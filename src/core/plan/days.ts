/** What each day until the exam will hold: the chooser itself is run ahead, with answers as the model expects them. */
import { finish } from '../base/in-turn.ts';
import type { Random } from '../base/random.ts';
import { makeRandom } from '../base/random.ts';
import type { PlannedMock, Schedule } from './calendar.ts';
import { minutesOn } from './calendar.ts';
import type { LatelyAnswered } from './chooser.ts';
import { Chooser } from './chooser.ts';
import type { Learner } from './learner.ts';
import { paceKind } from '../memory/pace.ts';
import { LOW_SUCCESS } from './settings.ts';

/** One day of a plan. */
export interface PlannedDay {
  /** Study day. */
  readonly day: number;
  /** Minutes planned; 0 on a day off. */
  readonly minutes: number;
  readonly off: boolean;
  readonly reviews: number;
  /** New cards. */
  readonly fresh: number;
  /** New questions. */
  readonly questions: number;
  /** Questions of a mock on that day; 0: none. */
  readonly mock: number;
  /** Topics that are begun on that day, by number. */
  readonly topics: readonly number[];
  /** Number of the item that comes first, -1: none. */
  readonly first: number;
}

/** What the days until the exam are worked out from. */
export interface DaysAhead {
  readonly today: number;
  readonly examDay: number;
  /** The last day that is wanted. */
  readonly lastDay: number;
  readonly schedule: Schedule;
  readonly questionShare: number;
  readonly lately: LatelyAnswered;
  /** Minutes of today that are used up already. */
  readonly doneToday: number;
  readonly mock: PlannedMock | null;
  /** Seconds that one question of a mock takes. */
  readonly mockSeconds: number;
  readonly blocked: (key: string) => boolean;
  readonly topics: ReadonlySet<string> | null;
}

/** Days that are run ahead; those after them are taken to be like the last one. */
const MOST_DAYS = 60;
const PRECISION = 1_000_000;

const chanceOf = (random: Random): number => random.int(PRECISION) / PRECISION;

/** Runs one day and counts what it asks. The learner is changed. */
const runDay = (
  learner: Learner,
  ahead: DaysAhead,
  day: number,
  minutes: number,
  lately: LatelyAnswered,
  random: Random,
): { readonly planned: PlannedDay; readonly lately: LatelyAnswered } => {
  const { map, pace } = learner;
  learner.refresh();
  const chooser = new Chooser(learner, {
    day,
    examDay: ahead.examDay,
    startDay: ahead.schedule.startDay,
    lately,
    blocked: day === ahead.today ? ahead.blocked : () => false,
    topics: ahead.topics,
    questionShare: ahead.questionShare,
  });
  const mock = ahead.mock?.day === day ? ahead.mock.questions : 0;
  let left = minutes * 60 - mock * ahead.mockSeconds;
  const counts = { reviews: 0, fresh: 0, questions: 0 };
  let { fresh, reviews, seconds, questionSeconds } = lately;
  const outcomes = [...lately.outcomes];
  const topics: number[] = [];
  let first = -1;
  while (left > 0) {
    const number = chooser.next()?.number ?? -1;
    const item = map.items[number];
    if (item === undefined) break;
    if (first === -1) first = number;
    const trace = learner.trace(number);
    const known = trace === undefined ? learner.share(item.section) : learner.recallOn(trace, day);
    const right = chanceOf(random) < known + (1 - known) * item.guess;
    const took = pace[paceKind(item.type, right)];
    if (trace === undefined && learner.topicAnswers(item.topic) === 0) topics.push(item.topic);
    chooser.tell(number, right, took * 1000);
    left -= took;
    seconds += took;
    outcomes.push(right);
    if (item.type === 'question') questionSeconds += took;
    if (trace === undefined) fresh++;
    else reviews++;
    if (trace !== undefined) counts.reviews++;
    else if (item.type === 'card') counts.fresh++;
    else counts.questions++;
  }
  return {
    planned: { day, minutes, off: false, ...counts, mock, topics, first },
    lately: { fresh, reviews, seconds, questionSeconds, outcomes: outcomes.slice(-LOW_SUCCESS.answers) },
  };
};

/** As `planDays`, a day at a time, for who must not keep a key waiting for all of them. */
export const planDaysInTurn = function* (
  learner: Learner,
  ahead: DaysAhead,
  seed: number,
): Generator<undefined, readonly PlannedDay[]> {
  const random = makeRandom(seed);
  const days: PlannedDay[] = [];
  let { lately } = ahead;
  let last: PlannedDay | null = null;
  let run = 0;
  for (let day = ahead.today; day <= ahead.lastDay; day++) {
    const minutes = minutesOn(ahead.schedule, day);
    if (minutes === 0) {
      days.push({
        day,
        minutes: 0,
        off: true,
        reviews: 0,
        fresh: 0,
        questions: 0,
        mock: 0,
        topics: [],
        first: -1,
      });
    } else if (run < MOST_DAYS || last === null) {
      const left = day === ahead.today ? Math.max(0, minutes - ahead.doneToday) : minutes;
      const result = runDay(learner, ahead, day, left, lately, random);
      ({ lately } = result);
      last = result.planned;
      days.push({ ...last, minutes });
      run++;
      yield;
    } else {
      days.push({ ...last, day, minutes, topics: [], first: -1 });
    }
  }
  return days;
};

/**
 * The days from today to the eve of the exam. Nothing is ever overdue: what a missed day left out is simply among
 * what the others choose from.
 * @param learner a model of its own: it is changed
 */
export const planDays = (learner: Learner, ahead: DaysAhead, seed: number): readonly PlannedDay[] =>
  finish(planDaysInTurn(learner, ahead, seed));
