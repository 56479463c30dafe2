import { describe, expect, it } from 'vitest';
import { LinkBook, speakMarkdown } from '../../../../src/text/accessible/markdown/spoken-markdown.ts';

const heard = (markdown: string, width = 80): readonly string[] => speakMarkdown(markdown, { width });

describe('Markdown that is heard', () => {
  it('tells a table as records with named cells, and an empty cell as none', () => {
    const table = [
      '| Letter | guarantee | example |',
      '|---|---|---|',
      '| A | all or nothing | |',
      '| | x | y |',
    ];
    expect(heard(table.join('\n'))).toEqual([
      'Table, 2 rows, columns: Letter; guarantee; example.',
      'A. guarantee: all or nothing. example: none.',
      'none. guarantee: x. example: y.',
      'End of table.',
    ]);
  });

  it('tells a cell without a heading above it by its text alone', () => {
    expect(heard('| | |\n|---|---|\n| a | b |')).toEqual(['Table, 1 row.', 'a. b.', 'End of table.']);
  });

  it('puts the description of a drawing in its place', () => {
    expect(heard('```text alt="A client asks a server."\na --> b\n```')).toEqual([
      'Drawing: A client asks a server.',
    ]);
  });

  it('says of a drawing without a description that it is left out', () => {
    expect(heard('```text\na --> b\n```')).toEqual([
      'A drawing of 1 line without a description. It is left out here; --plain shows',
      'it.',
    ]);
  });

  it('announces code and never breaks it', () => {
    const long = `echo ${'x'.repeat(60)}`;
    expect(heard(`\`\`\`bash\n${long}\ncd /\n\`\`\``, 40)).toEqual([
      'Code, shell, 2 lines.',
      long,
      'cd /',
      'End of code.',
    ]);
    expect(heard('```\none line\n```')).toEqual(['Text: one line']);
  });

  it('reads columns of words with commas between them', () => {
    expect(heard('```text\nname    use\na   first\n```')).toEqual([
      'Text, 2 lines.',
      'name, use',
      'a, first',
      'End of text.',
    ]);
  });

  it('says where lists and quotes begin and end, and what is inside of another', () => {
    expect(heard('- one\n- two\n  - deep\n  - deeper\n\n> said')).toEqual([
      'List of 2.',
      '- one',
      '- two',
      'Inner list of 2.',
      '- deep',
      '- deeper',
      'End of list.',
      '',
      'Quote: said',
      'End of quote.',
    ]);
    expect(heard('1. a\n2. b')).toEqual(['List of 2.', '1. a', '2. b', 'End of list.']);
  });

  it('says the level of a heading, and no rule', () => {
    expect(heard('### Commands\n\n---\n\ntext')).toEqual(['Heading, level 3: Commands.', '', 'text']);
  });

  it('drops the marks of emphasis, keeps code as it is typed, and puts the signs of prose into words', () => {
    expect(heard('A **bold** `a->b` -> *c*, ~~gone~~ and [...]')).toEqual([
      'A bold a->b to c, struck out: gone and blank',
    ]);
  });

  it('numbers links, the same target once', () => {
    const links = new LinkBook();
    const lines = speakMarkdown('[SNS](sns), [again](sns), [AWS](https://aws.amazon.com)', {
      width: 80,
      links,
    });
    expect(lines).toEqual(['SNS (link 1), again (link 1), AWS (link 2)']);
    expect(links.targets).toEqual(['sns', 'https://aws.amazon.com']);
    expect(links.target(3)).toBeUndefined();
    expect(heard('[SNS](sns)')).toEqual(['SNS']);
  });

  it('passes over comments and survives what marked does not', () => {
    expect(heard('a <!-- hidden --> b')).toEqual(['a b']);
    expect(heard('`'.repeat(5000) + 'x').length).toBeGreaterThan(0);
  });

  it('breaks a paragraph behind a label once, so that no line is shorter than it has to be', () => {
    expect(heard('1. Round the item up to the next multiple of 4 KB.\n2. Divide.', 30)).toEqual([
      'List of 2.',
      '1. Round the item up to the',
      'next multiple of 4 KB.',
      '2. Divide.',
      'End of list.',
    ]);
    expect(heard('> The request units are the reads of a second.', 30)).toEqual([
      'Quote: The request units are',
      'the reads of a second.',
      'End of quote.',
    ]);
  });

  it('says what multiplies and divides in prose', () => {
    expect(heard('16 / 2 x 3 = 24, rows x columns')).toEqual([
      '16 divided by 2 times 3 = 24, rows times columns',
    ]);
  });
});
