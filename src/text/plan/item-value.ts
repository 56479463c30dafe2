/** Why the plan for the exam asks an item now, or does not, in plain lines. */
import type { ItemValue, Standing, Worth } from '../../core/readiness/item-value.ts';
import { percent, plural } from '../layout/columns.ts';
import { dayText } from '../stats/dates.ts';

/** `0.021 points in about 12 s, 6.3 points an hour`. */
const worthText = ({ points, seconds, pointsAnHour }: Worth): string =>
  `${points.toPrecision(2)} points in about ${Math.round(seconds)} s, ${pointsAnHour.toFixed(1)} points an hour`;

const NOT_ASKED: Readonly<Partial<Record<Standing, string>>> = {
  outside: 'the exam asks nothing about it, so the plan never asks it',
  asked: 'it was asked today, and each comes once a study day',
  'set-aside': 'it is set aside, so the plan does not ask it today',
  known: 'you know it so well that asking it today gains nothing',
};

const asideText = ({ ahead: { reviews, sections } }: ItemValue): string => {
  const parts = [
    ...(reviews > 0 ? [plural(reviews, 'review')] : []),
    ...(sections > 0 ? [`new cards and questions of ${plural(sections, 'section')}`] : []),
  ];
  return parts.length === 0 ? 'Nothing is worth more a second.' : `Worth more a second: ${parts.join(', ')}.`;
};

/** What asking it now is worth, against what else would be asked. @param dateOf how a study day is written */
export const itemValueLines = (
  value: ItemValue,
  key: string,
  dateOf: (day: number) => string = dayText,
): readonly string[] => {
  const { exam, examDay, standing, worth, recall, first } = value;
  const lines = ['', `Plan for ${exam} on ${dateOf(examDay)}`];
  if (worth === null) lines.push(`  Not today: ${NOT_ASKED[standing] ?? ''}.`);
  else {
    lines.push(`  Asked now, it is worth ${worthText(worth)}.`);
    if (recall !== null)
      lines.push(
        standing === 'new'
          ? `  You have never met it; of its section you know about ${percent(recall)}.`
          : `  The chance that you recall it today is ${percent(recall)} by the plan's model.`,
      );
    if (standing === 'waits') lines.push('  It is worth more on a later day, so it waits.');
    lines.push(`  ${asideText(value)}`);
  }
  if (first === null) lines.push('  Nothing is left today that is worth asking.');
  else if (first.key === key) lines.push('  It comes next.');
  else lines.push(`  Next comes ${first.key}: ${worthText(first)}.`);
  return lines;
};
