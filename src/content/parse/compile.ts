import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Item, OwnCalculatorEntry, Question, TopicEntry } from '../../core/course/course.ts';
import type { CompiledIndex } from '../compiled/compiled-format.ts';
import { encodeHead } from '../compiled/compiled-format.ts';
import { encodeItems } from '../compiled/item-columns.ts';
import { encodeDocument } from '../compiled/search-lines.ts';
import type { LoadedCourse } from './load-course.ts';
import { vocabularyOf } from '../../core/search/vocabulary.ts';
import { wordsOf } from '../../core/course/content-words.ts';
import { twinKeys } from '../../core/course/twins.ts';
import { documentsOf } from './search-documents.ts';

/** What a topic without a note has instead. */
const bareTopic = (id: string, path: string, area: string): Omit<TopicEntry, 'cards' | 'questions'> => ({
  id,
  title: id,
  area,
  path,
  aliases: [],
  exams: [],
  checked: '',
  calculators: [],
  sections: [],
});

const topicsOf = ({ course, areaOf }: LoadedCourse): readonly Omit<TopicEntry, 'cards' | 'questions'>[] => {
  const noted = course.notes.map(note => ({
    id: note.id,
    title: note.title,
    area: note.area,
    path: note.path,
    aliases: note.aliases,
    exams: note.exams,
    checked: note.checked,
    calculators: note.calculators,
    ...(note.weight !== undefined && { weight: note.weight }),
    sections: note.sections.map(({ id, title, level }) => ({ id, title, level })),
    words: note.sections.reduce((sum, { markdown }) => sum + wordsOf(markdown).length, 0),
  }));
  const known = new Set(noted.map(topic => topic.id));
  const bare = new Map(
    course.questions
      .filter(question => !known.has(question.topic))
      .map(({ topic, path }) => [topic, bareTopic(topic, path, areaOf(path))]),
  );
  const byPlace = (a: { area: string; id: string }, b: { area: string; id: string }): number =>
    a.area < b.area ? -1 : a.area > b.area ? 1 : a.id < b.id ? -1 : 1;
  return [...noted, ...bare.values()].sort(byPlace);
};

const groupByTopic = <T extends { readonly topic: string }>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(item.topic);
    if (group === undefined) groups.set(item.topic, [item]);
    else group.push(item);
  }
  return groups;
};

/** Texts as bytes one after another: thousands of small buffers take longer than one large one. */
const encodeTogether = (
  texts: readonly string[],
): { readonly bytes: Buffer; readonly parts: readonly Buffer[] } => {
  const bytes = Buffer.from(texts.join(''));
  let from = 0;
  return {
    bytes,
    parts: texts.map(text => bytes.subarray(from, (from += Buffer.byteLength(text)))),
  };
};

const ownCalculatorsOf = (questions: readonly Question[]): readonly OwnCalculatorEntry[] =>
  questions.flatMap(question => {
    if (!('formulas' in question) || question.title === undefined) return [];
    const { key, title, topic, section } = question;
    return [{ key, title, topic, section }];
  });

/** Each tag with the places of its cards among the items; `''`: no card has one. */
const tagsBody = (items: readonly Item[]): string => {
  const places = new Map<string, number[]>();
  for (const [place, item] of items.entries()) {
    for (const tag of (item.type === 'card' ? item.tags : undefined) ?? []) {
      const known = places.get(tag);
      if (known === undefined) places.set(tag, [place]);
      else known.push(place);
    }
  }
  return places.size === 0 ? '' : JSON.stringify([...places]);
};

/** A course as the bytes of its compiled file (compiled-format.ts). @param stamp what it was read from */
export const compileCourse = (loaded: LoadedCourse, stamp: string): Buffer => {
  const { course } = loaded;
  const cards = groupByTopic(course.cards);
  const questions = groupByTopic(course.questions);
  const topics = topicsOf(loaded).map(topic => ({
    ...topic,
    cards: cards.get(topic.id)?.length ?? 0,
    questions: questions.get(topic.id)?.length ?? 0,
  }));
  const groups = topics.map((topic): readonly Item[] => [
    ...(cards.get(topic.id) ?? []),
    ...(questions.get(topic.id) ?? []),
  ]);
  const notes = new Map(course.notes.map(note => [note.id, note]));
  const items = groups.flat();
  const noteTexts = topics.map(topic => {
    const note = notes.get(topic.id);
    return note === undefined ? '' : JSON.stringify(note);
  });
  const { bytes: bodies, parts } = encodeTogether([
    ...noteTexts,
    ...items.map(item => JSON.stringify(item)),
    course.glossary === undefined ? '' : JSON.stringify(course.glossary),
    tagsBody(items),
  ]);
  const noteBodies = parts.slice(0, topics.length);
  const itemBodies = parts.slice(topics.length, topics.length + items.length);
  const [glossary, tags] = parts
    .slice(topics.length + items.length)
    .map(body => [body.length, crc32(body)] as const);
  const documents = documentsOf(course);
  const search = Buffer.from(documents.map(encodeDocument).join(''));
  const words = Buffer.from(vocabularyOf(documents).join('\n'));
  const { header, columns } = encodeItems(groups, itemBodies);
  const own = ownCalculatorsOf(course.questions);
  const index: Omit<CompiledIndex, 'version'> = {
    id: course.id,
    hasId: loaded.hasId,
    title: course.title,
    blueprint: course.blueprint,
    ...(course.form && { form: course.form }),
    ...(course.rules && { rules: course.rules }),
    ...(course.order && { order: course.order }),
    ...(course.calculators && { calculators: course.calculators }),
    ...(own.length > 0 && { ownCalculators: own }),
    topics,
    blueprints: course.blueprints,
    renames: course.renames,
    twins: twinKeys(course.questions),
    problems: loaded.problems,
    cleanTopics: loaded.cleanTopics,
    notes: noteBodies.map(body => body.length),
    noteChecks: noteBodies.map(body => crc32(body)),
    ...(glossary !== undefined && glossary[0] > 0 && { glossary }),
    ...(tags !== undefined && tags[0] > 0 && { tags }),
    items: header,
  };
  const plain = JSON.stringify(index);
  // Without the stamp: a copy of the course, or a touched file, is the same version.
  const version = createHash('sha256')
    .update(plain)
    .update(columns)
    .update(bodies)
    .digest('hex')
    .slice(0, 16);
  const json = Buffer.from(JSON.stringify({ version, ...index }));
  const head = encodeHead({
    stamp,
    index: json.length,
    columns: columns.length,
    bodies: bodies.length,
    search: search.length,
    words: words.length,
    checksums: [json, columns, bodies, search, words].map(part => crc32(part)),
  });
  return Buffer.concat([head, json, columns, bodies, search, words]);
};
