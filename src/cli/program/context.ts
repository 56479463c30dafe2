import type { Runtime } from '../../app/learner/runtime.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { Output } from '../terminal/output.ts';

/** Flags every command takes. */
export interface GlobalOptions {
  readonly course: string | undefined;
  readonly home: string | undefined;
  /** Plain lines even in a terminal. */
  readonly plain: boolean;
  /** Sentences for a screen reader. */
  readonly accessible: boolean;
  /** `false`: fail instead of asking. */
  readonly input: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
  /** Answers yes wherever something is asked before it is done. */
  readonly yes?: boolean;
}

/** What a command works with. Everything behind a function is opened at the first call. */
export interface Context {
  readonly options: GlobalOptions;
  readonly out: Output;
  readonly runtime: Runtime;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadStream;
  /** Folder that the program was installed into, with `docs/`; absent in tests that need none. */
  readonly root?: string;
  /** Which streams are terminals. */
  readonly terminal: { readonly stdin: boolean; readonly stdout: boolean; readonly stderr: boolean };
  course(): Promise<CourseReader>;
  /** Another course by its folder, `null` for the shipped one. */
  openFolder(folder: string | null): Promise<CourseReader>;
  /**
   * The course for something that is recorded in it, which it needs an id for: in a terminal one is proposed, and
   * written after a yes.
   * @throws Failure `data`/`course-without-id`; `usage` where the learner does not say yes
   */
  recordingCourse(): Promise<CourseReader>;
  /** The course as it is now, after an edit; `course` gives the same from then on. */
  reopenCourse(): Promise<CourseReader>;
  /** With `asOf` (ms UTC) it is read only and knows nothing later; only the first call decides. */
  journal(asOf?: number): Promise<Journal>;
  /** A line on stderr that says how far something slow is; appears after half a second, in a terminal only. */
  progress(label: string): { update(done: number, total: number): void; end(): void };
  /** Runs another command on the same course and home; the journal is to be closed before. Absent in tests that need none. */
  run?(words: readonly string[]): Promise<void>;
}
