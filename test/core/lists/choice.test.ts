import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemEntry } from '../../../src/core/course/course.ts';
import type { Chosen } from '../../../src/core/lists/choice.ts';
import {
  canUnfold,
  chosenPlaces,
  countPlaces,
  countRows,
  isChosen,
  toggleRow,
  visibleRows,
} from '../../../src/core/lists/choice.ts';
import { areaTitle, ChoiceIndex } from '../../../src/core/lists/choice-index.ts';
import { ExamScope } from '../../../src/core/lists/scope.ts';
import { blueprint, course, entry, NOON, progress, reviewed, topic } from '../../support/report-course.ts';

const section = (id: string) => ({ id, title: id.toUpperCase(), level: 2 });
const topics = [
  { ...topic('sqs', ['1.1']), area: 'app-integration', sections: [section('a'), section('b')] },
  { ...topic('kms', ['2']), area: 'security', sections: [section('c')] },
  { ...topic('vpc', []), area: 'security' },
];
const at = (key: string, place: string, item: ItemEntry): ItemEntry => ({ ...item, key, section: place });
const items: readonly ItemEntry[] = [
  at('s1', 'a', entry('', 'basic', 'sqs')),
  at('s2', 'b', entry('', 'single', 'sqs', ['1.1'])),
  at('s3', 'b', { ...entry('', 'numeric', 'sqs', ['1.1', '2.1']), level: 'apply' }),
  at('k1', 'c', entry('', 'basic', 'kms')),
  at('k2', 'c', { ...entry('', 'single', 'kms', ['2']), level: 'recall' }),
  at('v1', '', entry('', 'basic', 'vpc')),
];
const tiny = course({ items, topics });
const scope = new ExamScope(tiny, blueprint('dva'));
const everything = new ChoiceIndex({ course: tiny, within: null, exam: scope, own: scope });
const exam = new ChoiceIndex({ course: tiny, within: scope, exam: scope, own: scope });

const all = (index: ChoiceIndex): ReadonlySet<string> => new Set(index.nodes.map(({ path }) => path));
const titles = (index: ChoiceIndex, view: 'areas' | 'domains' | 'kinds'): readonly string[] =>
  visibleRows(index, view, all(index)).map(({ depth, title }) => `${'  '.repeat(depth)}${title}`);
const node = (index: ChoiceIndex, title: string, is?: string) => {
  const found = index.nodes.find(each => each.title === title && (is === undefined || each.is === is));
  if (found === undefined) throw new Error(title);
  return found;
};
const keysOf = (index: ChoiceIndex, chosen: Chosen): readonly string[] =>
  chosenPlaces(index, tiny, chosen).map(place => items[place]?.key ?? '');
const choose = (index: ChoiceIndex, ...names: readonly string[]): Chosen =>
  names.reduce<Chosen>((chosen, name) => toggleRow(index, chosen, node(index, name)), new Set());

describe('the trees to choose from', () => {
  it('are areas with topics and sections, domains with tasks and topics, and kinds with levels', () => {
    expect(titles(everything, 'areas')).toEqual([
      'App integration',
      '  sqs',
      '    A',
      '    B',
      'Security',
      '  kms',
      '    C',
      '  vpc',
      '    Introduction',
    ]);
    expect(titles(everything, 'domains')).toEqual([
      'Build',
      '  1.1 one',
      '    sqs',
      'Secure',
      '  2.1 two',
      '    sqs',
      '    kms',
    ]);
    expect(titles(everything, 'kinds')).toEqual([
      'Cards',
      'Single choice',
      'Numeric',
      'Easy: recall',
      'Medium: apply',
    ]);
  });

  it('leave out what the exam does not ask, and mark it where everything is shown', () => {
    expect(titles(exam, 'areas')).not.toContain('  vpc');
    expect(node(everything, 'vpc').outside).toBe(true);
    expect(node(everything, 'kms').outside).toBe(false);
  });

  it('show the children of what is unfolded, and offer that where there is something to choose', () => {
    expect(visibleRows(everything, 'areas', new Set()).map(({ title }) => title)).toEqual([
      'App integration',
      'Security',
    ]);
    expect(canUnfold(node(everything, 'sqs', 'topic'))).toBe(true);
    expect(canUnfold(node(everything, 'kms', 'topic'))).toBe(false);
    expect(canUnfold(node(everything, 'Cards'))).toBe(false);
  });

  it('are counted with cards, questions, what is due and what is known', () => {
    const known = progress([
      ['s1', reviewed()],
      ['s2', reviewed({ misses: 1 })],
      ['k2', reviewed({ dueDay: NOON.day + 4 })],
    ]);
    const rows = countRows(everything, { course: tiny, progress: known, moment: NOON });
    const of = (title: string) => rows[node(everything, title).number];
    expect(of('App integration')).toMatchObject({ items: 3, cards: 1, questions: 2, due: 2, seen: 2 });
    const chance = of('A')?.known ?? 0;
    expect(chance).toBeGreaterThan(0.5);
    expect(of('B')?.known).toBe(0);
    expect(of('App integration')?.known).toBeCloseTo(chance / 3);
    expect(of('vpc')?.known).toBeNull();
    // A question that serves two tasks of one exam counts once in each.
    expect(of('Build')?.items).toBe(3);
    expect(of('Secure')?.items).toBe(3);
  });
});

