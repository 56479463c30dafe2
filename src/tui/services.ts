import type { Runtime } from '../app/runtime.ts';
import type { Moment } from '../core/civil-day.ts';
import type { CourseReader, Item } from '../core/course.ts';
import type { Journal } from '../core/journal.ts';
import type { Progress } from '../core/progress.ts';
import type { Renderer } from '../text/renderer.ts';

/** `said` tells why there was nothing to edit, or where. */
export type Edited = { readonly is: 'edited' } | { readonly is: 'said'; readonly text: string };

/** What screens work with. The command that opens them makes it; tests make their own. */
export interface Services {
  readonly runtime: Runtime;
  readonly journal: Journal;
  /** The course as it is now: another one after an edit. */
  readonly course: CourseReader;
  /** Reads the course anew. */
  reopenCourse(): Promise<CourseReader>;
  progress(): Progress;
  moment(): Moment;
  readonly renderer: Renderer;
  /** Opens an item's file in the learner's editor; the terminal must have been given up before. */
  edit(item: Item): Promise<Edited>;
  /** Puts text on the clipboard by the terminal; `false` where it does not take it. */
  copy(text: string): boolean;
}
