/** What terminals have said of their background: one small disposable file among the caches. Nothing here throws. */
import { join } from 'node:path';
import { writeCache } from '../../disk/atomic-file.ts';
import { readSmallText } from '../../disk/regular-file.ts';

/** A background that a terminal has told. */
export type KeptBackground = 'dark' | 'light';

const NAME = 'terminals.json';
const VERSION = 1;
const MOST = 50;
const LONGEST = 200;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

interface Kept {
  readonly terminal: string;
  readonly background: KeptBackground;
}

const keptOf = (value: unknown): readonly Kept[] => {
  if (!isFields(value)) return [];
  const { terminal, background } = value;
  return typeof terminal === 'string' && (background === 'dark' || background === 'light')
    ? [{ terminal, background }]
    : [];
};

const readAll = (cache: string): readonly Kept[] => {
  try {
    const value: unknown = JSON.parse(readSmallText(join(cache, NAME), 'refuse-link'));
    const list = isFields(value) && value['version'] === VERSION ? value['terminals'] : [];
    return Array.isArray(list) ? (list as unknown[]).flatMap(keptOf) : [];
  } catch {
    return [];
  }
};

/** What a terminal has said the last time; `null`: nothing. */
export const readBackground = (cache: string, terminal: string): KeptBackground | null =>
  readAll(cache).find(each => each.terminal === terminal)?.background ?? null;

/** Remembers what a terminal has said. */
export const keepBackground = (cache: string, terminal: string, background: KeptBackground): void => {
  if (terminal.length > LONGEST || readBackground(cache, terminal) === background) return;
  const others = readAll(cache).filter(each => each.terminal !== terminal);
  const terminals = [{ terminal, background }, ...others].slice(0, MOST);
  try {
    writeCache(join(cache, NAME), [Buffer.from(JSON.stringify({ version: VERSION, terminals }))]);
  } catch {
    // On a disk that is full or read only, the terminal is asked the next time as well.
  }
};
