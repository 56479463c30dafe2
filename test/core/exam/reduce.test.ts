import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExamEvent } from '../../../src/core/journal/event.ts';
import { readEvent } from '../../../src/core/journal/event-shape.ts';
import { foldExams, foldSitting } from '../../../src/core/exam/fold-exams.ts';
import { isOver, sittingAt, statusOf } from '../../../src/core/exam/sitting.ts';
import type { ExamInput } from '../../../src/core/exam/state.ts';
import { textFingerprint } from '../../../src/core/course/keys.ts';
import { draw, examBank, examBlueprint, serves } from '../../support/exam-course.ts';
import { EXAM_START, sitExam } from '../../support/sat-exam.ts';
import { choice, match, numeric, order, text, trueFalse } from '../../support/tiny-course.ts';

const KINDS = ['single', 'multiple', 'true-false', 'numeric', 'order', 'match', 'text'] as const;
const details = { tasks: serves('1.1') };

/** A paper with a question of each kind. */
const everyKind = draw(
  [
    choice('single', ['*a', 'b', 'c', 'd'], details),
    choice('multiple', ['*a', '*b', 'c', 'd', 'e'], details),
    trueFalse('true-false', true, details),
    numeric('numeric', '24', 'RCU', '0', details),
    order('order', ['one', 'two', 'three'], details),
    match(
      'match',
      [
        ['x', '1'],
        ['y', '2'],
      ],
      ['3'],
      details,
    ),
    text('text', ['dead-letter queue'], details),
  ],
  examBlueprint([100], 7, 0, { kinds: KINDS }),
);

const paper = (questions: number, unscored = 0) =>
  draw(examBank([30]), examBlueprint([100], questions, unscored));

const input: fc.Arbitrary<ExamInput> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constantFrom('next' as const, 'previous' as const) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('go' as const), number: fc.nat({ max: 9 }) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('answer' as const),
      line: fc.constantFrom('1', '2', '1,3', 'true', '24', '24 kg', '2 1 3', 'a=1 b=2', 'DLQ', '', 'x'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('choose' as const),
      options: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('strike' as const), option: fc.nat({ max: 6 }) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constantFrom(
        'clear' as const,
        'flag' as const,
        'unsure' as const,
        'pause' as const,
        'resume' as const,
        'tick' as const,
        'end' as const,
        'decline' as const,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('confirm' as const, 'abandon' as const) }) },
);

/** Through a journal line and back. */
const readBack = (event: ExamEvent): ExamEvent => {
  const reading = readEvent(JSON.parse(JSON.stringify(event)));
  expect(reading).toEqual({ is: 'event', event });
  return event;
};

