import type { MarkType } from '../../app/lists/mark-items.ts';
import { hasMark, markItems } from '../../app/lists/mark-items.ts';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { Host } from './screen.ts';

const TYPES = { flag: 'flagged', bury: 'buried', suspend: 'suspended' } as const;

const WORDS: Readonly<Record<MarkType, readonly [string, string]>> = {
  flagged: ['Flagged. It is under Lists', 'Flag taken back'],
  buried: ['Buried until tomorrow', 'No longer buried'],
  suspended: ['Suspended. It is under Lists', 'No longer suspended'],
};

/** Flags, buries or suspends a card or question outside a session, or takes that back; and says what it did. */
export const markOn = ({ services, say }: Host, item: string, mark: keyof typeof TYPES): void => {
  const type = TYPES[mark];
  const moment = services.moment();
  const value = !hasMark(type, services.progress().items.get(item), moment.day);
  try {
    markItems(services, type, [item], value, moment);
    say(WORDS[type][value ? 0 : 1]);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    say(`${sanitizeLine(error.message)}. Try again`, 'bad');
  }
};
