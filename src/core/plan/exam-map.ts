/** What is known of an exam before anybody answers: which items serve it, and what each of them weighs. */
import type { ItemEntry, Tags, Task } from '../course/course.ts';
import { inExamForm } from '../course/course.ts';
import { taskShares } from '../course/domains.ts';
import { GUESS } from './settings.ts';

/** What the map needs of a blueprint. */
interface MapBlueprint {
  readonly id: string;
  /** The kinds that the exam asks; absent: single and multiple choice. */
  readonly kinds?: readonly string[];
  readonly domains: readonly {
    readonly id: string;
    readonly weight: number;
    readonly tasks: readonly Pick<Task, 'id' | 'weight' | 'skills'>[];
  }[];
}

/** What the map needs of an item. Tags of other blueprints do not count; none of this one: it does not serve the exam. */
export type MapEntry = Pick<
  ItemEntry,
  'key' | 'type' | 'kind' | 'topic' | 'section' | 'family' | 'tasks' | 'grade'
>;

/** What the map needs of a topic. */
interface MapTopic {
  readonly id: string;
  readonly area: string;
  /** How often the exam asks about it, against other topics; 1 where the course says nothing. */
  readonly weight: number;
  /** Topics to begin before it; absent: none. */
  readonly after?: readonly string[];
}

/** An item that serves the exam. Numbers are places in the lists of {@link ExamMap}. */
export interface ExamItem {
  readonly key: string;
  readonly type: 'card' | 'question';
  readonly topic: number;
  readonly section: number;
  readonly family: string;
  /** Chance to answer right without knowing. */
  readonly guess: number;
  /** In the form of the exam, by its mark or its kind. */
  readonly inForm: boolean;
}

/** A section of a note with its share of the exam. */
export interface ExamSection {
  /** Section id within the topic. */
  readonly id: string;
  readonly topic: number;
  /** Share of the exam, 0 to 1; all sections add up to 1. */
  readonly weight: number;
  /** Its cards and its questions, the latter in the form of the exam first. */
  readonly cards: readonly number[];
  readonly questions: readonly number[];
  /** Number of its items. */
  readonly size: number;
}

