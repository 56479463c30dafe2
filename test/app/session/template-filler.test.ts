import { describe, expect, it } from 'vitest';
import { loadFiller, loadInstantiate, loadSessionFiller } from '../../../src/app/session/template-filler.ts';
import type { Template } from '../../../src/core/course/course.ts';
import { card, template, tinyCourse } from '../../support/tiny-course.ts';

const made = (key: string, calculator: string, result: string, flags: Readonly<Record<string, string>>) => ({
  ...template(key, ['value']),
  calculator,
  result,
  inputs: Object.entries(flags).map(([flag, value]) => ({
    flag,
    input: { type: 'choose', values: [{ value, text: value }] } as const,
  })),
  texts: [
    `What do ${Object.keys(flags)
      .map(flag => `{${flag}}`)
      .join(', ')} give?`,
  ],
});
const subnet: Template = made('subnet', 'cidr', 'usable', { cidr: '10.0.0.0/24' });
const nines: Template = made('nines', 'availability', 'downtimeMinutesPerYear', { series: '99.9,99.5' });
const foreign: Template = made('foreign', 'nothing-of-ours', 'x', {});
const course = tinyCourse({ items: [card('c1'), subnet, nines, foreign] });
const plan = {
  mode: 'review',
  seed: 1,
  queue: ['c1'],
  learning: [],
  limit: null,
  until: null,
  form: null,
} as const;

describe('what fills templates', () => {
  it('has the calculators of the items it is made for, and the others once all are loaded', async () => {
    const { instantiate, loadAll } = await loadFiller(course, ['c1', 'subnet']);
    expect(instantiate(subnet, 1, 'value')).toMatchObject({ kind: 'numeric', answer: '251' });
    expect(instantiate(nines, 1, 'value')).toBeNull();
    await loadAll(course);
    expect(instantiate(nines, 1, 'value')).toMatchObject({ kind: 'numeric' });
    expect(instantiate(foreign, 1, 'value')).toBeNull();
  });

  it('has for a session what is planned, what is learned and what an undo would ask again', async () => {
    const act = { id: 'a-1', device: 'a', type: 'answered', count: 1, at: 0, rating: 'good' } as const;
    const undoable = [{ ...act, items: ['subnet'] }];
    const learning = [{ key: 'nines', dueAt: 0 }];
    for (const [queue, steps, acts] of [
      [['subnet'], learning, []],
      [['c1'], learning, undoable],
    ] as const) {
      const filler = await loadSessionFiller(course, { ...plan, queue, learning: steps }, { undoable: acts });
      expect(filler.instantiate(subnet, 1, 'value')).not.toBeNull();
      expect(filler.instantiate(nines, 1, 'value')).not.toBeNull();
    }
    const bare = await loadSessionFiller(course, plan, { undoable: [] });
    expect(bare.instantiate(subnet, 1, 'value')).toBeNull();
  });

  it('fills a template that an edit brought into a course without any', async () => {
    const { instantiate, loadAll } = await loadFiller(tinyCourse({ items: [card('c1')] }), ['c1']);
    await loadAll(course);
    expect(instantiate(subnet, 1, 'value')).not.toBeNull();
  });

  it('has every calculator of a course for an exam', async () => {
    const instantiate = await loadInstantiate(course);
    expect(instantiate(subnet, 1, 'value')).not.toBeNull();
    expect(instantiate(nines, 1, 'value')).not.toBeNull();
  });
});
