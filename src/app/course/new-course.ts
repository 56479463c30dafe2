/** Making courses and what they hold: files that pass the check. */
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  addToFile,
  copyCourse,
  isFree,
  makeNewFile,
  readCourseText,
  replaceText,
} from '../../content/files/new-files.ts';
import { Failure } from '../../core/base/failure.ts';
import type { CourseReader, TopicEntry } from '../../core/course/course.ts';
import type { NewKind } from '../../core/check/new-texts.ts';
import {
  bankHead,
  courseText,
  examText,
  idPart,
  noteText,
  questionText,
  topicText,
} from '../../core/check/new-texts.ts';
import type { Runtime } from '../learner/runtime.ts';
import { resolveTopics } from './find.ts';

/** A file that was made or added to, and the line that is new. */
export interface NewFile {
  readonly path: string;
  readonly line: number;
}

/** What the making needs to know of the program. */
export interface Maker {
  readonly runtime: Pick<Runtime, 'seed'>;
  /** Folder of the program, with `schemas/`. */
  readonly root: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

const schemaOf = ({ root }: Maker, name: string): string =>
  pathToFileURL(join(root, 'schemas', `${name}.schema.json`)).href;

/** Characters that make an id unlike that of another course of the same name. */
const SUFFIX = 4;

const freshId = ({ runtime }: Maker, name: string): string =>
  `${idPart(name)}-${runtime.seed().toString(36).padStart(SUFFIX, '0').slice(-SUFFIX)}`;

/** A course that is to be written into. @throws Failure `usage` for the shipped one */
const editable = ({ origin, root }: Pick<CourseReader, 'origin' | 'root'>): string => {
  if (origin === 'folder' && root !== null) return root;
  throw new Failure('usage', 'The course that comes with study is not edited in place', {
    code: 'shipped-course',
    try: 'study new course DIR --from shipped for a copy of your own, or --course DIR for another one',
  });
};

/**
 * Makes a course in a folder that is not there or empty.
 * @param from folder of a course to copy, which gets an id of its own; `null`: a first topic with two cards and a question
 * @throws Failure `usage` where the folder holds something, `data` where it cannot be written
 */
export const makeCourse = (
  maker: Maker,
  folder: string,
  { title, from }: { readonly title: string; readonly from: string | null },
): NewFile => {
  const root = resolve(folder);
  if (!isFree(root))
    throw new Failure('usage', 'This folder holds something already', {
      code: 'folder-not-empty',
      place: folder,
      try: 'a new folder; a folder of notes is a course as it stands: study --course DIR',
    });
  const name = title === '' ? basename(root) : title;
  const file = join(root, 'content', 'course.yaml');
  const id = freshId(maker, name);
  if (from !== null) {
    copyCourse(from, root);
    const text = readCourseText(file).replace(/^id:.*$/m, `id: ${id}`);
    replaceText(file, title === '' ? text : text.replace(/^title:.*$/m, `title: ${JSON.stringify(title)}`));
    return { path: file, line: 1 };
  }
  makeNewFile(file, courseText({ id, title: name, schema: schemaOf(maker, 'course') }));
  const note = join(root, 'content', 'basics', 'first-topic.md');
  makeNewFile(note, topicText('First topic', maker.today));
  const section = 'first-topic#how-it-works';
  makeNewFile(
    join(root, 'questions', 'basics', 'first-topic.yaml'),
    bankHead(schemaOf(maker, 'questions')) +
      questionText({ id: 'first-question', kind: 'single', section, task: null, today: maker.today }),
  );
  return { path: note, line: 1 };
};

/** Makes a note. @param area folder that it lies in; `''`: `general`, or the top of a folder of notes */
export const makeTopic = (maker: Maker, course: CourseReader, title: string, area: string): NewFile => {
  const root = editable(course);
  const isNotes = course.form === 'notes';
  const name = isNotes ? title.replace(/[/\\:*?"<>|\p{Cc}]+/gu, '-').trim() : idPart(title);
  if (name === '' || name === '.' || name === '..' || /(?:^|[/\\])\.\.?(?:[/\\]|$)/.test(area))
    throw new Failure('usage', 'This is no name for a file', {
      code: 'bad-name',
      try: 'letters, digits and spaces',
    });
  const taken = course.topics.find(({ id }) => !isNotes && id === name);
  if (taken !== undefined)
    throw new Failure('usage', `There is a topic "${name}" already`, {
      code: 'file-exists',
      place: taken.path,
      try: 'another name, or open that one in your editor',
    });
  const path = isNotes
    ? join(root, area, `${name}.md`)
    : join(root, 'content', area === '' ? 'general' : idPart(area), `${name}.md`);
  makeNewFile(path, isNotes ? noteText(title) : topicText(title, maker.today));
  return { path, line: 1 };
};

/** The bank of a topic: the one it has, else beside its note. */
const bankOf = (course: CourseReader, root: string, topic: TopicEntry): string => {
  for (const { key, type, topic: of } of course.items)
    if (type === 'question' && of === topic.id) return join(root, course.item(key)?.path ?? topic.path);
  return course.form === 'notes'
    ? join(root, topic.path.replace(/\.md$/i, '.yaml'))
    : join(root, 'questions', topic.area, `${topic.id}.yaml`);
};

/** Adds a question to the bank of a topic. @throws Failure `usage` for a word that names no one topic */
export const makeQuestion = (maker: Maker, course: CourseReader, word: string, kind: NewKind): NewFile => {
  const root = editable(course);
  const topics = resolveTopics(course, [word]);
  const [topic] = topics;
  if (topic === undefined || topics.length > 1)
    throw new Failure('usage', `"${word}" stands for ${topics.length} topics`, {
      code: 'many-topics',
      try: topics
        .slice(0, 3)
        .map(({ id }) => id)
        .join(', '),
    });
  const base = `${idPart(topic.id)}-${kind}`;
  let id = base;
  for (let n = 2; course.has(id); n++) id = `${base}-${n}`;
  const section = topic.sections.find(each => each.id !== '')?.id ?? '';
  const [exam] = course.blueprints;
  const domain = exam?.domains[0];
  const path = bankOf(course, root, topic);
  const line = addToFile(
    path,
    bankHead(schemaOf(maker, 'questions')),
    questionText({
      id,
      kind,
      section: section === '' ? '' : `${topic.id}#${section}`,
      task: exam === undefined || domain === undefined ? null : { blueprint: exam.id, id: domain.id },
      today: maker.today,
    }),
  );
  return { path, line };
};

/** Makes the blueprint of an exam. */
export const makeExam = (maker: Maker, course: CourseReader, name: string): NewFile => {
  const root = editable(course);
  const id = idPart(name);
  const path =
    course.form === 'notes' ? join(root, `${id}.yaml`) : join(root, 'questions', 'exams', `${id}.yaml`);
  makeNewFile(path, examText({ id, title: name, schema: schemaOf(maker, 'blueprint'), today: maker.today }));
  return { path, line: 1 };
};
