import type { Blueprint, Card, Note, Question, Rename } from '../../core/course/course.ts';
import type { Glossary } from '../../core/course/glossary.ts';
import { NO_GLOSSARY } from '../../core/course/glossary.ts';
import type { StylePattern } from '../../core/course/style-pattern.ts';
import type { CourseFields } from './course-file.ts';

/** What the files of a course have given so far. */
export interface Found {
  readonly notes: Note[];
  readonly cards: Card[];
  readonly questions: Question[];
  readonly blueprints: Blueprint[];
  /** Topic of each file that has one. */
  readonly topics: Map<string, string>;
  course: CourseFields | null;
  renames: readonly Rename[];
  style: readonly StylePattern[];
  glossary: Glossary;
}

/** A course of which nothing has been read yet. */
export const nothingFound = (): Found => ({
  notes: [],
  cards: [],
  questions: [],
  blueprints: [],
  topics: new Map(),
  course: null,
  renames: [],
  style: [],
  glossary: NO_GLOSSARY,
});
