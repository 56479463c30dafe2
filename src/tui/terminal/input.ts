/**
 * What arrives from a terminal, as keys and pasted text. Ink 6 takes a burst of typed characters for one key, a
 * pasted text for keys and a split arrow key for Escape, so the screens read the terminal themselves; Ink draws.
 */

/** `key`: one key by its name (`a`, `?`, `space`, `enter`, `up`, `ctrl-c`); `paste`: text that is no command. */
export type Input =
  { readonly type: 'key'; readonly key: string } | { readonly type: 'paste'; readonly text: string };

/** How long a lone Escape may be the beginning of a key that arrives in pieces, in ms. */
export const ESCAPE_WAIT = 50;

export interface InputDecoder {
  /** Inputs that are complete with this chunk. */
  push(chunk: string): readonly Input[];
  /** Whether an Escape waits for what may follow. */
  readonly isWaiting: boolean;
  /** Takes what waits for Escape itself: nothing followed. */
  flush(): readonly Input[];
}

const ESC = '\u001b';
const PASTE_BEGIN = '[200~';
const PASTE_END = `${ESC}[201~`;
/** Longest text that is taken from one paste; the rest is dropped. */
const LONGEST_PASTE = 100_000;
/** Longest control sequence of any key; a longer one is no key. */
const LONGEST_SEQUENCE = 32;

const FINALS: ReadonlyMap<string, string> = new Map([
  ['A', 'up'],
  ['B', 'down'],
  ['C', 'right'],
  ['D', 'left'],
  ['H', 'home'],
  ['F', 'end'],
  ['Z', 'shift-tab'],
  ['M', 'enter'],
]);

const NUMBERED: ReadonlyMap<string, string> = new Map([
  ['1', 'home'],
  ['3', 'delete'],
  ['4', 'end'],
  ['5', 'page-up'],
  ['6', 'page-down'],
  ['7', 'home'],
  ['8', 'end'],
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
const keyOf = (character: string): string | null => {
  const named = NAMED.get(character);
  if (named !== undefined) return named;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 1 && code <= 26) return `ctrl-${String.fromCharCode(code + 96)}`;
  return code < 32 || (code >= 0x80 && code < 0xa0) ? null : character;
};

/** The key of what stands between `ESC [` and the end of its sequence; modifiers make no difference. */
const csiKey = (body: string): string | null => {
  const final = body.at(-1) ?? '';
  if (final === '~') return NUMBERED.get(/^\d+/.exec(body)?.[0] ?? '') ?? null;
  return /^[\d;]*$/.test(body.slice(0, -1)) ? (FINALS.get(final) ?? null) : null;
};

type Reading =
  | { readonly is: 'read'; readonly length: number; readonly input: Input | null }
  | { readonly is: 'incomplete' };

const key = (length: number, name: string | null): Reading => ({
  is: 'read',
  length,
  input: name === null ? null : { type: 'key', key: name },
});

const readEscape = (text: string): Reading => {
  const next = text[1];
  if (next === undefined) return { is: 'incomplete' };
  if (next === ESC) return key(1, 'esc');
  if (next === 'O') return text.length < 3 ? { is: 'incomplete' } : key(3, FINALS.get(text[2] ?? '') ?? null);
  if (next !== '[') return key(1 + String.fromCodePoint(text.codePointAt(1) ?? 0).length, null);
  const [, body] = /^\u001b\[([\u0020-\u003f]*[\u0040-\u007e])/.exec(text) ?? [];
  if (body !== undefined) return key(body.length + 2, csiKey(body));
  return text.length > LONGEST_SEQUENCE || /^\u001b\[[\u0020-\u003f]*[^\u0020-\u007e]/.test(text)
    ? key(2, null)
    : { is: 'incomplete' };
};

/** Reads a terminal; chunks may end anywhere, within a key or a paste too. */
export const makeInputDecoder = (): InputDecoder => {
  let rest = '';
  /** Text of a paste whose end has not come yet; `null` outside one. */
  let paste: string | null = null;
  let wasReturn = false;

  /** Takes pasted text out of `rest`; `null` while its end has not arrived. */
  const takePaste = (before: string): Input | null => {
    const end = rest.indexOf(PASTE_END);
    // The end itself may be split: what could be its beginning stays.
    const upTo = end === -1 ? Math.max(0, rest.length - PASTE_END.length + 1) : end;
    const text = (before + rest.slice(0, upTo)).slice(0, LONGEST_PASTE);
    rest = rest.slice(end === -1 ? upTo : end + PASTE_END.length);
    paste = end === -1 ? text : null;
    return end === -1 ? null : { type: 'paste', text: text.replace(/\r\n?/g, '\n') };
  };

  const readOne = (): Reading => {
    if (rest.startsWith(ESC)) return readEscape(rest);
    const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
    // Return and newline together are one key.
    const isSecond = wasReturn && character === '\n';
    wasReturn = character === '\r';
    return key(character.length, isSecond ? null : keyOf(character));
  };

  return {
    push: chunk => {
      rest += chunk;
      const inputs: Input[] = [];
      while (rest !== '') {
        if (paste !== null || rest.startsWith(ESC + PASTE_BEGIN)) {
          if (paste === null) rest = rest.slice(PASTE_BEGIN.length + 1);
          const input = takePaste(paste ?? '');
          if (input === null) break;
          inputs.push(input);
          continue;
        }
        const reading = readOne();
        if (reading.is === 'incomplete') break;
        rest = rest.slice(reading.length);
        if (reading.input !== null) inputs.push(reading.input);
      }
      return inputs;
    },
    get isWaiting() {
      return paste === null && rest !== '';
    },
    flush: () => {
      if (paste !== null || rest === '') return [];
      const wasAlone = rest === ESC;
      rest = '';
      return wasAlone ? [{ type: 'key', key: 'esc' }] : [];
    },
  };
};
