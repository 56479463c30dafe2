import type { Course, Item } from '../../core/course/course.ts';
import { HIDES_NOTHING, severityIn } from '../../core/course/loader-rules.ts';
import { slugify } from '../../core/course/keys.ts';
import { areaOfPath, topicSlug } from '../../core/course/note-names.ts';
import { NO_GLOSSARY } from '../../core/course/glossary.ts';
import type { Problem } from '../../core/course/problem.ts';
import type { CourseFields } from './course-file.ts';
import { orderOf } from './teaching-order.ts';
import { ID } from './yaml/field-schemas.ts';
import { courseFileOf } from '../files/course-place.ts';
import type { ProblemLog } from '../files/problem-log.ts';
import { makeProblemLog } from '../files/problem-log.ts';
import { quoted } from '../../core/base/sanitize.ts';
import { LONGEST_ID } from './file-roles.ts';
import type { ForeignReader } from './folder/foreign-bank.ts';
import { readFolder } from './folder/read-folder.ts';
import type { Found } from './found.ts';
import { nothingFound } from './found.ts';
import type { OnProgress } from './read-files.ts';
import { readFiles } from './read-files.ts';
import type { StylePattern } from '../../core/course/style-pattern.ts';
import type { Scan } from '../files/scan-files.ts';
import { scanCourse } from '../files/scan-files.ts';
import { uniqueItems } from './unique-items.ts';

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
  /** Area of a file, for topics that have questions but no note. */
  readonly areaOf: (path: string) => string;
  /** Real path of the folder. */
  readonly root: string;
}

/** Name of the folder itself. */
const folderName = (root: string): string => root.split(/[/\\]/).findLast(part => part !== '') ?? 'course';

/** Id and title where course.yaml does not give them: the name of the folder. */
const nameCourse = (
  fields: CourseFields | null,
  { root, form }: Scan,
  log: ProblemLog,
): Pick<Course, 'id' | 'title' | 'blueprint'> => {
  if (fields === null && form === 'course')
    log.file('content/course.yaml')('course-file', 0, 'There is no content/course.yaml');
  const folder = folderName(root);
  const slug =
    fields?.id ??
    slugify(folder)
      .replace(/[^a-z0-9-]/g, '')
      .slice(0, LONGEST_ID);
  const id = ID.test(slug) ? slug : 'course';
  const title = fields?.title ?? (form === 'notes' ? folder : id);
  return { id, title, blueprint: fields?.blueprint ?? '' };
};

/** Says which topics have questions and no note. In a folder of notes a bank may stand alone. */
const reportBare = (found: Found, scan: Scan, noted: ReadonlySet<string>, log: ProblemLog): void => {
  if (scan.form === 'notes') return;
  const banks = new Map(found.questions.map(question => [question.topic, question.path]));
  for (const [topic, path] of banks) {
    if (!noted.has(topic))
      log.file(path)('questions-without-note', 0, `There is no note for the topic ${quoted(topic)}`);
  }
};

/**
 * Parses what a scan has found. @param foreign reads questions in formats of other programs; left out: they are not read
 *
 * Never throws on bad content: what cannot be used is left out and reported.
 */
export const loadScanned = (
  scan: Scan,
  log: ProblemLog,
  onProgress?: OnProgress,
  foreign?: ForeignReader,
): LoadedCourse => {
  const found = nothingFound();
  const { form, root } = scan;
  const top = topicSlug(folderName(root));
  if (form === 'notes') readFolder(scan, top, found, log, onProgress, foreign);
  else readFiles(scan, found, log, onProgress);

  const taken = new Map<string, Item>();
  const cards = uniqueItems(found.cards, taken, log);
  const questions = uniqueItems(found.questions, taken, log);
  const noted = new Set(found.notes.map(note => note.id));
  reportBare(found, scan, noted, log);
  const given = found.course;
  const order = given === null ? [] : orderOf(given, found.notes, log.file(courseFileOf(scan.form)));
  const course: Course = {
    ...nameCourse(given, scan, log),
    ...(form === 'notes' && { form }),
    ...(given?.rules === 'strict' && { rules: given.rules }),
    ...(order.length > 0 && { order }),
    ...(given !== null && given.calculators.length > 0 && { calculators: given.calculators }),
    notes: found.notes,
    cards,
    questions,
    blueprints: found.blueprints,
    renames: found.renames,
    ...(found.glossary !== NO_GLOSSARY && { glossary: found.glossary }),
  };
  const problems = log.problems
    .flatMap(problem => {
      const severity = severityIn(course, problem.rule, problem.severity);
      return severity === null ? [] : [severity === problem.severity ? problem : { ...problem, severity }];
    })
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  const unclean = new Set(
    log.problems
      .filter(({ severity, rule }) => severity === 'error' && !HIDES_NOTHING.has(rule))
      .map(({ file }) => found.topics.get(file) ?? ''),
  );
  const cleanTopics = [...new Set([...noted, ...questions.map(({ topic }) => topic)])].filter(
    topic => !unclean.has(topic),
  );
  return {
    course,
    hasId: given?.id !== undefined,
    problems,
    style: found.style,
    cleanTopics,
    areaOf: form === 'notes' ? path => areaOfPath(path, top) : path => path.split('/')[1] ?? '',
    root,
  };
};

/**
 * Reads a whole course from its folder. @param foreign as in {@link loadScanned}
 * @throws Failure `data` where the folder cannot be opened, or is no course
 */
export const loadCourse = (
  folder: string,
  onProgress?: OnProgress,
  foreign?: ForeignReader,
): LoadedCourse => {
  const log = makeProblemLog();
  return loadScanned(scanCourse(folder, log), log, onProgress, foreign);
};
