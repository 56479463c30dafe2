import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/core/base/failure.ts';
import { QUESTION_KINDS } from '../../../../src/core/course/course.ts';
import type { ExamInput } from '../../../../src/core/exam/state.ts';
import { timeLeft } from '../../../../src/core/exam/reduce.ts';
import type { Action } from '../../../../src/tui/keys/key-table.ts';
import type {
  ExamScreenEffect,
  ExamFacts,
  ExamScreenState,
  ExamScreenStep,
} from '../../../../src/tui/screens/exam/exam-state.ts';
import { contextOf, draftNow, freshExam } from '../../../../src/tui/screens/exam/exam-state.ts';
import { follow, goOn, keep } from '../../../../src/tui/screens/exam/follow-exam.ts';
import { press, typeText } from '../../../../src/tui/screens/exam/press-exam.ts';
import { draw, examBlueprint, serves } from '../../../support/exam-course.ts';
import type { SatExam } from '../../../support/sat-exam.ts';
import { sitExam } from '../../../support/sat-exam.ts';
import { SHOWN_ITEMS } from '../../../support/screen-course.ts';

const ITEMS = SHOWN_ITEMS.flatMap(item =>
  item.type === 'question' ? [{ ...item, tasks: serves('1.1') }] : [],
);
const PAPER = draw(ITEMS, examBlueprint([100], ITEMS.length, 0, { kinds: QUESTION_KINDS }));

/** An exam whose keys are pressed without a screen: what is sent goes to the sitting, all else is only noted. */
interface Hand {
  readonly exam: SatExam;
  state: ExamScreenState;
  /** Effects of the last key that go to the program around. */
  effects: ExamScreenEffect[];
  /** Why records are not on the disk; `null`: they are. */
  failure: Failure | null;
  /** Inputs that the sitting got, since it began. */
  readonly sent: ExamInput[];
  press(...actions: readonly (Action | readonly [Action, string])[]): void;
  type(text: string): void;
  /** Goes to the first question of a kind. */
  goTo(kind: string): void;
  readonly context: string;
}

const sit = (practice = true): Hand => {
  const exam = sitExam(PAPER, { minutes: 130, practice });
  const facts = (): ExamFacts => ({
    sitting: exam.state.sitting,
    asking: exam.state.asking,
    left: timeLeft(exam.state.sitting, exam.now()),
    failure: hand.failure,
    columns: 78,
  });
  const carryOut = (effect: ExamScreenEffect): void => {
    if (effect.type === 'keep') take(keep(hand.state, facts()));
    else if (effect.type === 'then') take(goOn(hand.state, effect.does, facts()));
    else if (effect.type !== 'send') hand.effects.push(effect);
    else if (effect.at === undefined || effect.at === exam.state.sitting.position + 1) {
      const before = exam.state.sitting;
      hand.sent.push(effect.input);
      const notices =
        hand.failure === null
          ? exam.send(effect.input)
          : [{ type: 'not-saved', message: hand.failure.message } as const];
      take(follow(hand.state, { why: effect.why, before, notices }, facts()));
    }
  };
  const take = (step: ExamScreenStep): void => {
    hand.state = step.state;
    step.effects.forEach(carryOut);
  };
  const hand: Hand = {
    exam,
    state: freshExam(0),
    effects: [],
    failure: null,
    sent: [],
    press: (...actions) => {
      for (const action of actions) {
        hand.effects = [];
        const [name, key] = typeof action === 'string' ? [action, ''] : action;
        take(press(hand.state, name, key, facts()));
      }
    },
    type: text => {
      hand.state = typeText(hand.state, text, exam.state);
    },
    goTo: kind => {
      exam.send({ type: 'go', number: PAPER.questions.findIndex(each => each.kind === kind) + 1 });
      hand.state = { ...hand.state, chosen: exam.state.sitting.position };
    },
    get context() {
      return contextOf(hand.state, exam.state);
    },
  };
  return hand;
};

const said = ({ effects }: Hand): string | undefined =>
  effects.flatMap(effect => (effect.type === 'say' ? effect.text : [])).at(-1);
const response = ({ exam }: Hand) => exam.state.sitting.records[exam.state.sitting.position]?.response;
const place = ({ exam }: Hand): number => exam.state.sitting.position;

describe('an option', () => {
  it('is sent at the key that chooses it, and taken back by it', () => {
    const hand = sit();
    hand.goTo('single');
    hand.press(['choose', '2']);
    expect(hand.sent).toEqual([{ type: 'choose', options: [2] }]);
    hand.press('toggle');
    expect(hand.sent.at(-1)).toEqual({ type: 'clear' });
    expect(response(hand)).toBeNull();
  });

  it('too many is refused, with the numbers of those that are chosen', () => {
    const hand = sit();
    hand.goTo('multiple');
    hand.press(['choose', '3'], ['choose', '1'], ['choose', '2']);
    expect(said(hand)).toBe('Two are chosen already: take one back first (1, 3)');
    expect(hand.sent).toHaveLength(2);
  });
});

