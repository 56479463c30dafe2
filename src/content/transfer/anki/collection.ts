/**
 * An Anki collection, whichever schema it is in. Schema 11 keeps note types and decks as JSON in the table `col`;
 * from schema 15 on they have tables, with protobuf in columns.
 */
import { damaged, LIMITS } from '../limits.ts';
import type { Tables } from '../sqlite.ts';
import type { NoteType } from './note-types.ts';
import { newTypes, oldTypes } from './note-types.ts';
import type { Json } from './values.ts';
import { isJson, number, readJson, text, word } from './values.ts';

/** A note of Anki. */
export interface AnkiNote {
  readonly id: number;
  readonly guid: string;
  readonly type: number;
  readonly tags: readonly string[];
  readonly fields: readonly string[];
}

/** A card of Anki, with its schedule. */
export interface AnkiCard {
  readonly id: number;
  readonly deck: number;
  readonly ord: number;
  /** 0 new, 1 learning, 2 review, 3 learning again. */
  readonly type: number;
  /** -1 suspended; 1 learning, with `due` in seconds since 1970. */
  readonly queue: number;
  /** In days since {@link AnkiCollection.firstDay}, or as `queue` says. */
  readonly due: number;
  /** Days. */
  readonly interval: number;
  /** Ease in thousandths. */
  readonly factor: number;
  /** How often it was forgotten; at 8, mostly, Anki calls it a leech. */
  readonly lapses: number;
  readonly flags: number;
  /** JSON. */
  readonly data: string;
}

/** An entry of the history. */
export interface AnkiEntry {
  /** ms since 1970. */
  readonly at: number;
  /** 1 again to 4 easy; 0 was no answer. */
  readonly ease: number;
  readonly factor: number;
  /** ms. */
  readonly time: number;
  /** 0 learning, 1 review, 2 learning again, 3 filtered deck, 4 by hand, 5 rescheduled. */
  readonly type: number;
}

/** What an Anki package holds. */
export interface AnkiCollection {
  /** The day from which days are counted, as days since 1970-01-01. */
  readonly firstDay: number;
  /** Whether learning cards were answered with three buttons, so that 2 is good and 3 easy. */
  readonly hasOldLearning: boolean;
  readonly types: ReadonlyMap<number, NoteType>;
  /** Names from the outside to the inside. */
  readonly decks: ReadonlyMap<number, readonly string[]>;
  readonly notes: readonly AnkiNote[];
  readonly cards: ReadonlyMap<number, readonly AnkiCard[]>;
  readonly history: ReadonlyMap<number, readonly AnkiEntry[]>;
}

const path = (name: string, separator: string): readonly string[] => {
  const parts = name
    .split(separator)
    .map(part => part.trim())
    .filter(part => part !== '');
  return parts.length === 0 ? ['Default'] : parts;
};

const readDecks = (tables: Tables, json: Json): ReadonlyMap<number, readonly string[]> => {
  const decks = new Map<number, readonly string[]>();
  for (const [id, deck] of Object.entries(json))
    if (isJson(deck)) decks.set(number(id), path(word(deck['name']), '::'));
  for (const [id, name] of tables.rows('decks', ['id', 'name'], LIMITS.notes))
    decks.set(number(id), path(text(name), '\u001f'));
  return decks;
};

const readNotes = (tables: Tables): readonly AnkiNote[] =>
  Array.from(tables.rows('notes', ['id', 'guid', 'mid', 'tags', 'flds'], LIMITS.notes), row => {
    const [id, guid, type, tags, fields] = row;
    return {
      id: number(id),
      guid: text(guid),
      type: number(type),
      tags: text(tags)
        .split(/\s+/)
        .filter(tag => tag !== ''),
      fields: text(fields).split('\u001f'),
    };
  });

const CARD = [
  'id',
  'nid',
  'did',
  'ord',
  'type',
  'queue',
  'due',
  'ivl',
  'factor',
  'lapses',
  'odue',
  'odid',
  'flags',
  'data',
];

const grow = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
};

/** Cards by note, each note's in the order of its templates. In a filtered deck a card keeps its own deck and day. */
const readCards = (tables: Tables): ReadonlyMap<number, readonly AnkiCard[]> => {
  const cards = new Map<number, AnkiCard[]>();
  for (const row of tables.rows('cards', CARD, LIMITS.cards)) {
    const [id, note, deck, ord, type, queue, due, interval, factor, lapses, homeDue, home, flags, data] = row;
    const isAway = number(home) !== 0;
    grow(cards, number(note), {
      id: number(id),
      deck: number(isAway ? home : deck),
      ord: number(ord),
      type: number(type),
      queue: number(queue),
      due: number(isAway && number(homeDue) !== 0 ? homeDue : due),
      interval: number(interval),
      factor: number(factor),
      lapses: number(lapses),
      flags: number(flags),
      data: text(data),
    });
  }
  for (const each of cards.values()) each.sort((a, b) => a.ord - b.ord);
  return cards;
};

const readHistory = (tables: Tables): ReadonlyMap<number, readonly AnkiEntry[]> => {
  const history = new Map<number, AnkiEntry[]>();
  const columns = ['id', 'cid', 'ease', 'factor', 'time', 'type'];
  for (const row of tables.rows('revlog', columns, LIMITS.reviews)) {
    const [at, card, ease, factor, time, type] = row.map(number);
    grow(history, card ?? 0, {
      at: at ?? 0,
      ease: ease ?? 0,
      factor: factor ?? 0,
      time: time ?? 0,
      type: type ?? 0,
    });
  }
  for (const entries of history.values()) entries.sort((a, b) => a.at - b.at);
  return history;
};

const DAY = 86_400;

/**
 * The day of `crt`, the moment at which the first day began: four in the morning, mostly, where the learner lived.
 * @param west minutes west of UTC there; unknown: between both ends of the earth that moment is nearest to eight
 *   hours before noon
 */
const dayOf = (crt: number, west: number | undefined): number =>
  Math.floor((crt + (west === undefined ? 8 * 3600 : -west * 60)) / DAY);

/**
 * Reads a collection.
 * @param file its name in the package, `''` for none
 * @param place how the package is called in messages
 * @throws Failure where it is no collection, is damaged or has more than can be taken
 */
export const readCollection = (tables: Tables, file: string, place: string): AnkiCollection => {
  const [col] = tables.rows('col', ['crt', 'conf', 'models', 'decks'], 1);
  if (col === undefined || tables.columns('notes').length === 0 || tables.columns('cards').length === 0)
    throw damaged('The database is no Anki collection: its tables are missing', place);
  const [crt, conf, models, decks] = col;
  const settings: Record<string, unknown> = { ...readJson(text(conf)) };
  for (const [key, value] of tables.rows('config', ['key', 'val'], LIMITS.notes))
    if (key === 'schedVer' || key === 'creationOffset') settings[key] = Number(text(value));
  const west = settings['creationOffset'];
  const isNew = tables.columns('notetypes').length > 0;
  return {
    firstDay: dayOf(number(crt), typeof west === 'number' && Number.isFinite(west) ? west : undefined),
    // Other files than `.anki2` are only written with the later scheduler.
    hasOldLearning: number(settings['schedVer']) < 2 && !/\.anki21b?$/.test(file),
    types: isNew ? newTypes(tables, place) : oldTypes(readJson(text(models))),
    decks: readDecks(tables, isNew ? {} : readJson(text(decks))),
    notes: readNotes(tables),
    cards: readCards(tables),
    history: readHistory(tables),
  };
};
