import type { EventBody, ExamBody, ExamEvent, JournalEvent } from './event.ts';

/** Every type that an event of an exam can have; a new one does not compile until it is here. */
const TYPES: Readonly<Record<ExamBody['type'], true>> = {
  'exam-started': true,
  'exam-answered': true,
  'exam-flagged': true,
  'exam-struck': true,
  'exam-moved': true,
  'exam-paused': true,
  'exam-resumed': true,
  'exam-ended': true,
};
const NAMES: ReadonlySet<EventBody['type']> = new Set(Object.keys(TYPES) as ExamBody['type'][]);

/** `true` for an event of a mock exam: those cannot be undone, and are folded into sittings. */
export const isExamEvent = (event: JournalEvent): event is ExamEvent => NAMES.has(event.type);

/** `true` for an event that an `undone` names: by its id, or by that of the import it is part of. */
export const isUndone = (event: JournalEvent, undone: ReadonlySet<string>): boolean =>
  // An empty set is asked in vain: finding the place of an id in it takes as long as in a full one.
  undone.size > 0 && (undone.has(event.id) || (event.type === 'imported' && undone.has(event.batch)));

/** `true` for an event that an `undone` takes back: those of exams stay. */
export const isTakenBack = (event: JournalEvent, undone: ReadonlySet<string>): boolean =>
  isUndone(event, undone) && !isExamEvent(event);
