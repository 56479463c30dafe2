/** What is asked on a list before it is done. */
import type { MarkType } from '../../../app/lists/mark-items.ts';
import { discardOwn } from '../../../app/lists/own-entries.ts';
import type { OwnEntry } from '../../../core/lists/yours.ts';
import { Failure } from '../../../core/base/failure.ts';
import { plural } from '../../../text/layout/columns.ts';
import type { Host } from '../../shell/screen.ts';

/** What is asked before it is done: a mark of many rows, or the end of what the learner wrote. */
export type Question =
  | { readonly type: MarkType; readonly keys: readonly string[] }
  | { readonly own: Pick<OwnEntry, 'kind' | 'key'> };

/** What is asked before a mark is taken off. */
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
