import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalEvent } from '../../../src/core/journal/event.ts';
import { fold, foldAll } from '../../../src/core/fold/fold.ts';
import { LiveFold } from '../../../src/core/fold/live-fold.ts';
import { histories, NOW, plainProgress } from '../../support/histories.ts';
import { rounds } from '../../support/rounds.ts';

/** Takes events in pieces, and starts again where the live fold asks for it. */
const takeIn = (pieces: readonly (readonly JournalEvent[])[], self: string) => {
  let live = new LiveFold(self);
  const known: JournalEvent[] = [];
  let rebuilt = 0;
  for (const piece of pieces) {
    const outcome = live.absorb(piece, NOW, () => known);
    known.push(...piece);
    if (outcome === 'done') continue;
    rebuilt++;
    live = foldAll(known, { now: NOW, self });
  }
  return { live, rebuilt };
};

describe('the live fold', () => {
  it('comes to the same progress as folding everything at once, whatever arrives when', () => {
    fc.assert(
      fc.property(
        histories(),
        fc.array(fc.nat({ max: 5 }), { maxLength: 20 }),
        fc.constantFrom('aa', ''),
        (events, sizes, self) => {
          const pieces: JournalEvent[][] = [];
          let rest = [...events];
          for (const size of sizes) {
            pieces.push(rest.slice(0, size));
            rest = rest.slice(size);
          }
          pieces.push(rest);
          const { live } = takeIn(pieces, self);
          for (const course of ['cloud', 'constructor'])
            expect(plainProgress(live.progress(course, NOW))).toEqual(
              plainProgress(fold(events, { course, now: NOW, self })),
            );
        },
      ),
      { numRuns: rounds(400, 3000) },
    );
  });
});
