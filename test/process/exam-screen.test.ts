import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { writeExamCourse } from '../support/exam-folder.ts';
import type { ScreenSession } from '../support/screen.ts';
import { KEYS, openStudy } from '../support/screen.ts';
import { screenTests } from '../support/screen-tests.ts';

const tests = screenTests();
const { events, types } = tests;

const course = writeExamCourse();
afterAll(() => rmSync(course, { recursive: true, force: true }));

const study = (...args: readonly string[]): ScreenSession =>
  tests.watch(openStudy([...args, '--course', course], { home: tests.home }));

describe('a mock exam on the screen', () => {
  it('is sat, reviewed on the grid, handed in after a yes, and reported', async () => {
    const session = study('exam', 'mock', '--seed', '3');
    await session.see('1 of 65');
    session.send('2');
    await session.see('(x) 2');
    session.send('f');
    await session.see('Flagged for review');
    session.send('\u001b[C');
    await session.see('2 of 65');
    session.send('x');
    await session.see('(-) 1');
    session.send('a');
    await session.see('1 answered · 64 blank · 1 flagged');
    session.send('17\r');
    await session.see('17 of 65');
    session.send('E');
    await session.see('1 answered · 64 blank · 1 flagged');
    session.send('n');
    await session.see('17 of 65');
    session.send('E');
    await session.see('Hand in?');
    session.send('y');
    await session.see('not a scaled score');
    session.send('n');
    await session.see(/^ \d+ {2}(?:wrong|blank)/m);
    session.send('q');
    expect((await session.terminal.ended).code).toBe(0);
    expect(await session.isAlternate()).toBe(false);
    expect(await session.text()).toContain('Next');
    expect(await types()).toEqual([
      'exam-started',
      'exam-answered',
      'exam-flagged',
      'exam-moved',
      'exam-struck',
      'exam-moved',
      'exam-ended',
    ]);
  });

  it('is open after Ctrl-C and after kill -9, and goes on at the same question with everything in it', async () => {
    const first = study('exam', 'mock', '--seed', '3');
    await first.see('1 of 65');
    first.send('2!');
    await first.see('Flagged for review');
    first.send(KEYS.ctrlC);
    expect((await first.terminal.ended).code).toBe(130);
    expect(await first.text()).toMatch(
      /still open: question 1, 64 of 65 blank, 1 flagged[^]*study exam --resume/,
    );

    const second = study('exam', '--resume');
    await second.see('(x) 2');
    await second.see('Resumed at question 1. The clock ran on');
    second.send('nn');
    await second.see('3 of 65');
    second.send('1');
    await second.see(/[([]x[)\]] 1/);
    second.terminal.kill('SIGKILL');
    expect((await second.terminal.ended).code).toBe(137);

    const third = study('exam', '--resume');
    await third.see('3 of 65');
    expect(await third.text()).toMatch(/[([]x[)\]] 1/);
    third.send('q');
    expect((await third.terminal.ended).code).toBe(0);
  });

  it('ends by itself when the time is up, although nobody presses a key', async () => {
    const session = study('exam', 'mock', '--seed', '3', '-n', '65', '--minutes', '0.05');
    await session.see('1 of 65');
    session.send('2');
    await session.see('not a scaled score');
    session.send('2');
    session.send('q');
    expect((await session.terminal.ended).code).toBe(0);
    const ended = (await events()).filter(({ type }) => type === 'exam-ended');
    expect(ended.map(({ reason }) => reason)).toEqual(['time']);
    expect((await types()).at(-1)).toBe('exam-ended');
  });

  it('stands still while a practice sitting is paused', async () => {
    const session = study('exam', 'mock', '--practice', '--seed', '3');
    await session.see('1 of 65');
    session.send('P');
    const paused = await session.see('Paused.');
    const clock = /(\d:\d\d:\d\d)/.exec(paused)?.[1] ?? 'none';
    await new Promise(resolve => setTimeout(resolve, 2200));
    expect(await session.text()).toContain(clock);
    session.send(' ');
    await session.see('( ) 1');
    session.send('q');
    expect((await session.terminal.ended).code).toBe(0);
  });

  it('is refused to a second terminal, which says where the first is', async () => {
    const first = study('exam', 'mock', '--seed', '3');
    await first.see('1 of 65');
    const second = study('exam', '--resume');
    expect((await second.terminal.ended).code).toBe(2);
    expect(await second.text()).toMatch(/open in another terminal: process \d+/);
    expect(await second.isAlternate()).toBe(false);
    first.send('2');
    await first.see('(x) 2');
    first.terminal.kill('SIGKILL');
    await first.terminal.ended;
    const third = study('exam', '--resume');
    await third.see('(x) 2');
  });
});
