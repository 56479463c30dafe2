import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hash32, hash64, hashAscii } from '../../../src/core/base/fnv.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the hash', () => {
  // http://www.isthe.com/chongo/src/fnv/test_fnv.c
  it.each([
    ['', 0x811c9dc5, 'cbf29ce484222325'],
    ['a', 0xe40c292c, 'af63dc4c8601ec8c'],
    ['foobar', 0xbf9cf968, '85944171f73967e8'],
  ])('of %j is that of FNV-1a, in 32 and in 64 bits', (text, short, long) => {
    expect(hash32(text)).toBe(short);
    expect(hash64(text)).toBe(long);
  });

  it('of ASCII is the same of a text and of its bytes among others', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), text => {
        expect(hashAscii(encode(`é${text}é`), 2, 2 + text.length)).toBe(hash32(text));
      }),
    );
  });

  it('of bytes that are not ASCII is none', () => {
    expect(hashAscii(encode('né'), 0, 3)).toBe(-1);
    expect(hashAscii(encode('né'), 0, 1)).toBe(hash32('n'));
  });
});
