import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTerminal } from '../support/pty.ts';
import { LAUNCHER, NODE, runStudy } from '../support/run-study.ts';
import type { ScreenSession } from '../support/screen.ts';
import { KEYS, openStudy, pasted, watchScreen } from '../support/screen.ts';
import { screenTests } from '../support/screen-tests.ts';

const tests = screenTests();
const { types, watch } = tests;

const study = (
  args: readonly string[],
  options: Parameters<typeof openStudy>[1] = { home: tests.home },
): ScreenSession => watch(openStudy(args, options));

/** An interactive shell in which the program is started as a learner would. */
const shell = (command: string): ScreenSession => {
  const terminal = openTerminal(['-i'], {
    home: tests.home,
    command: ['bash', '--norc'],
    env: { PS1: 'ready> ' },
  });
  const session = watch(watchScreen(terminal));
  terminal.send(`${NODE} ${LAUNCHER} ${command}\r`);
  return session;
};

/** The normal screen is back, with its cursor and its paste. */
const expectNormal = async (session: ScreenSession): Promise<void> => {
  expect(await session.isAlternate()).toBe(false);
  expect(session.isCursorHidden()).toBe(false);
  const raw = session.terminal.raw();
  expect(raw.lastIndexOf('\u001b[?2004l')).toBeGreaterThan(raw.lastIndexOf('\u001b[?2004h'));
};

