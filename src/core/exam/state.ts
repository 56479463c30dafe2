/** A sitting while a program runs it: what can happen, what there is to tell, what is to be put on the disk. */
import type { Moment } from '../base/civil-day.ts';
import type { ExamBody, ExamEndReason } from '../journal/event.ts';
import type { JournalAlarm, Progress } from '../journal/progress.ts';
import type { Blanks, Sitting } from './sitting.ts';

/** A moment by the clock of the wall and by that of the sitting. */
export interface ExamMoment extends Moment {
  /** Milliseconds of the sitting's time that are gone; no more than it has. */
  readonly used: number;
}

/** A sitting as it is taken here. */
export interface ExamState {
  /** As the journal has it. */
  readonly sitting: Sitting;
  /** `sitting.used` at the last act, or when the program took the sitting up: acts are timed from there. */
  readonly since: number;
  /** Minutes left of which the learner has been warned. */
  readonly warned: readonly number[];
  /** The learner asked to end, and has not said yes yet. */
  readonly asking: boolean;
}

/** What a learner or a screen can send. Questions and options count from 1, as they are shown. */
export type ExamInput =
  | { readonly type: 'next' | 'previous' }
  | { readonly type: 'go'; readonly number: number }
  /** A typed line: `2`; `1,3`; `true`; `24 RCU`; `3 1 2`; `a=2 b=1`; words. */
  | { readonly type: 'answer'; readonly line: string }
  /** Options chosen by key, fewer than are asked for too; none: clears. Only of `single` and `multiple`. */
  | { readonly type: 'choose'; readonly options: readonly number[] }
  | { readonly type: 'clear' }
  /** Each turns its mark on or off. */
  | { readonly type: 'flag' | 'unsure' }
  | { readonly type: 'strike'; readonly option: number }
  | { readonly type: 'pause' | 'resume' }
  /** `end` asks; `confirm` ends, `decline` goes on. */
  | { readonly type: 'end' | 'confirm' | 'decline' }
  /** Throws the sitting away: it has no score and rates nothing. */
  | { readonly type: 'abandon' }
  /** Nothing but time has gone by. Screens send one about every second, plain lines before each prompt. */
  | { readonly type: 'tick' };

/** What there is to tell the learner about an input. Numbers count from 1. */
export type ExamNotice =
  | { readonly type: 'saved' | 'cleared'; readonly item: string; readonly number: number }
  | { readonly type: 'flagged' | 'unsure'; readonly number: number; readonly value: boolean }
  | { readonly type: 'struck'; readonly number: number; readonly option: number; readonly value: boolean }
  | { readonly type: 'moved'; readonly number: number }
  /** Nothing before the first or after the last question. */
  | { readonly type: 'edge'; readonly at: 'first' | 'last' }
  | { readonly type: 'no-answer'; readonly accepted: string }
  /** There is no question or option of that number, up to `most`; 0: the question has no options. */
  | { readonly type: 'no-such'; readonly what: 'question' | 'option'; readonly most: number }
  | { readonly type: 'paused' | 'resumed'; readonly left: number }
  /** Only a practice sitting can be paused. */
  | { readonly type: 'no-pause' }
  /** While it is paused nothing but going on, ending and throwing away is taken. */
  | { readonly type: 'is-paused' }
  | ({ readonly type: 'asking' } & Blanks)
  | { readonly type: 'declined' }
  /** Once each; `left` in ms. */
  | { readonly type: 'warning'; readonly minutes: number; readonly left: number }
  | { readonly type: 'ended'; readonly reason: ExamEndReason }
  /** Taken up again. `away`: ms since its last act, which count unless `clock` stood still. `left` in ms. */
  | {
      readonly type: 'taken-up';
      readonly away: number;
      readonly clock: 'went-on' | 'stood-still';
      readonly number: number;
      readonly left: number;
      /** Last acted on by another device. */
      readonly elsewhere: boolean;
    }
  /** The clock of the machine was set back by so many ms: the sitting's clock went on all the same. */
  | { readonly type: 'clock-set-back'; readonly ms: number }
  /** It jumped ahead by so many ms, set forward or asleep: that time is gone. */
  | { readonly type: 'clock-jumped'; readonly ms: number }
  /** Another device has gone on with the sitting, or a merge has brought its acts; the state shows them. */
  | { readonly type: 'changed-elsewhere' }
  /** Something about the journal or the clock that the learner must know. */
  | { readonly type: 'alarm'; readonly alarm: JournalAlarm['type']; readonly text: string }
  | { readonly type: 'not-saved'; readonly message: string };

/** Something that an input asks for. */
export type ExamEffect =
  | { readonly type: 'append'; readonly body: ExamBody }
  | { readonly type: 'tell'; readonly notice: ExamNotice };

/** A state, and what is to be done in this order; what follows an `append` that failed is left out. */
export interface ExamStep {
  readonly state: ExamState;
  readonly effects: readonly ExamEffect[];
}

/** What the rules look at beyond the sitting. */
export interface ExamWorld {
  readonly progress: Progress;
  /** Whether a text folded by `foldText` is a term of the course. */
  readonly isTerm: (folded: string) => boolean;
}
