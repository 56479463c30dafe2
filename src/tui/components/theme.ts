/** The look: meanings as colours of the terminal's own sixteen, and the signs that are drawn. */
import type { Palette, Style } from '../../text/layout/style.ts';
import { makeStyle, showsUnicode } from '../../text/layout/style.ts';

/** Signs that are drawn; each has a form of ASCII characters. */
interface Signs {
  readonly pointer: string;
  readonly rule: string;
  readonly dot: string;
  readonly correct: string;
  readonly wrong: string;
  readonly flag: string;
  readonly ellipsis: string;
  /** Something that is folded and can be opened. */
  readonly folded: string;
  /** A line that is picked up. */
  readonly held: string;
  readonly arrow: string;
  readonly up: string;
  readonly down: string;
  readonly left: string;
  readonly right: string;
  /** Open and folded. */
  readonly open: string;
  readonly closed: string;
  /** What is the learner's own. */
  readonly own: string;
  /** On a bar from 0 to 100: nothing, a range, the aim. */
  readonly scale: { readonly gap: string; readonly range: string; readonly aim: string };
  /** Of a chart: measured, projected, the line of the aim, a full and a short mock exam. */
  readonly chart: {
    readonly measured: string;
    readonly projected: string;
    readonly aim: string;
    readonly full: string;
    readonly short: string;
  };
  /** Heights of a small curve, the lowest first; empty: figures are written instead. */
  readonly heights: readonly string[];
  /** The two ends of a bar. */
  readonly bar: { readonly open: string; readonly close: string };
}

const UNICODE: Signs = {
  pointer: '>',
  rule: '─',
  dot: '·',
  correct: '✓',
  wrong: '✗',
  flag: '⚑',
  ellipsis: '…',
  folded: '▸',
  held: '↕',
  arrow: '→',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  open: '▾',
  closed: '▸',
  own: '✎',
  scale: { gap: '·', range: '━', aim: '┊' },
  chart: { measured: '▒', projected: '░', aim: '┈', full: '●', short: '○' },
  heights: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  bar: { open: '▕', close: '▏' },
};

const ASCII: Signs = {
  pointer: '>',
  rule: '-',
  dot: '-',
  correct: '+',
  wrong: 'x',
  flag: 'F',
  ellipsis: '...',
  folded: '+',
  held: '=',
  arrow: '->',
  up: 'up',
  down: 'down',
  left: 'left',
  right: 'right',
  open: '-',
  closed: '+',
  own: '*',
  scale: { gap: '.', range: '=', aim: '|' },
  chart: { measured: '#', projected: ':', aim: '-', full: 'O', short: 'o' },
  heights: [],
  bar: { open: '[', close: ']' },
};

/** Styles and signs of the screens. */
export interface Theme {
  readonly style: Style;
  readonly signs: Signs;
  readonly ascii: boolean;
}

/** What a theme depends on. */
export interface ThemeChoice {
  readonly theme: 'auto' | 'dark' | 'light' | 'mono';
  readonly ascii: boolean;
  /** `false`: NO_COLOR, `--no-color` or a terminal without colours. */
  readonly colour: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The background that the terminal has told of, now or the last time; `null`: it has not. */
  readonly background?: Palette | null;
}

/** Whether a terminal says that its background is light: `COLORFGBG` ends with the number of its colour. */
const isLight = (env: ThemeChoice['env']): boolean => /;(?:7|15)$/.test(env['COLORFGBG'] ?? '');

/** What the terminal says counts, then what its environment says; most are dark. */
const paletteOf = ({ theme, env, background }: ThemeChoice): Palette => {
  if (theme === 'light' || theme === 'dark') return theme;
  return background ?? (isLight(env) ? 'light' : 'dark');
};

/** The theme for these choices. */
export const makeTheme = (choice: ThemeChoice): Theme => {
  const { theme, ascii, colour, env } = choice;
  const palette = paletteOf(choice);
  const isAscii = ascii || !showsUnicode(env);
  return {
    style: makeStyle(colour && theme !== 'mono', palette),
    signs: isAscii ? ASCII : UNICODE,
    ascii: isAscii,
  };
};
