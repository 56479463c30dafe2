import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeBackup } from '../../../src/store/archive/backup.ts';
import { mergeInto } from '../../../src/store/archive/merge.ts';
import { restoreBackup } from '../../../src/store/archive/restore.ts';
import { openJournal } from '../../../src/store/journal/journal.ts';
import {
  addOwnFile,
  isOwnFilePath,
  listOwnFiles,
  ownLines,
  readOwnLines,
} from '../../../src/store/own/own-files.ts';
import { NOW } from '../../support/histories.ts';
import type { TestHome } from '../../support/homes.ts';
import { reviewed, withHome } from '../../support/homes.ts';

const own = (home: TestHome): string => join(home.paths.data, 'own');
const write = (home: TestHome, path: string, text: string | Buffer): void => {
  const file = join(own(home), path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const textsOf = (home: TestHome): Readonly<Record<string, string>> =>
  Object.fromEntries(listOwnFiles(own(home)).map(({ path, place }) => [path, readFileSync(place, 'utf8')]));

const REMARK = 'cloud/remarks/sqs-retention%2f4-days.md';

describe("a learner's own files in a backup", () => {
  it('come back with it, private, whatever they hold', () =>
    withHome(home => {
      const large = `${'Q: größer?\nA: 核酸 \u{1f600}\n\n'.repeat(30_000)}`;
      write(home, REMARK, 'The default.\n');
      write(home, 'cloud/content/messages/sqs.md', large);
      write(home, 'cloud/remarks/image.png', Buffer.from([0x89, 0x50, 0, 255]));
      const journal = openJournal(home.journal(NOW));
      journal.append('cloud', reviewed('a', NOW / 86_400_000 - 0.5));
      journal.close();
      const path = join(home.root, 'backup.jsonl');
      expect(writeBackup(home.paths.journal, path, NOW)).toEqual({ events: 1, own: 3 });
      expect(
        Math.max(
          ...readFileSync(path, 'utf8')
            .split('\n')
            .map(line => Buffer.byteLength(line)),
        ),
      ).toBeLessThan(1 << 20);

      withHome(other => {
        const to = openJournal(other.journal(NOW));
        const report = restoreBackup(to, other.paths.journal, path);
        expect(report).toMatchObject({ skipped: 0, ownFiles: { added: 3, same: 0, copied: 0 } });
        expect(textsOf(other)).toEqual(textsOf(home));
        expect(statSync(join(own(other), REMARK)).mode & 0o777).toBe(0o600);
        expect(statSync(join(own(other), 'cloud/remarks')).mode & 0o777).toBe(0o700);
        // Once more adds nothing.
        expect(restoreBackup(to, other.paths.journal, path).ownFiles).toEqual({
          added: 0,
          same: 3,
          copied: 0,
        });
        to.close();
      });
    }));

  it('stand beside another version of the same name, once', () =>
    withHome(home => {
      write(home, REMARK, 'Then.\n');
      const path = join(home.root, 'backup.jsonl');
      writeBackup(home.paths.journal, path, NOW);
      write(home, REMARK, 'Now.\n');
      for (let i = 0; i < 3; i++) mergeInto(home.paths.journal, path);
      expect(Object.values(textsOf(home))).toEqual(['Then.\n', 'Now.\n']);
      expect(readdirSync(join(own(home), 'cloud/remarks'))).toHaveLength(2);
    }));

  it('come with the home that is merged', () =>
    withHome(home =>
      withHome(other => {
        write(other, REMARK, 'From there.\n');
        expect(mergeInto(home.paths.journal, other.paths.data).ownFiles).toEqual({
          added: 1,
          same: 0,
          copied: 0,
        });
        expect(textsOf(home)).toEqual(textsOf(other));
      }),
    ));
});

describe('a path of an own file', () => {
  it.each([
    '../x.md',
    'cloud/../../x.md',
    '/etc/passwd',
    'cloud/.git/config',
    'cloud/remarks/.x.md',
    'cloud\\x.md',
    'C:/x.md',
    'cloud//x.md',
    'cloud/x.md:stream',
    'x.md',
    'cloud/remarks/x.',
    'cloud/\u0007.md',
    `${'a/'.repeat(20)}x.md`,
  ])('that leads elsewhere is refused: %j', path =>
    withHome(home => {
      expect(isOwnFilePath(path)).toBe(false);
      expect(addOwnFile(own(home), path, Buffer.from('x'))).toBe('refused');
      expect(existsSync(own(home))).toBe(false);
    }),
  );

  it('that leads out by a link is refused, and a link is not carried', () =>
    withHome(home => {
      const outside = join(home.root, 'outside');
      mkdirSync(outside);
      writeFileSync(join(outside, 'secret.md'), 'secret');
      mkdirSync(join(own(home), 'cloud'), { recursive: true });
      symlinkSync(outside, join(own(home), 'cloud', 'remarks'));
      symlinkSync(join(outside, 'secret.md'), join(own(home), 'cloud', 'secret.md'));
      expect(addOwnFile(own(home), 'cloud/remarks/x.md', Buffer.from('x'))).toBe('refused');
      expect(readdirSync(outside)).toEqual(['secret.md']);
      expect(listOwnFiles(own(home))).toEqual([]);
    }));

  it('survives its lines, and lines that are none are passed over', () => {
    const lines = ownLines('cloud/remarks/x.md', Buffer.from('a'.repeat(400_000)));
    expect(lines).toHaveLength(3);
    expect(readOwnLines([...lines, 'torn', '{"own":5}', '{"own":"y","text":7}'])).toEqual([
      { path: 'cloud/remarks/x.md', bytes: Buffer.from('a'.repeat(400_000)) },
    ]);
  });
});
