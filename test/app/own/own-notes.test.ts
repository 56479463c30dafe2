import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCourse } from '../../../src/app/course/check-course.ts';
import { openCourse } from '../../../src/app/course/open-course.ts';
import type { OwnNotes } from '../../../src/app/own/own.ts';
import { openOwn } from '../../../src/app/own/own-notes.ts';
import { Failure } from '../../../src/core/base/failure.ts';
import type { CourseReader } from '../../../src/core/course/course.ts';
import { FRONT, writeCourse } from '../../support/course-folder.ts';
import { makeTempDir } from '../../support/run-study.ts';

const NOTE = `${FRONT}Text.

## Visibility timeout

Text.

## Limits

Text.

## Cards

### Visibility timeout

Q: How long is a message hidden? ^sqs-hidden
A: 30 seconds.

C: A queue keeps messages [4 days] and at most [14 days]. ^sqs-retention
`;

let folder: string;
let data: string;
let seed = 0;
let families: ReadonlyMap<string, readonly string[]> = new Map();

beforeEach(() => {
  data = makeTempDir();
  folder = writeCourse({ 'content/messages/sqs.md': NOTE });
  seed = 0;
  families = new Map();
});
afterEach(() => {
  for (const path of [data, folder]) rmSync(path, { recursive: true, force: true });
});

/** As the shipped course: nothing is written into its folder. */
const open = (): Promise<CourseReader> =>
  openCourse({
    folder: null,
    data,
    cache: join(data, 'cache'),
    shippedIndex: join(data, 'none'),
    shippedRoot: folder,
  });
const openMine = (): Promise<CourseReader> =>
  openCourse({ folder, data, cache: join(data, 'cache'), shippedIndex: '', shippedRoot: '' });

const notesOn = (course: CourseReader): OwnNotes =>
  openOwn({ data, course: () => course, families: () => families, seed: () => ++seed });

