/** What a date that was typed for an exam means, in words. */
import { dateToDay } from '../../core/base/civil-day.ts';
import type { Blueprint } from '../../core/course/course.ts';
import type { ExamDate } from '../../core/plan/exam-date.ts';
import { daysAway, dayAndMonth, dayText, longDay } from '../stats/dates.ts';
import { examCode } from './words.ts';

/** What is typed, to say what is understood. */
export const DATE_EXAMPLES = '20 Dec, 2026-12-20 or "in 3 weeks"';

/** Beside the field: the day in full and how far away it is, or what is wrong. */
export const dateWords = (
  date: ExamDate,
  today: number,
  blueprint: Blueprint | null,
  dot: string,
): { readonly text: string; readonly tone: 'plain' | 'bad' } => {
  switch (date.is) {
    case 'empty':
      return { text: '', tone: 'plain' };
    case 'unclear':
      return { text: `not a date: ${DATE_EXAMPLES}`, tone: 'bad' };
    case 'past':
      return { text: `${longDay(date.day)}: that day is over`, tone: 'bad' };
    case 'day':
      return { text: `${longDay(date.day)} ${dot} ${daysAway(date.day - today)}`, tone: 'plain' };
    case 'outside': {
      const code = blueprint === null ? '' : examCode(blueprint);
      const to = dateToDay(blueprint?.valid.to ?? '');
      const held =
        to !== null && to < date.day
          ? `${code} ends ${dayText(to)}.`
          : `${code} starts ${dayAndMonth(blueprint?.valid.from ?? '')}.`;
      return date.instead === null
        ? { text: `${dayText(date.day)}: ${held}`, tone: 'bad' }
        : {
            text: `${held} On ${dayText(date.day)} it is ${examCode(date.instead)}: enter changes to it`,
            tone: 'plain',
          };
    }
  }
};
