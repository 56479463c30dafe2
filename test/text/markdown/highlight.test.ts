import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight, knowsLanguage } from '../../../src/text/markdown/highlight.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { stripStyles } from '../../../src/text/layout/width.ts';

const COLOUR = makeStyle(true);
const { dim, syntax } = COLOUR;

describe('highlighting', () => {
  it.each([
    ['bash', 'echo "a" # why', [syntax.name('echo'), syntax.string('"a"'), dim('# why')]],
    ['json', '{ "a": [1, "b"] }', [syntax.name('"a"'), syntax.number('1'), syntax.string('"b"')]],
    ['yaml', 'Type: AWS::SQS::Queue', [syntax.name('Type:'), syntax.string('AWS::SQS::Queue')]],
    ['js', 'const a = 1;', [syntax.keyword('const'), syntax.number('1')]],
    ['ts', 'readonly a: string', [syntax.keyword('readonly')]],
    ['python', 'def handler(event):', [syntax.keyword('def'), syntax.name('handler')]],
    ['sql', 'SELECT 1', [syntax.keyword('SELECT'), syntax.number('1')]],
    ['http', 'GET /a HTTP/1.1\nHost: b\n\n{"c": 1}', [syntax.keyword('GET'), syntax.name('"c"')]],
    ['dockerfile', 'FROM node', [syntax.keyword('FROM')]],
    ['html', '<a href="x">', [syntax.name('a'), syntax.name('href'), syntax.string('"x"')]],
    ['css', 'a { color: red }', [syntax.keyword('a'), syntax.name('color')]],
    ['ini', '[default]', [syntax.keyword('[default]')]],
    ['properties', 'a=b', [syntax.name('a')]],
    ['console', '$ ls', [dim('$ ')]],
  ])('paints the parts of %s', (language, code, parts) => {
    const painted = highlight(code, language, COLOUR);
    for (const part of parts) expect(painted).toContain(part);
  });

  it.each(['bash', 'json', 'yaml', 'js', 'python', 'sql', 'http', 'html', 'css', 'ini'])(
    'never changes the text of %s',
    language => {
      const code = fc.array(
        fc.oneof(
          fc.string(),
          fc.constantFrom('"', "'", '<a>', '&lt;', '&amp;', '\n', '\n\n', '${', '{', '#', '</span>'),
        ),
      );
      fc.assert(
        fc.property(code, parts => {
          const text = parts.join('');
          expect(stripStyles(highlight(text, language, COLOUR))).toBe(text);
        }),
        { numRuns: 50 },
      );
    },
  );

  it('leaves unknown languages, very long code and styles without colours alone', () => {
    expect(highlight('a = 1', 'cobol', COLOUR)).toBe('a = 1');
    expect(highlight('a = 1', '__proto__', COLOUR)).toBe('a = 1');
    expect(highlight('const a = 1;', 'js', makeStyle(false))).toBe('const a = 1;');
    const long = 'const a = 1;\n'.repeat(1000);
    expect(highlight(long, 'js', COLOUR)).toBe(long);
    expect(highlight(long.slice(0, 1300), 'js', COLOUR)).not.toBe(long.slice(0, 1300));
  });

  it('knows languages by their aliases', () => {
    expect(
      ['sh', 'yml', 'javascript', 'py', 'docker', 'xml', 'toml'].filter(name => !knowsLanguage(name)),
    ).toEqual([]);
    expect(knowsLanguage('cobol')).toBe(false);
  });
});
