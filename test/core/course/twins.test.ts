import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentWords, wordsOf } from '../../../src/core/course/content-words.ts';
import { likePairs } from '../../../src/core/course/likeness.ts';
import { findTwins, twinKeys } from '../../../src/core/course/twins.ts';
import { choice, template, trueFalse } from '../../support/tiny-course.ts';

/** Cosine of two texts by the formula, every pair and every word. */
const cosineOf = (texts: readonly (readonly string[])[], a: number, b: number): number => {
  const vector = (text: readonly string[]): ReadonlyMap<string, number> =>
    new Map(
      [...new Set(text)].map(word => {
        const times = text.filter(each => each === word).length;
        const holding = texts.filter(each => each.includes(word)).length;
        return [word, (1 + Math.log(times)) * Math.log(1 + texts.length / holding)];
      }),
    );
  const [x, y] = [vector(texts[a] ?? []), vector(texts[b] ?? [])];
  const length = (of: ReadonlyMap<string, number>): number => Math.hypot(...of.values());
  const dot = [...x].reduce((sum, [word, weight]) => sum + weight * (y.get(word) ?? 0), 0);
  return dot / (length(x) * length(y) || 1);
};

describe('the likeness of texts', () => {
  it('is the cosine of their words by weight, for every pair', () => {
    const word = fc.constantFrom('queue', 'topic', 'stream', 'retry', 'lambda', 'order');
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { maxLength: 8 }), texts => {
        const found = new Map(
          likePairs(texts, 0.5).map(({ first, second, cosine }) => [`${first} ${second}`, cosine]),
        );
        for (let a = 0; a < texts.length; a++)
          for (let b = a + 1; b < texts.length; b++) {
            const cosine = cosineOf(texts, a, b);
            if (Math.abs(cosine - 0.5) < 1e-9) continue;
            if (cosine < 0.5) expect(found.has(`${a} ${b}`)).toBe(false);
            else expect(found.get(`${a} ${b}`)).toBeCloseTo(cosine, 9);
          }
      }),
    );
  });

  it('is looked for in bounds: twenty thousand texts of the same hundred words end', () => {
    const texts = Array.from({ length: 20_000 }, (_, i) =>
      Array.from({ length: 8 }, (__, j) => `w${(i * 7 + j * 13) % 100}`),
    );
    const start = performance.now();
    likePairs(texts, 0.5);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('words', () => {
  it('are those of the text, not of blocks of code', () => {
    expect(wordsOf('A `Put` of 4 KB:\n\n```json\n{ "not": "counted" }\n```\n\ncosts $0.10.')).toEqual([
      'A',
      'Put',
      'of',
      '4',
      'KB:',
      'costs',
      '$0.10.',
    ]);
    expect(contentWords("The company's queue must keep its order.")).toEqual([
      'company',
      'queue',
      'keep',
      'order',
    ]);
  });
});

const SALE = 'A shop loses orders when a sale opens and the database has no connections left. What helps?';
const SALE_TOO =
  'A shop loses orders when a sale opens and its database has no connections left. Which change helps?';

describe('twins', () => {
  it('are questions whose stems, or stems and keys, or keys within a topic, share their words', () => {
    const others = Array.from({ length: 6 }, (_, i) =>
      choice(`o${i}`, undefined, { stem: `Something ${i} else about bucket${i} and region${i}?` }),
    );
    const bank = [
      choice('a', undefined, { stem: SALE }),
      choice('b', undefined, { stem: SALE_TOO }),
      choice('k1', ['*a queue with retries', 'b', 'c', 'd'], {
        stem: 'A museum uploads photos of paintings and small copies of them appear late at night. Where do uploads wait?',
      }),
      choice('k2', ['*retries with a queue', 'b', 'c', 'd'], {
        stem: 'A bank prints bills in another building, and a printer that is broken must cost none of them. What keeps bills safe?',
      }),
      choice('k3', ['*retries with a queue', 'b', 'c', 'd'], {
        stem: 'A school sends letters to parents before each holiday, more than a mail server takes. What keeps letters safe?',
        topic: 'sns',
      }),
      ...others,
    ];
    expect(findTwins(bank).map(({ first, second, alike }) => [first.key, second.key, alike])).toEqual([
      ['a', 'b', 'stem'],
      ['k1', 'k2', 'key'],
    ]);
  });

  it('are kept apart in papers only where they have options, and templates have none', () => {
    const bank = [
      choice('a', undefined, { stem: SALE }),
      trueFalse('b', true, { stem: SALE_TOO }),
      template('t1', ['choice'], { stem: SALE }),
      template('t2', ['choice'], { stem: SALE }),
    ];
    expect(findTwins(bank)).toHaveLength(1);
    expect(twinKeys(bank)).toEqual([]);
  });
});