describe('what is being made', () => {
  it('is sent when the question is left, and no draft of it stays', () => {
    const hand = sit();
    hand.goTo('text');
    hand.type('visibility timeout');
    expect(hand.sent).toEqual([]);
    hand.press('previous');
    expect(hand.sent).toEqual([{ type: 'answer', line: 'visibility timeout' }, { type: 'previous' }]);
    expect(hand.state.drafts.size).toBe(0);
  });

  it('stays where it is no answer, and what it replaces counts no longer', () => {
    const hand = sit();
    hand.goTo('numeric');
    hand.type('24');
    hand.press('answer');
    hand.goTo('numeric');
    expect(response(hand)).not.toBeNull();
    hand.press('delete-line');
    hand.type('many');
    const number = place(hand) + 1;
    hand.press('previous');
    expect(said(hand)).toBe(`The answer to question ${number} is incomplete`);
    hand.press('next');
    expect(response(hand)).toBeNull();
    expect(draftNow(hand.state, hand.exam.state.sitting)).toMatchObject({ field: { before: [...'many'] } });
  });

  it('is no answer where an order was only looked at', () => {
    const hand = sit();
    hand.goTo('order');
    hand.press('down', 'answer');
    expect(hand.sent).toEqual([{ type: 'next' }]);
    hand.goTo('order');
    hand.press('toggle', 'answer');
    expect(hand.sent.map(({ type }) => type)).toEqual(['next', 'answer', 'next']);
  });

  it('stays, and so does the question, while the disk takes nothing', () => {
    const hand = sit();
    hand.goTo('text');
    hand.type('queue');
    const at = place(hand);
    hand.failure = new Failure('data', 'the disk is full', { code: 'not-saved' });
    hand.press('answer');
    expect(said(hand)).toMatch(/^Not saved: the disk is full/);
    expect(hand.sent.map(({ type }) => type)).toEqual(['answer']);
    expect(place(hand)).toBe(at);
    expect(hand.state.drafts.size).toBe(1);
  });
});

describe('undo', () => {
  it('goes to the question of the last act and takes that back, act by act', () => {
    const hand = sit();
    hand.goTo('single');
    hand.press('flag', 'next');
    const away = place(hand);
    hand.press('undo');
    expect(place(hand)).not.toBe(away);
    expect(hand.exam.state.sitting.records[place(hand)]?.flagged).toBe(false);
    expect(said(hand)).toBe(`Undone at question ${place(hand) + 1}`);
    hand.press('undo');
    expect(said(hand)).toBe('There is nothing to undo');
  });

  it('changes no other question where the way to it is not on the disk', () => {
    const hand = sit();
    hand.goTo('single');
    hand.press('flag', 'next');
    hand.failure = new Failure('data', 'the disk is full', { code: 'not-saved' });
    hand.press('undo');
    expect(hand.sent.at(-1)).toMatchObject({ type: 'go' });
    expect(hand.effects.some(effect => effect.type === 'say' && effect.text.startsWith('Undone'))).toBe(
      false,
    );
  });
});

describe('all questions', () => {
  it('are gone through by number, and a number that there is not begins another', () => {
    const hand = sit();
    hand.press('all', ['digit', '6']);
    expect(hand.context).toBe('exam-grid');
    expect(hand.state.chosen).toBe(5);
    hand.press(['digit', '2']);
    expect(hand.state).toMatchObject({ typed: '2', chosen: 1 });
    hand.press(['digit', '0']);
    expect(said(hand)).toBe(`There is no question 0: choose 1 to ${PAPER.questions.length}`);
  });

  it('are marked without leaving the one at hand', () => {
    const hand = sit();
    hand.press('all', 'right', 'flag');
    expect(place(hand)).toBe(0);
    expect(hand.state.chosen).toBe(1);
    expect(hand.exam.state.sitting.records[1]?.flagged).toBe(true);
  });

  it('can be those that are flagged alone, and the pointer goes to one of them', () => {
    const hand = sit();
    hand.press('flag', 'all', 'right', 'view-next', 'view-next');
    expect(hand.state).toMatchObject({ view: 'flagged', chosen: 0 });
    hand.press('view-next');
    hand.press('next');
    expect(said(hand)).toBe('There is no unsure question');
  });
});

describe('leaving', () => {
  it('throws an exam away at which nothing was done within its first moments', () => {
    const hand = sit();
    hand.press('leave');
    expect(hand.effects).toEqual([{ type: 'abandon' }, { type: 'back' }]);
  });

  it('keeps one with an answer, that of the question at hand too', () => {
    const hand = sit(false);
    hand.goTo('text');
    hand.type('queue');
    hand.press('leave');
    expect(response(hand)).toMatchObject({ typed: 'queue' });
    expect(hand.effects[0]).toEqual({ type: 'back' });
    expect(said(hand)).toBe('The clock runs on. Resume from Home');
  });

  it('for good asks first, with what was made on the disk', () => {
    const hand = sit();
    hand.goTo('text');
    hand.type('queue');
    hand.press('end');
    expect(hand.context).toBe('exam-asking');
    expect(response(hand)).toMatchObject({ typed: 'queue' });
    hand.press('confirm');
    expect(hand.effects.at(-1)).toEqual({ type: 'over' });
  });
});
