import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTerminal } from '../support/pty.ts';
import { LAUNCHER, makeTempDir, NODE, runStudy, startStudy } from '../support/run-study.ts';

let home = '';
beforeEach(() => {
  home = makeTempDir();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const events = async (): Promise<readonly { type: string; id: string }[]> => {
  const { stdout } = await runStudy(['export', 'progress', '--jsonl'], { home });
  const lines = stdout.split('\n').filter(line => line !== '');
  return lines.map(line => JSON.parse(line) as { type: string; id: string });
};

describe('Ctrl-C in a session', () => {
  it('in a terminal ends it with 130, and what was saved stays', async () => {
    const terminal = openTerminal(['quiz', 'sqs', '--plain', '--seed', '7', '--kind', 'single'], { home });
    await terminal.waitFor(/^Q 1\//m);
    terminal.send('1\r');
    await terminal.waitFor(/^saved /m);
    terminal.send('\u0003');
    expect((await terminal.ended).code).toBe(130);
    expect(terminal.text()).not.toMatch(/^\s+at /m);
    expect((await events()).map(({ type }) => type)).toEqual(['answered']);
  });

  it('leaves the terminal as it was: a shell goes on', async () => {
    const terminal = openTerminal(['-i'], { home, command: ['bash', '--norc'], env: { PS1: 'ready> ' } });
    await terminal.waitFor('ready> ');
    terminal.send(`${NODE} ${LAUNCHER} quiz sqs --plain\r`);
    await terminal.waitFor(/^Q 1\//m);
    terminal.send('\u0003');
    await terminal.waitFor(/ready> [^]*ready> $/);
    terminal.send('echo code $?\r');
    await terminal.waitFor(/^code 130$/m);
    terminal.send('exit\r');
    expect((await terminal.ended).code).toBe(0);
  });

  it('from outside does the same without a terminal', async () => {
    const session = startStudy(['review', '--plain'], { home });
    await session.waitFor(/^Q 1\//m);
    session.kill('SIGINT');
    expect(await session.ended).toMatchObject({ code: 130, stderr: '' });
  });
});
