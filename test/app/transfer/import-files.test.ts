import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCourse } from '../../../src/app/course/open-course.ts';
import { undoNamed } from '../../../src/app/learner/progress-acts.ts';
import type { ImportReport } from '../../../src/app/transfer/import-files.ts';
import { doImport, prepareImport, previewImport } from '../../../src/app/transfer/import-files.ts';
import { planHistory, recordHistory } from '../../../src/app/transfer/record-history.ts';
import type { CourseReader } from '../../../src/core/course/course.ts';
import { hash64 } from '../../../src/core/base/fnv.ts';
import type { DeckProgress } from '../../../src/core/transfer/deck.ts';
import { openJournal } from '../../../src/store/journal/journal.ts';
import { makeTempDir } from '../../support/run-study.ts';

const NOW = Date.UTC(2026, 10, 30, 12);
const DAY = 86_400_000;

let dir = '';
beforeEach(() => {
  dir = makeTempDir();
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const write = (path: string, text: string): string => {
  const place = join(dir, path);
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, text);
  return place;
};

const files = (folder: string): readonly string[] =>
  readdirSync(join(dir, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(join(dir, folder).length + 1))
    .sort();

const course = (folder: string): Promise<CourseReader> =>
  openCourse({ folder: join(dir, folder), cache: join(dir, 'cache'), shippedIndex: '', shippedRoot: '' });

const clock = { now: () => NOW, offset: () => 60 };
const makeJournal = () =>
  openJournal({
    paths: {
      data: join(dir, 'home'),
      journal: join(dir, 'home', 'journal'),
      cache: join(dir, 'home', 'cache'),
    },
    ...clock,
  });

const run = async (source: string, folder: string, isDry = false): Promise<ImportReport> => {
  const journal = makeJournal();
  try {
    const prepared = await prepareImport(
      { source, folder: join(dir, folder), from: null, history: true },
      clock,
      () => course(folder),
    );
    const named = prepared.isNew ? null : await course(folder);
    const recording = {
      runtime: { clock, seed: () => 7 },
      journal,
      course: { id: named?.id ?? 'new', isNamed: named?.hasId ?? false },
      root: prepared.root,
    };
    return isDry
      ? previewImport(prepared, recording)
      : await doImport(prepared, recording, () => course(folder));
  } finally {
    journal.close();
  }
};

/** What a row without an id is told by. */
const PERRO = hash64(hash64('el perro'));
const CSV = 'id,front,back\nes-casa,la casa,the house\n,el perro,the dog\n';

describe('an import into a folder that is not there', () => {
  it('makes it a course of notes in which every card can be asked', async () => {
    const report = await run(write('spanish.csv', CSV), 'notes');
    expect(report.files).toEqual([{ path: 'spanish.md', isNew: true }]);
    expect(readFileSync(join(dir, 'notes', 'spanish.md'), 'utf8')).toBe(
      `# spanish\n\nQ: la casa ^es-casa\nA: the house\n\nQ: el perro ^csv-${PERRO}\nA: the dog\n`,
    );
    const { items } = await course('notes');
    expect(items.map(({ key }) => key)).toEqual(['es-casa', `csv-${PERRO}`]);
  });

  it('leaves nothing there when it is only tried', async () => {
    const report = await run(write('spanish.csv', CSV), 'notes', true);
    expect(report.added).toEqual({ cards: 2, questions: 0 });
    expect(readdirSync(dir)).not.toContain('notes');
  });

  it('takes every format of a folder, and names the files in none', async () => {
    write('in/a.csv', CSV);
    write('in/quiz.gift', 'Is it? {T}\n');
    write('in/photo.png', 'x');
    write('in/letter.txt', 'Dear all.\n');
    const report = await run(join(dir, 'in'), 'notes');
    expect(report.formats.map(({ key }) => key)).toEqual(['csv', 'gift']);
    expect(files('notes')).toEqual(['a.md', 'quiz.yaml']);
    expect(report.remarks.map(({ what, place }) => [what, place.file])).toEqual([
      ['file', 'letter.txt'],
      ['other files', undefined],
    ]);
  });
});

describe('an import that is made again', () => {
  it('adds nothing, and changes no file', async () => {
    const source = write('spanish.csv', CSV);
    await run(source, 'notes');
    const before = readFileSync(join(dir, 'notes', 'spanish.md'), 'utf8');
    const again = await run(source, 'notes');
    expect(again).toMatchObject({ added: { cards: 0 }, known: { cards: 2 }, files: [] });
    expect(readFileSync(join(dir, 'notes', 'spanish.md'), 'utf8')).toBe(before);
  });

  it('adds what is new below what is there, and leaves a card that a person has changed', async () => {
    await run(write('spanish.csv', CSV), 'notes');
    const file = join(dir, 'notes', 'spanish.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('the house', 'the home'));
    const report = await run(write('spanish.csv', `${CSV},el gato,the cat\n`), 'notes');
    expect(report.added.cards).toBe(1);
    expect(report.remarks).toMatchObject([{ act: 'left', what: 'differing', place: { line: 2 } }]);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain('A: the home');
    expect(text).toMatch(/A: the dog\n\nQ: el gato \^csv-[0-9a-f]{16}\nA: the cat\n$/);
  });

  it('finds a card that a person has written, by what it asks', async () => {
    write('notes/mine.md', '# Mine\n\nQ: El  Perro\nA: the dog\n');
    const report = await run(write('spanish.csv', CSV), 'notes');
    expect(report.added.cards).toBe(1);
    expect(report.known.cards).toBe(1);
  });
});

describe('an import into a course with content/', () => {
  it('writes decks and banks into their places, each with its topic', async () => {
    write('c/content/course.yaml', 'id: c\ntitle: C\n');
    await run(write('quiz.gift', '$CATEGORY: Math/Numbers\n\nIs 2 even? {T}\n'), 'c');
    await run(write('x.txt', '#separator:tab\n#deck column:3\nuno\tone\tLang::Español\n'), 'c');
    expect(files('c')).toEqual([
      'content/course.yaml',
      'content/lang/espanol.md',
      'content/math/numbers.md',
      'questions/math/numbers.yaml',
    ]);
    const opened = await course('c');
    expect(opened.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(opened.items.map(({ topic, type }) => [topic, type])).toEqual([
      ['espanol', 'card'],
      ['numbers', 'question'],
    ]);
  });

  it('never writes into a note that somebody has written, nor takes its topic', async () => {
    write('c/content/course.yaml', 'id: c\ntitle: C\n');
    write('c/content/lang/espanol.md', '---\ntitle: E\nchecked: 2026-01-01\n---\n\nA note.\n');
    await run(write('x.txt', '#separator:tab\n#deck column:3\nuno\tone\tLang::Español\n'), 'c');
    expect(files('c')).toContain('content/lang/espanol-2.md');
    expect(readFileSync(join(dir, 'c/content/lang/espanol.md'), 'utf8')).toMatch(/A note\.\n$/);
  });
});

describe('a card whose text would begin something else', () => {
  it.each([
    ['# not a heading', 'Q: not a question\n---\nA: x'],
    ['```\ncode', 'x'],
    ['ends like an id ^abc', '- list\n- of two'],
    ['100 %% sure <!-- really -->', 'x'],
  ])('%j stands there whole, and is one card', async (front, back) => {
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const report = await run(write('odd.csv', `front,back\n${quote(front)},${quote(back)}\nb,c\n`), 'notes');
    expect(report.added.cards).toBe(2);
    const opened = await course('notes');
    expect(opened.items).toHaveLength(2);
    const [first] = opened.items.map(({ key }) => opened.item(key));
    const plain = (text: string): string => text.replaceAll('\\', '').replace(/\n```$/, '');
    expect(first?.type === 'card' ? [plain(first.front), plain(first.back)] : []).toEqual([front, back]);
  });
});

describe('a source that cannot be imported', () => {
  it.each([
    ['letter.txt', 'Dear all,\nno cards here.\n', 'It is in no format that is known'],
    ['broken.csv', 'front,back\n"a,b\n', 'a quote is not closed'],
  ])('%s is refused, and nothing is written', async (name, text, message) => {
    await expect(run(write(name, text), 'notes')).rejects.toThrow(message);
    expect(readdirSync(dir)).not.toContain('notes');
  });

  it('of a million cards is refused in words', async () => {
    const text = `front,back\n${Array.from({ length: 1_000_000 }, (_, i) => `${i},x`).join('\n')}\n`;
    await expect(run(write('huge.csv', text), 'notes')).rejects.toThrow('more than 200,000 cards');
    expect(readdirSync(dir)).not.toContain('notes');
  });
});

describe('what was learned in another program', () => {
  const learned: DeckProgress = {
    reviews: [
      { at: NOW - 40 * DAY, rating: 'good', milliseconds: 4000 },
      { at: NOW - 37 * DAY, rating: 'good' },
      { at: NOW - 27 * DAY, rating: 'again' },
      { at: NOW - 26 * DAY, rating: 'good' },
      { at: NOW + 9 * DAY, rating: 'good' },
    ],
  };
  const scheduled: DeckProgress = {
    reviews: [],
    state: { due: '2026-12-10', interval: 20, ease: 2.3 },
    suspended: true,
  };
  const planned = [
    { key: 'a', progress: learned },
    { key: 'b', progress: scheduled },
  ];

  it('passes through the scheduler, counts for nothing that was done here, and is taken back as one act', () => {
    const journal = makeJournal();
    const plan = planHistory(planned, { clock }, journal, 'c');
    expect(plan.counts).toEqual({ items: 2, reviews: 4, states: 1, suspended: 1, flagged: 0, known: 0 });
    expect(plan.remarks).toMatchObject([{ what: 'review', why: '1 reviews have a time that has not come' }]);
    const batch = recordHistory(plan, 'Anki', { seed: () => 7 }, journal, 'c') ?? '';
    const { items, days, study, undoable } = journal.progress('c');
    expect(items.get('a')).toMatchObject({ reps: 4, lapses: 1, lastAt: NOW - 26 * DAY, lastRating: 'good' });
    expect(items.get('b')).toMatchObject({ state: 'review', stability: 20, suspended: true });
    expect([days, study.days, study.pace.cardRight.answers, study.reviews.size]).toEqual([[], [], 0, 0]);
    expect(undoable).toMatchObject([{ id: batch, type: 'imported', count: 2, source: 'Anki' }]);
    undoNamed({ ...({} as CourseReader), id: 'c', has: () => false }, journal, batch);
    expect([...journal.progress('c').items.values()].filter(item => item.state !== null)).toEqual([]);
    journal.close();
  });

  it('is recorded once, however often it is imported', () => {
    const journal = makeJournal();
    recordHistory(planHistory(planned, { clock }, journal, 'c'), 'Anki', { seed: () => 7 }, journal, 'c');
    const again = planHistory(planned, { clock }, journal, 'c');
    expect(again.items).toEqual([]);
    expect(again.counts.known).toBe(5);
    journal.close();
  });

  it('of so many items that it takes several events is still one act', () => {
    const journal = makeJournal();
    const many = Array.from({ length: 12_000 }, (_, i) => ({ key: `card-${i}`, progress: scheduled }));
    const batch =
      recordHistory(planHistory(many, { clock }, journal, 'c'), 'x', { seed: () => 7 }, journal, 'c') ?? '';
    expect(journal.progress('c').undoable).toMatchObject([{ id: batch, count: 12_000 }]);
    undoNamed({ ...({} as CourseReader), id: 'c', has: () => false }, journal, batch);
    expect([...journal.progress('c').items].length).toBe(0);
    expect(journal.progress('c').undoable).toEqual([]);
    journal.close();
  });
});
