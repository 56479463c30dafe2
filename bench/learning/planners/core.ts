/** The program's own planner: the rules of `src/core`, fed as the journal's fold would feed them. */
import type { Forecast } from '../../../src/core/forecast/forecast.ts';
import { adherence, forecast, passChance } from '../../../src/core/forecast/forecast.ts';
import type { Known } from '../../../src/core/forecast/known.ts';
import { knownOn, withSecondFact } from '../../../src/core/forecast/known.ts';
import { gainCurve, knownAfter } from '../../../src/core/forecast/planned.ts';
import { questionsSample, reachFrom } from '../../../src/core/forecast/reach.ts';
import { Chooser } from '../../../src/core/plan/chooser.ts';
import { Learner } from '../../../src/core/plan/learner.ts';
import { reviewCell } from '../../../src/core/plan/memory-fit.ts';
import type { PaceSums } from '../../../src/core/journal/progress.ts';
import { NO_PACE } from '../../../src/core/journal/progress.ts';
import { countedMs, paceKind } from '../../../src/core/memory/pace.ts';
import { placementOf } from '../../../src/core/plan/placement.ts';
import { PLACEMENT_CARDS, QUESTION_SHARE } from '../../../src/core/plan/settings.ts';
import type { MemoryTrace } from '../../../src/core/journal/progress.ts';
import { firstTrace, nextTrace } from '../../../src/core/plan/trace.ts';
import type { SimCourse } from '../course.ts';
import type { MakePlanner, Setup, SimPlanner } from '../planner.ts';

/** Minutes of a plan from which a placement pays. */
const PLACEMENT_FROM = 60;

/** What may differ from the settings of the program, to see what each is worth. */
interface CoreOptions {
  readonly questionShare?: number;
  readonly placement?: boolean;
}

export class CorePlanner implements SimPlanner {
  readonly #course: SimCourse;
  readonly #days: number;
  readonly #minutes: number;
  readonly #questionShare: number;
  readonly #traces = new Map<string, MemoryTrace>();
  readonly #reviews = new Map<number, number>();
  #pace: PaceSums = NO_PACE;
  #lately = { fresh: 0, reviews: 0, seconds: 0, questionSeconds: 0 };
  readonly #outcomes: boolean[] = [];
  readonly #firstQuestions = { count: 0, right: 0, known: 0 };
  #learner: Learner;
  #chooser: Chooser | null = null;
  #known: Known;
  #placement: number[] | null = null;
  readonly #wantsPlacement: boolean;

  constructor({ course, days, minutes }: Setup, options: CoreOptions = {}) {
    this.#course = course;
    this.#days = days;
    this.#minutes = minutes;
    this.#questionShare = options.questionShare ?? QUESTION_SHARE.usual;
    this.#wantsPlacement = (options.placement ?? true) && days * minutes >= PLACEMENT_FROM;
    this.#learner = this.#model();
    this.#known = knownOn(this.#learner, days);
  }

  #model(): Learner {
    return new Learner(this.#course.map, {
      traces: visit => this.#traces.forEach((trace, key) => visit(key, trace)),
      reviews: this.#reviews,
      pace: this.#pace,
    });
  }

  start(day: number): void {
    this.#learner = this.#model();
    this.#known = knownOn(this.#learner, this.#days);
    this.#chooser = new Chooser(this.#learner, {
      day,
      examDay: this.#days,
      startDay: 0,
      topics: null,
      blocked: () => false,
      questionShare: this.#questionShare,
      lately: { ...this.#lately, outcomes: this.#outcomes },
    });
    if (this.#wantsPlacement)
      this.#placement ??= [...placementOf(this.#course.map, PLACEMENT_CARDS, () => true)];
  }

  next(): number {
    const { map, numbers } = this.#course;
    const number = this.#placement?.shift() ?? this.#chooser?.next()?.number;
    return number === undefined ? -1 : (numbers.get(map.items[number]?.key ?? '') ?? -1);
  }

  tell(simItem: number, right: boolean, seconds: number, day: number, asExam?: boolean): void {
    const { map } = this.#course;
    const key = this.#course.items[simItem]?.key ?? '';
    const number = map.numbers.get(key) ?? -1;
    const item = map.items[number];
    if (item === undefined) return;
    const kind = paceKind(item.type, right);
    const { ms, answers } = this.#pace[kind];
    this.#pace = {
      ...this.#pace,
      [kind]: { ms: ms + countedMs(kind, seconds * 1000), answers: answers + 1 },
    };
    const before = this.#traces.get(key);
    const { fresh, reviews, seconds: all, questionSeconds } = this.#lately;
    this.#lately = {
      fresh: fresh + (before === undefined ? 1 : 0),
      reviews: reviews + (before === undefined ? 0 : 1),
      seconds: all + seconds,
      questionSeconds: questionSeconds + (item.type === 'question' ? seconds : 0),
    };
    this.#outcomes.push(right);
    if (before === undefined) {
      this.#traces.set(key, firstTrace(item.type, right, day));
      if (item.type === 'question' && asExam !== undefined) {
        this.#firstQuestions.count++;
        this.#firstQuestions.right += asExam ? 1 : 0;
        this.#firstQuestions.known += withSecondFact(
          this.#known.sections[item.section] ?? 0,
          this.#known.topics[item.topic] ?? 0,
        );
      }
    } else {
      const days = day - before.day;
      if (days >= 1) {
        const { first, stability } = before;
        const cell = reviewCell({ first, stability, days, right, guess: item.guess });
        this.#reviews.set(cell, (this.#reviews.get(cell) ?? 0) + 1);
      }
      this.#traces.set(key, nextTrace(before, right, day));
    }
    this.#chooser?.tell(number, right, seconds * 1000);
  }

  /** @param planned if the plan is followed until the exam; else as if the exam were today */
  forecast(day: number, planned: boolean): Forecast {
    const known = knownOn(this.#learner, this.#days);
    const { count, right, known: sum } = this.#firstQuestions;
    const sample = questionsSample(count, right, sum);
    const reach = reachFrom(sample === null ? [] : [sample]);
    let share: number | null = null;
    if (planned) {
      const minutes = this.#lately.seconds / 60;
      const done = adherence(minutes, this.#minutes, day);
      const curve = gainCurve(this.#learner, known, day, this.#days, this.#questionShare);
      share = knownAfter(curve, (this.#days - day) * this.#minutes * done * 60).share;
    }
    return forecast(known, share, reach, this.#course.scored);
  }

  passChance(made: Forecast, aim: number): number {
    return passChance(made, aim, this.#course.scored);
  }
}

export const core: MakePlanner = setup => new CorePlanner(setup);