describe('a choice', () => {
  it('adds up within a tree, and narrows what was chosen in the others', () => {
    expect(keysOf(everything, choose(everything, 'Security'))).toEqual(['k1', 'k2', 'v1']);
    expect(keysOf(everything, choose(everything, 'Secure', 'Numeric'))).toEqual(['s3']);
    expect(keysOf(everything, choose(everything, 'Security', 'A'))).toEqual(['s1', 'k1', 'k2', 'v1']);
    expect(keysOf(everything, choose(everything, 'Medium: apply'))).toEqual(['s3']);
    expect(keysOf(everything, choose(everything, 'Medium: apply', 'Cards'))).toEqual(['s1', 'k1', 'v1']);
    expect(keysOf(everything, new Set())).toEqual([]);
  });

  it('keeps the rest of a row from which something is taken back', () => {
    const area = choose(everything, 'App integration');
    const less = toggleRow(everything, area, node(everything, 'A'));
    expect(keysOf(everything, less)).toEqual(['s2', 's3']);
    expect(isChosen(everything, less, node(everything, 'App integration'))).toBe(false);
    expect(isChosen(everything, less, node(everything, 'B'))).toBe(true);
  });

  it('survives another scope: what is not there is not counted', () => {
    const chosen = choose(everything, 'Security');
    expect(keysOf(exam, chosen)).toEqual(['k1', 'k2']);
    expect(
      countPlaces(chosenPlaces(exam, tiny, chosen), { course: tiny, progress: progress([]), moment: NOON }),
    ).toMatchObject({ items: 2, cards: 1, questions: 1, known: null });
  });

  it('is what it was after a row was chosen and taken back', () => {
    const numbers = fc.array(fc.nat(everything.nodes.length - 1), { maxLength: 8 });
    fc.assert(
      fc.property(numbers, fc.nat(everything.nodes.length - 1), (rows, last) => {
        const pick = (chosen: Chosen, row: number): Chosen => {
          const found = everything.nodes[row];
          return found === undefined ? chosen : toggleRow(everything, chosen, found);
        };
        const before = rows.reduce(pick, new Set<string>());
        const own = everything.nodes[last];
        if (own === undefined) return;
        const after = pick(before, last);
        expect(isChosen(everything, after, own)).toBe(!isChosen(everything, before, own));
        const facet = (chosen: Chosen): readonly string[] =>
          [...chosen].filter(path => path.startsWith(own.facet)).toSorted();
        const others = (chosen: Chosen): readonly string[] =>
          [...chosen].filter(path => !path.startsWith(own.facet)).toSorted();
        expect(others(after)).toEqual(others(before));
        const isBelow = [...before].some(path => path.startsWith(`${own.path}\n`));
        if (!isChosen(everything, before, own) && !isBelow)
          expect(facet(pick(after, last))).toEqual(facet(before));
      }),
    );
  });

  it('names areas as people write them', () => {
    expect(areaTitle('machine-learning')).toBe('Machine learning');
    expect(areaTitle('')).toBe('');
  });
});
