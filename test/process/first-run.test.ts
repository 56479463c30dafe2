import { describe, expect, it } from 'vitest';
import { runStudy } from '../support/run-study.ts';
import type { ScreenSession } from '../support/screen.ts';
import { KEYS, openStudy } from '../support/screen.ts';
import { screenTests } from '../support/screen-tests.ts';

const tests = screenTests();
const study = (options: object = {}): ScreenSession =>
  tests.watch(openStudy([], { home: tests.home, ...options }));

const settings = async (): Promise<Readonly<Record<string, string>>> => {
  const { stdout } = await runStudy(['config', '--json'], { home: tests.home });
  const { settings: rows } = JSON.parse(stdout) as { settings: readonly { key: string; value: string }[] };
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
};

describe('the first start', () => {
  it('asks three questions, saves each, and leads to the placement; the next start is Home', async () => {
    const session = study();
    await session.see('Which exam are you preparing for?');
    session.send(KEYS.enter);
    await session.see('When is your exam?');
    session.send('in 8 weeks');
    await session.see(/in 56 days/);
    session.send(KEYS.enter);
    await session.see('How many minutes a day can you study?');
    session.send(`\u001b[C${KEYS.down} ${KEYS.enter}`);
    await session.see('> Placement');
    session.send(KEYS.enter);
    await session.see('of 20');
    session.terminal.kill('SIGTERM');
    await session.terminal.ended;
    expect(await settings()).toMatchObject({
      exam: 'dva-c03',
      minutesPerDay: '45',
      daysOff: 'mon',
      plan: 'on',
    });
    const again = study();
    await again.see('enter start');
    expect(await again.text()).toMatch(/Exam +DVA-C03/);
    again.send('q');
    expect((await again.terminal.ended).code).toBe(0);
  });

  it('lets all of it be skipped with one key, and sets nothing', async () => {
    const session = study();
    await session.see('Which exam are you preparing for?');
    session.send('q');
    await session.see('enter start');
    expect(await session.text()).toContain('none set; enter chooses one');
    session.send('q');
    await session.see('q again leaves study');
    session.send('q');
    expect((await session.terminal.ended).code).toBe(0);
    expect(await tests.types()).toEqual([]);
  });

  it('is never in front of another command, nor asked again after an answer', async () => {
    await runStudy(['cards', 'sqs', '-n', '1', '--plain'], { home: tests.home, input: '\n3\n' });
    const session = study();
    await session.see('enter start');
  });
});

describe('a terminal that says its background', () => {
  const env = { TERM: 'xterm-256color', NO_COLOR: '', FORCE_COLOR: '1' };
  const isBlue = (session: ScreenSession): boolean => session.terminal.raw().includes('\u001b[34m');

  it('is asked after the first frame, redrawn by its answer, and known at the next start', async () => {
    await runStudy(['config', 'set', 'plan', 'off'], { home: tests.home });
    const session = study({ env });
    await session.see('enter start');
    await expect.poll(() => session.terminal.raw()).toContain('\u001b]11;?\u001b\\\u001b[c');
    const raw = session.terminal.raw();
    expect(raw.indexOf('enter')).toBeLessThan(raw.indexOf('\u001b]11;?'));
    expect(isBlue(session)).toBe(false);
    session.send('\u001b]11;rgb:ffff/ffff/ffff\u001b\\\u001b[?62;22c');
    await expect.poll(() => isBlue(session)).toBe(true);
    session.send('q');
    expect((await session.terminal.ended).code).toBe(0);
    const again = study({ env });
    await again.see('enter start');
    expect(isBlue(again)).toBe(true);
  });

  it('gets nothing of an answer that comes late: the program waits for the fence before it ends', async () => {
    await runStudy(['config', 'set', 'plan', 'off'], { home: tests.home });
    const session = study({ env });
    await expect.poll(() => session.terminal.raw()).toContain('\u001b]11;?');
    session.send('q');
    session.send('\u001b]11;rgb:0000/0000/0000\u001b\\\u001b[?62;22c');
    const { code } = await session.terminal.ended;
    expect(code).toBe(0);
    expect(session.terminal.raw()).not.toContain('rgb:0000');
  });

  it('is not asked without colors', async () => {
    await runStudy(['config', 'set', 'plan', 'off'], { home: tests.home });
    const session = study({ env: { TERM: 'xterm-256color', NO_COLOR: '1' } });
    await session.see('enter start');
    session.send('q');
    await session.terminal.ended;
    expect(session.terminal.raw()).not.toContain('\u001b]11;?');
  });
});
