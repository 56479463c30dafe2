/** The days of a plan: until when it runs, what each day holds, and on which one a mock exam lies. */

/** Names of weekdays as a learner writes them; study day 0 was a Thursday. */
export const WEEKDAYS: readonly string[] = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'];

/** Days ahead that are planned for while no date is set. */
const ROLLING_DAYS = 28;

/** What a learner said when the plan was set up. */
export interface Schedule {
  /** Study day of the exam; `null`: none is set. */
  readonly examDay: number | null;
  /** Study day on which the plan began. */
  readonly startDay: number;
  /** Minutes on a day that is not off. */
  readonly minutesPerDay: number;
  /** Weekdays (`sat`) and dates (study days) on which nothing is studied. */
  readonly weekdaysOff: readonly string[];
  readonly daysOff: readonly number[];
  /** Study day to which the mock was moved; `null`: where the plan puts it. */
  readonly mockDay: number | null;
}

/** The day that is planned for: the exam's, or four weeks from today. */
export const horizonOf = ({ examDay }: Pick<Schedule, 'examDay'>, today: number): number =>
  examDay ?? today + ROLLING_DAYS;

/** Whether a study day is off, by its weekday or by its date. */
export const isDayOff = (
  { weekdaysOff, daysOff }: Pick<Schedule, 'weekdaysOff' | 'daysOff'>,
  day: number,
): boolean => daysOff.includes(day) || weekdaysOff.includes(WEEKDAYS[((day % 7) + 7) % 7] ?? '');

/** Minutes planned on a study day. */
export const minutesOn = (schedule: Schedule, day: number): number =>
  isDayOff(schedule, day) ? 0 : schedule.minutesPerDay;

/** Minutes planned from a day (included) to another (excluded). */
export const minutesBetween = (schedule: Schedule, from: number, to: number): number => {
  let minutes = 0;
  for (let day = from; day < to; day++) minutes += minutesOn(schedule, day);
  return minutes;
};

/** A mock exam that the plan puts on a day. */
export interface PlannedMock {
  readonly day: number;
  readonly questions: number;
}

/** Days before the exam on which a mock lies. */
const MOCK_DAYS_BEFORE = 7;
/** A whole paper is planned where it takes at most a twentieth of all minutes; a short one from 400 minutes on. */
const WHOLE_SHARE = 20;
const SHORT = { minutes: 400, questions: 20 } as const;

/**
 * The mock of a plan: a whole paper where there is time for it, 20 questions in a shorter plan, none in a very
 * short one; cut to what the minutes of its day hold. It lies a week before the exam, or where it was moved to,
 * and never on a day off.
 * @param questions of a whole paper
 * @param seconds that one question takes this learner
 */
export const plannedMock = (
  schedule: Schedule,
  today: number,
  questions: number,
  seconds: number,
): PlannedMock | null => {
  const { examDay, startDay } = schedule;
  if (examDay === null) return null;
  const total = minutesBetween(schedule, Math.min(startDay, today), examDay);
  const paper = (questions * seconds) / 60;
  const wanted = paper * WHOLE_SHARE <= total ? questions : total >= SHORT.minutes ? SHORT.questions : 0;
  let day = schedule.mockDay ?? examDay - MOCK_DAYS_BEFORE;
  while (day < examDay && isDayOff(schedule, day)) day++;
  const fits = Math.floor((minutesOn(schedule, day) * 60) / seconds);
  const count = Math.min(wanted, questions, fits);
  return count < 1 || day < today || day >= examDay ? null : { day, questions: count };
};
