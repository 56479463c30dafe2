/**
 * One sitting of a mock exam as its events have made it. Only events of the journal change it: the running program
 * and a replay on another device go through the same function, so that they cannot differ.
 */
import type {
  ExamEndReason,
  ExamEvent,
  ExamStarted,
  RatingEffect,
  Response,
  Verdict,
} from '../journal/event.ts';
import { deviceOf } from '../journal/event-order.ts';
import type { Paper, PaperQuestion } from '../journal/paper.ts';
import { timeAllowed } from '../journal/paper.ts';

/** An answer that stood for a while. */
interface StoodAnswer {
  readonly response: Response | null;
  readonly verdict: Verdict | null;
}

/** What was done at one question. */
export interface QuestionRecord {
  /** The answer that stands; `null`: blank. */
  readonly response: Response | null;
  /** `null`: blank, or too few options chosen. */
  readonly verdict: Verdict | null;
  readonly unsure: boolean;
  readonly flagged: boolean;
  /** Hashes of the options struck out. */
  readonly struck: readonly string[];
  readonly visited: boolean;
  /** Milliseconds spent at it. */
  readonly ms: number;
  /** The complete answers that stood before this one, oldest first. */
  readonly earlier: readonly StoodAnswer[];
}

type SittingPhase = 'open' | 'paused' | 'ended';

/** How a sitting came to its end. */
interface SittingEnd {
  readonly reason: ExamEndReason;
  /** ms UTC: where the time ran out that moment, whenever it was recorded. */
  readonly at: number;
  readonly tz: number;
  readonly ratings: readonly RatingEffect[];
}

/** One exam that is taken: its paper, and what has been done with it so far. */
export interface Sitting {
  readonly id: string;
  readonly course: string;
  readonly paper: Paper;
  /** ms UTC and the offset of the clock it was started on. */
  readonly startedAt: number;
  readonly tz: number;
  /** Time of the whole sitting in ms. */
  readonly allowed: number;
  /** In the order of `paper.questions`. */
  readonly records: readonly QuestionRecord[];
  /** Index of the question at which the learner is. */
  readonly position: number;
  /** Milliseconds of the sitting's time gone at the last event, and the moment (ms UTC) of that event. */
  readonly used: number;
  readonly lastAt: number;
  /** The device that wrote that event. */
  readonly device: string;
  readonly phase: SittingPhase;
  /** `null` as long as no event says that it ended: its time may be over all the same, see `isOver`. */
  readonly end: SittingEnd | null;
}

/** How a question stands: `incomplete`, where fewer options are chosen than are asked for. */
export type QuestionStatus = 'blank' | 'incomplete' | 'answered';

/** How a question stands for the score: what is not complete is not answered. */
export const statusOf = ({ response, verdict }: QuestionRecord): QuestionStatus =>
  response === null ? 'blank' : verdict === null ? 'incomplete' : 'answered';

const UNTOUCHED: QuestionRecord = {
  response: null,
  verdict: null,
  unsure: false,
  flagged: false,
  struck: [],
  visited: false,
  ms: 0,
  earlier: [],
};

/** A sitting that has just begun, at its first question. */
export const beginSitting = (started: ExamStarted): Sitting => ({
  id: started.id,
  course: started.course,
  paper: started,
  startedAt: started.at,
  tz: started.tz,
  allowed: timeAllowed(started),
  records: started.questions.map((_, index) => (index === 0 ? { ...UNTOUCHED, visited: true } : UNTOUCHED)),
  position: 0,
  used: 0,
  lastAt: started.at,
  device: deviceOf(started.id),
  phase: 'open',
  end: null,
});

/**
 * Milliseconds of a sitting's time gone at a moment, as far as the journal tells. Time goes on while the program
 * is closed, except in a practice sitting. A clock that was set back gives nothing back: what is gone is gone.
 * @param at ms UTC
 */
export const usedAt = (sitting: Sitting, at: number): number =>
  sitting.paper.practice || sitting.phase !== 'open'
    ? sitting.used
    : sitting.used + Math.max(0, at - sitting.lastAt);

/** `true` where an event says so, or nobody was there when the time ran out. */
export const isOver = (sitting: Sitting, at: number): boolean =>
  sitting.phase === 'ended' || usedAt(sitting, at) >= sitting.allowed;

/** The moment (ms UTC) at which the time of an open sitting is up if it is never paused. */
export const timeUpAt = ({ lastAt, allowed, used }: Sitting): number => lastAt + allowed - used;

