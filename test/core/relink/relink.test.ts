import { describe, expect, it } from 'vitest';
import type { Card, CourseReader, Item } from '../../../src/core/course/course.ts';
import type { Progress } from '../../../src/core/journal/progress.ts';
import type { Problem } from '../../../src/core/course/problem.ts';
import { promptFields, promptOf } from '../../../src/core/relink/prompts.ts';
import { planRelinks } from '../../../src/core/relink/relink.ts';
import { memoryJournal } from '../../support/memory-journal.ts';
import type { MemoryJournal } from '../../support/memory-journal.ts';
import { card, tinyCourse } from '../../support/tiny-course.ts';
import type { TinyCourse } from '../../support/tiny-course.ts';

const NOW = Date.parse('2026-11-21T10:00:00Z');
const DAY = Math.floor(NOW / 86_400_000);

/** A journal in which these cards were reviewed. */
const reviewed = (cards: readonly Card[]): MemoryJournal => {
  const journal = memoryJournal(() => NOW);
  for (const one of cards) {
    journal.append('tiny', {
      type: 'reviewed',
      mode: 'review',
      day: DAY,
      ratings: [{ item: one.key, rating: 'good', counted: true }],
      ms: 1,
      model: 'm',
      ...promptFields(one, journal.progress('tiny')),
    });
  }
  return journal;
};

const findRelinks = (course: CourseReader, progress: Progress): readonly { from: string; to: string }[] =>
  planRelinks({ course, progress, devicesOf: () => new Set(['me']) }).relinks.map(({ from, to }) => ({
    from,
    to,
  }));

const relinks = (
  before: readonly Card[],
  after: readonly Item[],
  course: Omit<TinyCourse, 'items'> = {},
): readonly string[] =>
  findRelinks(tinyCourse({ items: after, ...course }), reviewed(before).progress('tiny')).map(
    ({ from, to }) => `${from} > ${to}`,
  );

/** A card without an id: its key stands for a hash of its text. */
const hashed = (hash: string, front: string, topic = 'sqs'): Card => card(`${topic}~1-${hash}`, topic, front);

const OLD = hashed('aaaa', 'How long is a recieved message hidden from other consumers?');
const NEW = hashed('bbbb', 'How long is a received message hidden from other consumers?');
const LINKED = [`${OLD.key} > ${NEW.key}`];

