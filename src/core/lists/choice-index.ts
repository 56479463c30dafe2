/** What can be chosen to study: a course as three trees, by area, by domain of an exam, and by kind. */
import type { CourseReader, Level } from '../course/course.ts';
import { LEVELS } from '../course/course.ts';
import type { ExamScope } from './scope.ts';
import type { ItemKind } from './selection.ts';
import { ITEM_KINDS, itemKind } from './selection.ts';

/** The trees, in the order in which they are shown. */
export const CHOICE_VIEWS = ['areas', 'domains', 'kinds'] as const;

/** A tree by which items can be chosen. */
export type ChoiceView = (typeof CHOICE_VIEWS)[number];

/** Choices of one facet add up, those of different ones narrow each other: security and numeric. */
export type Facet = ChoiceView | 'levels';

type NodeType = 'area' | 'topic' | 'section' | 'domain' | 'task' | 'kind' | 'level';

/** A row of a tree. */
export interface ChoiceNode {
  /** Place in {@link ChoiceIndex.nodes}. */
  readonly number: number;
  readonly facet: Facet;
  readonly is: NodeType;
  /** Of the area, topic, section, domain, task, kind or level. */
  readonly id: string;
  /** The same for the same row in every index of a course. */
  readonly path: string;
  readonly title: string;
  /** Topic of a topic or section; `null` for other rows. */
  readonly topic: string | null;
  /** 0 for a root. */
  readonly depth: number;
  /** -1 for a root. */
  readonly parent: number;
  readonly children: readonly number[];
  /** Nothing of it serves the learner's own exam. */
  readonly outside: boolean;
}

type Draft = { -readonly [Key in keyof ChoiceNode]: ChoiceNode[Key] } & { children: number[] };

const KIND_TITLES: Readonly<Record<ItemKind, string>> = {
  card: 'Cards',
  single: 'Single choice',
  multiple: 'Multiple choice',
  'true-false': 'True or false',
  order: 'Order',
  match: 'Matching',
  numeric: 'Numeric',
  text: 'Typed answer',
};

const LEVEL_TITLES: Readonly<Record<Level, string>> = {
  recall: 'Easy: recall',
  apply: 'Medium: apply',
  analyse: 'Hard: analyze',
};