describe('a sitting', () => {
  it('comes to the same state when its events are replayed, in whatever order they arrive', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(input, fc.nat({ max: 20 })), { maxLength: 60 }),
        fc.boolean(),
        fc.integer(),
        (inputs, practice, turn) => {
          const exam = sitExam(everyKind, { practice, minutes: 8 });
          for (const [each, seconds] of inputs) {
            exam.pass(seconds);
            exam.send(each);
          }
          const events = exam.events.map(readBack);
          const at = Math.abs(turn) % events.length;
          const turned = [...events.slice(at), ...events.slice(0, at)].reverse();
          expect(foldExams(turned)).toEqual([exam.state.sitting]);
          expect(exam.state.sitting.used).toBeLessThanOrEqual(exam.state.sitting.allowed);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes a typed answer of every kind, and only a right one is correct', () => {
    const right = new Map([
      ['single', 'a'],
      ['multiple', 'a,b'],
    ]);
    const exam = sitExam(everyKind);
    for (const [index, question] of everyKind.questions.entries()) {
      exam.send({ type: 'go', number: index + 1 });
      const numberOf = (list: readonly string[], wanted: string): number => list.indexOf(wanted) + 1;
      const line = (): string => {
        switch (question.kind) {
          case 'single':
          case 'multiple': {
            const texts = question.options.map(option => option.text);
            return (right.get(question.item) ?? '')
              .split(',')
              .map(wanted => numberOf(texts, wanted))
              .join(',');
          }
          case 'true-false':
            return 'true';
          case 'numeric':
            return '24 RCU';
          case 'order':
            return question.steps.map(step => numberOf(question.shown, step)).join(' ');
          case 'match':
            return `a=${numberOf(question.rights, '1')} b=${numberOf(question.rights, '2')}`;
          case 'text':
            return 'Dead letter queue';
        }
      };
      expect(exam.send({ type: 'answer', line: line() })).toEqual([
        { type: 'saved', item: question.item, number: index + 1 },
      ]);
    }
    expect(exam.state.sitting.records.map(({ verdict }) => verdict)).toEqual(
      everyKind.questions.map(() => 'correct'),
    );
  });

  it('keeps an incomplete choice, which is no answer yet', () => {
    const number = everyKind.questions.findIndex(({ item }) => item === 'multiple') + 1;
    const exam = sitExam(everyKind);
    exam.send({ type: 'go', number }, { type: 'choose', options: [2] });
    const record = () => exam.state.sitting.records[number - 1];
    expect(record()).toMatchObject({ verdict: null, response: { kind: 'options' } });
    expect(exam.send({ type: 'end' })).toEqual([
      { type: 'asking', total: 7, blank: 6, incomplete: 1, flagged: 0 },
    ]);
    exam.send({ type: 'decline' }, { type: 'choose', options: [2, 3] });
    expect(record()?.verdict).not.toBeNull();
    expect(exam.send({ type: 'choose', options: [1, 2, 3] })).toMatchObject([{ type: 'no-answer' }]);
    expect(exam.send({ type: 'choose', options: [9] })).toEqual([
      { type: 'no-such', what: 'option', most: 5 },
    ]);
    exam.send({ type: 'choose', options: [] });
    expect(record()).toMatchObject({ verdict: null, response: null });
  });

  it('says nothing of right and wrong', () => {
    const exam = sitExam(everyKind);
    const notices = exam.send(
      { type: 'answer', line: '1' },
      { type: 'next' },
      { type: 'answer', line: '1' },
      { type: 'flag' },
      { type: 'unsure' },
    );
    expect(JSON.stringify(notices)).not.toMatch(/correct|wrong|partial|verdict/);
  });

  it('stays within the paper', () => {
    const exam = sitExam(paper(3));
    expect(exam.send({ type: 'previous' })).toEqual([{ type: 'edge', at: 'first' }]);
    expect(exam.send({ type: 'go', number: 3 }, { type: 'next' })).toEqual([
      { type: 'moved', number: 3 },
      { type: 'edge', at: 'last' },
    ]);
    for (const number of [0, 4, -1, 1.5])
      expect(exam.send({ type: 'go', number })).toEqual([{ type: 'no-such', what: 'question', most: 3 }]);
    expect(exam.state.sitting.position).toBe(2);
  });

  it('strikes options out by what they say, and back in', () => {
    const exam = sitExam(paper(1));
    const struck = () => exam.state.sitting.records[0]?.struck;
    const [question] = exam.state.sitting.paper.questions;
    const second = question !== undefined && 'options' in question ? (question.options[1]?.text ?? '') : '';
    expect(exam.send({ type: 'strike', option: 2 })).toEqual([
      { type: 'struck', number: 1, option: 2, value: true },
    ]);
    expect(struck()).toEqual([textFingerprint(second)]);
    expect(exam.send({ type: 'strike', option: 2 }, { type: 'strike', option: 5 })).toEqual([
      { type: 'struck', number: 1, option: 2, value: false },
      { type: 'no-such', what: 'option', most: 4 },
    ]);
    expect(struck()).toEqual([]);
  });

  it('remembers answers that gave way, and no marks', () => {
    const exam = sitExam(paper(1));
    exam.send({ type: 'answer', line: '1' }, { type: 'unsure' }, { type: 'answer', line: '1' });
    expect(exam.state.sitting.records[0]?.earlier).toEqual([]);
    exam.send({ type: 'answer', line: '2' }, { type: 'clear' }, { type: 'answer', line: '1' });
    expect(exam.state.sitting.records[0]?.earlier).toHaveLength(2);
    expect(exam.state.sitting.records[0]).toMatchObject({ unsure: true });
  });

  it('counts the time at each question', () => {
    const exam = sitExam(paper(3));
    exam.pass(30);
    exam.send({ type: 'answer', line: '1' });
    exam.pass(5);
    exam.send({ type: 'next' });
    exam.pass(60);
    exam.send({ type: 'previous' });
    exam.pass(7);
    exam.send({ type: 'end' });
    exam.pass(3);
    exam.send({ type: 'confirm' });
    expect(exam.state.sitting.records.map(({ ms }) => ms)).toEqual([45_000, 60_000, 0]);
    expect(exam.state.sitting.used).toBe(105_000);
  });

  it('ends only after yes, and takes nothing after that', () => {
    const exam = sitExam(paper(3));
    expect(exam.send({ type: 'confirm' })).toEqual([]);
    exam.send({ type: 'answer', line: '1' }, { type: 'flag' });
    expect(exam.send({ type: 'end' }, { type: 'decline' }, { type: 'confirm' })).toEqual([
      { type: 'asking', total: 3, blank: 2, incomplete: 0, flagged: 1 },
      { type: 'declined' },
    ]);
    expect(exam.send({ type: 'end' }, { type: 'confirm' })).toMatchObject([
      { type: 'asking' },
      { type: 'ended', reason: 'submitted' },
    ]);
    const { sitting } = exam.state;
    expect(exam.send({ type: 'answer', line: '2' }, { type: 'flag' }, { type: 'tick' })).toEqual([]);
    expect(exam.state.sitting).toBe(sitting);
  });

  it('warns at 15, 5 and 1 minutes, each once', () => {
    const exam = sitExam(paper(3), { minutes: 20 });
    const at = (seconds: number) => {
      exam.pass(seconds);
      return exam.send({ type: 'tick' }, { type: 'tick' });
    };
    expect(at(299)).toEqual([]);
    expect(at(1)).toEqual([{ type: 'warning', minutes: 15, left: 900_000 }]);
    expect(at(599)).toEqual([]);
    expect(at(2)).toEqual([{ type: 'warning', minutes: 5, left: 299_000 }]);
    expect(at(239)).toEqual([{ type: 'warning', minutes: 1, left: 60_000 }]);
    expect(at(59)).toEqual([]);
    expect(at(1)).toEqual([{ type: 'ended', reason: 'time' }]);
  });

  it('gives only the last of the warnings that have come due, with what was done', () => {
    const exam = sitExam(paper(3), { minutes: 20 });
    exam.pass(19 * 60);
    expect(exam.send({ type: 'flag' })).toEqual([
      { type: 'warning', minutes: 1, left: 60_000 },
      { type: 'flagged', number: 1, value: true },
    ]);
  });

  it('has extra time, and refuses to pause outside practice', () => {
    const exam = sitExam(paper(3), { minutes: 10, extra: 5 });
    exam.pass(14 * 60);
    expect(exam.send({ type: 'pause' })).toContainEqual({ type: 'no-pause' });
    expect(exam.send({ type: 'answer', line: '1' })).toMatchObject([{ type: 'saved' }]);
    exam.pass(60);
    expect(exam.send({ type: 'answer', line: '2' })).toEqual([{ type: 'ended', reason: 'time' }]);
    expect(exam.state.sitting.records[0]?.earlier).toEqual([]);
  });

  it('of practice stands still while it is paused, and shows that nothing else can be done', () => {
    const exam = sitExam(paper(3), { minutes: 10, practice: true });
    exam.pass(60);
    expect(exam.send({ type: 'pause' })).toEqual([{ type: 'paused', left: 540_000 }]);
    exam.pass(3600);
    expect(exam.send({ type: 'answer', line: '1' }, { type: 'next' })).toEqual([
      { type: 'is-paused' },
      { type: 'is-paused' },
    ]);
    expect(exam.send({ type: 'resume' })).toEqual([{ type: 'resumed', left: 540_000 }]);
    exam.pass(30);
    exam.send({ type: 'answer', line: '1' });
    expect(exam.state.sitting.used).toBe(90_000);
    expect(exam.state.sitting.records[0]?.ms).toBe(90_000);
  });

  it('ends by itself where nobody was there; answers after it do not count', () => {
    const exam = sitExam(paper(2), { minutes: 10 });
    exam.pass(60);
    exam.send({ type: 'answer', line: '1' });
    const { sitting } = exam.state;
    expect(isOver(sitting, EXAM_START + 599_999)).toBe(false);
    expect(isOver(sitting, EXAM_START + 600_000)).toBe(true);
    expect(sittingAt(sitting, EXAM_START + 86_400_000)).toMatchObject({
      phase: 'ended',
      used: 600_000,
      end: { reason: 'time', at: EXAM_START + 600_000 },
    });
    // Another device whose clock was slow has written an answer with a time that this sitting does not have.
    const late: ExamEvent = {
      ...(exam.events[1] as ExamEvent),
      id: 'zz-1',
      lc: EXAM_START + 700_000,
      ...({ used: 600_000, item: sitting.paper.questions[1]?.item } as object),
    } as ExamEvent;
    expect(foldSitting([...exam.events, late], sitting.id)).toEqual(sitting);
  });

  it('is not touched by events of sittings that are not known, or of questions that are not in the paper', () => {
    const exam = sitExam(paper(2));
    exam.send({ type: 'flag' });
    const flag = exam.events[1] as Extract<ExamEvent, { type: 'exam-flagged' }>;
    const strange: readonly ExamEvent[] = [
      { ...flag, id: 'me-9', lc: flag.lc + 1, sitting: 'zz-9', value: false },
      { ...flag, id: 'me-8', lc: flag.lc + 2, item: 'elsewhere', used: 5 },
    ];
    expect(foldExams([...strange, ...exam.events])).toEqual([exam.state.sitting]);
  });

  it('that two devices ended counts the first end', () => {
    const exam = sitExam(paper(2));
    exam.send({ type: 'answer', line: '1' }, { type: 'end' }, { type: 'confirm' });
    const ended = exam.events.at(-1) as Extract<ExamEvent, { type: 'exam-ended' }>;
    const again: ExamEvent = { ...ended, id: 'zz-1', lc: ended.lc + 5, reason: 'abandoned', ratings: [] };
    expect(foldExams([again, ...exam.events])).toEqual([exam.state.sitting]);
  });

  it('rates what was answered: wrong again, right good, right but unsure hard; blanks and the abandoned not', () => {
    const exam = sitExam(paper(3, 1));
    for (const [index, question] of exam.state.sitting.paper.questions.slice(0, 3).entries()) {
      const options = 'options' in question ? question.options : [];
      const right = options.findIndex(({ correct }) => correct) + 1;
      const line = String(index === 0 ? (right % 4) + 1 : right);
      exam.send({ type: 'go', number: index + 1 }, { type: 'answer', line });
    }
    exam.send({ type: 'unsure' }, { type: 'end' }, { type: 'confirm' });
    const items = exam.state.sitting.paper.questions.map(({ item }) => item);
    expect(exam.events.at(-1)).toMatchObject({
      type: 'exam-ended',
      ratings: [
        { item: items[0], rating: 'again', counted: true },
        { item: items[1], rating: 'good', counted: true },
        { item: items[2], rating: 'hard', counted: true },
      ],
    });
    expect(statusOf(exam.state.sitting.records[3] ?? expect.fail('a fourth question'))).toBe('blank');
    const thrown = sitExam(paper(3));
    thrown.send({ type: 'answer', line: '1' }, { type: 'abandon' });
    expect(thrown.events.at(-1)).toMatchObject({ reason: 'abandoned', ratings: [] });
  });
});
