import * as fc from 'fast-check';
import type { Token } from 'marked';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { hasControl } from '../../../src/core/base/sanitize.ts';
import { courseMarkup } from '../../../src/text/html/course-markup.ts';
import { plainCell, safeMarkdown } from '../../../src/text/exam/safe-markdown.ts';

/** What a hostile course is made of. */
const FRAGMENTS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<!--',
  '<![CDATA[',
  '<?php',
  '</p>',
  '\\<b>',

  '[x](javascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '![x](data:text/html,y)',
  '[x][y]',
  '[y]: javascript:1',

  '[x](https://example.org)',
  '<https://example.org>',
  '[x](java&#115;cript:alert(1))',
  '[x](sqs#limits)',

  '`',
  '``',
  '```',
  '~~~',
  '`<b>`',
  '\n',
  '\n\n',
  '\n    ',
  '\n- ',
  '\n1. ',
  '\n> ',
  '\n# ',
  '\n| a | b |\n|--|--|\n',

  '&lt;',
  '&#60;script&#62;',
  '\\',
  '*',
  '**',
  '_',
  '\u001b[31m',
  '\u202e',
  '\0',
  'word',
  ' ',
  '"',
  "'",
  '\t',
  '[',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 4 })), { maxLength: 14 })
  .map(parts => parts.join(''));

/** Tokens of a Markdown text and of everything in it. */
const tokensOf = (markdown: string): readonly Token[] => {
  const all: Token[] = [];
  marked.walkTokens(marked.lexer(markdown), token => {
    all.push(token);
  });
  return all;
};

const HARMLESS = /^(?:https?:\/\/|mailto:|#|[a-z0-9][a-z0-9-]*(?:#[a-z0-9-]*)?$)/i;

describe('Markdown of a course inside a Markdown page', () => {
  it('is never HTML, and links only to the web, to mail and to topics', () => {
    fc.assert(
      fc.property(hostile, text => {
        const safe = safeMarkdown(text);
        const tokens = tokensOf(safe);
        const tags = tokens.filter(({ type }) => type === 'html').map(({ raw }) => raw);
        expect(tags.filter(tag => !/^<\/?code>$/.test(tag))).toEqual([]);
        const targets = tokens.flatMap(token =>
          token.type === 'link' || token.type === 'image' ? [String((token as { href: unknown }).href)] : [],
        );
        expect(targets.filter(target => !HARMLESS.test(target))).toEqual([]);
        expect(hasControl(safe)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps what is harmless as it was written', () => {
    const text =
      'Use `a < b` and **bold**, [docs](https://example.org/x), <https://example.org>.\n\n```\n<tag>\n```';
    expect(safeMarkdown(text)).toBe(text);
  });

  it('closes a fence of code that was left open', () => {
    expect(safeMarkdown('```\n<tag>')).toBe('```\n<tag>\n```');
  });

  it('is plain text in headings and cells of tables', () => {
    fc.assert(
      fc.property(hostile, text => {
        const tokens = tokensOf(`| a |\n| --- |\n| x${plainCell(text)}x |\n`);
        const types = new Set(tokens.map(({ type }) => type));
        for (const type of ['html', 'image', 'strong', 'em', 'codespan']) expect(types.has(type)).toBe(false);
        expect(tokens.filter(({ type }) => type === 'table')).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});

const TAG =
  /^<\/?(?:p|strong|em|del|code|pre|br|ol|ul|li|blockquote|hr|div|table|thead|tbody|tr|th|td|a)(?: (?:href|rel|start|class|scope)="[^"<>]*")* ?\/?>/;

describe('Markdown of a course on a page', () => {
  it('becomes nothing but known elements, closed in order, and opens only the web and mail', () => {
    fc.assert(
      fc.property(hostile, text => {
        const { markup } = courseMarkup(text);
        const open: string[] = [];
        for (let at = markup.indexOf('<'); at !== -1; at = markup.indexOf('<', at + 1)) {
          const [tag] = TAG.exec(markup.slice(at)) ?? [];
          expect(tag, markup.slice(at, at + 60)).toBeDefined();
          const name = /^<\/?([a-z0-9]+)/.exec(tag ?? '')?.[1] ?? '';
          if (tag?.startsWith('</') === true) expect(open.pop()).toBe(name);
          else if (name !== 'br' && name !== 'hr') open.push(name);
        }
        expect(open).toEqual([]);
        for (const [, href = ''] of markup.matchAll(/href="([^"]*)"/g))
          expect(href).toMatch(/^(?:https?:\/\/|mailto:)/i);
        expect(hasControl(markup)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('shows lists, code, tables and emphasis', () => {
    const { markup } = courseMarkup(
      'A **b** `c<d`\n\n1. x\n2. y\n\n| h |\n|---|\n| v |\n\n```\nls | wc\n```',
    );
    for (const part of ['<strong>b</strong>', '<code>c&lt;d</code>', '<li>', '<td>v</td>', 'ls | wc'])
      expect(markup).toContain(part);
  });
});
