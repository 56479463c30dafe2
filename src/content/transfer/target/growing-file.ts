/** The files of a course while an import fills them. */
import type { CourseForm } from '../../../core/course/course.ts';
import { LARGEST_FILE } from '../../files/scan-files.ts';
import type { DeckPlacement } from './names.ts';

/** A file of the course as it will be. */
export interface PlannedFile {
  readonly path: string;
  /** What stands there; `null`: nothing. */
  readonly before: string | null;
  readonly text: string;
}

/** Files are kept well below what a course reads, so that there is room for what a person adds. */
const LARGEST_PLANNED = LARGEST_FILE * 0.6;
const MOST_LINES = 60_000;

const countLines = (text: string): number => text.split('\n').length;

/** One file while it grows. */
export class GrowingFile {
  readonly path: string;
  readonly before: string | null;
  readonly #parts: string[] = [];
  #bytes: number;
  #lines: number;

  constructor(path: string, before: string | null, head: string) {
    this.path = path;
    this.before = before;
    const start = before ?? head;
    this.#bytes = Buffer.byteLength(start);
    this.#lines = countLines(start);
    if (before === null && head !== '') this.#parts.push(head);
  }

  get isUsed(): boolean {
    return this.#parts.length > (this.before === null ? 1 : 0);
  }

  hasRoom(text: string): boolean {
    return this.#bytes + text.length < LARGEST_PLANNED && this.#lines < MOST_LINES;
  }

  add(text: string): void {
    this.#parts.push(text);
    this.#bytes += Buffer.byteLength(text) + 1;
    this.#lines += countLines(text);
  }

  planned(join: string): PlannedFile {
    const newline = this.before?.includes('\r\n') === true ? '\r\n' : '\n';
    const added = this.#parts.join(join).replaceAll('\n', newline);
    const gap = this.before === null || this.before === '' ? '' : this.before.endsWith('\n') ? '' : newline;
    const between = this.before === null || this.before === '' ? '' : join.replaceAll('\n', newline);
    return { path: this.path, before: this.before, text: `${this.before ?? ''}${gap}${between}${added}` };
  }
}

const titleLine = (title: string): string => title.replace(/\s+/g, ' ').slice(0, 200);

/** The beginning of a new file of cards. */
export const headOf = ({ title }: DeckPlacement, form: CourseForm): string =>
  form === 'notes'
    ? `# ${titleLine(title).replace(/^[#\s]+/, '')}\n`
    : `---\ntitle: ${JSON.stringify(titleLine(title))}\ndeck: true\n---\n`;

/** Whether cards may be put at the end of a text: it holds cards and no note. */
export const isCardFile = (text: string, form: CourseForm): boolean =>
  form === 'notes'
    ? /^[QC]:/m.test(text) && !/^## /m.test(text) && /^(?:# .*\n+)?[QC]:/.test(text.replace(/\r\n/g, '\n'))
    : /^deck:[ \t]*true[ \t]*$/m.test(text.slice(0, 4000));
