import { join } from 'node:path';
import { loadForFix, writeFixed } from '../../content/files/fix-files.ts';
import type { Fix } from '../../core/check/fixes.ts';
import { fixBank, fixNote } from '../../core/check/fixes.ts';
import type { Runtime } from '../learner/runtime.ts';

/** What was mended in one file. */
interface FixedFile {
  /** Relative to the course. */
  readonly file: string;
  readonly fixes: readonly Fix[];
}

interface FixReport {
  readonly files: readonly FixedFile[];
  /** Folder with the files as they were; `null`: nothing was written. */
  readonly copies: string | null;
}

interface FixOptions {
  readonly folder: string;
  /** Only this file, relative to the course; `null`: all. */
  readonly file: string | null;
  /** Only tell. */
  readonly dryRun: boolean;
}

/**
 * Mends what has one possible meaning, and keeps a copy of every file it changes in the learner's data.
 * @throws Failure `data` where the course cannot be opened or a file cannot be written; files before it are mended
 */
export const fixCourse = async (
  { paths, clock }: Pick<Runtime, 'paths' | 'clock'>,
  { folder, file, dryRun }: FixOptions,
): Promise<FixReport> => {
  const { loadCourse } = await import('../../content/parse/index.ts');
  const { course, root } = loadCourse(folder);
  const sections = new Map(
    course.notes.map(({ id, sections: all }) => [id, new Set(all.map(each => each.id))]),
  );
  const topics = new Map(course.notes.map(({ path, id }) => [path, id]));
  const taken = new Set([...course.cards, ...course.questions].map(({ key }) => key));
  const files: FixedFile[] = [];
  const copies = join(paths.data, 'fixed', new Date(clock.now()).toISOString().replace(/[:.]/g, '-'));
  for (const { path, text } of loadForFix(root)) {
    if (file !== null && path !== file) continue;
    const fixed = path.endsWith('.md')
      ? fixNote(text, { sections, topic: topics.get(path) ?? '' })
      : fixBank(text, taken, sections);
    if (fixed.fixes.length === 0) continue;
    if (!dryRun) writeFixed(root, path, { before: text, after: fixed.text, copy: join(copies, path) });
    files.push({ file: path, fixes: fixed.fixes });
  }
  return { files, copies: dryRun || files.length === 0 ? null : copies };
};
