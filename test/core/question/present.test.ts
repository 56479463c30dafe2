import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { ascendingOrder } from '../../../src/core/question/option-order.ts';
import type { Presented } from '../../../src/core/question/present.ts';
import { present } from '../../../src/core/question/present.ts';
import type { Question } from '../../../src/core/course/course.ts';
import { choice, instantiate, match, order, template } from '../../support/tiny-course.ts';

const shown = (question: Question, seed: number): Presented => {
  const presentation = present(question, seed, null, instantiate);
  if (presentation === null) throw new Error('not presented');
  return presentation.shown;
};
const optionTexts = (question: Question, seed: number): readonly string[] => {
  const made = shown(question, seed);
  return 'options' in made ? made.options.map(({ text }) => text) : [];
};
const seeds = fc.integer({ min: 0, max: 0xffffffff });

describe('options', () => {
  const question = choice('q', ['*one', 'two', 'three', 'four']);

  it('are shuffled by the seed, the same way each time, and none is lost', () => {
    const orders = new Set<string>();
    for (let seed = 0; seed < 200; seed++) {
      const texts = optionTexts(question, seed);
      expect(optionTexts(question, seed)).toEqual(texts);
      expect([...texts].sort()).toEqual(['four', 'one', 'three', 'two']);
      orders.add(texts.join());
    }
    expect(orders.size).toBe(24);
  });

  it('keep the order of the file under keep-order', () => {
    const kept = choice('q', ['*one', 'two', 'three', 'four'], { keepOrder: true });
    for (let seed = 0; seed < 20; seed++) {
      expect(optionTexts(kept, seed)).toEqual(['one', 'two', 'three', 'four']);
    }
  });

  it('say how many to choose', () => {
    expect(shown(choice('q', ['*a', '*b', 'c', 'd', 'e']), 1)).toMatchObject({ kind: 'multiple', choose: 2 });
    expect(shown(question, 1)).toMatchObject({ kind: 'single', choose: 1 });
  });

  it.each([
    [
      ['*2 RCU', '1 RCU', '90 RCU', '3 RCU'],
      ['1 RCU', '2 RCU', '3 RCU', '90 RCU'],
    ],
    [
      ['*5 minutes', '30 seconds', '12 hours', '20 s'],
      ['20 s', '30 seconds', '5 minutes', '12 hours'],
    ],
    [
      ['*1 MB', '256 KB', '1,000 KB'],
      ['256 KB', '1,000 KB', '1 MB'],
    ],
    [
      ['*$1.50', '$0.20', '$10'],
      ['$0.20', '$1.50', '$10'],
    ],
    [
      ['*10 %', '5 %', '-1 %'],
      ['-1 %', '5 %', '10 %'],
    ],
    [
      ['*3 shards', '1 shard'],
      ['1 shard', '3 shards'],
    ],
  ])('that are all quantities ascend: %j', (texts, ascending) => {
    for (let seed = 0; seed < 10; seed++) expect(optionTexts(choice('q', texts), seed)).toEqual(ascending);
  });

  it.each([[['1 GB', '3 shards']], [['1', 'many']], [['1 or 2', '3']], [['gp2', 'gp3']], [['', '1']]])(
    'that do not compare are no quantities: %j',
    texts => {
      expect(ascendingOrder(texts)).toBeNull();
    },
  );
});

describe('what is put in order or matched', () => {
  it('is never shown in the right order', () => {
    const steps = order('o', ['first', 'second', 'third']);
    const pairs = match('m', [
      ['SQS', 'queue'],
      ['SNS', 'topic'],
      ['Kinesis', 'stream'],
    ]);
    const two = order('o', ['first', 'second']);
    fc.assert(
      fc.property(seeds, seed => {
        const [a, b, c] = [shown(steps, seed), shown(pairs, seed), shown(two, seed)];
        expect(a.kind === 'order' && a.steps).not.toEqual(['first', 'second', 'third']);
        expect(b.kind === 'match' && b.rights).not.toEqual(['queue', 'topic', 'stream']);
        expect(c.kind === 'order' && c.steps).toEqual(['second', 'first']);
      }),
    );
  });

  it('shows every right side once, decoys among them', () => {
    const question = match(
      'm',
      [
        ['SQS', 'pull'],
        ['Kinesis', 'pull'],
        ['SNS', 'push'],
      ],
      ['none'],
    );
    const made = shown(question, 3);
    expect(made.kind === 'match' && [...made.rights].sort()).toEqual(['none', 'pull', 'push']);
    expect(made.kind === 'match' && made.lefts).toEqual(['SQS', 'Kinesis', 'SNS']);
  });
});

describe('a template', () => {
  it('gets its numbers from a seed that is reported, and both forms', () => {
    const kinds = new Set<string>();
    const seen = new Set<number | null>();
    for (let seed = 0; seed < 50; seed++) {
      const made = present(template('t'), seed, null, instantiate);
      expect(present(template('t'), seed, null, instantiate)).toEqual(made);
      kinds.add(made?.shown.kind ?? '');
      seen.add(made?.seed ?? null);
    }
    expect([...kinds].sort()).toEqual(['numeric', 'single']);
    expect(seen.size).toBe(50);
  });

  it('takes the form that is asked for where it has it', () => {
    for (let seed = 0; seed < 10; seed++) {
      expect(present(template('t'), seed, 'choice', instantiate)?.shown.kind).toBe('single');
      expect(present(template('t'), seed, 'value', instantiate)?.shown.kind).toBe('numeric');
      expect(present(template('t', ['value']), seed, 'choice', instantiate)?.shown.kind).toBe('numeric');
    }
  });

  it('that its calculator refuses is not presented', () => {
    expect(present(template('broken'), 1, null, instantiate)).toBeNull();
  });
});
