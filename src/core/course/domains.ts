import type { Blueprint, CourseReader, Domain, ItemEntry, Tags, Task } from './course.ts';

/** The domains of a blueprint that tags name, directly or by one of their tasks, in blueprint order. */
export const domainsOf = (blueprint: Blueprint, tags: Tags): readonly Domain[] => {
  const named = new Set(tags.filter(tag => tag.blueprint === blueprint.id).flatMap(tag => tag.tasks));
  if (named.size === 0) return [];
  return blueprint.domains.filter(
    domain => named.has(domain.id) || domain.tasks.some(task => named.has(task.id)),
  );
};

/**
 * What each task of a domain is worth: its weight where weights are given. Publishers give none, so the rest is an
 * estimate: half of the domain in equal shares, half by the number of skills listed under each task.
 * @returns shares in the order of the tasks, which add up to 1; empty where the domain has no tasks
 */
export const taskShares = ({
  tasks,
}: {
  readonly tasks: readonly Pick<Task, 'weight' | 'skills'>[];
}): readonly number[] => {
  const weights = tasks.map(({ weight = 0 }) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total > 0) return weights.map(weight => weight / total);
  const skills = tasks.map(({ skills: count = 0 }) => count);
  const listed = skills.reduce((sum, count) => sum + count, 0);
  return skills.map(count => (listed === 0 ? 1 / tasks.length : 0.5 / tasks.length + (0.5 * count) / listed));
};

/** Items by domain id: a question serves what its tags say, a card what its topic serves. */
export const itemsByDomain = (
  course: CourseReader,
  blueprint: Blueprint,
): ReadonlyMap<string, readonly ItemEntry[]> => {
  const byDomain = new Map<string, ItemEntry[]>(blueprint.domains.map(domain => [domain.id, []]));
  const topicDomains = new Map(course.topics.map(topic => [topic.id, domainsOf(blueprint, topic.exams)]));
  for (const item of course.items) {
    const domains =
      item.type === 'card' ? (topicDomains.get(item.topic) ?? []) : domainsOf(blueprint, item.tasks);
    for (const domain of domains) byDomain.get(domain.id)?.push(item);
  }
  return byDomain;
};

/**
 * The exam a learner prepares for: the one set, else the course's default; where that one is over on the day
 * of the exam, or today is its last day and no day is set, the first that replaces it.
 */
export const currentBlueprint = (
  course: Pick<CourseReader, 'blueprint' | 'blueprints'>,
  settings: { readonly exam: string; readonly examDate: string },
  today: string,
): Blueprint | undefined => {
  const byId = (id: string): Blueprint | undefined =>
    course.blueprints.find(blueprint => blueprint.id === id);
  if (settings.exam !== '') return byId(settings.exam);
  const date = settings.examDate === '' ? today : settings.examDate;
  // Nobody who names no day prepares for today.
  const isOver = (to: string): boolean => to < date || (settings.examDate === '' && to === today);
  const seen = new Set<string>();
  let blueprint = byId(course.blueprint);
  while (blueprint?.valid.to !== undefined && isOver(blueprint.valid.to) && !seen.has(blueprint.id)) {
    seen.add(blueprint.id);
    const next = blueprint.successor === undefined ? undefined : byId(blueprint.successor);
    if (next === undefined) break;
    blueprint = next;
  }
  return blueprint;
};
