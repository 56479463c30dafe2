/** What a sitting tells about the items of its paper. */
import type { RatingEffect } from '../journal/event.ts';
import { ratingOf, waitOf } from '../memory/evidence.ts';
import type { Progress } from '../journal/progress.ts';
import type { Sitting } from './sitting.ts';
import { statusOf } from './sitting.ts';

/**
 * Ratings of the questions that were answered: wrong is again, right is good, right but unsure is hard, whether
 * the question was scored or not. The first attempt at an item on a study day counts. A question left blank is
 * wrong for the score, but rates nothing: nobody tried to recall it, and most blanks are a lack of time. An item
 * that was attempted on a later day (the sitting's time ran out days ago, and nobody was there) is left as it is,
 * or the past would be written after what came of it.
 * @param day study day on which the sitting came to its end
 */
export const ratingsOf = (
  { paper, records }: Pick<Sitting, 'paper' | 'records'>,
  progress: Progress,
  day: number,
): readonly RatingEffect[] =>
  paper.questions.flatMap(({ item }, index) => {
    const record = records[index];
    if (record === undefined || statusOf(record) !== 'answered' || record.verdict === null) return [];
    const attemptDay = progress.items.get(item)?.attemptDay ?? -1;
    if (attemptDay > day) return [];
    const rating = ratingOf(record.verdict, record.unsure ? 'unsure' : null);
    const wait = rating === 'again' ? { wait: waitOf(item) } : {};
    return [{ item, rating, counted: attemptDay !== day, ...wait }];
  });
