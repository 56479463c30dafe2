import { describe, expect, it } from 'vitest';
import { fitCourse, recordFit } from '../../../src/app/learner/fit-memory.ts';
import { undoLast } from '../../../src/app/learner/progress-acts.ts';
import { STANDARD_WEIGHTS } from '../../../src/core/memory/memory.ts';
import { openJournal } from '../../../src/store/journal/journal.ts';
import { reviewed, withHome } from '../../support/homes.ts';
import type { TestHome } from '../../support/homes.ts';
import { card, tinyCourse } from '../../support/tiny-course.ts';

const KEYS = Array.from({ length: 120 }, (_, n) => `c${n}`);
const COURSE = tinyCourse({ items: KEYS.map(key => card(key)) });
const DAY = 20_700;
const NOW = (DAY + 60) * 86_400_000;

/** Five answers to each of some cards, forgotten more often than the standard memory foretells. */
const study = (home: TestHome, keys: readonly string[]): void => {
  const lines: string[] = [];
  [0, 2, 6, 15, 40].forEach((offset, round) =>
    keys.forEach((key, index) => {
      const day = DAY + offset;
      const at = day * 86_400_000 + index;
      const event = reviewed(key, day, round > 0 && (index + round) % 2 === 0 ? 'again' : 'good');
      lines.push(
        JSON.stringify({ v: 1, id: `other-${round}-${index}`, lc: at, at, tz: 0, course: 'tiny', ...event }),
      );
    }),
  );
  home.add('other.jsonl', `${lines.join('\n')}\n`);
};

describe('a memory model fitted to the journal', () => {
  it('is an event, whose parameters hold for the answers to come, and that an undo takes back', () =>
    withHome(home => {
      study(home, KEYS);
      const journal = openJournal(home.journal(NOW));
      const fit = fitCourse({ paths: home.paths }, COURSE, journal);
      expect(fit.reviews).toBe(480);
      expect(fit.after).toBeLessThan(fit.before);
      const before = journal.progress('tiny').items.get('c1');
      recordFit(COURSE, journal, fit);
      expect(journal.progress('tiny').settings.weights).toEqual(fit.weights);
      expect(journal.progress('tiny').items.get('c1')).toEqual(before);
      const stabilityOf = (key: string): number | undefined => {
        journal.append('tiny', reviewed(key, DAY + 60));
        return journal.progress('tiny').items.get(key)?.stability;
      };
      expect(stabilityOf('new')).toBeCloseTo(fit.weights[2] ?? 0, 3);
      undoLast(COURSE, journal);
      expect(undoLast(COURSE, journal).act.type).toBe('fitted');
      expect(journal.progress('tiny').settings.weights).toEqual([]);
      expect(stabilityOf('newer')).toBeCloseTo(STANDARD_WEIGHTS[2] ?? 0, 3);
      journal.close();
    }));

  it('is refused below 400 reviews', () =>
    withHome(home => {
      study(home, KEYS.slice(0, 99));
      const journal = openJournal(home.journal(NOW));
      expect(() => fitCourse({ paths: home.paths }, COURSE, journal)).toThrow('Fewer than 400 reviews');
      journal.close();
    }));
});
