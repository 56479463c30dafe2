import { describe, expect, it } from 'vitest';
import { isBehind, isDoubtful, isImpossible } from '../../../src/core/journal/clock-doubt.ts';
import type { EventBody, JournalEvent } from '../../../src/core/journal/event.ts';
import { fold } from '../../../src/core/fold/fold.ts';
import type { ItemProgress } from '../../../src/core/journal/progress.ts';
import { reviewed } from '../../support/homes.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 30, 12);

let count = 0;
const event = (at: number, body: EventBody, more: Partial<JournalEvent> = {}): JournalEvent =>
  ({
    v: 1,
    id: `aa-${String(count++).padStart(4, '0')}`,
    lc: at,
    at,
    tz: 0,
    course: 'cloud',
    ...more,
    ...body,
  }) as JournalEvent;
const rating = (at: number, more: Partial<JournalEvent> = {}): JournalEvent =>
  event(at, reviewed('a', Math.floor(at / DAY), 'easy'), more);
const item = (events: readonly JournalEvent[], now = NOW): ItemProgress | undefined =>
  fold(events, { course: 'cloud', now }).items.get('a');

describe('a record', () => {
  it('is doubtful where it lies before any version, or far behind what its device had seen', () => {
    expect(isImpossible({ at: 0 })).toBe(true);
    expect(isImpossible({ at: NOW })).toBe(false);
    expect(isBehind({ at: NOW, lc: NOW + 30 * HOUR })).toBe(false);
    expect(isBehind({ at: NOW - 400 * DAY, lc: NOW })).toBe(true);
    expect(isBehind({ at: NOW, lc: NOW, seen: NOW + 49 * HOUR })).toBe(true);
    expect(isDoubtful({ at: NOW, lc: NOW })).toBe(false);
  });

  it.each([
    ['of 1970', rating(86 * DAY)],
    ['of last year, whose device had seen today', rating(NOW - 300 * DAY, { seen: NOW - HOUR })],
    ['behind its own logical clock', rating(NOW - 300 * DAY, { lc: NOW - HOUR })],
  ])('%s makes no elapsed time for the next one, minutes later', (_, wrong) => {
    const sameDay = item([rating(NOW - HOUR), rating(NOW)]);
    expect(item([wrong, rating(NOW)])?.stability).toBe(sameDay?.stability);
  });

  it('after a pause makes elapsed time as ever', () => {
    const paused = item([rating(NOW - 300 * DAY), rating(NOW)]);
    expect(paused?.stability).toBeGreaterThan((item([rating(NOW - HOUR), rating(NOW)])?.stability ?? 0) * 2);
  });

  it('counts in full as long as what its device had seen has not come', () => {
    const right = rating(NOW - 30 * DAY, { seen: NOW + 3650 * DAY });
    expect(item([right, rating(NOW)])).toEqual(item([rating(NOW - 30 * DAY), rating(NOW)]));
  });
});

describe('a redating', () => {
  const early = rating(NOW - 10 * DAY);
  const wrong = rating(NOW + 3650 * DAY);
  const at = NOW - 2 * DAY;
  const day = Math.floor(at / DAY);
  const redating = event(NOW - HOUR, { type: 'redated', records: [{ id: wrong.id, at, day }] });

  it('puts a record from the future where it belongs, in whatever order they arrive', () => {
    const right = item([early, rating(at)]);
    expect(item([early, wrong])?.reps).toBe(1);
    expect(item([early, wrong, redating])).toEqual(right);
    expect(item([redating, wrong, early])).toEqual(right);
  });

  it('gives a record of 1970 its elapsed time', () => {
    const old = rating(86 * DAY);
    const fix = event(NOW - HOUR, { type: 'redated', records: [{ id: old.id, at, day }] });
    expect(item([early, old, fix, rating(NOW)])).toEqual(item([early, rating(at), rating(NOW)]));
  });

  it('can be undone, and made again', () => {
    const undone = event(NOW - HOUR / 2, { type: 'undone', target: redating.id });
    expect(item([early, wrong, redating, undone])).toEqual(item([early, wrong]));
    const again = event(NOW, { type: 'redated', records: [{ id: wrong.id, at, day }] });
    expect(item([early, wrong, redating, undone, again])).toEqual(item([early, rating(at)]));
  });

  it('is an act that the learner can choose to undo', () => {
    const { undoable } = fold([early, wrong, redating], { course: 'cloud', now: NOW });
    expect(undoable.at(-1)).toMatchObject({ id: redating.id, type: 'redated', items: [wrong.id] });
  });

  it('of a device that is left out, or from the future itself, does nothing', () => {
    const theirs = { ...redating, id: 'bb-1' } as JournalEvent;
    const excluded = event(NOW, { type: 'excluded', device: 'bb', value: true });
    expect(item([early, wrong, theirs, excluded])?.reps).toBe(1);
    const later = { ...redating, at: NOW + 100 * DAY, lc: NOW + 100 * DAY } as JournalEvent;
    expect(item([early, wrong, later])?.reps).toBe(1);
  });

  it('never moves an exclusion, another redating, or what undoes one', () => {
    const excluded = event(NOW - HOUR, { type: 'excluded', device: 'aa', value: true }, { id: 'bb-1' });
    const away = { at: 0, day: 0 };
    const undone = event(NOW, { type: 'undone', target: redating.id });
    const moves = event(NOW, {
      type: 'redated',
      records: [excluded, redating, undone].map(({ id }) => ({ id, ...away })),
    });
    expect(item([early, wrong, redating, excluded, moves])).toBeUndefined();
    expect(item([early, wrong, redating, undone, moves])?.reps).toBe(1);
  });
});
