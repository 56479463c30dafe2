import { describe, expect, it } from 'vitest';
import { readEvent } from '../../../src/core/journal/event-shape.ts';
import { draw, examBank, examBlueprint, serves } from '../../support/exam-course.ts';
import { sitExam } from '../../support/sat-exam.ts';
import { match, numeric, order, text, trueFalse } from '../../support/tiny-course.ts';

const tasks = { tasks: serves('1.1') };
const KINDS = ['single', 'true-false', 'numeric', 'order', 'match', 'text'] as const;
const paper = draw(
  [
    ...examBank([1]),
    trueFalse('truth', true, tasks),
    numeric('number', '4', 'RCU', '2%', tasks),
    order('order', ['a', 'b', 'c'], tasks),
    match(
      'match',
      [
        ['a', '1'],
        ['b', '2'],
      ],
      ['3'],
      tasks,
    ),
    text('text', ['SQS'], tasks),
  ],
  examBlueprint([100], 10, 2, { kinds: KINDS, provisional: true, pass: { mark: 720, scale: [100, 1000] } }),
);
const exam = sitExam(paper, { minutes: 0.2 });
exam.send({ type: 'answer', line: 'true' }, { type: 'flag' }, { type: 'end' }, { type: 'confirm' });
const [started, second, ended] = [exam.events[0], exam.events[1], exam.events.at(-1)];

type Change = readonly [path: string, value: unknown];

/**
 * What the reader makes of an event after changes to its JSON. A path is `questions.0.stem`; `questions.@order` is the
 * question of that kind; a value of `undefined` deletes.
 */
const reading = (event: unknown, ...changes: readonly Change[]) => {
  const raw: unknown = JSON.parse(JSON.stringify(event));
  for (const [path, value] of changes) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    let at = raw as Record<string, unknown>;
    for (const step of steps)
      at = (
        step.startsWith('@')
          ? (at as unknown as { kind: string }[]).find(({ kind }) => kind === step.slice(1))
          : at[step]
      ) as Record<string, unknown>;
    if (value === undefined) delete at[last];
    else at[last] = value;
  }
  return readEvent(raw);
};

const long = Array.from({ length: 1001 }, () => paper.questions[0]);

describe('the reader of exam events', () => {
  it('takes a paper of every kind as it is', () => {
    expect(paper.shortages).toHaveLength(2);
    for (const event of exam.events) expect(reading(event)).toEqual({ is: 'event', event });
  });

  it.each<readonly [string, string, unknown]>([
    ['without questions', 'questions', []],
    ['with a question that is none', 'questions.0', null],
    ['with a kind that is none', 'questions.0.kind', 'essay'],
    ['with an item that has a space', 'questions.0.item', 'a b'],
    ['with a stem that is none', 'questions.0.stem', undefined],
    ['with a thousand questions and one', 'questions', long],
    ['with options that are none', 'questions.@single.options', [{}]],
    ['with no option', 'questions.@single.options', []],
    ['with pairs that are none', 'questions.@match.pairs', [['a', 'b']]],
    ['with steps that are numbers', 'questions.@order.steps', [1]],
    ['with a task that has a line break', 'questions.0.task', 'a\nb'],
    ['of no blueprint', 'blueprint', undefined],
    ['with a weight beyond all', 'blueprint.domains.0.weight', 1e300],
    ['with an aim that is text', 'blueprint.aim', '80'],
    ['with a scale of three', 'blueprint.pass.scale', [1, 2, 3]],
    ['that lasts for ever', 'minutes', 1e9],
    ['that lasts less than no time', 'minutes', -1],
    ['with a deadline that is no moment', 'deadline', 0.5],
    ['with a seed that is none', 'seed', -1],
    ['with practice that is text', 'practice', 'yes'],
    ['with shortages that are none', 'shortages', [{ domain: 'd1' }]],
  ])('leaves out a paper %s', (_, path, value) => {
    expect(reading(started, [path, value]).is).toBe('bad');
  });

  it.each<readonly [string, ...Change]>([
    ['of no sitting', 'sitting', undefined],
    ['of a sitting that is a path', 'sitting', '../../x'],
    ['that used less than no time', 'used', -1],
    ['that used part of a millisecond', 'used', 0.5],
    ['with a verdict without a response', 'response', null],
    ['with a verdict that is none', 'verdict', 'constructor'],
    ['with a response that is none', 'response', { kind: 'options' }],
    ['of an item that is none', 'item', ''],
  ])('leaves out an answer %s', (_, path, value) => {
    expect(second?.type).toBe('exam-answered');
    expect(reading(second, [path, value]).is).toBe('bad');
  });

  it('takes reasons of steps and pairs, grades and notes, and papers of versions that had none', () => {
    const fields: readonly Change[] = [
      ['questions.@order.stepWhys', ['x', '', 'y']],
      ['questions.@match.pairs.0.why', 'x'],
      ['questions.@single.grade', 'exam'],
      ['blueprint.provisionalNote', 'the weights are not published'],
    ];
    const taken = reading(started, ...fields);
    expect(taken).toMatchObject({
      is: 'event',
      event: { blueprint: { provisionalNote: 'the weights are not published' } },
    });
    expect(JSON.stringify(taken)).toContain('"stepWhys":["x","","y"]');
    for (const [path, value] of fields) {
      expect(reading(started, [path, undefined]).is).toBe('event');
      expect(reading(started, [path, typeof value === 'string' ? 7 : 'x']).is).not.toBe('event');
    }
  });

  it('takes an end long after its day, and none of a day to come', () => {
    expect(ended).toMatchObject({ type: 'exam-ended', day: 20_777 });
    expect(reading(ended, ['day', 20_000]).is).toBe('event');
    expect(reading(ended, ['day', 20_786]).is).toBe('bad');
    expect(reading(ended, ['reason', 'lost']).is).toBe('bad');
    expect(reading(ended, ['ratings', [{ item: 'a' }]]).is).toBe('bad');
  });

  it('takes from texts what could drive a terminal, and keeps the lines of a stem', () => {
    const read = reading(
      started,
      ['questions.0.stem', 'one\ntwo\u001b[31m'],
      ['blueprint.title', 'A\nB\u009b'],
      ['blueprint.domains.0.title', 'C\u202ed'],
      ['blueprint.pass.note', 'E\u0007'],
    );
    expect(read).toMatchObject({
      event: {
        questions: [{ stem: 'one\ntwo\ufffd[31m' }, {}, {}, {}, {}, {}],
        blueprint: {
          title: 'A B\ufffd',
          domains: [{ title: 'C\ufffdd' }],
          pass: { note: 'E\ufffd' },
        },
      },
    });
  });

  it('makes nothing of fields named like the prototype', () => {
    const line = JSON.stringify(started).replace('"stem":', '"__proto__":{"scored":false},"stem":');
    const read = readEvent(JSON.parse(line));
    expect(read.is).toBe('event');
    expect(({} as { scored?: boolean }).scored).toBeUndefined();
  });
});
