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
      return 'Answer cleared';
    case 'edge':
      return notice.at === 'first'
        ? 'This is the first question'
        : 'This is the last question: a shows all, E hands in';
    case 'no-answer':
      return `Needed: ${sanitizeLine(notice.accepted)}`;
    case 'no-such':
      return notice.most === 0 ? 'This question has no options' : `Choose 1 to ${notice.most}`;
    case 'no-pause':
      return 'Only a practice exam can be paused';
    case 'resumed':
      return `Resumed: ${duration(notice.left)} left`;
    case 'is-paused':
      return 'Paused: enter resumes';
    case 'declined':
      return 'Back to the exam';
    case 'warning':
      return `${notice.minutes} ${notice.minutes === 1 ? 'minute' : 'minutes'} left`;
    case 'taken-up': {
      const clock =
        notice.clock === 'went-on'
          ? `The clock ran on for ${duration(notice.away)}; `
          : 'The clock was paused; ';
      return `Resumed at question ${notice.number}. ${clock}${duration(notice.left)} left`;
    }
    case 'clock-set-back':
      return 'The clock of this machine was set back; that of the exam ran on';
    case 'clock-jumped':
      return `The clock jumped ahead by ${duration(notice.ms)}; that time is gone`;
    case 'changed-elsewhere':
      return 'This exam was changed on another device; this is how it stands now';
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
