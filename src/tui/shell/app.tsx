import { Box, Text } from 'ink';
import type { ReactElement } from 'react';
import { useEffect, useReducer } from 'react';
import { Frame } from '../components/frame.tsx';
import { hintLine } from '../components/hints.ts';
import type { Shell } from './shell.ts';
import { LEAST } from './shell.ts';

/** What is seen at this moment; a plain function of the shell's state. */
export const ShellView = ({ shell }: { readonly shell: Shell }): ReactElement => {
  const { screen, terminal, theme, message } = shell;
  if (shell.isTooSmall || screen === null) {
    const text =
      screen === null
        ? ''
        : `Needs ${LEAST.columns}x${LEAST.rows}, this is ${terminal.columns}x${terminal.rows}: make it larger`;
    return (
      <Box width={terminal.columns} height={Math.max(1, terminal.rows - 1)} overflow="hidden">
        <Text wrap="truncate">{text}</Text>
      </Box>
    );
  }
  const { size } = shell;
  // First: what the keys can do may depend on what there was room for.
  const body = screen.body(size);
  return (
    <Frame
      terminal={terminal}
      theme={theme}
      header={screen.header(size)}
      hints={hintLine(
        shell.goTo.length > 0 ? { context: 'go-to' } : (shell.panel ?? screen),
        theme,
        size.columns,
      )}
      goTo={shell.goTo}
      message={message}
      panel={shell.panelLines}
      hidden={shell.panel === null ? (screen.hidden?.() ?? null) : null}
    >
      {body}
    </Frame>
  );
};

/** The root: draws anew whenever the shell says so. */
export const App = ({ shell }: { readonly shell: Shell }): ReactElement => {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => shell.subscribe(redraw), [shell]);
  return <ShellView shell={shell} />;
};