const write = (path: string, text: string): void => {
  const file = join(data, 'own', 'test-course', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const read = (path: string): string => readFileSync(join(data, 'own', 'test-course', path), 'utf8');

describe('a remark', () => {
  it('is a private Markdown file named by its item, and shows again', async () => {
    const own = notesOn(await open());
    expect(own.remarkOn('sqs-hidden')).toBeNull();
    own.saveRemark('sqs-hidden', ' At least once: *idempotent* code. ', null);
    expect(own.remarkOn('sqs-hidden')?.texts).toEqual(['At least once: *idempotent* code.']);
    expect(read('remarks/sqs-hidden.md')).toBe('At least once: *idempotent* code.\n');
    expect(statSync(join(data, 'own/test-course/remarks/sqs-hidden.md')).mode & 0o777).toBe(0o600);
    expect(statSync(join(data, 'own')).mode & 0o777).toBe(0o700);
    expect([...own.remarked()]).toEqual(['sqs-hidden']);
  });

  it('on one deletion of a cloze has a file name that every system holds', async () => {
    const own = notesOn(await open());
    own.saveRemark('sqs-retention/4-days', 'The default.', null);
    expect(readdirSync(join(data, 'own/test-course/remarks'))).toEqual(['sqs-retention%2f4-days.md']);
    expect(own.list().remarks).toMatchObject([{ item: 'sqs-retention/4-days', gone: false }]);
  });

  it('is replaced by the one written after it was seen, and removed by a blank one', async () => {
    const own = notesOn(await open());
    own.saveRemark('sqs-hidden', 'One', null);
    own.saveRemark('sqs-hidden', 'Two', own.remarkOn('sqs-hidden'));
    expect(own.remarkOn('sqs-hidden')?.texts).toEqual(['Two']);
    own.saveRemark('sqs-hidden', '  ', own.remarkOn('sqs-hidden'));
    expect(own.remarkOn('sqs-hidden')).toBeNull();
    expect(readdirSync(join(data, 'own/test-course/remarks'))).toEqual([]);
  });

  it('that came while another was typed stays, and both are shown', async () => {
    const own = notesOn(await open());
    own.saveRemark('sqs-hidden', 'Mine, begun first', null);
    const seen = own.remarkOn('sqs-hidden');
    write('remarks/sqs-hidden.md', 'From the other laptop\n');
    own.saveRemark('sqs-hidden', 'Mine', seen);
    expect(own.remarkOn('sqs-hidden')?.texts).toEqual(['From the other laptop', 'Mine']);
  });

  it.each([
    "sqs-hidden (Anna's conflicted copy 2026-11-20).md",
    'sqs-hidden.sync-conflict-20261120-090512-ABCDEFG.md',
    'sqs-hidden-DESKTOP-7.md',
    'sqs-hidden 2.md',
    'sqs-hidden (1).md',
  ])('shows with its conflicted copy %s', async name => {
    write('remarks/sqs-hidden.md', 'One\n');
    write(`remarks/${name}`, 'Two\n');
    const own = notesOn(await open());
    const remark = own.remarkOn('sqs-hidden');
    expect(remark?.texts).toEqual(['One', 'Two']);
    // Who writes them together into one has one.
    own.saveRemark('sqs-hidden', 'One and two', remark);
    expect(readdirSync(join(data, 'own/test-course/remarks'))).toEqual(['sqs-hidden.md']);
  });

  it('on an item that the course has no more is listed as gone', async () => {
    write('remarks/sqs-old-card.md', 'Still mine\n');
    const own = notesOn(await open());
    expect(own.list().remarks).toMatchObject([{ item: 'sqs-old-card', texts: ['Still mine'], gone: true }]);
  });

  it('follows its item to a new key', async () => {
    write('remarks/sqs-old.md', 'Old\n');
    families = new Map([
      ['sqs-old', ['sqs-hidden', 'sqs-old']],
      ['sqs-hidden', ['sqs-hidden', 'sqs-old']],
    ]);
    const own = notesOn(await open());
    expect(own.remarkOn('sqs-hidden')?.texts).toEqual(['Old']);
    expect([...own.remarked()]).toEqual(['sqs-hidden']);
    own.saveRemark('sqs-hidden', 'New', own.remarkOn('sqs-hidden'));
    expect(readdirSync(join(data, 'own/test-course/remarks'))).toEqual(['sqs-hidden.md']);
  });

  it('of more than 1000 characters, or on no item, is refused', async () => {
    const own = notesOn(await open());
    expect(() => own.saveRemark('sqs-hidden', 'x'.repeat(1001), null)).toThrow(Failure);
    expect(() => own.saveRemark('nothing', 'x', null)).toThrow('no card or question');
    own.saveRemark('sqs-hidden', '\u{1f600}'.repeat(1000), null);
  });
});

describe('a card of the learner', () => {
  it('joins its topic and section like any other, marked as own', async () => {
    const before = await open();
    const { keys, target } = await notesOn(before).saveCard({
      topic: 'sqs',
      section: 'visibility-timeout',
      front: 'What makes a worker safe?',
      back: 'Idempotent code.',
    });
    expect(target).toEqual({ is: 'own', file: join(data, 'own/test-course/content/messages/sqs.md') });
    expect(keys).toEqual(['own-0000001']);
    const course = await open();
    expect(course.entry('own-0000001')).toEqual({
      ...before.entry('sqs-hidden'),
      key: 'own-0000001',
      family: 'own-0000001',
      own: true,
    });
    expect(course.topics).toMatchObject([{ id: 'sqs', cards: 4, own: 1 }]);
    expect(course.items.map(({ key }) => key)).toEqual([
      ...before.items.map(({ key }) => key),
      'own-0000001',
    ]);
    expect([...course.searchDocuments()].filter(({ text }) => text.includes('idempotent'))).toHaveLength(1);
    expect(course.whole()).toEqual(before.whole());
    expect(course.version).toBe(before.version);
    expect(read('content/messages/sqs.md')).toBe(
      '## Cards\n\n### Visibility timeout\n\nQ: What makes a worker safe? ^own-0000001\nA: Idempotent code.\n',
    );
  });

  it('with brackets and no back is a cloze', async () => {
    const { keys } = await notesOn(await open()).saveCard({
      topic: 'sqs',
      section: '',
      front: 'A message is hidden for [30 seconds], at most for [12 hours].',
      back: '',
    });
    expect(keys).toEqual(['own-0000001/30-seconds', 'own-0000001/12-hours']);
    const course = await open();
    expect(course.item('own-0000001/12-hours')).toMatchObject({ kind: 'cloze', section: '' });
  });

  it('stands among the others of its section, and each is taken out alone', async () => {
    const cards = [
      ['visibility-timeout', 'One?'],
      ['limits', 'Two?'],
      ['visibility-timeout', 'Three?'],
      ['', 'Four?'],
    ] as const;
    for (const [section, front] of cards)
      await notesOn(await open()).saveCard({ topic: 'sqs', section, front, back: 'Yes.\n\nAnd more.' });
    let course = await open();
    expect(course.items.filter(({ own }) => own).map(({ key, section }) => [key, section])).toEqual([
      ['own-0000004', ''],
      ['own-0000001', 'visibility-timeout'],
      ['own-0000003', 'visibility-timeout'],
      ['own-0000002', 'limits'],
    ]);
    const text = read('content/messages/sqs.md');
    await notesOn(course).saveCard({ topic: 'sqs', section: 'limits', front: 'Five?', back: 'No.' });
    course = await open();
    await notesOn(course).discardCard('own-0000005');
    expect(read('content/messages/sqs.md')).toBe(text);
    for (const { key } of course.items.filter(({ own }) => own).slice(0, 4))
      await notesOn(await open()).discardCard(key);
    expect(existsSync(join(data, 'own/test-course/content/messages/sqs.md'))).toBe(false);
    expect((await open()).topics.map(topic => 'own' in topic)).toEqual([false]);
  });

  it.each([
    ['a front', '', 'x'],
    ['a back', 'What?', ''],
    ['cut there', 'What?', 'One\nQ: Two\nA: Three'],
    ['cut there', 'What?', 'One\n---\nTwo'],
    ['bracket', 'What [is', ''],
  ])('that cannot be read back is refused for %s', async (why, front, back) => {
    await expect(notesOn(await open()).saveCard({ topic: 'sqs', section: '', front, back })).rejects.toThrow(
      new RegExp(why),
    );
    expect(existsSync(join(data, 'own'))).toBe(false);
  });

  it("of a course of one's own goes into the topic's file, and nothing else there changes", async () => {
    const own = notesOn(await openMine());
    expect(own.cardTarget('sqs')).toEqual({ is: 'course', file: join(folder, 'content/messages/sqs.md') });
    await own.saveCard({ topic: 'sqs', section: 'visibility-timeout', front: 'New?', back: 'Yes.' });
    await own.saveCard({ topic: 'sqs', section: 'limits', front: 'Limit?', back: 'Yes.' });
    await own.saveCard({ topic: 'sqs', section: '', front: 'None?', back: 'Yes.' });
    expect(readFileSync(join(folder, 'content/messages/sqs.md'), 'utf8')).toBe(
      `${NOTE.replace('## Cards\n', '## Cards\n\nQ: None? ^own-0000003\nA: Yes.\n')}
Q: New? ^own-0000001
A: Yes.

### Limits

Q: Limit? ^own-0000002
A: Yes.
`,
    );
    expect((await openMine()).problems).toEqual([]);
  });

  it('in two versions of a file is one card, with both answers where they differ', async () => {
    write('content/messages/sqs.md', 'Q: Same? ^own-same\nA: Yes.\n\nQ: Which? ^own-which\nA: One.\n');
    write(
      'content/messages/sqs (conflicted copy).md',
      'Q: Same? ^own-same\nA: Yes.\n\nQ: Which? ^own-which\nA: Two.\n\nQ: New? ^own-new\nA: New.\n',
    );
    const course = await open();
    expect(course.problems).toEqual([]);
    expect(course.items.filter(({ own }) => own).map(({ key }) => key)).toEqual([
      'own-same',
      'own-which',
      'own-new',
    ]);
    expect(course.item('own-same')).toMatchObject({ back: 'Yes.' });
    expect(course.item('own-which')).toMatchObject({ back: 'One.\n\n---\n\nTwo.' });
  });

  it('whose topic or section the course has no more stays, and is listed', async () => {
    write('content/messages/sns.md', '### Topics\n\nQ: Gone? ^own-gone\nA: No.\n');
    write('content/messages/sqs.md', '### No such section\n\nQ: Here? ^own-here\nA: Yes.\n');
    const course = await open();
    expect(course.entry('own-here')).toMatchObject({ topic: 'sqs', section: '' });
    expect(course.topics).toMatchObject([{ id: 'sqs' }, { id: 'sns', cards: 1, own: 1, questions: 0 }]);
    expect(notesOn(course).list().cards).toMatchObject([
      { key: 'own-here', gone: false },
      { key: 'own-gone', gone: true, front: 'Gone?', back: 'No.', line: 3 },
    ]);
  });

  it('never stands in for a card of the course with the same key', async () => {
    write('content/messages/sqs.md', 'Q: Mine? ^sqs-hidden\nA: Mine.\n');
    const course = await open();
    expect(course.item('sqs-hidden')).toMatchObject({ back: '30 seconds.' });
    expect(course.items.some(({ own }) => own)).toBe(false);
  });

  it('is read from the cache until its file changes', async () => {
    write('content/messages/sqs.md', 'Q: One? ^own-one\nA: One.\n');
    await open();
    expect((await open()).item('own-one')).toMatchObject({ back: 'One.' });
    write('content/messages/sqs.md', 'Q: One? ^own-one\nA: Another.\n');
    expect((await open()).item('own-one')).toMatchObject({ back: 'Another.' });
  });
});

it('a course without an id shows and takes nothing of its own', async () => {
  const bare = writeCourse({ 'content/course.yaml': 'title: Bare\n', 'content/messages/sqs.md': NOTE });
  try {
    const course = await openCourse({ folder: bare, data, cache: data, shippedIndex: '', shippedRoot: '' });
    const own = notesOn(course);
    expect(own.list()).toEqual({ remarks: [], cards: [] });
    expect(() => own.saveRemark('sqs-hidden', 'x', null)).toThrow('no id');
  } finally {
    rmSync(bare, { recursive: true, force: true });
  }
});

describe('study check', () => {
  const check = () => checkCourse({ folder, data, today: '2026-11-20' });

  it("finds nothing in a clean folder of one's own", async () => {
    await notesOn(await open()).saveCard({ topic: 'sqs', section: 'limits', front: 'A?', back: 'B.' });
    notesOn(await open()).saveRemark('sqs-retention/4-days', 'x', null);
    const { problems, own, cards } = await check();
    expect(problems.filter(({ file }) => file.startsWith('own/'))).toEqual([]);
    expect({ own, cards }).toEqual({ own: { remarks: 1, cards: 1 }, cards: 3 });
  });

  it("reads the learner's own files too, each problem with its place", async () => {
    write('content/messages/sqs.md', 'Q: A?\n\nQ: B? ^sqs-hidden\nA: B.\n\n### Nowhere\n\nQ: C?\nA: C.\n');
    write('content/messages/sqs (copy).md', 'Q: D?\nA: D.\n');
    write('content/messages/sns.md', 'Q: E?\nA: E.\n');
    write('content/messages/notes.txt', 'x');
    write('remarks/sqs-gone.md', 'x');
    write('remarks/sqs-hidden 2.md', 'x');
    const { problems } = await check();
    expect(
      problems
        .filter(({ file }) => file.startsWith('own/'))
        .map(({ file, line, rule }) => `${file}:${line} ${rule}`),
    ).toEqual([
      'own/test-course/content/messages/notes.txt:0 unknown-file',
      'own/test-course/content/messages/sns.md:0 own-gone',
      'own/test-course/content/messages/sqs (copy).md:0 own-copy',
      'own/test-course/content/messages/sqs.md:1 card-without-answer',
      'own/test-course/content/messages/sqs.md:3 duplicate-id',
      'own/test-course/content/messages/sqs.md:8 own-gone',
      'own/test-course/remarks/sqs-gone.md:0 own-gone',
      'own/test-course/remarks/sqs-hidden 2.md:0 own-copy',
    ]);
    expect(problems.find(({ rule }) => rule === 'duplicate-id')?.message).toContain(
      'content/messages/sqs.md:',
    );
  });
});
