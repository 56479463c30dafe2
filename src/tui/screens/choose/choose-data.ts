/** What the trees are made of, for each scope: an exam, or everything. */
import type { Blueprint } from '../../../core/course/course.ts';
import { currentBlueprint } from '../../../core/course/domains.ts';
import { dayToDate } from '../../../core/base/civil-day.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import type { ChoiceCounts } from '../../../core/lists/choice.ts';
import { countRows } from '../../../core/lists/choice.ts';
import { ChoiceIndex } from '../../../core/lists/choice-index.ts';
import { ExamScope } from '../../../core/lists/scope.ts';
import { examSet } from '../../../core/readiness/exam-plan.ts';
import type { Services } from '../../shell/services.ts';

/** An exam as it is named beside what it asks. */
export const examName = ({ id }: Pick<Blueprint, 'id'>): string => sanitizeLine(id).toUpperCase();

/** A scope and what is in it. */
interface ScopeData {
  /** `null`: everything. */
  readonly exam: Blueprint | null;
  readonly index: ChoiceIndex;
  /** By row. */
  readonly counts: readonly ChoiceCounts[];
  readonly topics: number;
  /** Name of the learner's exam where rows may lie outside of it; `null`: they do not. */
  readonly own: string | null;
}

interface ChooseData {
  /** Scopes in the order of `v`: the learner's exam, other exams, everything. */
  readonly scopes: readonly (Blueprint | null)[];
  /** The place of the scope that is shown first. */
  readonly first: number;
  read(scope: Blueprint | null): ScopeData;
}

/** Trees are made once for each scope, and counted whenever they are read. */
export const chooseData = (services: Services): ChooseData => {
  const { course } = services;
  const { settings } = services.progress();
  const { day } = services.moment();
  const own = examSet(course, settings, day);
  const main = own ?? currentBlueprint(course, settings, dayToDate(day)) ?? course.blueprints[0] ?? null;
  const others = course.blueprints.filter(({ id }) => id !== main?.id);
  const scopes = [...(main === null ? [] : [main]), ...others, null];
  const exams = new Map<string, ExamScope>();
  const scopeOf = (blueprint: Blueprint): ExamScope => {
    const known = exams.get(blueprint.id) ?? new ExamScope(course, blueprint);
    exams.set(blueprint.id, known);
    return known;
  };
  const indexes = new Map<string, ChoiceIndex>();
  const indexOf = (blueprint: Blueprint | null): ChoiceIndex => {
    const id = blueprint?.id ?? '';
    const within = blueprint === null ? null : scopeOf(blueprint);
    const known =
      indexes.get(id) ??
      new ChoiceIndex({
        course,
        within,
        exam: within ?? (main === null ? null : scopeOf(main)),
        own: own === null ? null : scopeOf(own),
      });
    indexes.set(id, known);
    return known;
  };
  return {
    scopes,
    // Who has set no exam chooses among everything.
    first: own === null ? scopes.length - 1 : 0,
    read: exam => {
      const index = indexOf(exam);
      return {
        exam,
        index,
        counts: countRows(index, { course, progress: services.progress(), moment: services.moment() }),
        topics: index.nodes.filter(({ facet, is }) => facet === 'areas' && is === 'topic').length,
        own: own === null || own.id === exam?.id ? null : examName(own),
      };
    },
  };
};
