import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examMap } from '../../../src/core/plan/exam-map.ts';
import type { MapEntry } from '../../../src/core/plan/exam-map.ts';
import { BLUEPRINT, entriesArbitrary, mapOf, plainMap, tagsOf } from '../../support/plan-world.ts';

const question = (key: string, topic: string, tasks: readonly string[]): MapEntry => ({
  key,
  type: 'question',
  kind: 'single',
  topic,
  section: 's',
  family: key,
  tasks: tagsOf(tasks),
});

const sum = (weights: readonly { readonly weight: number }[]): number =>
  weights.reduce((total, { weight }) => total + weight, 0);

describe('the map of an exam', () => {
  it('has weights of topics and of sections that add up to one, or nothing at all', () => {
    fc.assert(
      fc.property(entriesArbitrary, entries => {
        const map = mapOf(entries);
        if (map.items.length === 0) return;
        expect(sum(map.topics)).toBeCloseTo(1, 9);
        expect(sum(map.sections)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('holds nothing of topics that no question of the exam is about, and no question of another exam', () => {
    fc.assert(
      fc.property(entriesArbitrary, entries => {
        const map = mapOf(entries);
        const examined = new Set(
          entries.filter(({ type, tasks }) => type === 'question' && tasks.length > 0).map(e => e.topic),
        );
        for (const { key, type } of map.items) {
          const entry = entries.find(each => each.key === key);
          expect(examined).toContain(entry?.topic);
          if (type === 'question') expect(entry?.tasks).not.toEqual([]);
        }
      }),
    );
  });

  it('gives a task the share of its domain that the blueprint says, and equal shares where it says nothing', () => {
    const topics = ['a', 'b', 'c'].map(id => ({ id, area: 'x', weight: 1 }));
    const entries = [question('1', 'a', ['1.1']), question('2', 'b', ['1.2']), question('3', 'c', ['2'])];
    const weights = examMap(BLUEPRINT, topics, entries).topics.map(({ weight }) => weight);
    expect(weights[0]).toBeCloseTo(0.15, 9);
    expect(weights[1]).toBeCloseTo(0.45, 9);
    expect(weights[2]).toBeCloseTo(0.4, 9);
  });

  it('weighs a topic more where the course says so, within its task', () => {
    const entries = [question('1', 'a', ['1.1']), question('2', 'b', ['1.1']), question('3', 'c', ['2'])];
    const topics = [
      { id: 'a', area: 'x', weight: 3 },
      { id: 'b', area: 'x', weight: 1 },
      { id: 'c', area: 'x', weight: 9 },
    ];
    const { topics: made } = examMap(BLUEPRINT, topics, entries);
    expect((made[0]?.weight ?? 0) / (made[1]?.weight ?? 1)).toBeCloseTo(3, 9);
    expect(made[2]?.weight).toBeCloseTo(0.4 / (0.15 + 0.4), 9);
  });

  it('puts questions of exam grade first', () => {
    const entries = [question('1', 'a', ['2']), { ...question('2', 'a', ['2']), grade: 'exam' as const }];
    const map = examMap(BLUEPRINT, [{ id: 'a', area: 'x', weight: 1 }], entries);
    expect(map.sections[0]?.questions.map(number => map.items[number]?.key)).toEqual(['2', '1']);
  });

  it('counts a kind that only this exam asks as a question in its form', () => {
    const entries = [
      question('1', 'a', ['2']),
      { ...question('2', 'a', ['2']), kind: 'order' as const },
      { ...question('3', 'a', ['2']), grade: 'exam' as const },
    ];
    const inForm = (kinds: readonly string[]): readonly (string | undefined)[] => {
      const map = examMap({ ...BLUEPRINT, kinds }, [{ id: 'a', area: 'x', weight: 1 }], entries);
      return map.items.filter(item => item.inForm).map(({ key }) => key);
    };
    expect(inForm(['single', 'multiple'])).toEqual(['3']);
    expect(inForm(['single', 'order'])).toEqual(['2', '3']);
  });

  it('is the same for the same course', () => {
    expect(plainMap()).toEqual(plainMap());
  });
});
