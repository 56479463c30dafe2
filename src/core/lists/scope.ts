/** Which cards and questions serve an exam, and which of its tasks. */
import type { Blueprint, CourseReader, ItemEntry, Tags } from '../course/course.ts';

/** A part of an exam that is served: a task, or a domain that has none. */
interface Leaf {
  readonly id: string;
  readonly domain: string;
  readonly title: string;
}

const NONE: readonly number[] = [];

const leavesOf = ({ domains }: Blueprint): readonly Leaf[] =>
  domains.flatMap(({ id: domain, title, tasks }) =>
    tasks.length === 0
      ? [{ id: domain, domain, title }]
      : tasks.map(task => ({ id: task.id, domain, title: task.title })),
  );

/**
 * An exam in a course, as the plan for it sees it: a question serves what its tags say, a domain standing for all its
 * tasks; a card serves the exam where a question of its topic does, and there what its topic serves.
 */
export class ExamScope {
  readonly blueprint: Blueprint;
  /** In the order of the blueprint. */
  readonly leaves: readonly Leaf[];
  /** By id of a task or domain, places in `leaves`. */
  readonly #named = new Map<string, readonly number[]>();
  /** By topic that some question serves the exam in, what its cards serve. */
  readonly #cards = new Map<string, readonly number[]>();

  constructor(course: Pick<CourseReader, 'items' | 'topics'>, blueprint: Blueprint) {
    this.blueprint = blueprint;
    this.leaves = leavesOf(blueprint);
    for (const [place, { id, domain }] of this.leaves.entries()) {
      this.#named.set(domain, [...(this.#named.get(domain) ?? []), place]);
      if (id !== domain) this.#named.set(id, [place]);
    }
    const asked = new Map<string, Set<number>>();
    for (const entry of course.items) {
      if (entry.type !== 'question') continue;
      const found = this.#leavesIn(entry.tasks);
      if (found.length === 0) continue;
      let topic = asked.get(entry.topic);
      if (topic === undefined) asked.set(entry.topic, (topic = new Set()));
      for (const place of found) topic.add(place);
    }
    for (const { id, exams } of course.topics) {
      const questions = asked.get(id);
      if (questions === undefined) continue;
      const own = this.#leavesIn(exams);
      this.#cards.set(id, own.length > 0 ? own : [...questions].sort((a, b) => a - b));
    }
  }

  #leavesIn(tags: Tags): readonly number[] {
    const tag = tags.find(({ blueprint }) => blueprint === this.blueprint.id);
    if (tag === undefined) return NONE;
    const [only, ...others] = tag.tasks;
    const first = only === undefined ? NONE : (this.#named.get(only) ?? NONE);
    if (others.length === 0) return first;
    const all = new Set(first);
    for (const id of others) for (const place of this.#named.get(id) ?? NONE) all.add(place);
    return [...all].sort((a, b) => a - b);
  }

  /** Places in `leaves` of what an item serves; none: it is outside the exam. */
  leavesOf({ type, topic, tasks }: ItemEntry): readonly number[] {
    return type === 'card' ? (this.#cards.get(topic) ?? NONE) : this.#leavesIn(tasks);
  }

  has(entry: ItemEntry): boolean {
    return entry.type === 'card' ? this.#cards.has(entry.topic) : this.#leavesIn(entry.tasks).length > 0;
  }

  /** Whether an item serves one of these tasks or domains. */
  serves(entry: ItemEntry, parts: ReadonlySet<string>): boolean {
    return this.leavesOf(entry).some(place => {
      const leaf = this.leaves[place];
      return leaf !== undefined && (parts.has(leaf.id) || parts.has(leaf.domain));
    });
  }
}
