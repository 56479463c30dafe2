import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deletionKeys, familyOf, textKey, normaliseText } from '../../../src/core/course/keys.ts';
import { hash64 } from '../../../src/core/base/fnv.ts';

describe('hash64', () => {
  // Published vectors of FNV-1a, 64 bit (http://www.isthe.com/chongo/src/fnv/test_fnv.c).
  it.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['b', 'af63df4c8601f1a5'],
    ['foobar', '85944171f73967e8'],
    ['chongo was here!\n', '46810940eff5f915'],
  ])('of %j is the published %s', (text, hash) => {
    expect(hash64(text)).toBe(hash);
  });

  it('agrees with arithmetic on big integers', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        let hash = 0xcbf29ce484222325n;
        for (const byte of Buffer.from(text))
          hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
        expect(hash64(text)).toBe(hash.toString(16).padStart(16, '0'));
      }),
    );
  });
});

describe('the key of a card without an id', () => {
  // Progress of learners hangs on these: they must never change.
  it.each([
    ['sqs', 'What does SQS stand for?', 'sqs~1-da3d705fac61c96f'],
    ['sqs', 'A queue keeps messages 4 days by default.', 'sqs~1-6b1b8debb06ca264'],
    ['lambda', 'Wie heißt das? Ünïcode', 'lambda~1-a500cd2573307e95'],
    ['a', '-5 °C', 'a~1-2013b7a7f8922f74'],
    ['a', '5 °C', 'a~1-6c8d6155cfa6cc23'],
  ])('in %s of %j is %s', (topic, prompt, key) => {
    expect(textKey(topic, prompt)).toBe(key);
  });

  it('does not change with case, spacing, line breaks or the form of Unicode', () => {
    const key = textKey('t', 'What is é?');
    for (const same of ['what is é?', ' What\n  is\té? ', 'What is e\u0301?', 'WHAT IS É?']) {
      expect(textKey('t', same)).toBe(key);
    }
  });

  it('changes with punctuation and digits', () => {
    const keys = ['gp2?', 'gp3?', '-5', '5', '> 5', '< 5', 'gp2'].map(text => textKey('t', text));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is the same for what is already normalised', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(textKey('t', normaliseText(text))).toBe(textKey('t', text));
      }),
    );
  });
});

describe('the keys of deletions', () => {
  it('are the slugs of their texts behind the key of the cloze', () => {
    expect(deletionKeys('sqs-retention', ['4 days', '14 days', '`Query`', '3,000'])).toEqual([
      'sqs-retention/4-days',
      'sqs-retention/14-days',
      'sqs-retention/query',
      'sqs-retention/3-000',
    ]);
  });

  it('are numbered where two slugs are equal, also when the number is taken', () => {
    expect(deletionKeys('k', ['a', 'A!', 'a-2', 'a'])).toEqual(['k/a', 'k/a-2', 'k/a-2-2', 'k/a-3']);
  });

  it('are hashes for texts without letters or digits', () => {
    expect(deletionKeys('k', ['->', '<-'])).toEqual(['k/07d00807', 'k/08099b07']);
  });

  it('are distinct, short and without white space or slashes, whatever the texts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), texts => {
        const keys = deletionKeys('key', texts);
        expect(new Set(keys).size).toBe(texts.length);
        for (const key of keys) {
          expect(key).toMatch(/^key\/[^\s/]+$/u);
          expect([...key].length).toBeLessThanOrEqual(75);
          expect(familyOf(key)).toBe('key');
        }
      }),
    );
  });

  it('keep names that objects have', () => {
    expect(deletionKeys('constructor', ['__proto__', 'constructor', 'toString'])).toEqual([
      'constructor/proto',
      'constructor/constructor',
      'constructor/tostring',
    ]);
  });
});
