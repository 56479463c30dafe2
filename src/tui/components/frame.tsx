import { Box, Text } from 'ink';
import type { ReactElement, ReactNode } from 'react';
import { cellWidth, truncate } from '../../text/layout/width.ts';
import type { Header, Hidden, Message, Size } from '../shell/screen.ts';
import { Lines } from './lines.tsx';
import type { Theme } from './theme.ts';

/** The first line: what this is on the left, how far one is on the right. */
const headerLine = ({ left, right }: Header, columns: number, theme: Theme): string => {
  const room = columns - cellWidth(right) - 2;
  const title = truncate(left, Math.max(8, room), theme.signs.ellipsis);
  const gap = ' '.repeat(Math.max(1, columns - cellWidth(title) - cellWidth(right)));
  return theme.style.heading(title) + gap + theme.style.dim(right);
};

/** How much is out of sight above and below; empty: nothing. */
const hiddenText = (hidden: Hidden | null, { signs }: Theme): string => {
  const more = [
    ...(hidden !== null && hidden.above > 0 ? [`${hidden.above} ${signs.up}`] : []),
    ...(hidden !== null && hidden.below > 0 ? [`${hidden.below} ${signs.down}`] : []),
  ];
  return more.length === 0 ? '' : ` ${more.join('  ')} `;
};

/** The rule above the keys. It says how much is out of sight, so that nobody takes a part for the whole. */
const ruleLine = (hidden: Hidden | null, columns: number, theme: Theme): string => {
  const { style, signs } = theme;
  const text = hiddenText(hidden, theme);
  if (text === '') return style.dim(signs.rule.repeat(columns));
  return style.dim(signs.rule.repeat(columns - cellWidth(text) - 2)) + text + style.dim(signs.rule.repeat(2));
};

/** A message in the place of the rule, which says no less than the rule does. */
const messageLine = (
  { text, tone }: Message,
  hidden: Hidden | null,
  columns: number,
  theme: Theme,
): string => {
  const { style, signs } = theme;
  const tones = { plain: style.strong, good: style.correct, bad: style.wrong };
  const more = hiddenText(hidden, theme);
  const room = columns - (more === '' ? 0 : cellWidth(more) + 2);
  const hasRoom = cellWidth(text) <= room;
  const said = tones[tone](truncate(text, columns, signs.ellipsis));
  return more === '' || !hasRoom
    ? said
    : said + ' '.repeat(room - cellWidth(text)) + more + style.dim(signs.rule.repeat(2));
};

interface FrameParts {
  readonly terminal: Size;
  readonly theme: Theme;
  readonly header: Header;
  readonly hints: string;
  /** The row behind `g`, while it is open. */
  readonly goTo: readonly string[];
  /** What is being written over the lower rows. */
  readonly panel: readonly string[];
  readonly message: Message | null;
  readonly hidden: Hidden | null;
  readonly children: ReactNode;
}

/** What every screen looks like: header, body, a rule, the keys. One line less than the terminal has. */
export const Frame = ({
  terminal,
  theme,
  header,
  hints,
  goTo,
  panel,
  message,
  hidden,
  children,
}: FrameParts): ReactElement => {
  const columns = terminal.columns - 2;
  const { style, signs } = theme;
  return (
    <Box
      flexDirection="column"
      width={terminal.columns}
      height={terminal.rows - 1}
      paddingX={1}
      overflowY="hidden"
    >
      <Text wrap="truncate">{headerLine(header, columns, theme)}</Text>
      {header.below === undefined ? null : (
        // A line with nothing on it keeps its place: what is below it must not jump when something is marked.
        <Text wrap="truncate">{style.dim(truncate(header.below, columns, signs.ellipsis)) || ' '}</Text>
      )}
      <Box flexDirection="column" flexGrow={1} overflowY="hidden" marginTop={1}>
        {children}
      </Box>
      <Lines lines={panel} />
      <Text wrap="truncate">
        {message === null ? ruleLine(hidden, columns, theme) : messageLine(message, hidden, columns, theme)}
      </Text>
      <Lines lines={goTo} />
      <Text wrap="truncate">{hints}</Text>
    </Box>
  );
};
