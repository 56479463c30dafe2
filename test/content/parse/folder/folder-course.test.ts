import { describe, expect, it } from 'vitest';
import { textKey } from '../../../../src/core/course/keys.ts';
import { loadNotes, placesOf } from '../../../support/course-folder.ts';

const sections = (text: string): string => {
  const { course } = loadNotes({ 'Note.md': text, 'Other Note.md': '# Other\n\n## A Part\n\nText.\n' });
  return (course.notes.find(({ id }) => id === 'note')?.sections ?? [])
    .map(({ markdown }) => markdown)
    .join('\n\n');
};
const cards = (text: string): readonly (readonly string[])[] =>
  loadNotes({ 'Note.md': text }).course.cards.map(({ front, back }) => [front, back]);
const rules = (text: string): readonly string[] => placesOf(loadNotes({ 'Note.md': text }));

describe('a folder of notes', () => {
  it('is a course without front matter, content/ or course.yaml', () => {
    const { course, hasId, problems } = loadNotes({
      'Biology/Cell Membrane.md': '# The membrane\n\nText.\n\nQ: What is it made of?\nA: Lipids.\n',
      'Loose note.md': 'Only text.\n',
    });
    expect(problems).toEqual([]);
    expect(hasId).toBe(false);
    expect(course).toMatchObject({ form: 'notes' });
    expect(course.title).toMatch(/^study-notes-/);
    expect(
      course.notes.map(({ id, title, area }) => [id, title, area.replace(/^study-notes-.*/, 'top')]),
    ).toEqual([
      ['biology-cell-membrane', 'The membrane', 'biology'],
      ['loose-note', 'Loose note', 'top'],
    ]);
    expect(course.cards.map(({ key, topic }) => [key, topic])).toEqual([
      [textKey('biology-cell-membrane', 'What is it made of?'), 'biology-cell-membrane'],
    ]);
  });

  it('passes over hidden folders, node_modules, templates, drawings, README files and files of other kinds', () => {
    const { course, problems } = loadNotes({
      'a.md': 'Text.\n',
      '.obsidian/x.md': 'no\n',
      '.trash/x.md': 'no\n',
      '.git/x.md': 'no\n',
      'node_modules/p/x.md': 'no\n',
      'Templates/x.md': 'no\n',
      'sub/templates/x.md': 'no\n',
      'draw.excalidraw.md': 'no\n',
      'README.md': 'no\n',
      'paper.pdf': 'no',
      'settings.yaml': 'a: 1\n',
      'broken.yaml': 'a: [\n',
    });
    expect(course.notes.map(({ id }) => id)).toEqual(['a']);
    expect(problems).toEqual([]);
  });

  it('takes four files of odd names', () => {
    const { course } = loadNotes({
      'con.md': 'Q: a\nA: b\n',
      '100% (true) & more — ünïcode.md': 'Q: a\nA: b\n',
      '🎉.md': 'Q: a\nA: b\n',
      '日本語/ノート.md': 'Q: a\nA: b\n',
    });
    expect(course.notes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['con', '100-true-more-ünïcode', '日本語-ノート']),
    );
    expect(new Set(course.cards.map(({ key }) => key)).size).toBe(4);
  });

  it('reads questions from YAML beside the notes, and an exam', () => {
    const { course, problems } = loadNotes({
      'Biology/Osmosis.md': 'Text.\n',
      'Biology/Osmosis.yaml':
        '- id: os-one\n  kind: true-false\n  stem: Water moves.\n  answer: true\n  why: It does.\n',
      'Midterm.yaml':
        'id: midterm\ntitle: Midterm\nquestions: { scored: 1 }\nminutes: 5\naim: 80\nkinds: [true-false]\ndomains: [{ id: 1, title: All, weight: 100 }]\nchecked: 2026-11-20\n',
    });
    expect(problems).toEqual([]);
    expect(course.questions.map(({ key, topic }) => [key, topic])).toEqual([['os-one', 'biology-osmosis']]);
    expect(course.blueprints.map(({ id }) => id)).toEqual(['midterm']);
  });

  it('has its id, title and rules from .study/course.yaml', () => {
    const { course, hasId } = loadNotes({
      'a.md': 'Text.\n',
      '.study/course.yaml': 'id: mine\ntitle: My notes\nrules: strict\n',
    });
    expect(hasId).toBe(true);
    expect(course).toMatchObject({ id: 'mine', title: 'My notes', rules: 'strict' });
  });

  it('gives a card without an id where another note has its id already', () => {
    const { course, problems } = loadNotes({ 'a.md': 'Q: a ^same\nA: b\n', 'b.md': 'Q: c ^same\nA: d\n' });
    expect(course.cards.map(({ key }) => key)).toEqual(['same', textKey('b', 'c')]);
    expect(problems.map(({ rule, severity }) => [rule, severity])).toEqual([['duplicate-id', 'warning']]);
  });
});

