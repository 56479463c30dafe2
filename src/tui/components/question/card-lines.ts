/** The ratings of a card, as styled lines. */
import type { Moment } from '../../../core/base/civil-day.ts';
import type { Rating } from '../../../core/journal/event.ts';
import { RATINGS } from '../../../core/journal/event.ts';
import type { Choices } from '../../../core/session/state.ts';
import { dayText } from '../../../text/stats/dates.ts';
import { ratingWhen } from '../../../text/session/rating-line.ts';
import { padEnd } from '../../../text/layout/width.ts';
import type { Theme } from '../theme.ts';

/** `Fri 27 Nov`, `tomorrow`, `10 min`. */
const whenText = (when: string, { day }: Moment): string => (when === dayText(day + 1) ? 'tomorrow' : when);

/** Whether no rating changes anything: in the plan for an exam only the first one of a day counts. */
const countsNothing = (choices: Choices): boolean => {
  const [first, ...others] = RATINGS.map(rating => choices[rating]);
  return others.every(
    item => item.dueAt === first?.dueAt && item.dueDay === first.dueDay && item.stability === first.stability,
  );
};

/** The four ratings, and below each when it would bring the card back. */
export const ratingLines = (
  choices: Choices,
  moment: Moment,
  { style }: Theme,
): readonly [string, string] => {
  const names = RATINGS.map((rating, i) => `${i + 1} ${rating}`);
  const times = RATINGS.map(rating => whenText(ratingWhen(choices[rating], moment), moment));
  const widths = names.map((name, i) => Math.max(name.length, times[i]?.length ?? 0) + 3);
  const row = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => padEnd(cell, widths[i] ?? 0))
      .join('')
      .trimEnd();
  return [
    style.strong(row(names)),
    style.dim(countsNothing(choices) ? 'only the first answer of a day counts' : row(times)),
  ];
};

/** The four ratings of a card that was rated, the one that stands marked. */
export const ratingNames = (given: Rating, { style, signs }: Theme): readonly string[] => [
  RATINGS.map((rating, i) =>
    rating === given
      ? style.strong(`${signs.pointer} ${i + 1} ${rating}`)
      : style.dim(`  ${i + 1} ${rating}`),
  ).join('  '),
];
