import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../../src/core/journal/event.ts';
import { memoryJournal, testClock } from '../../support/memory-journal.ts';
import { runSessionCommand } from '../../support/run-session.ts';
import { card, tinyCourse } from '../../support/tiny-course.ts';

const ONE = card('sqs-range', 'sqs', 'How long is a message hidden by default?');
const TWO = card('sqs~1-aaaa', 'sqs', 'How long is a mesage kept by default?');
const MENDED = card('sqs~1-bbbb', 'sqs', 'How long is a message kept by default?');

const begin = () => {
  const clock = testClock('2026-11-21T10:00:00Z');
  const journal = memoryJournal(clock.now);
  const run = (words: string, items = [ONE, TWO], ...lines: readonly string[]) =>
    runSessionCommand(words.split(' '), { course: tinyCourse({ items }), journal, clock, lines });
  const review = (item: string): EventBody => ({
    type: 'reviewed',
    mode: 'review',
    day: Math.floor(clock.at / 86_400_000),
    ratings: [{ item, rating: 'good', counted: true }],
    ms: 1,
    model: 'm',
  });
  const reps = (key: string): number => journal.progress('tiny').items.get(key)?.reps ?? 0;
  return { clock, journal, run, review, reps };
};

describe('study progress undo', () => {
  it('takes back the last answer, and passes over a relink, which is no act of the learner', async () => {
    const { run, reps } = begin();
    await run('review', [ONE, TWO], '', '4', '', '4');
    await run('review', [ONE, MENDED]);
    expect(reps(MENDED.key)).toBe(1);
    expect((await run('progress undo', [ONE, MENDED])).stdout).toBe(`undone ${MENDED.key}\n`);
    expect((await run('progress undo', [ONE, MENDED])).stdout).toBe(`undone ${ONE.key}\n`);
    const { code, stderr } = await run('progress undo', [ONE, MENDED]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('There is nothing to undo')]);
  });

  it('takes a relink back by its id, or by a key while nothing came after it', async () => {
    const { run, reps, journal } = begin();
    await run('review', [TWO], '', '4');
    await run('review', [MENDED]);
    expect((await run(`progress undo ${MENDED.key}`, [MENDED])).stdout).toContain(`undone ${TWO.key}\n`);
    expect([reps(TWO.key), reps(MENDED.key)]).toEqual([1, 0]);
    await run('review', [MENDED]);
    expect(journal.events.filter(({ type }) => type === 'relinked')).toHaveLength(1);
    const { code, stderr } = await run('progress undo nothing', [MENDED]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('Nothing that can be undone is called "nothing"'),
    ]);
  });

  it('takes back a reset, and what was forgotten is there again', async () => {
    const { run, reps, journal } = begin();
    await run('review', [ONE, TWO], '', '4', '', '4');
    for (const items of [[ONE.key], null]) {
      journal.append('tiny', { type: 'reset', items });
      expect(reps(ONE.key)).toBe(0);
      const { stdout } = await run('progress undo');
      expect(stdout).toBe(items === null ? 'undone reset everything\n' : `undone reset ${ONE.key}\n`);
      expect([reps(ONE.key), reps(TWO.key)]).toEqual([1, 1]);
    }
  });

  it('takes back every part of a reset of more items than one record names', async () => {
    const { run, journal, review } = begin();
    const keys = Array.from({ length: 5001 }, (_, i) => `k${i}`);
    for (const key of ['k0', 'k5000']) journal.append('tiny', review(key));
    journal.append('tiny', { type: 'reset', items: keys.slice(0, 5000) });
    journal.append('tiny', { type: 'reset', items: keys.slice(5000) });
    expect(journal.progress('tiny').items.size).toBe(0);
    await run('progress undo');
    expect(journal.progress('tiny').items.size).toBe(2);
  });

  it("leaves another device's later answer alone, says so, and takes it back by its id", async () => {
    const { run, reps, journal, review, clock } = begin();
    journal.append('tiny', review(ONE.key));
    clock.pass(1);
    const theirs = journal.add('tiny', review(TWO.key), clock.at, 'laptop');
    const { stdout } = await run('progress undo');
    expect(stdout).toBe(
      `undone ${ONE.key}\n` +
        `Left alone: reviewed good ${TWO.key} of device laptop, which came later.\n` +
        `To take that back: study progress undo ${theirs.id}\n`,
    );
    expect([reps(ONE.key), reps(TWO.key)]).toEqual([0, 1]);
    const { code, stderr } = await run('progress undo');
    expect([code, stderr]).toEqual([2, expect.stringContaining('the last act is of device laptop')]);
    await run(`progress undo ${theirs.id}`);
    expect(reps(TWO.key)).toBe(0);
  });

  it('lists each act with its rating, its device and its id, the newest first', async () => {
    const { run, journal, review, clock } = begin();
    const mine = journal.append('tiny', review(ONE.key));
    clock.pass(1);
    const theirs = journal.add('tiny', review(TWO.key), clock.at, 'laptop');
    const reset = journal.append('tiny', { type: 'reset', items: [ONE.key, TWO.key, 'c', 'd', 'e'] });
    const { stdout } = await run('progress undo --list');
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map(line => line.split(/ {2,}/));
    expect(rows).toEqual([
      ['2026-11-21T10:01', 'reset', `${ONE.key}, ${TWO.key}, c and 2 more`, 'this device', reset.id],
      ['2026-11-21T10:01', 'reviewed', 'good', TWO.key, 'device laptop', theirs.id],
      ['2026-11-21T10:00', 'reviewed', 'good', ONE.key, 'this device', mine.id],
    ]);
    const json = JSON.parse((await run('progress undo --list --json')).stdout) as unknown;
    expect(json).toMatchObject({
      device: 'me',
      acts: [{ id: reset.id, count: 5, rating: null }, { device: 'laptop', rating: 'good' }, { id: mine.id }],
    });
  });

  it('is not done by :u in a session to a reset, nor to what the reset forgot', async () => {
    const { run, journal, reps } = begin();
    await run('review', [ONE], '', '4');
    journal.append('tiny', { type: 'reset', items: [ONE.key] });
    expect((await run('review', [ONE], ':u')).stdout).toContain('nothing to undo');
    expect(reps(ONE.key)).toBe(0);
  });
});
