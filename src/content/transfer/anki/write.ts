/** Writes a package that every Anki reads (`.apkg`, schema 11), with the history of the cards. */
import { createHash } from 'node:crypto';
import { quoted } from '../../../core/base/sanitize.ts';
import { ankiTag } from '../../../core/course/card-tags.ts';
import type { Deck, DeckCard, DeckCloze, DeckProgress, DeckRemark } from '../../../core/transfer/deck.ts';
import { parseCloze } from '../../parse/notes/cloze.ts';
import { markdownToHtml } from '../markdown-to-html.ts';
import { withoutMarks } from '../marks.ts';
import type { SqlValue } from '../sqlite.ts';
import { writeTables } from '../sqlite.ts';
import { writeZip } from '../zip.ts';
import { daysOf, dayOf, historyRows, scheduleOf } from './schedule.ts';
import type { Form } from './schema.ts';
import { collectionRow, NOTE_TYPES, SCHEMA } from './schema.ts';

/** A package, and what it does not carry. */
interface AnkiFile {
  readonly bytes: Uint8Array;
  readonly remarks: readonly DeckRemark[];
}

/*
 * What stands for the brackets of a gap while Markdown becomes HTML: brackets of another kind, so that emphasis beside
 * them is read as beside those.
 */
const OPEN = '\u2e22';
const CLOSE = '\u2e23';
const OPEN_ITSELF = '\ue010';
const CLOSE_ITSELF = '\ue011';

/** Anki knows no way to write these in a cloze but as entities of HTML. */
const shielded = (html: string, isGap: boolean): string => {
  const braces = html.replace(/\{(?=\{)/g, '&#123;').replace(/\}(?=\})/g, '&#125;');
  return isGap
    ? braces
        .replace(/:(?=:)/g, '&#58;')
        .replace(/:$/, '&#58;')
        .replace(/\}$/, '&#125;')
    : braces;
};

/** HTML of a cloze in Anki's grammar, its gaps numbered in order; `null` where the text has none. */
const clozeHtml = (text: string): { readonly html: string; readonly gaps: number } | null => {
  const parsed = parseCloze(text.replaceAll(OPEN, OPEN_ITSELF).replaceAll(CLOSE, CLOSE_ITSELF));
  if (!parsed.ok) return null;
  const gaps = parsed.parts.filter(({ type }) => type === 'deletion').length;
  if (gaps === 0) return null;
  const marked = parsed.parts.map(part => (part.type === 'text' ? part.text : `${OPEN}${part.text}${CLOSE}`));
  let number = 0;
  const html = markdownToHtml(marked.join(''))
    .split(OPEN)
    .map((piece, i) => {
      if (i === 0) return shielded(piece, false);
      const [gap = '', ...rest] = piece.split(CLOSE);
      number++;
      return `{{c${number}::${shielded(gap, true)}}}${shielded(rest.join(''), false)}`;
    })
    .join('');
  return { html: html.replaceAll(OPEN_ITSELF, OPEN).replaceAll(CLOSE_ITSELF, CLOSE), gaps };
};

