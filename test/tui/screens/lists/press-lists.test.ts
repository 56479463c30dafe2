import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../src/tui/keys/key-table.ts';
import type { ListRow } from '../../../../src/tui/screens/lists/lists-model.ts';
import { MOST_UNASKED } from '../../../../src/tui/screens/lists/lists-model.ts';
import type { ListsState } from '../../../../src/tui/screens/lists/lists-state.ts';
import { contextOf, freshLists, withRows } from '../../../../src/tui/screens/lists/lists-state.ts';
import type { ListsEffect } from '../../../../src/tui/screens/lists/press-lists.ts';
import { press, typeText } from '../../../../src/tui/screens/lists/press-lists.ts';
import { card, tinyCourse } from '../../../support/tiny-course.ts';

const COURSE = tinyCourse({ items: [card('row-0')] });

/** A row; those with a higher number were tried earlier. */
const row = (number: number, more: Partial<ListRow> = {}): ListRow => ({
  id: `row-${number}`,
  key: `row-${number}`,
  type: 'card',
  title: number % 2 === 0 ? 'Even' : 'Odd',
  topic: 'sqs',
  text: `text ${number}`,
  day: 100 - number,
  times: number,
  own: null,
  ...more,
});

interface Hand {
  state: ListsState;
  /** Effects of the last key. */
  effects: readonly ListsEffect[];
  press(...actions: readonly Action[]): void;
  type(text: string): void;
  readonly ids: readonly string[];
}

const lists = (rows: readonly ListRow[], hasExam = true): Hand => {
  const hand: Hand = {
    state: freshLists('missed', rows),
    effects: [],
    press: (...actions) => {
      for (const action of actions)
        ({ state: hand.state, effects: hand.effects } = press(hand.state, action, {
          course: COURSE,
          hasExam,
        }));
    },
    type: text => {
      hand.state = typeText(hand.state, text);
    },
    get ids() {
      return hand.state.shown.map(({ id }) => id);
    },
  };
  return hand;
};

const several = (count: number): readonly ListRow[] => Array.from({ length: count }, (_, i) => row(i));
const said = ({ effects }: Hand): string | undefined =>
  effects.flatMap(effect => (effect.type === 'say' ? effect.text : [])).at(-1);

describe('the pointer of a list', () => {
  it('stays at its row when the order or the words change', () => {
    const hand = lists(several(4));
    hand.press('down', 'reverse');
    expect(hand.ids).toEqual(['row-3', 'row-2', 'row-1', 'row-0']);
    expect(hand.state.cursor).toBe(2);
    hand.press('search');
    hand.type('odd');
    expect(hand.ids).toEqual(['row-3', 'row-1']);
    expect(hand.state.cursor).toBe(1);
    hand.press('close');
    expect(hand.state.cursor).toBe(2);
  });

  it('goes to the next row where its own is gone', () => {
    const hand = lists(several(4));
    hand.press('down', 'down', 'toggle');
    hand.state = withRows(
      hand.state,
      several(4).filter(({ id }) => id !== 'row-2'),
    );
    expect(hand.state.cursor).toBe(2);
    expect(hand.ids[2]).toBe('row-3');
    expect(hand.state.chosen.size).toBe(0);
  });

  it('begins at the first row of another list, with nothing chosen and no words', () => {
    const hand = lists(several(4));
    hand.press('search');
    hand.type('even');
    hand.press('results', 'down', 'toggle', 'later');
    expect(hand.effects).toEqual([{ type: 'read' }]);
    hand.state = withRows(hand.state, several(9));
    expect(hand.state).toMatchObject({ cursor: 0, tab: expect.not.stringMatching('missed') as string });
    expect(hand.ids).toHaveLength(9);
    expect(hand.state.chosen.size).toBe(0);
  });
});

describe('a mark', () => {
  it('is of the row at the pointer, and of all that are chosen where some are', () => {
    const hand = lists(several(4));
    hand.press('flag');
    expect(hand.effects).toEqual([{ type: 'mark', mark: 'flagged', keys: ['row-0'] }]);
    hand.press('down', 'toggle', 'down', 'toggle', 'suspend');
    expect(hand.effects).toEqual([{ type: 'mark', mark: 'suspended', keys: ['row-1', 'row-2'] }]);
    hand.press('top', 'open', 'bury');
    expect(hand.effects).toEqual([{ type: 'mark', mark: 'buried', keys: ['row-0'] }]);
  });

  it('of many is made only after a yes', () => {
    const hand = lists(several(MOST_UNASKED + 1));
    for (let i = 0; i <= MOST_UNASKED; i++) hand.press('toggle', 'down');
    hand.press('suspend');
    expect(hand.effects).toEqual([]);
    expect(contextOf(hand.state)).toBe('lists-asking');
    hand.press('decline');
    expect(hand.effects).toEqual([]);
    hand.press('suspend', 'confirm');
    expect(hand.effects).toMatchObject([{ type: 'mark', mark: 'suspended' }]);
    expect(contextOf(hand.state)).toBe('lists');
  });
});

describe('what the learner wrote', () => {
  const own = { kind: 'remark', key: 'row-0' } as const;

  it('is discarded only after a yes', () => {
    const hand = lists([row(0, { own })]);
    hand.press('discard', 'decline', 'discard', 'confirm');
    expect(hand.effects).toEqual([{ type: 'discard', own }]);
  });

  it('is all that can be discarded', () => {
    const hand = lists(several(1));
    hand.press('discard');
    expect(said(hand)).toBe('D discards your own remarks and cards; they are under yours');
    expect(contextOf(hand.state)).toBe('lists');
  });
});

describe('a row that is read', () => {
  it('leads to the next one and stops at the last', () => {
    const hand = lists(several(2));
    hand.press('open', 'next');
    expect(hand.state.cursor).toBe(1);
    hand.press('next');
    expect(said(hand)).toBe('This is the last one');
    hand.press('previous', 'previous');
    expect(said(hand)).toBe('This is the first one');
  });

  it('scrolls within its lines, and begins at the top with another row', () => {
    const hand = lists(several(2));
    hand.press('open');
    hand.state = { ...hand.state, seen: { rows: 10, length: 15 } };
    hand.press('page-down');
    expect(hand.state.top).toBe(5);
    hand.press('next');
    expect(hand.state.top).toBe(0);
  });

  it('opens its note, and says so where it is no longer in the course', () => {
    const hand = lists([row(0), row(1, { key: null })]);
    hand.press('note');
    expect(hand.effects).toMatchObject([{ type: 'open', to: { to: 'notes' } }]);
    hand.press('down', 'note');
    expect(said(hand)).toBe('There is no note on it');
  });
});

describe('leaving the lists', () => {
  it('first drops the words, then the choice', () => {
    const hand = lists(several(3));
    hand.press('toggle', 'search');
    hand.type('odd');
    hand.press('results', 'back');
    expect(hand.ids).toHaveLength(3);
    hand.press('back');
    expect(hand.state.chosen.size).toBe(0);
    expect(hand.effects).toEqual([]);
    hand.press('back');
    expect(hand.effects).toEqual([{ type: 'back' }]);
  });
});

describe('the scope', () => {
  it('changes where an exam is set, and is everything already where none is', () => {
    const hand = lists(several(1));
    hand.press('view');
    expect(hand.state.scope).toBe('all');
    expect(hand.effects).toEqual([{ type: 'read' }]);
    const other = lists(several(1), false);
    other.press('view');
    expect(said(other)).toBe('No exam is set: this is everything');
    expect(other.state.scope).toBe('exam');
  });
});
