import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../../src/content/parse/yaml/safe-yaml.ts';

/** Line (from 1) and words of what is wrong. */
const slip = (text: string): string => {
  const result = parseYaml(text);
  return result.ok ? 'none' : `${result.line + 1} ${result.message}`;
};

describe('a slip in YAML', () => {
  it.each([
    ['a tab', '- id: a\n\tkind: b\n', '2 A tab indents this line'],
    [
      'a missing colon',
      'title: a\nchecked 2026-11-01\nsources: b\n',
      '2 A field has no colon after its name',
    ],
    ['an open double quote', 'a: b\nc: "d\ne: f\ng: h\n', '2 A quote mark " opens here and is not closed'],
    ['an open single quote', "a: 'it''s\nb: c\n", "1 A quote mark ' opens here and is not closed"],
    ['a field that stands twice', 'a: 1\nb: 2\na: 3\n', '3 The field of this line stands twice'],
    ['other indentation', 'a: 1\n   b: 2\n', '2 This line is indented otherwise than its neighbors'],
    ['an open list', 'a: [1, 2\nb: 3\n', '2 A list in [ ] or a map in { } is not whole'],
    [
      'an unknown escape',
      'a: "\\d"\n',
      '1 A backslash between double quotes begins an escape that YAML does not know',
    ],
  ])('is named with its line: %s', (_, text, expected) => expect(slip(text)).toBe(expected));

  it('comes with a hint for its own kind', () => {
    const hint = (text: string): string => {
      const result = parseYaml(text);
      return result.ok ? '' : (result.hint ?? '');
    };
    expect(hint('- id: a\n\tkind: b\n')).toContain('spaces');
    expect(hint('a: 1\na: 3\n')).toBe('keep one of the two');
    expect(hint('title: a\nchecked 2026-11-01\nsources: b\n')).toContain('colon');
  });
});
