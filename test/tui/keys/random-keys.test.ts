import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isExamEvent } from '../../../src/core/journal/exam-event.ts';
import type { JournalEvent } from '../../../src/core/journal/event.ts';
import { makeRenderer } from '../../../src/text/question/renderer.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';
import { cellWidth, stripStyles } from '../../../src/text/layout/width.ts';
import type { ContextName } from '../../../src/tui/keys/key-table.ts';
import { KEY_TABLE, keyContext } from '../../../src/tui/keys/key-table.ts';
import type { Screens } from '../../support/frames.ts';
import { openScreen } from '../../support/frames.ts';
import { examScreenCourse, SCREEN_COURSE, SCREEN_ITEMS, sessionOf } from '../../support/screen-course.ts';
import { newExam, screenPaths } from '../../support/screens-in-context.ts';
import { rounds } from '../../support/rounds.ts';

/** Keys of home, sessions and exams, without those that lead to other screens or end the program. */
const KEYS = [
  ...new Set(
    (Object.keys(KEY_TABLE) as readonly ContextName[])
      .filter(name => !/note|search|calc|stats|go-to/.test(name))
      .flatMap(name => keyContext(name).bindings)
      .filter(({ action }) => !['redo', 'note', 'calculator', 'search', 'back', 'leave'].includes(action))
      .flatMap(({ keys }) => keys),
  ),
].filter(key => !['t', 'o', '=', 'q', '/', 'esc'].includes(key));

type Step =
  | { readonly do: 'press'; readonly key: string }
  | { readonly do: 'paste'; readonly text: string }
  | { readonly do: 'resize'; readonly columns: number; readonly rows: number }
  | { readonly do: 'wait'; readonly minutes: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...KEYS).map(key => ({ do: 'press', key }) as const) },
  {
    weight: 4,
    arbitrary: fc.constantFrom('enter', 'space', '1', '2').map(key => ({ do: 'press', key }) as const),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }).map(text => ({ do: 'paste', text }) as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('resize' as const),
      columns: fc.integer({ min: 20, max: 200 }),
      rows: fc.integer({ min: 4, max: 60 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 12 }).map(minutes => ({ do: 'wait', minutes }) as const),
  },
);

const steps = fc.array(step, { maxLength: 60 });

const take = async (screens: Screens, { ...what }: Step): Promise<void> => {
  switch (what.do) {
    case 'press':
      return screens.press(what.key);
    case 'paste':
      return screens.paste(what.text);
    case 'resize':
      return screens.resize(what.columns, what.rows);
    case 'wait':
      return screens.clock.pass(what.minutes);
  }
};

const expectFits = (screens: Screens): void => {
  const { ending, terminal } = screens.shell;
  if (ending !== null) {
    expect(ending.is).toBe('left');
    return;
  }
  const lines = stripStyles(screens.styled()).split('\n');
  expect(lines.length).toBeLessThanOrEqual(Math.max(1, terminal.rows - 1));
  for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(terminal.columns);
};

/** Answers that stand: those that were not undone. */
const standing = (events: readonly JournalEvent[]): readonly JournalEvent[] => {
  const undone = new Set(events.flatMap(event => (event.type === 'undone' ? [event.target] : [])));
  return events.filter(({ id, type }) => (type === 'answered' || type === 'reviewed') && !undone.has(id));
};

const opened: Screens[] = [];

beforeAll(async () => makeRenderer(makeStyle(false)).load());
afterAll(() => {
  for (const { shell } of opened) shell.end({ is: 'left' });
});

describe('any keys', () => {
  it('leave a session whole: it fits the terminal, and the journal holds what it says', async () => {
    const queue = fc.shuffledSubarray(
      SCREEN_ITEMS.map(({ key }) => key),
      { minLength: 1 },
    );
    const mode = fc.constantFrom('review', 'cards', 'quiz');
    await fc.assert(
      fc.asyncProperty(mode, queue, steps, async (kind, keys, doing) => {
        const screens = await openScreen(
          { to: 'session', request: sessionOf(kind, keys) },
          { course: SCREEN_COURSE },
        );
        for (const each of doing) {
          await take(screens, each);
          expectFits(screens);
        }
        const answers = standing(screens.journal.events);
        const right = answers.filter(
          event =>
            (event.type === 'answered' || event.type === 'reviewed') && event.ratings[0]?.rating !== 'again',
        );
        expect(screens.shell.farewell()[0]).toContain(
          answers.length === 0 ? 'nothing answered' : `Summary: ${right.length} of ${answers.length} correct`,
        );
      }),
      { numRuns: rounds(15, 60) },
    );
  });

  it('leave an exam whole: it fits the terminal, and goes on from the journal as it stood', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), steps, async (practice, doing) => {
        const paths = screenPaths();
        const screens = await openScreen(
          { to: 'exam', request: newExam(practice) },
          { course: examScreenCourse(), paths },
        );
        opened.push(screens);
        for (const each of doing) {
          await take(screens, each);
          expectFits(screens);
        }
        const before = screens.journal.events.filter(isExamEvent).length;
        expect(before).toBe(screens.journal.events.length);
        screens.shell.end({ is: 'left' });
        expect(screens.shell.farewell().join('\n')).toMatch(/The exam is still open: question \d|of 8/);
      }),
      { numRuns: rounds(10, 40) },
    );
  });
});
