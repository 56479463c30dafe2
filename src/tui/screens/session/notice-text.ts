/** What a session has to tell, in one line each. */
import type { JournalEvent } from '../../../core/journal/event.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import type { SessionNotice } from '../../../core/session/state.ts';
import type { Message } from '../../shell/screen.ts';

/** What an undo takes back, by what it was. */
const ACTS: Partial<Record<JournalEvent['type'], string>> = {
  reviewed: 'the rating of',
  answered: 'the answer to',
  flagged: 'the flag on',
  buried: 'burying',
  suspended: 'suspending',
};

/** What the words of a notice depend on beyond the notice. */
interface NoticeWords {
  /** How an item is named: by the title of its topic. */
  readonly textOf: (item: string) => string;
  /** The type of the event that was undone; `null`: no event was, or none is known. */
  readonly undone: JournalEvent['type'] | null;
}

/** `null` where what is drawn says it. */
export const noticeText = (notice: SessionNotice, { textOf, undone }: NoticeWords): Message | null => {
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
      return bad(`Forgotten ${notice.lapses} times: read its note before it comes again (o opens it)`);
    case 'note-offered':
      return plain('Missed twice in this section: o opens its note');
    case 'plan-begins':
      return plain(`Reviews follow the plan for ${notice.exam} now; study config set plan off ends that`);
    case 'flagged':
      return plain(notice.value ? 'Flagged. It is under Lists' : 'Flag taken back');
    case 'suspended':
      return plain(notice.value === false ? 'No longer suspended' : 'Suspended. u undoes; it is under Lists');
    case 'buried':
      return plain(notice.value === false ? 'No longer buried' : 'Buried until tomorrow. u undoes');
    case 'skipped':
      return plain('Skipped. u undoes');
    case 'undone': {
      const act = undone === null ? undefined : ACTS[undone];
      const name = textOf(notice.item);
      return plain(act === undefined ? `Undone: skipping ${name}` : `Undone: ${act} ${name}`);
    }
    case 'nothing-to-undo':
      return plain('There is nothing to undo');
    case 'unsure':
      return plain(notice.value ? 'Marked as unsure' : 'No longer marked as unsure');
    case 'left-out':
      return bad(`A card or question of ${textOf(notice.item)} cannot be shown; study check says why`);
    case 'graded':
    case 'saved':
      return null;
  }
};
