import type { PreferenceKey } from '../../core/device/preferences.ts';
import type { Runtime } from '../../app/learner/runtime.ts';
import type { EditedText } from '../../app/own/edit-text.ts';
import type { OwnNotes } from '../../app/own/own.ts';
import type { Moment } from '../../core/base/civil-day.ts';
import type { CourseReader, Item } from '../../core/course/course.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { Progress } from '../../core/journal/progress.ts';
import type { Renderer } from '../../text/question/renderer.ts';

/** An editor for a file, or what there is to say instead. */
export type Editor =
  | { readonly is: 'said'; readonly text: string }
  /** Waits until it is closed; gives what to tell where it could not be started, else `null`. */
  | { readonly is: 'ready'; readonly open: () => Promise<string | null> };

/** An editor for a text that is in no file yet, or what there is to say instead. */
export type TextEditor =
  | { readonly is: 'said'; readonly text: string }
  /** Waits until it is closed. */
  | { readonly is: 'ready'; readonly open: () => Promise<EditedText> };

/** What flags and the environment say of the settings of this device. */
interface GivenPreferences {
  /** By key, what has decided it: `NO_COLOR`. Such a setting has no effect now. */
  readonly fixed: Partial<Record<PreferenceKey, string>>;
  /** By key, what an empty setting stands for: `nvim, from $EDITOR`. */
  readonly usual: Partial<Record<PreferenceKey, string>>;
}

/** What screens work with. The command that opens them makes it; tests make their own. */
export interface Services {
  readonly runtime: Runtime;
  readonly journal: Journal;
  /** The course as it is now: another one after an edit. */
  readonly course: CourseReader;
  /** Reads the course anew. */
  reopenCourse(): Promise<CourseReader>;
  /** The learner's own remarks and cards on the course. */
  readonly own: OwnNotes;
  progress(): Progress;
  /** Progress as it stood at the end of an earlier study day; `null` where that cannot be read. */
  progressAt(day: number): Progress | null;
  moment(): Moment;
  readonly renderer: Renderer;
  /** The learner's editor for the file of an item; the terminal must be given up before it is opened. */
  editor(item: Item): Editor;
  /** As `editor`, for a file of the learner's own, by its whole path. */
  fileEditor(file: string): Editor;
  /** The learner's editor for a text that is being typed. */
  textEditor(text: string): TextEditor;
  /** The command that goes on with an exam that was left. */
  readonly resumeCommand: string;
  /** What flags and the environment have decided about this device's settings. */
  readonly given: GivenPreferences;
  /** Puts text on the clipboard by the terminal; `false` where it does not take it. */
  copy(text: string): boolean;
}
