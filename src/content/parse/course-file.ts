import { readFields } from './fields.ts';
import { id, lineText } from './field-schemas.ts';
import type { Report } from '../problem-log.ts';
import { parseDocument } from './yaml-document.ts';

/** `content/course.yaml`. */
export interface CourseFields {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly blueprint: string;
}

export const parseCourseFile = (text: string, report: Report): CourseFields => {
  const none: CourseFields = { id: undefined, title: undefined, blueprint: '' };
  const document = parseDocument(text, report);
  if (document === null) return none;
  const { lines } = document;
  const fields = readFields(document.value, { lines, from: 0, to: lines.length }, report, 'The course');
  if (fields === null) return none;
  const result = {
    id: fields.required('id', id),
    title: fields.required('title', lineText),
    blueprint: fields.optional('blueprint', id, ''),
  };
  fields.finish();
  return result;
};
