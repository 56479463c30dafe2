import { Text } from 'ink';
import type { ReactElement } from 'react';

/** Styled lines that fit already: one element, for Ink measures each. */
export const Lines = ({ lines }: { readonly lines: readonly string[] }): ReactElement => (
  // An empty text would take no line.
  <Text wrap="truncate">{lines.map(line => (line === '' ? ' ' : line)).join('\n')}</Text>
);