describe('the screens', () => {
  it('show today, go where a key leads, and leave the shell as it was', async () => {
    await runStudy(['setup', '--exam', 'dva-c03', '--minutes', '30'], { home: tests.home });
    const session = study([]);
    const seen = await session.see('enter start');
    expect(await session.isAlternate()).toBe(true);
    expect(seen).toContain('Today       0 of 30 min');
    expect(seen.split('\n')).toHaveLength(24);
    expect((await session.lines()).at(-1)).toBe('');
    session.send('?');
    await session.see('Leave the program');
    session.send('q');
    await session.see('enter start');
    session.send('q');
    expect((await session.terminal.ended).code).toBe(0);
    await expectNormal(session);
  });

  it('review cards: the answer, a rating, the summary on the normal screen', async () => {
    const session = study(['review', 'sqs', '-n', '2']);
    await session.see('enter show answer');
    session.send(' ');
    await session.see(/1 again +2 hard +3 good +4 easy/);
    session.send('3');
    await session.see(/enter show answer[^]*|1-9 choose|enter answer/);
    session.send('q');
    await session.see('1 answered · 1 right');
    session.send('q');
    expect((await session.terminal.ended).code).toBe(0);
    await expectNormal(session);
    expect(await session.text()).toContain('Summary: 1 of 1 correct');
    expect(await types()).toEqual(['reviewed']);
  });

  it('quiz: choose, read why, take it back, answer again', async () => {
    const session = study(['quiz', 'sqs', '-n', '3', '--seed', '7', '--kind', 'single']);
    await session.see('1 of 3');
    session.send('2');
    await session.see('> 2 ');
    session.send(KEYS.enter);
    await session.see(/you chose \d/);
    expect(await types()).toEqual(['answered']);
    session.send('u');
    await session.see('Undone');
    session.send(`1${KEYS.enter}`);
    await session.see(/you chose \d/);
    session.send(KEYS.enter);
    await session.see('2 of 3');
    session.send('qq');
    expect((await session.terminal.ended).code).toBe(0);
    expect(await types()).toEqual(['answered', 'undone', 'answered']);
  });

  it('take many keys that arrive at once, and lose none', async () => {
    const session = study(['cards', 'sqs', '-n', '5', '--seed', '1']);
    await session.see('enter show answer');
    session.send(' 3 3 3 3 3');
    await session.see('5 answered · 5 right');
    session.send('q');
    expect((await session.terminal.ended).code).toBe(0);
    expect(await types()).toEqual(Array.from({ length: 5 }, () => 'reviewed'));
  });

  it('take a paste for text, never for keys', async () => {
    const session = study(['quiz', '-n', '1', '--seed', '3', '--kind', 'text']);
    await session.see('esc keys');
    session.send(pasted('qqq\n\u0003語'));
    await session.see('qqq �語');
    session.send(KEYS.backspace);
    await session.see(/> qqq �$/m);
    session.send(KEYS.enter);
    await session.see('yours');
    session.send('qq');
    expect((await session.terminal.ended).code).toBe(0);
    const cards = study(['cards', 'sqs', '-n', '1']);
    await cards.see('enter show answer');
    cards.send(pasted(' 1'));
    cards.send('!');
    await cards.see('Flagged');
    expect(await cards.text()).not.toContain('1 again');
  });

  it('end at Ctrl-C with 130, what was answered on the disk and told', async () => {
    const session = study(['cards', 'sqs', '-n', '3']);
    await session.see('enter show answer');
    session.send(' 3');
    await session.see('2 of 3');
    session.send(KEYS.ctrlC);
    expect((await session.terminal.ended).code).toBe(130);
    await expectNormal(session);
    expect(await session.text()).toContain('Summary: 1 of 1 correct');
    expect(await types()).toEqual(['reviewed']);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('give the terminal back at %s', async (signal, code) => {
    const session = study(['cards', 'sqs', '-n', '3']);
    await session.see('enter show answer');
    session.terminal.kill(signal);
    expect((await session.terminal.ended).code).toBe(code);
    await expectNormal(session);
  });

  it('go to sleep at Ctrl-Z and are there again after fg', async () => {
    const session = shell('cards sqs -n 3 --seed 2');
    await session.see('enter show answer');
    const before = await session.text();
    session.send(KEYS.ctrlZ);
    await session.see(/Stopped/);
    expect(await session.isAlternate()).toBe(false);
    session.send('echo still here\r');
    await session.see(/^still here$/m);
    session.send('fg\r');
    await session.see('enter show answer');
    expect(await session.text()).toBe(before);
    session.send(' ');
    await session.see('1 again');
    session.send('qq');
    await session.see(/Summary: nothing answered[^]*^ready>$/m);
  });

  it('are there again at once where no shell could bring them back', async () => {
    const session = study(['cards', 'sqs', '-n', '3', '--seed', '2']);
    await session.see('enter show answer');
    session.send(KEYS.ctrlZ);
    await session.terminal.waitFor(/enter show answer[^]*enter show answer/);
    session.send(' ');
    await session.see('1 again');
  });

  it('follow the size of the terminal in the middle of everything', async () => {
    const session = study(['quiz', 'sqs', '-n', '3', '--seed', '7', '--kind', 'single']);
    await session.see('1 of 3');
    for (const [columns, rows] of [
      [120, 40],
      [60, 16],
      [200, 50],
      [61, 17],
      [80, 24],
    ] as const) {
      session.resize(columns, rows);
      await session.see(new RegExp(`^ (?=.{${columns - 2}}$)─+(?: [\\d↑↓ ]+ ──)?$`, 'm'));
      const lines = await session.lines();
      expect(lines.filter(line => line.includes('1 of 3'))).toHaveLength(1);
      expect(lines.at(-1)).toBe('');
      expect(lines.at(-2)).toContain('q end');
    }
    session.send('2');
    await session.see('> 2 ');
  });

  it('ask for more room in a tiny window, and lose nothing', async () => {
    const session = study(['cards', 'sqs', '-n', '3'], { home: tests.home, columns: 59, rows: 15 });
    await session.see('Needs 60x16, this is 59x15');
    // Ctrl-L draws anew: by then the keys before it have been read.
    session.send(' 3\u000c');
    await session.terminal.waitFor(/Needs[^]*Needs/);
    session.resize(80, 24);
    await session.see('1 of 3');
    expect(await types()).toEqual([]);
    session.send(' ');
    await session.see('1 again');
    session.resize(20, 3);
    await session.see('Needs 60x16');
    session.resize(80, 24);
    await session.see('1 again');
    session.resize(20, 3);
    await session.see('Needs 60x16');
    session.send(KEYS.ctrlC);
    expect((await session.terminal.ended).code).toBe(130);
    await expectNormal(session);
  });

  it.each([
    ['NO_COLOR', { NO_COLOR: '1' }, []],
    ['--no-color', {}, ['--no-color']],
  ] as const)('have no colours with %s, and say everything in words', async (_, env, flags) => {
    const session = study([...flags, 'quiz', 'sqs', '-n', '1', '--seed', '7', '--kind', 'single'], {
      home: tests.home,
      env,
    });
    await session.see('1 of 1');
    session.send(`1${KEYS.enter}`);
    await session.see('right is');
    // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
    expect(session.terminal.raw()).not.toMatch(/\u001b\[[\d;]*m/);
    expect(await session.text()).toMatch(/· (?:right|wrong)/);
  });

  it('draw with ASCII where the locale has nothing else', async () => {
    const session = study([], { home: tests.home, env: { LANG: 'C' } });
    await session.see('enter choose');
    const lines = await session.lines();
    expect(lines.slice(0, 2).join('') + lines.slice(-4).join('')).toMatch(/^[\u0020-\u007e]*$/);
  });

  it('draw although CI and DEV are set', async () => {
    const session = study([], { home: tests.home, env: { CI: 'true', DEV: 'true' } });
    await session.see('enter choose');
  });

  it('leave everything that was answered on the disk at kill -9', async () => {
    const session = study(['cards', 'sqs', '-n', '9']);
    await session.see('enter show answer');
    session.send(' 3 3 3');
    await session.see('4 of 9');
    session.terminal.kill('SIGKILL');
    expect((await session.terminal.ended).code).toBe(137);
    expect(await types()).toEqual(['reviewed', 'reviewed', 'reviewed']);
    const again = study(['cards', 'sqs', '-n', '9']);
    await again.see('1 of 9');
  });

  it('open the editor, show the change and keep the place', async () => {
    const folder = mkdtempSync(join(tests.home, 'course-'));
    mkdirSync(join(folder, 'content', 'area'), { recursive: true });
    const note = join(folder, 'content', 'area', 'sqs.md');
    const text =
      '---\ntitle: SQS\n---\n\n## Cards\n\nQ: How long is a mesage hidden? ^sqs-hidden\nA: 30 seconds.\n';
    writeFileSync(note, text);
    writeFileSync(join(folder, 'content', 'course.yaml'), 'id: own\ntitle: Own\n');
    const editor = join(tests.home, 'editor.sh');
    writeFileSync(
      editor,
      '#!/bin/sh\necho editing "$@"\nfor file; do :; done\nsed -i s/mesage/message/ "$file"\n',
      { mode: 0o755 },
    );
    const session = study(['--course', folder, 'review'], { home: tests.home, env: { VISUAL: editor } });
    await session.see('How long is a mesage hidden?');
    session.send('e');
    await session.see('How long is a message hidden?');
    expect(await session.isAlternate()).toBe(true);
    session.send(' ');
    await session.see('30 seconds');
    session.send('3');
    await session.see(/Summary|in \d+ min|1 of|2 of/);
    expect(readFileSync(note, 'utf8')).toContain('message');
    expect(session.terminal.text()).toContain('editing');
  });

  it('say how the shipped course is edited, and start no editor for it', async () => {
    const session = study(['cards', 'sqs', '-n', '1'], { home: tests.home, env: { VISUAL: 'false' } });
    await session.see('enter show answer');
    session.send('e');
    await session.see('The shipped course is not edited in place');
    expect(await session.isAlternate()).toBe(true);
  });

  it('are sentences in lines for a screen reader, by environment or by setting', async () => {
    const spoken = openTerminal(['cards', 'sqs', '-n', '1'], {
      home: tests.home,
      env: { STUDY_ACCESSIBLE: '1' },
    });
    await spoken.waitFor(/^Card 1 of 1\./m);
    expect(spoken.raw()).not.toContain('\u001b[?1049h');
    spoken.send('\u0004');
    expect((await spoken.ended).code).toBe(0);
    await runStudy(['config', 'set', 'accessible', 'true'], { home: tests.home });
    const set = openTerminal(['cards', 'sqs', '-n', '1'], { home: tests.home });
    await set.waitFor(/^Card 1 of 1\./m);
    expect(set.raw()).not.toContain('\u001b[?1049h');
    set.send('\u0004');
    expect((await set.ended).code).toBe(0);
  });
});
