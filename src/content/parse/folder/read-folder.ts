/** Reads a folder of notes: Markdown, and questions in YAML beside it. */
import { quoted } from '../../../core/base/sanitize.ts';
import { areaOfPath, nameNotes } from '../../../core/course/note-names.ts';
import { isFileInside, makeNameFinder } from '../../files/is-file-inside.ts';
import type { ProblemLog } from '../../files/problem-log.ts';
import { readText } from '../../files/read-text.ts';
import type { Scan } from '../../files/scan-files.ts';
import { parseBlueprint } from '../banks/blueprint-file.ts';
import { parseBank } from '../banks/question-file.ts';
import { FOLDER_FIELDS, parseCourseFile } from '../course-file.ts';
import { idOf } from '../file-roles.ts';
import type { Found } from '../found.ts';
import type { OnProgress } from '../read-files.ts';
import { parseGlossary } from '../glossary-file.ts';
import { parseRenames } from '../renames-file.ts';
import { parseStyle } from '../style-file.ts';
import { parseFolderNote } from './folder-note.ts';
import type { ForeignReader } from './foreign-bank.ts';
import { isForeign, parseForeignBank } from './foreign-bank.ts';

const IS_NOTE = /\.md$/i;
const IS_YAML = /\.ya?ml$/i;

/** What a YAML file of a folder is: others lie there, too, and are none of ours. */
const yamlRole = (text: string): 'bank' | 'blueprint' | null => {
  const first = /^(?!\s*(?:#|$|---\s*$|%))(.)/m.exec(text)?.[1];
  if (first === '-' || first === '[')
    return /^[-\s[{]*kind\s*:/m.test(text) && /^[-\s[{]*(?:stem|texts)\s*:/m.test(text) ? 'bank' : null;
  return ['domains', 'questions', 'minutes'].every(field => new RegExp(`^${field}\\s*:`, 'm').test(text))
    ? 'blueprint'
    : null;
};

/** Finds files that links name as Obsidian does: beside the note, from the top, or anywhere by their name. */
const makeFileFinder = (root: string): ((from: string) => (target: string) => string | null) => {
  const byName = makeNameFinder(root);
  return from => target => {
    const folder = from.split('/').slice(0, -1).join('/');
    const places = [folder === '' ? target : `${folder}/${target}`, target];
    return (
      places.find(place => isFileInside(root, place)) ?? byName(target.slice(target.lastIndexOf('/') + 1))
    );
  };
};

/** Reads every file of a scan. @param top area of what lies in no folder */
export const readFolder = (
  scan: Scan,
  top: string,
  found: Found,
  log: ProblemLog,
  onProgress?: OnProgress,
  foreign?: ForeignReader,
): void => {
  const notes = scan.files.filter(({ path }) => IS_NOTE.test(path));
  const yamls = scan.files.filter(({ path }) => IS_YAML.test(path) && !path.startsWith('.study/'));
  const gifts = scan.files.filter(({ path }) => /\.gift$/i.test(path));
  const names = nameNotes([...notes, ...yamls, ...gifts].map(({ path }) => path));
  const finderFor = makeFileFinder(scan.root);
  const ids = new Set<string>();
  for (const { path, first, topic } of names.collisions)
    log.file(path)(
      'topic-collision',
      0,
      `The topic is ${quoted(topic)}, for ${first} has the name without a number`,
    );

  scan.files.forEach((file, i) => {
    const { path } = file;
    const report = log.file(path);
    if (i % 50 === 49) onProgress?.(i + 1, scan.files.length);
    const isNote = IS_NOTE.test(path);
    const isOther = isForeign(path);
    if (isOther && foreign === undefined) return;
    if (!isNote && !isOther && !IS_YAML.test(path) && path !== '.study/style.tsv') return;
    const text = readText(file, report);
    if (text === null) return;
    if (path === '.study/course.yaml') found.course = parseCourseFile(text, report, FOLDER_FIELDS);
    else if (path === '.study/renames.yaml') found.renames = parseRenames(text, report);
    else if (path === '.study/glossary.yaml') found.glossary = parseGlossary(text, report);
    else if (path === '.study/style.tsv') found.style = parseStyle(text, report);
    else if (isNote) {
      const topic = names.topic(path);
      found.topics.set(path, topic);
      const world = { names, path, findFile: finderFor(path) };
      const place = { ...world, topic, area: areaOfPath(path, top), isTaken: (id: string) => ids.has(id) };
      const { note, cards } = parseFolderNote(text, place, report);
      found.notes.push(note);
      for (const card of cards) {
        found.cards.push(card);
        ids.add(card.family);
      }
    } else if (isOther) {
      const topic = names.topic(path);
      const questions =
        foreign === undefined ? null : parseForeignBank(text, { topic, path }, foreign, report);
      if (questions === null) return;
      found.topics.set(path, topic);
      for (const question of questions) found.questions.push(question);
    } else {
      const role = yamlRole(text);
      const topic = names.topic(path);
      if (role === 'bank') {
        found.topics.set(path, topic);
        for (const question of parseBank(text, { topic, path }, report)) found.questions.push(question);
      } else if (role === 'blueprint') {
        const stem = idOf(path.slice(path.lastIndexOf('/') + 1).replace(IS_YAML, ''));
        const blueprint = parseBlueprint(text, { stem, path }, report);
        if (blueprint !== null) found.blueprints.push(blueprint);
      }
    }
  });
};
