/** Bytes of a terminal as characters. */

interface CharacterReader {
  /** The characters that are complete with this byte: none within one, several after bytes that are no UTF-8. */
  push(byte: number): string;
}

/** What stands for a byte that belongs to no character. */
export const NO_CHARACTER = '\ufffd';

/** Bytes of a character by its first one (RFC 3629); 0: no character begins so. */
const lengthOf = (byte: number): number =>
  byte < 0x80 ? 1 : byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;

/** The second byte that a character may have: no overlong form, no surrogate, nothing above U+10FFFF. */
const isSecond = (first: number, byte: number): boolean =>
  byte >= (first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80) &&
  byte <= (first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf);

/** A byte that is no UTF-8. The control characters 0x80 to 0x9f mean what they mean in eight bits (ECMA-48). */
const strayByte = (byte: number): string =>
  byte >= 0x80 && byte < 0xa0 ? String.fromCharCode(byte) : NO_CHARACTER;

/** Reads UTF-8, and one-byte control characters between it as a terminal set to eight bits sends them. */
export const makeCharacterReader = (): CharacterReader => {
  /** Bytes of a character that is not complete. */
  let held: number[] = [];
  const begin = (byte: number): string => {
    const length = lengthOf(byte);
    if (length === 1) return String.fromCharCode(byte);
    if (length === 0) return strayByte(byte);
    held = [byte];
    return '';
  };
  return {
    push: byte => {
      const [first] = held;
      if (first === undefined) return begin(byte);
      const fits = held.length === 1 ? isSecond(first, byte) : byte >= 0x80 && byte <= 0xbf;
      if (!fits) {
        const strays = held.map(strayByte).join('');
        held = [];
        return strays + begin(byte);
      }
      held.push(byte);
      if (held.length < lengthOf(first)) return '';
      const character = new TextDecoder().decode(Uint8Array.from(held));
      held = [];
      return character;
    },
  };
};
