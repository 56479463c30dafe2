/** The questions that can stand in a paper, by domain, in the order in which seeds go through them. */
import type { Blueprint, CourseReader, Domain, ItemEntry } from '../course.ts';
import { isTemplate } from '../course.ts';
import { domainsOf } from '../domains.ts';
import type { TemplateForm } from '../present.ts';
import { hash32, makeRandom } from '../random.ts';

/** What a paper takes at most one of: a question, or the templates that ask the same of one calculator. */
export interface PaperUnit {
  /** Keys, sorted. */
  readonly keys: readonly string[];
}

/** Units of one domain; each unit belongs to one domain only. */
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
    ? `t ${item.calculator} ${item.result}`
    : null;
};

/** A place in an order that looks random but hangs on nothing but names, so that an edit moves little. */
const placeOf = (blueprint: string, name: string): number =>
  makeRandom(hash32(`${blueprint} ${name}`)).int(2 ** 32);

interface Draft {
  readonly name: string;
  readonly place: number;
  /** Keys, and by key the indexes of the domains that it serves. */
  readonly keys: string[];
  readonly served: (readonly number[])[];
}

/** Index of the domain that is worst off for its weight, among some. */
const poorest = (
  candidates: readonly number[],
  sizes: readonly number[],
  domains: readonly Domain[],
): number => {
  const wealth = (index: number): number => (sizes[index] ?? 0) / Math.max(1e-9, domains[index]?.weight ?? 0);
  return candidates.reduce((best, index) => (wealth(index) < wealth(best) ? index : best));
};

/** The questions that can stand in a paper, variants of one another together, in the order of their places. */
const draftsOf = (course: Pick<CourseReader, 'items' | 'item'>, blueprint: Blueprint): readonly Draft[] => {
  const drafts = new Map<string, Draft>();
  for (const entry of course.items) {
    if (entry.type !== 'question') continue;
    const served = domainsOf(blueprint, entry.tasks).map(domain => blueprint.domains.indexOf(domain));
    const name = served.length === 0 ? null : unitName(course, blueprint, entry);
    if (name === null) continue;
    const draft = drafts.get(name) ?? { name, place: placeOf(blueprint.id, name), keys: [], served: [] };
    drafts.set(name, draft);
    draft.keys.push(entry.key);
    draft.served.push(served);
  }
  return [...drafts.values()].sort((a, b) => a.place - b.place || (a.name < b.name ? -1 : 1));
};

/**
 * Shares the questions that serve a blueprint among its domains. One that serves several goes to the domain that has
 * the fewest for its weight. Suspended questions are among them: an exam does not know what a learner put aside.
 */
export const poolsOf = (
  course: Pick<CourseReader, 'items' | 'item'>,
  blueprint: Blueprint,
): readonly DomainPool[] => {
  const { domains } = blueprint;
  const placed = draftsOf(course, blueprint).map(draft => ({
    ...draft,
    all: [...new Set(draft.served.flat())],
  }));
  const sizes = domains.map(() => 0);
  const home = new Map<string, number>();
  // Who serves one domain has no choice; the others fill up what is poor then.
  for (const { name, all } of [...placed].sort((a, b) => a.all.length - b.all.length)) {
    const index = poorest(all, sizes, domains);
    home.set(name, index);
    sizes[index] = (sizes[index] ?? 0) + 1;
  }
  return domains.map((domain, index) => ({
    domain,
    units: placed
      .filter(({ name }) => home.get(name) === index)
      .map(({ keys, served }) => ({ keys: keys.filter((_, i) => served[i]?.includes(index)).sort() })),
  }));
};
