import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readRegular } from '../../src/disk/regular-file.ts';
import { makeTempDir } from '../support/run-study.ts';

const folder = makeTempDir('study-regular');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

describe.skipIf(process.platform === 'win32')('a file whose kind is not known', () => {
  writeFileSync(at('file'), 'text');
  symlinkSync(at('file'), at('link'));
  symlinkSync(at('nowhere'), at('dangling'));
  symlinkSync('/dev/zero', at('endless'));
  symlinkSync(at('circle'), at('circle'));
  mkdirSync(at('folder'));
  execFileSync('mkfifo', [at('pipe')]);
  symlinkSync(at('pipe'), at('link-to-pipe'));

  it('is read where it is a regular one, behind a link only where links are followed', () => {
    expect(readRegular(at('file'), 'refuse-link').toString()).toBe('text');
    expect(readRegular(at('link'), 'follow-link').toString()).toBe('text');
    expect(() => readRegular(at('link'), 'refuse-link')).toThrow(expect.objectContaining({ code: 'ELOOP' }));
  });

  it.each([
    ['nowhere', 'ENOENT'],
    ['dangling', 'ENOENT'],
    ['circle', 'ELOOP'],
    ['folder', 'EISDIR'],
    ['pipe', 'ENOTREGULAR'],
    ['link-to-pipe', 'ENOTREGULAR'],
    ['endless', 'ENOTREGULAR'],
  ])('is refused at once where it is a %s', (name, code) => {
    expect(() => readRegular(at(name), 'follow-link')).toThrow(expect.objectContaining({ code }));
  });

  it('is refused where it is a socket or larger than it may be', async () => {
    const server = createServer().listen(at('socket'));
    await new Promise(resolve => server.once('listening', resolve));
    expect(() => readRegular(at('socket'), 'follow-link')).toThrow(
      expect.objectContaining({ code: 'ENXIO' }),
    );
    await new Promise(resolve => server.close(resolve));
    expect(() => readRegular(at('file'), 'refuse-link', 3)).toThrow(
      expect.objectContaining({ code: 'ETOOLARGE' }),
    );
  });
});
