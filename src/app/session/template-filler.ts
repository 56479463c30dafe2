/** Loads the calculators that fill the templates of a session: as few as are needed, as late as can be. */
import type { ItemRows } from '../../core/base/item-rows.ts';
import { rowsOf } from '../../core/base/item-rows.ts';
import type { Calculator } from '../../core/calc/catalogue.ts';
import { CATALOGUE, loadCalculator, loadCalculators } from '../../core/calc/catalogue.ts';
import type { CourseReader } from '../../core/course/course.ts';
import { isTemplate } from '../../core/course/course.ts';
import type { Instantiate } from '../../core/question/present.ts';
import type { SessionPlan, SessionWorld } from '../../core/session/state.ts';

/** Fills templates by those calculators that are loaded. */
export interface TemplateFiller {
  readonly instantiate: Instantiate;
  /** Loads all that the templates of a course can need. */
  readonly loadAll: (course: Pick<CourseReader, 'items' | 'rows'>) => Promise<void>;
}

const hasTemplates = (rows: ItemRows): boolean => {
  for (let row = 0; row < rows.length; row++) if (rows.isTemplate(row)) return true;
  return false;
};

/** Ids of the calculators that items name; `null`: no item has numbers to draw. */
const calculatorsOf = (
  course: Pick<CourseReader, 'entry' | 'item' | 'rows'>,
  keys: Iterable<string>,
): ReadonlySet<string> | null => {
  const { rows } = course;
  const index = rows?.keys ?? null;
  const isFilled = (key: string): boolean =>
    rows === undefined || index === null
      ? course.entry(key)?.template === true
      : rows.isTemplate(index.find(key));
  const items = [...new Set(keys)].filter(isFilled).flatMap(key => {
    const item = course.item(key);
    return item !== undefined && isTemplate(item) ? [item] : [];
  });
  if (items.length === 0) return null;
  return new Set(items.flatMap(item => ('formulas' in item ? [] : [item.calculator])));
};

/**
 * Loads what the templates among some items need, and no more: all calculators together take as long as a tenth of
 * a first frame.
 */
export const loadFiller = async (
  course: Pick<CourseReader, 'entry' | 'item' | 'rows'>,
  keys: Iterable<string>,
): Promise<TemplateFiller> => {
  let practice: typeof import('../../core/calc/practice/practice.ts') | null = null;
  let calculators: ReadonlyMap<string, Calculator> = new Map();
  const needed = calculatorsOf(course, keys);
  if (needed !== null) {
    const entries = CATALOGUE.filter(({ id }) => needed.has(id));
    const loaded = await Promise.all(entries.map(loadCalculator));
    calculators = new Map(loaded.map(calculator => [calculator.id, calculator]));
    practice = await import('../../core/calc/practice/practice.ts');
  }
  return {
    instantiate: (template, seed, form) => {
      if (practice === null) return null;
      try {
        return practice.instantiateTemplate(calculators, template, seed, form);
      } catch (error) {
        if (error instanceof practice.CalcProblem) return null;
        throw error;
      }
    },
    loadAll: async course => {
      if (!hasTemplates(rowsOf(course))) return;
      const [all, module] = await Promise.all([
        loadCalculators(),
        import('../../core/calc/practice/practice.ts'),
      ]);
      calculators = all;
      practice = module;
    },
  };
};

/**
 * The keys up to the first that needs no calculator: what is asked first is among them. Those of a plan have just been
 * chosen, so none of them is passed over but a template that its calculator refuses.
 */
const firstOf = (
  course: Pick<CourseReader, 'entry' | 'rows'>,
  queue: readonly string[],
): readonly string[] => {
  const first = queue.findIndex(key => course.entry(key)?.template === false);
  return first === -1 ? queue : queue.slice(0, first);
};

/**
 * Loads what the first item of a session needs; `SessionRun.loadRest`, which is waited for before an answer is
 * read, loads what the others do.
 */
export const loadFirstFiller = (
  course: Pick<CourseReader, 'entry' | 'item' | 'rows'>,
  { queue, learning, exam }: SessionPlan,
): Promise<TemplateFiller> =>
  loadFiller(course, [
    ...firstOf(course, queue),
    ...[exam?.first ?? []].flat(),
    ...learning.map(({ key }) => key),
  ]);

/** Loads what a session asks: its plan, and what an undo of an earlier session's acts would ask again. */
export const loadSessionFiller = (
  course: Pick<CourseReader, 'entry' | 'item' | 'rows'>,
  { queue, learning, exam }: SessionPlan,
  { undoable }: Pick<SessionWorld['progress'], 'undoable'>,
): Promise<TemplateFiller> =>
  loadFiller(course, [
    ...queue,
    // What a plan asks after that is not known beforehand: `loadRest` reads what the whole course needs.
    ...[exam?.first ?? []].flat(),
    ...learning.map(({ key }) => key),
    ...undoable.flatMap(({ items }) => items),
  ]);

/** Fills any template of a course. */
export const loadInstantiate = async (
  course: Pick<CourseReader, 'items' | 'entry' | 'item' | 'rows'>,
): Promise<Instantiate> => {
  const filler = await loadFiller(course, []);
  await filler.loadAll(course);
  return filler.instantiate;
};
