/** What lies ahead: the plan and the figures that screens show, each made when it is first asked for and then kept. */
import { finish } from '../../core/base/in-turn.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { Progress } from '../../core/journal/progress.ts';
import type { PlannedDay } from '../../core/plan/days.ts';
import { daysAhead, examDaysInTurn, loadOf } from '../../core/readiness/exam-days.ts';
import type { ExamPlan } from '../../core/readiness/exam-plan.ts';
import {
  examSet,
  isPlanned,
  minutesLeftToday,
  onOtherDays,
  planFor,
} from '../../core/readiness/exam-plan.ts';
import type { DomainFigures } from '../../core/readiness/parts.ts';
import { partFigures } from '../../core/readiness/parts.ts';
import type { OtherMinutes, Prospect, Readiness } from '../../core/readiness/readiness.ts';
import { otherMinutes, projectedScores, prospectOf, readinessOf } from '../../core/readiness/readiness.ts';
import type { PlanSource } from './plan-cache.ts';
import { loadBy, readinessBy } from './plan-cache.ts';
import { planChange } from './set-up.ts';

/** A planned day, and the score (0 to 1) that studying until its end would give. */
export interface ScoredDay extends PlannedDay {
  readonly projected: number;
}

interface OutlookSource extends PlanSource {
  /** Study day. */
  readonly day: number;
}

/** Everything is `null` where no exam is set that the course has questions for. */
export class Outlook {
  readonly #source: OutlookSource;
  readonly #progress: Progress;
  /** The outlook as things stand, where this one is about other minutes a day. */
  readonly #actual: Outlook | null;
  readonly #made = new Map<string, unknown>();

  private constructor(source: OutlookSource, progress: Progress, actual: Outlook | null) {
    this.#source = source;
    this.#progress = progress;
    this.#actual = actual;
  }

  /** As the journal has it. */
  static of(source: OutlookSource): Outlook {
    return new Outlook(source, source.journal.progress(source.course.id), null);
  }

  /** The outlook if each day had so many minutes from now on; nothing is recorded, and what is known is not worked out anew. */
  withMinutes(minutesPerDay: number): Outlook {
    const { settings } = this.#progress;
    const given = { minutesPerDay };
    const changed = { ...settings, ...planChange(given, settings, this.#source.day), ...given };
    return new Outlook(this.#source, { ...this.#progress, settings: changed }, this.#actual ?? this);
  }

  #once<T>(name: string, make: () => T): T {
    if (!this.#made.has(name)) this.#made.set(name, make());
    return this.#made.get(name) as T;
  }

  #fromPlan<T>(name: string, make: (plan: ExamPlan) => T): T | null {
    return this.#once(name, () => (this.plan === null ? null : make(this.plan)));
  }

  /** Whether a review follows the plan. */
  get isPlanned(): boolean {
    const { course, day } = this.#source;
    return isPlanned(course, this.#progress.settings, day);
  }

  get plan(): ExamPlan | null {
    const { course, journal, day } = this.#source;
    return this.#once('plan', () => {
      if (this.#actual !== null)
        return this.#actual.plan === null ? null : onOtherDays(this.#actual.plan, this.#progress);
      return examSet(course, this.#progress.settings, day) === null
        ? null
        : planFor(course, this.#progress, day, journal.msElsewhere(course.id, day));
    });
  }

  /** What all figures but those of single days begin with. */
  get prospect(): Prospect | null {
    return this.#actual === null ? this.#fromPlan('prospect', prospectOf) : this.#actual.prospect;
  }

  get readiness(): Readiness | null {
    const prospect = (plan: ExamPlan): Prospect => this.prospect ?? prospectOf(plan);
    return this.#fromPlan('readiness', plan =>
      this.#actual === null
        ? readinessBy(this.#source, plan, () => prospect(plan))
        : readinessOf(plan, this.#progress, prospect(plan)),
    );
  }

  get domains(): readonly DomainFigures[] | null {
    const { course } = this.#source;
    return this.#fromPlan('domains', plan =>
      partFigures(plan, this.#progress, new Map(course.topics.map(({ id, title }) => [id, title]))),
    );
  }

  /** About what is left of today's minutes; `minutes`: what so many more would hold. */
  today(minutes?: number): Pick<PlannedDay, 'reviews' | 'fresh' | 'questions'> | null {
    return this.#fromPlan(`today ${minutes ?? ''}`, plan =>
      minutes === undefined && this.#actual === null && this.isPlanned
        ? loadBy(this.#source, plan)
        : loadOf(plan, this.#progress, minutes ?? Math.ceil(minutesLeftToday(plan)), null),
    );
  }

  /** What other minutes a day would lead to. */
  others(minutes: readonly number[]): readonly OtherMinutes[] | null {
    return this.#fromPlan(`others ${minutes.join(' ')}`, plan =>
      otherMinutes(plan, this.#progress, minutes, this.prospect ?? undefined),
    );
  }

  get tomorrow(): PlannedDay | null {
    return this.#fromPlan('tomorrow', plan => daysAhead(plan, this.#progress, plan.today + 1)[1] ?? null);
  }

  /** Every day from today to the eve of the exam. */
  get days(): readonly ScoredDay[] | null {
    return finish(this.daysInTurn());
  }

  /** Makes the days one at a time. They are kept once all of them are there. */
  *daysInTurn(): Generator<undefined, readonly ScoredDay[] | null> {
    const { plan } = this;
    if (plan === null) return null;
    if (!this.hasDays) {
      const days = yield* examDaysInTurn(plan, this.#progress);
      const minutes = days.map(day => day.minutes);
      const scores = projectedScores(plan, this.#progress, minutes, this.prospect ?? undefined);
      this.#made.set(
        'days',
        days.map((day, index) => ({ ...day, projected: scores[index] ?? 0 })),
      );
    }
    return this.#made.get('days') as readonly ScoredDay[];
  }

  /** Whether the days are there and need not be made. */
  get hasDays(): boolean {
    return this.#made.has('days');
  }
}

interface Kept {
  readonly key: string;
  readonly outlook: Outlook;
}

const kept = new WeakMap<Journal, Kept>();

/** The outlook as things stand: the same one until something is recorded, or a new day begins. */
export const outlookOf = (source: OutlookSource): Outlook => {
  const { course, journal, day } = source;
  // The clock of the last event would not tell that an older one has arrived from another device.
  const key = [course.id, course.version, journal.mark(), day].join('\n');
  const before = kept.get(journal);
  if (before?.key === key) return before.outlook;
  const outlook = Outlook.of(source);
  kept.set(journal, { key, outlook });
  return outlook;
};
