/** Answers of a session as rows: at its end those that were wrong, and all of them in a list of their own. */
import { plainText } from '../../../core/course/plain-text.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { shortName } from '../../../text/layout/short-name.ts';
import { padEnd, truncate } from '../../../text/layout/width.ts';
import type { Theme } from '../../components/theme.ts';
import type { Looked } from './history.ts';

/** What rows of answers need. */
export interface RowParts {
  readonly columns: number;
  readonly theme: Theme;
  /** The title of a topic. */
  readonly titleOf: (topic: string) => string;
  readonly isFlagged: (item: string) => boolean;
}

/** What is asked, as one line without markup. */
const askedText = ({ shown }: Looked['turn']): string => {
  const text =
    shown.type === 'card' ? `card  ${plainText(shown.card.front)}` : plainText(shown.shown.question.stem);
  return sanitizeLine(text.replaceAll('\n', ' '));
};

/** @param times how often it was wrong; 1 is not said */
export const answerRow = (
  { answer, turn }: Looked,
  times: number,
  isChosen: boolean,
  { columns, theme, titleOf, isFlagged }: RowParts,
): string => {
  const { style, signs } = theme;
  const width = columns < 72 ? 14 : 22;
  const sign = answer.rating === 'again' ? signs.wrong : signs.correct;
  const paint = answer.rating === 'again' ? style.wrong : style.correct;
  const often = times > 1 ? `${times}x` : '';
  const marks = `${isFlagged(answer.item) ? `${signs.flag} ` : ''}${answer.leech ? 'leech  ' : ''}`;
  const text = marks + askedText(turn);
  const name = padEnd(shortName(sanitizeLine(titleOf(answer.topic)), width, signs.ellipsis), width);
  const line = `${name} ${padEnd(often, 3)}${text}`;
  const cut = truncate(line, columns - 4, signs.ellipsis);
  return `${isChosen ? signs.pointer : ' '} ${paint(sign)} ${isChosen ? style.strong(cut) : cut}`;
};