/** `machine-learning` as a title: `Machine learning`. */
export const areaTitle = (area: string): string => {
  const words = area.replaceAll('-', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

interface IndexParts {
  readonly course: Pick<CourseReader, 'items' | 'topics'>;
  /** Only what serves this exam; `null`: everything. */
  readonly within: ExamScope | null;
  /** By whose domains the second tree is made; `null`: there is none. */
  readonly exam: ExamScope | null;
  /** The learner's own exam, to tell what is outside of it; `null`: none is set. */
  readonly own: ExamScope | null;
}

/** The trees of a course, and for each item the rows it counts in. */
export class ChoiceIndex {
  readonly nodes: readonly ChoiceNode[];
  /** Places in the course's list of items, ascending. */
  readonly items: readonly number[];
  readonly #roots: Readonly<Record<ChoiceView, readonly number[]>>;
  readonly #byPath: ReadonlyMap<string, number>;
  /** By place in {@link ChoiceIndex.items}, where its rows begin; they end where the next one's begin. */
  readonly #starts: Int32Array;
  readonly #rows: Int32Array;

  constructor({ course, within, exam, own }: IndexParts) {
    const builder = new Builder(course, exam);
    const items: number[] = [];
    const starts: number[] = [];
    const rows: number[] = [];
    for (const [place, entry] of course.items.entries()) {
      if (within !== null && !within.has(entry)) continue;
      items.push(place);
      starts.push(rows.length);
      const first = rows.length;
      builder.addRows(rows, entry);
      if (own === null || own.has(entry))
        for (let at = first; at < rows.length; at++) builder.markInside(rows[at] ?? -1);
    }
    starts.push(rows.length);
    this.items = items;
    this.#starts = Int32Array.from(starts);
    this.#rows = Int32Array.from(rows);
    const { nodes, roots, byPath } = builder.finish();
    this.nodes = nodes;
    this.#roots = roots;
    this.#byPath = byPath;
  }

  roots(view: ChoiceView): readonly number[] {
    return this.#roots[view];
  }

  node(number: number): ChoiceNode | undefined {
    return this.nodes[number];
  }

  /** The row of a path, which may come from another index of the course; `undefined`: it has none. */
  find(path: string): ChoiceNode | undefined {
    const number = this.#byPath.get(path);
    return number === undefined ? undefined : this.nodes[number];
  }

  /** Rows that an item counts in. @param at its place in {@link ChoiceIndex.items} */
  rowsOf(at: number): Int32Array {
    return this.#rows.subarray(this.#starts[at], this.#starts[at + 1]);
  }
}

type CourseParts = IndexParts['course'];

/** Makes rows as items ask for them, and puts them into the order of course and exam at the end. */
class Builder {
  readonly #nodes: Draft[] = [];
  readonly #byPath = new Map<string, Draft>();
  readonly #exam: ExamScope | null;
  readonly #topics: ReadonlyMap<string, CourseParts['topics'][number]>;
  /** By topic, by section: the rows from area to section. */
  readonly #chains = new Map<string, Map<string, readonly number[]>>();
  readonly #tasks = new Map<string, Map<number, readonly number[]>>();
  /** Rows that some item counts in: of the kinds not every one must be there. */
  readonly #used = new Set<number>();
  readonly #kinds: ReadonlyMap<string, number>;
  readonly #levels: ReadonlyMap<string, number>;
  readonly #course: CourseParts;

  constructor(course: CourseParts, exam: ExamScope | null) {
    this.#course = course;
    this.#exam = exam;
    this.#topics = new Map(course.topics.map(topic => [topic.id, topic]));
    this.#kinds = new Map(
      ITEM_KINDS.map(kind => [kind, this.#make('kinds', 'kind', kind, KIND_TITLES[kind])]),
    );
    this.#levels = new Map(
      LEVELS.map(level => [level, this.#make('levels', 'level', level, LEVEL_TITLES[level])]),
    );
  }

  #make(
    facet: Facet,
    is: NodeType,
    id: string,
    title: string,
    parent: number = -1,
    topic: string | null = null,
  ): number {
    const above = this.#nodes[parent];
    const path = `${above === undefined ? facet : above.path}\n${id}`;
    const known = this.#byPath.get(path);
    if (known !== undefined) return known.number;
    const node: Draft = {
      number: this.#nodes.length,
      facet,
      is,
      id,
      path,
      title,
      topic,
      depth: above === undefined ? 0 : above.depth + 1,
      parent,
      children: [],
      outside: true,
    };
    this.#nodes.push(node);
    this.#byPath.set(path, node);
    return node.number;
  }

  #chain(topicId: string, section: string): readonly number[] {
    let chains = this.#chains.get(topicId);
    if (chains === undefined) this.#chains.set(topicId, (chains = new Map()));
    const known = chains.get(section);
    if (known !== undefined) return known;
    const entry = this.#topics.get(topicId);
    const areaId = entry?.area ?? '';
    const area = this.#make('areas', 'area', areaId, areaTitle(areaId));
    const topic = this.#make('areas', 'topic', topicId, entry?.title ?? topicId, area, topicId);
    const title = entry?.sections.find(({ id }) => id === section)?.title ?? 'Introduction';
    const chain = [area, topic, this.#make('areas', 'section', section, title, topic, topicId)];
    chains.set(section, chain);
    return chain;
  }

  /** Domain, task and topic for a place in the exam's leaves. */
  #part(topicId: string, place: number, exam: ExamScope): readonly number[] {
    let parts = this.#tasks.get(topicId);
    if (parts === undefined) this.#tasks.set(topicId, (parts = new Map()));
    const known = parts.get(place);
    if (known !== undefined) return known;
    const leaf = exam.leaves[place];
    const domain = exam.blueprint.domains.find(({ id }) => id === leaf?.domain);
    if (leaf === undefined || domain === undefined) return [];
    const top = this.#make('domains', 'domain', domain.id, domain.title);
    const task =
      leaf.id === domain.id ? top : this.#make('domains', 'task', leaf.id, `${leaf.id} ${leaf.title}`, top);
    const title = this.#topics.get(topicId)?.title ?? topicId;
    const topic = this.#make('domains', 'topic', topicId, title, task, topicId);
    const chain = task === top ? [top, topic] : [top, task, topic];
    parts.set(place, chain);
    return chain;
  }

  /** Adds the rows that an item counts in to a list, each once. */
  addRows(rows: number[], entry: CourseParts['items'][number]): void {
    const first = rows.length;
    for (const row of this.#chain(entry.topic, entry.section)) rows.push(row);
    rows.push(this.#kinds.get(itemKind(entry)) ?? 0);
    const level = entry.level === null ? undefined : this.#levels.get(entry.level);
    if (level !== undefined) rows.push(level);
    for (const place of this.#exam?.leavesOf(entry) ?? [])
      for (const row of this.#exam === null ? [] : this.#part(entry.topic, place, this.#exam))
        if (!rows.includes(row, first)) rows.push(row);
    for (let at = first; at < rows.length; at++) this.#used.add(rows[at] ?? -1);
  }

  markInside(number: number): void {
    const node = this.#nodes[number];
    if (node !== undefined) node.outside = false;
  }

  /** Ranks by which siblings stand: areas and topics as in the course, sections as in the note, parts as in the exam. */
  #ranks(): (node: Draft) => number {
    const topics = new Map(this.#course.topics.map(({ id }, place) => [id, place]));
    const areas = new Map<string, number>();
    for (const { area } of this.#course.topics) if (!areas.has(area)) areas.set(area, areas.size);
    const parts = new Map<string, number>();
    for (const { id, tasks } of this.#exam?.blueprint.domains ?? []) {
      parts.set(`domain ${id}`, parts.size);
      for (const task of tasks) parts.set(`task ${task.id}`, parts.size);
    }
    return ({ is, id, topic, number }) => {
      switch (is) {
        case 'area':
          return areas.get(id) ?? Infinity;
        case 'topic':
          return topics.get(id) ?? Infinity;
        case 'section':
          return this.#topics.get(topic ?? '')?.sections.findIndex(section => section.id === id) ?? -1;
        case 'domain':
        case 'task':
          return parts.get(`${is} ${id}`) ?? Infinity;
        case 'kind':
        case 'level':
          return number;
      }
    };
  }

  finish(): {
    readonly nodes: readonly ChoiceNode[];
    readonly roots: Readonly<Record<ChoiceView, readonly number[]>>;
    readonly byPath: ReadonlyMap<string, number>;
  } {
    const rank = this.#ranks();
    const ranked = this.#nodes
      .filter(({ number }) => this.#used.has(number))
      .map(node => ({ node, rank: rank(node) }))
      .sort((a, b) => a.rank - b.rank || a.node.number - b.node.number);
    const roots: Record<ChoiceView, number[]> = { areas: [], domains: [], kinds: [] };
    for (const { node } of ranked) {
      const parent = this.#nodes[node.parent];
      if (parent !== undefined) parent.children.push(node.number);
      else roots[node.facet === 'levels' ? 'kinds' : node.facet].push(node.number);
    }
    return {
      nodes: this.#nodes,
      roots,
      byPath: new Map(this.#nodes.map(({ path, number }) => [path, number])),
    };
  }
}
