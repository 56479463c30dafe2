import { describe, expect, it } from 'vitest';
import { fixBank, fixNote, mendDate } from '../../../src/core/check/fixes.ts';

describe('a date with one possible meaning', () => {
  it.each([
    ['20261101', '2026-11-01'],
    ['2026-1-5', '2026-01-05'],
    ['2026/11/01', '2026-11-01'],
    ['1.11.2026', '2026-11-01'],
    ['01/02/2026', null],
    ['2026-02-30', null],
    ['2026-11-01', null],
    ['2026111', null],
    ['soon', null],
  ])('%s is mended to %s', (given, mended) => {
    expect(mendDate(given)).toBe(mended);
  });
});

const NO_SECTIONS = new Map<string, ReadonlySet<string>>();
const SECTIONS = new Map([
  ['sqs', new Set(['visibility-timeout'])],
  ['sns', new Set<string>()],
]);

describe('a note that is mended', () => {
  const targets = { topic: 'sqs', sections: SECTIONS };
  const fix = (text: string): string => fixNote(text, targets).text;

  it('gets dates in its front matter and slugs in its links, each change with its line', () => {
    const text =
      '---\nchecked: 1.11.2026 # by me\n---\nSee [x](sqs#Visibility Timeout) and [y](#Visibility%20timeout).\n';
    const { text: after, fixes } = fixNote(text, targets);
    expect(after).toBe(
      '---\nchecked: 2026-11-01 # by me\n---\nSee [x](sqs#visibility-timeout) and [y](#visibility-timeout).\n',
    );
    expect(fixes.map(({ line }) => line)).toEqual([2, 4]);
  });

  it.each([
    '[x](sns#Nowhere)',
    '[x](gone#Visibility Timeout)',
    '[x](https://example.com/a#B c)',
    '`[x](sqs#Visibility Timeout)`',
    '```\n[x](sqs#Visibility Timeout)\n```',
    'checked: 1.11.2026',
    'Q: a card without an id\nA: b',
  ])('keeps %j', text => {
    expect(fix(text)).toBe(text);
  });
});

describe('a bank that is mended', () => {
  it('gets ids for questions that have none, unlike any there is, and keeps those there are', () => {
    const text =
      '- kind: text\n  stem: What is it?\n  accept: [a]\n- id: mine\n  kind: text\n  stem: What is it?\n';
    expect(fixBank(text, new Set(['what-is-it']), NO_SECTIONS).text).toBe(
      '- id: what-is-it-2\n  kind: text\n  stem: What is it?\n  accept: [a]\n- id: mine\n  kind: text\n  stem: What is it?\n',
    );
  });

  it('gets quotes around a text that a number sign cuts, and no other', () => {
    expect(
      fixBank(
        "- id: a\n  stem: Match #1 of two's # and\n  why: a plain text # a remark\n",
        new Set(),
        NO_SECTIONS,
      ).text,
    ).toBe("- id: a\n  stem: 'Match #1 of two''s # and'\n  why: a plain text # a remark\n");
  });

  it('gets the slug of a section that its heading names, where the note has it', () => {
    const section = (value: string): string =>
      fixBank(`- id: a\n  section: ${value}\n`, new Set(), SECTIONS).text.split('\n')[1] ?? '';
    expect(section('sqs#Visibility timeout')).toBe('  section: sqs#visibility-timeout');
    expect(section('"sqs#Visibility timeout"')).toBe('  section: sqs#visibility-timeout');
    for (const kept of ['sqs#visibility-timeout', 'sqs#Nowhere', 'gone#Visibility timeout'])
      expect(section(kept)).toBe(`  section: ${kept}`);
  });

  it('is mended to the end at once', () => {
    const once = fixBank(
      '- kind: text\n  stem: |\n    Over lines\n  checked: 20261101\n',
      new Set(),
      NO_SECTIONS,
    );
    expect(once.text).toBe(
      '- id: over-lines\n  kind: text\n  stem: |\n    Over lines\n  checked: 2026-11-01\n',
    );
    expect(fixBank(once.text, new Set(['over-lines']), NO_SECTIONS).fixes).toEqual([]);
  });
});
