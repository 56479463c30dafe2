import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/disk/byte-source.ts';
import { DamagedCourse, HEAD_BYTES } from '../../../src/content/compiled/compiled-format.ts';
import { openReader } from '../../../src/content/compiled/course-reader.ts';
import { encodeItems, ItemEntries, openColumns } from '../../../src/content/compiled/item-columns.ts';
import { compileCourse } from '../../../src/content/parse/compile.ts';
import { loadCourse } from '../../../src/content/parse/load-course.ts';
import { decodeDocuments, encodeDocument, lineBlocks } from '../../../src/content/compiled/search-lines.ts';
import type { CourseReader, Item } from '../../../src/core/course/course.ts';
import { Failure } from '../../../src/core/base/failure.ts';
import { makeRandom } from '../../../src/core/base/random.ts';
import { vocabularyOf } from '../../../src/core/search/vocabulary.ts';
import { FRONT, writeCourse } from '../../support/course-folder.ts';

const COMMON =
  "tasks: { dva: ['1'] }\n  level: analyse\n  section: sqs#limits\n  sources: [https://a.example]\n  checked: 2026-11-20";

const folder = writeCourse({
  'content/course.yaml': 'id: mine\ntitle: My course\nblueprint: dva\n',
  'content/b/sqs.md': `${FRONT}Before **all**.\n\n## Limits\n\nKeeps \`4\` days.\n\n## Cards\n\n### Limits\n\nQ: Ünï?\nA: b\n\nC: The [first] and [second]. #counts #counts/two ^cloze-1\n`,
  'content/a/lambda.md': `${FRONT}## Limits\n`,
  'questions/b/sqs.yaml': `- id: one
  kind: single
  ${COMMON}
  stem: Which **one**?
  options: [{ text: Alpha, correct: true, why: secret }, { text: Beta }]
- id: template
  kind: numeric
  calculator: dynamodb-rcu
  result: rcu
  ask: [value]
  inputs: { reads: { from: 1, to: 9 } }
  texts: ["{reads} reads?"]
  ${COMMON}
`,
  'questions/c/alone.yaml': `- id: two\n  kind: order\n  tasks: {}\n  level: recall\n  section: alone#x\n  stem: Order?\n  steps: [a, b]\n  checked: 2026-11-20\n`,
  'questions/exams/dva.yaml':
    'id: dva\ntitle: Developer\nquestions: { scored: 1 }\nminutes: 1\naim: 80\nkinds: [single]\ndomains: [{ id: 1, title: a, weight: 100 }]\nchecked: 2026-11-20\n',
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const loaded = loadCourse(folder);
const bytes = compileCourse(loaded, 'stamp');
const open = (source = bytes): CourseReader =>
  openReader(memorySource(source), { root: folder, origin: 'folder' });

describe('a compiled course', () => {
  it('gives back what was loaded, ordered by topic', () => {
    const { notes, cards, questions, ...rest } = open().whole();
    const { notes: n, cards: c, questions: q, ...same } = loaded.course;
    expect(rest).toEqual(same);
    expect(notes).toEqual(n);
    expect(cards).toEqual(c);
    expect(questions).toEqual(q);
    expect(open().problems).toEqual(loaded.problems);
  });

  it('knows of every row what its record says', () => {
    const { items, rows } = open();
    expect(rows?.length).toBe(items.length);
    if (rows === undefined) return;
    const byRow = rows.runs.flatMap(({ topic, from, end }) =>
      Array.from({ length: end - from }, (_, i) => ({
        topic,
        key: rows.key(from + i),
        type: rows.type(from + i),
        family: rows.family(from + i) ?? rows.key(from + i),
      })),
    );
    expect(byRow).toEqual(items.map(({ topic, key, type, family }) => ({ topic, key, type, family })));
    // Those of another reader, for here the records are made already.
    const fresh = open().rows;
    expect(items.map((_, row) => fresh?.entry(row))).toEqual(items);
    expect({ ...open() }.rows).toBeUndefined();
  });

  it('knows the cards of each tag, and no tags where there are none', () => {
    expect([...open().tags()]).toEqual([
      ['counts', ['cloze-1/first', 'cloze-1/second']],
      ['counts/two', ['cloze-1/first', 'cloze-1/second']],
    ]);
    const bare = { ...loaded, course: { ...loaded.course, cards: [] } };
    expect([...open(compileCourse(bare, 'stamp')).tags()]).toEqual([]);
  });

  it('knows the topics, also those without a note, by area and id', () => {
    const { topics, cleanTopics } = open();
    expect(topics.map(({ id, area, path, cards, questions }) => [id, area, path, cards, questions])).toEqual([
      ['lambda', 'a', 'content/a/lambda.md', 0, 0],
      ['sqs', 'b', 'content/b/sqs.md', 3, 2],
      ['alone', 'c', 'questions/c/alone.yaml', 0, 1],
    ]);
    expect(topics[1]?.sections).toEqual([
      { id: '', title: 'Queues', level: 1 },
      { id: 'limits', title: 'Limits', level: 2 },
    ]);
    expect([...cleanTopics].sort()).toEqual(['alone', 'lambda', 'sqs']);
  });

  it('has an entry for every item that agrees with the item', () => {
    const reader = open();
    expect(reader.items).toHaveLength(6);
    for (const entry of reader.items) {
      const item = reader.item(entry.key) as Item;
      expect(reader.entry(entry.key)).toBe(entry);
      expect(entry).toEqual({
        key: item.key,
        type: item.type,
        kind: item.kind,
        topic: item.topic,
        section: item.section,
        family: item.type === 'card' ? item.family : item.key,
        level: item.type === 'card' ? null : item.level,
        tasks: item.type === 'card' ? [] : item.tasks,
        template: item.key === 'template',
      });
    }
  });

  it('gives an entry alone as it gives it among all', () => {
    const keys = open().items.map(({ key }) => key);
    const reader = open();
    const alone = keys.map(key => reader.entry(key));
    expect(keys.map(key => reader.entry(key))).toEqual(alone);
    expect(alone).toEqual(open().items);
    expect(reader.items.every((entry, i) => entry === alone[i])).toBe(true);
    expect(keys.every(key => reader.has(key))).toBe(true);
  });

  it('gives notes and items by id, and nothing for what is unknown', () => {
    const reader = open();
    expect(reader.note('sqs')).toEqual(loaded.course.notes.find(({ id }) => id === 'sqs'));
    expect(reader.note('alone')).toBeUndefined();
    for (const id of ['nothing', '__proto__', 'constructor', '']) {
      expect(reader.note(id)).toBeUndefined();
      expect(reader.item(id)).toBeUndefined();
      expect(reader.entry(id)).toBeUndefined();
      expect(reader.has(id)).toBe(false);
    }
  });

  it('has plain texts with folded letters to search, without explanations', () => {
    const documents = [...open().searchDocuments()];
    expect(documents.map(({ type, ref, title, text }) => [type, ref, title, text])).toEqual([
      ['section', 'lambda#limits', 'Limits', ''],
      ['section', 'sqs', 'Queues', 'before all.'],
      ['section', 'sqs#limits', 'Limits', 'keeps 4 days.'],
      ['card', expect.stringContaining('sqs~1-'), 'Ünï?', 'uni? b'],
      ['card', 'cloze-1/first', 'The [...] and second.', 'the [...] and second. the first and second.'],
      ['card', 'cloze-1/second', 'The first and [...].', 'the first and [...]. the first and second.'],
      ['question', 'one', 'Which one?', 'which one? alpha beta'],
      ['question', 'template', '… reads?', '{reads} reads?'],
      ['question', 'two', 'Order?', 'order? a b'],
    ]);
  });

  it('has the words of those texts, as they are gathered from them', () => {
    const reader = open();
    expect(reader.searchWords()).toEqual(vocabularyOf(reader.searchDocuments()));
    expect(reader.searchWords()).toContain('uni');
  });

  it('has another version when its content is another, and the same for a copy', () => {
    expect(open(compileCourse(loaded, 'other')).version).toBe(open().version);
    const { course } = loaded;
    const edited = { ...course, cards: course.cards.map(card => ({ ...card, back: `${card.back}!` })) };
    expect(open(compileCourse({ ...loaded, course: edited }, 'stamp')).version).not.toBe(open().version);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['half a head', bytes.subarray(0, 60)],
    ['a file that is cut', bytes.subarray(0, -1)],
    ['a file that is longer', Buffer.concat([bytes, Buffer.from('x')])],
    ['another format', Buffer.from(bytes.toString('latin1').replace(/course \d/, 'course 0'), 'latin1')],
    [
      'an index that is no JSON',
      Buffer.from(bytes.toString('latin1').replace('"version"', '"version}'), 'latin1'),
    ],
    [
      'an index without its parts',
      Buffer.from(bytes.toString('latin1').replace('"topics"', '"topicz"'), 'latin1'),
    ],
    ['noise', Buffer.alloc(5000, 7)],
  ])('is not opened from %s', (_, source) => {
    expect(() => open(source)).toThrow(/compiled course/);
  });

  it('says so when a text in it is damaged, and asks to be built anew', () => {
    const text = bytes.toString('latin1');
    const at = text.indexOf('{"type":"question"');
    const damaged = Buffer.from(`${text.slice(0, at)}#${text.slice(at + 1)}`, 'latin1');
    let asked = 0;
    const reader = openReader(memorySource(damaged), {
      root: null,
      origin: 'folder',
      onDamage: () => asked++ === 0,
    });
    expect(() => reader.item('one')).toThrow(Failure);
    expect(asked).toBe(1);
    expect(reader.item('cloze-1/first')).toBeDefined();
  });

  it('never gives anything but what it was compiled from, whichever bit has flipped', () => {
    const everything = (reader: CourseReader): unknown => [
      reader.id,
      reader.items,
      reader.topics,
      reader.whole(),
      [...reader.searchDocuments()],
      reader.searchWords(),
      [...reader.tags()],
    ];
    const expected = everything(open());
    const random = makeRandom(20_261_202);
    let refused = 0;
    for (let round = 0; round < 1500; round++) {
      const flipped = Buffer.from(bytes);
      const at = random.int(bytes.length);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << random.int(8)), at);
      try {
        expect(everything(open(flipped))).toEqual(expected);
      } catch (error) {
        if (!(error instanceof Failure || error instanceof DamagedCourse)) throw error;
        refused++;
      }
    }
    // What is left are bits of white space at the end of the head.
    expect(refused).toBeGreaterThan(1480);
  });

  it('says so when its columns are damaged, and asks to be built anew', () => {
    // The kinds, levels and marks of the six items stand last.
    const [, , , index = 0, columns = 0] = bytes.toString('latin1', 0, HEAD_BYTES).split(' ').map(Number);
    const damaged = Buffer.from(bytes);
    damaged.fill(0xff, HEAD_BYTES + index + columns - 18, HEAD_BYTES + index + columns);
    let asked = 0;
    const reader = openReader(memorySource(damaged), {
      root: null,
      origin: 'folder',
      onDamage: () => asked++ === 0,
    });
    expect(() => reader.items).toThrow(Failure);
    expect(asked).toBe(1);
  });
});

