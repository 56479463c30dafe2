import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { lazyStream } from '../../../src/cli/terminal/standard-output.ts';
import { makeTempDir } from '../../support/run-study.ts';

const folder = makeTempDir('study-standard-output');

/** A stream of Node that keeps what it gets. */
const keeping = () => {
  const stream = new PassThrough();
  const parts: string[] = [];
  stream.on('data', (part: Buffer) => parts.push(part.toString()));
  return { stream: stream as unknown as NodeJS.WriteStream, parts };
};

describe('a standard stream', () => {
  it('that is a file is written to at once, and Node opens nothing', async () => {
    const path = join(folder, 'file');
    const fd = openSync(path, 'w');
    const out = lazyStream(fd, () => {
      throw new Error('opened');
    });
    expect(out.isTTY).toBe(false);
    expect(out.columns).toBeUndefined();
    await new Promise<void>(resolve => {
      out.write('one é\n', error => {
        expect(error ?? null).toBeNull();
        resolve();
      });
      out.write(Buffer.from('two\n'));
      expect(readFileSync(path, 'utf8')).toBe('one é\ntwo\n');
    });
    closeSync(fd);
  });

  it('that cannot be written to gets what is left from Node, and all that follows', async () => {
    // Open for reading only: every write fails.
    const fd = openSync(join(folder, 'file'), 'r');
    const { stream, parts } = keeping();
    let opened = 0;
    const out = lazyStream(fd, () => {
      opened++;
      return stream;
    });
    out.write('first ');
    await new Promise<void>(resolve => void out.write('second', () => resolve()));
    expect(parts.join('')).toBe('first second');
    expect(opened).toBe(1);
    closeSync(fd);
  });
});
