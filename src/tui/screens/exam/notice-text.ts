import type { ExamNotice } from '../../../core/exam/state.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { duration } from '../../../text/exam/durations.ts';

/** What an exam has to tell, in one line; `null` where what is drawn says it. */
export const noticeText = (notice: ExamNotice): string | null => {
  switch (notice.type) {
    case 'flagged':
      return notice.value ? 'Flagged for review' : 'Flag taken back';
    case 'unsure':
      return notice.value ? 'Marked as unsure' : 'No longer marked as unsure';
    case 'cleared':
      return 'Blank again';
    case 'edge':
      return notice.at === 'first'
        ? 'This is the first question'
        : 'This is the last question: g shows all, E hands in';
    case 'no-answer':
      return `Needed: ${sanitizeLine(notice.accepted)}`;
    case 'no-such':
      return notice.most === 0 ? 'This question has no options' : `There are ${notice.most} of them`;
    case 'no-pause':
      return 'Only a practice sitting can be paused';
    case 'resumed':
      return `Going on: ${duration(notice.left)} left`;
    case 'is-paused':
      return 'Paused: space goes on';
    case 'declined':
      return 'Going on';
    case 'warning':
      return `${notice.minutes} ${notice.minutes === 1 ? 'minute' : 'minutes'} left`;
    case 'taken-up': {
      const clock =
        notice.clock === 'went-on'
          ? `the clock went on for ${duration(notice.away)}`
          : 'the clock stood still';
      return `Taken up at question ${notice.number}: ${clock}, ${duration(notice.left)} left`;
    }
    case 'clock-set-back':
      return 'The clock of this machine was set back; that of the exam went on';
    case 'clock-jumped':
      return `The clock jumped ahead by ${duration(notice.ms)}; that time is gone`;
    case 'changed-elsewhere':
      return 'Another device has gone on with this exam; this is how it stands now';
    case 'alarm':
      return sanitizeLine(notice.text);
    case 'not-saved':
      return `Not saved: ${sanitizeLine(notice.message)}. Try again; nothing else is lost`;
    case 'paused':
    case 'saved':
    case 'struck':
    case 'moved':
    case 'asking':
    case 'ended':
      return null;
  }
};

/** What is told as a warning. */
export const BAD: ReadonlySet<ExamNotice['type']> = new Set([
  'warning',
  'not-saved',
  'alarm',
  'no-answer',
  'clock-jumped',
  'clock-set-back',
]);
