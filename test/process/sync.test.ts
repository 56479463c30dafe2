import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { StudyResult } from '../support/run-study.ts';
import { makeTempDir, runStudy } from '../support/run-study.ts';

const folder = makeTempDir('study-sync');
const shared = join(folder, 'shared');
mkdirSync(shared);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const study = (device: 'a' | 'b', args: readonly string[], input = ''): Promise<StudyResult> => {
  const home = join(folder, device);
  mkdirSync(home, { recursive: true });
  return runStudy(args, { home, input });
};

describe('study sync', () => {
  it('asks about an empty place, and carries records and remarks, but nothing of the device', async () => {
    expect((await study('a', ['sync'])).stderr).toContain('study sync init');
    await study('a', ['cards', 'sqs', '-n', '1'], '\n:remark Mine\n3\n');
    expect((await study('a', ['sync', 'init', shared], 'no\n')).code).toBe(2);
    expect(readdirSync(shared)).toEqual([]);
    // Where nobody answers, what would answer is said.
    expect((await study('a', ['sync', 'init', shared])).stderr).toMatch(/Nothing was changed\n.*--yes/);
    expect((await study('a', ['sync', 'init', shared, '--json'])).stdout).toContain('"needs-confirmation"');
    const first = await study('a', ['sync', 'init', shared, '--yes']);
    expect(first.stdout).toMatch(
      /Synced with .*: sent 1 record and 1 file of your own, received 0 records\./,
    );
    expect(readdirSync(shared).toSorted()).toEqual([
      '.gitattributes',
      '.gitignore',
      'journal',
      'own',
      'study-sync.json',
    ]);
    expect(readFileSync(join(shared, '.gitattributes'), 'utf8')).toContain('*.jsonl -text');

    const second = await study('b', ['sync', 'init', shared, '--json']);
    expect(JSON.parse(second.stdout)).toMatchObject({
      kind: 'folder',
      result: 'done',
      received: 1,
      ownReceived: 1,
    });
    expect((await study('b', ['export', 'own'])).stdout).toContain('Mine');
    expect((await study('b', ['doctor'])).stdout).toMatch(/Sync\n +folder +\S+shared\n +last sync/);
  });

  it('says on home and in doctor that the last one is long ago', async () => {
    const state = join(folder, 'b', 'sync', 'sync.json');
    const value = JSON.parse(readFileSync(state, 'utf8')) as { syncedAt: number };
    writeFileSync(state, JSON.stringify({ ...value, syncedAt: value.syncedAt - 9 * 86_400_000 }));
    expect((await study('b', ['today'])).stdout).toContain('Last sync 9 days ago: study sync');
    expect((await study('b', ['doctor'])).stdout).toContain(
      'what other devices have learned since is not here',
    );
  });

  it('is no error without the place', async () => {
    rmSync(shared, { recursive: true });
    const { code, stderr } = await study('b', ['sync']);
    expect({ code, isTold: stderr.includes('was not reached') }).toEqual({ code: 0, isTold: true });
  });
});