describe('the title of a note', () => {
  it.each([
    ['---\ntitle: Given\n---\n# Heading\n', 'Given'],
    ['---\nname = "A deck"\n---\nQ: a\nA: b\n', 'A deck'],
    ['#tag\n\n# A *first* heading\n', 'A first heading'],
    ['Text\n\n## Second level\n', 'Note'],
    ['---\nQ: a\nA: b\n---\n', 'Note'],
    ['---\na: [\n---\n# After broken properties\n', 'After broken properties'],
  ])('of %j is %s', (text, title) => {
    expect(loadNotes({ 'Note.md': text }).course.notes[0]?.title).toBe(title);
  });
});

describe('a note of a folder shows', () => {
  it.each([
    ['[[Other Note]]', '[Other Note](other-note)'],
    ['[[other note|that one]]', '[that one](other-note)'],
    ['[[Other Note#A Part]]', '[Other Note > A Part](other-note#a-part)'],
    ['[[Other Note#^block|here]]', '[here](other-note)'],
    ['[[#Below]]', '[Below](#below)'],
    ['[[Nowhere]] ends', 'Nowhere ends'],
    ['[x](Other%20Note.md#A%20Part)', '[x](other-note#a-part)'],
    ['[x](<Other Note.md>)', '[x](other-note)'],
    ['[x](https://example.com/a.md)', '[x](https://example.com/a.md)'],
    ['`[[Other Note]]`', '`[[Other Note]]`'],
    ['![[Other Note]]', '[Other Note](other-note)'],
    ['> [!warning]- Mind\n> the gap', '> **Mind**  \n> the gap'],
    ['> [!tip]\n> text', '> **Tip**  \n> text'],
    ['Said[^1] so.\n\n[^1]: By whom\n  and when.', 'Said\\[^1\\] so.\n\n\\[^1\\] By whom and when.'],
    ['Inline^[a remark].', 'Inline (a remark).'],
    ['a %%hidden%% b', 'a  b'],
    ['a\n%% over\nlines %%\nb', 'a\nb'],
    ['a <!-- html --> b', 'a  b'],
    ['`%%` stays', '`%%` stays'],
    ['A line. ^block-1', 'A line.'],
    ['==marked==', '**marked**'],
    ['```\n[[x]] %%y%% ==z== ^id\n```', '```\n[[x]] %%y%% ==z== ^id\n```'],
    ['A #tag stays', 'A #tag stays'],
  ])('%j as %j', (text, shown) => {
    expect(sections(text)).toBe(shown);
  });

  it('an image that lies anywhere in the folder', () => {
    const { course, problems } = loadNotes({
      'deep/Note.md': '![[pic.png|a view]] ![[pic.png|300]]\n',
      'assets/pic.png': Buffer.from([0]),
    });
    expect(course.notes[0]?.sections[0]?.markdown).toBe(
      '![a view](<../assets/pic.png>) ![](<../assets/pic.png>)',
    );
    expect(problems).toEqual([]);
  });

  it('and the check names what it cannot', () => {
    expect(rules('[[Nowhere]]\n\n![[a.pdf]]\n\n$$x^2 = 1$$\n\n$$y_1$$\n\n```mermaid\na\n```\n')).toEqual([
      'Note.md:1 link-unresolved',
      'Note.md:3 not-shown',
      'Note.md:5 not-shown',
      'Note.md:9 not-shown',
    ]);
    expect(rules('---\na: [\n---\nText\n')).toEqual(['Note.md:3 note-properties']);
    expect(rules('%% never closed\nText\n')).toEqual(['Note.md:1 not-shown']);
  });

  it('is found by its aliases, its name and its tags', () => {
    const { course } = loadNotes({
      'Bio/Cell Membrane.md':
        '---\naliases: [Plasma membrane]\ntags:\n  - cells\n---\nText #biology/basics, no #1.\n',
    });
    expect(course.notes[0]?.aliases).toEqual([
      'Plasma membrane',
      'Cell Membrane',
      'cell-membrane',
      '#cells',
      '#biology/basics',
    ]);
  });
});

