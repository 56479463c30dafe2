/** Paths that the learner names for something to be written to: they must not lead into the home. */
import type { Stats } from 'node:fs';
import { fstatSync, lstatSync, readdirSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { StudyPaths } from './paths.ts';

/** Links that are followed one after another before a path counts as leading nowhere, as in Linux. */
const MOST_LINKS = 40;

/** Where something written to a path would come to lie, whether or not it is there: links are followed. */
const realPlace = (path: string, links = 0): string => {
  const whole = resolve(path);
  try {
    return realpathSync(whole);
  } catch {
    const above = dirname(whole);
    if (above === whole || links > MOST_LINKS) return whole;
    const folder = realPlace(above, links);
    const place = join(folder, basename(whole));
    try {
      // It leads to something that is not there yet.
      return realPlace(resolve(folder, readlinkSync(place)), links + 1);
    } catch {
      return place;
    }
  }
};

/** A folder with those above it. */
const upwards = (path: string): readonly string[] => {
  const above = dirname(path);
  return above === path ? [path] : [path, ...upwards(above)];
};

const isSame = (a: Stats | undefined, b: Stats | undefined): boolean =>
  a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;

const statOf = (path: string): Stats | undefined => {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
};

/**
 * Whether a path leads to a folder or into it, through links, other mounts of it and other spellings of its name.
 * Neither need exist.
 */
export const leadsInto = (path: string, folder: string): boolean => {
  const target = realPlace(folder);
  const stat = statOf(target);
  return upwards(realPlace(path)).some(place => place === target || isSame(statOf(place), stat));
};

const refusal = (path: string, what: string, data: string, code = 'inside-home'): Failure =>
  new Failure('usage', `${what} is not written into the folder where study keeps your progress`, {
    code,
    place: sanitizeLine(path),
    try: `a file outside of ${sanitizeLine(data)}`,
  });

/**
 * Refuses a path in the folders of the home: what is written there could take the place of progress, or be read as
 * part of it.
 * @param what what is to be written, as the beginning of a sentence
 * @param except a folder of the home that is meant for it
 * @throws Failure `usage`/`inside-home`
 */
export const requireOutsideHome = (
  path: string,
  { data, config, cache, journal }: StudyPaths,
  what: string,
  except?: string,
): void => {
  if (except !== undefined && leadsInto(path, except)) return;
  if ([data, config, cache, journal].some(folder => folder !== '' && leadsInto(path, folder)))
    throw refusal(path, what, data);
};

/**
 * Refuses an output (a file descriptor) that a shell has led into a file of the journal: `study ... >> journal/x.jsonl`.
 * @throws Failure `usage`/`output-in-journal`
 */
export const requireOutputOutsideJournal = (fd: number, { journal, data }: StudyPaths): void => {
  let output: Stats;
  let names: readonly string[];
  try {
    output = fstatSync(fd);
    if (!output.isFile()) return;
    names = readdirSync(journal);
  } catch {
    // It is closed, or there is no journal.
    return;
  }
  const place = names
    .map(name => join(journal, name))
    .find(path => isSame(lstatSync(path, { throwIfNoEntry: false }), output));
  if (place !== undefined) throw refusal(place, 'The output', data, 'output-in-journal');
};
