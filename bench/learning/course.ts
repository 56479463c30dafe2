/**
 * The course that learners are simulated on, frozen as it was in version 0.1, so that figures stay comparable when
 * notes and questions change. Only what the planner and a simulated learner need is kept.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CourseReader } from '../../src/core/course/course.ts';
import type { ExamMap, MapEntry } from '../../src/core/plan/exam-map.ts';
import { examMap } from '../../src/core/plan/exam-map.ts';
import { GUESS } from '../../src/core/plan/settings.ts';

/** The shape of the file. Topics and sections are named by their places. */
interface Frozen {
  readonly topics: readonly {
    readonly id: string;
    readonly area: string;
    readonly sections: readonly string[];
  }[];
  readonly cards: readonly (readonly [topic: number, section: number, kind: string])[];
  readonly questions: readonly (readonly [
    topic: number,
    section: number,
    kind: string,
    tasks: Readonly<Record<string, readonly string[]>>,
  ])[];
  readonly blueprints: readonly {
    readonly id: string;
    readonly aim: number;
    readonly questions: { readonly scored: number; readonly unscored: number };
    readonly domains: readonly {
      readonly id: string;
      readonly weight: number;
      readonly tasks: readonly { readonly id: string }[];
    }[];
  }[];
}

/** An item of the course, in or out of the exam. Items, sections and topics are numbered through the course. */
interface SimItem {
  readonly number: number;
  readonly key: string;
  readonly topic: number;
  readonly section: number;
  readonly question: boolean;
  readonly guess: number;
}

interface SimSection {
  readonly topic: number;
  /** Items of the section that serve the exam. */
  readonly use: readonly number[];
  readonly items: readonly number[];
  /** Share of the exam that the program assumes, 0 to 1. */
  readonly weight: number;
}

export interface SimTopic {
  readonly area: number;
  readonly sections: readonly number[];
  readonly items: readonly number[];
  readonly use: readonly number[];
  readonly weight: number;
  /** Largest weight of a domain that the topic serves. */
  readonly largest: number;
}

/** A course seen from one of its exams. */
export interface SimCourse {
  readonly map: ExamMap;
  readonly items: readonly SimItem[];
  readonly sections: readonly SimSection[];
  readonly topics: readonly SimTopic[];
  readonly areas: number;
  readonly numbers: ReadonlyMap<string, number>;
  readonly scored: number;
  readonly slots: number;
  readonly aim: number;
}

const FILE = 'bench/learning/course-0.1.json.gz';

/** Where the project lies; the working folder unless told. */
let root = '.';
export const setRoot = (folder: string): void => {
  root = folder;
};

const frozen = (): Frozen =>
  JSON.parse(gunzipSync(readFileSync(join(root, FILE))).toString('utf8')) as Frozen;

const made = new Map<string, SimCourse>();

/** The frozen course with the weights that the program gives it for an exam. */
export const loadCourse = (exam: string, read: () => Frozen = frozen): SimCourse => {
  const known = made.get(exam);
  if (known !== undefined) return known;
  const course = build(read(), exam);
  made.set(exam, course);
  return course;
};

/** A course as it is today, seen from one of its exams. */
export const courseOf = (reader: CourseReader, exam: string): SimCourse => {
  const places = new Map(reader.topics.map(({ id }, index) => [id, index]));
  const sections = reader.topics.map(() => new Map<string, number>());
  const cards: (readonly [number, number, string])[] = [];
  const questions: (readonly [number, number, string, Readonly<Record<string, readonly string[]>>])[] = [];
  const keys: { readonly cards: string[]; readonly questions: string[] } = { cards: [], questions: [] };
  for (const { key, type, kind, topic, section, tasks } of reader.items) {
    const place = places.get(topic) ?? 0;
    const known = sections[place] as Map<string, number>;
    if (!known.has(section)) known.set(section, known.size);
    const number = known.get(section) ?? 0;
    if (type === 'card') {
      keys.cards.push(key);
      cards.push([place, number, kind]);
    } else {
      keys.questions.push(key);
      questions.push([
        place,
        number,
        kind,
        Object.fromEntries(tasks.map(tag => [tag.blueprint, tag.tasks] as const)),
      ]);
    }
  }
  const topics = reader.topics.map(({ id, area }, index) => ({
    id,
    area,
    sections: [...(sections[index]?.keys() ?? [])],
  }));
  return build({ topics, cards, questions, blueprints: reader.blueprints }, exam, keys);
};

