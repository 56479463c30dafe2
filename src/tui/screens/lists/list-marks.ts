/** Marks that are set and taken back on a list, each to be undone. */
import type { MarkType } from '../../../app/lists/mark-items.ts';
import { hasMark, markItems } from '../../../app/lists/mark-items.ts';
import { discardOwn } from '../../../app/lists/own-entries.ts';
import type { OwnEntry } from '../../../core/lists/yours.ts';
import { Failure } from '../../../core/base/failure.ts';
import { plural } from '../../../text/layout/columns.ts';
import type { Action } from '../../keys/key-table.ts';
import type { Host } from '../../shell/screen.ts';

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

export interface Marks {
  /** Sets a mark on items, or takes it back where all of them have it. */
  toggle(type: MarkType, keys: readonly string[]): void;
  /** Takes the last change back that was made here. */
  undo(): void;
}

export const makeMarks = (host: Host): Marks => {
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
        host.say(`${DONE[type][value ? 0 : 1]}${of}. u undoes.`);
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

/** What is asked before it is done: a mark of many rows, or the end of what the learner wrote. */
export type Question =
  | { readonly type: MarkType; readonly keys: readonly string[] }
  | { readonly own: Pick<OwnEntry, 'kind' | 'key'> };

export const questionText = (question: Question): string => {
  if ('own' in question) return `Discard your ${question.own.kind}? y discards it, n keeps it.`;
  const mark = { flagged: 'flag', suspended: 'suspension', buried: 'burying' }[question.type];
  const rows = plural(question.keys.length, 'row');
  return `Change the ${mark} of ${rows}? y changes all of them, n changes nothing.`;
};

/** Discards a remark or card, and opens the course anew where it has one card less. */
export const discardHere = async (host: Host, own: Pick<OwnEntry, 'kind' | 'key'>): Promise<void> => {
  const { services } = host;
  try {
    if (await discardOwn(services.own, own)) await services.reopenCourse();
    host.say(`Your ${own.kind} is discarded`);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    host.say(error.message, 'bad');
  }
};
