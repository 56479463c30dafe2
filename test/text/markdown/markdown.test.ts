import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/text/markdown/markdown.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { cellWidth, stripStyles } from '../../../src/text/layout/width.ts';
import { rounds } from '../../support/rounds.ts';

const GOLDEN = join(import.meta.dirname, '..', '..', 'golden', 'markdown');
const WIDTHS = [40, 60, 80, 120];
const PLAIN = makeStyle(false);
const COLOUR = makeStyle(true);

const render = (markdown: string, width = 80, style = PLAIN): readonly string[] =>
  renderMarkdown(markdown, { width, style });

const names = readdirSync(GOLDEN)
  .filter(file => file.endsWith('.source.txt'))
  .map(file => file.replace('.source.txt', ''));

describe('Markdown', () => {
  it.each(names)('renders %s as in its golden file, at four widths, without and with colours', async name => {
    const source = readFileSync(join(GOLDEN, `${name}.source.txt`), 'utf8');
    const shown = WIDTHS.flatMap(width =>
      [PLAIN, COLOUR].map(style => {
        const title = `===== ${width} columns, ${style.colour ? 'colours' : 'plain'} =====`;
        return [title, ...render(source, width, style)].join('\n').replaceAll('\u001b', '␛');
      }),
    );
    await expect(`${shown.join('\n\n')}\n`).toMatchFileSnapshot(join(GOLDEN, `${name}.golden.txt`));
  });

  it.each(names)('gives %s the same text with and without colours', name => {
    const source = readFileSync(join(GOLDEN, `${name}.source.txt`), 'utf8');
    for (const width of WIDTHS) {
      expect(render(source, width, COLOUR).map(stripStyles)).toEqual(render(source, width));
    }
  });

  it('draws with ASCII characters where it is asked to', () => {
    const source = readFileSync(join(GOLDEN, 'blocks.source.txt'), 'utf8');
    const text = renderMarkdown(source, { width: 60, style: PLAIN, ascii: true }).join('');
    expect(text).toMatch(/^[ -~]+$/);
  });

  it('shows control characters instead of sending them', () => {
    const hostile =
      'a\u001b[31mb\u0007 `c\u009b2J` [d](https://e\u001b]8;;x) &#27;[1m &#x202e;\n\n```\n\u001b[H\n```';
    const text = render(hostile).join('\n');
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(text).toContain('a\ufffd[31mb\ufffd');
    expect(text).toContain('\ufffd[1m');
  });

  it('reads the line ends of Windows', () => {
    expect(render('a\r\n\r\n* b\r\n* c')).toEqual(['a', '', '  • b', '  • c']);
  });

  it('counts a width of less than 20 as 20', () => {
    expect(render('word '.repeat(20), 3)).toEqual(render('word '.repeat(20), 20));
  });

  it.each(['800.', '5)', '-', '+', '#', '##'])('shows %s, where nothing follows it, as it is', text => {
    expect(render(text)).toEqual([text]);
  });

  it('renders nothing as no lines', () => {
    expect(render('')).toEqual([]);
    expect(render('\n \n')).toEqual([]);
  });

  it.each([
    ['quotes', '>'.repeat(20_000)],
    ['lists', '- '.repeat(20_000)],
    ['links', '[a]('.repeat(5000)],
    ['links in paragraphs', `${'[a]('.repeat(1900)}\n\n`.repeat(5)],
    ['emphasis', '*a **b '.repeat(10_000)],
    ['nested images', '[!['.repeat(2600)],
    ['brackets', '['.repeat(50_000)],
    ['lines', 'a\n'.repeat(300_000)],
    ['ideographs', '語'.repeat(5000)],
    ['marks', `e${'\u0301'.repeat(5000)}`],
    ['one word', 'x'.repeat(100_000)],
  ])('survives a text of nothing but %s', (_, text) => {
    const lines = render(`${text}end`);
    expect(lines.at(-1)).toMatch(/end$/);
    expect(Math.max(...lines.slice(-1000).map(cellWidth))).toBeLessThanOrEqual(80);
  });

  it('leaves a paragraph that is too long to be parsed as it was written', () => {
    expect(render(`**a** ${'b '.repeat(4500)}`)[0]).toMatch(/^\*\*a\*\* b b/);
    expect(render(`**a** ${'b '.repeat(3500)}`)[0]).toMatch(/^a b b/);
  });

  it('takes a footnote for text and no definition for a link', () => {
    expect(render('a[^1]\n\n[^1]: b')).toEqual(['a[^1]', '', '[^1]: b']);
  });
});

