/** Several learners' records in one folder: a file (a backup, an export, a journal file) or a home for each. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalEvent } from '../../core/journal/event.ts';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { codeOf, reasonOf } from '../../disk/disk-error.ts';
import { forEachSourceLine, sourcesOf } from './event-source.ts';

/** The learners of a folder: what each is called, and where their records lie. @throws Failure `data` */
export const listLearners = (
  folder: string,
): readonly { readonly label: string; readonly path: string }[] => {
  const hint = {
    place: sanitizeLine(folder),
    try: 'name a folder with one backup, export or home for each learner',
  };
  let found;
  try {
    found = readdirSync(folder, { withFileTypes: true })
      .filter(entry => !entry.name.startsWith('.') && (entry.isDirectory() || entry.name.endsWith('.jsonl')))
      .map(entry => ({
        label: sanitizeLine(entry.name.replace(/\.jsonl$/, '')),
        path: join(folder, entry.name),
      }))
      .sort((a, b) => (a.label < b.label ? -1 : 1));
  } catch (error) {
    throw new Failure('data', `The folder of the group cannot be read: ${reasonOf(error)}`, {
      code: codeOf(error) === 'ENOENT' ? 'group-not-found' : 'group-unreadable',
      ...hint,
    });
  }
  if (found.length === 0)
    throw new Failure('data', 'The folder of the group holds no records of a learner', {
      code: 'group-empty',
      ...hint,
    });
  return found;
};

/** Every event that a learner's path holds, once, in the order of its files. @throws Failure `data` */
export const eventsOfLearner = (path: string): readonly JournalEvent[] => {
  const events = new Map<string, JournalEvent>();
  for (const source of sourcesOf(path))
    forEachSourceLine(source, reading => {
      if (reading.is === 'event' && !events.has(reading.event.id))
        events.set(reading.event.id, reading.event);
    });
  return [...events.values()];
};
