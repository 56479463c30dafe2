import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTerminal } from '../support/pty.ts';
import { LAUNCHER, NODE } from '../support/run-study.ts';
import type { ScreenSession } from '../support/screen.ts';
import { KEYS, openStudy, watchScreen } from '../support/screen.ts';
import { screenTests } from '../support/screen-tests.ts';
import { writeStreamsCourse } from '../support/streams-course.ts';

const tests = screenTests();
let course = '';
beforeAll(() => {
  course = writeStreamsCourse();
});
afterAll(() => rmSync(course, { recursive: true, force: true }));

const study = (...args: readonly string[]): ScreenSession =>
  tests.watch(openStudy([...args, '--course', course], { home: tests.home }));

/** Sends a key, again and again where it may have been read together with what came before it, until it has worked. */
const sendUntilEnded = async (session: ScreenSession, key: string): Promise<number> => {
  const deadline = performance.now() + 10_000;
  for (;;) {
    session.send(key);
    const soon = new Promise<null>(resolve => setTimeout(() => resolve(null), 50));
    const end = await Promise.race([session.terminal.ended, soon]);
    if (end !== null) return end.code;
    if (performance.now() > deadline) throw new Error('It takes no key any more');
  }
};

const CARDS = ['cards', '-n', '3', '--in-order'] as const;
const PICK = ['quiz', '--kind', 'single', '-n', '1'] as const;
const SAY = ['quiz', '--kind', 'text', '-n', '1'] as const;

/** What terminals and multiplexers say when they are asked, or when a mouse moves. */
const REPLIES: readonly string[] = [
  '\u001b]11;rgb:1e1e/1e1e/2e2e\u001b\\',
  '\u001b]10;rgb:8f8f/f5f5/8686\u0007',
  '\u001b]4;1;rgb:1111/2222/3333\u0007',
  '\u001b]52;c;MSAyIDMgeQ==\u001b\\',
  '\u001bP>|tmux 3.4\u001b\\',
  '\u001bP1$r0m\u001b\\',
  '\u001b_Gi=31;OK\u001b\\',
  '\u001b^y 1 2 3\u001b\\',
  '\u001bXy 1 2 3\u001b\\',
  '\u001b[M !!',
  '\u001b[<0;10;10M\u001b[<0;10;10m',
  '\u001b[32;10;10M',
  '\u001b[?62;22c\u001b[>0;276;0c\u001b[24;80R\u001b[I\u001b[O',
  '\u001b[?1u\u001b[>4;2m\u001b[27;5;99~',
];

describe('what a terminal reports by itself', () => {
  it.each<readonly [string, readonly string[], readonly string[], string | RegExp]>([
    ['the first page', [], [], 'enter choose'],
    ['a card that is asked', CARDS, [], 'enter show answer'],
    ['a card that is rated', CARDS, [' '], /1 again +2 hard/],
    ['a question', PICK, [], 'Pick the right one'],
    ['an exam', ['exam', 'mock'], [], '1 of 2'],
    ['a note', ['notes', 'alpha'], [], 'A line of the note'],
  ])('changes nothing on %s and records nothing', async (_, args, keys, seen) => {
    const session = study(...args);
    await session.see(args.length === 0 ? 'enter choose' : /1 of|Queues/);
    for (const key of keys) session.send(key);
    await session.see(seen);
    // The time of an exam stands in the first line.
    const shown = async (): Promise<readonly string[]> => (await session.lines()).slice(1);
    const before = await shown();
    for (const reply of REPLIES) session.send(reply);
    // By the time this key has worked, all that came before it was read.
    session.send('?');
    await session.see(/^ keys /m);
    session.send('q');
    await expect.poll(shown, { timeout: 10_000 }).toEqual(before);
    const recorded = await tests.types();
    expect(recorded.filter(type => type !== 'exam-started')).toEqual([]);
  });

  it('is no text where text is typed', async () => {
    const session = study(...SAY);
    await session.see('Say hello');
    session.send('he');
    await session.see('> he');
    for (const reply of REPLIES) session.send(reply);
    session.send('llo');
    await session.see(/> hello\s*$/m);
  });

  it('takes no Ctrl-C with it when its end is lost', async () => {
    const session = study(...PICK);
    await session.see('Pick the right one');
    session.send('\u001b]11;rgb:1e1e');
    expect(await sendUntilEnded(session, KEYS.ctrlC)).toBe(130);
  });
});

