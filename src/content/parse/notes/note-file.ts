import type { Card, Note } from '../../../core/course/course.ts';
import { parseCards } from './card-parser.ts';
import { expected, optional } from '../yaml/field-table.ts';
import { readFields } from '../yaml/fields.ts';
import { date, flag, id, lineText, listOf, tags, urls, weight } from '../yaml/field-schemas.ts';
import { readFrontMatter } from '../yaml/front-matter.ts';
import { makeCards } from './make-cards.ts';
import { splitBody } from './note-body.ts';
import { classifyLines } from './note-lines.ts';
import { withTopicLinks } from './topic-links.ts';
import type { Report } from '../../files/problem-log.ts';

/** Which note a text is: known from its place. */
interface NotePlace {
  readonly topic: string;
  readonly area: string;
  readonly path: string;
}

/** Fields of the front matter of a note. */
export const NOTE_FIELDS = {
  title: expected(lineText, 'the title of the topic'),
  aliases: optional(listOf(lineText), 'other names a learner may type'),
  exams: optional(tags, 'which tasks, or whole domains, of which exams the topic serves'),
  checked: expected(date, 'the day the facts were last verified'),
  sources: optional(urls, 'official pages that hold the facts; needed where the note has text'),
  calculators: optional(listOf(id), 'calculators that belong to the topic'),
  weight: optional(
    weight,
    'how often exams ask about it, against the other topics of its tasks: 0.1 to 10, 1 where it is left out',
  ),
  deck: optional(flag, 'true: the file is cards throughout'),
};

const { deck: DECK, ...TEXT_FIELDS } = NOTE_FIELDS;
/** A deck holds no facts of its own to be verified. */
const DECK_FIELDS = { ...TEXT_FIELDS, checked: optional(date, NOTE_FIELDS.checked.about) };

type Meta = Omit<Note, 'id' | 'area' | 'path' | 'sections'> & { readonly deck: boolean };

/** The front matter's fields. A field that is wrong is reported and takes its default, so that the note stays. */
const readMeta = (
  data: unknown,
  lines: readonly string[],
  to: number,
  topic: string,
  report: Report,
): Meta => {
  const none: Meta = {
    title: topic,
    aliases: [],
    exams: [],
    checked: '',
    sources: [],
    calculators: [],
    deck: false,
  };
  const fields = data === null ? null : readFields(data, { lines, from: 0, to }, report, 'The front matter');
  if (fields === null) return none;
  const { deck = none.deck } = fields.read({ deck: DECK });
  const given = fields.read(deck ? DECK_FIELDS : TEXT_FIELDS);
  fields.finish();
  return {
    title: given.title ?? none.title,
    aliases: given.aliases ?? none.aliases,
    exams: given.exams ?? none.exams,
    checked: given.checked ?? none.checked,
    sources: given.sources ?? none.sources,
    calculators: given.calculators ?? none.calculators,
    ...(given.weight !== undefined && { weight: given.weight }),
    deck,
  };
};

/** One note file: what it says and what is wrong with it. Never throws. */
export const parseNote = (
  text: string,
  { topic, area, path }: NotePlace,
  report: Report,
): { readonly note: Note; readonly cards: readonly Card[]; readonly deck: boolean } => {
  const lines = text.split('\n');
  const { data, bodyFrom } = readFrontMatter(lines, report);
  const { deck, ...meta } = readMeta(data, lines, bodyFrom, topic, report);
  const body = classifyLines(lines.slice(bodyFrom), bodyFrom + 1);
  if (body.unclosed > 0) report('unclosed-fence', body.unclosed, 'This code block is never closed');
  const { sections, cardLines } = deck
    ? { sections: [], cardLines: body.lines }
    : splitBody(body.lines, meta.title, report);
  const { cards: raw } = parseCards(cardLines, report);
  const cards = makeCards(raw, { topic, path, sections, deck }, report);
  return {
    note: {
      id: topic,
      area,
      path,
      ...meta,
      sections: sections.map(section => ({ ...section, markdown: withTopicLinks(section.markdown) })),
    },
    // Keys are made from the text as it stands in the file.
    cards: cards.map(card => ({
      ...card,
      front: withTopicLinks(card.front),
      back: withTopicLinks(card.back),
    })),
    deck,
  };
};
