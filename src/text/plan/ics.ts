/** A plan as a calendar file (RFC 5545): one event a day, in floating time, with ids that stay the same. */
import { dayToDate, localMinute } from '../../core/base/civil-day.ts';
import type { PlannedDay } from '../../core/plan/days.ts';
import { plural } from '../layout/columns.ts';

/** Longest line in bytes, without its end (section 3.1). */
const LONGEST_LINE = 75;

/** A content line folded at 75 bytes, never within a character. */
export const foldLine = (line: string): string => {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LONGEST_LINE) {
      parts.push(part);
      // The space that begins a continuation counts.
      part = ' ';
      bytes = 1;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
};

/** Text of a property (section 3.3.11). */
const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, sign => `\\${sign}`).replace(/\r?\n/g, '\\n');

const dateOf = (day: number): string => dayToDate(day).replaceAll('-', '');

/** `20261201T180000`: floating, so it is six in the evening wherever the learner is. */
const timeOf = (day: number, minutes: number): string => {
  const text = localMinute(day * 86_400_000 + minutes * 60_000, 0);
  return `${text.replace(/[-:]/g, '')}00`;
};

interface CalendarSource {
  readonly course: string;
  readonly exam: { readonly id: string; readonly title: string };
  /** Study day of the exam; `null`: no date is set. */
  readonly examDay: number | null;
  readonly days: readonly PlannedDay[];
  /** Minute of the day at which an event begins, 0 to 1439. */
  readonly startsAt: number;
  /** ms UTC at which the file is made. */
  readonly now: number;
}

/** What a day holds, as a title. */
const titleOf = ({ reviews, fresh, questions, mock }: PlannedDay): string => {
  const parts = [
    ...(fresh > 0 ? [`${fresh} new`] : []),
    ...(reviews > 0 ? [plural(reviews, 'review')] : []),
    ...(questions > 0 ? [plural(questions, 'question')] : []),
    ...(mock > 0 ? [`a mock exam of ${plural(mock, 'question')}`] : []),
  ];
  return `Study: ${parts.length === 0 ? 'questions' : parts.join(', ')}`;
};

/** The whole file. */
export const calendarOf = ({ course, exam, examDay, days, startsAt, now }: CalendarSource): string => {
  const stamp = `${localMinute(now, 0).replace(/[-:]/g, '')}00Z`;
  const event = (id: string, lines: readonly string[]): readonly string[] => [
    'BEGIN:VEVENT',
    `UID:${course}-${exam.id}-${id}@study-toolkit`,
    `DTSTAMP:${stamp}`,
    ...lines,
    'END:VEVENT',
  ];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//study-toolkit//study plan//EN',
    'CALSCALE:GREGORIAN',
    ...days.flatMap(day =>
      day.off
        ? []
        : event(dateOf(day.day), [
            `DTSTART:${timeOf(day.day, startsAt)}`,
            `DTEND:${timeOf(day.day, startsAt + day.minutes)}`,
            `SUMMARY:${escaped(titleOf(day))}`,
            `DESCRIPTION:${escaped(`${exam.title}\nstudy review`)}`,
          ]),
    ),
    ...(examDay === null
      ? []
      : event('exam', [
          `DTSTART;VALUE=DATE:${dateOf(examDay)}`,
          `SUMMARY:${escaped(`Exam: ${exam.title}`)}`,
          'TRANSP:TRANSPARENT',
        ])),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
};
