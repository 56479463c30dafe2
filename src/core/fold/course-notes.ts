/** What the journal says of a course as a whole, item by item or not at all: notes, and how sittings ended. */
import type { ForecastEvent, JournalEvent, ReadEvent, ResultEvent } from '../journal/event.ts';
import type { Position } from '../journal/event-order.ts';
import { comparePositions } from '../journal/event-order.ts';
import type { StudyRecord } from '../journal/progress.ts';
import { isRight } from '../plan/trace.ts';
import type { Act, AnswerCount } from './acts.ts';
import type { DayBook } from './day-book.ts';

/** Events that say something of the course as a whole, each for itself. */
export type NoteEvent = ForecastEvent | ResultEvent | ReadEvent;

/** The end of a sitting that counts, with what came of it. */
export interface Ending extends Position {
  readonly day: number;
  readonly questions: number;
  readonly right: number;
}

/** What the end of a sitting means for the course. */
export const endingOf = (
  event: Extract<JournalEvent, { type: 'exam-ended' }>,
): Ending & { sitting: string } => ({
  id: event.id,
  lc: event.lc,
  sitting: event.sitting,
  day: event.day,
  questions: event.ratings.length,
  right: event.ratings.filter(({ rating }) => isRight(rating)).length,
});

/** How many of the last answers tell whether sessions are too hard. */
const MOST_OUTCOMES = 30;

/** What of a fold the plan and the forecast are made from. */
interface Noted {
  readonly notes: ReadonlyMap<string, NoteEvent>;
  readonly endings: ReadonlyMap<string, Ending>;
  readonly acts: readonly Act[];
  readonly book: DayBook;
  isForgotten(position: Position): boolean;
}

/** What the plan and the forecast are made from. */
export const studyOf = (fold: Noted, answerOf: (act: Act) => AnswerCount | null): StudyRecord => {
  const notes = [...fold.notes.values()].filter(note => !fold.isForgotten(note)).sort(comparePositions);
  const readingMs = new Map<number, number>();
  const readingOf = new Map<string, number>();
  for (const note of notes) {
    if (note.type !== 'read') continue;
    readingMs.set(note.day, (readingMs.get(note.day) ?? 0) + note.ms);
    readingOf.set(note.topic, (readingOf.get(note.topic) ?? 0) + note.ms);
  }
  return {
    ...fold.book.study.list(),
    outcomes: fold.acts
      .flatMap(act => {
        const answer = act.undone ? null : answerOf(act);
        return answer?.review === true ? [answer.right] : [];
      })
      .slice(-MOST_OUTCOMES),
    mocks: [...fold.endings]
      .filter(([, { questions, ...end }]) => questions > 0 && !fold.isForgotten(end))
      .sort(([, a], [, b]) => a.day - b.day || comparePositions(a, b))
      .map(([sitting, { day, questions, right }]) => ({ sitting, day, questions, right })),
    forecasts: notes.filter(note => note.type === 'forecast'),
    results: notes.filter(note => note.type === 'result'),
    readingMs,
    readingOf,
  };
};
