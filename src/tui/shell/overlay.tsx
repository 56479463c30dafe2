/** The overlay behind `?`: every key of the screen below it. */
import { Lines } from '../components/lines.tsx';
import { keyNames } from '../components/hints.ts';
import type { KeyContext } from '../keys/key-context.ts';
import type { ContextName } from '../keys/key-table.ts';
import { GLOBAL_KEYS, keyContext } from '../keys/key-table.ts';
import { SCREEN_WORDS } from './screen-words.ts';
import { hiddenLines, scrollBy, window } from '../models/list.ts';
import type { Screen } from './screen.ts';
import type { Theme } from '../components/theme.ts';
import { padEnd } from '../../text/layout/width.ts';
import { wrapText } from '../../text/layout/wrap.ts';

/** Width of the column with the keys. */
const KEYS = 20;

const contextLines = ({ title, bindings }: KeyContext, columns: number, theme: Theme): readonly string[] => [
  theme.style.strong(title),
  ...bindings.flatMap(binding => {
    const names = keyNames(binding, theme);
    const [first = '', ...rest] = wrapText(binding.help, Math.max(20, columns - KEYS - 2));
    return [
      `  ${theme.style.code(padEnd(names, KEYS - 1))} ${first}`,
      ...rest.map(line => ' '.repeat(KEYS + 2) + line),
    ];
  }),
];

/** What the figures of the screen mean. */
const wordLines = (name: ContextName, columns: number, theme: Theme): readonly string[] => {
  const words = SCREEN_WORDS[name] ?? [];
  if (words.length === 0) return [];
  return [
    '',
    theme.style.strong('Words'),
    ...words.flatMap(([word, meaning]) => {
      const [first = '', ...rest] = wrapText(meaning, Math.max(20, columns - KEYS - 2));
      return [`  ${padEnd(word, KEYS - 1)} ${first}`, ...rest.map(line => ' '.repeat(KEYS + 2) + line)];
    }),
  ];
};

/** What the overlay needs of the program around it. */
interface OverlayHost {
  readonly theme: Theme;
}

/** The list of keys over a screen. */
export const makeOverlay = ({ theme }: OverlayHost, name: ContextName, close: () => void): Screen => {
  let top = 0;
  let rows = 1;
  let length = 1;
  const linesFor = (columns: number): readonly string[] => [
    ...contextLines(keyContext(name), columns, theme),
    ...wordLines(name, columns, theme),
    '',
    ...contextLines(GLOBAL_KEYS, columns, theme),
  ];
  return {
    context: 'overlay',
    header: () => ({ left: 'keys', right: keyContext(name).title }),
    body: size => {
      const lines = linesFor(size.columns);
      ({ rows } = size);
      ({ length } = lines);
      top = scrollBy({ top, rows, length }, 0);
      return <Lines lines={window(lines, top, rows)} />;
    },
    hidden: () => hiddenLines({ top, rows, length }),
    offers: action => action !== 'scroll-up' || length > rows,
    act: action => {
      if (action === 'close') close();
      else if (action === 'scroll-up') top = scrollBy({ top, rows, length }, -1);
      else if (action === 'scroll-down') top = scrollBy({ top, rows, length }, 1);
    },
  };
};
