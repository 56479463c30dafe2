/** Flags, buries or suspends cards and questions outside a session; each change can be undone. */
import type { MarkType } from '../../app/lists/mark-items.ts';
import { hasMark, markItems } from '../../app/lists/mark-items.ts';
import { Failure } from '../../core/base/failure.ts';
import { plural } from '../../text/layout/columns.ts';
import type { Action } from '../keys/key-table.ts';
import type { Host } from './screen.ts';

/** The mark that a key sets or takes back. */
export const MARK_OF: Partial<Record<Action, MarkType>> = {
  flag: 'flagged',
  suspend: 'suspended',
  bury: 'buried',
};

/** What was done, in words: set, and taken back. */
const DONE: Readonly<Record<MarkType, readonly [string, string]>> = {
  flagged: ['Flagged', 'Flag taken back'],
  suspended: ['Suspended', 'Brought back'],
  buried: ['Buried until tomorrow', 'Not buried any more'],
};

interface Marks {
  /** Sets a mark on items, or takes it back where all of them have it. */
  toggle(type: MarkType, keys: readonly string[]): void;
  /** Takes the last change back that was made here. */
  undo(): void;
}

/** @param inLists whether this is the screen of the lists themselves */
export const makeMarks = (host: Host, inLists = false): Marks => {
  const { services } = host;
  /** Records of each change, the newest last. */
  const done: (readonly string[])[] = [];
  const attempt = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      host.say(error.message, 'bad');
    }
  };
  return {
    toggle: (type, keys) =>
      attempt(() => {
        if (keys.length === 0) return host.say('There is nothing here to mark');
        const moment = services.moment();
        const { items } = services.progress();
        const value = !keys.every(key => hasMark(type, items.get(key), moment.day));
        services.journal.requireWritable();
        done.push(markItems(services, type, keys, value, moment));
        const of = keys.length === 1 ? '' : ` (${plural(keys.length, 'row')})`;
        const where = value && !inLists ? '; it is under Lists' : '';
        host.say(`${DONE[type][value ? 0 : 1]}${of}. u undoes${where}.`);
      }),
    undo: () =>
      attempt(() => {
        const last = done.at(-1);
        if (last === undefined) return host.say('There is nothing to undo here');
        for (const target of last) services.journal.append(services.course.id, { type: 'undone', target });
        done.pop();
        host.say('Undone');
      }),
  };
};
