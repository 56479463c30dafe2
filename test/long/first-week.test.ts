/**
 * The first weeks of a learner in a real terminal, with a moved clock: setup, placement, three days, a mock exam, a missed
 * day, the day of the exam and the one after it. `STUDY_FRAMES=DIR` keeps every frame in a file there, to be read.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/run-study.ts';
import type { ScreenSession } from '../support/screen.ts';
import { KEYS, openStudy } from '../support/screen.ts';
import { screenTests } from '../support/screen-tests.ts';

const tests = screenTests();
const CLOCK = join(ROOT, 'test', 'support', 'shift-clock.cjs');
const FOLDER = process.env['STUDY_FRAMES'];
const SIZE = { columns: 80, rows: 24 };

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

let count = 0;
/** Keeps a frame, and gives it back. */
const keep = (name: string, frame: string): string => {
  count++;
  if (FOLDER !== undefined) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(join(FOLDER, `${String(count).padStart(2, '0')}-${name}.txt`), `${frame}\n`);
  }
  return frame;
};

/** A frame that has stopped changing: figures come after the first one. */
const settled = async (session: ScreenSession): Promise<string> => {
  let before = '';
  const deadline = Date.now() + 30_000;
  for (let quiet = 0; quiet < 3;) {
    await pause(150);
    const now = await session.text();
    // A row that ends with an ellipsis by itself still waits for its figures.
    const isWaiting = / {2,}…$/m.test(now) && Date.now() < deadline;
    quiet = now === before && now.trim() !== '' && !isWaiting ? quiet + 1 : 0;
    before = now;
  }
  return before;
};

const press = async (session: ScreenSession, keys: string): Promise<string> => {
  const before = await session.text();
  session.send(keys);
  // A busy machine takes its time before it draws anything.
  for (let wait = 0; wait < 40 && (await session.text()) === before; wait++) await pause(100);
  return settled(session);
};

/** The program on a day, from its first frame; every frame names the day in its file. */
const onDay = async (
  date: string,
  use: (session: ScreenSession, first: string) => Promise<void>,
): Promise<void> => {
  const env = {
    NODE_OPTIONS: `--require ${CLOCK}`,
    STUDY_TEST_AT: String(Date.parse(`${date}T09:00:00Z`)),
    TZ: 'UTC',
  };
  const session = tests.watch(openStudy([], { home: tests.home, env, ...SIZE }));
  await session.see(/\? keys/, 120_000);
  await use(session, await settled(session));
  session.terminal.kill('SIGTERM');
  await session.terminal.ended;
};

/** Answers what is asked, right or wrong as it comes, and goes on to the next. */
const answer = async (session: ScreenSession, frame: string, nth: number): Promise<string> => {
  const footer = frame.trimEnd().split('\n').at(-1) ?? '';
  if (footer.includes('show answer')) return press(session, KEYS.enter);
  if (footer.includes('1-4 rate')) return press(session, nth % 3 === 0 ? '1' : '3');
  if (footer.includes('enter next') && !footer.includes('choose')) return press(session, KEYS.enter);
  if (footer.includes('esc keys')) return press(session, `4${KEYS.enter}`);
  if (/(?:Select|Choose|Which) (?:TWO|2)/i.test(frame)) return press(session, `12${KEYS.enter}`);
  if (footer.includes('pair')) return press(session, `1234${KEYS.enter}`);
  return press(session, `${(nth % 4) + 1}${KEYS.enter}`);
};

const study = async (session: ScreenSession, first: string, most: number): Promise<string> => {
  let frame = first;
  for (let step = 0; step < most && !/ · done/.test(frame.split('\n')[0] ?? ''); step++)
    frame = await answer(session, frame, Math.floor(step / 2));
  return frame;
};

