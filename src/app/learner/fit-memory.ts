/** Fits the memory model to the learner's own reviews, and records the parameters where they foretell better. */
import { Failure } from '../../core/base/failure.ts';
import type { CourseReader } from '../../core/course/course.ts';
import { keyIn } from '../../core/fold/families.ts';
import { deviceOf } from '../../core/journal/event-order.ts';
import { readEvent } from '../../core/journal/event-shape.ts';
import type { JournalEvent } from '../../core/journal/event.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { Fit, FitReview } from '../../core/memory/fit.ts';
import { fitWeights, LEAST_REVIEWS } from '../../core/memory/fit.ts';
import { forEachOrderedLine } from '../../store/journal/ordered-lines.ts';
import type { Runtime } from './runtime.ts';

type RatingEvent = Extract<JournalEvent, { type: 'reviewed' | 'answered' | 'exam-ended' | 'reset' }>;

const isOfRatings = (event: JournalEvent): event is RatingEvent =>
  event.type === 'reviewed' ||
  event.type === 'answered' ||
  event.type === 'exam-ended' ||
  event.type === 'reset';

/** Counted ratings of a course that hold, in the order of the journal. */
const reviewsOf = (
  { paths }: Pick<Runtime, 'paths'>,
  course: CourseReader,
  journal: Journal,
): readonly FitReview[] => {
  const excluded = new Set(journal.health().excluded);
  const { families } = journal.progress(course.id);
  const undone = new Set<string>();
  const events: RatingEvent[] = [];
  forEachOrderedLine(paths.journal, line => {
    const reading = readEvent(JSON.parse(line));
    if (reading.is !== 'event') return;
    const { event } = reading;
    if (excluded.has(deviceOf(event.id))) return;
    if (event.type === 'undone') undone.add(event.target);
    else if (event.course === course.id && isOfRatings(event)) events.push(event);
  });
  let reviews: FitReview[] = [];
  const ended = new Set<string>();
  for (const event of events) {
    if (event.type === 'exam-ended') {
      if (ended.has(event.sitting)) continue;
      ended.add(event.sitting);
    } else if (undone.has(event.id)) continue;
    if (event.type === 'reset') {
      const items = event.items?.map(item => keyIn(course, families, item));
      reviews = items === undefined ? [] : reviews.filter(({ item }) => !items.includes(item));
      continue;
    }
    for (const { item, rating, counted } of event.ratings)
      if (counted) reviews.push({ item: keyIn(course, families, item), day: event.day, rating });
  }
  return reviews;
};

/**
 * Parameters fitted to the reviews of a course.
 * @throws Failure `usage` where there are too few of them
 */
export const fitCourse = (runtime: Pick<Runtime, 'paths'>, course: CourseReader, journal: Journal): Fit => {
  const fit = fitWeights(reviewsOf(runtime, course, journal));
  if (fit !== null) return fit;
  throw new Failure('usage', `Fewer than ${LEAST_REVIEWS} reviews on a later day than the one before`, {
    code: 'too-few-reviews',
    try: 'study review; the standard parameters are good until then',
  });
};

/** Records fitted parameters: they hold for the reviews to come, until that is undone. */
export const recordFit = (course: CourseReader, journal: Journal, fit: Fit): void => {
  const millionths = (loss: number): number => Math.round(loss * 1e6);
  journal.append(course.id, {
    type: 'fitted',
    weights: fit.weights,
    reviews: fit.reviews,
    before: millionths(fit.before),
    after: millionths(fit.after),
  });
};
