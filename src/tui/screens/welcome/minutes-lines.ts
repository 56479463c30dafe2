import { lengthText } from '../../../text/plan/words.ts';
import type { Theme } from '../../components/theme.ts';
import type { MinutesDraft } from '../../models/minutes-draft.ts';
import { DAY_NAMES, MINUTES, minutesOf } from '../../models/minutes-draft.ts';
import { capital } from '../../../text/layout/columns.ts';

/** Weekdays in a row: those off are in brackets, the one at the pointer is marked. */
export const weekdayLine = (
  daysOff: readonly string[],
  pointer: number | null,
  { style, signs }: Theme,
): string =>
  DAY_NAMES.map((name, i) => {
    const text = daysOff.includes(name) ? `[${capital(name)}]` : ` ${capital(name)} `;
    return i === pointer ? signs.pointer + style.strong(text) : ` ${text}`;
  }).join('');

/** Minutes and days off, and how much that comes to. @param total minutes until the exam; `null`: no date */
export const minutesLines = (draft: MinutesDraft, total: number | null, theme: Theme): readonly string[] => {
  const { style, signs } = theme;
  const minutes = minutesOf(draft);
  const usual = MINUTES.map(each =>
    each === minutes && draft.typed === '' ? `${signs.pointer} ${style.strong(String(each))}` : `  ${each}`,
  ).join(' ');
  const isOther = draft.typed !== '' || !MINUTES.includes(minutes);
  const other = isOther
    ? `${signs.pointer} ${style.strong(draft.typed === '' ? String(minutes) : `${draft.typed}_`)}`
    : style.dim('  or type a number');
  const dates = draft.daysOff.filter(day => !DAY_NAMES.includes(day)).length;
  return [
    `  ${usual}   ${other}`,
    total === null ? '' : style.dim(`    ${lengthText(total)} until the exam`),
    `  Days off ${weekdayLine(draft.daysOff, draft.row === 'days' ? draft.weekday : null, theme)}`,
    ...(dates > 0 ? [style.dim(`            and ${dates} ${dates === 1 ? 'date' : 'dates'}`)] : []),
    '',
    style.dim(
      draft.row === 'days' ? 'space marks a weekday as off.' : 'Arrows choose; down goes to the days off.',
    ),
  ];
};
