/**
 * Keys in numbered rows as bytes of a file, which are searched as they are: building a map of a hundred thousand
 * keys takes longer than everything else at a start.
 *
 *   ends    4 bytes a row: where its key ends in the text
 *   slots   4 bytes each: row + 1 by the hash of its key, 0 where there is none, the next one where it is taken
 *   text    UTF-8, the keys with a line break between them, which no key has
 */
import { hash32, hashAscii, spread } from './fnv.ts';

/** Half of the slots are empty at least, so that a search soon comes to an end. */
const slotCount = (rows: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, 2 * rows)));

/** Size of the bytes of so many keys. @param textBytes of all keys, with the line breaks between them */
export const keyIndexSize = (rows: number, textBytes: number): number =>
  4 * (rows + slotCount(rows)) + textBytes;

/** What chooses the slot of a key. */
const hashOf = (key: string): number => spread(hash32(key));

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

/** Of so many keys one is decoded by itself; whoever asks for more of them gets all of them at once. */
const SHARE = 8;

/** Reads some of the bytes; they begin at a multiple of 4 in their memory. */
type ReadKeys = (offset: number, length: number) => Uint8Array;

/** Bytes in a buffer as {@link KeyIndex} reads them. @param offset of the first one, a multiple of 4 */
export const keysIn =
  (buffer: ArrayBufferLike, offset: number): ReadKeys =>
  (from, length) =>
    new Uint8Array(buffer, offset + from, length);

/**
 * Finds rows by key and keys by row in what {@link encodeKeys} made. Each of the three parts is read when it is
 * first needed.
 */
export class KeyIndex {
  readonly length: number;
  readonly #textBytes: number;
  readonly #read: ReadKeys;
  #ends: Uint32Array | null = null;
  #slots: Uint32Array | null = null;
  #text: Uint8Array | null = null;
  #keys: readonly string[] | null = null;
  #decoder: TextDecoder | null = null;
  #decoded = 0;

  /** @throws RangeError now or later, where the bytes do not fit */
  constructor(rows: number, textBytes: number, read: ReadKeys) {
    this.length = rows;
    this.#textBytes = textBytes;
    this.#read = read;
  }

  #numbers(offset: number, count: number): Uint32Array {
    const bytes = this.#read(offset, 4 * count);
    return new Uint32Array(bytes.buffer, bytes.byteOffset, count);
  }

  get #endsOfKeys(): Uint32Array {
    return (this.#ends ??= this.#numbers(0, this.length));
  }

  get #slotsOfRows(): Uint32Array {
    return (this.#slots ??= this.#numbers(4 * this.length, slotCount(this.length)));
  }

  get #bytesOfText(): Uint8Array {
    return (this.#text ??= this.#read(4 * (this.length + slotCount(this.length)), this.#textBytes));
  }

  /** Reads all that is not read yet: what they are read from may go. */
  load(): void {
    void [this.#endsOfKeys, this.#slotsOfRows, this.#bytesOfText];
  }

  /** Row of a key, -1 where it is none of them. */
  find(key: string): number {
    const slots = this.#slotsOfRows;
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
    const text = this.#bytesOfText;
    const end = this.#endsOfKeys[row] ?? 0;
    const start = this.#startOf(row);
    for (let i = 0; i < key.length; i++) {
      const unit = key.charCodeAt(i);
      if (unit > ASCII) return this.key(row) === key;
      if (text[start + i] !== unit) return false;
    }
    return end - start === key.length;
  }

  #startOf(row: number): number {
    return row === 0 ? 0 : (this.#endsOfKeys[row - 1] ?? 0) + 1;
  }

  /**
   * For each row of another index the row of its key in this one, -1 where it is not there: as {@link KeyIndex.find}
   * for each of them, but no key is made a string.
   */
  rowsOf(other: KeyIndex): Int32Array {
    const found = new Int32Array(other.length);
    const [text, ends, slots] = [this.#bytesOfText, this.#endsOfKeys, this.#slotsOfRows];
    const [theirs, theirEnds] = [other.#bytesOfText, other.#endsOfKeys];
    const mask = slots.length - 1;
    let start = 0;
    for (let their = 0; their < found.length; their++) {
      const end = theirEnds[their] ?? 0;
      const hash = hashAscii(theirs, start, end);
      found[their] = -1;
      if (hash !== -1) {
        let slot = spread(hash) & mask;
        for (let turns = slots.length; turns > 0; turns--) {
          const row = (slots[slot] ?? 0) - 1;
          if (row === -1) break;
          const from = row === 0 ? 0 : (ends[row - 1] ?? 0) + 1;
          if ((ends[row] ?? 0) - from === end - start) {
            let at = start;
            while (at < end && text[from + at - start] === theirs[at]) at++;
            if (at === end) {
              found[their] = row;
              break;
            }
          }
          slot = (slot + 1) & mask;
        }
      } else found[their] = this.find(other.key(their));
      start = end + 1;
    }
    return found;
  }

  /** Whether an ASCII character stands in the key of a row. @param code of the character */
  hasSign(row: number, code: number): boolean {
    const end = this.#endsOfKeys[row] ?? 0;
    const text = this.#bytesOfText;
    for (let at = this.#startOf(row); at < end; at++) if (text[at] === code) return true;
    return false;
  }

  /** Key of a row, `''` where there is no such row. */
  key(row: number): string {
    if (this.#keys === null && this.#decoded < this.length / SHARE && row >= 0 && row < this.length) {
      this.#decoded++;
      this.#decoder ??= new TextDecoder('utf-8', { ignoreBOM: true });
      return this.#decoder.decode(this.#bytesOfText.subarray(this.#startOf(row), this.#endsOfKeys[row]));
    }
    return this.keys[row] ?? '';
  }

  /** All keys by row. */
  get keys(): readonly string[] {
    return (this.#keys ??=
      this.length === 0
        ? NONE
        : new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.#bytesOfText).split('\n'));
  }
}
