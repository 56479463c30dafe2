import { statusOf } from '../../../core/exam/sitting.ts';
import type { Sitting } from '../../../core/exam/sitting.ts';
import type { Header } from '../../shell/screen.ts';
import type { Theme } from '../../components/theme.ts';
import { countsText } from '../../../text/exam/exam-lines.ts';
import { countBlanks } from '../../../core/exam/sitting.ts';

/** `1:28:14`, `4:05`: time left, always rounded up, so that 0:00 is the end. */
export const clockText = (ms: number): string => {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
};

/** From so many minutes on the clock is drawn as a warning. */
const LATE = 5;

/** Columns from which the header has room for more than the place and the clock. */
const WIDE = 54;

/** What an exam is called on a screen: `DVA-C03`. */
export const examName = (id: string): string => id.toUpperCase();

/** What stands above an exam: how much is answered, where one is, and the clock. */
export const examHeader = (
  sitting: Sitting,
  left: number,
  view: 'question' | 'all' | 'asking' | 'paused',
  columns: number,
  { signs, style }: Theme,
): Header => {
  const { paper, records, position } = sitting;
  const dot = ` ${signs.dot} `;
  const time = clockText(left);
  const clock = left <= LATE * 60_000 ? style.warning(time) : time;
  const kind = paper.practice ? 'practice' : 'exam';
  const name = `${kind} ${examName(paper.blueprint.id)}`;
  if (view === 'all') {
    return {
      left: `${name}${dot}all questions`,
      right: clock,
      below: countsText(countBlanks(sitting), signs.dot),
    };
  }
  const answered = records.filter(record => statusOf(record) === 'answered').length;
  const record = records[position];
  const marks = [
    ...(record?.flagged === true ? [`${signs.flag} flagged`] : []),
    ...(record?.unsure === true ? ['unsure'] : []),
  ];
  return {
    left: name,
    right: [
      ...(columns >= WIDE ? [`${answered} answered`] : []),
      `${position + 1} of ${records.length}`,
      clock,
    ].join(dot),
    below: view === 'question' ? marks.join(dot) : '',
  };
};
