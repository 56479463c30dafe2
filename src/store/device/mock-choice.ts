/**
 * How the last mock exam was chosen: one small disposable file among the caches. A lost one costs a few key presses,
 * so nothing here throws and nothing waits for the disk.
 */
import { join } from 'node:path';
import { writeCache } from '../../disk/atomic-file.ts';
import { readSmallText } from '../../disk/regular-file.ts';

const NAME = 'mock.json';
const VERSION = 1;

/** What was kept, whoever can read it; `null`: nothing. */
export const readMockChoice = (cache: string): unknown => {
  try {
    const value: unknown = JSON.parse(readSmallText(join(cache, NAME), 'refuse-link'));
    return typeof value === 'object' && value !== null && 'version' in value && value.version === VERSION
      ? value
      : null;
  } catch {
    return null;
  }
};

/** Keeps it for next time. */
export const keepMockChoice = (cache: string, choice: object): void => {
  try {
    writeCache(join(cache, NAME), [Buffer.from(JSON.stringify({ version: VERSION, ...choice }))]);
  } catch {
    // On a disk that is full or read only, an exam is chosen anew.
  }
};
