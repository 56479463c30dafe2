import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNote } from '../../../../src/content/parse/notes/note-file.ts';
import { makeProblemLog } from '../../../../src/content/files/problem-log.ts';
import { cleanText } from '../../../../src/content/files/read-text.ts';
import { textKey } from '../../../../src/core/course/keys.ts';
import { FRONT } from '../../../support/course-folder.ts';

const PLACE = { topic: 'queues', area: 'integration', path: 'content/integration/queues.md' };

const read = (text: string): ReturnType<typeof parseNote> & { readonly found: readonly string[] } => {
  const log = makeProblemLog();
  const report = log.file(PLACE.path);
  const parsed = parseNote(cleanText(text, report), PLACE, report);
  return { ...parsed, found: log.problems.map(({ line, rule }) => `${line} ${rule}`) };
};

/** The note `FRONT` begins takes five lines, so the body begins in line 6. */
const body = (text: string): ReturnType<typeof read> => read(FRONT + text);

describe('the front matter of a note', () => {
  it.each([
    [
      '---\ntitle: Queues\n\n## Cards\n\nQ: a\nA: b\n\nC: c [d]\n',
      1,
      'so 2 cards of this note are not asked',
    ],
    [
      '---\ntitle: Queues\n\n## Cards\n\nQ: a\nA: b\n\n---\n\nQ: c\nA: d\n',
      6,
      'so 1 card of this note is not asked',
    ],
  ])('that is not closed says how many cards it swallowed: %s', (text, line, said) => {
    const log = makeProblemLog();
    parseNote(text, PLACE, log.file(PLACE.path));
    const told = log.problems.filter(({ rule }) => rule === 'front-matter');
    expect(told).toMatchObject([{ line, severity: 'error' }]);
    expect(told[0]?.message).toContain(said);
  });

  it('says which field was meant by one that is misspelt', () => {
    const log = makeProblemLog();
    parseNote(FRONT.replace('checked', 'Cheked'), PLACE, log.file(PLACE.path));
    const unknown = log.problems.find(({ rule }) => rule === 'incomplete');
    expect(unknown?.hint).toContain('did you mean checked?');
  });

  it('gives title, aliases, exams, date, sources and calculators', () => {
    const { note, found } = read(
      `---
title: Amazon SQS
aliases: [simple-queue-service]
exams: { dva-c02: ['1.1', 2], saa-c03: '2.1' }
checked: 2026-11-20
sources: [https://a.example/x]
calculators: [sqs-cost]
---
Text.
`,
    );
    expect(found).toEqual([]);
    expect(note).toEqual({
      id: 'queues',
      area: 'integration',
      path: PLACE.path,
      title: 'Amazon SQS',
      aliases: ['simple-queue-service'],
      exams: [
        { blueprint: 'dva-c02', tasks: ['1.1', '2'] },
        { blueprint: 'saa-c03', tasks: ['2.1'] },
      ],
      checked: '2026-11-20',
      sources: ['https://a.example/x'],
      calculators: ['sqs-cost'],
      sections: [{ id: '', title: 'Amazon SQS', level: 1, markdown: 'Text.', line: 9 }],
    });
  });

  it('is reported field by field, with lines, and the note stays', () => {
    const { note, found } = read(
      `---
titel: Queues
aliases: [a, [b]]
exams: [dva-c02]
checked: 20-11-2026
sources:
  - https://a.example
  - ftp://b.example
deck: maybe
---
Text.
`,
    );
    expect(found).toEqual([
      '9 invalid-field',
      '3 invalid-field',
      '4 invalid-field',
      '5 invalid-field',
      '8 invalid-field',
      '2 incomplete',
    ]);
    expect(note).toMatchObject({ title: 'queues', aliases: [], exams: [], checked: '', sources: [] });
    expect(note.sections).toHaveLength(1);
  });

  it.each([
    ['nothing', 'Text.', ['1 front-matter']],
    ['an empty file', '', ['1 front-matter']],
    ['a longer rule', '----\ntitle: a\n----\n', ['1 front-matter']],
    ['another language', '---js\n{}\n---\n', ['1 front-matter']],
    ['a space before', ' ---\ntitle: a\n---\n', ['1 front-matter']],
    ['no end', '---\ntitle: a\n', ['1 front-matter']],
    ['an end that is none', '---\ntitle: a\n--- x\nchecked: b\n---\n', ['3 front-matter']],
    ['broken YAML', '---\ntitle: a\nb: c: d\n---\n', ['3 yaml-syntax']],
    ['a list', '---\n- a\n---\n', ['1 invalid-field']],
    ['a tag that would make a function', '---\na: !!js/function x\n---\n', ['2 yaml-syntax']],
    ['more than fits', `---\n${'a: b\n'.repeat(1001)}---\n`, ['1 yaml-bounds']],
  ])('is refused for %s', (_, text, problems) => {
    expect(read(text).found).toEqual(problems);
  });

  it('keeps the lines of the body in their places when it cannot be read', () => {
    const { note } = read('---\ntitle: a\nb: c: d\n---\n\n## Here\n\nText.\n');
    expect(note.sections).toMatchObject([{ id: 'here', line: 6, markdown: 'Text.' }]);
  });
});

