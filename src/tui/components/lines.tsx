import { Text } from 'ink';
import type { ReactElement } from 'react';

/**
 * Styled lines, each drawn for itself: Ink cuts a text that is too wide at its first line and drops the rest.
 */
export const Lines = ({ lines }: { readonly lines: readonly string[] }): ReactElement => (
  <>
    {lines.map((line, i) => (
      // Lines have no identity but their place; an empty one would take no room.
      <Text key={i} wrap="truncate">
        {line === '' ? ' ' : line}
      </Text>
    ))}
  </>
);
