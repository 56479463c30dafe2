/** What a session has to tell, in one line each. */
import type { JournalEvent } from '../../../core/journal/event.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import type { Notice } from '../../../core/session/state.ts';
import { notePlace } from '../../../text/question/question-lines.ts';
import type { Message } from '../../shell/screen.ts';

/** What an undo takes back, by what it was. */
const ACTS: Partial<Record<JournalEvent['type'], string>> = {
  reviewed: 'the rating of',
  answered: 'the answer to',
  flagged: 'the flag on',
  buried: 'putting off',
  suspended: 'suspending',
};

/** What the words of a notice depend on beyond the notice. */
export interface NoticeWords {
  /** The keys that undo in what is shown now. */
  readonly undo: string;
  /** The type of the event that was undone; `null`: no event was, or none is known. */
  readonly undone: JournalEvent['type'] | null;
}

/** `null` where what is drawn says it. */
export const noticeText = (notice: Notice, { undo, undone }: NoticeWords): Message | null => {
  const plain = (text: string): Message => ({ text: sanitizeLine(text), tone: 'plain' });
  const bad = (text: string): Message => ({ text: sanitizeLine(text), tone: 'bad' });
  switch (notice.type) {
    case 'no-answer':
      return bad(`Needed: ${notice.accepted}`);
    case 'not-saved':
      return bad(`Not saved: ${notice.message}. Nothing has changed; try again`);
    case 'alarm':
      return bad(notice.text);
    case 'leech':
      return bad(`Forgotten ${notice.lapses} times: read ${notePlace(notice.answer)} before it comes again`);
    case 'note-offered':
      return plain(`Missed twice in ${notePlace(notice.answer)}: read it before it comes again`);
    case 'plan-begins':
      return plain(`Reviews follow the plan for ${notice.exam} now; study config set plan off ends that`);
    case 'flagged':
      return plain(notice.value ? 'Flagged' : 'Flag taken back');
    case 'suspended':
      return plain(`${notice.item} is suspended; ${undo} takes that back`);
    case 'buried':
      return plain(`${notice.item} comes again tomorrow; ${undo} takes that back`);
    case 'skipped':
      return plain(`${notice.item} was skipped; ${undo} takes that back`);
    case 'undone': {
      const act = undone === null ? undefined : ACTS[undone];
      return plain(act === undefined ? `Undone: ${notice.item}` : `Undone: ${act} ${notice.item}`);
    }
    case 'nothing-to-undo':
      return plain('There is nothing to undo');
    case 'unsure':
      return plain(notice.value ? 'Marked as unsure' : 'No longer marked as unsure');
    case 'left-out':
      return bad(`${notice.item} cannot be shown and was left out; study check says why`);
    case 'graded':
    case 'saved':
      return null;
  }
};
