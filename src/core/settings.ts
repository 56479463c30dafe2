import type { SchedulingSettings } from './event.ts';

/** What holds until a `configured` event says otherwise. */
export const DEFAULT_SETTINGS: SchedulingSettings = {
  desiredRetention: 0.9,
  newPerDay: 20,
  reviewsPerDay: 200,
  learningSteps: [1, 10],
  relearningSteps: [10],
  rollover: 4,
  maximumInterval: 36500,
  leechLapses: 8,
  exam: '',
  examDate: '',
};
