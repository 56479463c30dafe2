/** What a review asks next while an exam is planned for: the chooser, kept in step with the session's answers. */
import { knownOn, withSecondFact } from '../forecast/known.ts';
import type { Known } from '../forecast/known.ts';
import type { Progress } from '../journal/progress.ts';
import { Chooser } from '../plan/chooser.ts';
import { blockedOn } from './exam-days.ts';
import type { ExamPlan, PlanCourse } from './exam-plan.ts';
import { examPlanOf } from './exam-plan.ts';

/** An answer of the session. */
interface Told {
  readonly item: string;
  readonly right: boolean;
  readonly ms: number;
}

/** Where a session stands. */
export interface QueueView {
  readonly course: PlanCourse;
  readonly progress: Progress;
  readonly day: number;
  /** In the order in which they were given. */
  readonly answers: readonly Told[];
  /** Skipped, or it could not be put. */
  readonly passed: readonly string[];
}

interface Running {
  readonly plan: ExamPlan;
  readonly chooser: Chooser;
  /** What is known for the exam's day; `null`: nobody has asked. */
  known: Known | null;
  readonly day: number;
  readonly told: Told[];
  readonly passed: Set<string>;
}

const isGone = ({ progress, day }: QueueView, key: string): boolean => blockedOn(progress, day)(key);

const isSame = (a: Told | undefined, b: Told): boolean => a?.item === b.item && a.ms === b.ms;

/**
 * The queue of one session. What it says depends on course, progress and day, and on the answers of the session:
 * when they do not go on from what it was told (an undo, another day), it begins afresh with the progress there is.
 */
export class ExamQueue {
  readonly #topics: ReadonlySet<string> | null;
  readonly #first: string | null;
  #running: Running | null = null;

  /** @param first what the plan of today is known to begin with; so the first item need not wait for the queue */
  constructor(topics: ReadonlySet<string> | null, first: string | null = null) {
    this.#topics = topics;
    this.#first = first;
  }

  /** Begins, where nothing has needed it yet. To be called before the first answer is recorded. */
  begin(view: () => QueueView): void {
    if (this.#running === null) this.#follow(view());
  }

  #start({ course, progress, day, answers }: QueueView): Running | null {
    const plan = examPlanOf(course, progress, day);
    if (plan === null) return null;
    const { learner, examDay, schedule, lately, questionShare } = plan;
    const chooser = new Chooser(learner, {
      day,
      examDay,
      startDay: schedule.startDay,
      lately,
      topics: this.#topics,
      questionShare,
      blocked: blockedOn(progress, day),
    });
    return { plan, chooser, known: null, day, told: [...answers], passed: new Set() };
  }

  /** The queue in step with the session; `null` where the plan is over. */
  #follow(view: QueueView): Running | null {
    let running = this.#running;
    const goesOn =
      running !== null &&
      running.day === view.day &&
      running.told.every((told, index) => isSame(view.answers[index], told)) &&
      running.told.length <= view.answers.length;
    if (running === null || !goesOn) running = this.#running = this.#start(view);
    if (running === null) return null;
    const { plan, chooser, told, passed } = running;
    for (const answer of view.answers.slice(told.length)) {
      const number = plan.map.numbers.get(answer.item);
      told.push(answer);
      if (number !== undefined) chooser.tell(number, answer.right, answer.ms);
    }
    for (const key of view.passed) {
      const number = plan.map.numbers.get(key);
      if (passed.has(key) || number === undefined) continue;
      passed.add(key);
      chooser.pass(number);
    }
    return running;
  }

  /** The key of the next item; `null`: nothing is left that is worth asking today. */
  next(view: QueueView): string | null {
    const isFirst = this.#running === null && view.answers.length === 0 && view.passed.length === 0;
    if (isFirst && this.#first !== null && !isGone(view, this.#first)) return this.#first;
    const running = this.#follow(view);
    if (running === null) return null;
    const { plan, chooser, passed } = running;
    for (;;) {
      const choice = chooser.next();
      const key = choice === null ? undefined : plan.map.items[choice.number]?.key;
      if (choice === null || key === undefined) return null;
      // Another terminal may have asked or set it aside meanwhile.
      if (!isGone(view, key)) return key;
      passed.add(key);
      chooser.pass(choice.number);
    }
  }

  /**
   * How likely the model takes a question of the exam on the item's section to be known, in thousandths; `null` for
   * an item outside the exam, or one that was attempted before.
   */
  known(key: string, view: QueueView): number | null {
    const running = this.#follow(view);
    const item = running?.plan.map.items[running.plan.map.numbers.get(key) ?? -1];
    if (running === null || item === undefined || (view.progress.items.get(key)?.trace ?? null) !== null)
      return null;
    const { learner, examDay } = running.plan;
    const { sections, topics } = (running.known ??= knownOn(learner, examDay));
    return Math.round(1000 * withSecondFact(sections[item.section] ?? 0, topics[item.topic] ?? 0));
  }
}
