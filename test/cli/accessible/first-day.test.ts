import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCourse } from '../../../src/app/course/open-course.ts';
import { speakMarkdown } from '../../../src/text/accessible/markdown/spoken-markdown.ts';
import type { CourseReader } from '../../../src/core/course/course.ts';
import { makeListener } from '../../support/hear.ts';
import { writeHeardCourse } from '../../support/heard-course.ts';
import { proseOf, unheard } from '../../support/ordinary-signs.ts';
import { ROOT } from '../../support/run-study.ts';

let folder = '';
let course: CourseReader;

beforeAll(async () => {
  folder = writeHeardCourse();
  course = await openCourse({
    folder,
    data: folder,
    cache: join(folder, 'cache'),
    shippedIndex: '',
    shippedRoot: '',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A first day: what is called, and what is typed. */
const DAY: readonly (readonly [words: readonly string[], lines: readonly string[]])[] = [
  [[], ['']],
  [['setup'], ['mock', '2026-12-10', '30', 'sun']],
  [['diagnose'], ['', '3', 'x', '', '1', ':quit']],
  [
    ['review', '--minutes', '5'],
    ['', '2', ':undo', '', '3', ':back', ':back', ':forth', ':where', ':help', ':nothing', ':quit'],
  ],
  [
    ['quiz', 'sqs', 'sns', '-n', '7', '--seed', '5'],
    // match, true or false, order, then the other kinds as they come
    [
      '',
      ':options',
      ':o b',
      'x=1',
      '1 2',
      '1 2 3',
      'maybe',
      't',
      '1 1 2 3',
      '2 1 3 4',
      ':why',
      ':source',
      '30 s',
      '1 2',
      ':why 1',
      ':brief',
      'dlq',
      '1',
      ':full',
      '2',
      ':back 2',
      ':back 20',
      '3',
      ':answers',
      ':back',
      ':back',
      ':quit',
    ],
  ],
  [
    ['notes', 'sqs'],
    ['', 'again', '', 'links', 'link 2', 'quit'],
  ],
  [
    ['notes', 'sqs'],
    ['outline', '3', 'find FIFO', 'what', 'back', 'quit'],
  ],
  [
    ['calc', 'sqs-visibility'],
    ['x', '2', '', 'steps', 'mistakes', 'notes', ''],
  ],
  [
    ['exam', 'mock', '--seed', '3', '--extra-time', '25%'],
    ['1', '1 4', '', ':next', ':go 1', ':again', ':flag', ':unsure', ':clear', ':grid', ':quit'],
  ],
  [
    ['exam', '--resume'],
    ['1 2', '1 2 3 4', ':blank', ':time', ':end', 'n', ':end', 'y'],
  ],
  [
    ['exam', 'mock', '--practice', '-n', '2'],
    [':pause', '', ':strike 9', ':end', 'yes'],
  ],
  [
    ['exam', '--report', '1'],
    ['1', 'wrong', ''],
  ],
  [
    ['exam', '--history'],
    ['1', '', ''],
  ],
  [['exam', '--list'], []],
  [['plan'], []],
  [['readiness'], ['quiz 1', ':quit', 'x', 'help', '']],
  [
    ['search', 'visibility', 'timeout'],
    ['1', 'quit', '2', ':quit', ''],
  ],
  [['search'], ['nothingatall']],
  [['topics'], ['quiz 2', ':quit', 'x', '']],
  [['list'], ['2', '', '']],
  [
    ['list', 'missed'],
    ['why 1', 'flag 1', '1', ':quit', ''],
  ],
  [
    ['list', 'flagged'],
    ['unflag 1', ''],
  ],
  [['stats'], []],
  [['why', 'dup'], []],
  [['config'], ['newPerDay 12', 'newPerDay x', 'newPerDay', 'reset newPerDay', 'nosuch 3', '']],
  [['config', 'set', 'minutesPerDay', '45'], []],
  [['progress', 'flag', 'dup', 'num'], []],
  [
    ['progress', 'undo', '--list'],
    ['1', '99', ''],
  ],
  [['progress', 'relink'], []],
  [
    ['calc', 'sqs-visibility', '--practice', '--seed', '3'],
    ['x', '1'],
  ],
  [['notes', 'sqs#nosuch'], []],
  [['quiz', '--item', 'nosuch'], []],
  [[], ['7', '']],
];

/** Lines that the terminal would break in the middle of a word; what was typed stands behind its prompt. */
const tooWide = (heard: string, columns: number): readonly string[] => {
  const typed = new Set(DAY.flatMap(([, lines]) => lines));
  return proseOf(heard).filter(line => {
    const behind = /^.*: (.*)$/.exec(line)?.[1] ?? '';
    const said = typed.has(behind) ? line.slice(0, -behind.length) : line;
    return said.trimEnd().length > columns && / /.test(said.trim());
  });
};

describe('a first day that is heard', () => {
  it.each([80, 40])(
    'is told whole in sentences at %i columns, without a sign that is no letter, digit or ordinary punctuation',
    async columns => {
      const listener = makeListener(course, columns);
      const heard: string[] = [];
      for (const [words, lines] of DAY) {
        heard.push(await listener.hear(words, lines));
        listener.clock.pass(20);
      }
      listener.close();
      const text = heard.join('\n');
      expect(unheard(text)).toEqual([]);
      expect(tooWide(text, columns)).toEqual([]);
      await expect(text).toMatchFileSnapshot(join(ROOT, 'test/golden', `first-day-heard-${columns}.txt`));
    },
    60_000,
  );

  it('asks how sure one is where that is wanted, before an answer is judged', async () => {
    const listener = makeListener(course, 80);
    await listener.hear(['config', 'set', 'confidence', 'true']);
    const heard = await listener.hear(['quiz', '--item', 'tf'], ['t', 'x', 't', 'n']);
    listener.close();
    expect(heard.split('\n').slice(2)).toEqual([
      '',
      'Question 1 of 1.',
      'A standard queue may deliver a message twice.',
      'Answer, true or false: t',
      'Are you sure? y or n: x',
      'Not accepted: y or n. The answer was not taken; type it again.',
      'Answer, true or false: t',
      'Are you sure? y or n: n',
      'Right.',
      'It delivers at least once.',
      '',
      'Summary: 1 of 1 right, in 0 seconds.',
      'One comes back in 6 minutes.',
      '',
    ]);
  });
});

describe('a page of the documentation', () => {
  it('is read by section without a pager, its examples announced as code', async () => {
    const listener = makeListener(course, 80);
    const heard = await listener.hear(['help', 'formats'], ['', '5', 'back', 'outline', 'what', 'quit']);
    listener.close();
    expect(unheard(heard, true)).toEqual([]);
    const lines = heard.split('\n');
    expect(lines[1]).toMatch(/^Page: Formats for course authors\. \d+ sections\.$/);
    expect(lines).toContain('1: Folders of notes.');
    expect(lines.filter(line => /^Section \d+ of \d+: /.test(line))).toEqual([
      expect.stringMatching(/^Section 1 of \d+: Folders of notes\.$/),
      expect.stringMatching(/^Section 5 of /),
      expect.stringMatching(/^Section 4 of \d+: Notes: content\/AREA\/TOPIC\.md\.$/),
    ]);
    expect(lines).toContain('End of code.');
    expect(heard).toContain('Not known here: what.');
  });
});

describe('the notes of the shipped course', () => {
  it('hold no drawing without a text that stands for it, and are told without a sign beyond ASCII', async () => {
    const shipped = await openCourse({
      folder: null,
      data: folder,
      cache: join(folder, 'cache'),
      shippedIndex: join(ROOT, 'dist', 'course'),
      shippedRoot: ROOT,
    });
    const notes = shipped.topics.flatMap(({ id }) => shipped.note(id) ?? []);
    const lines = notes.flatMap(({ sections }) =>
      sections.flatMap(({ markdown }) => speakMarkdown(markdown, { width: 80 })),
    );
    expect(notes.length).toBeGreaterThan(100);
    expect(lines.filter(line => line.includes('without a description'))).toEqual([]);
    let isCode = false;
    const said = lines.filter(line => {
      if (/^(?:Code|Text)(?:, [^:]*)?, \d+ lines\.$/.test(line)) isCode = true;
      else if (/^End of (?:code|text)\.$/.test(line)) isCode = false;
      return !isCode && !/^(?:Code|Text)(?:, [^:]*)?: /.test(line);
    });
    expect(said.filter(line => /[^\0-\x7f\p{L}\p{M}\p{Nd}]/u.test(line))).toEqual([]);
  });
});
