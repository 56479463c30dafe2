import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ESCAPE_WAIT, makeInputDecoder } from '../../../src/tui/terminal/input.ts';
import { cutAnywhere, noKeys, readKeys, readPieces } from '../../support/terminal-bytes.ts';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

describe('what a terminal sends', () => {
  it('is one key for each character of a burst', () => {
    expect(readKeys('jjj')).toEqual(['j', 'j', 'j']);
    expect(readKeys('42\r')).toEqual(['4', '2', 'enter']);
  });

  it.each([
    ['\u001b[A', 'up'],
    ['\u001bOB', 'down'],
    ['\u001b[1;5C', 'right'],
    ['\u001bO5D', 'left'],
    ['\u001b[D', 'left'],
    ['\u001b[H', 'home'],
    ['\u001b[4~', 'end'],
    ['\u001b[5~', 'page-up'],
    ['\u001b[6~', 'page-down'],
    ['\u001b[3~', 'delete'],
    ['\u001b[3;5~', 'delete'],
    ['\u001b[Z', 'shift-tab'],
    ['\u001bOM', 'enter'],
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
    ['\u009bA', 'up'],
  ])('%j is the key %s', (sent, key) => {
    expect(readKeys(sent)).toEqual([key]);
  });

  it('makes no key of what it does not know', () => {
    expect(readKeys('\u001b[99~', '\u001b[?1;2c', '\u001bx', '\u0000', 'a')).toEqual(['a']);
  });

  it('makes no key of bytes that are no UTF-8, and reads on after them', () => {
    expect(readKeys(bytes(0xff, 0x61, 0xc3, 0x62, 0xe8, 0xaa), 'c', bytes(0xe8), bytes(0xaa, 0x9e))).toEqual([
      'a',
      'b',
      'c',
      '語',
    ]);
  });

  it('is an arrow although it arrives in two pieces, as over a slow line', () => {
    expect(readKeys('\u001b', '[A')).toEqual(['up']);
    expect(readKeys('\u001b[', 'B')).toEqual(['down']);
    expect(readKeys('\u001b[', { wait: 900 }, 'B')).toEqual(['down']);
  });

  it('is an Escape when nothing follows for less than 100 ms', () => {
    const decoder = makeInputDecoder();
    expect(decoder.push(bytes(0x1b), 1000)).toEqual([]);
    expect(decoder.due).toBe(1000 + ESCAPE_WAIT);
    expect(ESCAPE_WAIT).toBeLessThan(100);
    expect(decoder.flush()).toEqual([{ type: 'key', key: 'esc' }]);
  });

  it('is one Escape for each that is pressed', () => {
    expect(readKeys('\u001b\u001b')).toEqual(['esc', 'esc']);
    expect(readKeys('\u001b', { wait: 60 }, '\u001b', { wait: 60 }, 'q')).toEqual(['esc', 'esc', 'q']);
  });

  it('is the same however it is cut into chunks', () => {
    const sent = Buffer.from(
      '42\r\u001b[A\u001b]11;rgb:1e/1e/2e\u001b\\\u001b[200~pasted\r\ntext\u001b[201~é\u001b[6~q',
    );
    const whole = readPieces([sent]);
    fc.assert(
      fc.property(cutAnywhere(fc.constant(sent)), pieces => {
        expect(readPieces(pieces)).toEqual(whole);
      }),
    );
  });

  it('never makes the decoder throw or wait for ever', () => {
    fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 20 })), pieces => void readPieces(pieces)));
  });
});

