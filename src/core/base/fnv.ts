/**
 * FNV-1a, the one hash of the house: it turns names into seeds, slots and short names. Against accidents, not against
 * an adversary. Algorithm and test vectors: Fowler, Noll and Vo, http://www.isthe.com/chongo/tech/comp/fnv/
 */

const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
const ASCII = 0x7f;

/** Of the UTF-16 units of a text: a whole number from 0 to 2^32 - 1. Not for identity. */
export const hash32 = (text: string): number => {
  let hash = BASIS;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash >>> 0;
};

/** {@link hash32} of a text that lies in UTF-8 from `start` to `end`, -1 where not all of it is ASCII. */
export const hashAscii = (bytes: Uint8Array, start: number, end: number): number => {
  let hash = BASIS;
  for (let i = start; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte > ASCII) return -1;
    hash = Math.imul(hash ^ byte, PRIME);
  }
  return hash >>> 0;
};

/** A 32-bit hash for the low bits to choose a slot by: they would else know little of the upper halves. */
export const spread = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0;

/** 64 bit, of the text's UTF-8 bytes, as 16 hexadecimal digits: names texts that carry no id of their own. */
export const hash64 = (text: string): string => {
  // The offset basis 0xcbf29ce484222325 in four 16-bit limbs, lowest first: exact in plain numbers.
  let h0 = 0x2325;
  let h1 = 0x8422;
  let h2 = 0x9ce4;
  let h3 = 0xcbf2;
  for (const byte of new TextEncoder().encode(text)) {
    h0 ^= byte;
    // Times the prime 2^40 + 0x1b3, modulo 2^64.
    const t0 = h0 * 0x1b3;
    const t1 = h1 * 0x1b3 + (t0 >>> 16);
    const t2 = h2 * 0x1b3 + (h0 << 8) + (t1 >>> 16);
    const t3 = h3 * 0x1b3 + (h1 << 8) + (t2 >>> 16);
    h0 = t0 & 0xffff;
    h1 = t1 & 0xffff;
    h2 = t2 & 0xffff;
    h3 = t3 & 0xffff;
  }
  return [h3, h2, h1, h0].map(limb => limb.toString(16).padStart(4, '0')).join('');
};
