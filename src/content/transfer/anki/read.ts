/** Reads what Anki exports: packages (`.apkg`, `.colpkg`) of every version, and bare collections. */
import { quoted } from '../../../core/base/sanitize.ts';
import type { Deck, DeckCard } from '../../../core/transfer/deck.ts';
import { LIMITS } from '../limits.ts';
import { openTables } from '../sqlite.ts';
import { clozeCards } from './cloze-cards.ts';
import type { AnkiNote } from './collection.ts';
import { readCollection } from './collection.ts';
import type { LeftEntries } from './history.ts';
import type { NoteReader, ReadyType } from './note-reader.ts';
import { makeReader, readyTypes } from './note-reader.ts';
import { openPackage } from './package.ts';
import { historyRemarks, makeRemarkLog } from './remarks.ts';

interface TwoSides {
  readonly ord: number;
  readonly front: string;
  readonly back: string;
}

/** Cards of a note type whose templates are two sides. */
const plainCards = (reader: NoteReader, { type, sides }: ReadyType): readonly DeckCard[] => {
  const { note, place, log } = reader;
  const written = reader.ords.flatMap((ord): readonly TwoSides[] => {
    if (sides[ord] === undefined) {
      log.add(
        'left',
        'card',
        `Its note type ${quoted(type.name)} has no template for card ${ord + 1}`,
        place,
      );
      return [];
    }
    const front = reader.markdown(reader.fill(ord, 'question'));
    const back = reader.markdown(reader.fill(ord, 'answer'));
    if (front !== '' && back !== '') return [{ ord, front, back }];
    log.add('left', 'card', `Card ${ord + 1} has no ${front === '' ? 'question' : 'answer'}`, place);
    return [];
  });
  const base = { tags: note.tags, place };
  const [first, second] = written;
  if (
    written.length === 2 &&
    first !== undefined &&
    second !== undefined &&
    first.front === second.back &&
    first.back === second.front
  ) {
    const { ord, front, back } = first;
    const progress = [reader.progress(ord), reader.progress(second.ord)];
    return [{ ...base, id: reader.id(0), deck: reader.deck(ord), form: 'reversed', front, back, progress }];
  }
  return written.map(({ ord, front, back }) => ({
    ...base,
    id: reader.id(ord),
    deck: reader.deck(ord),
    form: 'basic',
    front,
    back,
    progress: [reader.progress(ord)],
  }));
};

const LONG = `A field of it has more than ${LIMITS.field.toLocaleString('en-US')} characters`;

/** Why a note cannot be taken at all; `null`: it can. */
const refusalOf = (note: AnkiNote, ready: ReadyType | undefined, cards: number): string | null => {
  if (ready === undefined) return 'The package has no note type for it';
  if (note.fields.some(field => field.length > LIMITS.field)) return LONG;
  if (note.fields.some(field => field.includes('image-occlusion:')) && ready.type.isCloze)
    return 'Parts of a picture are hidden, which a text cannot say';
  return cards === 0 ? 'It has no card' : null;
};

/**
 * Reads a package.
 * @param name how the file is called in messages
 * @throws Failure where it is no package, is damaged, too new or too large
 */
export const readAnki = async (bytes: Uint8Array, name: string): Promise<Deck> => {
  const { file, database, media } = await openPackage(bytes, name);
  const tables = await openTables(database, name);
  let collection;
  try {
    collection = readCollection(tables, file, name);
  } finally {
    tables.close();
  }
  const log = makeRemarkLog(media);
  const left: LeftEntries = { manual: 0, crammed: 0, reset: 0 };
  const types = readyTypes(collection, file, log);
  const taken = new Set<string>();
  const cards: DeckCard[] = [];
  for (const note of collection.notes) {
    const ready = types.get(note.type);
    const place = { ...(file === '' ? {} : { file }), note: note.id };
    const refusal = refusalOf(note, ready, collection.cards.get(note.id)?.length ?? 0);
    if (refusal !== null || ready === undefined) {
      log.add('left', 'note', refusal ?? '', place);
      continue;
    }
    const id = note.guid === '' || taken.has(note.guid) ? `${note.guid}~n${note.id}` : note.guid;
    taken.add(note.guid);
    const reader = makeReader(note, ready, id, collection, { file, log, left });
    cards.push(...(ready.type.isCloze ? clozeCards(reader) : plainCards(reader, ready)));
  }
  return {
    format: /\.colpkg$/i.test(name) ? 'Anki collection' : 'Anki package',
    cards,
    questions: [],
    remarks: [...log.remarks, ...historyRemarks(left, file === '' ? {} : { file })],
    media: [...log.media],
  };
};
