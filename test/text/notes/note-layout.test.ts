import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Note } from '../../../src/core/course/course.ts';
import { renderMarkdownParts } from '../../../src/text/markdown/markdown.ts';
import { layOutNote } from '../../../src/text/notes/note-layout.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { cellWidth, stripStyles } from '../../../src/text/layout/width.ts';
import { makeTempDir } from '../../support/run-study.ts';
import { makeTextCourse } from '../../support/text-course.ts';

const folder = makeTempDir('study-note-layout');
let note: Note;

beforeAll(async () => {
  const found = (await makeTextCourse(folder)).note('sqs');
  if (found === undefined) throw new Error('The course has no such note');
  note = found;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WIDE_TABLE = `| ${Array.from({ length: 12 }, (_, i) => `column ${i}`).join(' | ')} |
|${'---|'.repeat(12)}
| ${Array.from({ length: 12 }, (_, i) => `value ${i}`).join(' | ')} |`;
const withText = (markdown: string): Note => ({
  ...note,
  sections: [{ id: 'a', title: 'A', level: 2, line: 1, markdown }],
});
const options = (width: number, wide = width, colour = false) => ({
  width,
  wide,
  style: makeStyle(colour),
});
const everywhere = (): boolean => true;

describe('a note that is laid out', () => {
  it.each([20, 56, 78, 100])('keeps to a width of %i', width => {
    for (const colour of [false, true]) {
      const { lines } = layOutNote(note, everywhere, options(width, width, colour));
      expect(Math.max(...lines.map(cellWidth))).toBeLessThanOrEqual(width);
    }
  });

  it('says on which line each section begins, the text before the first heading included', () => {
    const { lines, sections } = layOutNote(note, everywhere, options(78));
    expect(sections.map(({ id }) => id)).toEqual([
      '',
      'the-life-of-a-message',
      'visibility-timeout',
      'limits--defaults',
    ]);
    for (const { title, start } of sections) expect(lines[start]).toBe(title);
  });

  it('knows where its links stand, and leaves out those that lead nowhere', () => {
    const { lines, links } = layOutNote(note, place => !place.startsWith('sqs'), options(78, 78, true));
    expect(links.map(({ place }) => place)).toEqual(['dynamodb-capacity-units#units']);
    const [link] = links;
    const line = stripStyles(lines[link?.line ?? 0] ?? '');
    expect(line.slice(link?.start, link?.end)).toBe('[2]');
    expect(lines.map(stripStyles)).toContain('[2]  study notes dynamodb-capacity-units#units');
    expect(lines.join('\n')).not.toContain('\u00a0');
    expect(layOutNote(note, everywhere, options(78)).links.map(({ place }) => place)).toContain('sqs#limits');
  });

  it('gives tables and code more room than prose', () => {
    const prose = 'word '.repeat(60);
    const { lines } = layOutNote(
      withText(`${prose}\n\n${WIDE_TABLE}\n\n> ${prose}`),
      everywhere,
      options(60, 150),
    );
    expect(lines.some(line => line.includes('column 0') && line.includes('column 11'))).toBe(true);
    const text = lines.filter(line => line.includes('word'));
    expect(Math.max(...text.map(cellWidth))).toBeLessThanOrEqual(60);
  });
});

describe('the parts of a text', () => {
  it('share the addresses that one of them defines, the first of a name', () => {
    const parts = ['See [the guide][g].', '[g]: https://example.com/one', '[g]: https://example.com/two'];
    expect(renderMarkdownParts(parts, { width: 80, style: makeStyle(false) })).toEqual([
      ['See the guide (https://example.com/one).'],
      [],
      [],
    ]);
  });

  it('take names for names, whatever they are called', () => {
    const parts = ['[a][__proto__] [b][constructor]', '[__proto__]: https://example.com/p'];
    const [first] = renderMarkdownParts(parts, { width: 80, style: makeStyle(false) });
    expect(first).toEqual(['a (https://example.com/p) [b][constructor]']);
  });
});
