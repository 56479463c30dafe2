/** What lies ahead: the plan and the figures that screens show, each made when it is first asked for and then kept. */
import type { SchedulingSettings } from '../../core/journal/event.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { Progress } from '../../core/journal/progress.ts';
import type { PlannedDay } from '../../core/plan/days.ts';
import { daysAhead, loadOf } from '../../core/readiness/exam-days.ts';
import type { ExamPlan } from '../../core/readiness/exam-plan.ts';
import { examSet, isPlanned, minutesLeftToday, planFor } from '../../core/readiness/exam-plan.ts';
import type { DomainFigures } from '../../core/readiness/parts.ts';
import { partFigures } from '../../core/readiness/parts.ts';
import type { OtherMinutes, Readiness } from '../../core/readiness/readiness.ts';
import { otherMinutes, projectedScores, readinessOf } from '../../core/readiness/readiness.ts';
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
  readonly #isReal: boolean;
  readonly #made = new Map<string, unknown>();

  /** @param isReal the progress is what the journal says, so that its figures are those of the day */
  constructor(source: OutlookSource, progress: Progress, isReal: boolean) {
    this.#source = source;
    this.#progress = progress;
    this.#isReal = isReal;
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
    return this.#once('plan', () =>
      examSet(course, this.#progress.settings, day) === null
        ? null
        : planFor(course, this.#progress, day, journal.msElsewhere(course.id, day)),
    );
  }

  get readiness(): Readiness | null {
    return this.#fromPlan('readiness', plan =>
      this.#isReal ? readinessBy(this.#source, plan) : readinessOf(plan, this.#progress),
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
      minutes === undefined && this.#isReal && this.isPlanned
        ? loadBy(this.#source, plan)
        : loadOf(plan, this.#progress, minutes ?? Math.ceil(minutesLeftToday(plan)), null),
    );
  }

  /** What other minutes a day would lead to. */
  others(minutes: readonly number[]): readonly OtherMinutes[] | null {
    return this.#fromPlan(`others ${minutes.join(' ')}`, plan => otherMinutes(plan, this.#progress, minutes));
  }

  get tomorrow(): PlannedDay | null {
    return this.#fromPlan('tomorrow', plan => daysAhead(plan, this.#progress, plan.today + 1)[1] ?? null);
  }

  /** Every day from today to the eve of the exam. */
  get days(): readonly ScoredDay[] | null {
    return this.#fromPlan('days', plan => {
      const days = daysAhead(plan, this.#progress, plan.examDay - 1);
      const scores = projectedScores(
        plan,
        this.#progress,
        days.map(({ minutes }) => minutes),
      );
      return days.map((day, index) => ({ ...day, projected: scores[index] ?? 0 }));
    });
  }
}

/** The outlook if some settings were others; nothing is recorded. */
export const outlookWith = (source: OutlookSource, given: Partial<SchedulingSettings>): Outlook => {
  const progress = source.journal.progress(source.course.id);
  const { settings } = progress;
  const changed = { ...settings, ...planChange(given, settings, source.day), ...given };
  return new Outlook(source, { ...progress, settings: changed }, false);
};

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
  const outlook = new Outlook(source, journal.progress(course.id), true);
  kept.set(journal, { key, outlook });
  return outlook;
};
