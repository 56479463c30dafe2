/** What of the journal can be taken back by choosing it. */
import type { JournalEvent, Rating } from '../journal/event.ts';
import type { Position } from '../journal/event-order.ts';
import { comparePositions, deviceOf } from '../journal/event-order.ts';
import { isRight } from '../plan/trace.ts';
import { itemsOf } from './item-steps.ts';
import type { ActType, UndoEntry } from '../journal/progress.ts';

/** How many of the last acts can be undone by choosing them, and how many of the last links. */
export const MOST_ACTS = 100;

/** How many of its items an act names: a reset can forget thousands. */
const MOST_NAMED = 20;

/** An act as the fold keeps it: undone ones too, so that the window does not depend on what was undone. */
export interface Act extends Position {
  readonly type: ActType;
  /** Keys as they were called then, at most {@link MOST_NAMED} of them. */
  readonly items: readonly string[];
  /** How many items it names; `null` for all. */
  readonly count: number | null;
  readonly rating: Rating | null;
  readonly at: number;
  /** Study day and milliseconds of an answer, to take it out of the totals; 0 for other acts. */
  readonly day: number;
  readonly ms: number;
  /** An answer given in a review. */
  readonly review: boolean;
  /** Of an import: its id, which all of its events share, and where it came from. */
  readonly batch?: string;
  readonly source?: string;
  undone: boolean;
}

/** One answer as the totals count it. */
export interface AnswerCount {
  /** Study day. */
  readonly day: number;
  readonly ms: number;
  readonly right: boolean;
  readonly type: 'card' | 'question';
  /** Given in a review. */
  readonly review: boolean;
}

/** What an event adds to the totals as an answer. */
export const answerOf = (event: Extract<JournalEvent, { type: 'reviewed' | 'answered' }>): AnswerCount => ({
  day: event.day,
  ms: event.ms,
  right: isRight(event.ratings[0]?.rating ?? 'again'),
  type: event.type === 'reviewed' ? 'card' : 'question',
  review: event.mode === 'review',
});

/** What an act added to the totals as an answer; `null`: it was none. */
export const answerOfAct = ({ type, day, ms, rating, review }: Act): AnswerCount | null =>
  type === 'reviewed' || type === 'answered'
    ? { day, ms, right: isRight(rating ?? 'again'), type: type === 'reviewed' ? 'card' : 'question', review }
    : null;

/** An act of a type that leaves no answer behind. */
export const plainAct = (
  { id, lc, at }: Position & { readonly at: number },
  type: ActType,
  items: readonly string[] | null,
  undone: boolean,
): Act => ({
  id,
  lc,
  at,
  type,
  items: items?.slice(0, MOST_NAMED) ?? [],
  count: items?.length ?? null,
  rating: null,
  day: 0,
  ms: 0,
  review: false,
  undone,
});

/** What an event is as an act, or as a link that the program made; `null` for all other events. */
export const actOf = (event: JournalEvent, undone: boolean): Act | null => {
  switch (event.type) {
    case 'reviewed':
    case 'answered': {
      const [first] = event.ratings;
      const act = plainAct(event, event.type, itemsOf(event), undone);
      const review = event.mode === 'review';
      return { ...act, day: event.day, ms: event.ms, rating: first?.rating ?? null, review };
    }
    case 'suspended':
    case 'buried':
    case 'flagged':
    case 'reset':
      return plainAct(event, event.type, event.items, undone);
    case 'relinked':
      return plainAct(event, event.type, [event.from, event.to], undone);
    case 'separated':
      return plainAct(event, event.type, [event.item], undone);
    case 'course-renamed':
      return plainAct(event, event.type, [event.from, event.course], undone);
    case 'redated':
      return plainAct(
        event,
        event.type,
        event.records.map(({ id }) => id),
        undone,
      );
    case 'fitted':
      return plainAct(event, event.type, [], undone);
    case 'imported': {
      const act = plainAct(event, event.type, itemsOf(event), undone);
      return { ...act, batch: event.batch, source: event.source };
    }
    case 'configured':
    case 'undone':
    case 'forecast':
    case 'result':
    case 'read':
    case 'excluded':
    case 'exam-started':
    case 'exam-answered':
    case 'exam-flagged':
    case 'exam-struck':
    case 'exam-moved':
    case 'exam-paused':
    case 'exam-resumed':
    case 'exam-ended':
      return null;
  }
};

/** `true` for what the program did by itself: no act of the learner, and to be undone by name only. */
export const isAutomatic = (event: JournalEvent): boolean =>
  event.type === 'separated' ||
  ((event.type === 'relinked' || event.type === 'course-renamed') && event.chosen !== true);

/** Puts an act in its place among the last ones. */
export const insertAct = (acts: Act[], act: Act): void => {
  let index = acts.length;
  while (index > 0 && comparePositions(acts[index - 1] as Act, act) > 0) index--;
  acts.splice(index, 0, act);
  if (acts.length > MOST_ACTS) acts.shift();
};

/** `true` for an event of an import of which a later one stands in the list: together they are one act. */
const isPart = (acts: readonly Act[], { batch }: Act, index: number): boolean =>
  batch !== undefined && acts.some((other, at) => at > index && other.batch === batch);

/** The acts that hold, as they are shown. @param present the key by which an item is called now */
export const undoEntries = (
  acts: readonly Act[],
  present: (item: string, act: Act) => string,
): readonly UndoEntry[] =>
  acts
    .filter((act, index) => !act.undone && !isPart(acts, act, index))
    .map(act => {
      const { type, items, at, rating, batch, source } = act;
      const id = batch ?? act.id;
      const parts = batch === undefined ? [act] : acts.filter(each => each.batch === batch);
      const count = act.count === null ? null : parts.reduce((sum, part) => sum + (part.count ?? 0), 0);
      const isNamed =
        type === 'relinked' || type === 'course-renamed' || type === 'separated' || type === 'redated';
      return {
        id,
        device: deviceOf(id),
        type,
        items: isNamed ? items : items.map(item => present(item, act)),
        count,
        at,
        rating,
        ...(source === undefined ? {} : { source }),
      };
    });
