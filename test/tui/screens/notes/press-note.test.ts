import { describe, expect, it } from 'vitest';
import type { NoteReading } from '../../../../src/app/course/read-note.ts';
import type { CatalogueEntry } from '../../../../src/core/calc/catalogue.ts';
import { CATALOGUE } from '../../../../src/core/calc/catalogue.ts';
import type { NoteLayout } from '../../../../src/text/notes/note-layout.ts';
import type { Action } from '../../../../src/tui/keys/key-table.ts';
import type { NoteState } from '../../../../src/tui/screens/notes/note-state.ts';
import {
  contextOf,
  fit,
  freshNote,
  leftAt,
  outdated,
  sectionId,
} from '../../../../src/tui/screens/notes/note-state.ts';
import type { NoteEffect } from '../../../../src/tui/screens/notes/press-note.ts';
import { press, typeText } from '../../../../src/tui/screens/notes/press-note.ts';

/** Four sections of so many lines; each names its section and its number. Links stand in the second line of each. */
const layoutOf = (lengths: readonly number[]): NoteLayout => {
  const starts = lengths.map((_, i) => lengths.slice(0, i).reduce((sum, length) => sum + length, 0));
  return {
    lines: lengths.flatMap((length, i) => Array.from({ length }, (_, n) => `part ${i} line ${n}`)),
    sections: starts.map((start, i) => ({ id: `s${i}`, title: `Section ${i}`, level: 2, start })),
    links: starts.map((start, i) => ({ line: start + 1, start: 0, end: 4, place: `other#s${i}` })),
  };
};

/** Two terms, of which one has a note. */
const COURSE = {
  topics: [],
  glossary: () => ({
    terms: [
      {
        term: 'VPC',
        name: 'virtual private cloud',
        text: 'A network of your own.',
        topic: 'vpc',
        aliases: [],
      },
      { term: 'FIFO', name: 'first in, first out', text: 'In the order of arrival.', aliases: [] },
    ],
  }),
} as never;

const ROWS = 12;
const readingOf = (calculators: readonly CatalogueEntry[]): NoteReading => ({
  topic: { id: 'sqs', sections: [] } as never,
  note: { title: 'SQS' } as never,
  source: { sections: [{ id: 's0', markdown: 'FIFO queues and a VPC.' }] } as never,
  sections: [],
  section: null,
  calculators,
});

interface Hand {
  state: NoteState;
  /** Effects of the last key. */
  effects: readonly NoteEffect[];
  readonly press: (...actions: readonly Action[]) => void;
  readonly type: (text: string) => void;
  /** Fits the note into a screen; `factor`: how often its lines are wrapped there. */
  readonly fit: (columns: number, rows: number, factor: number) => void;
}

const note = (section = '', line = 0, calculators: readonly CatalogueEntry[] = []): Hand => {
  const ground = { reading: readingOf(calculators), course: COURSE, places: new Set(['vpc']) };
  const hand: Hand = {
    state: freshNote(section, line),
    effects: [],
    press: (...actions) => {
      for (const action of actions) {
        const key = action === 'back' ? 'esc' : '';
        ({ state: hand.state, effects: hand.effects } = press(hand.state, action, key, ground));
      }
    },
    type: text => {
      hand.state = typeText(hand.state, text);
    },
    fit: (columns, rows, factor) => {
      const layout = layoutOf([10, 20, 30, 5].map(length => length * factor));
      hand.state = fit(hand.state, { columns, rows }, () => layout);
    },
  };
  hand.fit(80, ROWS, 1);
  return hand;
};

const said = ({ effects }: Hand): string | undefined =>
  effects.flatMap(effect => (effect.type === 'say' ? effect.text : [])).at(-1);

describe('a note that is read', () => {
  it('opens where it was left, and is left there', () => {
    const hand = note('s2', 4);
    expect(hand.state.top).toBe(34);
    expect(leftAt(hand.state)).toEqual({ section: 's2', line: 4 });
  });

  it('turns its pages with two lines of overlap, and never beyond its end', () => {
    const hand = note();
    hand.press('page-down');
    expect(hand.state.top).toBe(ROWS - 2);
    hand.press('bottom');
    expect(hand.state.top).toBe(65 - ROWS);
    expect(sectionId(hand.state)).toBe('s3');
    hand.press('page-down', 'scroll-down');
    expect(hand.state.top).toBe(65 - ROWS);
  });

  it('stays in its section in another width, and when the note has changed', () => {
    const hand = note();
    hand.press('next-section', 'next-section');
    hand.fit(60, ROWS, 2);
    expect(sectionId(hand.state)).toBe('s2');
    expect(hand.state.top).toBe(60);
    hand.press('scroll-down', 'scroll-down', 'scroll-down', 'scroll-down');
    hand.state = outdated(hand.state);
    hand.fit(60, ROWS, 1);
    expect(sectionId(hand.state)).toBe('s2');
    expect(hand.state.top).toBe(32);
  });

  it('goes back to the beginning of its section before it goes to the one before', () => {
    const hand = note('s2', 9);
    hand.press('previous-section');
    expect(hand.state.top).toBe(30);
    hand.press('previous-section');
    expect(hand.state.top).toBe(10);
  });
});

