/** Seconds an answer takes this learner, by kind of item and outcome. */
import type { PaceKind, PaceSums } from '../journal/progress.ts';
import { PACE_CAP, PACE_WEIGHT, USUAL_SECONDS } from './settings.ts';

export const PACE_KINDS: readonly PaceKind[] = ['cardRight', 'cardWrong', 'questionRight', 'questionWrong'];

export const paceKind = (type: 'card' | 'question', right: boolean): PaceKind =>
  type === 'card' ? (right ? 'cardRight' : 'cardWrong') : right ? 'questionRight' : 'questionWrong';

/** What an answer counts, in ms: no more than three times what is usual, for a break is no pace. */
export const countedMs = (kind: PaceKind, ms: number): number =>
  Math.min(Math.max(0, Math.round(ms)), PACE_CAP * USUAL_SECONDS[kind] * 1000);

/** Nobody is believed to be more than five times as fast as usual. */
const LEAST_SHARE = 0.2;

/** Seconds by kind: the usual ones count as four answers of the learner's own. */
export type Pace = Readonly<Record<PaceKind, number>>;

export const paceFrom = (sums: PaceSums): Pace => {
  const seconds = (kind: PaceKind): number =>
    Math.max(
      LEAST_SHARE * USUAL_SECONDS[kind],
      (USUAL_SECONDS[kind] * PACE_WEIGHT + sums[kind].ms / 1000) / (PACE_WEIGHT + sums[kind].answers),
    );
  return {
    cardRight: seconds('cardRight'),
    cardWrong: seconds('cardWrong'),
    questionRight: seconds('questionRight'),
    questionWrong: seconds('questionWrong'),
  };
};

/** Seconds to expect of an item that is answered right with a chance. */
export const expectedSeconds = (pace: Pace, type: 'card' | 'question', chance: number): number =>
  chance * pace[paceKind(type, true)] + (1 - chance) * pace[paceKind(type, false)];
