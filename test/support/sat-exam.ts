/** Sits an exam by the rules alone: a clock that tests set, and a list for a journal. */
import { makeMoment } from '../../src/core/base/civil-day.ts';
import type { ExamBody, ExamEvent, ExamStarted } from '../../src/core/journal/event.ts';
import type { DrawnPaper } from '../../src/core/journal/paper.ts';
import { timeAllowed } from '../../src/core/journal/paper.ts';
import { reduceExam, takeUp } from '../../src/core/exam/reduce.ts';
import { beginSitting, usedAt } from '../../src/core/exam/sitting.ts';
import type { ExamInput, ExamMoment, ExamNotice, ExamState } from '../../src/core/exam/state.ts';
import { fold } from '../../src/core/fold/fold.ts';
import type { Progress } from '../../src/core/journal/progress.ts';

export const EXAM_START = Date.UTC(2026, 10, 20, 9);

export interface SatExam {
  readonly state: ExamState;
  readonly events: readonly ExamEvent[];
  readonly progress: Progress;
  /** Sends inputs at this moment. */
  send(...inputs: readonly ExamInput[]): readonly ExamNotice[];
  /** Lets seconds go by. */
  pass(seconds: number): void;
  now(): ExamMoment;
}

interface SatOptions {
  readonly minutes?: number;
  readonly extra?: number;
  readonly practice?: boolean;
  readonly progress?: Progress;
}

export const NO_PROGRESS = fold([], { course: 'tiny', now: EXAM_START });

export const sitExam = (
  paper: DrawnPaper,
  { minutes = 10, extra = 0, practice = false, progress = NO_PROGRESS }: SatOptions = {},
): SatExam => {
  let at = EXAM_START;
  const events: ExamEvent[] = [];
  const write = (body: ExamBody): ExamEvent => {
    const id = `me-${String(events.length).padStart(6, '0')}`;
    const event = { v: 1, id, lc: at + events.length, at, tz: 0, course: 'tiny', ...body } as ExamEvent;
    events.push(event);
    return event;
  };
  const deadline = at + timeAllowed({ minutes, extra });
  const started = write({ type: 'exam-started', ...paper, minutes, extra, practice, deadline });
  let state = takeUp(beginSitting(started as ExamStarted), { used: 0 });
  const now = (): ExamMoment => {
    const { sitting } = state;
    const running = sitting.phase === 'open' ? sitting.used + at - sitting.lastAt : sitting.used;
    return {
      ...makeMoment(at, 0, 4),
      used: Math.min(sitting.allowed, practice ? running : usedAt(sitting, at)),
    };
  };
  return {
    get state() {
      return state;
    },
    events,
    progress,
    now,
    pass: seconds => void (at += Math.round(seconds * 1000)),
    send: (...inputs) =>
      inputs.flatMap(input => {
        const moment = now();
        const step = reduceExam({ progress, isTerm: () => false }, state, input, moment);
        ({ state } = step);
        return step.effects.flatMap(effect => {
          if (effect.type === 'tell') return [effect.notice];
          const outcome = { type: 'recorded', event: write(effect.body) } as const;
          ({ state } = reduceExam({ progress, isTerm: () => false }, state, outcome, moment));
          return [];
        });
      }),
  };
};
