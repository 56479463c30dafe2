import { beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/core/base/failure.ts';
import { makeRenderer } from '../../../../src/text/question/renderer.ts';
import { makeStyle } from '../../../../src/text/layout/style.ts';
import type { ScreenOptions, Screens } from '../../../support/frames.ts';
import { openScreen } from '../../../support/frames.ts';
import { memoryJournal, testClock } from '../../../support/memory-journal.ts';
import { SCREEN_COURSE, SCREEN_ITEMS, sessionOf, SHOWN_ITEMS } from '../../../support/screen-course.ts';
import { tinyCourse } from '../../../support/tiny-course.ts';

const SIZES = [
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
] as const;

const openSession = (
  mode: 'review' | 'cards' | 'quiz',
  keys: readonly string[],
  options: Partial<ScreenOptions> = {},
): Promise<Screens> =>
  openScreen(
    { to: 'session', request: sessionOf(mode, keys) },
    { course: SCREEN_COURSE, size: { columns: 80, rows: 24 }, ...options },
  );

/** Answers whatever is asked, wrongly where that is as easy. */
const answer = async (screens: Screens): Promise<void> => {
  const keys: Readonly<Record<string, readonly string[]>> = {
    'card-asking': ['space'],
    choice: ['2', 'enter'],
    choices: ['1', '2', 'enter'],
    truth: ['f', 'enter'],
    order: ['enter'],
    match: ['1', '2', '3', 'enter'],
  };
  const { context } = screens.shell.screen ?? {};
  if (context === 'typed') {
    await screens.paste('23 RCU');
    await screens.press('enter');
  } else await screens.press(...(keys[context ?? ''] ?? []));
};

const line = (screens: Screens, index: number): string => screens.frame().split('\n').at(index) ?? '';
const header = (screens: Screens): string => line(screens, 0);
const below = (screens: Screens): string => line(screens, 1);
const message = (screens: Screens): string => line(screens, -2).trim();
const types = ({ journal }: Screens): readonly string[] => journal.events.map(({ type }) => type);

// What is loaded while a learner reads is loaded first: here nobody reads.
beforeAll(async () => {
  await makeRenderer(makeStyle(false)).prepare(['**']);
  await import('../../../../src/tui/screens/notes/notes-screen.tsx');
  await import('../../../../src/tui/screens/notes/note-screen.tsx');
});

describe('the waits below the ratings', () => {
  it('count from when the answer was shown, however long it is looked at', async () => {
    const [card = ''] = SHOWN_ITEMS.filter(({ type }) => type === 'card').map(({ key }) => key);
    const screens = await openSession('review', [card]);
    await screens.press('space');
    const waits = line(screens, -3);
    expect(waits).toContain('min');
    screens.clock.pass(2);
    await screens.press('page-down');
    await screens.press('?', '?');
    expect(line(screens, -3)).toBe(waits);
  });
});

describe.each(SIZES)('a session at $columns x $rows', ({ columns, rows }) => {
  it('draws every kind of item before and after its answer', async () => {
    const frames: string[] = [];
    for (const { key, type } of SHOWN_ITEMS) {
      const mode = type === 'card' ? 'review' : 'quiz';
      const screens = await openSession(mode, [key], { size: { columns, rows } });
      frames.push(`# ${key}`, screens.frame());
      await answer(screens);
      frames.push(`# ${key}, answered`, screens.frame());
    }
    for (const frame of frames.filter(text => !text.startsWith('#')))
      expect(frame.split('\n')).toHaveLength(rows - 1);
    await expect(frames.join('\n')).toMatchFileSnapshot(`../../../golden/session-${columns}.txt`);
  });

  it('draws marks, the question how sure one is, the commands of a typed answer, and the summary', async () => {
    const frames: string[] = [];
    const screens = await openSession('quiz', ['single', 'text', 'truth'], { size: { columns, rows } });
    const draw = (): void => void frames.push(screens.frame());
    await screens.press('!', 'u');
    draw();
    await screens.press('enter', 'enter');
    await screens.paste('dead letter queue');
    await screens.press('esc');
    draw();
    await screens.press('b');
    draw();
    await answer(screens);
    await screens.press('enter');
    draw();
    for (const frame of frames) expect(frame.split('\n')).toHaveLength(rows - 1);
    await expect(frames.join('\n')).toMatchFileSnapshot(`../../../golden/session-phases-${columns}.txt`);
  });
});

describe('what is longer than the screen', () => {
  it('begins with the question, follows the pointer, and says how much is out of sight', async () => {
    const screens = await openSession('quiz', ['long'], { size: { columns: 60, rows: 16 } });
    expect(line(screens, 3)).toContain('Sentence 1 of');
    expect(message(screens)).toMatch(/ \d+ ↓ ──$/);
    await screens.press('down');
    expect(screens.frame()).toMatch(/> 2 {2}Wrong\./);
    expect(message(screens)).toMatch(/ \d+ ↑ {2}\d+ ↓ ──$/);
    await screens.press('page-up', 'page-up', 'page-up', 'page-up');
    expect(line(screens, 3)).toContain('Sentence 1 of');
    screens.resize(120, 40);
    expect(message(screens)).toMatch(/^─+$/);
    expect(screens.frame()).toMatch(/> 2 {2}Wrong\./);
  });

  it('shows the verdict first after the answer', async () => {
    const screens = await openSession('quiz', ['long'], { size: { columns: 60, rows: 16 } });
    await answer(screens);
    expect(line(screens, 3).trim()).toBe('wrong');
    await screens.press('up');
    expect(line(screens, 4).trim()).toBe('wrong');
  });
});

describe('keys', () => {
  it('take the wrong numbers for what they are', async () => {
    const screens = await openSession('quiz', ['single']);
    await screens.press('7');
    expect(message(screens)).toBe('There is no 7 here: 1 to 4');
    await screens.press('t', 'enter');
    expect(screens.frame()).toContain('✓ 1  2 RCU  (right, your answer)');
  });

  it('ask how sure one is where that is set, and take no silence for it', async () => {
    const journal = memoryJournal(testClock('2026-11-21T10:00:00Z').now);
    const { mkdtempSync, writeFileSync } = await import('node:fs');
    const { tmpdir } = await import('node:os');
    const { join } = await import('node:path');
    const config = mkdtempSync(join(tmpdir(), 'study-'));
    writeFileSync(join(config, 'settings.json'), JSON.stringify({ confidence: true }));
    const paths = { config, data: '/nowhere', journal: '/nowhere', cache: '/dev/null/nowhere' };
    const screens = await openSession('quiz', ['truth', 'single'], { journal, paths });
    await screens.press('enter');
    expect(screens.shell.screen?.context).toBe('confidence');
    expect(screens.frame()).toContain('How sure are you?');
    await screens.press('esc', 'f', 'enter', 's');
    expect(journal.events.at(-1)).toMatchObject({ type: 'answered', verdict: 'wrong', confidence: 'sure' });
    await screens.press('enter', 'u', 'enter');
    expect(journal.events.at(-1)).toMatchObject({ type: 'answered', confidence: 'unsure' });
    await screens.press('enter');
    expect(screens.frame()).toContain('Sure but wrong: truth');
  });

  it('keep what was typed while the letters are commands', async () => {
    const screens = await openSession('quiz', ['text']);
    await screens.paste('visib');
    await screens.press('esc', '!');
    expect(below(screens)).toContain('flagged');
    await screens.press('enter');
    await screens.paste('ility timeout');
    await screens.press('enter');
    expect(screens.journal.events.at(-1)).toMatchObject({ type: 'answered', verdict: 'correct' });
  });

  it('say that there is no calculator, rather than nothing', async () => {
    const screens = await openSession('quiz', ['truth']);
    await answer(screens);
    await screens.press('c');
    expect(message(screens)).toBe('No calculator works this out');
  });

  it('give up a missing answer with its reason', async () => {
    const screens = await openSession('quiz', ['multiple', 'match', 'text']);
    await screens.press('1', 'enter');
    expect(message(screens)).toBe('Select TWO: one is chosen');
    await screens.press('tab', '1', 'enter');
    expect(message(screens)).toBe('Two lines have no number yet');
    await screens.press('tab', 'enter');
    expect(message(screens)).toBe('Type an answer, or press tab to go on without one');
    expect(types(screens)).toEqual([]);
  });
});

describe('undo', () => {
  it.each([
    ['!', 'flagged', 'Undone: the flag on visibility'],
    ['b', 'buried', 'Undone: putting off visibility'],
    ['x', 'suspended', 'Undone: suspending visibility'],
    ['tab', null, 'Undone: visibility'],
  ])('takes back %s', async (key, type, told) => {
    const screens = await openSession('review', ['visibility', 'table']);
    await screens.press(key, 'u');
    expect(message(screens)).toBe(told);
    expect(screens.frame()).toContain('A worker takes 90 seconds');
    expect(types(screens)).toEqual(type === null ? [] : [type, 'undone']);
    expect(header(screens)).toContain('1 of 2');
  });

  it('takes back the last answer at the summary, and the one before it after that', async () => {
    const screens = await openSession('cards', ['visibility', 'table']);
    await screens.press('space', '3', 'space', '4');
    expect(screens.shell.screen?.context).toBe('session-summary');
    await screens.press('u');
    expect(screens.frame()).toContain('Which queues are there');
    await screens.press('u');
    expect(screens.frame()).toContain('A worker takes 90 seconds');
    expect(types(screens)).toEqual(['reviewed', 'reviewed', 'undone', 'undone']);
    await screens.press('space', '1', 'space', '3');
    expect(screens.frame()).toContain('1 of 2 correct');
  });

  it('is named by the key that does it here', async () => {
    const screens = await openSession('quiz', ['truth', 'single', 'text']);
    await screens.press('b');
    expect(message(screens)).toBe('truth comes again tomorrow; z takes that back');
    await screens.press('x');
    expect(message(screens)).toBe('single is suspended; esc, then z, takes that back');
    await screens.press('esc', 'z');
    expect(screens.frame()).toContain('A table is read 90 times');
  });
});

describe('the summary', () => {
  it('trains what went worst by a key, and comes back', async () => {
    const screens = await openSession('quiz', ['single']);
    await answer(screens);
    await screens.press('enter');
    expect(line(screens, -1)).toContain('t train the weakest');
    await screens.press('t');
    expect(header(screens)).toContain('quiz · sqs');
    await screens.press('q', 'q');
    expect(screens.frame()).toContain('Train the weakest: study quiz sqs --weak');
  });

  it('offers no training where nothing was wrong', async () => {
    const screens = await openSession('quiz', ['truth']);
    await screens.press('t', 'enter', 'enter');
    expect(line(screens, -1)).not.toContain('train');
    await screens.press('t');
    expect(message(screens)).toBe('Nothing was wrong: there is nothing to train');
    await screens.press('o');
    expect(message(screens)).toContain('Nothing was forgotten');
  });

  it('says that there was nothing to ask', async () => {
    const screens = await openSession('review', []);
    expect(screens.frame()).toContain('There is nothing to ask.');
    await screens.press('enter');
    expect(screens.shell.ending).toEqual({ is: 'left' });
  });

  it('stays on the normal screen', async () => {
    const screens = await openSession('quiz', ['truth', 'single']);
    await screens.press('enter', 'enter');
    screens.shell.end({ is: 'interrupted' });
    expect(screens.shell.farewell()[0]).toContain('1 of 1 correct');
  });
});

describe('a disk that takes nothing', () => {
  it('changes nothing on the screen, says so, and goes on where it takes something again', async () => {
    const screens = await openSession('cards', ['visibility', 'table']);
    screens.journal.disk = 'full';
    await screens.press('space', '3');
    expect(message(screens)).toBe('Not saved: the disk is full. Nothing has changed; try again');
    expect(screens.shell.screen?.context).toBe('card-revealed');
    await screens.press('b');
    expect(screens.shell.screen?.context).toBe('card-revealed');
    screens.journal.disk = 'well';
    await screens.press('3');
    expect(header(screens)).toContain('2 of 2');
    expect(types(screens)).toEqual(['reviewed']);
  });

  it('ends the program with the reason when the learner leaves then', async () => {
    const screens = await openSession('cards', ['visibility']);
    screens.journal.disk = 'full';
    await screens.press('space', '3', 'q');
    expect(screens.shell.ending).toMatchObject({ is: 'failed', error: expect.any(Failure) as Failure });
  });

  it('refuses a session from the home screen, which stays', async () => {
    const journal = memoryJournal(testClock('2026-11-21T10:00:00Z').now);
    journal.disk = 'read-only';
    const screens = await openScreen({ to: 'home' }, { course: SCREEN_COURSE, journal });
    await screens.press('r');
    expect(screens.shell.screen?.context).toBe('home');
    expect(message(screens)).toBe('The home cannot be written to: /home/x');
  });
});

describe('an edit', () => {
  it('shows the change in the same place', async () => {
    const items = SCREEN_ITEMS.map(item =>
      item.key === 'visibility' && item.type === 'card' ? { ...item, front: 'A better question?' } : item,
    );
    const screens = await openSession('cards', ['visibility', 'table'], {
      editor: { is: 'ready', open: () => Promise.resolve(null) },
      edited: tinyCourse({ items }),
    });
    await screens.press('space', 'e');
    expect(screens.frame()).toContain('A better question?');
    expect(header(screens)).toContain('1 of 2');
  });

  it('says why there is none', async () => {
    const screens = await openSession('cards', ['visibility']);
    await screens.press('e');
    expect(message(screens)).toBe('There is no editor here');
  });

  it('leaves an explanation as it was answered', async () => {
    const screens = await openSession('quiz', ['truth'], {
      editor: { is: 'ready', open: () => Promise.resolve(null) },
    });
    await answer(screens);
    await screens.press('e');
    expect(message(screens)).toContain('as you answered it');
    expect(screens.frame()).toContain('Why truth.');
  });
});

describe('the note on an item', () => {
  it('opens above the session, which is the same after it', async () => {
    const screens = await openSession('quiz', ['single']);
    await screens.press('3');
    const before = screens.frame();
    await screens.press('o');
    await expect.poll(() => screens.shell.screen?.context).toBe('note');
    expect(screens.frame()).toContain('The limits.');
    await screens.press('q');
    expect(screens.frame()).toBe(before);
  });
});
