/**
 * Keys in numbered rows as bytes of a file, which are searched as they are: building a map of a hundred thousand
 * keys takes longer than everything else at a start.
 *
 *   ends    4 bytes a row: where its key ends in the text
 *   slots   4 bytes each: row + 1 by the hash of its key, 0 where there is none, the next one where it is taken
 *   text    UTF-8, the keys with a line break between them, which no key has
 */

/** Half of the slots are empty at least, so that a search soon comes to an end. */
const slotCount = (rows: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, 2 * rows)));

/** Size of the bytes of so many keys. @param textBytes of all keys, with the line breaks between them */
export const keyIndexSize = (rows: number, textBytes: number): number =>
  4 * (rows + slotCount(rows)) + textBytes;

/** FNV-1a, 32 bit, of the UTF-16 units. */
const hashOf = (key: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  // The low bits, which choose the slot, would else know little of the upper halves.
  return (hash ^ (hash >>> 15)) >>> 0;
};

/** The bytes of some keys, each once, and how many of them are text. */
export const encodeKeys = (
  keys: readonly string[],
): { readonly bytes: Uint8Array; readonly textBytes: number } => {
  const text = new TextEncoder().encode(keys.join('\n'));
  const bytes = new Uint8Array(keyIndexSize(keys.length, text.length));
  const ends = new Uint32Array(bytes.buffer, 0, keys.length);
  const slots = new Uint32Array(bytes.buffer, 4 * keys.length, slotCount(keys.length));
  let row = 0;
  for (let at = 0; at < text.length; at++) if (text[at] === 10) ends[row++] = at;
  if (keys.length > 0) ends[row] = text.length;
  for (const [index, key] of keys.entries()) {
    let slot = hashOf(key) % slots.length;
    while (slots[slot] !== 0) slot = (slot + 1) % slots.length;
    slots[slot] = index + 1;
  }
  bytes.set(text, 4 * (keys.length + slots.length));
  return { bytes, textBytes: text.length };
};

const ASCII = 0x7f;
const NONE: readonly string[] = [];

/** Finds rows by key and keys by row in what {@link encodeKeys} made. */
export class KeyIndex {
  readonly length: number;
  readonly #ends: Uint32Array;
  readonly #slots: Uint32Array;
  readonly #text: Uint8Array;
  #keys: readonly string[] | null = null;

  /** @param offset of the bytes in their buffer, a multiple of 4 @throws RangeError where they do not fit in it */
  constructor(buffer: ArrayBufferLike, offset: number, rows: number, textBytes: number) {
    this.length = rows;
    this.#ends = new Uint32Array(buffer, offset, rows);
    this.#slots = new Uint32Array(buffer, offset + 4 * rows, slotCount(rows));
    this.#text = new Uint8Array(buffer, offset + 4 * (rows + this.#slots.length), textBytes);
  }

  /** Row of a key, -1 where it is none of them. */
  find(key: string): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hashOf(key) & mask;
    // No more turns than slots: the bytes may be damaged.
    for (let turns = slots.length; turns > 0; turns--) {
      const row = (slots[slot] ?? 0) - 1;
      if (row === -1) return -1;
      if (this.#isKey(row, key)) return row;
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  /** Compares the bytes, and where the key has more than ASCII its text. */
  #isKey(row: number, key: string): boolean {
    const text = this.#text;
    const end = this.#ends[row] ?? 0;
    const start = row === 0 ? 0 : (this.#ends[row - 1] ?? 0) + 1;
    for (let i = 0; i < key.length; i++) {
      const unit = key.charCodeAt(i);
      if (unit > ASCII) return this.key(row) === key;
      if (text[start + i] !== unit) return false;
    }
    return end - start === key.length;
  }

  /** Key of a row, `''` where there is no such row. */
  key(row: number): string {
    return this.keys[row] ?? '';
  }

  /** All keys by row. */
  get keys(): readonly string[] {
    return (this.#keys ??= this.length === 0 ? NONE : new TextDecoder().decode(this.#text).split('\n'));
  }
}
