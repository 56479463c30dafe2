import * as fc from 'fast-check';
import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { LineReader, InputLine } from '../../../src/cli/terminal/line-reader.ts';
import { LONGEST_LINE, makeLineReader } from '../../../src/cli/terminal/line-reader.ts';

interface Opened {
  readonly stdin: PassThrough;
  readonly signals: EventEmitter;
  readonly reader: LineReader;
}

const open = (isTTY = false): Opened => {
  const stdin = new PassThrough();
  const signals = new EventEmitter();
  const reader = makeLineReader(
    Object.assign(stdin, { isTTY }) as unknown as NodeJS.ReadStream,
    signals as unknown as NodeJS.Process,
  );
  return { stdin, signals, reader };
};

/** Everything that is read from chunks, to the end. */
const readAll = async (
  chunks: readonly (string | Uint8Array)[],
  isTTY = false,
): Promise<readonly string[]> => {
  const { stdin, reader } = open(isTTY);
  for (const chunk of chunks) stdin.write(chunk);
  stdin.end();
  const texts: string[] = [];
  for (;;) {
    const reading: InputLine = await reader.next();
    if (reading.is === 'line') texts.push(reading.text);
    else if (reading.is === 'unreadable') texts.push(`${reading.number}: ${reading.why}`);
    else return texts;
  }
};

describe('lines', () => {
  it('end with a newline, with or without a return before it, or with the input', async () => {
    expect(await readAll(['one\ntwo\r\n\nlast'])).toEqual(['one', 'two', '', 'last']);
    expect(await readAll([])).toEqual([]);
  });

  it('are the same however the input is cut into chunks', async () => {
    const whole = Buffer.from('erste\nzwölf\r\n語\n\nend');
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(whole.length), { maxLength: 8 }), async cuts => {
        const places = [0, ...cuts.sort((a, b) => a - b), whole.length];
        const chunks = places.slice(1).map((end, i) => whole.subarray(places[i], end));
        expect(await readAll(chunks)).toEqual(['erste', 'zwölf', '語', '', 'end']);
      }),
      { numRuns: 50 },
    );
  });

  it('lose the byte order mark that the input begins with', async () => {
    expect(await readAll(['\ufeff1\n\ufeff2\n'])).toEqual(['1', '\ufeff2']);
  });

  it('that are no UTF-8, hold NUL or are too long are refused, and the one after them is read', async () => {
    const long = 'a'.repeat(LONGEST_LINE + 1);
    expect(await readAll([Buffer.from([0xff, 0x0a]), '1\n'])).toEqual(['1: it is not UTF-8 text', '1']);
    expect(await readAll(['a\0b\n', '1\n'])).toEqual([
      '1: it has NUL bytes in it, as UTF-16 text or a program file does',
      '1',
    ]);
    expect(await readAll([`${long}\n1\n`])).toEqual(['1: it is longer than 10,000 bytes', '1']);
    expect(await readAll([long, long, `${long}\n1`])).toEqual(['1: it is longer than 10,000 bytes', '1']);
    expect(await readAll([long.slice(1)])).toEqual([long.slice(1)]);
  });

  it('without an end are refused while they still come in', async () => {
    const { stdin, reader } = open();
    stdin.write('a'.repeat(LONGEST_LINE + 1));
    expect(await reader.next()).toMatchObject({ is: 'unreadable', number: 1 });
    reader.close();
  });

  it('from a terminal are without what it reports and what arrow keys send; from a pipe they stay', async () => {
    const line =
      '\u001b]11;rgb:1e1e/1e1e/2e2e\u001b\\2\u001b[A\u001b[?1;2c\u001bP>|xterm\u001b\\3\u001bOB\u009b1;2c4';
    expect(await readAll([`${line}\n`], true)).toEqual(['234']);
    expect(await readAll([`${line}\n`])).toEqual([line]);
  });
});

describe('the reader of lines', () => {
  it('takes no more of a pipe than it is asked for', async () => {
    const { stdin, reader } = open();
    const first = reader.next();
    stdin.write('1\n');
    expect(await first).toEqual({ is: 'line', text: '1', number: 1 });
    stdin.write('2\n');
    await new Promise(resolve => setImmediate(resolve));
    expect(stdin.readableLength).toBe(2);
    expect(await reader.next()).toMatchObject({ text: '2' });
    reader.close();
  });

  it('says for ever that the input ended or was interrupted', async () => {
    const { stdin, signals, reader } = open();
    const waiting = reader.next();
    signals.emit('SIGINT');
    expect(await waiting).toEqual({ is: 'interrupted' });
    stdin.end('1\n');
    expect(await reader.next()).toEqual({ is: 'interrupted' });
    reader.close();
    expect(signals.listenerCount('SIGINT')).toBe(0);
  });
});
