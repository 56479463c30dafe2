import { describe, expect, it } from 'vitest';
import { parseBank } from '../../../../src/content/parse/banks/question-file.ts';
import { parseNote } from '../../../../src/content/parse/notes/note-file.ts';
import { makeProblemLog } from '../../../../src/content/files/problem-log.ts';

const cutsOf = (bank: string): readonly string[] => {
  const log = makeProblemLog();
  parseBank(bank, { topic: 'sqs', path: 'q.yaml' }, log.file('q.yaml'));
  return log.problems
    .filter(({ rule }) => rule === 'yaml-comment')
    .map(({ line, message }) => `${line} ${message}`);
};

describe('a text without quotes', () => {
  it.each([
    [
      '- id: one\n  stem: Order #12 is sent before order #11.\n',
      ['2 The text ends at "Order", for "#12 is sent before order #11." is a comment'],
    ],
    ['- id: one\n  stem: order #12\n', ['2 The text ends at "order", for "#12" is a comment']],
    [
      '- stem: a text of\n    two lines #1\n',
      ['2 The text ends at "a text of two lines", for "#1" is a comment'],
    ],
    ['- accept:\n    - queue #1\n    - b\n', ['2 The text ends at "queue", for "#1" is a comment']],
    [
      '- options:\n    - text: retry # of the consumer\n',
      ['2 The text ends at "retry", for "# of the consumer" is a comment'],
    ],
    ['- accept: [queue #1\n    , other]\n', ['1 The text ends at "queue", for "#1" is a comment']],
  ])('that loses its end to a comment is found: %s', (bank, found) => {
    expect(cutsOf(bank)).toEqual(found);
  });

  it('that loses its end is found in a note, with its line', () => {
    const log = makeProblemLog();
    const text = '---\naliases: [x]\ntitle: C # basics\n---\nText\n';
    parseNote(text, { topic: 't', area: 'a', path: 'n.md' }, log.file('n.md'));
    expect(log.problems.filter(({ rule }) => rule === 'yaml-comment')).toMatchObject([
      { line: 3, severity: 'warning' },
    ]);
  });

  it.each([
    '# a comment of its own\n- id: one # permanent\n  kind: single # the easy form\n',
    '- stem: "A queue #1" # checked twice\n  answer: true # sic\n',
    "- stem: 'A queue #1' # checked twice\n  answer: 12 # sic\n",
    '- stem: |\n    A queue #1\n    # not a heading\n  # a comment\n  id: one\n',
    '- stem: >-\n    A queue #1\n  # a comment\n  id: one\n',
    '- checked: 2026-11-20 # by hand\n  sources: [https://example.com/a#b] # old\n  section: sqs#limits # there\n',
    '- stem: C#, F# and a#b\n',
    '- options: # four\n    - { text: a, correct: true } # yes\n',
  ])('is not found to be cut by a true comment: %s', bank => {
    expect(cutsOf(bank)).toEqual([]);
  });
});
