import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/tui/terminal/input.ts';
import { makeInputDecoder } from '../../src/tui/terminal/input.ts';

/** What chunks are read as; what waits at the end is taken for what it is. */
const read = (...chunks: readonly string[]): readonly Input[] => {
  const decoder = makeInputDecoder();
  return [...chunks.flatMap(chunk => decoder.push(chunk)), ...decoder.flush()];
};

const keys = (...chunks: readonly string[]): readonly string[] =>
  read(...chunks).map(input => (input.type === 'key' ? input.key : `paste ${input.text}`));

describe('what a terminal sends', () => {
  it('is one key for each character of a burst', () => {
    expect(keys('jjj')).toEqual(['j', 'j', 'j']);
    expect(keys('42\r')).toEqual(['4', '2', 'enter']);
  });

  it.each([
    ['\u001b[A', 'up'],
    ['\u001bOB', 'down'],
    ['\u001b[1;5C', 'right'],
    ['\u001b[D', 'left'],
    ['\u001b[H', 'home'],
    ['\u001b[4~', 'end'],
    ['\u001b[5~', 'page-up'],
    ['\u001b[6~', 'page-down'],
    ['\u001b[3~', 'delete'],
    ['\u001b[Z', 'shift-tab'],
    ['\u007f', 'backspace'],
    ['\b', 'backspace'],
    ['\t', 'tab'],
    ['\r\n', 'enter'],
    ['\n', 'enter'],
    [' ', 'space'],
    ['\u0003', 'ctrl-c'],
    ['\u001a', 'ctrl-z'],
    ['\u001b', 'esc'],
    ['é', 'é'],
    ['語', '語'],
  ])('%j is the key %s', (bytes, key) => {
    expect(keys(bytes)).toEqual([key]);
  });

  it('makes no key of what it does not know', () => {
    expect(keys('\u001b[99~', '\u001b[?1;2c', '\u001bx', '\u0000', 'a')).toEqual(['a']);
  });

  it('is an arrow although it arrives in two pieces, as over a slow line', () => {
    expect(keys('\u001b', '[A')).toEqual(['up']);
    expect(keys('\u001b[', 'B')).toEqual(['down']);
  });

  it('is an Escape only when nothing follows', () => {
    const decoder = makeInputDecoder();
    expect(decoder.push('\u001b')).toEqual([]);
    expect(decoder.isWaiting).toBe(true);
    expect(decoder.flush()).toEqual([{ type: 'key', key: 'esc' }]);
    expect(decoder.isWaiting).toBe(false);
  });

  it('is one text for a paste, with nothing in it taken for a key', () => {
    expect(read('\u001b[200~q\r\n1\u0003\u001b[201~x')).toEqual([
      { type: 'paste', text: 'q\n1\u0003' },
      { type: 'key', key: 'x' },
    ]);
  });

  it('is the same however it is cut into chunks', () => {
    const sent = '42\r\u001b[A\u001b[200~pasted\r\ntext\u001b[201~é\u001b[6~q';
    const whole = read(sent);
    fc.assert(
      fc.property(fc.array(fc.nat(sent.length)), cuts => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), sent.length];
        const chunks = places.slice(1).map((end, i) => sent.slice(places[i], end));
        expect(read(...chunks)).toEqual(whole);
      }),
    );
  });

  it('never makes the decoder throw or wait for ever', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 20 })), chunks => {
        const decoder = makeInputDecoder();
        for (const chunk of chunks) decoder.push(chunk);
        decoder.flush();
        expect(decoder.isWaiting).toBe(false);
      }),
    );
  });
});
