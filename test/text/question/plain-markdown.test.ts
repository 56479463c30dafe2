import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { renderMarkdown } from '../../../src/text/markdown/markdown.ts';
import { renderUnmarked } from '../../../src/text/question/renderer.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { ROOT } from '../../support/run-study.ts';

const style = makeStyle(false);

describe('text without markup', () => {
  it.each([
    ['4 days by default, 14 days at most.'],
    ['A worker polls\nthe queue ("long polling").\n'],
    ['$0.40 a million, 5 % less (as of 2026); it is 2 x 3 = 6!'],
    ['256 KB: \u201cthe limit\u201d \u2013 until August 2025 \u2026'],
  ])('%j is laid out without the renderer', text => {
    expect(renderUnmarked(text, 40)).toEqual(renderMarkdown(text, { width: 40, style }));
  });

  it.each([
    ['a `code` span'],
    ['**strong**'],
    ['1. a list'],
    ['- a list'],
    ['# heading'],
    ['a\n\nb'],
    ['    code'],
    ['a\n---'],
    ['a  \nhard break'],
    ['see https://example.org'],
    ['me@example.org'],
    ['a &amp; b'],
    ['a | b'],
    ['~~gone~~'],
    ['\\*'],
    ['<b>'],
    [''],
  ])('%j is not taken for it', text => expect(renderUnmarked(text, 40)).toBeNull());

  it('comes out as from the renderer, whatever it is', () => {
    const pieces = fc.array(
      fc.constantFrom(
        'a',
        'word',
        'long-word',
        '4',
        '4.',
        '5)',
        '(x)',
        '"q"',
        '$1',
        '%',
        ':',
        '#',
        '-',
        '+',
        '=',
        '\n',
        ' ',
        'KB/s',
        '!',
        "it's",
        'e.g.',
        '\u00e9',
      ),
      { minLength: 1, maxLength: 20 },
    );
    let taken = 0;
    fc.assert(
      fc.property(pieces, fc.boolean(), fc.integer({ min: 20, max: 60 }), (words, spaced, width) => {
        const text = words.join(spaced ? ' ' : '');
        const lines = renderUnmarked(text, width);
        if (lines === null) return;
        taken++;
        expect(lines).toEqual(renderMarkdown(text, { width, style }));
      }),
      { numRuns: 400 },
    );
    expect(taken).toBeGreaterThan(20);
  });

  it('is most of what the shipped questions offer as options, and comes out the same', () => {
    const bank = join(ROOT, 'questions');
    const names = readdirSync(bank, { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.yaml'),
    );
    const options = names.flatMap(name =>
      [...readFileSync(join(bank, name), 'utf8').matchAll(/^ +- text: (?!['">|])(.+)$/gm)].map(
        match => match[1] ?? '',
      ),
    );
    const plain = options.filter(text => renderUnmarked(text, 74) !== null);
    expect(plain.length).toBeGreaterThan(options.length / 2);
    for (const text of plain.slice(0, 200)) {
      expect(renderUnmarked(text, 74)).toEqual(renderMarkdown(text, { width: 74, style }));
    }
  });
});
