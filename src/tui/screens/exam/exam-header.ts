import { statusOf } from '../../../core/exam/sitting.ts';
import type { Sitting } from '../../../core/exam/sitting.ts';
import { countWord } from '../../../core/question/grade.ts';
import type { Header } from '../../shell/screen.ts';
import type { Theme } from '../../components/theme.ts';

/** `1:28:14`, `4:05`: time left, always rounded up, so that 0:00 is the end. */
export const clockText = (ms: number): string => {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
};

/** From so many minutes on the clock says that it is late, in words. */
const LATE = [15, 5, 1];

/** Columns from which the header has room for more than the clock. */
const WIDE = 72;

const lateness = (left: number): string => {
  const minutes = LATE.findLast(limit => left <= limit * 60_000);
  return minutes === undefined ? '' : ` (less than ${minutes} min)`;
};

/** What stands above a question of an exam: where one is, and the clock. */
export const examHeader = (
  sitting: Sitting,
  left: number,
  view: 'question' | 'grid',
  columns: number,
  { signs }: Theme,
): Header => {
  const { paper, records, position } = sitting;
  const dot = ` ${signs.dot} `;
  const flagged = records.filter(record => record.flagged).length;
  const answered = records.filter(record => statusOf(record) === 'answered').length;
  const clock = (paper.practice ? 'practice ' : '') + clockText(left) + lateness(left);
  // Where it is narrow the clock needs the room.
  const flags = flagged > 0 && columns >= WIDE ? `${dot}${flagged} flagged` : '';
  const question = paper.questions[position];
  const record = records[position];
  const choose =
    question !== undefined && question.kind === 'multiple'
      ? `Select ${countWord(question.options.filter(option => option.correct).length).toUpperCase()}.`
      : '';
  const marks = [
    ...(choose === '' ? [] : [choose]),
    ...(record?.flagged === true ? [`${signs.flag} flagged`] : []),
    ...(record?.unsure === true ? ['unsure'] : []),
  ];
  if (view === 'grid') {
    const blank = records.length - answered;
    return {
      left: `exam ${paper.blueprint.id}${dot}grid`,
      right: clock,
      below: `answered ${answered}${dot}blank ${blank}${dot}flagged ${flagged}`,
    };
  }
  return {
    left: `exam ${paper.blueprint.id}`,
    right: `${position + 1} of ${records.length}${flags}   ${clock}`,
    below: marks.join(dot),
  };
};
