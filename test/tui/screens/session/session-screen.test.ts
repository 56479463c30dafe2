import { beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/core/base/failure.ts';
import { makeRenderer } from '../../../../src/text/question/renderer.ts';
import { makeStyle } from '../../../../src/text/layout/style.ts';
import type { ScreenOptions, Screens } from '../../../support/frames.ts';
import { openScreen } from '../../../support/frames.ts';
import { memoryJournal, testClock } from '../../../support/memory-journal.ts';
import { studied } from '../../../support/planned-course.ts';
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
    truth: ['2', 'enter'],
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
  await makeRenderer(makeStyle(false)).load();
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
    await screens.press('f', 'd');
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

describe.each(SIZES)('beside what is asked, at $columns x $rows', ({ columns, rows }) => {
  it('draws an answer looked back at, all answers, the end and what comes back in some minutes', async () => {
    const frames: string[] = [];
    const screens = await openSession('quiz', ['single', 'table', 'long', 'truth', 'visibility'], {
      size: { columns, rows },
    });
    const draw = async (name: string, ...keys: readonly string[]): Promise<void> => {
      await screens.press(...keys);
      frames.push(`# ${name}`, screens.frame());
    };
    await screens.press('2', 'enter', 'f', 'enter', 'space', '3', '2', 'enter', 'enter', '1', 'enter');
    screens.clock.pass(2);
    await draw('looking back at a card', 'p', 'p');
    await draw('looking back at a question', 'p');
    await draw('all answers', 'esc', 'a');
    await draw('ended early', 'esc', 'q');
    await draw('at its end', 'p', 'enter', 'space', '1');
    const waits = await openSession('review', ['table', 'visibility'], { size: { columns, rows } });
    await waits.press('space', '1', 'space', '1');
    frames.push('# waiting', waits.frame());
    const plain = await openSession('quiz', ['multiple'], { size: { columns, rows }, ascii: true });
    await plain.press('f', '1', '2', 'enter');
    frames.push('# ASCII', plain.frame());
    for (const frame of frames.filter(text => !text.startsWith('#')))
      expect(frame.split('\n')).toHaveLength(rows - 1);
    await expect(frames.join('\n')).toMatchFileSnapshot(`../../../golden/session-back-${columns}.txt`);
  });
});

describe('progress', () => {
  it('only goes down but for what a miss brings back: due, new and minutes', async () => {
    const keys = SHOWN_ITEMS.filter(({ type }) => type === 'card').map(({ key }) => key);
    const screens = await openSession('review', [...keys, 'truth', 'single']);
    const counts: (readonly number[])[] = [];
    for (let i = 0; i < 12 && screens.shell.screen?.context !== 'session-summary'; i++) {
      const [, due = '', fresh = '', minutes = ''] =
        /^ review +(?:due (\d+))?(?:.*?new (\d+))?.* (\d+) min left/.exec(header(screens)) ?? [];
      if (minutes !== '') counts.push([Number(due || 0), Number(fresh || 0), Number(minutes)]);
      if (screens.shell.screen?.context === 'session-wait') await screens.press('enter');
      else {
        await answer(screens);
        await screens.press(screens.shell.screen?.context === 'card-revealed' ? '3' : 'enter');
      }
    }
    expect(counts.length).toBeGreaterThan(4);
    counts.forEach((now, i) => {
      const before = counts[i - 1] ?? now;
      now.forEach((count, at) => expect(count).toBeLessThanOrEqual(before[at] ?? count));
    });
  });

  it('comes to a halt where only learning steps are left, and shows them when asked', async () => {
    const screens = await openSession('review', ['visibility']);
    await screens.press('space', '1');
    expect(screens.shell.screen?.context).toBe('session-wait');
    expect(screens.frame()).toContain('1 comes back in 1 min.');
    await screens.press('space');
    expect(screens.frame()).toContain('A worker takes 90 seconds');
    await screens.press('space', '1', 'enter');
    expect(screens.shell.screen?.context).toBe('session-summary');
  });
});

describe('looking back', () => {
  it('keeps what is being answered, and takes nothing back', async () => {
    const screens = await openSession('quiz', ['truth', 'multiple', 'single']);
    await screens.press('2', 'enter', 'enter', '1', '3');
    const before = screens.frame();
    await screens.press('p');
    expect(header(screens)).toContain('looking back 1 of 1');
    expect(header(screens)).toContain('just now: wrong ✗');
    await screens.press('n');
    expect(screens.frame()).toBe(before);
    await screens.press('p', 'esc');
    expect(screens.frame()).toBe(before);
    expect(types(screens)).toEqual(['answered']);
  });

  it('changes the rating of a card, on the disk too, and an undo takes the new one back', async () => {
    const screens = await openSession('cards', ['visibility', 'table', 'truth']);
    await screens.press('space', '4', 'space', '3', 'p', 'p', '1');
    expect(header(screens)).toContain('again');
    expect(types(screens)).toEqual(['reviewed', 'reviewed', 'undone', 'reviewed']);
    await screens.press('esc', 'q');
    expect(screens.frame()).toContain('2 answered · 1 right · 1 wrong');
    await screens.press('p', 'u', 'u');
    expect(screens.frame()).toContain('A worker takes 90 seconds');
    const [, , , changed] = screens.journal.events;
    expect(screens.journal.events.at(-1)).toMatchObject({ type: 'undone', target: changed?.id });
  });

  it('flags, buries and suspends what is looked at, and goes on with what was asked', async () => {
    const screens = await openSession('quiz', ['truth', 'single']);
    await screens.press('1', 'enter', 'enter', 'p', 'f', 'b', 'S');
    expect(message(screens)).toBe('Suspended. u undoes; it is under Lists');
    expect(screens.journal.events.slice(1)).toMatchObject([
      { type: 'flagged', items: ['truth'] },
      { type: 'buried', items: ['truth'] },
      { type: 'suspended', items: ['truth'], value: true },
    ]);
    await screens.press('S');
    expect(screens.journal.events.at(-1)).toMatchObject({ type: 'suspended', value: false });
    await screens.press('esc');
    expect(screens.frame()).toContain('A table is read 90 times');
  });
});

describe('a typed answer', () => {
  it('takes commands that begin with a colon, and shows the keys for a question mark', async () => {
    const screens = await openSession('quiz', ['text', 'truth']);
    await screens.press('?');
    expect(screens.shell.screen?.context).toBe('overlay');
    await screens.press('q');
    await screens.paste(':flag');
    await screens.press('enter');
    expect(types(screens)).toEqual(['flagged']);
    await screens.paste(':wq');
    await screens.press('enter');
    expect(message(screens)).toContain(':wq is none');
    await screens.press('ctrl-u');
    await screens.paste('\\:wq');
    await screens.press('enter');
    expect(below(screens)).toContain('you typed :wq');
    await screens.press('enter');
    expect(screens.frame()).toContain('A FIFO queue');
  });

  it('gives the command keys for one escape, and ends for the next', async () => {
    const screens = await openSession('quiz', ['text']);
    await screens.paste('visib');
    await screens.press('esc');
    expect(screens.shell.screen?.context).toBe('typed-commands');
    await screens.press('esc');
    expect(screens.shell.screen?.context).toBe('session-summary');
    await screens.press('p', 'i');
    await screens.paste('ility timeout');
    await screens.press('enter');
    expect(header(screens)).toContain('right ✓');
  });
});

describe('a key that means something elsewhere', () => {
  it('says so once', async () => {
    const screens = await openSession('cards', ['visibility']);
    await screens.press('x');
    expect(message(screens)).toBe('x strikes out an option; S suspends.');
    await screens.press('x');
    expect(message(screens)).toMatch(/^─+$/);
    expect(types(screens)).toEqual([]);
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

  it('keeps the question in sight after the answer, with the verdict in the title', async () => {
    const screens = await openSession('quiz', ['long'], { size: { columns: 60, rows: 16 } });
    await answer(screens);
    expect(header(screens)).toContain('quiz · wrong ✗');
    expect(below(screens)).toContain('you chose 2 · right is 1');
    for (const key of ['', 'down', 'page-down', 'page-down', 'page-down']) {
      if (key !== '') await screens.press(key);
      expect(line(screens, 3)).toContain('Sentence 1 of');
      expect(line(screens, 3)).toMatch(/…$/);
      expect(line(screens, 4)).toContain('Sentence 18 of');
    }
    await screens.press('v');
    expect(screens.frame()).toContain('Sentence 2 of');
  });
});

describe('keys', () => {
  it('take the wrong numbers for what they are', async () => {
    const screens = await openSession('quiz', ['single']);
    await screens.press('7');
    expect(message(screens)).toBe('Choose 1 to 4');
    await screens.press('enter');
    expect(header(screens)).toContain('quiz · right ✓');
    expect(below(screens)).toContain('you chose 1');
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
    await screens.press('esc', '2', 'enter', '1');
    expect(journal.events.at(-1)).toMatchObject({ type: 'answered', verdict: 'wrong', confidence: 'sure' });
    await screens.press('enter', 'd', 'enter');
    expect(journal.events.at(-1)).toMatchObject({ type: 'answered', confidence: 'unsure' });
    await screens.press('enter');
    expect(screens.frame()).toContain('Sure but wrong');
  });

  it('keep what was typed while the letters are commands', async () => {
    const screens = await openSession('quiz', ['text']);
    await screens.paste('visib');
    await screens.press('esc', 'f');
    expect(below(screens)).toContain('⚑');
    expect(header(screens)).toContain('keys · i back to typing');
    await screens.press('enter');
    await screens.paste('ility timeout');
    await screens.press('enter');
    expect(screens.journal.events.at(-1)).toMatchObject({ type: 'answered', verdict: 'correct' });
  });

  it('say that there is no calculator, rather than nothing', async () => {
    const screens = await openSession('quiz', ['truth']);
    await answer(screens);
    await screens.press('=');
    expect(message(screens)).toBe('No calculator works this out');
  });

  it('give up a missing answer with its reason', async () => {
    const screens = await openSession('quiz', ['multiple', 'match', 'text']);
    await screens.press('1', 'enter');
    expect(message(screens)).toBe('Select TWO: one is chosen');
    await screens.press('tab', '1', 'enter');
    expect(message(screens)).toBe('Two lines have no number yet');
    await screens.press('tab', 'enter');
    expect(message(screens)).toBe('Type an answer, or press tab to skip');
    expect(types(screens)).toEqual([]);
  });
});

describe('undo', () => {
  it.each([
    ['f', 'flagged', 'Undone: the flag on SQS'],
    ['b', 'buried', 'Undone: burying SQS'],
    ['S', 'suspended', 'Undone: suspending SQS'],
    ['tab', null, 'Undone: skipping SQS'],
  ])('takes back %s', async (key, type, told) => {
    const screens = await openSession('review', ['visibility', 'table']);
    await screens.press(key, 'u');
    expect(message(screens)).toBe(told);
    expect(screens.frame()).toContain('A worker takes 90 seconds');
    expect(types(screens)).toEqual(type === null ? [] : [type, 'undone']);
    expect(header(screens)).toContain('new 2');
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
    expect(screens.frame()).toContain('2 answered · 1 right · 1 wrong');
  });
});

describe('the summary', () => {
  it('shows what was wrong, looks at it, and asks it again by a key', async () => {
    const screens = await openSession('quiz', ['single', 'truth']);
    await answer(screens);
    await screens.press('enter', '1', 'enter', 'enter');
    expect(header(screens)).toMatch(/^ quiz · done/);
    expect(screens.frame()).toContain('2 answered · 1 right · 1 wrong');
    expect(screens.frame()).toMatch(/Wrong\n +✗ SQS +A table is read/);
    await screens.press('down', 'down', 'down', 'enter');
    expect(header(screens)).toContain('looking back 1 of 2');
    expect(screens.frame()).toContain('✗ 2 1 RCU');
    await screens.press('esc', 't');
    await expect.poll(() => header(screens)).toContain('redo');
    expect(screens.frame()).toContain('A table is read 90 times');
  });

  it('tells readiness before and after a quiz too, and an answer of the plan when it is due', async () => {
    const screens = await openSession('quiz', ['keys-q-1', 'tables-q-1'], studied(9));
    await screens.settle();
    await screens.press('2', 'enter');
    expect(screens.frame()).toMatch(/ due (?:tomorrow|\w+ \d+ \w+)/);
    await screens.press('enter', '2', 'enter', 'enter');
    await expect.poll(() => screens.frame()).toMatch(/2 answered .*readiness \d+-\d+ → \d+-\d+ %/);
    expect(screens.frame()).toMatch(/Continue {9}today's plan, \d+ min left/);
  });

  it('names no minutes that are left on the day of the exam', async () => {
    const source = studied(9);
    source.clock.at = Date.parse('2026-12-20T08:00:00Z');
    const screens = await openSession('quiz', ['keys-q-1'], source);
    await screens.press('2', 'enter', 'enter');
    expect(header(screens)).toMatch(/^ quiz · done/);
    expect(screens.frame()).not.toMatch(/min left|of 15 min/);
  });

  it('says that all was right, and offers nothing to redo', async () => {
    const screens = await openSession('quiz', ['truth']);
    await screens.press('1', 'enter', 'enter');
    expect(screens.frame()).toContain('All right.');
    expect(line(screens, -1)).not.toContain('redo');
    await screens.press('t');
    expect(message(screens)).toBe('Nothing was wrong');
  });

  it('is left by p while something is left: neither q nor esc costs anything', async () => {
    for (const key of ['q', 'esc']) {
      const screens = await openSession('quiz', ['truth', 'single']);
      await screens.press('1', 'enter', 'enter', '3', 'f');
      const before = screens.frame();
      await screens.press(key);
      expect(screens.shell.screen?.context).toBe('session-summary');
      await screens.press('p');
      expect(screens.frame().replace(/ ─+\n/, '')).toBe(before.replace(/ Flagged.*\n/, ''));
    }
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
