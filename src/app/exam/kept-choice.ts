/** How the last mock exam was chosen, kept on this device for the next one. */
import type { MockChoice } from './mock-plan.ts';
import { readChoice } from './mock-plan.ts';
import { keepMockChoice, readMockChoice } from '../../store/device/mock-choice.ts';
import type { Runtime } from '../learner/runtime.ts';

/** The choice of last time, or the usual one. */
export const keptChoice = ({ paths }: Pick<Runtime, 'paths'>): MockChoice =>
  readChoice(readMockChoice(paths.cache));

/** Keeps a choice for next time. Never throws: what is kept can be done without. */
export const keepChoice = ({ paths }: Pick<Runtime, 'paths'>, choice: MockChoice): void =>
  keepMockChoice(paths.cache, choice);
