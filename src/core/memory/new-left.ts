import type { Progress } from '../journal/progress.ts';

/** New items that a day still allows. What quizzes, mock exams and the placement asked uses up none of them. */
export const newLeftOn = ({ settings, days, study }: Progress, day: number): number => {
  const introduced = days.find(each => each.day === day)?.introduced ?? 0;
  const probes = introduced === 0 ? 0 : (study.days.find(each => each.day === day)?.probes ?? 0);
  return Math.max(0, settings.newPerDay - Math.max(0, introduced - probes));
};
