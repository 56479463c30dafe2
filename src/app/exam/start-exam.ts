/** Starts a timed mock exam, and goes on with one. */
import { localMinute } from '../../core/base/civil-day.ts';
import { planFor } from '../../core/readiness/exam-plan.ts';
import { momentNow } from '../learner/moment.ts';
import { forecastToRecord } from '../learner/forecasts.ts';
import type { Blueprint } from '../../core/course/course.ts';
import { foldSitting } from '../../core/exam/fold-exams.ts';
import type { Paper } from '../../core/journal/paper.ts';
import { timeAllowed } from '../../core/journal/paper.ts';
import type { Sitting } from '../../core/exam/sitting.ts';
import { beginSitting, usedAt } from '../../core/exam/sitting.ts';
import type { ExamNotice } from '../../core/exam/state.ts';
import { Failure } from '../../core/base/failure.ts';
import type { LockHolder, SittingLock } from '../../store/exam/exam-lock.ts';
import { drawExam } from './draw-exam.ts';
import type { ExamParts } from './exam-parts.ts';
import type { ExamRun } from './exam-run.ts';
import { lookAround, readClock, runSitting } from './exam-run.ts';
import { openSittings, settleExams } from './exam-sittings.ts';

interface StartOptions {
  readonly blueprint: Blueprint;
  /** `null`: the questions the learner has seen least of. */
  readonly seed: number | null;
  /** `null`: those of the blueprint. Fractions are allowed. */
  readonly minutes: number | null;
  /** Minutes of extra time. */
  readonly extra: number;
  readonly practice: boolean;
  /** `false`: the paper is about a part of the exam. */
  readonly whole?: boolean;
  /** Keys of the questions it may draw; absent: any. */
  readonly keys?: ReadonlySet<string> | null;
}

/** Room that the journal needs beside the paper in a line of 1 MiB. */
const LONGEST_PAPER = (1 << 20) - 4096;

const heldElsewhere = ({ clock }: ExamParts, { pid, terminal, host, since }: LockHolder): Failure => {
  const at = localMinute(since, clock.offset(since)).replace('T', ' ');
  const where = [`process ${pid}`, ...(terminal === '' ? [] : [`on ${terminal}`]), `of ${host}`].join(' ');
  return new Failure('usage', `This exam is open in another terminal: ${where}, since ${at}`, {
    code: 'exam-open-elsewhere',
    place: terminal === '' ? host : `${host}:${terminal}`,
    try: 'go on there, or close it there first',
  });
};

const lockFor = (parts: ExamParts, sitting: string): SittingLock => {
  const outcome = parts.lock(sitting);
  if (outcome.is === 'held') throw heldElsewhere(parts, outcome.holder);
  return outcome.lock;
};

/** Records what was forecast for a paper over the whole exam: it is evidence by its size, judged at full length. */
const recordForecast = (
  { course, journal, clock }: ExamParts,
  sitting: string,
  { id }: Blueprint,
  questions: readonly { readonly scored: boolean }[],
): void => {
  const progress = journal.progress(course.id);
  const { day } = momentNow({ clock }, progress.settings);
  const plan = planFor(course, progress, day);
  if (plan?.blueprint.id !== id) return;
  const real = plan.blueprint.questions;
  const forecast = forecastToRecord(plan, progress, {
    sitting,
    full: questions.length >= real.scored + real.unscored,
    questions: Math.max(1, questions.filter(({ scored }) => scored).length),
  });
  if (forecast !== null) journal.append(course.id, forecast);
};

/**
 * Starts a sitting: draws the paper and puts it on the disk before the first question is shown.
 * @throws Failure `data` where the home cannot be written to, the course has no questions for the exam, or they are
 *   too long for a record
 */
export const startExam = (parts: ExamParts, options: StartOptions): ExamRun => {
  const { course, journal } = parts;
  const { blueprint, extra, practice } = options;
  journal.requireWritable();
  settleExams(parts);
  const drawn = drawExam(parts, blueprint, options.seed, options.keys ?? null);
  const minutes = options.minutes ?? blueprint.minutes;
  const reading = readClock(parts);
  const deadline = Math.trunc(reading.at) + timeAllowed({ minutes, extra });
  const paper: Paper = { ...drawn, practice, minutes, extra, deadline };
  if (new TextEncoder().encode(JSON.stringify(paper)).length > LONGEST_PAPER)
    throw new Failure('data', 'The questions of this exam are too long to be kept: more than 1 MiB', {
      code: 'paper-too-long',
      place: blueprint.path,
      try: 'another --seed, or shorten the longest questions',
    });
  const started = journal.append(course.id, { type: 'exam-started', ...paper });
  if (started.type !== 'exam-started') throw new TypeError('The journal gave back another event');
  if (options.whole !== false) recordForecast(parts, started.id, blueprint, drawn.questions);
  const sitting = beginSitting(started);
  const lock = lockFor(parts, sitting.id);
  return runSitting(parts, { sitting, lock, reading, used: 0, opening: [] }, []);
};

/** What there is to tell of the time between the last act and now. */
const takenUp = (
  { journal }: ExamParts,
  sitting: Sitting,
  at: number,
  used: number,
): readonly ExamNotice[] => [
  {
    type: 'taken-up',
    away: Math.max(0, at - sitting.lastAt),
    clock: sitting.paper.practice ? 'stood-still' : 'went-on',
    number: sitting.position + 1,
    left: sitting.allowed - used,
    elsewhere: sitting.device !== journal.device,
  },
  ...(at < sitting.lastAt && !sitting.paper.practice
    ? [{ type: 'clock-set-back', ms: sitting.lastAt - at } as const]
    : []),
];

/**
 * Goes on with a sitting where it was left, on whatever device that was.
 * @param id of the sitting; `null`: the one acted on last
 * @throws Failure `usage` where none is open, or another terminal has it; `data` where nothing can be written
 */
export const resumeExam = (parts: ExamParts, id: string | null = null): ExamRun => {
  const { journal, clock } = parts;
  journal.requireWritable();
  lookAround(parts);
  const ended = settleExams(parts);
  const open = openSittings(parts, clock.now());
  const wanted = id === null ? open[0]?.id : open.find(sitting => sitting.id === id)?.id;
  if (wanted === undefined) {
    const late = ended.find(sitting => id === null || sitting.id === id);
    throw new Failure('usage', late === undefined ? 'No exam is open' : 'The time of this exam is over', {
      code: late === undefined ? 'no-open-exam' : 'exam-over',
      try: late === undefined ? 'study exam starts one' : 'study exam --history shows its result',
    });
  }
  const lock = lockFor(parts, wanted);
  try {
    // Whoever held the lock until now may have gone on.
    lookAround(parts);
    const reading = readClock(parts);
    const sitting = foldSitting(journal.exams(parts.course.id), wanted);
    if (sitting === undefined) throw new TypeError('An exam that was open is gone');
    const used = Math.min(sitting.allowed, usedAt(sitting, reading.at));
    const opening = takenUp(parts, sitting, reading.at, used);
    const resumed = { type: 'exam-resumed', sitting: sitting.id, used, ms: 0 } as const;
    const first = sitting.paper.practice ? [resumed] : [];
    return runSitting(parts, { sitting, lock, reading, used, opening }, first);
  } catch (error) {
    lock.release();
    throw error;
  }
};
