import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { ownName, readOwnName } from '../../../src/core/course/own-names.ts';

describe('the name of a file for a key', () => {
  it.each([
    ['sqs-rare-double-charge', 'sqs-rare-double-charge'],
    ['sqs~1-0123456789abcdef', 'sqs~1-0123456789abcdef'],
    ['sqs-retention/4-days', 'sqs-retention%2f4-days'],
    ['dna/größe', 'dna%2fgröße'],
    ['dna/核酸', 'dna%2f核酸'],
    ['con', '%63on'],
    ['com1', '%63om1'],
    ['contact', 'contact'],
    ['a..%', 'a%2e%2e%25'],
    ['../x', '%2e%2e%2fx'],
    ['A', '%41'],
  ])('of %s is %s', (key, name) => {
    expect(ownName(key)).toBe(name);
    expect(readOwnName(name)).toEqual({ name, key, isCopy: false });
  });

  it('leads back to any key, is a name that Windows holds, and differs in more than case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), text => {
        const key = text.normalize('NFC');
        if (key === '' || Buffer.from(key).toString() !== key) return;
        const name = ownName(key);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|[. ]$/u);
        expect(name).not.toMatch(/[A-Z]/);
        expect(new TextEncoder().encode(`${name}.md`).length).toBeLessThan(200);
        if (!name.includes('=')) expect(readOwnName(name)).toEqual({ name, key, isCopy: false });
      }),
    );
  });

  it('of a long key is cut, and still its own', () => {
    const name = ownName(`a-long-id/${'核酸'.repeat(60)}`);
    expect(name).not.toBe(ownName(`a-long-id/${'核酸'.repeat(59)}x`));
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(180);
    expect(readOwnName(name)).toEqual({ name, key: null, isCopy: false });
    expect(readOwnName(`${name} (copy 2)`)).toEqual({ name, key: null, isCopy: true });
  });

  it('reads decomposed letters, as some file systems give them, as composed ones', () => {
    expect(readOwnName('dna%2fgröße'.normalize('NFD'))?.key).toBe('dna/größe');
  });

  it.each(['', ' ', '(copy)', 'README', '%zz'])('is not in %j', stem => {
    expect(readOwnName(stem)).toBeNull();
  });
});
