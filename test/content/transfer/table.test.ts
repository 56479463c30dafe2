import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAnkiText, readTable, separatorOf } from '../../../src/content/transfer/table.ts';

const read = (text: string, path = 'deck.csv') => readTable(text, path, 'CSV');
const sides = (text: string): readonly (readonly [string, string])[] =>
  read(text).cards.map(card =>
    card.form === 'cloze' ? [card.text, card.extra ?? ''] : [card.front, card.back],
  );

describe('a table of cards', () => {
  it('is read by the names of its columns, wherever they stand', () => {
    const deck = read('Tags,Answer,Question,id\nt1 t2,4,What is 2 + 2?,sum-1\n');
    expect(deck.cards).toEqual([
      {
        form: 'basic',
        id: 'sum-1',
        named: true,
        deck: ['deck'],
        tags: ['t1', 't2'],
        place: { line: 2 },
        front: 'What is 2 + 2?',
        back: '4',
        progress: [{ reviews: [] }],
      },
    ]);
  });

  it('without names has the front first, then the back, then tags', () => {
    expect(sides('uno\tone\ndos\ttwo\n')).toEqual([
      ['uno', 'one'],
      ['dos', 'two'],
    ]);
    expect(read('uno;one;number\n').cards[0]?.tags).toEqual(['number']);
  });

  it('keeps quotes, separators and line ends that stand in quotes, and names the line on which a row begins', () => {
    const deck = read('front,back\n"a ""b"", c","one\ntwo"\nd,e\n');
    expect(deck.cards.map(card => card.place.line)).toEqual([2, 4]);
    expect(sides('front,back\n"a ""b"", c","one\ntwo"\nd,e\n')[0]).toEqual(['a "b", c', 'one\ntwo']);
  });

  it('names each row that has no front or no back, and each with more columns than a card', () => {
    expect(read('front,back\nhola,\n,x\na,b,c,d\n').remarks).toEqual([
      { act: 'left', what: 'row', why: 'The row has no back', place: { line: 2 } },
      { act: 'left', what: 'row', why: 'The row has no front', place: { line: 3 } },
      { act: 'left', what: 'column', why: '2 more columns than a card has: c', place: { line: 4 } },
    ]);
  });

  it('with a quote that is never closed is refused by its line', () => {
    expect(() => read('front,back\n"a,b\nc,d\n')).toThrow('a quote is not closed');
  });

  it('with the gaps of Anki is a cloze, whose hints and second texts are told', () => {
    const deck = read('text,extra\n{{c2::Madrid}} is in {{c1::Spain::country}} [x],See a map\n');
    expect(deck.cards[0]).toMatchObject({
      form: 'cloze',
      text: '[Madrid] is in [Spain] \\[x\\]',
      extra: 'See a map',
    });
    expect(deck.cards[0]?.progress).toHaveLength(2);
    expect(deck.remarks).toEqual([
      { act: 'left', what: 'hint', why: 'The hint of a gap: country', place: { line: 2 } },
    ]);
  });

  it('keeps a gap that would be a box or a link', () => {
    expect(sides('text,extra\n{{c1::x}} {{c2::y}}(z),\n')[0]?.[0]).toBe('[x ] [y]\\(z)');
  });

  it.each([
    ['a,b\nc,d\n', ','],
    ['a;b,c\nd;e\n', ';'],
    ['a\tb, c; d\ne\tf\n', '\t'],
    ['front,back\n"x\ny\nz",w\n', ','],
    ['Just a text.\nWith lines.\n', null],
  ])('%j is divided by %j', (text, separator) => {
    expect(separatorOf(text)).toBe(separator);
  });

  it('gives every text back that a quoted cell can hold', () => {
    const cell = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map(text => text.replace(/[\0\r{}]/g, '').trim())
      .filter(text => text !== '');
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), rows => {
        const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
        const text = `front,back\n${rows.map(row => row.map(quote).join(',')).join('\n')}\n`;
        expect(sides(text)).toEqual(rows);
      }),
    );
  });
});

describe('a text that Anki has exported', () => {
  const text = [
    '#separator:tab',
    '#html:true',
    '#guid column:1',
    '#notetype column:2',
    '#deck column:3',
    '#tags column:6',
    'Q{r$1\tBasic\tLang::Spanish\t<b>uno</b>&nbsp;&lt;1&gt;\tone<br>1<script>x</script>\tt1 t2',
    'abc\tBasic (and reversed card)\tLang\tdos<img src="d.png">\ttwo\t',
    'abd\tCloze\tLang\t{{c1::<i>tres</i>}}\t\t',
    '',
  ].join('\n');

  it('is known by its first lines', () => {
    expect(isAnkiText(text)).toBe(true);
    expect(isAnkiText('# A heading\n\ntext')).toBe(false);
  });

  it('gives decks, guids, tags and Markdown in place of HTML', () => {
    const deck = readTable(text, 'x.txt', 'Anki text');
    expect(deck.cards).toMatchObject([
      {
        id: 'Q{r$1',
        deck: ['Lang', 'Spanish'],
        tags: ['t1', 't2'],
        front: '**uno** <1>',
        back: 'one\\\n1',
        place: { line: 7 },
      },
      { id: 'abc', form: 'reversed', front: 'dos![d.png](d.png)', progress: [{}, {}] },
      { form: 'cloze', text: '[*tres*]' },
    ]);
    expect(deck.media).toEqual(['d.png']);
    expect(deck.remarks).toMatchObject([{ act: 'changed', what: 'script', place: { line: 7 } }]);
  });
});
