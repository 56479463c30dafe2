import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FRONT, writeCourse } from '../support/course-folder.ts';
import type { StudyResult } from '../support/run-study.ts';
import { makeTempDir, runStudy } from '../support/run-study.ts';

const home = makeTempDir('study-own');
let course: string;

beforeAll(() => {
  course = writeCourse({
    'content/messages/sqs.md': `${FRONT}Text.\n\n## Limits\n\nText.\n\n## Cards\n\n### Limits\n\nQ: How long? ^sqs-hidden\nA: 30 seconds.\n`,
  });
});
afterAll(() => {
  for (const path of [home, course]) rmSync(path, { recursive: true, force: true });
});

const study = (args: readonly string[], input = ''): Promise<StudyResult> =>
  runStudy([...args, '--course', course], { home, input });
const write = (path: string, text: string): void => {
  const file = join(home, 'own', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};

describe("a learner's own remarks and cards", () => {
  it('are written in a session, asked, searched, checked, exported and backed up', async () => {
    write(
      'test-course/content/messages/sqs.md',
      '### Limits\n\nQ: Who hides it? ^own-who\nA: The timeout.\n',
    );
    const first = await study(['cards', '--in-order'], '\n:remark Only *one* reader.\n3\n\n3\n');
    expect(first.stdout).toContain('Q 2/2 own-who');
    expect(first.stdout).toContain('remark saved sqs-hidden');
    const again = await study(['cards', '--in-order'], '\n3\n');
    expect(again.stdout).toContain('Your remark: Only one reader.');

    const found = await study(['search', 'reader', '--type', 'card']);
    expect(found.stdout).toContain('only one reader.');
    expect((await study(['search', 'timeout', '--type', 'card'])).stdout).toContain('Who hides it?');
    expect((await study(['topics'])).stdout).toMatch(/sqs \(1 of your own\) +2 /);
    expect((await study(['why', 'own-who'])).code).toBe(0);
    expect((await study(['check', course])).stdout).toContain('1 remark and 1 card of your own');

    const exported = await study(['export', 'own']);
    expect(exported.stdout).toBe(`<!-- own/test-course/content/messages/sqs.md -->
### Limits

Q: Who hides it? ^own-who
A: The timeout.

<!-- own/test-course/remarks/sqs-hidden.md -->
Only *one* reader.
`);
    expect(JSON.parse((await study(['export', 'own', 'sqs', '--json'])).stdout)).toMatchObject({
      files: [
        { course: 'test-course', kind: 'cards', about: 'sqs' },
        { course: 'test-course', kind: 'remark', about: 'sqs-hidden', text: 'Only *one* reader.\n' },
      ],
    });
    // What others get of the course is the course.
    expect((await study(['export', 'course', '--json'])).stdout).not.toContain('own-who');

    const doctor = await study(['doctor']);
    expect(doctor.stdout).toMatch(/Your remarks and cards\n +test-course +1 remark, 1 file of cards/);
    const backup = join(home, 'backups', 'b.jsonl');
    expect((await study(['progress', 'backup', backup])).stdout).toContain('and 2 files of your own');
    rmSync(join(home, 'own'), { recursive: true });
    expect((await study(['progress', 'restore', backup])).stdout).toContain(
      'Added 2 files of your own remarks and cards.',
    );
    expect((await study(['cards', '--in-order'], '\n3\n')).stdout).toContain('Only one reader.');
  });

  it('stay when all progress is forgotten, which asks twice and says what it leaves', async () => {
    const refused = await study(['progress', 'forget-all'], 'yes\nno\n');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('Nothing was changed');
    expect(readdirSync(join(home, 'journal'))).not.toEqual([]);
    expect((await study(['progress', 'forget-all', '--no-input'])).code).toBe(2);

    const { code, stdout, stderr } = await study(['progress', 'forget-all'], 'yes\nyes\n');
    expect({ code, asked: stderr.match(/Type yes/g)?.length }).toEqual({ code: 0, asked: 2 });
    expect(stdout).toContain('2 files of your own remarks and cards');
    for (const name of ['journal', 'backups', 'device.json', 'saved.json'])
      expect(existsSync(join(home, name))).toBe(false);
    expect((await study(['stats', '--json'])).stdout).not.toContain('"answers":1');
    expect((await study(['export', 'own'])).stdout).toContain('Only *one* reader.');

    await study(['progress', 'forget-all', '--own', '--force']);
    expect(existsSync(join(home, 'own'))).toBe(false);
  });
});
