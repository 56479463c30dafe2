/** The questions that can stand in a paper, by domain and task, in the order in which seeds go through them. */
import type { Blueprint, CourseReader, Domain, ItemEntry, Tags } from '../course/course.ts';
import { inExamForm, isTemplate } from '../course/course.ts';
import { domainsOf, taskShares } from '../course/domains.ts';
import type { TemplateForm } from '../question/present.ts';
import { makeRandom } from '../base/random.ts';
import { hash32 } from '../base/fnv.ts';

/** What a paper takes at most one of: a question, or the templates that ask the same of one calculator. */
export interface PaperUnit {
  /** Keys, sorted. */
  readonly keys: readonly string[];
  /** Task it is drawn for, `''` where its tags name the domain only. */
  readonly task: string;
  /** Marked with `grade: exam`. */
  readonly graded: boolean;
  /** In the form of the exam, by its mark or its kind: drawn before those that are not. */
  readonly inForm: boolean;
}

/** Units of one domain; each unit belongs to one domain, and to one of its tasks or none. */
export interface DomainPool {
  readonly domain: Domain;
  readonly units: readonly PaperUnit[];
}

/** The forms in which a blueprint takes a template: with options where it has single choice. */
export const formsIn = ({ kinds }: Pick<Blueprint, 'kinds'>): readonly TemplateForm[] => [
  ...(kinds.includes('single') ? (['choice'] as const) : []),
  ...(kinds.includes('numeric') ? (['value'] as const) : []),
];

/** What it is a variant of; `null` where its kind has no place in the exam. */
const unitName = (
  course: Pick<CourseReader, 'item'>,
  blueprint: Blueprint,
  entry: ItemEntry,
): string | null => {
  if (!entry.template) return blueprint.kinds.some(kind => kind === entry.kind) ? `q ${entry.key}` : null;
  const item = course.item(entry.key);
  if (item === undefined || !isTemplate(item)) return null;
  return formsIn(blueprint).some(form => item.ask.includes(form))
    ? 'formulas' in item
      ? `q ${entry.key}`
      : `t ${item.calculator} ${item.result}`
    : null;
};

/** A place in an order that looks random but hangs on nothing but names, so that an edit moves little. */
const placeOf = (blueprint: string, name: string): number =>
  makeRandom(hash32(`${blueprint} ${name}`)).int(2 ** 32);

interface Draft {
  readonly name: string;
  readonly place: number;
  readonly graded: boolean;
  readonly inForm: boolean;
  /** Keys, and by key its tags and the indexes of the domains that it serves. */
  readonly keys: string[];
  readonly tags: Tags[];
  readonly served: (readonly number[])[];
}

/** Index of the domain or task that is worst off for its weight, among some. */
const poorest = (
  candidates: readonly number[],
  sizes: readonly number[],
  weights: readonly number[],
): number => {
  const wealth = (index: number): number => (sizes[index] ?? 0) / Math.max(1e-9, weights[index] ?? 0);
  return candidates.reduce((best, index) => (wealth(index) < wealth(best) ? index : best));
};

/** The questions that can stand in a paper, variants of one another together, in the order of their places. */
const draftsOf = (course: Pick<CourseReader, 'items' | 'item'>, blueprint: Blueprint): readonly Draft[] => {
  const drafts = new Map<string, Draft>();
  for (const entry of course.items) {
    if (entry.type !== 'question' || entry.inMocks === false) continue;
    const served = domainsOf(blueprint, entry.tasks).map(domain => blueprint.domains.indexOf(domain));
    const name = served.length === 0 ? null : unitName(course, blueprint, entry);
    if (name === null) continue;
    const draft = drafts.get(name) ?? {
      name,
      place: placeOf(blueprint.id, name),
      graded: entry.grade === 'exam',
      inForm: inExamForm(entry, blueprint.kinds),
      keys: [],
      tags: [],
      served: [],
    };
    drafts.set(name, draft);
    draft.keys.push(entry.key);
    draft.tags.push(entry.tasks);
    draft.served.push(served);
  }
  const all = [...drafts.values()].sort((a, b) => a.place - b.place || (a.name < b.name ? -1 : 1));
  // Where nothing is marked, choices that could be would come after all other kinds.
  return all.some(({ graded }) => graded) ? all : all.map(draft => ({ ...draft, inForm: false }));
};

/**
 * Shares drafts among places, each to the one of those it serves that has the fewest for its weight. Those in the
 * form of the exam are shared first, so that they reach as far as they can; of them, and of the others, those come
 * first that have the least choice.
 * @returns the place of each draft by its name
 */
const shareAmong = (
  drafts: readonly Draft[],
  placesOf: (draft: Draft) => readonly number[],
  weights: readonly number[],
): ReadonlyMap<string, number> => {
  const sizes = weights.map(() => 0);
  const home = new Map<string, number>();
  const placed = drafts
    .map(draft => ({ draft, places: placesOf(draft) }))
    .filter(({ places }) => places.length > 0)
    .sort((a, b) => Number(b.draft.inForm) - Number(a.draft.inForm) || a.places.length - b.places.length);
  for (const { draft, places } of placed) {
    const index = poorest(places, sizes, weights);
    home.set(draft.name, index);
    sizes[index] = (sizes[index] ?? 0) + 1;
  }
  return home;
};

/** Indexes of the tasks of a domain that any key of a draft names. */
const tasksNamed = (blueprint: Blueprint, domain: Domain, { tags }: Draft): readonly number[] => {
  const named = new Set(tags.flat().flatMap(tag => (tag.blueprint === blueprint.id ? tag.tasks : [])));
  return domain.tasks.flatMap(({ id }, index) => (named.has(id) ? [index] : []));
};

/**
 * Shares the questions that serve a blueprint among its domains, and those of a domain among its tasks. One that
 * serves several goes to the one that has the fewest for its weight. Suspended questions are among them: an exam
 * does not know what a learner put aside.
 */
export const poolsOf = (
  course: Pick<CourseReader, 'items' | 'item'>,
  blueprint: Blueprint,
): readonly DomainPool[] => {
  const { domains } = blueprint;
  const drafts = draftsOf(course, blueprint);
  const home = shareAmong(
    drafts,
    ({ served }) => [...new Set(served.flat())],
    domains.map(({ weight }) => weight),
  );
  return domains.map((domain, index) => {
    const own = drafts.filter(({ name }) => home.get(name) === index);
    const task = shareAmong(own, draft => tasksNamed(blueprint, domain, draft), taskShares(domain));
    return {
      domain,
      units: own.map(({ name, keys, served, graded, inForm }) => ({
        keys: keys.filter((_, i) => served[i]?.includes(index)).sort(),
        task: domain.tasks[task.get(name) ?? -1]?.id ?? '',
        graded,
        inForm,
      })),
    };
  });
};
