import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TerminalSession } from '../support/pty.ts';
import { PATIENCE } from '../support/patience.ts';
import { openTerminal } from '../support/pty.ts';
import { makeTempDir, runStudy } from '../support/run-study.ts';
import { makeTextCourse } from '../support/text-course.ts';

const home = makeTempDir('study-pager');
const folder = join(home, 'course');

beforeAll(async () => {
  mkdirSync(folder);
  await makeTextCourse(folder);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const ARGS = ['notes', 'sqs', '--plain', '--course', folder] as const;

describe('a note in a terminal, as plain lines', () => {
  it('is paged by less, in colours, to the end of which it takes a q', async () => {
    const terminal = openTerminal(ARGS, { home, rows: 10, env: { PAGER: 'less' } });
    await terminal.waitFor('A queue keeps messages.');
    expect(terminal.raw()).toContain('\u001b[1m');
    expect(terminal.text()).not.toContain('ESC[');
    expect(terminal.text()).not.toContain('Sources');
    terminal.send('G');
    await terminal.waitFor('https://example.com/sqs');
    terminal.send('q');
    expect((await terminal.ended).code).toBe(0);
  });

  it('leaves Ctrl-C to the pager', async () => {
    const terminal = openTerminal(ARGS, { home, rows: 10, env: { PAGER: 'less' } });
    await terminal.waitFor('A queue keeps messages.');
    terminal.send('\u0003');
    // less throws away keys that come with the interrupt, and does not say when it is done with it.
    await expect
      .poll(
        () => {
          terminal.send('G');
          return terminal.raw();
        },
        { timeout: PATIENCE, interval: 200 },
      )
      .toContain('https://example.com/sqs');
    terminal.send('q');
    expect((await terminal.ended).code).toBe(0);
  });

  it('that fits the screen ends by itself', async () => {
    const terminal = openTerminal(['notes', 'sqs#visibility-timeout', '--plain', '--course', folder], {
      home,
      rows: 24,
    });
    await terminal.waitFor('study notes sqs');
    expect((await terminal.ended).code).toBe(0);
  });

  it('is printed where there is no less', async () => {
    const terminal = openTerminal(ARGS, { home, rows: 10, env: { PATH: '/nowhere' } });
    await terminal.waitFor('https://example.com/sqs');
    expect((await terminal.ended).code).toBe(0);
  });
});

describe('in a terminal', () => {
  const open = (...args: string[]): TerminalSession => openTerminal([...args, '--course', folder], { home });

  it('a note is shown on a screen, which q leaves', async () => {
    const terminal = open('notes', 'sqs#visibility-timeout');
    await terminal.waitFor('A received message is hidden');
    expect(terminal.text()).toContain('A received message is hidden');
    terminal.send('q');
    expect((await terminal.ended).code).toBe(0);
  });

  it('the notes are listed on a screen', async () => {
    const terminal = open('notes');
    await terminal.waitFor('/ filter');
    terminal.send('q');
    expect((await terminal.ended).code).toBe(0);
  });

  it('a search is a screen, with words and without', async () => {
    const terminal = open('search', 'visibility', 'timeout');
    await terminal.waitFor('next kind');
    terminal.send('q');
    expect((await terminal.ended).code).toBe(0);
    const empty = open('search');
    await empty.waitFor('Type what you look for');
    empty.send('hidden');
    await empty.waitFor('A received message is hidden');
    empty.send('\u001b');
    expect((await empty.ended).code).toBe(0);
  });

  it('what does not exist is told on the normal screen', async () => {
    const terminal = open('notes', 'nowhere');
    await terminal.waitFor('There is no topic "nowhere"');
    expect((await terminal.ended).code).toBe(2);
    expect(terminal.raw()).not.toContain('\u001b[?1049h');
  });
});

describe('a note in a pipe', () => {
  it('has no styles and no pager', async () => {
    const { code, stdout, stderr } = await runStudy(ARGS, { home, env: { STUDY_PAGER: '/nowhere/pager' } });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('Sources\nhttps://example.com/sqs\n');
  });
});
