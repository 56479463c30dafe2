import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeZip } from '../../src/content/transfer/zip.ts';
import type { TestCollection } from '../support/anki-packages.ts';
import {
  BASIC,
  metaOf,
  newPackage,
  oldCollection,
  oldPackage,
  storedZstd,
} from '../support/anki-packages.ts';
import { writeExamCourse } from '../support/exam-folder.ts';
import type { StudyResult } from '../support/run-study.ts';
import { makeTempDir, ROOT, runStudy } from '../support/run-study.ts';

let work = '';
beforeEach(() => {
  work = makeTempDir('study-transfer');
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

const study = (...args: readonly string[]): Promise<StudyResult> =>
  runStudy(args, { home: join(work, 'home'), cwd: work });
const json = async (...args: readonly string[]): Promise<Record<string, unknown>> => {
  const { stdout, stderr, code } = await study(...args, '--json');
  expect(`${code} ${stderr}`).toBe('0 ');
  return JSON.parse(stdout) as Record<string, unknown>;
};
const write = (path: string, contents: string | Uint8Array): void => {
  mkdirSync(dirname(join(work, path)), { recursive: true });
  writeFileSync(join(work, path), contents);
};

/** Every file of a folder with what it holds; nothing where there is no folder. */
const files = (folder: string): Readonly<Record<string, string>> =>
  existsSync(join(work, folder))
    ? Object.fromEntries(
        readdirSync(join(work, folder), { recursive: true, withFileTypes: true })
          .filter(entry => entry.isFile())
          .map(entry => join(entry.parentPath, entry.name))
          .sort()
          .map(path => [path.slice(join(work, folder).length + 1), readFileSync(path, 'latin1')]),
      )
    : {};

const journal = (): Readonly<Record<string, string>> => files('home/journal');

const PACKAGE = join(ROOT, 'test', 'fixtures', 'anki', 'latest.apkg');

describe('study import', () => {
  it('tries, does, does again and takes back a package of Anki with its reviews', async () => {
    const dry = await json('import', PACKAGE, '--into', 'deck', '--dry-run');
    expect(dry).toMatchObject({ dryRun: true, added: { cards: 300 } });
    expect(existsSync(join(work, 'deck'))).toBe(false);
    expect(journal()).toEqual({});

    const done = await json('import', PACKAGE, '--into', 'deck');
    expect(done).toMatchObject({ added: dry['added'], history: dry['history'] });
    const [first, recorded] = [files('deck'), journal()];
    expect(Object.keys(recorded)).toHaveLength(1);
    // Nothing of it counts as done here.
    expect(await json('stats', '--course', 'deck')).toMatchObject({ answers: 0 });

    const again = await json('import', PACKAGE, '--into', 'deck');
    expect(again).toMatchObject({ added: { cards: 0 }, batch: null });
    expect(files('deck')).toEqual(first);
    expect(journal()).toEqual(recorded);

    const due = async (): Promise<unknown> =>
      (await json('why', 'anki-12244c3df7d4ef53', '--course', 'deck'))['status'];
    expect(await due()).not.toBe('new');
    await json('progress', 'undo', String(done['batch']), '--course', 'deck');
    expect(await due()).toBe('new');
    expect(files('deck')).toEqual(first);
  });

  it('takes tags and leeches of Anki, and gives them back', async () => {
    const notes: TestCollection['notes'] = [
      {
        guid: 'hard-one',
        type: 'Basic',
        fields: ['Which?', 'That.'],
        tags: ' leech Cells::Walls #odd&tag ',
        cards: [{ type: 2, due: 10, ivl: 5, factor: 2500, lapses: 8, queue: -1 }],
      },
      { guid: 'easy-one', type: 'Basic', fields: ['Is this #text', 'Yes.'] },
    ];
    write('deck.apkg', await oldPackage({ types: [BASIC], notes }));
    const done = await json('import', 'deck.apkg', '--into', 'deck');
    expect(done).toMatchObject({ added: { cards: 2 }, left: 0, history: { suspended: 1 } });
    expect(Object.values(files('deck')).join('')).toMatch(
      /^Q: Which\? #leech #Cells\/Walls #odd_tag \^anki-[0-9a-f]+$/m,
    );
    expect(Object.values(files('deck')).join('')).toMatch(/^Q: Is this \\#text \^anki-/m);

    const shown = await json('export', 'course', '--course', 'deck');
    const cards = shown['cards'] as readonly { readonly item: string; readonly tags: readonly string[] }[];
    expect(cards.map(({ tags }) => tags).sort()).toEqual([[], ['leech', 'Cells/Walls', 'odd_tag']]);
    const item = cards.find(({ tags }) => tags.length > 0)?.item ?? '';
    expect(await json('why', item, '--course', 'deck')).toMatchObject({
      tags: ['leech', 'Cells/Walls', 'odd_tag'],
      status: 'suspended',
      leech: true,
      lapses: 8,
    });
    const { stdout: report } = await study('why', item, '--course', 'deck');
    expect(report).toMatch(/Tags +#leech #Cells\/Walls #odd_tag/);

    await json('progress', 'unsuspend', item, '--course', 'deck');
    const drill = await study('cards', '#cells', '--course', 'deck');
    expect(drill.stdout).toContain(`Q 1/1 ${item}`);
    expect((await study('review', '#Cells/walls', '--course', 'deck')).stdout).toContain(`Q 1/1 ${item}`);
    const unknown = await study('cards', '#cell', '--course', 'deck');
    expect(`${unknown.code} ${unknown.stderr}`).toMatch(/^2 .*No note and no card .*"#cell"[^]*#Cells/);

    // Again: nothing twice, and nothing to say.
    expect(await json('import', 'deck.apkg', '--into', 'deck')).toMatchObject({
      added: { cards: 0 },
      left: 0,
      batch: null,
    });
    for (const [format, name] of [
      ['anki', 'out.apkg'],
      ['anki-text', 'out.txt'],
      ['csv', 'out.csv'],
    ] as const) {
      const made = await study('export', format, '#cells', '-o', name, '--course', 'deck');
      expect(`${made.code} ${made.stderr}`).toBe('0 ');
      const back = `back-${format}`;
      expect(await json('import', name, '--into', back)).toMatchObject({ added: { cards: 1 }, left: 0 });
      const { cards: again } = await json('export', 'course', '--course', back);
      expect((again as typeof cards)[0]?.tags).toEqual(expect.arrayContaining(['leech', 'Cells/Walls']));
    }
    const list = await json('list', 'leeches', '--course', 'back-anki');
    expect(JSON.stringify(list)).toContain('Which?');
  });

  it('takes a collection of Anki without its package', async () => {
    const collection = { types: [BASIC], notes: [{ guid: 'g', type: 'Basic', fields: ['Which?', 'That.'] }] };
    write('collection.anki2', await oldCollection(collection));
    const report = await json('import', 'collection.anki2', '--into', 'deck');
    expect(report).toMatchObject({ formats: [{ key: 'anki' }], added: { cards: 1 } });
    // In a folder, and under a name that says nothing, it is told by its tables.
    write('folder/backup.db', await oldCollection(collection));
    expect(await json('import', 'folder', '--into', 'other', '--dry-run')).toMatchObject({
      formats: [{ key: 'anki' }],
      added: { cards: 1 },
    });
  });

  it('refuses what is hostile or damaged with exit code 3, and writes nothing', async () => {
    const note = { guid: 'g', type: 'Basic', fields: ['a', 'b'] };
    const good = await oldPackage({ types: [BASIC], notes: [note] });
    const later = await newPackage({ types: [BASIC], notes: [note] });
    const text = (value: string): Uint8Array => new TextEncoder().encode(value);
    const broken = Buffer.from(await oldCollection({ types: [BASIC], notes: [note] })).fill(0xff, 100, 4000);
    const hostile: Readonly<Record<string, Uint8Array>> = {
      'out.apkg': writeZip([
        ['../evil', text('x')],
        ['collection.anki2', text('x')],
      ]),
      'bomb.apkg': writeZip([
        ['collection.anki21b', storedZstd(new Uint8Array(1))],
        ['meta', metaOf(3)],
        ['collection.anki2', new Uint8Array(64 << 20)],
      ]),
      'cut.apkg': good.subarray(0, good.length - 40),
      'cut-zstd.apkg': later.subarray(0, Math.floor(later.length / 2)),
      'broken.anki2': broken,
      'new.apkg': writeZip([
        ['meta', metaOf(9)],
        ['collection.anki2', text('x')],
      ]),
      'nothing.bin': new Uint8Array(100).fill(200),
    };
    for (const [name, bytes] of Object.entries(hostile)) {
      write(name, bytes);
      const { code, stdout, stderr } = await study('import', name, '--into', 'deck');
      expect(`${name} ${code} ${stdout}`).toBe(`${name} 3 `);
      expect(stderr).toMatch(/\nTry: /);
      expect(existsSync(join(work, 'deck')), name).toBe(false);
    }
    expect(existsSync(join(work, '..', 'evil'))).toBe(false);
    expect(journal()).toEqual({});
  });

  it('names what it cannot find, or does not know', async () => {
    expect((await study('import', 'nowhere.csv', '--into', 'deck')).code).toBe(3);
    write('a.csv', 'front,back\na,b\n');
    const { code, stderr } = await study('import', 'a.csv', '--into', 'deck', '--from', 'cvs');
    expect(code).toBe(2);
    expect(stderr).toContain('There is no format "cvs"');
    expect((await study('import', 'a.csv')).code).toBe(2);
    expect(existsSync(join(work, 'deck'))).toBe(false);
  });

  it('takes every question of a paper that was printed, and finds them again', async () => {
    const course = writeExamCourse(join(work, 'course'));
    const { stdout } = await study('exam', 'mock', '--seed', '1', '--print', '--course', course);
    write('paper.md', stdout);
    const report = await json('import', 'paper.md', '--into', 'printed');
    expect(report).toMatchObject({ formats: [{ key: 'paper' }], added: { questions: 65 } });
    expect(await json('import', 'paper.md', '--into', 'printed')).toMatchObject({ added: { questions: 0 } });
    // The course that it was drawn from has them all.
    expect(await json('import', 'paper.md', '--into', course)).toMatchObject({ added: { questions: 0 } });
    const quiz = await study('quiz', '--item', 'q7', '--course', 'printed', '--yes');
    expect(quiz.stdout).toContain('Which number is question 7?');
    const { code } = await study('check', 'printed');
    expect(code).toBe(0);
  });
});

describe('study export', () => {
  const CARDS = 'id,front,back\nes-casa,la casa,the house\nes-perro,"el ""perro""",the dog\n';

  it.each(['anki', 'anki-text', 'csv', 'tsv', 'hashcards'])(
    'writes cards as %s that come back, and overwrites nothing',
    async format => {
      write('cards.csv', CARDS);
      await json('import', 'cards.csv', '--into', 'deck');
      const name =
        { anki: 'out.apkg', 'anki-text': 'out.txt', csv: 'out.csv', tsv: 'out.tsv', hashcards: 'out.md' }[
          format
        ] ?? '';
      const made = await study('export', format, '-o', name, '--course', 'deck');
      expect(`${made.code} ${made.stderr}`).toBe('0 ');
      const before = files('.')[name];
      expect((await study('export', format, '-o', name, '--course', 'deck')).code).toBe(2);
      expect(files('.')[name]).toBe(before);
      expect(await json('import', name, '--into', 'back')).toMatchObject({ added: { cards: 2 }, left: 0 });
      const shown = async (folder: string): Promise<unknown> =>
        ((await json('export', 'course', '--course', folder))['cards'] as readonly Record<string, unknown>[])
          .map(({ front, back }) => `${String(front)} = ${String(back)}`)
          .sort();
      expect(await shown('back')).toEqual(await shown('deck'));
    },
  );

  it('writes questions as GIFT and Aiken, and says what they cannot hold', async () => {
    const course = writeExamCourse(join(work, 'course'));
    for (const format of ['gift', 'aiken']) {
      const made = await study('export', format, '-o', `${format}.txt`, '--course', course);
      expect(made.code).toBe(0);
      expect(await json('import', `${format}.txt`, '--into', format)).toMatchObject({
        formats: [{ key: format }],
        added: { questions: 65 },
      });
    }
    const { stderr } = await study('export', 'aiken', '--course', course);
    expect(stderr).toContain('reason');
  });
});