const PIECES: readonly string[] = [
  ['**', '*', '_', '~~', '`', '``', '[', '](', ')', '![', '<b>', '<!--', '-->', 'https://example.com/a', '|'],
  [
    '\u001b[31m',
    '\u0001a',
    '\u0002',
    '\u000b',
    '\u009b',
    '日本',
    '👩‍👧',
    'e\u0301',
    '\t',
    '&#27;',
    '&amp;',
    '\\',
  ],
  ['word', 'a longer run of words', 'AVeryLongWordThatNeverEnds'.repeat(3), ' ', '  \n', '\n', '\n\n'],
].flat();
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.constantFrom(...PIECES),
);
const inline = fc.array(piece, { maxLength: 8 }).map(parts => parts.join(''));
const nested = fc
  .tuple(
    fc.array(fc.constantFrom('> ', '* ', '1. ', '  ', '    ', '- [ ] ', '10) '), { maxLength: 6 }),
    fc.constantFrom('', '# ', '### ', '| ', '```\n', '```js\n', '---\n', '[^1]: ', '[a]: '),
    inline,
  )
  .map(([prefix, kind, text]) => prefix.join('') + kind + text);
const table = fc
  .array(
    fc.array(
      inline.map(text => text.replace(/[\n\r|]/g, ' ')),
      { minLength: 1, maxLength: 6 },
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map(rows => {
    const [head = [], ...body] = rows.map(row => `| ${row.join(' | ')} |`);
    return [head, `|${'-|'.repeat(rows[0]?.length ?? 1)}`, ...body].join('\n');
  });
const anyMarkdown = fc
  .array(fc.oneof(inline, nested, table), { maxLength: 6 })
  .chain(blocks => fc.constantFrom('\n', '\n\n').map(join => blocks.join(join)));

/**
 * What may stand in a line: no control characters but the styles that text/layout/style.ts writes, and none that turns
 * other text round. The marks of a direction are ordinary in Arabic and Hebrew.
 */
const isClean = (line: string): boolean =>
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  !/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/.test(stripStyles(line));

/** Styles that are open at the end of a line. */
const leftOpen = (line: string): readonly string[] => {
  const open = new Set<string>();
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  for (const [, code = ''] of line.matchAll(/\u001b\[(\d+)m/g)) {
    const number = Number(code);
    if (number === 22) for (const one of ['1', '2']) open.delete(one);
    else if (number === 39) for (const one of open) if (Number(one) >= 30) open.delete(one);
    if (number === 23 || number === 24) open.delete(String(number - 20));
    if (![22, 23, 24, 39].includes(number)) open.add(code);
  }
  return [...open];
};

describe('any Markdown', () => {
  it.each([20, 33, 80])('keeps to %i columns, sends no control characters, ends its styles', width => {
    fc.assert(
      fc.property(anyMarkdown, markdown => {
        for (const line of render(markdown, width, COLOUR)) {
          expect(cellWidth(line)).toBeLessThanOrEqual(width);
          expect(isClean(line)).toBe(true);
          expect(leftOpen(line)).toEqual([]);
        }
      }),
      { numRuns: rounds(60, 300) },
    );
  });

  it('loses no word of a paragraph', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,50}$/), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 100 }), (list, width) => {
        expect(render(list.join(' '), width).join('').replaceAll(' ', '')).toBe(list.join(''));
      }),
    );
  });
});
