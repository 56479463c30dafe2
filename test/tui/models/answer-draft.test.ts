import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grade } from '../../../src/core/question/grade.ts';
import type { Presented } from '../../../src/core/question/present.ts';
import { present } from '../../../src/core/question/present.ts';
import type { AnswerDraft } from '../../../src/tui/models/answer-draft.ts';
import {
  draftLine,
  makeDraft,
  missingFrom,
  pressDraft,
  typeDraft,
} from '../../../src/tui/models/answer-draft.ts';
import { choice, match, numeric, order, text, trueFalse } from '../../support/tiny-course.ts';

const shownOf = (question: Parameters<typeof present>[0]): Presented => {
  const shown = present(question, 3, null, () => null);
  if (shown === null) throw new Error('not shown');
  return shown.shown;
};

const QUESTIONS = {
  single: shownOf(choice('one')),
  multiple: shownOf(choice('two', ['*a', '*b', 'c', 'd', 'e'])),
  truth: shownOf(trueFalse('true', true)),
  order: shownOf(order('steps', ['first', 'second', 'third'])),
  match: shownOf(
    match('pairs', [
      ['a', 'one'],
      ['b', 'two'],
    ]),
  ),
  numeric: shownOf(numeric('number', '24', 'RCU')),
  text: shownOf(text('word', ['visibility timeout'])),
};

/** Presses actions given as `action` or `action:key`. */
const press = (draft: AnswerDraft, ...actions: readonly string[]): AnswerDraft =>
  actions.reduce((now, action) => {
    const [name = '', key = ''] = action.split(':');
    return pressDraft(now, name, key);
  }, draft);

describe('an answer that is being made', () => {
  it('is the number of the option the cursor stands on', () => {
    const draft = makeDraft(QUESTIONS.single);
    expect(draftLine(press(draft, 'down', 'down'))).toBe('3');
    expect(draftLine(press(draft, 'choose:4'))).toBe('4');
    expect(draftLine(press(draft, 'choose:9'))).toBe('1');
    expect(draftLine(press(draft, 'up', 'down', 'down', 'down', 'down', 'down'))).toBe('4');
  });

  it('is every option that was chosen, and says how many are missing', () => {
    const { multiple } = QUESTIONS;
    const one = press(makeDraft(multiple), 'choose:3');
    expect(missingFrom(makeDraft(multiple), multiple)).toBe('Select TWO: none is chosen');
    expect(missingFrom(one, multiple)).toBe('Select TWO: one is chosen');
    const two = press(one, 'up', 'up', 'toggle');
    expect(draftLine(two)).toBe('1,3');
    expect(missingFrom(two, multiple)).toBeNull();
    expect(draftLine(press(two, 'choose:3'))).toBe('1');
  });

  it('is true or false, by number or by letter', () => {
    const draft = makeDraft(QUESTIONS.truth);
    expect(draftLine(press(draft, 'choose:f'))).toBe('false');
    expect(draftLine(press(draft, 'choose:f', 'choose:t'))).toBe('true');
    expect(draftLine(press(draft, 'choose:2'))).toBe('false');
  });

  it('is the order the lines were moved into', () => {
    const draft = makeDraft(QUESTIONS.order);
    expect(draftLine(draft)).toBe('1 2 3');
    expect(draftLine(press(draft, 'toggle', 'down', 'toggle', 'up'))).toBe('2 1 3');
    expect(draftLine(press(draft, 'move-down', 'move-down'))).toBe('2 3 1');
    expect(draftLine(press(draft, 'move-up'))).toBe('1 2 3');
  });

  it('is a number for every letter, and says how many are missing', () => {
    const { match: pairs } = QUESTIONS;
    const draft = makeDraft(pairs);
    expect(missingFrom(draft, pairs)).toBe('Two lines have no number yet');
    const one = press(draft, 'choose:2');
    expect(missingFrom(one, pairs)).toBe('One line has no number yet');
    const two = press(one, 'choose:1');
    expect(draftLine(two)).toBe('a=2 b=1');
    expect(draftLine(press(two, 'later'))).toBe('a=2 b=2');
    expect(draftLine(press(two, 'delete-before'))).toBe('a=2');
  });

  it('is what was typed and pasted, edited anywhere', () => {
    const typed = typeDraft(makeDraft(QUESTIONS.text), 'visibilty');
    expect(draftLine(press(typed, 'left', 'left'))).toBe('visibilty');
    const mended = typeDraft(press(typed, 'left', 'left'), 'i');
    expect(draftLine(typeDraft(press(mended, 'line-end'), ' time\nout'))).toBe('visibility time out');
    expect(missingFrom(makeDraft(QUESTIONS.text), QUESTIONS.text)).toBe(
      'Type an answer, or press tab to skip',
    );
  });

  it.each(Object.entries(QUESTIONS))(
    'to a question %s is judged by the rules of plain lines once nothing is missing',
    (_, shown) => {
      const actions = fc.constantFrom(
        'up',
        'down',
        'choose:1',
        'choose:2',
        'choose:3',
        'toggle',
        'move-up',
        'move-down',
        'earlier',
        'later',
        'delete-before',
        'left',
        'delete-line',
        'type:2',
        'type:24 RCU',
        'type:語',
      );
      fc.assert(
        fc.property(fc.array(actions, { maxLength: 30 }), list => {
          const draft = list.reduce<AnswerDraft>(
            (now, action) =>
              action.startsWith('type:') ? typeDraft(now, action.slice(5)) : press(now, action),
            makeDraft(shown),
          );
          const isComplete = missingFrom(draft, shown) === null;
          const isNumber = shown.kind !== 'numeric' || /^(?:2|24 RCU)$/.test(draftLine(draft));
          if (isComplete && isNumber) expect(grade(shown, draftLine(draft), () => false).kind).toBe('graded');
        }),
      );
    },
  );
});