describe('words in a note', () => {
  it('are looked for as they are typed, from where one was', () => {
    const hand = note('s1', 5);
    hand.press('search');
    expect(contextOf(hand.state)).toBe('note-find');
    hand.type('line 3');
    expect(hand.state.matches.length).toBeGreaterThan(3);
    expect(hand.state.matches[hand.state.matchAt]?.[0]?.line).toBe(33);
    hand.press('close');
    expect(hand.state).toMatchObject({ top: 15, matches: [], foundFor: '' });
  });

  it('go round at both ends, and say so', () => {
    const hand = note();
    hand.press('search');
    hand.type('line 25');
    hand.press('accept', 'next-match');
    expect(said(hand)).toBe('From the top again');
    hand.press('previous-match');
    expect(said(hand)).toBe('From the end again');
  });

  it('that are not there are told once one looks for the next', () => {
    const hand = note();
    hand.press('next-match');
    expect(said(hand)).toBe('Nothing was looked for yet: / finds words');
    hand.press('search');
    hand.type('nowhere');
    hand.press('accept', 'next-match');
    expect(said(hand)).toBe('No results for "nowhere"');
  });

  it('are found again where the lines lie after a change of width', () => {
    const hand = note();
    hand.press('search');
    hand.type('part 3 line 4');
    hand.press('accept');
    const [before] = hand.state.matches;
    hand.fit(60, ROWS, 2);
    expect(hand.state.matches[0]?.[0]?.line).not.toBe(before?.[0]?.line);
    expect(hand.state.layout.lines[hand.state.matches[0]?.[0]?.line ?? 0]).toBe('part 3 line 4');
  });

  it('and a link are dropped by Escape before it leaves the note', () => {
    const hand = note();
    hand.press('next-link', 'back');
    expect(hand.state.focus).toBeNull();
    expect(hand.effects).toEqual([]);
    hand.press('back');
    expect(hand.effects).toEqual([{ type: 'back' }]);
  });
});

describe('what a note leads to', () => {
  it('is the link at the pointer, and a page further where there is none', () => {
    const hand = note();
    hand.press('open');
    expect(hand.state.top).toBe(ROWS - 2);
    hand.press('top', 'next-link', 'open');
    expect(hand.effects).toEqual([{ type: 'leave-for', to: { to: 'notes', place: 'other#s0' } }]);
  });

  it('is a section chosen from the list of all', () => {
    const hand = note('s1');
    hand.press('all');
    expect(hand.state.open?.choice).toMatchObject({ title: 'sections', chosen: 1 });
    hand.press('down', 'open');
    expect(hand.state.open).toBeNull();
    expect(sectionId(hand.state)).toBe('s2');
  });

  it('is the note of a term chosen from those of the section, or of the whole note where it has none', () => {
    for (const section of ['s0', 's2']) {
      const hand = note(section);
      hand.press('terms');
      expect(hand.state.open?.choice).toMatchObject({
        entries: ['VPC: virtual private cloud', 'FIFO: first in, first out'],
        details: ['A network of your own.', 'In the order of arrival.'],
      });
      hand.press('open');
      expect(hand.effects).toEqual([{ type: 'leave-for', to: { to: 'notes', place: 'vpc' } }]);
      hand.press('terms', 'down', 'open');
      expect([hand.state.open, hand.effects]).toEqual([null, []]);
    }
  });

  it('is the only calculator at once, and one of several by a list', () => {
    const [one, two] = CATALOGUE;
    if (one === undefined || two === undefined) throw new Error('There are no calculators');
    const hand = note('', 0, [one]);
    hand.press('calculator');
    expect(hand.effects).toEqual([{ type: 'leave-for', to: { to: 'calculator', id: one.id } }]);
    const other = note('', 0, [one, two]);
    other.press('calculator', 'down', 'open');
    expect(other.effects).toEqual([{ type: 'leave-for', to: { to: 'calculator', id: two.id } }]);
  });
});
