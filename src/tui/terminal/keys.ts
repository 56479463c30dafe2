/** The names of keys by what terminals send for them. */
import { NO_CHARACTER } from './characters.ts';

/** Keys by the last character of their sequence, after `ESC [` and `ESC O`. */
const FINALS: ReadonlyMap<string, string> = new Map([
  ['A', 'up'],
  ['B', 'down'],
  ['C', 'right'],
  ['D', 'left'],
  ['H', 'home'],
  ['F', 'end'],
  ['P', 'f1'],
  ['Z', 'shift-tab'],
]);

const NUMBERED: ReadonlyMap<string, string> = new Map([
  ['1', 'home'],
  ['3', 'delete'],
  ['4', 'end'],
  ['5', 'page-up'],
  ['6', 'page-down'],
  ['7', 'home'],
  ['8', 'end'],
  ['11', 'f1'],
]);

const NAMED: ReadonlyMap<string, string> = new Map([
  ['\r', 'enter'],
  ['\n', 'enter'],
  ['\t', 'tab'],
  [' ', 'space'],
  ['\u007f', 'backspace'],
  ['\b', 'backspace'],
]);

/** A key by the character a terminal sends for it; `null`: none that anything could be bound to. */
export const keyOf = (character: string): string | null => {
  const named = NAMED.get(character);
  if (named !== undefined) return named;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 1 && code <= 26) return `ctrl-${String.fromCharCode(code + 96)}`;
  return code < 32 || (code >= 0x80 && code < 0xa0) || character === NO_CHARACTER ? null : character;
};

/**
 * The key of what follows `ESC [`, up to its last character; modifiers make no difference. Reports of a terminal
 * (`<0;4;4M`, `32;4;4M`, `?1u`, `>4;2m`, `27;5;99~`) are none.
 */
export const csiKey = (body: string): string | null => {
  const [, number = '', final = ''] = /^(\d*)(?:;\d*)*([A-Z~])$/.exec(body) ?? [];
  return (final === '~' ? NUMBERED.get(number) : FINALS.get(final)) ?? null;
};

/** The key of the last character of what follows `ESC O`: `M` is the Enter of a keypad, `P` is F1. */
export const ss3Key = (final: string): string | null =>
  final === 'M' ? 'enter' : (FINALS.get(final) ?? null);
