import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseReader } from '../../core/course/course.ts';
import { PRIVATE_FILE } from '../../disk/modes.ts';
import { fileSource, memorySource } from '../../disk/byte-source.ts';
import { COMPILED_FILE, DamagedCourse, NO_STAMP } from './compiled-format.ts';
import type { ReaderOptions } from './course-reader.ts';
import { openReader, readHead, requireWhole } from './course-reader.ts';
import type { ProblemLog } from '../files/problem-log.ts';
import { makeProblemLog } from '../files/problem-log.ts';
import type { Scan } from '../files/scan-files.ts';
import { scanCourse } from '../files/scan-files.ts';
import type { LoadedCourse } from '../parse/load-course.ts';
import { writeCompiled } from './write-compiled.ts';

interface CachedCourseOptions {
  readonly folder: string;
  /** Folder of caches; need not exist nor be writable. */
  readonly cache: string;
  readonly origin: CourseReader['origin'];
  /** How far parsing is, in files. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

const SECOND = 1000;

/**
 * Whether a file was changed so shortly before a moment (both ms) that another change at once would leave no
 * sign in its time: within a tick of the clock, or where times are whole seconds, within two of them.
 */
const isFresh = (modified: number, moment: number): boolean => {
  const age = moment - modified;
  const tick = modified % SECOND === 0 ? 2 * SECOND : SECOND / 50;
  return age < tick && age > -tick;
};

/** Takes a compiled course out of the way, so that it is built anew; `false`: it is still there. */
const discard = (path: string): boolean => {
  try {
    rmSync(path, { force: true });
    return true;
  } catch {
    return false;
  }
};

/**
 * Opens a compiled file. A small one is looked at as a whole now, so that damage is noticed while the course can
 * still be read from its folder; of a large one each part when it is read.
 * @param stamp what it must have been compiled from
 * @throws DamagedCourse or a file-system error
 */
const openFile = (path: string, stamp: string, options: ReaderOptions): CourseReader => {
  const source = fileSource(path);
  if (readHead(source).stamp !== stamp) throw new DamagedCourse('It was compiled from other files');
  if (source.isInMemory) requireWhole(source);
  return openReader(source, options);
};

/** What is cached, if it was made from exactly these files; anything else about it is no reason to fail. */
const openCached = (folder: string, stamp: string, options: ReaderOptions): CourseReader | null => {
  const path = join(folder, COMPILED_FILE);
  try {
    return openFile(path, stamp, { ...options, onDamage: () => discard(path) });
  } catch {
    return null;
  }
};

/** What a compiled course is made from. */
interface CompiledSource {
  /** Lists the files anew. */
  readonly scan: (log: ProblemLog) => Scan;
  /** Reads what a scan has found. */
  readonly parse: (scan: Scan, log: ProblemLog) => Promise<LoadedCourse>;
}

/** Opens what was compiled from exactly the files that are there; else parses them anew, and caches the result. */
export const openFromCache = async (
  source: CompiledSource,
  { cache, origin }: Pick<CachedCourseOptions, 'cache' | 'origin'>,
): Promise<CourseReader> => {
  const log = makeProblemLog();
  const scan = source.scan(log);
  const options: ReaderOptions = { root: scan.root, origin };
  const place = join(cache, 'courses', createHash('sha256').update(scan.root).digest('hex').slice(0, 16));
  const cached = openCached(place, scan.stamp, options);
  if (cached !== null) return cached;

  const { compileCourse } = await import('../parse/index.ts');
  const bytes = compileCourse(await source.parse(scan, log), scan.stamp);
  try {
    writeCompiled(
      place,
      bytes,
      PRIVATE_FILE,
      moment =>
        !scan.modified.some(modified => isFresh(modified, moment)) &&
        source.scan(makeProblemLog()).stamp === scan.stamp,
    );
  } catch {
    // A cache that cannot be written costs time, nothing else.
  }
  return openReader(memorySource(bytes), options);
};

/**
 * Opens a course from its folder: from the cache where it fits every file's path, size and time, else parsed
 * anew and cached. Without a writable cache it works from memory.
 * @throws Failure `data` where the folder or its `content/` cannot be opened
 */
export const openCachedCourse = async ({
  folder,
  cache,
  origin,
  onProgress,
}: CachedCourseOptions): Promise<CourseReader> =>
  openFromCache(
    {
      scan: log => scanCourse(folder, log),
      parse: async (scan, log) => {
        const { loadScanned, needsForeign } = await import('../parse/index.ts');
        const foreign = needsForeign(scan)
          ? (await import('../transfer/beside-notes.ts')).readBesideNotes
          : undefined;
        return loadScanned(scan, log, onProgress, foreign);
      },
    },
    { cache, origin },
  );

/**
 * Opens the course that was compiled when the program was built. Once it turns out to be damaged it goes, where its
 * folder is there (`root`) to be read instead.
 * @throws DamagedCourse or a file-system error where there is no compiled course in the folder
 */
export const openCompiled = (folder: string, options: ReaderOptions): CourseReader => {
  const path = join(folder, COMPILED_FILE);
  return openFile(path, NO_STAMP, { ...options, onDamage: () => options.root !== null && discard(path) });
};
