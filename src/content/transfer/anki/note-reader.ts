/** What is known of one note of Anki, as its cards are made of it. */
import { quoted } from '../../../core/base/sanitize.ts';
import type { DeckPlace, DeckProgress } from '../../../core/transfer/deck.ts';
import { htmlToMarkdown } from '../html-to-markdown.ts';
import { withoutMarks } from '../marks.ts';
import type { AnkiCard, AnkiCollection, AnkiNote } from './collection.ts';
import type { LeftEntries } from './history.ts';
import { progressOf } from './history.ts';
import type { NoteType } from './note-types.ts';
import type { RemarkLog } from './remarks.ts';
import type { Template } from './templates.ts';
import { answerPart, fillTemplate, parseTemplate, withoutCode } from './templates.ts';

/** A template in a form that is made once. */
interface Side {
  readonly name: string;
  readonly question: Template;
  /** What the answer adds to the question. */
  readonly answer: Template;
}

/** A note type in a form that is made once. */
export interface ReadyType {
  readonly type: NoteType;
  readonly sides: readonly (Side | undefined)[];
}

/** Everything that reading one note needs. */
export interface NoteReader {
  readonly note: AnkiNote;
  readonly place: DeckPlace;
  /** Names of the deck of the card with a number. */
  readonly deck: (ord: number) => readonly string[];
  readonly progress: (ord: number) => DeckProgress;
  /** Numbers of the cards that exist. */
  readonly ords: readonly number[];
  readonly log: RemarkLog;
  readonly markdown: (html: string) => string;
  /** HTML of a side with the number of its card; `cloze` is what stands for a field with that filter. */
  readonly fill: (ord: number, part: 'question' | 'answer', cloze?: (html: string) => string) => string;
  /** The id of a card: the note's guid, and more where the note has several. */
  readonly id: (part: number) => string;
}

/** The note types of a collection; scripts in templates are told of once each. */
export const readyTypes = (
  collection: AnkiCollection,
  file: string,
  log: RemarkLog,
): ReadonlyMap<number, ReadyType> =>
  new Map(
    Array.from(collection.types, ([id, type]) => {
      let codes = 0;
      const template = (source: string): string => {
        const clean = withoutCode(source);
        codes += clean.codes;
        return clean.source;
      };
      const sides = Array.from(type.templates, each => {
        if (each === undefined) return undefined;
        const [question, answer] = [template(each.question), template(each.answer)];
        return {
          name: each.name,
          question: parseTemplate(question),
          answer: parseTemplate(answerPart(answer)),
        };
      });
      if (codes > 0)
        log.add(
          'left',
          'script',
          `Scripts and styles in the templates of the note type ${quoted(type.name)} were dropped`,
          { file },
        );
      return [id, { type, sides }];
    }),
  );

const DEFAULT_DECK: readonly string[] = ['Default'];

/** @param id of its first card */
export const makeReader = (
  note: AnkiNote,
  { type, sides }: ReadyType,
  id: string,
  collection: AnkiCollection,
  context: { readonly file: string; readonly log: RemarkLog; readonly left: LeftEntries },
): NoteReader => {
  const { log, left, file } = context;
  const place = { ...(file === '' ? {} : { file }), note: note.id };
  const cards = collection.cards.get(note.id) ?? [];
  const cardOf = (ord: number): AnkiCard | undefined => cards.find(card => card.ord === ord);
  const deck = (ord: number): readonly string[] =>
    collection.decks.get((cardOf(ord) ?? cards[0])?.deck ?? 1) ?? DEFAULT_DECK;
  const fields = new Map(type.fields.map((name, i) => [name, withoutMarks(note.fields[i] ?? '')]));
  const counted = new Map<number, DeckProgress>();
  const notice = log.noticer(place);
  return {
    note,
    place,
    deck,
    log,
    ords: cards.map(({ ord }) => ord),
    // Several gaps may share a card, whose history is counted once.
    progress: ord => {
      const known = counted.get(ord) ?? progressOf(cardOf(ord), collection, left);
      counted.set(ord, known);
      return known;
    },
    markdown: html => htmlToMarkdown(html, notice),
    fill: (ord, part, cloze = html => html) => {
      const side = sides[type.isCloze ? 0 : ord];
      if (side === undefined) return '';
      const known: Readonly<Record<string, string>> = {
        Tags: note.tags.join(' '),
        Type: type.name,
        Deck: deck(ord).join('::'),
        Subdeck: deck(ord).at(-1) ?? '',
        Card: side.name,
        [`c${ord + 1}`]: '1',
      };
      return fillTemplate(side[part], {
        field: name => fields.get(name) ?? (Object.hasOwn(known, name) ? known[name] : undefined),
        cloze,
        isAnswer: part === 'answer',
      });
    },
    id: part => (part === 0 ? id : `${id}~${part + 1}`),
  };
};
