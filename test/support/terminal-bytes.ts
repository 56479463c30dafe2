/** What terminals send, as bytes in pieces, and what the decoder makes of it. */
import * as fc from 'fast-check';
import type { Input } from '../../src/tui/terminal/input.ts';
import { ESCAPE_WAIT, makeInputDecoder, REST_WAIT } from '../../src/tui/terminal/input.ts';

/** A piece: text as UTF-8, bytes as they are, or so many milliseconds in which nothing comes. */
type Piece = string | Uint8Array | { readonly wait: number };

/** Inputs of pieces that come one right after the other, unless a piece says to wait; at the end nothing more comes. */
export const readPieces = (pieces: readonly Piece[]): readonly Input[] => {
  const decoder = makeInputDecoder();
  const inputs: Input[] = [];
  let now = 0;
  const pass = (ms: number): void => {
    const until = now + ms;
    while (decoder.due !== null && decoder.due <= until) {
      now = decoder.due;
      inputs.push(...decoder.flush());
    }
    now = until;
  };
  for (const piece of pieces) {
    if (typeof piece === 'object' && 'wait' in piece) pass(piece.wait);
    else inputs.push(...decoder.push(typeof piece === 'string' ? Buffer.from(piece) : piece, now));
  }
  pass(ESCAPE_WAIT + 2 * REST_WAIT);
  if (decoder.due !== null) throw new Error('The decoder waits for ever');
  return inputs;
};

/** The same as names of keys; a paste as `paste` and its text. */
export const readKeys = (...pieces: readonly Piece[]): readonly string[] =>
  readPieces(pieces).map(input => (input.type === 'key' ? input.key : `paste ${input.text}`));

/** Bytes cut anywhere. */
export const cutAnywhere = (bytes: fc.Arbitrary<Uint8Array>): fc.Arbitrary<readonly Uint8Array[]> =>
  fc.tuple(bytes, fc.array(fc.nat(1000), { maxLength: 12 })).map(([whole, cuts]) => {
    const places = [...new Set(cuts.map(cut => cut % (whole.length + 1)))].sort((a, b) => a - b);
    return [0, ...places].map((from, i) => whole.subarray(from, places[i] ?? whole.length));
  });

const joined = (...parts: readonly (string | Uint8Array)[]): Uint8Array =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));

/** What may stand in a control string: anything but what ends it, whole characters beyond ASCII. */
const payload = fc
  .string({ unit: 'binary', maxLength: 40 })
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  .map(text => Buffer.from(text.replace(/[\u0003\u0007\u001b\u0080-\u009f]/g, ';')));

/** DCS, SOS, OSC, PM and APC in seven and eight bits, ended by ST in both, and by BEL. */
const controlString = fc
  .tuple(
    fc.constantFrom(
      '\u001bP',
      '\u001bX',
      '\u001b]',
      '\u001b^',
      '\u001b_',
      '\x90',
      '\x98',
      '\x9d',
      '\x9e',
      '\x9f',
    ),
    payload,
    fc.constantFrom('\u001b\\', '\x9c', '\u0007'),
  )
  .map(([begin, text, end]) => joined(begin, text, end));

/** A mouse in X10 form: a button and a place, three bytes from 32 on. */
const x10Mouse = fc
  .array(fc.integer({ min: 32, max: 255 }), { minLength: 3, maxLength: 3 })
  .map(bytes => joined('\u001b[M', Uint8Array.from(bytes)));

const place = fc.integer({ min: 0, max: 400 });

/** Reports that are control sequences: mouse, focus, attributes, cursor, modes, colors, kitty, modifyOtherKeys. */
const report = fc
  .oneof(
    fc
      .tuple(place, place, place, fc.constantFrom('M', 'm'))
      .map(([button, column, row, final]) => `\u001b[<${button};${column};${row}${final}`),
    fc.tuple(place, place, place).map(numbers => `\u001b[${numbers.join(';')}M`),
    fc.constantFrom(
      '\u001b[I',
      '\u001b[O',
      '\u001b[?62;22c',
      '\u001b[>0;276;0c',
      '\u001b[24;80R',
      '\u001b[0n',
      '\u001b[?997;1n',
      '\u001b[?2026;2$y',
      '\u001b[8;24;80t',
      '\u001b[48;24;80;480;1600t',
      '\u001b[?1u',
      '\u001b[99;5u',
      '\u001b[>4;2m',
      '\u001b[27;5;99~',
      '\u001b[3;1:3~',
      '\u001b[1;1:3A',
      '\u001b[201~',
      '\u001b[[A',
      '\u001b[7$',
      '\x9b?1;2c',
      '\x9bI',
    ),
  )
  .map(text => joined(text));

/** Bytes that are nothing at all: NUL, and what is no UTF-8. */
const nothing = fc.constantFrom('\0', '\xff', '\xfe', '\xc0', '\x1c').map(text => joined(text));

/** Anything a terminal sends without a key having been pressed. */
export const noKeys: fc.Arbitrary<Uint8Array> = fc
  .array(fc.oneof(controlString, controlString, x10Mouse, report, nothing), { minLength: 1, maxLength: 8 })
  .map(parts => joined(...parts));
