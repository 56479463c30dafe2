/**
 * What `hashcards export` prints (eudoxia0/hashcards, src/cmd/export.rs): cards with the hashes that name them, and every
 * review. The same cards, read from their decks, have the same ids.
 */
import { Failure } from '../../../core/base/failure.ts';
import { dateToDay } from '../../../core/base/civil-day.ts';
import type { Deck, DeckCard, DeckProgress, DeckState } from '../../../core/transfer/deck.ts';
import { RemarkList } from '../../../core/transfer/remark-list.ts';
import { requireCount } from '../source-file.ts';
import type { HashcardsReview } from './hashcards.ts';
import { historyOf } from './hashcards.ts';

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Whether a text begins like such an export. */
export const isHashcardsJson = (head: string): boolean =>
  /^\s*\{\s*"cards"\s*:\s*\[\s*\{\s*"hash"\s*:\s*"[0-9a-f]{64}"/.test(head);

/** The schedule of a card; `null`: it was never reviewed. */
const stateOf = (performance: unknown): DeckState | null => {
  if (!isRecord(performance)) return null;
  const { stability, difficulty, intervalDays, dueDate } = performance;
  const due = text(dueDate).slice(0, 10);
  if (typeof stability !== 'number' || typeof difficulty !== 'number' || dateToDay(due) === null) return null;
  return { due, interval: typeof intervalDays === 'number' ? intervalDays : 0, stability, difficulty };
};

/** Brackets that are no gaps here; those of images stay. */
const literal = (part: string): string =>
  part.replace(/!\[[^\]]*\]|[[\]]/g, found => (found.length > 1 ? found : `\\${found}`));

interface Gap {
  /** Bytes of the text at which it begins and ends, the last one included. */
  readonly start: number;
  readonly end: number;
  readonly hash: string;
}

/** The gaps of one text. */
interface Cloze {
  readonly base: Pick<DeckCard, 'deck' | 'tags' | 'place'>;
  readonly plain: string;
  readonly gaps: Gap[];
}

/** A text with its gaps in brackets; `null` where they do not lie in it. */
const withGaps = (plain: string, gaps: readonly Gap[]): string | null => {
  const bytes = Buffer.from(plain);
  let written = '';
  let from = 0;
  for (const { start, end } of gaps) {
    if (start < from || end < start || end >= bytes.length) return null;
    written += `${literal(bytes.toString('utf8', from, start))}[${literal(bytes.toString('utf8', start, end + 1))}]`;
    from = end + 1;
  }
  return written + literal(bytes.toString('utf8', from));
};

const parsed = (source: string, path: string): Json => {
  try {
    const value: unknown = JSON.parse(source);
    if (isRecord(value) && Array.isArray(value['cards'])) return value;
  } catch {
    // Told below.
  }
  throw new Failure('data', 'It holds no export of hashcards, or is cut off', {
    code: 'import-damaged',
    place: path,
    try: 'hashcards export > FILE writes such a file',
  });
};

/**
 * Reads an export.
 * @param offset minutes east of UTC at a moment: hashcards has times without a zone
 * @throws Failure `data` where it is damaged, or holds more than an import takes
 */
export const readHashcardsJson = (source: string, path: string, offset: (at: number) => number): Deck => {
  const value = parsed(source, path);
  const entries = list(value['cards']);
  requireCount(entries.length, path);
  const remarks = new RemarkList();
  const reviews = list(value['sessions']).flatMap(session =>
    list(session['reviews']).map((review): HashcardsReview => ({
      hash: text(review['hash']),
      at: text(review['reviewedAt']),
      grade: text(review['grade']),
    })),
  );
  const history = historyOf(reviews, offset);
  const states = new Map(entries.map(entry => [text(entry['hash']), stateOf(entry['performance'])]));
  const learned = (hash: string): DeckProgress => {
    const state = states.get(hash) ?? null;
    return history.get(hash) ?? (state === null ? { reviews: [] } : { reviews: [], state });
  };
  const cards: DeckCard[] = [];
  /** By family. */
  const clozes = new Map<string, Cloze>();
  for (const entry of entries) {
    const { location } = entry;
    const [hash, family] = [text(entry['hash']), text(entry['familyHash'])];
    const file = isRecord(location) ? text(location['filePath']) : '';
    const base = {
      deck: [text(entry['deckName']) || 'Cards'],
      tags: [],
      place: file === '' ? {} : { file },
    };
    const content = isRecord(entry['content']) ? entry['content'] : {};
    const { basic, cloze } = content;
    if (isRecord(basic)) {
      const [front, back] = [text(basic['question']), text(basic['answer'])];
      cards.push({ ...base, form: 'basic', id: hash, front, back, progress: [learned(hash)] });
    } else if (isRecord(cloze) && typeof cloze['start'] === 'number' && typeof cloze['end'] === 'number') {
      const known: Cloze = clozes.get(family || hash) ?? { base, plain: text(cloze['text']), gaps: [] };
      known.gaps.push({ start: cloze['start'], end: cloze['end'], hash });
      clozes.set(family || hash, known);
    } else remarks.left('card', 'It is of a kind that is not known here', base.place);
  }
  for (const [id, { base, plain, gaps }] of clozes) {
    gaps.sort((a, b) => a.start - b.start);
    const written = withGaps(plain, gaps);
    if (written === null) remarks.left('cloze', 'Its gaps do not lie in its text', base.place);
    else
      cards.push({ ...base, form: 'cloze', id, text: written, progress: gaps.map(gap => learned(gap.hash)) });
  }
  return { format: 'hashcards export', cards, questions: [], remarks: remarks.list, media: [] };
};