/** A sitting as it stands at a moment: ended where its time is over, whether or not an event says so yet. */
export const sittingAt = (sitting: Sitting, at: number): Sitting =>
  sitting.phase === 'ended' || !isOver(sitting, at)
    ? sitting
    : {
        ...sitting,
        phase: 'ended',
        used: sitting.allowed,
        end: { reason: 'time', at: Math.min(at, timeUpAt(sitting)), tz: sitting.tz, ratings: [] },
      };

/** The question at which the learner is. */
export const currentQuestion = ({ paper, position }: Sitting): PaperQuestion => {
  const question = paper.questions[position];
  if (question === undefined) throw new RangeError('A paper without questions');
  return question;
};

const indexOf = ({ paper }: Sitting, item: string): number =>
  paper.questions.findIndex(question => question.item === item);

const changeRecord = (
  sitting: Sitting,
  index: number,
  change: (record: QuestionRecord) => QuestionRecord,
): Sitting => ({
  ...sitting,
  records: sitting.records.map((record, i) => (i === index ? change(record) : record)),
});

const answered = (
  record: QuestionRecord,
  { response, verdict, unsure }: Extract<ExamEvent, { type: 'exam-answered' }>,
): QuestionRecord => {
  const before = { response: record.response, verdict: record.verdict };
  // Only a complete answer that gives way to another one is a change; marking it as unsure is none.
  const gaveWay = before.verdict !== null && JSON.stringify(before.response) !== JSON.stringify(response);
  return {
    ...record,
    response,
    verdict,
    unsure,
    earlier: gaveWay ? [...record.earlier, before] : record.earlier,
  };
};

/** Does what an event says beyond the time it took; `null`: it names a question that is not in the paper. */
const act = (sitting: Sitting, event: ExamEvent): Sitting | null => {
  switch (event.type) {
    case 'exam-started':
      return null;
    case 'exam-paused':
      return { ...sitting, phase: 'paused' };
    case 'exam-resumed':
      return { ...sitting, phase: 'open' };
    case 'exam-ended': {
      const { reason, tz, ratings } = event;
      const at = reason === 'time' ? Math.min(event.at, timeUpAt(sitting)) : event.at;
      return { ...sitting, phase: 'ended', end: { reason, at, tz, ratings } };
    }
    default: {
      const index = indexOf(sitting, event.item);
      if (index === -1) return null;
      switch (event.type) {
        case 'exam-answered':
          return changeRecord(sitting, index, record => answered(record, event));
        case 'exam-flagged':
          return changeRecord(sitting, index, record => ({ ...record, flagged: event.value }));
        case 'exam-struck':
          return changeRecord(sitting, index, record => ({ ...record, struck: event.options }));
        case 'exam-moved':
          return {
            ...changeRecord(sitting, index, record => ({ ...record, visited: true })),
            position: index,
          };
      }
    }
  }
};

/**
 * A sitting after one of its events; those come in the order of the journal. What comes after the end, or when
 * the time was over, changes nothing but that `exam-ended` still says how it ended.
 */
export const stepSitting = (sitting: Sitting, event: ExamEvent): Sitting => {
  if (event.type === 'exam-started' || event.sitting !== sitting.id || sitting.phase === 'ended')
    return sitting;
  const isPractice = event.type === 'exam-paused' || event.type === 'exam-resumed';
  if (isPractice && !sitting.paper.practice) return sitting;
  const used = Math.max(sitting.used, event.used);
  if (event.type !== 'exam-ended' && used >= sitting.allowed) return sitting;
  const spent = changeRecord(sitting, sitting.position, record => ({ ...record, ms: record.ms + event.ms }));
  const after = act(spent, event);
  if (after === null) return sitting;
  return { ...after, used: Math.min(used, sitting.allowed), lastAt: event.at, device: deviceOf(event.id) };
};

/** How many questions a sitting would be ended with that are not answered, of how many. */
export interface Blanks {
  readonly total: number;
  readonly blank: number;
  /** Too few options chosen: wrong as it stands. */
  readonly incomplete: number;
  readonly flagged: number;
}

/** What stands between the learner and a whole paper. */
export const countBlanks = ({ records }: Sitting): Blanks => ({
  total: records.length,
  blank: records.filter(record => statusOf(record) === 'blank').length,
  incomplete: records.filter(record => statusOf(record) === 'incomplete').length,
  flagged: records.filter(({ flagged }) => flagged).length,
});
