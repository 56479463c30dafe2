/** Everything a learner made: the files of their own remarks and cards, as they are. */
import { join } from 'node:path';
import { isUtf8 } from 'node:buffer';
import { sanitize, sanitizeLine } from '../../core/base/sanitize.ts';
import type { CourseReader } from '../../core/course/course.ts';
import { ownName, readOwnName } from '../../core/course/own-names.ts';
import { listOwnFiles, OWN, readOwnFile } from '../../store/own/own-files.ts';

/** One file. */
interface ExportedFile {
  /** From the data folder: `own/cloud/remarks/sqs-range.md`. */
  readonly path: string;
  /** Id of the course, or what its folder is called. */
  readonly course: string;
  readonly kind: 'remark' | 'cards' | 'other';
  /** What it is about: the key of an item, or a topic; `''` where its name does not say it. */
  readonly about: string;
  /** What it holds; `null` where that is no text. */
  readonly text: string | null;
}

const KINDS: Readonly<Record<string, ExportedFile['kind']>> = { remarks: 'remark', content: 'cards' };

const describe = (path: string, bytes: Buffer): ExportedFile => {
  const [folder = '', kind = ''] = path.split('/');
  const stem = /([^/]*)\.md$/.exec(path)?.[1];
  const isKnown = stem !== undefined && path.split('/').length > 2;
  return {
    path: sanitizeLine(`${OWN}/${path}`),
    course: sanitizeLine(readOwnName(folder)?.key ?? folder),
    kind: isKnown ? (KINDS[kind] ?? 'other') : 'other',
    about: isKnown ? sanitizeLine(readOwnName(stem)?.key ?? '') : '',
    text: isUtf8(bytes) ? sanitize(bytes.toString('utf8')) : null,
  };
};

/**
 * The files of all courses, by path.
 * @param data the learner's data folder
 */
export const exportOwn = (data: string): readonly ExportedFile[] =>
  listOwnFiles(join(data, OWN)).flatMap(({ path, place }) => {
    const bytes = readOwnFile(place);
    return bytes === null ? [] : [describe(path, bytes)];
  });

/** Those of one course about some of its topics: their cards, and remarks on their items. */
export const aboutTopics = (
  files: readonly ExportedFile[],
  course: CourseReader,
  topics: ReadonlySet<string>,
): readonly ExportedFile[] => {
  const names = new Set(course.items.filter(item => topics.has(item.topic)).map(({ key }) => ownName(key)));
  return files.filter(
    ({ course: id, kind, about, path }) =>
      id === course.id &&
      (kind === 'cards'
        ? topics.has(about)
        : kind === 'remark' && names.has(readOwnName(/([^/]*)\.md$/.exec(path)?.[1] ?? '')?.name ?? '')),
  );
};