/** What every frame must be: whole, with a footer that says the way out. */
const expectWhole = (frame: string): void => {
  expect(frame.trim()).not.toBe('');
  expect(frame).not.toMatch(/undefined|NaN|\[object|Infinity/);
};

describe('the first weeks of a learner', () => {
  it('lead from the first start to the day after the exam', async () => {
    const show = (name: string, frame: string): string => {
      expectWhole(frame);
      return keep(name, frame);
    };
    await onDay('2026-11-29', async (session, first) => {
      expect(show('sun-29-nov-exam', first)).toContain('Which exam are you preparing for?');
      await press(session, KEYS.enter);
      expect(show('sun-29-nov-date', await press(session, '20 dec'))).toContain('Sunday 20 December 2026');
      expect(show('sun-29-nov-minutes', await press(session, KEYS.enter))).toContain('minutes');
      expect(show('sun-29-nov-ready', await press(session, KEYS.enter))).toContain('Placement');
      let frame = show('sun-29-nov-placement', await press(session, KEYS.enter));
      frame = show('sun-29-nov-placement-answer', await answer(session, frame, 1));
      frame = await study(session, frame, 60);
      expect(show('sun-29-nov-placement-end', frame)).toContain('done');
      expect(show('sun-29-nov-home', await press(session, 'q'))).toContain('Readiness');
      expect(show('sun-29-nov-plan', await press(session, 'gp'))).toContain('20 Dec');
      show('sun-29-nov-readiness', await press(session, 'gr'));
    });
    await onDay('2026-11-30', async (session, first) => {
      expect(show('mon-30-nov-home', first)).toContain('Continue');
      let frame = show('mon-30-nov-review', await press(session, KEYS.enter));
      for (let step = 0; step < 8; step++)
        frame = show(`mon-30-nov-step-${step + 1}`, await answer(session, frame, step));
      frame = await study(session, frame, 24);
      expect(show('mon-30-nov-look-back', await press(session, 'p'))).toContain('looking back');
      await press(session, 'n');
      show('mon-30-nov-end', await press(session, 'q'));
      show('mon-30-nov-home-after', await press(session, 'q'));
    });
    await onDay('2026-12-01', async (session, first) => {
      show('tue-1-dec-home', first);
      let frame = show('tue-1-dec-quiz', await press(session, 't'));
      frame = show('tue-1-dec-quiz-answer', await answer(session, frame, 1));
      await press(session, 'w');
      show('tue-1-dec-remark', await press(session, 'Read the docs on this again.'));
      frame = show('tue-1-dec-remark-saved', await press(session, KEYS.enter));
      frame = await study(session, frame, 40);
      show('tue-1-dec-quiz-end', frame);
      show('tue-1-dec-lists', await press(session, 'gl'));
      show('tue-1-dec-look', await press(session, KEYS.enter));
      show('tue-1-dec-choose', await press(session, 'gc'));
      show('tue-1-dec-chosen', await press(session, KEYS.enter));
      show('tue-1-dec-notes', await press(session, 'go'));
      show('tue-1-dec-note', await press(session, KEYS.enter));
      show('tue-1-dec-settings', await press(session, ','));
      show('tue-1-dec-keys', await press(session, '?'));
    });
    await onDay('2026-12-02', async (session, first) => {
      show('wed-2-dec-home', first);
      show('wed-2-dec-mock-page', await press(session, 'm'));
      let frame = show('wed-2-dec-mock', await press(session, KEYS.enter));
      for (let step = 0; step < 14; step++) frame = await answer(session, frame, step);
      show('wed-2-dec-mock-going', frame);
      if (frame.includes('esc keys')) await press(session, KEYS.escape);
      show('wed-2-dec-mock-all', await press(session, 'a'));
      show('wed-2-dec-hand-in', await press(session, 'E'));
      expect(show('wed-2-dec-report', await press(session, 'y'))).toContain('report');
      show('wed-2-dec-report-wrong', await press(session, 'n'));
      show('wed-2-dec-report-all', await press(session, 'a'));
      await press(session, 'q');
      show('wed-2-dec-report-next', await press(session, KEYS.enter));
      await press(session, 'qq');
      show('wed-2-dec-exams', await press(session, 'ge'));
    });
    // Thursday is missed.
    await onDay('2026-12-04', async (session, first) => {
      show('fri-4-dec-home', first);
      show('fri-4-dec-plan', await press(session, 'gp'));
      show('fri-4-dec-stats', await press(session, 'gs'));
    });
    await onDay('2026-12-20', async (session, first) => {
      expect(show('sun-20-dec-home', first)).toContain('today');
      show('sun-20-dec-plan', await press(session, 'gp'));
    });
    await onDay('2026-12-21', async (session, first) => {
      expect(show('mon-21-dec-home', first)).toContain('How did it go?');
      show('mon-21-dec-passed', await press(session, KEYS.enter));
      show('mon-21-dec-score', await press(session, `78${KEYS.enter}`));
      show('mon-21-dec-next', await press(session, KEYS.enter));
    });
  });
});