describe('the columns of items', () => {
  it('hold any number of items, none included', () => {
    for (const groups of [[], [[], []]]) {
      const { header, columns } = encodeItems(groups, []);
      const read = (offset: number, length: number): Uint8Array => columns.subarray(offset, offset + length);
      expect(new ItemEntries(openColumns(header, columns.length, read), ['a', 'b']).all()).toEqual([]);
      expect(() => openColumns(header, columns.length + 1, read)).toThrow(RangeError);
    }
  });
});

describe('the lines of search', () => {
  it('keep their fields apart, whatever stands in them', () => {
    const document = { type: 'card', ref: 'a', topic: 't', title: 'x\ty\nz', text: ' a\n\tb ' } as const;
    const lines = encodeDocument(document) + encodeDocument({ ...document, type: 'section', text: '' });
    expect([...decodeDocuments([Buffer.from(lines)])]).toEqual([
      { type: 'card', ref: 'a', topic: 't', title: 'x y z', text: 'a b' },
      { type: 'section', ref: 'a', topic: 't', title: 'x y z', text: '' },
    ]);
  });

  it('are read where a sieve lets them through, in their order', () => {
    const documents = [
      { topic: 'one', title: 'X-Ray', text: 'finds slow requests' },
      { topic: 'two', title: 'Łódź', text: 'a city' },
      { topic: 'two', title: '', text: 'slow requests in xray' },
      { topic: 'three', title: 'xray', text: 'sl\now' },
      { topic: 'four', title: '', text: '' },
    ].map((each, i) => ({ type: 'section' as const, ref: String(i), ...each }));
    const lines = Buffer.from(documents.map(encodeDocument).join(''));
    const refs = (all: readonly (readonly string[])[], topics: readonly string[] = []): string =>
      [...decodeDocuments([lines], { all, topics })].map(({ ref }) => ref).join('');
    expect(refs([])).toBe('01234');
    expect(refs([['']])).toBe('01234');
    expect(refs([['xray']])).toBe('023');
    expect(refs([['slow'], ['xray']])).toBe('02');
    expect(refs([['nothing', 'lodz']])).toBe('1');
    expect(refs([['nothing']])).toBe('');
    expect(refs([['nothing']], ['two', 'four'])).toBe('124');
    expect(refs([['slow'], ['requests']], ['two'])).toBe('012');
    expect([...decodeDocuments([Buffer.alloc(0)], { all: [['a']], topics: [] })]).toEqual([]);
  });

  it('are read in blocks of whole lines, also lines longer than a block, and two searches at once', () => {
    const texts = ['short', 'x'.repeat(100), '', 'é'.repeat(30), 'last'];
    const bytes = Buffer.from(`before${texts.map(text => `${text}\n`).join('')}after`);
    const source = { ...memorySource(bytes), isInMemory: false };
    for (const size of [1, 7, 64, 4096]) {
      const read = (): Generator<Buffer> => lineBlocks(source, 6, bytes.length - 11, size);
      const [first, second] = [read(), read()];
      const seen = { first: '', second: '' };
      for (const block of first) {
        seen.first += block.toString();
        expect(block.at(-1)).toBe(10);
        seen.second += second.next().value?.toString() ?? '';
      }
      for (const block of second) seen.second += block.toString();
      expect(seen.first).toBe(`${texts.join('\n')}\n`);
      expect(seen.second).toBe(seen.first);
    }
  });
});
