const encoder = new TextEncoder();

/**
 * FNV-1a, 64 bit, of the text's UTF-8 bytes, as 16 hexadecimal digits. Names texts that carry no id of their
 * own; against accidents, not against an adversary. Algorithm and test vectors: Fowler, Noll and Vo,
 * http://www.isthe.com/chongo/tech/comp/fnv/
 */
export const hash64 = (text: string): string => {
  // The offset basis 0xcbf29ce484222325 in four 16-bit limbs, lowest first: exact in plain numbers.
  let h0 = 0x2325;
  let h1 = 0x8422;
  let h2 = 0x9ce4;
  let h3 = 0xcbf2;
  for (const byte of encoder.encode(text)) {
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
