import { describe, expect, it } from 'vitest';
import { runSession } from '../../../../src/app/session/run-session.ts';
import type { SessionRun } from '../../../../src/app/session/run-session.ts';
import { Failure } from '../../../../src/core/base/failure.ts';
import type { Action } from '../../../../src/tui/keys/key-table.ts';
import { follow, lookAnew } from '../../../../src/tui/screens/session/follow-session.ts';
import { press, typeText } from '../../../../src/tui/screens/session/press-session.ts';
import { categoryOf } from '../../../../src/tui/screens/session/session-counts.ts';
import type {
  KeyFacts,
  SessionScreenEffect,
  SessionFacts,
  SessionScreenStep,
} from '../../../../src/tui/screens/session/session-facts.ts';
import type { SessionScreenState } from '../../../../src/tui/screens/session/session-state.ts';
import { answeringOf, contextOf, FRESH, topOf } from '../../../../src/tui/screens/session/session-state.ts';
import { memoryJournal, testClock } from '../../../support/memory-journal.ts';
import { SCREEN_COURSE, sessionOf } from '../../../support/screen-course.ts';
import { instantiate } from '../../../support/tiny-course.ts';

/** A session whose keys are pressed without a screen: what is sent goes to the session, all else is only noted. */
interface Hand {
  readonly run: SessionRun;
  state: SessionScreenState;
  /** Effects of the last key, but what is sent and what is prepared. */
  effects: SessionScreenEffect[];
  press(action: Action, key?: string, facts?: Partial<KeyFacts>): SessionScreenState;
  type(text: string): void;
  readonly context: string;
}

const session = (
  mode: 'review' | 'cards' | 'quiz',
  keys: readonly string[],
  asksConfidence = false,
): Hand => {
  const clock = testClock('2026-11-21T10:00:00Z');
  const journal = memoryJournal(clock.now);
  const progress = () => journal.progress(SCREEN_COURSE.id);
  const request = sessionOf(mode, keys);
  const { plan } = request.plan(SCREEN_COURSE, progress(), { at: clock.now(), day: 0, offset: 0 } as never);
  const run = runSession({
    course: SCREEN_COURSE,
    journal,
    clock,
    plan,
    topics: null,
    filler: { instantiate, loadAll: () => Promise.resolve() },
  });
  const facts = (): SessionFacts => ({
    session: run.state,
    course: run.course,
    progress: progress(),
    moment: run.moment(),
    asksConfidence,
  });
  const hand: Hand = {
    run,
    state: FRESH,
    effects: [],
    press: (action, key = '', more = {}) => {
      hand.effects = [];
      const known: KeyFacts = { ...facts(), below: 'home', failure: null, endRows: () => [], ...more };
      take(press(hand.state, action, key, known));
      return hand.state;
    },
    type: text => {
      hand.effects = [];
      take(typeText(hand.state, text, run.state));
    },
    get context() {
      return contextOf(hand.state, run.state);
    },
  };
  const take = (step: SessionScreenStep): void => {
    hand.state = step.state;
    for (const effect of step.effects) {
      if (effect.type === 'send') {
        const { session: then, progress: known, moment } = facts();
        const before = { turn: then.turn, category: categoryOf(then, known, moment), at: moment.at };
        const notices = run.dispatch(effect.input);
        take(follow(hand.state, { input: effect.input, before, notices, undone: null }, facts()));
      } else if (effect.type !== 'prepare') hand.effects.push(effect);
    }
  };
  take(lookAnew(hand.state, facts()));
  return hand;
};

const draftOf = ({ state, run }: Hand) => answeringOf(state, run.state.turn)?.draft;
const said = ({ effects }: Hand): string | undefined =>
  effects.flatMap(effect => (effect.type === 'say' ? effect.text : [])).at(-1);

