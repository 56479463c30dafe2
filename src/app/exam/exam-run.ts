/** Joins the rules of a sitting with the journal: what is recorded is on the disk before anything else is shown. */
import type { CourseReader } from '../../core/course/course.ts';
import type { ExamReport } from '../../core/exam/report-model.ts';
import type {
  ExamInput,
  ExamMoment,
  ExamNotice,
  ExamState,
  ExamStep,
  ExamWorld,
} from '../../core/exam/state.ts';
import { Failure } from '../../core/base/failure.ts';
import { alarmText } from '../../core/journal/alarm-text.ts';
import { momentAt } from '../learner/moment.ts';
import type { ExamBody } from '../../core/journal/event.ts';
import type { ClockReading } from '../../core/exam/exam-clock.ts';
import { elapsedBetween } from '../../core/exam/exam-clock.ts';
import { foldSitting } from '../../core/exam/fold-exams.ts';
import { reduceExam, takeUp, timeLeft } from '../../core/exam/reduce.ts';
import type { Sitting } from '../../core/exam/sitting.ts';
import type { SittingLock } from '../../store/exam/exam-lock.ts';
import { courseTerms } from '../course/course-terms.ts';
import type { ExamParts } from './exam-parts.ts';
import { reportExam } from './exam-sittings.ts';
import { makeRecorder, perform } from '../session/perform.ts';

/** A sitting taken up by this program. Nobody else on this machine has it until it is closed. */
export interface ExamRun {
  readonly state: ExamState;
  readonly course: CourseReader;
  /** What taking it up had to tell; nothing for a new one. */
  readonly opening: readonly ExamNotice[];
  /** Why the last record is not on the disk; `null` where all are. */
  readonly failure: Failure | null;
  /** Does all that the input asks for: what is recorded is on the disk when this returns. */
  dispatch(input: ExamInput): readonly ExamNotice[];
  /** Now, by the learner's clock and the sitting's. Reads the clock and changes nothing. */
  moment(): ExamMoment;
  /** Milliseconds left now. */
  left(): number;
  /**
   * The report of a sitting that has ended.
   * @throws Failure `usage` while it is open
   */
  report(): ExamReport;
  /** Lets go of the sitting: it stays open, a practice sitting is paused. Call it however the program ends. */
  close(): void;
  /** Lets go of the sitting and records nothing: nobody is there any more. */
  release(): void;
}

/** Where the sitting's clock was last read: what has gone by since is added. */
interface Anchor extends ClockReading {
  readonly used: number;
}

/** Looks at both clocks. */
export const readClock = ({ clock }: Pick<ExamParts, 'clock'>): ClockReading => {
  const at = clock.now();
  return { at, ticks: clock.ticks?.() ?? at };
};