const build = (
  { topics, cards, questions, blueprints }: Frozen,
  exam: string,
  keys: { readonly cards: readonly string[]; readonly questions: readonly string[] } | null = null,
): SimCourse => {
  const blueprint = blueprints.find(({ id }) => id === exam);
  if (blueprint === undefined) throw new Error(`The frozen course has no exam ${exam}`);
  const entries: MapEntry[] = [];
  const places: { readonly topic: number; readonly section: number }[] = [];
  const add = (
    topic: number,
    section: number,
    entry: Pick<MapEntry, 'key' | 'type' | 'tasks'> & { readonly kind: string },
  ) => {
    const { id = '', sections = [] } = topics[topic] ?? {};
    places.push({ topic, section });
    entries.push({
      ...entry,
      kind: entry.kind as MapEntry['kind'],
      topic: id,
      section: sections[section] ?? '',
      family: entry.key,
    });
  };
  cards.forEach(([topic, section, kind], index) =>
    add(topic, section, { key: keys?.cards[index] ?? `c${index}`, type: 'card', kind, tasks: [] }),
  );
  questions.forEach(([topic, section, kind, tasks], index) =>
    add(topic, section, {
      key: keys?.questions[index] ?? `q${index}`,
      type: 'question',
      kind,
      tasks: [{ blueprint: exam, tasks: tasks[exam] ?? [] }],
    }),
  );
  const map = examMap(
    blueprint,
    topics.map(({ id, area }) => ({ id, area, weight: 1 })),
    entries,
  );
  const firsts: number[] = [];
  let count = 0;
  for (const { sections } of topics) {
    firsts.push(count);
    count += sections.length;
  }
  const items: readonly SimItem[] = entries.map(({ key, type, kind }, number) => {
    const { topic = 0, section = 0 } = places[number] ?? {};
    const question = type === 'question';
    return {
      number,
      key,
      topic,
      section: (firsts[topic] ?? 0) + section,
      question,
      guess: GUESS[kind] ?? 0.02,
    };
  });
  const inSection: number[][] = Array.from({ length: count }, () => []);
  const inTopic: number[][] = topics.map(() => []);
  for (const { number, topic, section } of items) {
    inSection[section]?.push(number);
    inTopic[topic]?.push(number);
  }
  const serves = (number: number): boolean => map.numbers.has(items[number]?.key ?? '');
  const weights = new Map(map.topics.map(({ id, weight }, index) => [id, { weight, index }]));
  const areas = [...new Set(topics.map(({ area }) => area))];
  const domainWeight = new Map(blueprint.domains.map(({ id, weight }) => [id, weight]));
  const sections: SimSection[] = [];
  const simTopics: SimTopic[] = topics.map(({ id, area, sections: names }, index) => {
    const inExam = weights.get(id);
    const own: number[] = [];
    names.forEach((name, place) => {
      const number = (firsts[index] ?? 0) + place;
      own.push(number);
      const list = inSection[number] ?? [];
      const section = map.sections.find(each => each.topic === inExam?.index && each.id === name);
      sections[number] = {
        topic: index,
        items: list,
        use: inExam === undefined ? [] : list.filter(serves),
        weight: section?.weight ?? 0,
      };
    });
    const list = inTopic[index] ?? [];
    const shares = map.topics[inExam?.index ?? -1]?.shares.keys() ?? [];
    return {
      area: areas.indexOf(area),
      sections: own,
      items: list,
      use: inExam === undefined ? [] : list.filter(serves),
      weight: inExam?.weight ?? 0,
      largest: Math.max(0, ...[...shares].map(share => domainWeight.get(share) ?? 0)),
    };
  });
  const { scored, unscored } = blueprint.questions;
  return {
    map,
    items,
    sections,
    topics: simTopics,
    areas: areas.length,
    numbers: new Map(items.map(({ key, number }) => [key, number])),
    scored,
    slots: scored + unscored,
    aim: blueprint.aim / 100,
  };
};
