/** What is wrong in the files of a learner's own remarks and cards on a course. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { quoted } from '../../../core/base/sanitize.ts';
import type { Course } from '../../../core/course/course.ts';
import { ownName, readOwnName } from '../../../core/course/own-names.ts';
import type { Problem } from '../../../core/course/problem.ts';
import { ownPath } from '../../files/own-path.ts';
import { makeProblemLog } from '../../files/problem-log.ts';
import { scanOwnCards } from '../../files/scan-files.ts';
import { listRemarkFiles } from '../../own/remarks.ts';
import { loadOwnCards } from './parse-own.ts';

/** What there is of a learner's own, and what is wrong with it. */
export interface OwnCheck {
  /** Files of remarks. */
  readonly remarks: number;
  readonly cards: number;
  /** Paths begin with `own/`, relative to the data folder. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the learner's own files on a course and compares them with it. A course without an id has none.
 * @param data the learner's data folder
 */
export const checkOwn = (data: string, course: Course, hasId: boolean): OwnCheck => {
  const prefix = ownPath(course.id);
  const folder = join(data, prefix);
  if (!hasId || !existsSync(folder)) return { remarks: 0, cards: 0, problems: [] };
  const log = makeProblemLog();
  const scan = scanOwnCards(folder, log);
  const { course: own } = loadOwnCards(scan, prefix, log);
  const sections = new Map<string, ReadonlySet<string>>([
    ...course.questions.map(({ topic }) => [topic, new Set<string>()] as const),
    ...course.notes.map(note => [note.id, new Set(note.sections.map(({ id }) => id))] as const),
  ]);
  const places = new Map(
    [...course.cards, ...course.questions].map(({ key, path, line }) => [key, `${path}:${line}`]),
  );

  for (const { path } of scan.files) {
    const stem = /([^/]*)\.md$/.exec(path)?.[1] ?? '';
    const name = readOwnName(stem);
    if (name === null || name.key === null) continue;
    const report = log.file(`${prefix}/${path}`);
    if (name.isCopy) report('own-copy', 0, `This is a copy beside ${quoted(`${name.name}.md`)}`);
    if (!sections.has(name.key)) report('own-gone', 0, `The course has no topic ${quoted(name.key)}`);
  }
  for (const { key, topic, section, path, line } of own.cards) {
    const place = places.get(key);
    if (place !== undefined)
      log.file(path)(
        'duplicate-id',
        line,
        `The course has an item ${quoted(key)} in ${place}, which is asked`,
      );
    if (section !== '' && sections.get(topic)?.has(section) === false)
      log.file(path)(
        'own-gone',
        line,
        `The note has no section ${quoted(section)}`,
        'write the heading as it stands in the note',
      );
  }

  const names = new Set(
    [...places.keys(), ...own.cards.map(({ key }) => key), ...course.renames.map(({ from }) => from)].map(
      ownName,
    ),
  );
  const remarks = listRemarkFiles(data, course.id);
  for (const { file, name, key, isCopy } of remarks) {
    const report = log.file(`${prefix}/remarks/${file.split(/[/\\]/).at(-1) ?? ''}`);
    if (isCopy) report('own-copy', 0, `This is a copy beside ${quoted(`${name}.md`)}`);
    if (!names.has(name)) report('own-gone', 0, `The course has no item ${quoted(key ?? name)} any more`);
  }
  const problems = log.problems.toSorted((a, b) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line,
  );
  return { remarks: remarks.length, cards: own.cards.length, problems };
};