describe('the sections of a note', () => {
  it('are its headings outside code, with the slugs of GitHub', () => {
    const { note, found } = body(
      [
        'Before.',
        '',
        '## What **is** a `Queue`?',
        'One.',
        '### Limits ###',
        '```md',
        '## No heading',
        '```',
        'Underlined',
        'heading',
        '---',
        'Two.',
        '## Limits',
        '- item',
        '---',
        '#No heading',
        '    ## code',
        '##',
      ].join('\n'),
    );
    expect(found).toEqual([]);
    expect(note.sections.map(({ id, title, level, line }) => [id, title, level, line])).toEqual([
      ['', 'Queues', 1, 6],
      ['what-is-a-queue', 'What is a Queue?', 2, 8],
      ['limits', 'Limits', 3, 10],
      ['underlined-heading', 'Underlined heading', 2, 14],
      ['limits-1', 'Limits', 2, 18],
      ['section', '', 2, 23],
    ]);
    expect(note.sections[4]?.markdown).toBe('- item\n---\n#No heading\n    ## code');
  });

  it('are reported where they cannot be right', () => {
    expect(body('# Title\n').found).toEqual(['6 top-heading']);
    expect(body('Title\n=====\n').found).toEqual(['6 top-heading']);
    expect(body('## A\n\n```\n## B\n').found).toEqual(['8 unclosed-fence']);
    expect(body('## Cards\n\n## After\n').found).toEqual(['8 cards-not-last']);
  });
});

describe('the cards of a note', () => {
  it('belong to the section whose heading they stand under', () => {
    const { cards, found } = body(
      [
        '## Visibility timeout',
        '## Limits',
        '## Limits',
        '## Cards',
        'Q: a?',
        'A: b',
        '### visibility Timeout',
        'Q: c? ^card-c',
        'A: d',
        '### limits-1',
        'C: [e] and [f]. ^card-e',
        '### Nowhere',
        'Q: g?',
        'A: h',
      ].join('\n'),
    );
    expect(found).toEqual(['17 unknown-section']);
    expect(cards.map(({ key, section, family, kind, line }) => [key, section, family, kind, line])).toEqual([
      [textKey('queues', 'a?'), '', textKey('queues', 'a?'), 'basic', 10],
      ['card-c', 'visibility-timeout', 'card-c', 'basic', 13],
      ['card-e/e', 'limits-1', 'card-e', 'cloze', 16],
      ['card-e/f', 'limits-1', 'card-e', 'cloze', 16],
      [textKey('queues', 'g?'), '', textKey('queues', 'g?'), 'basic', 18],
    ]);
  });

  it('are reported where they stand outside their section', () => {
    const { note, found } = body('## A\n\nQ: a\nA: b\n\nC: [c]\n\n```\nQ: code\n```\n\nA: alone\n');
    expect(found).toEqual(['8 card-outside-cards', '11 card-outside-cards', '17 card-outside-cards']);
    expect(note.sections[0]?.markdown).toContain('Q: a');
  });

  it.each([
    ['without a deletion', 'C: none', ['8 cloze-without-deletion']],
    ['with a bracket that is open', 'C: a\n[b', ['9 cloze-brackets']],
    ['with a deletion in another', 'C: [a [b]]', ['8 cloze-brackets']],
    ['with too many deletions', `C: ${'[a] '.repeat(31)}`, ['8 card-too-long']],
    ['that are too long', `Q: ${'x'.repeat(10_001)}\nA: y`, ['8 card-too-long']],
  ])('are left out %s', (_, card, problems) => {
    const { cards, found } = body(`## Cards\n\n${card}\n`);
    expect(found).toEqual(problems);
    expect(cards).toEqual([]);
  });

  it('fill a deck from its first line, under any heading', () => {
    const { note, cards, found } = read(
      '---\ntitle: Deck\ndeck: true\n---\n# One\nQ: a?\nA: b\n---\n## Two\nC: [c] ^deck-c\n',
    );
    expect(found).toEqual([]);
    expect(note.sections).toEqual([]);
    expect(cards.map(({ key, section }) => [key, section])).toEqual([
      [textKey('queues', 'a?'), ''],
      ['deck-c/c', ''],
    ]);
  });
});

describe('a note', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '---\n',
      'title: a\n',
      '## Cards\n',
      '### Limits\n',
      '## Limits\n',
      'Q: a ^id-1\n',
      'A: b\n',
      'C: [c] [d]\n',
      '```\n',
      '\n',
      '===\n',
      '[x](y)',
      '\u001b[31m',
      'é\n',
    ),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );

  it('gives the same with the line ends of Windows and with a byte order mark', () => {
    fc.assert(
      fc.property(fc.array(piece), list => {
        const text = FRONT + list.join('').replaceAll('\r', '');
        const { note, cards, found } = read(text);
        const other = read(`\ufeff${text.replaceAll('\n', '\r\n')}`);
        expect(other.note).toEqual(note);
        expect(other.cards).toEqual(cards);
        expect(other.found).toEqual(found);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(piece), list => {
        const { note } = read(list.join(''));
        expect(note.id).toBe('queues');
      }),
    );
  });

  it('shows control characters as replaced, and says where they were', () => {
    const { note, found } = body('a\u001b[31mb\n\nc\u202ed\n');
    expect(note.sections[0]?.markdown).toBe('a\ufffd[31mb\n\nc\ufffdd');
    expect(found).toEqual(['6 control-character', '8 control-character']);
  });

  it('is not trusted where YAML spells a control character', () => {
    const { note, found } = read('---\nchecked: 2026-11-20\ntitle: "a\\e[31m\\u202eb"\n---\n');
    expect(note.title).toBe('a\ufffd[31m\ufffdb');
    expect(found).toEqual(['3 control-character']);
  });
});
