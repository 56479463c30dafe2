import { describe, expect, it } from 'vitest';
import { momentAt, momentNow } from '../../../src/app/learner/moment.ts';

const HOUR = 3_600_000;
const SUMMER = Date.UTC(2026, 9, 25, 1);

/** Two hours east of UTC before that moment, one after it. */
const clock = { now: () => SUMMER + HOUR, offset: (at: number) => (at < SUMMER ? 120 : 60) };
const settings = { rollover: 4 };

describe('a moment on the learner’s clock', () => {
  it('has the offset of that moment, not of now', () => {
    expect(momentAt({ clock }, settings, SUMMER - 1)).toMatchObject({ at: SUMMER - 1, tz: 120 });
    expect(momentNow({ clock }, settings)).toMatchObject({ at: SUMMER + HOUR, tz: 60 });
  });

  it('belongs to the study day that began at the rollover hour', () => {
    const four = Date.UTC(2026, 9, 26, 3);
    const { day } = momentAt({ clock }, settings, four);
    expect(momentAt({ clock }, settings, four - 1).day).toBe(day - 1);
    expect(momentAt({ clock }, { rollover: 3 }, four - 1).day).toBe(day);
  });
});