describe('an edited card', () => {
  it('keeps its progress when its prompt is mended, extended or given an id', () => {
    expect(relinks([OLD], [NEW])).toEqual(LINKED);
    const longer = hashed(
      'cccc',
      'By default, how long is a received message hidden from all other consumers of a queue?',
    );
    expect(relinks([OLD], [longer])).toEqual([`${OLD.key} > ${longer.key}`]);
    const named = card('sqs-visibility', 'sqs', OLD.front);
    expect(relinks([OLD], [named])).toEqual([`${OLD.key} > sqs-visibility`]);
  });

  it('is left alone while it is still there, or was never reviewed', () => {
    expect(relinks([OLD], [OLD, NEW])).toEqual([]);
    expect(relinks([], [NEW])).toEqual([]);
  });

  it('never takes the progress of a card that has its own', () => {
    expect(relinks([OLD, NEW], [NEW])).toEqual([]);
  });

  it.each([
    [
      'a number',
      'How large may a message of a queue be, 256 KB?',
      'How large may a message of a queue be, 128 KB?',
    ],
    [
      'a name with a number',
      'What does a volume of type gp2 offer?',
      'What does a volume of type gp3 offer?',
    ],
    [
      'a service in capitals',
      'What does SQS promise about the order?',
      'What does SNS promise about the order?',
    ],
    [
      'a service in the sentence',
      'How long does Kinesis keep records?',
      'How long does Firehose keep records?',
    ],
    [
      'a service that begins it',
      'Kinesis keeps its records for how long?',
      'Lambda keeps its records for how long?',
    ],
    ['a negation', 'Which of them is encrypted at rest?', 'Which of them is not encrypted at rest?'],
    ['an extreme', 'What is the minimum timeout of a queue?', 'What is the maximum timeout of a queue?'],
    ['a direction', 'What does a read of one item cost?', 'What does a write of one item cost?'],
  ])('is another card when %s changes', (_what, before, after) => {
    const names = new Map([
      ['kinesis', { title: 'Kinesis Data Streams' }],
      ['lambda', { title: 'AWS Lambda' }],
    ]);
    const more = { topics: ['kinesis', 'lambda'], names };
    expect(relinks([hashed('aaaa', before)], [hashed('bbbb', after)], more)).toEqual([]);
    expect(relinks([hashed('aaaa', before)], [hashed('bbbb', `${before} `)], more)).toHaveLength(1);
  });

  it('is another card when little of it stays', () => {
    expect(relinks([OLD], [hashed('cccc', 'Why is a message delivered again?')])).toEqual([]);
  });

  it('is left alone where two could be meant, or two could mean one', () => {
    const twin = hashed('cccc', 'How long is a received message hidden from the other consumers?');
    expect(relinks([OLD], [NEW, twin])).toEqual([]);
    expect(relinks([OLD, twin], [NEW])).toEqual([]);
  });

  it('is left alone in a topic that did not parse, and where the learner took the link back', () => {
    expect(relinks([OLD], [NEW], { unclean: ['sqs'] })).toEqual([]);
    const journal = reviewed([OLD]);
    const link = journal.append('tiny', { type: 'relinked', from: OLD.key, to: NEW.key });
    const course = tinyCourse({ items: [NEW] });
    expect(findRelinks(course, journal.progress('tiny'))).toEqual([]);
    journal.append('tiny', { type: 'undone', target: link.id });
    expect(findRelinks(course, journal.progress('tiny'))).toEqual([]);
    const other = hashed('dddd', NEW.front);
    expect(findRelinks(tinyCourse({ items: [other] }), journal.progress('tiny'))).toEqual([
      { from: OLD.key, to: other.key },
    ]);
  });

  it('is found again after a second edit, reviewed in between or not', () => {
    const third = hashed('cccc', 'How long is a received message hidden from all other consumers?');
    for (const between of [true, false]) {
      const journal = reviewed([OLD]);
      journal.append('tiny', { type: 'relinked', from: OLD.key, to: NEW.key });
      if (between) {
        const { prompt = '' } = promptFields(NEW, journal.progress('tiny'));
        expect(prompt).toBe(NEW.front);
        const ratings = [{ item: NEW.key, rating: 'good' as const, counted: true }];
        journal.append('tiny', {
          type: 'reviewed',
          mode: 'review',
          day: DAY,
          ratings,
          ms: 1,
          model: 'm',
          prompt,
        });
      }
      const course = tinyCourse({ items: [third] });
      expect(findRelinks(course, journal.progress('tiny'))).toEqual([{ from: NEW.key, to: third.key }]);
    }
  });
});