/** The text of a field without its markup, by which Anki sorts and finds what it has twice. */
const strip = (html: string): string =>
  html
    .replace(/<img[^>]*\bsrc="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&')
    .trim();

const checksum = (text: string): number => createHash('sha1').update(text).digest().readUInt32BE(0);

/** A note: its fields, and what was done with each of its cards. */
interface Note {
  readonly form: Form;
  readonly fields: readonly string[];
  readonly progress: readonly DeckProgress[];
}

const NOTHING: DeckProgress = { reviews: [] };

const padded = (progress: readonly DeckProgress[], count: number): readonly DeckProgress[] =>
  Array.from({ length: count }, (_, i) => progress[i] ?? NOTHING);

const clozeNote = ({ text, extra, progress }: DeckCloze): Note | null => {
  const cloze = clozeHtml(withoutMarks(text));
  if (cloze === null) return null;
  const fields = [cloze.html, markdownToHtml(withoutMarks(extra ?? ''))];
  return { form: 'cloze', fields, progress: padded(progress, cloze.gaps) };
};

const noteOf = (card: DeckCard): Note | null => {
  if (card.form === 'cloze') return clozeNote(card);
  const fields = [card.front, card.back].map(text => markdownToHtml(withoutMarks(text)));
  return { form: card.form, fields, progress: padded(card.progress, card.form === 'reversed' ? 2 : 1) };
};

/** The name of a deck: levels are parted by `::`, so none has it in its own name. */
const deckName = (deck: readonly string[]): string =>
  deck
    .map(
      name =>
        name
          .replace(/:{2,}/g, ':')
          .replace(/["\s]+/g, ' ')
          .trim() || 'Study',
    )
    .join('::') || 'Study';

/** Gives each name a number that hangs on the name alone. */
const deckIds = (): { readonly idOf: (name: string) => number; readonly names: Map<number, string> } => {
  const names = new Map<number, string>();
  const ids = new Map<string, number>();
  return {
    names,
    idOf: name => {
      const known = ids.get(name);
      if (known !== undefined) return known;
      // Moments of the last 30 years in milliseconds, as Anki's are.
      let id =
        1_000_000_000_000 + (createHash('sha1').update(name).digest().readUIntBE(0, 5) % 700_000_000_000);
      while (names.has(id)) id++;
      names.set(id, name);
      ids.set(name, id);
      return id;
    },
  };
};

/** Tags without spaces in them; that of a leech is Anki's own. */
const tagsOf = ({ tags, progress }: DeckCard): string => {
  const written = tags.map(tag => ankiTag(tag.trim().replace(/\s+/g, '_'))).filter(tag => tag !== '');
  const words = new Set([...written, ...(progress.some(({ leech }) => leech) ? ['leech'] : [])]);
  return words.size === 0 ? '' : ` ${[...words].join(' ')} `;
};

/** Each moment once: two cards may have been answered in the same millisecond. */
const uniqueIds = (): ((at: number) => number) => {
  const taken = new Set<number>();
  return at => {
    let id = Math.round(at);
    while (taken.has(id)) id++;
    taken.add(id);
    return id;
  };
};

/** Cards that can be written, with their notes; the others are told of. */
const collectNotes = (deck: Deck, remarks: DeckRemark[]): readonly (readonly [DeckCard, Note])[] => {
  const guids = new Set<string>();
  const notes: (readonly [DeckCard, Note])[] = [];
  for (const card of deck.cards) {
    const { place } = card;
    const note = noteOf(card);
    if (note === null) {
      remarks.push({
        act: 'left',
        what: 'card',
        why: 'It is a cloze without a gap that can be written',
        place,
      });
    } else if (guids.has(card.id)) {
      remarks.push({ act: 'left', what: 'card', why: `Another card has its id, ${quoted(card.id)}`, place });
    } else {
      guids.add(card.id);
      notes.push([card, note]);
      if (note.fields.some(html => /<img src="(?![a-z]+:)/i.test(html)))
        remarks.push({
          act: 'left',
          what: 'image',
          why: 'Its picture is named, and not carried over',
          place,
        });
    }
  }
  for (const { place } of deck.questions)
    remarks.push({
      act: 'left',
      what: 'question',
      why: 'Anki has cards only, no questions with options',
      place,
    });
  return notes;
};

/**
 * A package of a deck. The id of a card becomes the note's guid as it stands: who exports gives each card an id that is
 * unique over all that a learner has, for Anki updates a note that has the same, and keeps its history.
 * @param now ms since 1970: when it is written; Anki takes the texts of the later of two packages
 */
export const writeAnki = async (deck: Deck, { now }: { readonly now: number }): Promise<AnkiFile> => {
  const remarks: DeckRemark[] = [];
  const notes = collectNotes(deck, remarks);
  const progress = notes.flatMap(([, note]) => note.progress);
  const firstDay = progress.flatMap(daysOf).reduce((least, day) => Math.min(least, day), dayOf(now)) - 1;
  const seconds = Math.floor(now / 1000);
  const { idOf, names } = deckIds();
  const reviewId = uniqueIds();
  const rows: Record<'notes' | 'cards' | 'revlog', SqlValue[][]> = { notes: [], cards: [], revlog: [] };
  // Anki's ids are moments; none may lie ahead.
  let nextNote = now - notes.length;
  let nextCard = now - progress.length;
  notes.forEach(([card, note], i) => {
    const id = nextNote++;
    const first = strip(note.fields[0] ?? '');
    const tags = tagsOf(card);
    const fields = note.fields.join('\u001f');
    rows.notes.push([
      id,
      card.id,
      NOTE_TYPES[note.form],
      seconds,
      -1,
      tags,
      fields,
      first,
      checksum(first),
      0,
      '',
    ]);
    note.progress.forEach((each, ord) => {
      const cid = nextCard++;
      const { type, queue, due, ivl, factor, reps, lapses, flags, data } = scheduleOf(each, firstDay, i + 1);
      const plan = [type, queue, due, ivl, factor, reps, lapses, 0, 0, 0, flags, data];
      rows.cards.push([cid, id, idOf(deckName(card.deck)), ord, seconds, -1, ...plan]);
      for (const row of historyRows(each, cid, reviewId)) rows.revlog.push([...row]);
    });
  });
  // Four in the morning of the first day, in UTC.
  const crt = firstDay * 86_400 + 4 * 3600;
  const database = await writeTables(SCHEMA, [
    { name: 'col', rows: [collectionRow(crt, now, names)] },
    ...Object.entries(rows).map(([name, list]) => ({ name, rows: list })),
  ]);
  const bytes = writeZip([
    ['collection.anki2', database],
    ['media', new TextEncoder().encode('{}')],
  ]);
  return { bytes, remarks };
};
