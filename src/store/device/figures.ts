/**
 * Past figures of readiness: one small disposable file among the caches. A lost one is made anew from the journal, so
 * nothing here throws.
 */
import { join } from 'node:path';
import { writeCache } from '../../disk/atomic-file.ts';
import { readSmallText } from '../../disk/regular-file.ts';

/** Shares 0 to 1; a score of -1: too few answers for a figure. */
export interface KeptFigure {
  /** Study day. */
  readonly day: number;
  readonly score: number;
  readonly low: number;
  readonly high: number;
}

const NAME = 'figures.json';
const VERSION = 1;
/** Longest series that is kept, and how many of them. */
const MOST_DAYS = 400;
const MOST_SERIES = 20;
const LONGEST_NAME = 300;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
const isShare = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= -1 && value <= 1;

const figureOf = (value: unknown): readonly KeptFigure[] => {
  if (!isFields(value)) return [];
  const { day, score, low, high } = value;
  return Number.isSafeInteger(day) && isShare(score) && isShare(low) && isShare(high)
    ? [{ day: Number(day), score, low, high }]
    : [];
};

interface Series {
  readonly name: string;
  readonly figures: readonly KeptFigure[];
}

const seriesOf = (value: unknown): readonly Series[] => {
  if (!isFields(value)) return [];
  const { name, figures } = value;
  return typeof name === 'string' && name.length <= LONGEST_NAME
    ? [{ name, figures: listOf(figures).flatMap(figureOf) }]
    : [];
};

const readAll = (folder: string): readonly Series[] => {
  try {
    const value: unknown = JSON.parse(readSmallText(join(folder, NAME), 'refuse-link'));
    return isFields(value) && value['version'] === VERSION ? listOf(value['series']).flatMap(seriesOf) : [];
  } catch {
    return [];
  }
};

/** The figures of a series, by ascending day. */
export const readFigures = (folder: string, name: string): readonly KeptFigure[] =>
  readAll(folder).find(series => series.name === name)?.figures ?? [];

/** Adds figures to a series; the new one of a day takes the place of the old. */
export const keepFigures = (folder: string, name: string, figures: readonly KeptFigure[]): void => {
  const all = readAll(folder);
  const kept = new Map(all.find(series => series.name === name)?.figures.map(each => [each.day, each]));
  for (const figure of figures) kept.set(figure.day, figure);
  const sorted = [...kept.values()].toSorted((a, b) => a.day - b.day).slice(-MOST_DAYS);
  const series = [{ name, figures: sorted }, ...all.filter(each => each.name !== name)].slice(0, MOST_SERIES);
  try {
    writeCache(join(folder, NAME), [Buffer.from(JSON.stringify({ version: VERSION, series }))]);
  } catch {
    // On a disk that is full or read only, the figures are made anew the next time.
  }
};
