import type { Forgettable } from '../../store/device/forget.ts';
import { lookAtProgress, removeProgress } from '../../store/device/forget.ts';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { reasonOf } from '../../disk/disk-error.ts';
import type { Runtime } from './runtime.ts';

export type { Forgettable };

/** What `study progress forget-all` would take, and what it would leave. */
export const whatToForget = ({ paths }: Runtime): Forgettable => lookAtProgress(paths);

/**
 * Takes all progress off this device, for good.
 * @param own also the learner's own remarks and cards
 * @throws Failure `data` where something cannot be removed
 */
export const forgetEverything = ({ paths }: Runtime, own: boolean): void => {
  try {
    removeProgress(paths, own);
  } catch (error) {
    throw new Failure('data', `Not everything could be removed: ${reasonOf(error)}`, {
      code: 'not-removed',
      place: sanitizeLine(paths.data),
      try: 'give permission there and repeat the command',
    });
  }
};