interface ExamTopic {
  readonly id: string;
  readonly area: number;
  /** Share of the exam, 0 to 1. */
  readonly weight: number;
  readonly sections: readonly number[];
  /** Number of its items. */
  readonly size: number;
  /** Topics of the exam to begin before it. */
  readonly after: readonly number[];
  /** Share of each domain and task of the exam that falls on it. */
  readonly shares: ReadonlyMap<string, number>;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The items that serve an exam, by section and topic, with their shares. */
export interface ExamMap {
  readonly blueprint: MapBlueprint;
  readonly items: readonly ExamItem[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly sections: readonly ExamSection[];
  readonly topics: readonly ExamTopic[];
  readonly areas: number;
}

/** A part of an exam that has a weight of its own: a task, or a domain without tasks. */
interface Leaf {
  readonly id: string;
  readonly domain: string;
  readonly weight: number;
}

/** Parts of a blueprint with their weights, which add up to those of the domains. */
const leavesOf = ({ domains }: MapBlueprint): readonly Leaf[] =>
  domains.flatMap(domain => {
    if (domain.tasks.length === 0) return [{ id: domain.id, domain: domain.id, weight: domain.weight }];
    const shares = taskShares(domain);
    return domain.tasks.map((task, index) => ({
      id: task.id,
      domain: domain.id,
      weight: domain.weight * (shares[index] ?? 0),
    }));
  });

const NO_TASKS: readonly string[] = [];
const NO_LEAVES: readonly number[] = [];

/** Finds the leaves that tags name; a domain stands for all of its tasks. Few sets of tags occur again and again. */
const leafFinder = (blueprint: string, leaves: readonly Leaf[]): ((tags: Tags) => readonly number[]) => {
  const known = new Map<string, readonly number[]>();
  const find = (name: string, tasks: readonly string[]): readonly number[] => {
    let found = known.get(name);
    if (found === undefined) {
      const places: number[] = [];
      leaves.forEach((leaf, index) => {
        if (tasks.includes(leaf.id) || tasks.includes(leaf.domain)) places.push(index);
      });
      known.set(name, (found = places));
    }
    return found;
  };
  return tags => {
    let tasks = NO_TASKS;
    for (const tag of tags)
      if (tag.blueprint === blueprint) tasks = tasks.length === 0 ? tag.tasks : [...tasks, ...tag.tasks];
    return tasks.length === 0
      ? NO_LEAVES
      : find(tasks.length === 1 ? (tasks[0] ?? '') : tasks.join(' '), tasks);
  };
};

/** Tagged questions, and of each leaf how many: one that serves m domains counts 1/m in each. */
interface Tally {
  total: number;
  readonly byLeaf: Float64Array;
}

const addQuestion = (tally: Tally, leaves: readonly number[]): void => {
  tally.total++;
  for (const leaf of leaves) tally.byLeaf[leaf] = (tally.byLeaf[leaf] ?? 0) + 1 / leaves.length;
};

/**
 * Weights of topics, sections and items in an exam. A topic's weight is its share of the tagged questions of each
 * task (or domain without tasks), times that task's weight; half of it goes to its sections by their tagged
 * questions and half by their items, for sections without questions may be examined, too. Cards serve the exam if
 * a question of their topic does; a topic without tagged questions has no weight.
 */
export const examMap = (
  blueprint: MapBlueprint,
  topics: readonly MapTopic[],
  entries: readonly MapEntry[],
): ExamMap => {
  const leaves = leavesOf(blueprint);
  const tallies = new Map<string, Tally>();
  const bySection = new Map<string, Map<string, MapEntry[]>>(topics.map(topic => [topic.id, new Map()]));
  const leavesNamed = leafFinder(blueprint.id, leaves);
  const all: Tally = { total: 0, byLeaf: new Float64Array(leaves.length) };
  for (const entry of entries) {
    const sections = bySection.get(entry.topic);
    if (sections === undefined) continue;
    const found = entry.type === 'question' ? leavesNamed(entry.tasks) : NO_LEAVES;
    if (entry.type === 'question' && found.length === 0) continue;
    const list = sections.get(entry.section);
    if (list === undefined) sections.set(entry.section, [entry]);
    else list.push(entry);
    if (entry.type === 'card') continue;
    let tally = tallies.get(entry.topic);
    if (tally === undefined)
      tallies.set(entry.topic, (tally = { total: 0, byLeaf: new Float64Array(leaves.length) }));
    addQuestion(tally, found);
    addQuestion(all, found);
  }
  const topicOf = new Map(topics.map(topic => [topic.id, topic]));
  const raw = rawWeights(leaves, tallies, all, topicOf);
  const total = [...raw.values()].reduce((sum, { weight }) => sum + weight, 0);
  return build(blueprint, topics, bySection, tallies, raw, total);
};

interface Raw {
  readonly weight: number;
  readonly shares: Map<string, number>;
}

/** Weights of topics before they are made to add up to one, and what each has of every domain and task. */
const rawWeights = (
  leaves: readonly Leaf[],
  tallies: ReadonlyMap<string, Tally>,
  all: Tally,
  topics: ReadonlyMap<string, MapTopic>,
): ReadonlyMap<string, Raw> => {
  // What a course weighs up or down moves weight between the topics of a task, never between tasks.
  const mass = new Float64Array(leaves.length);
  for (const [id, { byLeaf }] of tallies)
    byLeaf.forEach((count, leaf) => {
      mass[leaf] = (mass[leaf] ?? 0) + count * (topics.get(id)?.weight ?? 1);
    });
  const reached = leaves.reduce(
    (sum, leaf, index) => sum + ((all.byLeaf[index] ?? 0) > 0 ? leaf.weight : 0),
    0,
  );
  const raw = new Map<string, Raw>();
  for (const [id, { byLeaf }] of tallies) {
    const factor = topics.get(id)?.weight ?? 1;
    const shares = new Map<string, number>();
    let weight = 0;
    leaves.forEach((leaf, index) => {
      const here = (byLeaf[index] ?? 0) * factor;
      const whole = mass[index] ?? 0;
      if (here === 0 || whole === 0 || reached === 0) return;
      const share = here / whole;
      const part = (leaf.weight / reached) * share;
      weight += part;
      shares.set(leaf.id, (shares.get(leaf.id) ?? 0) + part);
      if (leaf.domain !== leaf.id) shares.set(leaf.domain, (shares.get(leaf.domain) ?? 0) + part);
    });
    raw.set(id, { weight, shares });
  }
  return raw;
};

/** Finds the topics of the exam that each names to be begun before it. */
const linkAfter = (made: Writable<ExamTopic>[], topics: readonly MapTopic[]): void => {
  const wanted = new Map(topics.flatMap(({ id, after }) => (after === undefined ? [] : [[id, after]])));
  if (wanted.size === 0) return;
  const places = new Map(made.map(({ id }, place) => [id, place]));
  for (const topic of made) topic.after = (wanted.get(topic.id) ?? []).flatMap(id => places.get(id) ?? []);
};

const build = (
  blueprint: MapBlueprint,
  topics: readonly MapTopic[],
  bySection: ReadonlyMap<string, ReadonlyMap<string, readonly MapEntry[]>>,
  tallies: ReadonlyMap<string, Tally>,
  raw: ReadonlyMap<string, Raw>,
  total: number,
): ExamMap => {
  const { kinds = [] } = blueprint;
  // Where nothing is marked, no kind is preferred.
  const isMarked = [...bySection.values()].some(sections =>
    [...sections.values()].some(entries => entries.some(({ grade }) => grade === 'exam')),
  );
  const isInForm = (entry: MapEntry): boolean =>
    isMarked && entry.type === 'question' && inExamForm(entry, kinds);
  const items: ExamItem[] = [];
  const numbers = new Map<string, number>();
  const sections: ExamSection[] = [];
  const made: Writable<ExamTopic>[] = [];
  const areas = new Map<string, number>();
  for (const topic of topics) {
    const tally = tallies.get(topic.id);
    const found = raw.get(topic.id);
    const parts = bySection.get(topic.id);
    if (tally === undefined || found === undefined || parts === undefined || found.weight === 0) continue;
    const weight = found.weight / total;
    let area = areas.get(topic.area);
    if (area === undefined) areas.set(topic.area, (area = areas.size));
    let size = 0;
    for (const list of parts.values()) size += list.length;
    const own: number[] = [];
    for (const [id, list] of parts) {
      const cards: number[] = [];
      const questions: number[] = [];
      const add = (entry: MapEntry): void => {
        const number = items.length;
        (entry.type === 'card' ? cards : questions).push(number);
        numbers.set(entry.key, number);
        items.push({
          key: entry.key,
          type: entry.type,
          topic: made.length,
          section: sections.length,
          family: entry.family,
          guess: GUESS[entry.kind] ?? 0.02,
          inForm: isInForm(entry),
        });
      };
      for (const entry of list) if (isInForm(entry)) add(entry);
      for (const entry of list) if (!isInForm(entry)) add(entry);
      own.push(sections.length);
      sections.push({
        id,
        topic: made.length,
        weight: weight * (0.5 * (questions.length / tally.total) + 0.5 * (list.length / size)),
        cards,
        questions,
        size: list.length,
      });
    }
    made.push({ id: topic.id, area, weight, sections: own, size, after: [], shares: found.shares });
  }
  linkAfter(made, topics);
  return { blueprint, items, numbers, sections, topics: made, areas: areas.size };
};
