import { describe, expect, it } from 'vitest';
import type { NoteReading } from '../../../src/app/course/read-note.ts';
import type { Find } from '../../../src/app/search/search-course.ts';
import type { Note } from '../../../src/core/course/course.ts';
import { noteListLines } from '../../../src/text/notes/note-list.ts';
import { noteLines } from '../../../src/text/notes/note.ts';
import { openingCommand, searchLines } from '../../../src/text/search/search-results.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { cellWidth, stripStyles } from '../../../src/text/layout/width.ts';

const STYLE = makeStyle(true);
const HOSTILE = 'a\u001b[31mb\u202e*c* [d](e) &#27;[2J\n# f';
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

const note = (title: string, section: string): Note => ({
  id: 'queue',
  title,
  area: title,
  path: 'content/area/queue.md',
  aliases: [],
  exams: [{ blueprint: title, tasks: [title] }],
  checked: '2026-11-20',
  sources: [`https://example.com/${title}`],
  calculators: [],
  sections: [
    { id: '', title, level: 1, markdown: 'See [the page][page].', line: 1 },
    { id: 'part', title: section, level: 2, markdown: 'Text.\n\n[page]: https://example.com/page', line: 3 },
  ],
});

const reading = (title: string, section: string): NoteReading => {
  const it = note(title, section);
  return {
    topic: { ...it, cards: 1, questions: 0 },
    note: it,
    source: it,
    sections: it.sections,
    section: null,
    calculators: [],
  };
};

const show = (it: NoteReading, width = 80): readonly string[] =>
  noteLines(it, { width, style: makeStyle(false) });

describe('a note', () => {
  it('shows titles as they are, not as Markdown', () => {
    const lines = show(reading('A *queue*', '1. `receive` & <b>_delete_</b> #2'));
    expect(lines).toContain('A *queue*');
    expect(lines).toContain('1. `receive` & <b>_delete_</b> #2');
  });

  it('knows in every section what another one defines', () => {
    expect(show(reading('Queue', 'Part'))).toContain('See the page (https://example.com/page).');
  });

  it('shows control characters in any field instead of sending them', () => {
    const lines = noteLines(reading(HOSTILE, HOSTILE.replace('\n', ' ')), { width: 80, style: STYLE });
    expect(lines.map(stripStyles).join('')).not.toMatch(CONTROL);
  });

  it('without any text still says what else there is', () => {
    const empty = { ...reading('Queue', 'Part'), sections: [] };
    expect(show(empty).join('\n')).toContain('\n\n1 card  study cards queue\n');
  });

  it('keeps to ASCII where it is asked to', () => {
    const lines = noteLines(reading('Queue', 'Part'), { width: 60, style: makeStyle(false), ascii: true });
    expect(lines.join('').replaceAll('·', '')).toMatch(/^[ -~]+$/);
  });
});

describe('the list of notes', () => {
  it.each([20, 40, 80])('keeps to %i columns', width => {
    const topics = ['sqs', 'a-topic-with-a-name-that-is-rather-long'].map(id => ({
      ...reading('A title that is long enough to be wrapped', 'Part').topic,
      id,
    }));
    const lines = noteListLines(topics, { width, style: STYLE });
    expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(width);
    expect(lines.join('')).toContain('sqs');
  });
});

describe('the results of a search', () => {
  const find = (more: Partial<Find>): Find => ({
    type: 'section',
    ref: 'queue#part',
    topic: 'queue',
    topicTitle: 'Queue',
    title: 'Part',
    titleRanges: [],
    excerpt: '',
    ranges: [],
    ...more,
  });

  it('name the command that opens each', () => {
    const types = ['section', 'card', 'question', 'calculator'] as const;
    expect(types.map(type => openingCommand(find({ type })))).toEqual([
      'study notes queue#part',
      'study cards queue',
      'study quiz queue',
      'study calc queue#part',
    ]);
  });

  it.each([20, 40, 80])('keep to %i columns, whatever was found', width => {
    const finds = [
      find({ title: HOSTILE, topicTitle: HOSTILE, titleRanges: [{ start: 1, end: 4 }] }),
      find({ type: 'card', excerpt: `${HOSTILE} ${'日本語'.repeat(40)}`, ranges: [{ start: 0, end: 3 }] }),
    ];
    const lines = searchLines(
      { finds, totals: new Map([['card', 7]]), corrected: null },
      { width, style: STYLE },
    );
    expect(lines.map(stripStyles).join('')).not.toMatch(CONTROL);
    expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(width);
    expect(lines.map(stripStyles)).toContain('Cards  1 of 7');
  });
});
