/** Minutes a day and days off that are being chosen. */
export const MINUTES: readonly number[] = [10, 15, 20, 30, 45, 60];

/** Weekdays as settings name them. */
export const DAY_NAMES: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Least and most minutes a day, and the step of `+` and `-`. */
export const LEAST_MINUTES = 5;

/** Minutes a day that can be set at most. */
export const MOST_MINUTES = 600;
const STEP = 5;

/** Minutes a day and days off while they are being set. */
export interface MinutesDraft {
  /** Which row the arrows move in. */
  readonly row: 'minutes' | 'days';
  readonly minutes: number;
  /** Digits of another number that is being typed. */
  readonly typed: string;
  /** The weekday at the pointer. */
  readonly weekday: number;
  /** Weekdays (`sat`) and dates off. */
  readonly daysOff: readonly string[];
}

/** A draft of what is set now. */
export const minutesDraft = (minutes: number, daysOff: readonly string[]): MinutesDraft => ({
  row: 'minutes',
  minutes,
  typed: '',
  weekday: 0,
  daysOff,
});

const within = (minutes: number): number => Math.min(MOST_MINUTES, Math.max(LEAST_MINUTES, minutes));

/** The number that stands: what is typed, once it can be one. */
export const minutesOf = ({ minutes, typed }: MinutesDraft): number =>
  typed === '' ? minutes : within(Number(typed));

/** The next of the usual numbers, or the one before. */
const nextUsual = (minutes: number, by: 1 | -1): number =>
  (by === 1 ? MINUTES.find(each => each > minutes) : MINUTES.findLast(each => each < minutes)) ?? minutes;

/** What the keys do. */
export const pressMinutes = (draft: MinutesDraft, action: string, key: string): MinutesDraft => {
  switch (action) {
    case 'up':
      return { ...draft, row: 'minutes' };
    case 'down':
      return { ...draft, row: 'days' };
    case 'left':
    case 'right': {
      const by = action === 'right' ? 1 : -1;
      if (draft.row === 'days')
        return { ...draft, weekday: Math.min(DAY_NAMES.length - 1, Math.max(0, draft.weekday + by)) };
      return { ...draft, typed: '', minutes: nextUsual(minutesOf(draft), by) };
    }
    case 'more':
    case 'less':
      return { ...draft, typed: '', minutes: within(minutesOf(draft) + (action === 'more' ? STEP : -STEP)) };
    case 'digit': {
      const typed = (draft.typed + key).replace(/^0+/, '').slice(0, 3);
      return { ...draft, row: 'minutes', typed };
    }
    case 'delete-before':
      return { ...draft, typed: draft.typed.slice(0, -1) };
    case 'mark': {
      const name = DAY_NAMES[draft.weekday] ?? '';
      if (draft.row !== 'days') return { ...draft, row: 'days' };
      const daysOff = draft.daysOff.includes(name)
        ? draft.daysOff.filter(day => day !== name)
        : [...draft.daysOff, name];
      return { ...draft, daysOff };
    }
    default:
      return draft;
  }
};
