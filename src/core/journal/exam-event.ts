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

/** `true` for an event that an `undone` takes back: those of exams stay. */
export const isTakenBack = (event: JournalEvent, undone: ReadonlySet<string>): boolean =>
  undone.size > 0 && undone.has(event.id) && !isExamEvent(event);
