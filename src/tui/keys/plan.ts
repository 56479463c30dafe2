import type { KeyContext } from './key-context.ts';
import { BACK } from './shared-keys.ts';

/** Chooses a day of the calendar. */
const DAYS = [
  { action: 'left', keys: ['left', 'h'], label: '←→↑↓', hint: 'day', help: 'The day before' },
  { action: 'right', keys: ['right', 'l'], help: 'The day after' },
  { action: 'up', keys: ['up', 'k'], help: 'A week earlier' },
  { action: 'down', keys: ['down', 'j'], help: 'A week later' },
  { action: 'top', keys: ['home'], help: 'Today' },
  { action: 'bottom', keys: ['end', 'G'], help: 'The day of the exam' },
] as const;

const OTHER_MINUTES = [
  { action: 'more', keys: ['+'], label: '+ -', hint: 'minutes', help: 'Try more minutes a day' },
  { action: 'less', keys: ['-'], help: 'Try fewer minutes a day' },
] as const;

/** Keys of the plan. */
export const PLAN_KEYS = {
  plan: {
    title: 'Plan',
    text: 'no',
    bindings: [
      { action: 'open', keys: ['enter'], hint: 'start today', help: 'Start what is left of today' },
      ...DAYS,
      ...OTHER_MINUTES,
      { action: 'mark', keys: ['space'], hint: 'day off', help: 'Make the day a day off, or take that back' },
      { action: 'exam', keys: ['m'], hint: 'mock', help: 'Put the mock exam on the day, or take it back' },
      { action: 'undo', keys: ['u', 'z'], help: 'Undo the last change' },
      { action: 'review', keys: ['r'], help: 'Review: what the plan asks next' },
      { action: 'quiz', keys: ['t'], help: 'A quiz on the weakest domain' },
      BACK,
    ],
  },
  'plan-trying': {
    title: 'Plan, while other minutes are tried',
    text: 'no',
    bindings: [
      { action: 'open', keys: ['enter'], hint: 'keep', help: 'Keep these minutes a day' },
      ...OTHER_MINUTES,
      ...DAYS,
      {
        action: 'back',
        keys: ['esc', 'q'],
        label: 'esc',
        hint: 'as before',
        help: 'Back to the minutes as they are',
      },
    ],
  },
  'plan-none': {
    title: 'Plan and readiness, without an exam',
    text: 'no',
    bindings: [
      { action: 'open', keys: ['enter'], hint: 'set an exam', help: 'Choose an exam in the settings' },
      BACK,
    ],
  },
} as const satisfies Readonly<Record<string, KeyContext>>;
