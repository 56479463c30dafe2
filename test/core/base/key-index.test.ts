import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeKeys, KeyIndex, keyIndexSize, keysIn } from '../../../src/core/base/key-index.ts';

const open = (keys: readonly string[]): KeyIndex => {
  const { bytes, textBytes } = encodeKeys(keys);
  expect(bytes.length).toBe(keyIndexSize(keys.length, textBytes));
  return new KeyIndex(keys.length, textBytes, keysIn(bytes.buffer, 0));
};

/** Few letters, so that keys begin alike; among them some of two, three and four bytes, and what those begin with. */
const KEY = fc.string({
  unit: fc.constantFrom('a', 'b', '-', 'é', 'Ã', '©', '漢', '𝄞'),
  minLength: 1,
  maxLength: 5,
});

describe('an index of keys', () => {
  it('finds exactly its keys, each in its row', () => {
    fc.assert(
      fc.property(fc.uniqueArray(KEY, { maxLength: 60 }), fc.array(KEY), (keys, others) => {
        const index = open(keys);
        expect(index.length).toBe(keys.length);
        expect(index.keys).toEqual(keys);
        for (const key of [...keys, ...others, '']) expect(index.find(key)).toBe(keys.indexOf(key));
      }),
    );
  });

  it('takes no key for a part or an extension of it', () => {
    const index = open(['sqs', 'sqs-1', 'sqs-12', '__proto__']);
    for (const key of ['sq', 'sqs-', 'sqs-2', 'sqs\nsqs-1', 'constructor']) expect(index.find(key)).toBe(-1);
    expect(index.find('__proto__')).toBe(3);
    expect([index.key(1), index.key(4), index.key(-1)]).toEqual(['sqs-1', '', '']);
  });

  it('finds the keys of another index as it finds each of them', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(KEY, { maxLength: 60 }),
        fc.uniqueArray(KEY, { maxLength: 60 }),
        (keys, others) => {
          const index = open(keys);
          expect([...index.rowsOf(open(others))]).toEqual(others.map(key => index.find(key)));
        },
      ),
    );
  });

  it('gives the same keys one by one as all at once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(KEY, { maxLength: 60 }), keys => {
        const index = open(keys);
        expect(keys.map((_, row) => index.key(row))).toEqual(keys);
        const many = Array.from({ length: 1200 }, (_, row) => `key-${row}`);
        const large = open(many);
        expect(many.map((_, row) => large.key(row))).toEqual(many);
      }),
      { numRuns: 20 },
    );
  });

  it('comes to an end in damaged bytes', () => {
    const { bytes, textBytes } = encodeKeys(['a', 'b', 'c']);
    expect(new KeyIndex(3, textBytes, keysIn(bytes.fill(1).buffer, 0)).find('d')).toBe(-1);
  });
});