describe('cards in the form of hashcards stand anywhere in a note', () => {
  it.each([
    ['Text.\n\nQ: a\nA: b\n\n---\n\nText.\n', [['a', 'b']]],
    [
      'Q: a\nA: b\nQ: c\nA: d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['Q: a\nA: b\n\nmore\n\n# Heading\ntext\n', [['a', 'b\n\nmore']]],
    ['C: The [heart] beats\n', [['The [...] beats', 'The **heart** beats']]],
    ['C: no deletion here\n', []],
    ['C: a [[Link]] and [x](y.md) are none\n', []],
    ['Q: no answer\n\n# Heading\n', []],
    ['A: no question\n', []],
    ['```\nQ: code\nA: code\n```\n', []],
    ['Q: what\nA: ```js\nQ: x\n```\n', [['what', '```js\nQ: x\n```']]],
    [
      'Q: See [[Note]]?\nA: yes[^1]\n\n[^1]: a remark\n',
      [['See [Note](note)?', 'yes\\[^1\\]\n\n\\[^1\\] a remark']],
    ],
  ])('%j gives %j', (text, expected) => {
    expect(cards(text)).toEqual(expected);
  });

  it('are not part of the text of the note, and the rule that ends them underlines nothing', () => {
    expect(sections('Before\n\nQ: a\nA: b\n---\nAfter\n')).toBe('Before\n\n\nAfter');
  });

  it('belong to the section that they stand in', () => {
    const { course } = loadNotes({
      'n.md': 'Text.\n\n## Part one\n\nText.\n\nQ: a\nA: b\n\n## Part two\n\nC: [why] y\n',
    });
    expect(course.cards.map(({ section }) => section)).toEqual(['part-one', 'part-two']);
  });

  it('that lack a side warn, and stay text', () => {
    expect(rules('Q: no answer\n')).toEqual(['Note.md:1 card-without-answer']);
    expect(sections('Q: no answer\n')).toBe('Q: no answer');
    expect(loadNotes({ 'Note.md': 'Q: no answer\n' }).problems[0]?.severity).toBe('warning');
  });
});

describe('cards of Obsidian under a flashcards tag', () => {
  const tagged = (text: string): readonly (readonly string[])[] => cards(`#flashcards\n\n${text}\n`);

  it.each([
    ['term::meaning', [['term', 'meaning']]],
    [
      'one:::two',
      [
        ['one', 'two'],
        ['two', 'one'],
      ],
    ],
    ['`a::b` is code', []],
    ['- in a list::yes', [['in a list', 'yes']]],
    ['what\nis it\n?\nthis\nand that\n\nno more', [['what\nis it', 'this\nand that']]],
    [
      'left\n??\nright',
      [
        ['left', 'right'],
        ['right', 'left'],
      ],
    ],
    ['The ==heart== beats.', [['The [...] beats.', 'The **heart** beats.']]],
    ['The {{heart}} beats.', [['The [...] beats.', 'The **heart** beats.']]],
    [
      '{{c1::A::hint}} and {{c2::B}}.',
      [
        ['[hint] and B.', '**A** and B.'],
        ['A and [...].', 'A and **B**.'],
      ],
    ],
    ['==1;;A== then ==1;;B==.', [['[...] then [...].', '**A** then **B**.']]],
    ['==A==;;B', [['[...];;B', '**A**;;B']]],
    [
      'term::meaning\n<!--SR:!2026-01-01,3,250-->\nnext::one',
      [
        ['term', 'meaning'],
        ['next', 'one'],
      ],
    ],
    ['list\n?\n```\na\n\nb\n```', [['list', '```\na\n\nb\n```']]],
    ['See [[Note]]::a link', [['See [Note](note)', 'a link']]],
  ])('%j give %j', (text, expected) => {
    expect(tagged(text)).toEqual(expected);
  });

  it.each([
    '---\ntags: [flashcards]\n---\n',
    '---\ntags: flashcards/bio other\n---\n',
    '#flashcards/bio/cells\n',
  ])('are found with the tag %j', tag => {
    expect(cards(`${tag}\na::b\n`)).toEqual([['a', 'b']]);
  });

  it('are not found without it, nor above it', () => {
    expect(cards('a::b\n\n==c==\n')).toEqual([]);
    expect(cards('a::b\n\n#flashcards\n\nc::d\n')).toEqual([['c', 'd']]);
    expect(cards('#flashcardsnot\n\na::b\n')).toEqual([]);
  });

  it('may stand on the line of the tag', () => {
    expect(cards('#flashcards/a term::meaning\n')).toEqual([['term', 'meaning']]);
  });

  it('have the id of their block as their key, and both directions of one are siblings', () => {
    const { course } = loadNotes({ 'n.md': '#flashcards\n\na:::b ^two-ways\n\nc::d ^1a2b\n' });
    expect(course.cards.map(({ key, family }) => [key, family])).toEqual([
      ['two-ways', 'two-ways'],
      ['two-ways/reversed', 'two-ways'],
      [textKey('n', 'c'), textKey('n', 'c')],
    ]);
  });

  it('keep their key when a schedule is written below them or the answer changes', () => {
    const keys = (text: string): readonly string[] =>
      loadNotes({ 'n.md': text }).course.cards.map(({ key }) => key);
    expect(keys('#flashcards\na::b\n')).toEqual(keys('#flashcards\na::c\n<!--SR:!2026-01-01,3,250-->\n'));
  });

  it('stay in the text of the note', () => {
    expect(sections('#flashcards\n\nterm::meaning\nThe {{heart}} beats.\n')).toBe(
      'term::meaning  \nThe heart beats.',
    );
  });
});

describe('links to files within a course with content/', () => {
  it('lead to the topics of the files', async () => {
    const { loadFiles, FRONT } = await import('../../../support/course-folder.ts');
    const { course } = loadFiles({
      'content/a/one.md': `${FRONT}See [two](../b/two.md#part), [three](three.md), \`[x](y.md)\`.\n`,
    });
    expect(course.notes[0]?.sections[0]?.markdown).toBe('See [two](two#part), [three](three), `[x](y.md)`.');
  });
});