/** Another terminal may have added something; a file that cannot be read just now is no reason to stop. */
export const lookAround = ({ journal }: Pick<ExamParts, 'journal'>): void => {
  try {
    journal.refresh();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
};

/** A sitting that is locked for this program, and the moment at which it is taken up. */
interface TakenSitting {
  readonly sitting: Sitting;
  readonly lock: SittingLock;
  readonly reading: ClockReading;
  /** Milliseconds of its time that are gone at that moment. */
  readonly used: number;
  readonly opening: readonly ExamNotice[];
}

/**
 * Runs a sitting.
 * @param first what has to be on the disk before anything is shown
 * @throws Failure `data`/`not-saved` where it is not
 */
export const runSitting = (
  parts: ExamParts,
  { sitting, lock, reading: takenAt, used, opening }: TakenSitting,
  first: readonly ExamBody[],
): ExamRun => {
  const { course, journal, clock } = parts;
  const isTerm = courseTerms(course);
  const world = (): ExamWorld => ({ progress: journal.progress(course.id), isTerm });
  let state: ExamState = takeUp(sitting, { used });
  const recorder = makeRecorder(journal, course.id);
  let anchor: Anchor = { ...takenAt, used };
  let known = journal.examCount();
  let locked = true;

  /** Milliseconds used, and how far the wall clock has jumped since the anchor. A practice clock sleeps too. */
  const timeNow = (reading: ClockReading): { readonly used: number; readonly jump: number } => {
    const { paper, phase, allowed } = state.sitting;
    if (phase !== 'open') return { used: state.sitting.used, jump: 0 };
    const at = paper.practice && clock.ticks !== undefined ? anchor.at : reading.at;
    const { ms, jump } = elapsedBetween(anchor, { ...reading, at });
    return { used: Math.min(allowed, anchor.used + ms), jump: paper.practice ? 0 : jump };
  };

  const momentOf = (reading: ClockReading): ExamMoment => {
    const { used: gone } = timeNow(reading);
    const { paper, phase, allowed } = state.sitting;
    // An end by time belongs to the day on which the time was up, not to that on which a sleeper woke.
    const isLate = gone >= allowed && phase === 'open' && !paper.practice;
    const at = isLate ? Math.min(reading.at, anchor.at + Math.max(0, allowed - anchor.used)) : reading.at;
    return { ...momentAt({ clock }, journal.progress(course.id).settings, at), used: gone };
  };

  const release = (): void => {
    if (locked) lock.release();
    locked = false;
  };

  /** Takes over what others have done to the sitting. */
  const catchUp = (): readonly ExamNotice[] => {
    const count = journal.examCount();
    if (count === known) return [];
    known = count;
    const fresh = foldSitting(journal.exams(course.id), state.sitting.id);
    if (fresh === undefined || JSON.stringify(fresh) === JSON.stringify(state.sitting)) return [];
    const reading = readClock(parts);
    const gone = Math.max(timeNow(reading).used, fresh.used);
    anchor = { ...reading, used: gone };
    state = { ...state, sitting: fresh, since: gone };
    if (fresh.end === null) return [{ type: 'changed-elsewhere' }];
    release();
    return [{ type: 'changed-elsewhere' }, { type: 'ended', reason: fresh.end.reason }];
  };

  /** Does what was asked for: a record moves the clocks on, and the lock is kept. */
  const performAt = (step: ExamStep, reading: ClockReading, now: ExamMoment): readonly ExamNotice[] => {
    const done = perform<ExamState, ExamNotice>(step, recorder, (at, outcome) => {
      const next = reduceExam(world(), at, outcome, now);
      if (outcome.type === 'recorded') {
        const { sitting: reached } = next.state;
        anchor = { ...reading, used: Math.max(now.used, reached.used) };
        known++;
        lock.renew();
        if (reached.phase === 'ended') release();
      }
      return next;
    });
    ({ state } = done);
    return done.notices;
  };

  const alarms = (): readonly ExamNotice[] =>
    journal
      .alarms()
      .map(alarm => ({ type: 'alarm', alarm: alarm.type, text: alarmText(alarm, clock.offset) }));

  const noteJump = (reading: ClockReading): readonly ExamNotice[] => {
    const { used: gone, jump } = timeNow(reading);
    if (jump === 0) return [];
    anchor = { ...reading, used: gone };
    return [jump < 0 ? { type: 'clock-set-back', ms: -jump } : { type: 'clock-jumped', ms: jump }];
  };

  const run: ExamRun = {
    get state() {
      return state;
    },
    course,
    opening: [...alarms(), ...opening],
    get failure() {
      return recorder.failure;
    },
    dispatch: input => {
      if (input.type !== 'tick') lookAround(parts);
      const changed = catchUp();
      const reading = readClock(parts);
      const now = momentOf(reading);
      const jumped = noteJump(reading);
      const notices = performAt(reduceExam(world(), state, input, now), reading, now);
      return [...changed, ...jumped, ...notices, ...catchUp(), ...(input.type === 'tick' ? [] : alarms())];
    },
    moment: () => momentOf(readClock(parts)),
    left: () => timeLeft(state.sitting, timeNow(readClock(parts))),
    report: () => {
      if (state.sitting.phase !== 'ended')
        throw new Failure('usage', 'This exam has not ended', {
          code: 'exam-open',
          try: 'study exam --resume',
        });
      return reportExam(parts, state.sitting);
    },
    close: () => {
      const { paper, phase } = state.sitting;
      if (locked && paper.practice && phase === 'open') {
        const reading = readClock(parts);
        const now = momentOf(reading);
        performAt(reduceExam(world(), state, { type: 'pause' }, now), reading, now);
      }
      release();
    },
    release,
  };
  performAt({ state, effects: first.map(body => ({ type: 'append', body })) }, takenAt, momentOf(takenAt));
  if (recorder.failure !== null) throw recorder.failure;
  return run;
};
