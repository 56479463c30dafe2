/**
 * What was worked out of the plan for a state of the journal: one small disposable file among the caches. It only
 * saves time, so nothing here throws and nothing waits for the disk.
 */
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { writeCache } from '../../disk/atomic-file.ts';
import { readSmallText } from '../../disk/regular-file.ts';

/** Figures of one state. Whoever stores a value under a key reads a value of the same shape. */
interface StoredFigures {
  /** Everything that the value depends on. */
  readonly key: string;
  readonly value: unknown;
}

const NAME = 'plan.json';
/** States that are kept: today and tomorrow of two courses. */
const MOST = 4;

/** The latest first; nothing where the file is missing, or was cut or changed. */
export const readFigures = (cache: string): readonly StoredFigures[] => {
  try {
    const text = readSmallText(join(cache, NAME), 'refuse-link');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (Number(text.slice(0, end)) !== crc32(body)) return [];
    return JSON.parse(body) as readonly StoredFigures[];
  } catch {
    return [];
  }
};

/** Puts figures before those that are kept already; of equal keys the newer ones stay. */
export const keepFigures = (cache: string, figures: readonly StoredFigures[]): void => {
  const keys = new Set(figures.map(({ key }) => key));
  const all = [...figures, ...readFigures(cache).filter(({ key }) => !keys.has(key))].slice(0, MOST);
  try {
    const body = JSON.stringify(all);
    writeCache(join(cache, NAME), [Buffer.from(`${crc32(body)}\n${body}`)]);
  } catch {
    // A cache that cannot be written to: it is worked out again.
  }
};
