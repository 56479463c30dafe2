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
  readonly entries: ItemEntry[];
}

/** Index of the domain that is worst off for its weight, among those that a unit serves. */
const poorest = (
  candidates: readonly number[],
  sizes: readonly number[],
  domains: readonly Domain[],
): number => {
  const wealth = (index: number): number => (sizes[index] ?? 0) / Math.max(1e-9, domains[index]?.weight ?? 0);
  return candidates.reduce((best, index) => (wealth(index) < wealth(best) ? index : best));
};

/**
 * Shares the questions that serve a blueprint among its domains. One that serves several goes to the domain that has
 * the fewest for its weight. Suspended questions are among them: an exam does not know what a learner put aside.
 */
export const poolsOf = (
  course: Pick<CourseReader, 'items' | 'item'>,
  blueprint: Blueprint,
): readonly DomainPool[] => {
  const drafts = new Map<string, Draft>();
  for (const entry of course.items) {
    if (entry.type !== 'question' || domainsOf(blueprint, entry.tasks).length === 0) continue;
    const name = unitName(course, blueprint, entry);
    if (name === null) continue;
    const draft = drafts.get(name);
    if (draft === undefined) drafts.set(name, { name, entries: [entry] });
    else draft.entries.push(entry);
  }
  const { domains } = blueprint;
  const pools: PaperUnit[][] = domains.map(() => []);
  const sizes = domains.map(() => 0);
  const served = ({ entries }: Draft): readonly number[] =>
    domains.flatMap((domain, index) =>
      entries.some(entry => domainsOf(blueprint, entry.tasks).includes(domain)) ? [index] : [],
    );
  const placed = [...drafts.values()]
    .map(draft => ({ draft, served: served(draft), place: placeOf(blueprint.id, draft.name) }))
    .sort((a, b) => a.place - b.place || (a.draft.name < b.draft.name ? -1 : 1));
  const home = new Map<Draft, number>();
  // Who serves one domain has no choice; the others fill up what is poor then.
  for (const { draft, served } of [...placed].sort((a, b) => a.served.length - b.served.length)) {
    const index = poorest(served, sizes, domains);
    home.set(draft, index);
    sizes[index] = (sizes[index] ?? 0) + 1;
  }
  for (const { draft } of placed) {
    const index = home.get(draft) ?? 0;
    const domain = domains[index];
    const keys = draft.entries
      .filter(entry => domain !== undefined && domainsOf(blueprint, entry.tasks).includes(domain))
      .map(({ key }) => key)
      .sort();
    pools[index]?.push({ keys });
  }
  return domains.map((domain, index) => ({ domain, units: pools[index] ?? [] }));
};
