/** The 19 families of learners that the planner is measured on. */
import type { SimFamily } from './learner.ts';
import { family } from './standard-learner.ts';

export const FAMILIES: readonly SimFamily[] = [
  family('fsrs-mid', { prior: 0.3 }),
  family('fsrs-low', { prior: 0.1 }),
  family('fsrs-high', { prior: 0.65 }),
  family('fsrs-uneven', { uneven: true }),
  family('mix-mid', { memory: 'mix', prior: 0.3 }),
  family('hlr-low', { memory: 'half-life', prior: 0.15 }),
  family('transfer-0.3', { transfer: 0.3, prior: 0.3 }),
  family('transfer-0.7', { transfer: 0.7, uneven: true }),
  family('held-mid', { asks: 'held', transfer: 0.3, prior: 0.3 }),
  family('held-mix', { asks: 'held', transfer: 0.3, memory: 'mix', uneven: true }),
  family('apply', { asks: 'apply', prior: 0.3 }),
  family('slow', { speed: 1.6, prior: 0.3 }),
  family('fast', { speed: 0.65, uneven: true }),
  family('skips', { prior: 0.3, skips: 0.35 }),
  family('half', { prior: 0.3, share: 0.5 }),
  family('long-56x40', { prior: 0.1, days: 56, minutes: 40, exam: 'saa-c03' }),
  family('short-7x20', { prior: 0.5, days: 7, minutes: 20 }),
  family('ample-cab432', { prior: 0.3, days: 42, minutes: 45, exam: 'cab432' }),
  family('clf-14x30', { memory: 'mix', prior: 0.3, days: 14, minutes: 30, exam: 'clf-c02' }),
];