describe('a paste whose end is lost', () => {
  it.each([
    ['a text question', SAY, 'Say hello'],
    ['a choice', PICK, 'Pick the right one'],
    ['the first page', [], 'enter choose'],
  ] as const)('leaves Ctrl-C to %s', async (_, args, seen) => {
    const session = study(...args);
    await session.see(seen);
    session.send('\u001b[200~hello');
    expect(await sendUntilEnded(session, KEYS.ctrlC)).toBe(130);
  });

  it('ends by itself: its text arrives, and keys are keys again', async () => {
    const session = study(...SAY);
    await session.see('Say hello');
    session.send('\u001b[200~hell');
    await session.see('> hell');
    session.send('o');
    await session.see('> hello');
    session.send(KEYS.enter);
    await session.see('yours');
    expect(await tests.types()).toEqual(['answered']);
  });
});

describe('what the shell had printed', () => {
  it.each([
    ['a note', ['notes', 'alpha']],
    ['a question', PICK],
    ['the first page', []],
  ] as const)('is not erased by %s at any size', async (_, args) => {
    const session = study(...args);
    await session.see(/enter choose|1 of 1|Queues/);
    for (const [columns, rows] of [
      [80, 20],
      [60, 16],
      [59, 15],
      [20, 3],
      [8, 1],
      [120, 40],
      [120, 17],
    ] as const) {
      session.resize(columns, rows);
      const rule = new RegExp(`^ (?=.{${columns - 2}}$)─+`, 'm');
      if (columns >= 60 && rows >= 16) await session.see(rule);
      else if (columns >= 20) await session.see('Needs 60x16');
      expect((await session.lines()).length).toBe(rows);
    }
    expect(session.terminal.raw()).toContain('\u001b[2J');
    expect(session.terminal.raw()).not.toContain('\u001b[3J');
  });
});

describe('the size of the terminal', () => {
  it('is the one it has now when fg brings the program back', async () => {
    const terminal = openTerminal(['-i'], {
      home: tests.home,
      command: ['bash', '--norc'],
      env: { PS1: 'ready> ' },
      columns: 100,
    });
    const session = tests.watch(watchScreen(terminal, { columns: 100 }));
    terminal.send(`${NODE} ${LAUNCHER} notes alpha --course ${course}\r`);
    await session.see(/^ ─{98}/m);
    session.send(KEYS.ctrlZ);
    await session.see('Stopped');
    session.resize(70, 20);
    session.send('fg\r');
    await session.see(/^ ─{68}(?:$| )/m);
    const lines = await session.lines();
    expect(lines[0]).toContain('Queues');
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(70);
    session.send('q');
    await session.see('ready>');
  });

  it('is read, and the screen drawn, when the program goes on after it was stopped from outside', async () => {
    const session = study('notes', 'alpha');
    await session.see(/^ ─{78}/m);
    session.terminal.kill('SIGSTOP');
    session.resize(70, 20);
    session.terminal.kill('SIGCONT');
    await session.see(/^ ─{68}(?:$| )/m);
    expect((await session.lines())[0]).toContain('Queues');
    session.send('q');
    expect((await session.terminal.ended).code).toBe(0);
  });

  it('does not matter to a program that is asked to stop where nobody could bring it back', async () => {
    const session = study('notes', 'alpha');
    await session.see('A line of the note');
    session.terminal.kill('SIGTSTP');
    // It gives the terminal back, finds that nothing stops it, and takes it again.
    await expect
      .poll(() => session.terminal.raw().split('\u001b[?1049h').length, { timeout: 10_000 })
      .toBe(3);
    await session.see('A line of the note');
    expect(await session.isAlternate()).toBe(true);
  });
});
