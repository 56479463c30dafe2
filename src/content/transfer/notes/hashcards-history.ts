/** The database of hashcards: every review, and the state of cards. */
import type { DeckProgress } from '../../../core/transfer/deck.ts';
import { LIMITS } from '../limits.ts';
import { openTables } from '../sqlite.ts';
import type { HashcardsReview } from './hashcards.ts';
import { historyOf } from './hashcards.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * What hashcards knew of each card, by its hash. A card whose reviews are gone has its schedule.
 * @param offset minutes east of UTC at a moment: the database has times without a zone
 * @throws Failure `data` where it is damaged or too large
 */
export const readHistory = async (
  bytes: Uint8Array,
  place: string,
  offset: (at: number) => number,
): Promise<ReadonlyMap<string, DeckProgress>> => {
  const tables = await openTables(bytes, place);
  try {
    const reviews: HashcardsReview[] = [];
    for (const [hash, at, grade] of tables.rows(
      'reviews',
      ['card_hash', 'reviewed_at', 'grade'],
      LIMITS.reviews,
    ))
      reviews.push({ hash: text(hash), at: text(at), grade: text(grade) });
    const found = new Map<string, DeckProgress>(historyOf(reviews, offset));
    const columns = ['card_hash', 'due_date', 'interval_days', 'stability', 'difficulty'];
    for (const [hash, due, interval, stability, difficulty] of tables.rows('cards', columns, LIMITS.cards)) {
      if (found.has(text(hash)) || typeof interval !== 'number' || typeof stability !== 'number') continue;
      if (typeof difficulty !== 'number' || text(due) === '') continue;
      found.set(text(hash), {
        reviews: [],
        state: { due: text(due).slice(0, 10), interval, stability, difficulty },
      });
    }
    return found;
  } finally {
    tables.close();
  }
};
