import type { EventBody, ExamEvent, JournalEvent } from './event.ts';
import type { OddRun } from './odd-runs.ts';
import type { JournalAlarm, JournalHealth, Progress } from './progress.ts';

/** The learner's journal as the use cases see it. `store/` has the one on disk, tests have one in memory. */
export interface Journal {
  /** This device's id. */
  readonly device: string;
  /**
   * The fold of what has been read so far. A course without events gives the empty progress. Its `items` are live:
   * what is read or appended later shows in them too; the single records never change.
   */
  progress(course: string): Progress;
  /** Milliseconds spent answering on a study day in other courses: a learner's minutes are shared. */
  msElsewhere(course: string, day: number): number;
  /** Names what has been read so far: as long as it stays the same, so does everything that is folded from it. */
  mark(): string;
  /** Reads what other terminals and devices have added since. */
  refresh(): void;
  /**
   * Puts one event on the disk (one write, one fdatasync) and folds it in.
   * @throws Failure `data`/`not-saved` when the record is not wholly on the disk.
   */
  append(course: string, body: EventBody): JournalEvent;
  /**
   * Refuses early: throws the Failure that `append` would meet on a home that cannot be written to.
   * Sessions call it before their first question.
   */
  requireWritable(): void;
  /** Events that concern one item, under whichever key, in order; reads the files. */
  history(course: string, item: string): readonly JournalEvent[];
  /** Ids of the courses that there is progress in; of a course that was renamed only the newest one. */
  courses(): readonly string[];
  /** Events of a course's mock exams that hold, in order; reads them from the files. */
  exams(course: string): readonly ExamEvent[];
  /** How many events of exams have been read and appended, of all courses: a change means that there are more. */
  examCount(): number;
  health(): JournalHealth;
  /** Runs of records that a wrong clock has dated; reads the files. */
  oddRuns(): readonly OddRun[];
  /** What in the journal's folder has the name of a journal file and is none. */
  irregular(): JournalHealth['irregular'];
  /** What the learner must be told and was not told before: looked at when a session begins, and after each act. */
  alarms(): readonly JournalAlarm[];
  /** Writes the disposable snapshot. Failing to do so is silent. */
  close(): void;
}