describe('a key in a session', () => {
  it('changes the draft alone until the answer is given, and then sends it', () => {
    const hand = session('quiz', ['truth', 'single']);
    const before = hand.state;
    hand.press('down');
    expect(draftOf(hand)).toMatchObject({ kind: 'choice', cursor: 1 });
    expect(before.answering).toBeNull();
    expect(hand.run.state.answers).toBeNull();
    hand.press('answer');
    expect(hand.run.state.answers?.last).toMatchObject({ item: 'truth', verdict: 'wrong' });
    expect(hand.context).toBe('feedback');
  });

  it('says what is missing instead of sending half an answer', () => {
    const hand = session('quiz', ['multiple']);
    hand.press('choose', '1');
    hand.press('answer');
    expect(hand.effects).toEqual([{ type: 'say', text: 'Select TWO: one is chosen', tone: 'bad' }]);
    expect(hand.run.state.answers).toBeNull();
  });

  it('asks how sure one is where that is wanted, and not where the answer is in doubt already', () => {
    const hand = session('quiz', ['truth', 'single'], true);
    hand.press('answer');
    expect(hand.context).toBe('confidence');
    hand.press('sure');
    expect(hand.run.state.answers?.last).toMatchObject({ sure: true });
    hand.press('next');
    hand.press('unsure');
    hand.press('answer');
    expect(hand.run.state.answers?.last).toMatchObject({ item: 'single', unsure: true });
  });

  it('strikes an option out for this question alone', () => {
    const hand = session('quiz', ['single', 'multiple']);
    hand.press('strike');
    expect(answeringOf(hand.state, hand.run.state.turn)?.struck).toEqual(new Set([0]));
    hand.press('skip');
    expect(answeringOf(hand.state, hand.run.state.turn)?.struck).toEqual(new Set());
  });

  it('does nothing while the course is being read anew, and says so', () => {
    const hand = session('cards', ['visibility']);
    hand.state = { ...hand.state, isReading: true };
    const before = hand.state;
    expect(hand.press('reveal')).toBe(before);
    expect(said(hand)).toBe('The course is being reloaded');
  });

  it('leaves the program by q alone where no screen lies below', () => {
    const hand = session('cards', ['visibility']);
    hand.press('back', 'esc', { below: null });
    expect(said(hand)).toBe('q leaves');
    hand.press('back', 'q', { below: null });
    expect(hand.effects).toEqual([{ type: 'back' }]);
  });
});

describe('a line that begins with a colon', () => {
  it('is a command, and leaves an empty field behind', () => {
    const hand = session('quiz', ['text', 'truth']);
    hand.type(':skip');
    hand.press('answer');
    expect(hand.run.state.skipped).toEqual(['text']);
    expect(hand.run.state.turn?.entry.key).toBe('truth');
  });

  it('is refused with what would make it an answer where no command has its name', () => {
    const hand = session('quiz', ['text']);
    hand.type(':nothing');
    hand.press('answer');
    expect(said(hand)).toBe(':? lists the commands; :nothing is none; \\:nothing is an answer');
    expect(draftOf(hand)).toMatchObject({ kind: 'typed', field: { before: [...':nothing'] } });
  });

  it('asks for the keys by a question mark, alone or behind a colon', () => {
    const hand = session('quiz', ['text']);
    hand.type('?');
    expect(hand.effects).toEqual([{ type: 'help' }]);
    hand.type(':?');
    hand.press('answer');
    expect(hand.effects).toEqual([{ type: 'help' }]);
    expect(hand.context).toBe('typed-commands');
  });

  it('leaves no command keys behind for the card that comes after it', () => {
    const hand = session('review', ['text', 'visibility']);
    hand.press('commands');
    expect(hand.context).toBe('typed-commands');
    hand.press('skip');
    expect(hand.context).toBe('card-asking');
    expect(answeringOf(hand.state, hand.run.state.turn)).toBeNull();
  });
});

describe('what lies over the item at hand', () => {
  it('is taken away again layer by layer, and the answer being made stays', () => {
    const hand = session('quiz', ['truth', 'single']);
    hand.press('answer');
    hand.press('next');
    hand.press('choose', '3');
    hand.press('all');
    expect(hand.context).toBe('session-answers');
    hand.press('open');
    expect(hand.context).toBe('look-back');
    hand.press('close');
    hand.press('close');
    expect(hand.context).toBe('choice');
    expect(draftOf(hand)).toMatchObject({ cursor: 2 });
  });

  it('is nothing before the first answer: looking back says so', () => {
    const hand = session('quiz', ['truth']);
    hand.press('look-back');
    expect(said(hand)).toBe('Nothing was answered yet');
    hand.press('all');
    expect(said(hand)).toBe('Nothing was answered yet');
    expect(hand.state.layers).toEqual([]);
  });

  it('is gone when what was answered is asked again', () => {
    const hand = session('cards', ['visibility', 'table']);
    hand.press('reveal');
    hand.press('good');
    hand.press('look-back');
    expect(hand.context).toBe('look-back-card');
    hand.press('undo');
    expect(hand.state.layers).toEqual([]);
    expect(hand.state.history).toEqual([]);
    expect(hand.run.state.turn?.entry.key).toBe('visibility');
  });

  it('keeps to the answer whose rating is changed', () => {
    const hand = session('cards', ['visibility', 'table']);
    hand.press('reveal');
    hand.press('good');
    hand.press('look-back');
    hand.press('rate', '3');
    expect(said(hand)).toBe('It is rated good already');
    hand.press('rate', '1');
    expect(hand.context).toBe('look-back-card');
    expect(hand.state.history.map(({ answer }) => answer.rating)).toEqual(['again']);
  });

  it('is the end once nothing is left, with what was wrong to be asked again', () => {
    const hand = session('quiz', ['truth']);
    hand.press('down');
    hand.press('answer');
    hand.press('next');
    expect(hand.context).toBe('session-summary');
    expect(hand.effects).toContainEqual({ type: 'sum-up' });
    hand.press('redo');
    expect(hand.effects).toEqual([{ type: 'redo', items: ['truth'] }]);
  });

  it('is no end where the last record is not on the disk: the program ends with the reason', () => {
    const hand = session('cards', ['visibility']);
    const failure = new Failure('data', 'the disk is full', { code: 'disk-full' });
    hand.press('end', 'q', { failure });
    expect(hand.effects).toEqual([{ type: 'fail', error: failure }]);
    expect(hand.state.layers).toEqual([]);
  });
});

