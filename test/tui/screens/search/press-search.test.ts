import { describe, expect, it } from 'vitest';
import type { Find, Finds, FindType } from '../../../../src/app/search/search-course.ts';
import type { Action } from '../../../../src/tui/keys/key-table.ts';
import type { SearchEffect } from '../../../../src/tui/screens/search/press-search.ts';
import { afterSearch, press, typeText } from '../../../../src/tui/screens/search/press-search.ts';
import type { SearchState } from '../../../../src/tui/screens/search/search-state.ts';
import {
  contextOf,
  freshSearch,
  isOutdated,
  NOTHING,
  queryOf,
  withResult,
} from '../../../../src/tui/screens/search/search-state.ts';
import { card, tinyCourse } from '../../../support/tiny-course.ts';

const COURSE = tinyCourse({ items: [card('one'), card('two')] });

const find = (type: FindType, ref: string): Find => ({
  type,
  ref,
  topic: 'sqs',
  topicTitle: 'SQS',
  title: ref,
  titleRanges: [],
  excerpt: '',
  ranges: [],
});

const FOUND: Finds = {
  finds: [
    find('section', 'sqs'),
    find('section', 'sqs#limits'),
    find('card', 'one'),
    find('card', 'gone'),
    find('card', 'two'),
    find('calculator', 'sqs-visibility'),
  ],
  totals: new Map(),
  corrected: null,
};

interface Hand {
  state: SearchState;
  /** Effects of the last key. */
  effects: readonly SearchEffect[];
  press(...actions: readonly Action[]): void;
  type(text: string): void;
}

/** @param result what is found for whatever is looked for */
const search = (words = '', result: Finds = FOUND): Hand => {
  const hand: Hand = {
    state: freshSearch(words),
    effects: [],
    press: (...actions) => {
      for (const action of actions) {
        const first = press(hand.state, action, COURSE);
        ({ state: hand.state, effects: hand.effects } = first);
        for (const effect of first.effects) {
          if (effect.type !== 'search-now') continue;
          if (isOutdated(hand.state, 'yes')) hand.state = withResult(hand.state, result, 'yes');
          ({ state: hand.state, effects: hand.effects } = afterSearch(hand.state, effect.next));
        }
      }
    },
    type: text => {
      ({ state: hand.state, effects: hand.effects } = typeText(hand.state, text));
    },
  };
  return hand;
};

describe('words that are typed', () => {
  it('are searched for after a pause, and every key asks for another one', () => {
    const hand = search();
    hand.type('q');
    expect(hand.effects).toEqual([{ type: 'search-later' }]);
    hand.press('delete-before');
    expect(hand.effects).toEqual([{ type: 'search-later' }]);
    expect(isOutdated(hand.state, 'yes')).toBe(false);
  });

  it('are searched for at once where something is to be done with what is found', () => {
    const hand = search();
    hand.type('queue');
    expect(isOutdated(hand.state, 'no')).toBe(true);
    hand.press('down');
    expect(hand.state).toMatchObject({ mode: 'results', foundFor: 'queue', chosen: 0 });
  });

  it('stay where nothing is found for them', () => {
    const hand = search('nowhere', NOTHING);
    hand.press('down');
    expect(contextOf(hand.state)).toBe('search');
    hand.press('open');
    expect(contextOf(hand.state)).toBe('search');
    expect(queryOf(hand.state)).toBe('nowhere');
  });

  it('are looked for once more to be mended, where nothing was found for them as they stand', () => {
    const typed = { ...freshSearch('qeue') };
    const plain = withResult(typed, NOTHING, 'no');
    expect(isOutdated(plain, 'no')).toBe(false);
    expect(isOutdated(plain, 'yes')).toBe(true);
    const mended = withResult(plain, { ...FOUND, corrected: 'queue' }, 'yes');
    expect(isOutdated(mended, 'yes')).toBe(false);
    expect(mended.words).toEqual(['queue']);
  });
});

describe('a result', () => {
  it('opens as what it is: a note at its section, a calculator, a card to be read', () => {
    const hand = search('queue');
    hand.press('open');
    expect(hand.effects).toEqual([{ type: 'open', to: { to: 'notes', place: 'sqs#' } }]);
    hand.press('down', 'open');
    expect(hand.effects).toEqual([{ type: 'open', to: { to: 'notes', place: 'sqs#limits' } }]);
    hand.press('bottom', 'open');
    expect(hand.effects).toEqual([{ type: 'open', to: { to: 'calculator', id: 'sqs-visibility' } }]);
    hand.press('previous-section', 'open');
    expect(contextOf(hand.state)).toBe('search-item');
  });

  it('above the first one is the words', () => {
    const hand = search('queue');
    hand.press('down', 'up');
    expect(contextOf(hand.state)).toBe('search');
  });

  it('of another kind is one key away', () => {
    const hand = search('queue');
    hand.press('down', 'next-section');
    expect(hand.state.chosen).toBe(2);
    hand.press('next-section', 'previous-section');
    expect(hand.state.chosen).toBe(2);
  });
});

describe('a card that was found', () => {
  const reading = (): Hand => {
    const hand = search('queue');
    hand.press('down', 'next-section', 'open');
    return hand;
  };

  it('leads to the next one that is in the course, and stops at the last', () => {
    const hand = reading();
    hand.press('next');
    expect(hand.state.chosen).toBe(4);
    hand.press('next');
    expect(hand.effects).toEqual([{ type: 'say', text: 'This is the last one', tone: 'plain' }]);
    hand.press('previous', 'previous');
    expect(hand.effects).toEqual([{ type: 'say', text: 'This is the first one', tone: 'plain' }]);
  });

  it('is marked by its key, and the last mark taken back', () => {
    const hand = reading();
    hand.press('suspend');
    expect(hand.effects).toEqual([{ type: 'mark', mark: 'suspended', item: 'one' }]);
    hand.press('undo');
    expect(hand.effects).toEqual([{ type: 'undo' }]);
  });

  it('scrolls within its lines, and begins at the top with another one', () => {
    const hand = reading();
    hand.state = { ...hand.state, reading: { top: 0, rows: 10, length: 30 } };
    hand.press('page-down');
    expect(hand.state.reading.top).toBe(8);
    hand.press('next');
    expect(hand.state.reading.top).toBe(0);
  });

  it('is left for the results, and these for the screen below', () => {
    const hand = reading();
    hand.press('close');
    expect(contextOf(hand.state)).toBe('search-results');
    hand.press('back');
    expect(hand.effects).toEqual([{ type: 'back' }]);
  });
});
