/** The folder of a course as an import finds it, and the one place where an import writes. */
import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { Failure } from '../../../core/base/failure.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import type { CourseForm } from '../../../core/course/course.ts';
import { codeOf, reasonOf } from '../../../disk/disk-error.ts';
import { readRegular } from '../../../disk/regular-file.ts';
import { writeTogether } from '../../../disk/write-set.ts';
import { formOf, isInside } from '../../files/course-place.ts';
import { LARGEST_FILE } from '../../files/scan-files.ts';
import type { PlannedFile } from './growing-file.ts';

/** What is known of a folder that need not be a course yet. */
interface TargetFolder {
  /** `new`: it is not there, or empty. */
  readonly is: 'new' | 'course';
  readonly form: CourseForm;
}

/** Looks at the folder that an import goes into. @throws Failure `data` where it is a file or cannot be read */
export const lookAtTarget = (folder: string): TargetFolder => {
  try {
    if (readdirSync(folder).every(name => name === '.DS_Store')) return { is: 'new', form: 'notes' };
    return { is: 'course', form: formOf(folder) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { is: 'new', form: 'notes' };
    throw new Failure('data', `The folder of the course cannot be read: ${reasonOf(error)}`, {
      code: 'course-not-found',
      place: sanitizeLine(folder),
      try: '--into DIR, a folder',
    });
  }
};

/** The text of a file of the course, `null` where there is none. @throws Failure `data` where it cannot be read */
export const readTargetFile = (root: string, path: string): string | null => {
  const place = join(root, path);
  try {
    if (lstatSync(place, { throwIfNoEntry: false }) === undefined) return null;
    return readRegular(place, 'refuse-link', LARGEST_FILE).toString('utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return null;
    throw new Failure('data', `A file of the course cannot be read: ${reasonOf(error)}`, {
      code: 'file-unreadable',
      place: sanitizeLine(place),
      try: 'give permission to read it, or import into another folder',
    });
  }
};

/** The nearest folder of a path that is there, with links followed. */
const realAbove = (place: string): string => {
  for (let at = place; ; at = join(at, '..')) {
    try {
      return realpathSync(at);
    } catch {
      if (join(at, '..') === at) return at;
    }
  }
};

/**
 * Writes the planned files, all or none.
 * @param root folder of the course; made where it is missing
 * @throws Failure `data` where one of them cannot be written, has changed meanwhile, or lies behind a link to elsewhere
 */
export const writePlanned = (root: string, files: readonly PlannedFile[]): void => {
  const refused = (place: string, why: string): Failure =>
    new Failure('data', `Nothing was imported: ${why}`, {
      code: 'not-written',
      place: sanitizeLine(place),
      try: 'make room or give permission there, then the same command again',
    });
  const real = realAbove(root);
  for (const { path } of files) {
    const above = realAbove(join(root, path.split('/').slice(0, -1).join(sep)));
    if (!isInside(real, above))
      throw refused(join(root, path), 'a folder of the course is a link to elsewhere');
  }
  try {
    writeTogether(
      files.map(({ path, before, text }) => ({
        path: join(root, path),
        before: before === null ? null : Buffer.from(before),
        bytes: Buffer.from(text),
      })),
    );
  } catch (error) {
    const place =
      error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : root;
    throw refused(place, codeOf(error) === 'ESHRUNK' ? 'a file has changed meanwhile' : reasonOf(error));
  }
};
