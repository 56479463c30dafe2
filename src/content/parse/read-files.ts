/** Reads the files of a course in the form of `content/` and `questions/`. */
import { quoted } from '../../core/base/sanitize.ts';
import type { ProblemLog } from '../files/problem-log.ts';
import { readText } from '../files/read-text.ts';
import type { CourseFile, Scan } from '../files/scan-files.ts';
import { parseBlueprint } from './banks/blueprint-file.ts';
import { parseBank } from './banks/question-file.ts';
import { parseCourseFile } from './course-file.ts';
import { idOf, placeFor, roleOf } from './file-roles.ts';
import type { Found } from './found.ts';
import { parseGlossary } from './glossary-file.ts';
import { parseNote } from './notes/note-file.ts';
import { parseRenames } from './renames-file.ts';
import { parseStyle } from './style-file.ts';

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

/** How far reading is, in files. */
export type OnProgress = (done: number, total: number) => void;

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
    case 'glossary': {
      const text = open();
      if (text !== null) found.glossary = parseGlossary(text, report);
      return;
    }
    case 'blueprint': {
      const text = open();
      const blueprint = text === null ? null : parseBlueprint(text, { stem: role.stem, path }, report);
      if (blueprint !== null) found.blueprints.push(blueprint);
      return;
    }
    case 'bank': {
      found.topics.set(path, role.topic);
      const text = isFirst('bank', role.topic, path) ? open() : null;
      if (text === null) return;
      for (const question of parseBank(text, { topic: role.topic, path }, report))
        found.questions.push(question);
      return;
    }
    case 'note': {
      found.topics.set(path, role.topic);
      const text = isFirst('note', role.topic, path) ? open() : null;
      if (text === null) return;
      const { note, cards } = parseNote(text, { topic: role.topic, area: role.area, path }, report);
      found.notes.push(note);
      for (const card of cards) found.cards.push(card);
    }
  }
};

/** Reads every file of a scan. */
export const readFiles = (scan: Scan, found: Found, log: ProblemLog, onProgress?: OnProgress): void => {
  const isFirst = makeFirstOnly(log);
  scan.files.forEach((file, i) => {
    readFile(file, found, isFirst, log);
    if (i % 50 === 49) onProgress?.(i + 1, scan.files.length);
  });
};
