import { createEmptyCard, fsrs, Rating as Grade } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import type { Rating } from '../../../src/core/journal/event.ts';
import { RATINGS } from '../../../src/core/journal/event.ts';
import type { Memory } from '../../../src/core/memory/memory.ts';
import { intervalDays, MODEL, nextMemory, recall } from '../../../src/core/memory/memory.ts';

const LETTERS: Readonly<Record<string, Rating>> = { a: 'again', h: 'hard', g: 'good', e: 'easy' };

/** `0g 2a`: good, then two days later again. */
const readHistory = (text: string): readonly (readonly [days: number, rating: Rating])[] =>
  text.split(' ').map(part => [Number(part.slice(0, -1)), LETTERS[part.slice(-1)] ?? 'again']);

const remember = (history: string): Memory => {
  let memory: Memory | null = null;
  for (const [days, rating] of readHistory(history)) memory = nextMemory(memory, days, rating);
  if (memory === null) throw new Error('an empty history');
  return memory;
};

/** History, stability, difficulty, interval at 90 %, chance to recall ten days later. An upgrade shows here. */
const GOLDEN: readonly (readonly [string, number, number, number, number])[] = [
  ['0g', 2.3065, 2.11810397, 2, 0.77436692],
  ['0a 0g 1g', 2.02147724, 6.39094132, 2, 0.76156772],
  ['0g 0g 2g 7g 21g', 99.35065148, 2.09058635, 99, 0.98559375],
  ['0e 8g 30g 120g', 427.48756994, 1, 427, 0.99650981],
  ['0g 0g 2a 0g 1g 3g', 7.25685472, 7.35578302, 7, 0.87650619],
  ['0h 0h 1h 2h 3h 4h', 8.78693179, 9.33155664, 9, 0.89087217],
  ['0g 5g 5g 5g 5g', 72.04530878, 2.09058635, 72, 0.9805197],
  ['0a 0a 0a 0a 1g', 0.121294, 9.83678405, 1, 0.50703017],
  ['0g 100g 400a 0g 3g', 9.14833459, 7.36792257, 9, 0.89376891],
  ['0e 0e 16e 90e 365e 900e 1500e', 9680.30998799, 1, 9680, 0.99984393],
];

describe('memory', () => {
  it.each(GOLDEN)('after %s is what it always was', (history, stability, difficulty, interval, later) => {
    const memory = remember(history);
    expect(memory).toEqual({ stability, difficulty });
    expect(intervalDays(memory.stability, 0.9, 36_500)).toBe(interval);
    expect(recall(memory.stability, 10)).toBe(later);
  });

  it.each(GOLDEN.map(([history]) => history))('after %s agrees with the cards of ts-fsrs', history => {
    const scheduler = fsrs({ enable_fuzz: false });
    const grades = { again: Grade.Again, hard: Grade.Hard, good: Grade.Good, easy: Grade.Easy } as const;
    let now = Date.UTC(2026, 0, 1, 12);
    let card = createEmptyCard(new Date(now));
    for (const [days, rating] of readHistory(history)) {
      now += days * 86_400_000;
      ({ card } = scheduler.next(card, new Date(now), grades[rating]));
    }
    expect(remember(history)).toEqual({ stability: card.stability, difficulty: card.difficulty });
  });

  it('foretells the same whatever was asked before', () => {
    const asked = [3, 30].flatMap(stability => [0, 3, 30].map(days => [stability, days] as const));
    const alone = asked.map(([stability, days]) => {
      recall(1, 1);
      return recall(stability, days);
    });
    expect(asked.map(([stability, days]) => recall(stability, days))).toEqual(alone);
    expect([...asked].reverse().map(([stability, days]) => recall(stability, days))).toEqual(
      [...alone].reverse(),
    );
    expect(new Set(alone).size).toBe(4);
  });

  it('gives an interval at whose end recall is the desired retention', () => {
    for (const retention of [0.7, 0.8, 0.9, 0.97])
      for (const stability of [50, 333, 4000])
        expect(recall(stability, intervalDays(stability, retention, 1e9))).toBeCloseTo(retention, 2);
  });

  it('never asks for less than a day or more than the longest interval', () => {
    expect(intervalDays(0.001, 0.9, 36_500)).toBe(1);
    expect(intervalDays(36_500, 0.7, 365)).toBe(365);
  });

  it('stays finite after a thousand ratings of one kind, and after an absence of ten thousand years', () => {
    for (const rating of RATINGS) {
      let memory: Memory | null = null;
      for (let i = 0; i < 1000; i++) memory = nextMemory(memory, i % 3, rating);
      memory = nextMemory(memory, 3_650_000, rating);
      expect(memory.stability).toBeGreaterThan(0);
      expect(memory.stability).toBeLessThanOrEqual(36_500);
      expect(memory.difficulty).toBeGreaterThanOrEqual(1);
      expect(memory.difficulty).toBeLessThanOrEqual(10);
    }
  });

  it('names its model with the version', () => {
    expect(MODEL).toBe('v5.4.2 using FSRS-6.0');
  });

  it('leaves the dates of the program alone', () => {
    const added = ['scheduler', 'diff', 'format', 'dueFormat'].filter(name => name in Date.prototype);
    expect(added).toEqual([]);
  });
});