describe('the rows of the end page', () => {
  it('each do what they say', () => {
    const hand = session('cards', ['visibility', 'table']);
    hand.press('reveal');
    hand.press('rate', '1');
    hand.press('end');
    const [looked] = hand.state.history;
    if (looked === undefined) throw new Error('Nothing was answered');
    const rows = [
      { is: 'action', title: '', about: '', does: 'leave' },
      { is: 'action', title: '', about: '', does: 'next' },
      { is: 'action', title: '', about: '', does: 'redo' },
      { is: 'wrong', looked, times: 1 },
      { is: 'action', title: '', about: '', does: 'resume' },
    ] as const;
    const endRows = () => rows;
    hand.press('open', '', { endRows });
    expect(hand.effects).toEqual([{ type: 'back' }]);
    hand.press('down', '', { endRows });
    hand.press('open', '', { endRows });
    expect(hand.effects).toEqual([{ type: 'continue' }]);
    hand.press('flag', '', { endRows });
    expect(said(hand)).toBe('Choose one of the wrong ones first');
    hand.press('down', '', { endRows });
    hand.press('open', '', { endRows });
    expect(hand.effects).toEqual([{ type: 'redo', items: ['visibility'] }]);
    hand.press('down', '', { endRows });
    hand.press('open', '', { endRows });
    expect(hand.context).toBe('look-back-card');
    hand.press('close');
    hand.press('down', '', { endRows });
    hand.press('open', '', { endRows });
    expect(hand.context).toBe('card-asking');
  });
});

describe('scrolling', () => {
  it('stays within the lines that were drawn, and begins anew with another item', () => {
    const hand = session('cards', ['long-card', 'visibility']);
    hand.state = { ...hand.state, seen: { rows: 10, length: 25, folded: [] } };
    expect(topOf(hand.press('page-down'))).toBe(10);
    expect(topOf(hand.press('page-down'))).toBe(15);
    expect(topOf(hand.press('page-up'))).toBe(5);
    hand.press('skip');
    expect(topOf(hand.state)).toBe(0);
  });
});

describe('learning steps before their time', () => {
  it('wait until the learner wants them, and then come one after the other', () => {
    const hand = session('review', ['visibility', 'table']);
    for (const _ of [1, 2]) {
      hand.press('reveal');
      hand.press('rate', '1');
    }
    expect(hand.context).toBe('session-wait');
    hand.press('go-on');
    expect(hand.context).toBe('card-asking');
    hand.press('reveal');
    hand.press('rate', '3');
    expect(hand.context).toBe('card-asking');
    hand.press('reveal');
    hand.press('rate', '1');
    expect(hand.context).toBe('session-wait');
  });

  it('are none in a plan for an exam: what it asks is asked', () => {
    const hand = session('review', ['visibility', 'table']);
    for (const _ of [1, 2]) {
      hand.press('reveal');
      hand.press('rate', '1');
    }
    const { state: asked } = hand.run;
    const key = asked.turn?.entry.key ?? '';
    const facts = {
      course: SCREEN_COURSE,
      progress: {
        ...memoryJournal(() => 0).progress('none'),
        items: new Map([[key, { dueAt: Infinity }]]),
      } as never,
      moment: hand.run.moment(),
    };
    const before = { ...FRESH, history: hand.state.history, minutes: 0 };
    const layersOf = (session: typeof asked) => lookAnew(before, { ...facts, session }).state.layers;
    expect(layersOf(asked)).toEqual([{ is: 'wait' }]);
    const planned = { ...asked, plan: { ...asked.plan, exam: { kind: 'list', items: 0 } as const } };
    expect(layersOf(planned)).toEqual([]);
  });
});
