import { styleText } from 'node:util';

type Paint = (text: string) => string;

/** Meanings, not colours. Colour is never the only carrier: every state also has a word. */
export interface Style {
  readonly colour: boolean;
  readonly heading: Paint;
  readonly correct: Paint;
  readonly wrong: Paint;
  readonly warning: Paint;
  /** Secondary text. */
  readonly dim: Paint;
  readonly strong: Paint;
  readonly emphasis: Paint;
  /** Commands, keys and code. */
  readonly code: Paint;
  readonly link: Paint;
  /** What a search found. */
  readonly match: Paint;
  /** Parts of a block of code. */
  readonly syntax: {
    readonly keyword: Paint;
    readonly string: Paint;
    readonly number: Paint;
    /** Of a property, an attribute, a function, a command. */
    readonly name: Paint;
  };
}

const plain: Paint = text => text;

/** What the terminal's background is. */
export type Palette = 'dark' | 'light';

/** Yellow and cyan of most terminals cannot be read on white. */
const TONES = {
  dark: { title: 'cyan', accent: 'yellow', name: 'cyan' },
  light: { title: 'blue', accent: 'magenta', name: 'blue' },
} as const;

/** Styles from the terminal's own 16 colours, or none at all. */
export const makeStyle = (colour: boolean, palette: Palette = 'dark'): Style => {
  const tones = TONES[palette];
  const paint = (...formats: Parameters<typeof styleText>[0][]): Paint =>
    colour
      ? text =>
          formats.reduce<string>((done, format) => styleText(format, done, { validateStream: false }), text)
      : plain;
  return {
    colour,
    heading: paint('bold', tones.title),
    correct: paint('green'),
    wrong: paint('red'),
    warning: paint(tones.accent),
    dim: paint('dim'),
    strong: paint('bold'),
    emphasis: paint('italic'),
    code: paint(tones.accent),
    link: paint('underline'),
    match: paint('bold', 'magenta'),
    syntax: {
      keyword: paint('magenta'),
      string: paint('green'),
      number: paint(tones.accent),
      name: paint(tones.name),
    },
  };
};

/**
 * Whether the locale can show more than ASCII (`LC_ALL`, `LC_CTYPE`, `LANG`). Where nothing is said it can, as
 * on Windows and macOS, but for the console of Linux, whose font has few signs.
 */
export const showsUnicode = (env: Readonly<Record<string, string | undefined>>): boolean => {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return locale === '' ? env['TERM'] !== 'linux' : /utf-?8/i.test(locale);
};
