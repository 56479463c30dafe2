/** Flags, suspends and buries items by their keys, and takes that back. */
import { markItems } from '../../app/lists/mark-items.ts';
import { keyNamed } from '../../app/lists/list-items.ts';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { didYouMean } from '../../core/base/suggest.ts';
import { capital } from '../../text/layout/columns.ts';
import { momentNow } from '../../app/learner/moment.ts';
import type { Context } from '../program/context.ts';
import { spokenOf } from '../terminal/spoken.ts';

/** Marks that a subcommand sets or takes back, by its name. */
export const MARKS = {
  flag: {
    type: 'flagged',
    value: true,
    done: 'flagged',
    description: 'Keep cards and questions on the list of flagged ones.',
  },
  unflag: { type: 'flagged', value: false, done: 'unflagged', description: 'Take flags back.' },
  suspend: {
    type: 'suspended',
    value: true,
    done: 'suspended',
    description: 'Do not ask cards or questions until they are brought back.',
  },
  bury: {
    type: 'buried',
    value: true,
    done: 'buried',
    description: 'Do not ask cards or questions before tomorrow.',
  },
  unbury: { type: 'buried', value: false, done: 'unburied', description: 'Ask what was buried today again.' },
} as const;

/** `flagged sqs-fifo`; where it is heard `Flagged: sqs-fifo.` */
export const toldMark = (context: Context, done: string, key: string): string =>
  spokenOf(context) === null ? `${done} ${sanitizeLine(key)}` : `${capital(done)}: ${sanitizeLine(key)}.`;

/**
 * Records a mark on items, or that it is taken back.
 * @throws Failure `usage` for a key that the course does not have, and nothing is recorded then
 */
export const markNamed = async (
  context: Context,
  mark: keyof typeof MARKS,
  words: readonly string[],
): Promise<void> => {
  const { out, options, runtime } = context;
  const [course, journal] = await Promise.all([context.recordingCourse(), context.journal()]);
  try {
    const progress = journal.progress(course.id);
    const moment = momentNow(runtime, progress.settings);
    const keys = [...new Set(words.map(word => keyNamed({ course, progress, moment }, word)))];
    // What the course no longer has can still be flagged from before.
    const stranger = keys.find(key => !course.has(key) && !progress.items.has(key));
    if (stranger !== undefined) {
      const guess = didYouMean(
        stranger,
        course.items.map(({ key }) => key),
      );
      throw new Failure('usage', `There is no card or question "${stranger}" in this course`, {
        code: 'unknown-item',
        try: guess ?? `study search ${stranger}`,
      });
    }
    const { type, value, done } = MARKS[mark];
    markItems({ course, journal }, type, keys, value, moment);
    if (options.json) out.json({ course: course.id, [done]: keys });
    else for (const key of keys) out.say(toldMark(context, done, key));
  } finally {
    journal.close();
  }
};
