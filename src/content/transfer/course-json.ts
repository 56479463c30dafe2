/** The JSON of our own that `study export course --json` prints. */
import { Failure } from '../../core/base/failure.ts';
import type { Card } from '../../core/course/course.ts';
import { familyOf } from '../../core/course/keys.ts';
import type { Deck, DeckQuestion } from '../../core/transfer/deck.ts';
import { deckOfItems } from '../../core/transfer/own-deck.ts';
import { requireCount } from './source-file.ts';

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const words = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter(each => typeof each === 'string') : [];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Whether a text begins like what this program prints. */
export const isCourseJson = (head: string): boolean => /^\s*\{\s*"schema"\s*:\s*"study\//.test(head);

/** Fields that belong to the course it comes from. */
const OF_THE_COURSE = new Set(['topic', 'path', 'tasks', 'section']);

/** Cards and questions of a course; its notes are told, for they are files that can be copied. */
export const readCourseJson = (source: string, path: string): Deck => {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    value = null;
  }
  if (!isRecord(value) || !Array.isArray(value['cards']) || !Array.isArray(value['questions']))
    throw new Failure('data', 'It holds no cards and questions of a course', {
      code: 'import-damaged',
      place: path,
      try: 'study export course --json > FILE writes such a file',
    });
  const notes = list(value['notes']);
  const titles = new Map(notes.map(note => [text(note['id']), [text(note['area']), text(note['title'])]]));
  const deckOf = (topic: string): readonly string[] =>
    (titles.get(topic) ?? [topic])
      .filter(level => level !== '')
      .concat(titles.has(topic) || topic !== '' ? [] : ['Cards']);
  const cards = list(value['cards']).map((card): Card => ({
    type: 'card',
    key: text(card['id']),
    family: card['kind'] === 'cloze' ? familyOf(text(card['id'])) : text(card['id']),
    kind: card['kind'] === 'cloze' ? 'cloze' : 'basic',
    topic: text(card['topic']),
    section: '',
    path,
    line: 0,
    front: text(card['front']),
    back: text(card['back']),
    ...(words(card['tags']).length === 0 ? {} : { tags: words(card['tags']) }),
  }));
  const questions = list(value['questions']).map((question): DeckQuestion => ({
    id: text(question['id']),
    named: true,
    deck: deckOf(text(question['topic'])),
    place: {},
    entry: Object.fromEntries(Object.entries(question).filter(([key]) => !OF_THE_COURSE.has(key))),
  }));
  requireCount(cards.length + questions.length, path);
  const deck = deckOfItems(cards, { deckOf, tagsOf: () => [], progressOf: () => ({ reviews: [] }) });
  const texts = notes.filter(note => list(note['sections']).length > 0).length;
  return {
    ...deck,
    format: 'study',
    // The topic is the deck.
    cards: deck.cards.map(card => ({ ...card, tags: card.tags.slice(1), place: {} })),
    questions,
    remarks: [
      ...deck.remarks.map(remark => ({ ...remark, place: {} })),
      ...(texts === 0
        ? []
        : [
            {
              act: 'left' as const,
              what: 'note',
              why: `The text of ${texts} notes: copy their files`,
              place: {},
            },
          ]),
    ],
  };
};