describe('what a terminal sends although no key was pressed', () => {
  it('is no key, whole or in any pieces', () => {
    fc.assert(
      fc.property(cutAnywhere(noKeys), pieces => {
        expect(readPieces(pieces)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves the keys before and after it as they are', () => {
    fc.assert(
      fc.property(
        cutAnywhere(noKeys.map(sent => Buffer.concat([Buffer.from('a'), sent, Buffer.from('z')]))),
        pieces => {
          expect(readKeys(...pieces)).toEqual(['a', 'z']);
        },
      ),
    );
  });

  it.each([
    ['the color of the background, ended by ST', '\u001b]11;rgb:1e1e/1e1e/2e2e\u001b\\'],
    ['the color of the text, ended by BEL', '\u001b]10;rgb:8f8f/f5f5/8686\u0007'],
    ['the name of the terminal', '\u001bP>|tmux 3.4\u001b\\'],
    ['a picture that was shown', '\u001b_Gi=31;OK\u001b\\'],
    ['a mouse in the form of urxvt', '\u001b[32;10;10M'],
  ])('is no key one by one, and with pauses below a second: %s', (_, sent) => {
    for (let cut = 2; cut < sent.length; cut++)
      expect(readKeys(sent.slice(0, cut), { wait: 900 }, sent.slice(cut), 'q')).toEqual(['q']);
    expect(readKeys(...sent)).toEqual([]);
  });

  it.each([
    ['[A', []],
    [']11;rgb:ff/ff/ff\u001b\\', []],
    ['OA', []],
    ['P>|xterm\u001b\\', []],
    ['[200~text\u001b[201~', ['paste text']],
  ])('is no key when it comes within a second after its Escape was taken for the key: %j', (rest, more) => {
    expect(readKeys('\u001b', { wait: 800 }, rest, 'q')).toEqual(['esc', ...more, 'q']);
  });

  it('does not keep a key that only looks like its beginning', () => {
    expect(readKeys('\u001b', { wait: 200 }, 'P')).toEqual(['esc', 'P']);
    expect(readKeys('\u001b', { wait: 200 }, 'e')).toEqual(['esc', 'e']);
    expect(readKeys('\u001b', { wait: 1200 }, '[')).toEqual(['esc', '[']);
  });

  it('ends with a second in which nothing comes, and then keys are keys', () => {
    expect(readKeys('\u001b]11;rgb', { wait: 1100 }, 'q')).toEqual(['q']);
    expect(readKeys('\u001b[12', { wait: 1100 }, 'q')).toEqual(['q']);
    expect(readKeys('\u001b[M', { wait: 1100 }, 'q')).toEqual(['q']);
  });

  it('is not waited for longer because somebody types', () => {
    const typed = Array.from({ length: 12 }, () => ['x', { wait: 150 }]).flat();
    expect(readKeys('\u001bP', { wait: 150 }, ...typed).length).toBeGreaterThanOrEqual(5);
  });

  it('has a bound: after it the first pause ends it', () => {
    expect(readKeys(`\u001b]52;c;${'A'.repeat(1_100_000)}`, { wait: 150 }, 'q')).toEqual(['q']);
    expect(readKeys(`\u001b[${'1;'.repeat(500)}A`, 'q')).toEqual(['q']);
  });

  it('gives way to a new sequence where its end was lost', () => {
    expect(readKeys('\u001b]11;rgb:1e1e', '\u001b[A', 'q')).toEqual(['up', 'q']);
    expect(readKeys('\u001b]11;rgb:1e1e', '\u001b', { wait: 60 }, 'q')).toEqual(['esc', 'q']);
    expect(readKeys('\u001b]11;rgb:1e1e', '\u001b', { wait: 60 }, '\\', 'q')).toEqual(['esc', 'q']);
  });

  it('never takes a Ctrl-C that comes by itself', () => {
    const begun = [
      '\u001b',
      '\u001b[',
      '\u001b[1',
      '\u001bO',
      '\u001b]11;',
      '\u001bP',
      '\u001b[M',
      '\u001b[Ma',
      '\u001b]x\u001b',
    ];
    for (const begin of begun) {
      expect(readKeys(begin, '\u0003')).toEqual(['ctrl-c']);
      expect(readKeys(begin, { wait: 30 }, '\u0003\u0003', 'q')).toEqual(['ctrl-c', 'ctrl-c', 'q']);
    }
  });
});

describe('a paste', () => {
  it('is one text, with nothing in it taken for a key', () => {
    expect(readPieces(['\u001b[200~q\r\n1\u0003\u001b[201~x'])).toEqual([
      { type: 'paste', text: 'q\n1\u0003' },
      { type: 'key', key: 'x' },
    ]);
  });

  it('keeps what only looks like the mark of its end', () => {
    expect(readKeys('\u001b[200~a\u001b[20\u001b\u001b[201b\u001b[201~')).toEqual([
      'paste a\u001b[20\u001b\u001b[201b',
    ]);
  });

  it('without an end mark ends after a second, and a late mark is nothing', () => {
    expect(readKeys('\u001b[200~hello', { wait: 1100 }, 'q', '\u001b[201~')).toEqual(['paste hello', 'q']);
    expect(readKeys('\u001b[200~hello\u001b[20', { wait: 1100 }, 'q')).toEqual(['paste hello', 'q']);
  });

  it('goes on when its rest comes within a second', () => {
    expect(
      readKeys(
        '\u001b[200~one ',
        { wait: 900 },
        'two ',
        { wait: 900 },
        'three\u001b',
        { wait: 900 },
        '[201~',
      ),
    ).toEqual(['paste one two three']);
  });

  it('without an end mark lets Ctrl-C and Escape through, and its text first', () => {
    expect(readKeys('\u001b[200~hello', '\u0003', 'q')).toEqual(['paste hello', 'ctrl-c', 'q']);
    expect(readKeys('\u001b[200~hello', '\u001b', { wait: 60 }, 'q')).toEqual(['paste hello', 'esc', 'q']);
  });

  it('is not prolonged by typing', () => {
    const typed = Array.from({ length: 12 }, () => ['x', { wait: 150 }]).flat();
    const keys = readKeys('\u001b[200~hello', { wait: 150 }, ...typed);
    expect(keys[0]).toMatch(/^paste hellox+$/);
    expect(keys.length).toBeGreaterThanOrEqual(5);
  });

  it('that begins within another one ends that one', () => {
    expect(readKeys('\u001b[200~one\u001b[200~two\u001b[201~')).toEqual(['paste one', 'paste two']);
  });

  it('takes 100 000 characters and drops the rest', () => {
    const [text = ''] = readKeys(`\u001b[200~${'é'.repeat(120_000)}\u001b[201~`);
    expect(text).toHaveLength(100_000 + 'paste '.length);
  });
});