describe('the deletions of an edited cloze', () => {
  const cloze = (base: string, slug: string, front: string): Card => card(`${base}/${slug}`, 'sqs', front);
  const four = (base: string, verb: string): Card =>
    cloze(base, '4-days', `A queue ${verb} messages [...] by default and 14 days at most.`);
  const fourteen = (base: string, verb: string): Card =>
    cloze(base, '14-days', `A queue ${verb} messages 4 days by default and [...] at most.`);

  it('go each to its own, though their texts are alike', () => {
    const [a, b] = ['sqs~1-aaaa', 'sqs~1-bbbb'];
    expect(
      relinks([four(a, 'keeps'), fourteen(a, 'keeps')], [four(b, 'retains'), fourteen(b, 'retains')]),
    ).toEqual([`${a}/14-days > ${b}/14-days`, `${a}/4-days > ${b}/4-days`]);
  });

  it('keep their progress when the deleted words change', () => {
    const after = cloze(
      'keeping',
      '4-full-days',
      'A queue keeps messages [...] by default and 14 days at most.',
    );
    expect(
      relinks(
        [four('keeping', 'keeps'), fourteen('keeping', 'keeps')],
        [after, fourteen('keeping', 'keeps')],
      ),
    ).toEqual(['keeping/4-days > keeping/4-full-days']);
  });

  it('keep their progress when the deleted words and the words around them change, in a cloze without an id', () => {
    const [a, b] = ['sqs~1-aaaa', 'sqs~1-bbbb'];
    const before = [
      cloze(a, 'high', 'Sugar rises to a [...] level when the hormone insulin is missing from the blood.'),
      cloze(a, 'insulin', 'Sugar rises to a high level when the hormone [...] is missing from the blood.'),
    ];
    const after = [
      cloze(
        b,
        'higher',
        'Sugar goes to a [...] level when the hormone the insulin is missing from the blood.',
      ),
      cloze(
        b,
        'the-insulin',
        'Sugar goes to a higher level when the hormone [...] is missing from the blood.',
      ),
    ];
    expect(relinks(before, after)).toEqual([`${a}/high > ${b}/higher`, `${a}/insulin > ${b}/the-insulin`]);
  });

  it('keep their progress when a number changes that another deletion hides', () => {
    const [a, b] = ['sqs~1-aaaa', 'sqs~1-bbbb'];
    const after = [
      cloze(b, '5-days', 'A queue keeps messages [...] by default and 14 days at most.'),
      cloze(b, '14-days', 'A queue keeps messages 5 days by default and [...] at most.'),
    ];
    expect(relinks([four(a, 'keeps'), fourteen(a, 'keeps')], after)).toEqual([
      `${a}/4-days > ${b}/5-days`,
      `${a}/14-days > ${b}/14-days`,
    ]);
  });

  it.each([
    ['with an id', 'heart', 'heart'],
    ['without one', 'sqs~1-aaaa', 'sqs~1-bbbb'],
  ])('are two where other words of the same text are hidden, in a cloze %s', (_, a, b) => {
    const before = [cloze(a, 'heart', 'The [...] pumps the blood through the whole body.')];
    const after = [cloze(b, 'the-whole-body', 'The heart pumps the blood through [...].')];
    expect(relinks(before, after)).toEqual([]);
  });

  it('are told of where every number of a cloze has changed', () => {
    const [a, b] = ['sqs~1-aaaa', 'sqs~1-bbbb'];
    const items = [
      cloze(b, '5-days', 'A queue keeps messages [...] by default and 15 days at most.'),
      cloze(b, '15-days', 'A queue keeps messages 5 days by default and [...] at most.'),
    ];
    const progress = reviewed([four(a, 'keeps'), fourteen(a, 'keeps')]).progress('tiny');
    const source = { course: tinyCourse({ items }), progress, devicesOf: () => new Set(['me']) };
    expect(planRelinks(source)).toEqual({ relinks: [], unsure: [`${a}/14-days`, `${a}/4-days`] });
  });

  it('never become a card without deletions', () => {
    const plain = hashed('bbbb', 'A queue keeps messages [...] by default and 14 days at most.');
    expect(relinks([four('sqs~1-aaaa', 'keeps')], [plain])).toEqual([]);
  });
});

describe('a card that moved to another topic', () => {
  const moved = hashed('cccc', OLD.front, 'sqs-polling');
  it('keeps its progress if it asks just the same, in a course without errors', () => {
    expect(relinks([OLD], [moved])).toEqual([`${OLD.key} > ${moved.key}`]);
    expect(relinks([OLD], [moved, card('other')])).toEqual([`${OLD.key} > ${moved.key}`]);
    expect(relinks([OLD], [hashed('dddd', NEW.front, 'sqs-polling')])).toEqual([]);
    const problem: Problem = { rule: 'x', severity: 'error', file: 'f', line: 1, message: '', hint: '' };
    expect(relinks([OLD], [moved], { problems: [problem] })).toEqual([]);
    expect(relinks([OLD], [moved], { problems: [{ ...problem, severity: 'warning' }] })).toHaveLength(1);
  });
});

describe('the prompt of a card', () => {
  it('is its words without markup, cut to a length that the journal takes', () => {
    expect(promptOf(card('x', 'sqs', 'What does `aws sqs`  do,\n**really**?'))).toBe(
      'What does aws sqs do, really?',
    );
    expect(promptOf(card('x', 'sqs', '\u{1f600}'.repeat(300))).length).toBeLessThanOrEqual(200);
  });
});

it("a learner's own card that lies on another device is no card of the course under another name", () => {
  const front = 'How long is a received message hidden?';
  expect(relinks([card('own-0k3f9a2', 'sqs', front)], [card('sqs-hidden', 'sqs', front)])).toEqual([]);
  expect(relinks([card('owned', 'sqs', front)], [card('sqs-hidden', 'sqs', front)])).toEqual([
    'owned > sqs-hidden',
  ]);
});
