import type { Blueprint, Card, Course, Item, Note, Question, Rename } from '../../core/course/course.ts';
import { HIDES_NOTHING } from '../../core/course/loader-rules.ts';
import { slugify } from '../../core/course/keys.ts';
import type { Problem } from '../../core/course/problem.ts';
import { problemPlace } from '../../core/course/problem.ts';
import { parseBlueprint } from './banks/blueprint-file.ts';
import type { CourseFields } from './course-file.ts';
import { parseCourseFile } from './course-file.ts';
import { orderOf } from './teaching-order.ts';
import { ID } from './yaml/field-schemas.ts';
import { parseNote } from './notes/note-file.ts';
import type { ProblemLog } from '../files/problem-log.ts';
import { makeProblemLog } from '../files/problem-log.ts';
import { quoted } from '../../core/base/sanitize.ts';
import { parseBank } from './banks/question-file.ts';
import { idOf, LONGEST_ID, placeFor, roleOf } from './file-roles.ts';
import { parseRenames } from './renames-file.ts';
import { parseStyle } from './style-file.ts';
import type { StylePattern } from '../../core/course/style-pattern.ts';
import { readText } from '../files/read-text.ts';
import type { CourseFile, Scan } from '../files/scan-files.ts';
import { scanCourse } from '../files/scan-files.ts';

/** A course as its files give it. */
export interface LoadedCourse {
  readonly course: Course;
  /** `false`: its id is made of the name of its folder. */
  readonly hasId: boolean;
  readonly problems: readonly Problem[];
  /** Wording that the course avoids, from `content/style.tsv`. */
  readonly style: readonly StylePattern[];
  /** Topics none of whose files has an error that may hide a card or a question. */
  readonly cleanTopics: readonly string[];
  /** Real path of the folder. */
  readonly root: string;
}

/** Topic that a problem's file belongs to, `''` where it is no note or bank. */
const topicOf = (path: string): string => {
  const role = roleOf(path);
  return role.is === 'note' || role.is === 'bank' ? role.topic : '';
};

/** The first item of each key; the others are reported and left out. */
const uniqueItems = <T extends Item>(
  items: readonly T[],
  taken: Map<string, Item>,
  log: ProblemLog,
): readonly T[] =>
  items.filter(item => {
    const first = taken.get(item.key);
    if (first === undefined) {
      taken.set(item.key, item);
      return true;
    }
    const place = problemPlace({ file: first.path, line: first.line });
    if (item.key.includes('~')) {
      log.file(item.path)(
        'duplicate-id',
        item.line,
        `The same card stands in ${place}`,
        'remove one, or give one an id',
      );
    } else {
      log.file(item.path)(
        'duplicate-id',
        item.line,
        `The id ${quoted(item.key)} is already taken in ${place}`,
      );
    }
    return false;
  });

/** Keeps one file per topic and kind; `true` for the first. */
const makeFirstOnly = (log: ProblemLog): ((kind: string, topic: string, path: string) => boolean) => {
  const seen = new Map<string, string>();
  return (kind, topic, path) => {
    const first = seen.get(`${kind} ${topic}`);
    if (first === undefined) seen.set(`${kind} ${topic}`, path);
    else log.file(path)('duplicate-topic', 0, `The topic ${quoted(topic)} already has the file ${first}`);
    return first === undefined;
  };
};

/** Id and title where course.yaml does not give them: the name of the folder. */
const nameCourse = (
  fields: CourseFields | null,
  root: string,
  log: ProblemLog,
): Pick<Course, 'id' | 'title' | 'blueprint'> => {
  if (fields === null) log.file('content/course.yaml')('course-file', 0, 'There is no content/course.yaml');
  const folder = root.split(/[/\\]/).findLast(part => part !== '') ?? 'course';
  const id =
    fields?.id ??
    slugify(folder)
      .replace(/[^a-z0-9-]/g, '')
      .slice(0, LONGEST_ID);
  return { id: ID.test(id) ? id : 'course', title: fields?.title ?? id, blueprint: fields?.blueprint ?? '' };
};

/** How far reading is, in files. */
export type OnProgress = (done: number, total: number) => void;

interface Found {
  readonly notes: Note[];
  readonly cards: Card[];
  readonly questions: Question[];
  readonly blueprints: Blueprint[];
  course: CourseFields | null;
  renames: readonly Rename[];
  style: readonly StylePattern[];
}

