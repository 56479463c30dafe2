import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from '../../../src/content/transfer/html-to-markdown.ts';
import { markdownToHtml } from '../../../src/content/transfer/markdown-to-html.ts';

const convert = (html: string): { readonly markdown: string; readonly found: readonly string[] } => {
  const found: string[] = [];
  const markdown = htmlToMarkdown(
    html,
    (what, name) => void found.push(name === undefined ? what : `${what} ${name}`),
  );
  return { markdown, found };
};

describe('HTML becomes Markdown', () => {
  it.each([
    ['words', 'plain words, 100 %', 'plain words, 100 %'],
    [
      'bold, italics, code and strikes',
      '<b>a</b> <em>b</em> <code>c[0]</code> <s>d</s>',
      '**a** *b* `c[0]` ~~d~~',
    ],
    ['white space inside of tags', 'a <b> b </b> c', 'a **b** c'],
    ['spaces that do not break', 'a&nbsp;b&nbsp;&nbsp;c', 'a b c'],
    ['a line break', 'a<br>b', 'a\\\nb'],
    ['two line breaks', 'a<br><br>b<br>', 'a\n\nb'],
    ['divisions, as editors write lines', '<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
    ['lists in lists', '<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>', '1. a\n2. b\n   - c'],
    [
      'a table, with pipes and breaks',
      '<table><tr><th>a</th><th>b</th></tr><tr><td>1<br>2</td><td>x|y|z</td></tr></table>',
      '| a | b |\n| --- | --- |\n| 1 2 | x\\|y\\|z |',
    ],
    ['a table that only frames a text', '<table><tr><td>only</td></tr></table>', 'only'],
    [
      'code with breaks and a language',
      '<pre><code class="language-js">a<br>  b ``` c</code></pre>',
      '````js\na\n  b ``` c\n````',
    ],
    [
      'raised and lowered digits',
      'H<sub>2</sub>O 10<sup>-3</sup> e<sup>x</sup> e<sup>ab</sup> x<sub>i</sub>',
      'H₂O 10⁻³ e^x e^(ab) x\\_i',
    ],
    [
      'an address',
      '<a href="https://a.b/c_d">text</a> https://a.b/c_d',
      '[text](https://a.b/c_d) https://a.b/c_d',
    ],
  ])('%s', (_, html, markdown) => {
    expect(convert(html)).toEqual({ markdown, found: [] });
  });

  it.each([
    ['# x', '\\# x'],
    ['1. x', '1\\. x'],
    ['- x', '\\- x'],
    ['[x](y) *z* _a_', '\\[x\\](y) \\*z\\* \\_a\\_'],
    ['&lt;b&gt; &amp;lt;', '\\<b> \\&lt;'],
    ['a ~~b~~ c', 'a \\~\\~b\\~\\~ c'],
  ])('so that %j stays what it says', (html, markdown) => {
    expect(convert(html).markdown).toBe(markdown);
  });
});

describe('what Markdown has nothing for', () => {
  it.each([
    ['<script>alert(1)</script>text<SCRIPT src=x></SCRIPT>', 'text', ['script', 'script']],
    ['<style>b{}</style>text', 'text', ['style']],
    ['a<iframe src="x"></iframe><svg><text>no</text></svg>', 'a', ['frame', 'frame']],
    ['<b onclick="x()">a</b><input value="x">', '**a**', ['form']],
    ['<a href="javascript:x()">text</a>', 'text', []],
    ['<img src="data:image/png;base64,AA" alt="a cat">', 'a cat', ['image ']],
    ['<img src="https://a.b/c.png" alt="c">', '![c](https://a.b/c.png)', []],
    ['<img src="a%20(b).png">', '![a (b).png](a%20\\(b\\).png)', ['image a (b).png']],
    ['[sound:a&b.mp3]', '(sound: a&b.mp3)', ['sound a&b.mp3']],
    ['\\(x_1\\) and [latex]y[/latex]', '\\\\(x\\_1\\\\) and \\[latex\\]y\\[/latex\\]', ['math']],
    ['<anki-mathjax block="true">x^2</anki-mathjax>', '\\\\\\[x^2\\\\\\]', []],
  ])('is dropped and told: %s', (html, markdown, found) => {
    expect(convert(html)).toEqual({ markdown, found });
  });

  it.each([
    ['deeper than anything can be read', `${'<div>'.repeat(1900)}deep`, 'deep'],
    ['too many tags that nobody closes', `${'<b><p>'.repeat(20_000)}x &lt;y&gt;`, 'x \\<y>'],
  ])('is text where it is %s', (_, html, markdown) => {
    expect(convert(html)).toEqual({ markdown, found: ['markup'] });
  });
});

describe('Markdown becomes HTML', () => {
  it.each([
    ['one paragraph, without a tag of its own', '**a** `b`', '<strong>a</strong> <code>b</code>'],
    ['two paragraphs', 'a\n\nb', '<p>a</p>\n<p>b</p>'],
    ['HTML, as text', 'a <script>x</script> <b>', 'a &lt;script&gt;x&lt;/script&gt; &lt;b&gt;'],
    ['text after a script, as text', 'a <script><b onclick=x', 'a &lt;script&gt;&lt;b onclick=x'],
    ['a block of HTML, as text', '<div>\nx\n</div>', '&lt;div&gt;\nx\n&lt;/div&gt;'],
    [
      'a link to another note, as its text',
      '[SQS](sqs#limits) [AWS](https://a.b/?c="d")',
      'SQS <a href="https://a.b/?c=&quot;d&quot;">AWS</a>',
    ],
    ['a link that would run something, as its text', '[x](javascript:alert(1))', 'x'],
    ['a picture', '![a "b"](c.png)', '<img src="c.png" alt="a &quot;b&quot;">'],
    ['a number with a full stop, which is no empty list', '800.', '800.'],
    ['a lone mark, which is no empty list or heading', '#', '#'],
    ['a mark before text', '-\nx', '-\nx'],
    ['a list', '1. x\n2.', '<ol>\n<li>x</li>\n<li></li>\n</ol>'],
  ])('%s', (_, markdown, html) => {
    expect(markdownToHtml(markdown)).toBe(html);
  });

  it('as it is written, where brackets would take too long to read', () => {
    expect(markdownToHtml(`${'[a]('.repeat(400)}\n<b>`)).toBe(`${'[a]('.repeat(400)}<br>&lt;b&gt;`);
  });

  it('in which no text brings a tag that runs or loads something', () => {
    const part = fc.constantFrom(
      '<script>',
      '</a>',
      '"',
      "'",
      '[x](',
      ')',
      '<img src=x onerror=y>',
      '`',
      '\n\n',
      '![',
      ']',
      'javascript:',
      '&lt;',
      '<',
      '>',
      'a',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), parts => {
        const html = markdownToHtml(parts.join(''));
        const tags = [...html.matchAll(/<([a-z]+)([^>]*)>/g)];
        for (const [, name = '', rest = ''] of tags) {
          expect([
            'p',
            'a',
            'img',
            'code',
            'pre',
            'em',
            'strong',
            'blockquote',
            'br',
            'del',
            'hr',
            'ul',
            'ol',
            'li',
            'h',
          ]).toContain(name);
          expect(rest).not.toMatch(/\son\w+=(?!")|href="(?!https?:|mailto:)/);
        }
      }),
    );
  });
});
