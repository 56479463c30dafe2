import { describe, expect, it } from 'vitest';
import { plainDigits, plainNumber } from '../../../src/core/base/digits.ts';

describe('a digit of any script', () => {
  it('is the digit of its value, for every row of ten that Unicode has', () => {
    const digits: string[] = [];
    for (let code = 0; code <= 0x1ffff; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const character = String.fromCodePoint(code);
      if (/^\p{Nd}$/u.test(character)) digits.push(character);
    }
    expect(digits.length).toBeGreaterThan(600);
    expect(plainDigits(digits.join(''))).toBe('0123456789'.repeat(digits.length / 10));
  });

  it.each([
    ['０．５', '0.5'],
    ['０,５', '0,5'],
    ['٠٫٥', '0.5'],
    ['१२', '12'],
    ['１，３', '1,3'],
    ['１、３', '1,3'],
    ['ａ＝２　ｂ：１', 'a=2 b:1'],
    ['－５', '-5'],
    ['½ 1', '½ 1'],
  ])('is plain in a number or a choice: %s is %s', (typed, plain) => {
    expect(plainNumber(typed)).toBe(plain);
  });
});