const readFile = (
  file: CourseFile,
  found: Found,
  isFirst: ReturnType<typeof makeFirstOnly>,
  log: ProblemLog,
): void => {
  const { path } = file;
  const report = log.file(path);
  const role = roleOf(path);
  const open = (): string | null => readText(file, report);
  switch (role.is) {
    case 'image':
      return;
    case 'unknown':
      return report('unknown-file', 0, 'Nothing reads a file with this ending');
    case 'misplaced':
      return report(
        'misplaced-file',
        0,
        'Nothing reads a file in this place',
        `move it to ${placeFor(path)}`,
      );
    case 'misnamed':
      return report(
        'file-name',
        0,
        'The name of the file or its folder is no id, so it is not read',
        `rename it to ${path.split('/').map(idOf).join('/')}`,
      );
    case 'course': {
      const text = open();
      if (text !== null) found.course = parseCourseFile(text, report);
      return;
    }
    case 'renames': {
      const text = open();
      if (text !== null) found.renames = parseRenames(text, report);
      return;
    }
    case 'style': {
      const text = open();
      if (text !== null) found.style = parseStyle(text, report);
      return;
    }
    case 'blueprint': {
      const text = open();
      const blueprint = text === null ? null : parseBlueprint(text, { stem: role.stem, path }, report);
      if (blueprint !== null) found.blueprints.push(blueprint);
      return;
    }
    case 'bank': {
      const text = isFirst('bank', role.topic, path) ? open() : null;
      if (text === null) return;
      for (const question of parseBank(text, { topic: role.topic, path }, report))
        found.questions.push(question);
      return;
    }
    case 'note': {
      const text = isFirst('note', role.topic, path) ? open() : null;
      if (text === null) return;
      const { note, cards } = parseNote(text, { topic: role.topic, area: role.area, path }, report);
      found.notes.push(note);
      for (const card of cards) found.cards.push(card);
    }
  }
};

/** Parses what a scan has found. Never throws on bad content: what cannot be used is left out and reported. */
export const loadScanned = (scan: Scan, log: ProblemLog, onProgress?: OnProgress): LoadedCourse => {
  const found: Found = {
    notes: [],
    cards: [],
    questions: [],
    blueprints: [],
    course: null,
    renames: [],
    style: [],
  };
  const isFirst = makeFirstOnly(log);
  scan.files.forEach((file, i) => {
    readFile(file, found, isFirst, log);
    if (i % 50 === 49) onProgress?.(i + 1, scan.files.length);
  });

  const taken = new Map<string, Item>();
  const cards = uniqueItems(found.cards, taken, log);
  const questions = uniqueItems(found.questions, taken, log);
  const noted = new Set(found.notes.map(note => note.id));
  const banks = new Map(questions.map(question => [question.topic, question.path]));
  for (const [topic, path] of banks) {
    if (!noted.has(topic))
      log.file(path)('questions-without-note', 0, `There is no note for the topic ${quoted(topic)}`);
  }
  const order =
    found.course === null ? [] : orderOf(found.course, found.notes, log.file('content/course.yaml'));
  const course: Course = {
    ...nameCourse(found.course, scan.root, log),
    ...(order.length > 0 && { order }),
    ...(found.course !== null &&
      found.course.calculators.length > 0 && { calculators: found.course.calculators }),
    notes: found.notes,
    cards,
    questions,
    blueprints: found.blueprints,
    renames: found.renames,
  };
  const unclean = new Set(
    log.problems
      .filter(({ severity, rule }) => severity === 'error' && !HIDES_NOTHING.has(rule))
      .map(({ file }) => topicOf(file)),
  );
  const cleanTopics = [...new Set([...noted, ...banks.keys()])].filter(topic => !unclean.has(topic));
  const problems = log.problems.toSorted((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line,
  );
  const hasId = found.course?.id !== undefined;
  return { course, hasId, problems, style: found.style, cleanTopics, root: scan.root };
};

/**
 * Reads a whole course from its folder.
 * @throws Failure `data` where the folder or its `content/` cannot be opened
 */
export const loadCourse = (folder: string, onProgress?: OnProgress): LoadedCourse => {
  const log = makeProblemLog();
  return loadScanned(scanCourse(folder, log), log, onProgress);
};
