/**
 * Asks the terminal for its background (OSC 11, as xterm has it), with a question that every terminal answers (its
 * attributes, DA1) behind it as a fence: once that answer is there, no other is to come.
 */
import type { Palette } from '../../text/layout/style.ts';

/** The question and its fence. */
export const ASK_BACKGROUND = '\u001b]11;?\u001b\\\u001b[c';

/** How long the answers may take, in ms; a terminal that has told nothing until then is not waited for. */
export const ANSWER_WAIT = 500;

/** Terminals that may write the question on the screen. */
const UNASKED = /^(?:linux|dumb|vt\d+|ansi|cons25)/;

/** Whether the terminal can be asked. */
export const canAsk = (env: Readonly<Record<string, string | undefined>>): boolean =>
  !UNASKED.test(env['TERM'] ?? 'dumb');

/** A channel of one to four hexadecimal digits, as a share. */
const share = (digits: string): number => Number.parseInt(digits, 16) / (16 ** digits.length - 1);

/** Luminance from which a background is light (Rec. 709, without its gamma: halves are all that matters). */
const LIGHT = 0.5;

/** What an answer says of the background; `null`: it says something else. */
export const backgroundOf = (reply: string): Palette | null => {
  const [, red, green, blue] =
    /^\]11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})(?:\/[\da-f]{1,4})?$/i.exec(reply) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  return 0.2126 * share(red) + 0.7152 * share(green) + 0.0722 * share(blue) > LIGHT ? 'light' : 'dark';
};

/** Whether an answer is that to the fence. */
export const isFence = (reply: string): boolean => /^\?[\d;]*c$/.test(reply);

/** A question that is under way. */
export interface BackgroundQuestion {
  /** Takes an answer. */
  take(reply: string): void;
  /** `null`: everything was answered, or is not to come. Else settles then, after {@link ANSWER_WAIT} at the latest. */
  pending(): Promise<void> | null;
}

/**
 * @param write sends the question
 * @param told is told of the background at most once
 */
export const askBackground = (
  write: (text: string) => void,
  told: (background: Palette) => void,
): BackgroundQuestion => {
  let settle: (() => void) | null = null;
  let waiting: Promise<void> | null = new Promise(resolve => {
    settle = resolve;
  });
  const end = (): void => {
    clearTimeout(timer);
    waiting = null;
    settle?.();
  };
  const timer = setTimeout(end, ANSWER_WAIT);
  // A program that is done does not stay for it; whoever needs the answers waits for them.
  timer.unref();
  write(ASK_BACKGROUND);
  return {
    take: reply => {
      if (waiting === null) return;
      const background = backgroundOf(reply);
      if (background !== null) told(background);
      if (isFence(reply)) end();
    },
    pending: () => waiting,
  };
};
