/**
 * What arrives from a terminal, as keys and pasted text. Ink 6 takes a burst of typed characters for one key, a
 * pasted text for keys and a split arrow key for Escape, so the screens read the terminal themselves; Ink draws.
 *
 * A terminal also sends what nobody typed: answers to questions (of this program, the shell or a multiplexer),
 * reports of the mouse and of the focus. Each is read to its end and is no key, in whatever pieces it comes.
 *
 * More than 300 lines, for it is one machine of states.
 */
import { makeCharacterReader } from './characters.ts';
import { csiKey, keyOf, ss3Key } from './keys.ts';

/** `key`: one key by its name (`a`, `?`, `space`, `enter`, `up`, `ctrl-c`); `paste`: text that is no command. */
export type Input =
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'paste'; readonly text: string };

/** How long an Escape may be the beginning of something that arrives in pieces, in ms. */
export const ESCAPE_WAIT = 50;
/** How long the rest of what has begun may take, in ms. */
export const REST_WAIT = 1000;
/** A single character that comes after more ms than these may have been typed: it makes nobody wait longer. */
const HAND = 100;

interface InputDecoder {
  /** Inputs that are complete with these bytes; `at`: ms of any clock that only goes forward. */
  push(bytes: Uint8Array, at: number): readonly Input[];
  /** When `flush` is to be called unless more comes before, on the clock of `push`; `null`: nothing waits. */
  readonly due: number | null;
  /** What it comes to that nothing has followed until `due`. */
  flush(): readonly Input[];
  /**
   * What the terminal has answered to questions since the last call, without what encloses it: `]11;rgb:1e/1e/2e` (an
   * OSC string), `?62;22c` (its attributes).
   */
  takeReplies(): readonly string[];
}

const ESC = '\u001b';
const BEL = '\u0007';
const CTRL_C = 0x03;
const PASTE_BEGIN = `${ESC}[200~`;
const PASTE_END = `${ESC}[201~`;
/** Characters of one paste that are taken; the rest is dropped. */
const LONGEST_PASTE = 100_000;
/** Characters of a control string after which the first pause ends it. */
const LONGEST_STRING = 1_000_000;
/** Characters of a control sequence that are looked at: no key has as many. */
const LONGEST_SEQUENCE = 32;
/** Characters of an OSC string that are looked at: no answer to a question of this program has as many. */
const LONGEST_REPLY = 64;

/** What begins a control string after ESC: DCS, SOS, OSC, PM, APC (ECMA-48, 5.6). */
const STRING_BEGINS: ReadonlySet<string> = new Set(['P', 'X', ']', '^', '_']);
/** What may follow an ESC that has come in a piece of its own, and is no key then. */
const BEGINS: ReadonlySet<string> = new Set([...STRING_BEGINS, '[', 'O']);

/** The control characters of eight bits, from U+0080: each means the same as ESC and a letter. */
const C1 = /^[\u0080-\u009f]$/;
/** Those that mean something even within a control string (ST) or a paste (CSI, which may begin its mark). */
const STRING_END = '\u009c';
const CSI = '\u009b';

/** What is being read. */
type State =
  | { readonly is: 'ground' }
  /** An ESC that may be a key or begin something. */
  | { readonly is: 'escape' }
  | { readonly is: 'csi'; readonly body: string }
  | { readonly is: 'ss3' }
  /** A control string; `escaped`: its last character was ESC, the first half of its end. */
  | { readonly is: 'string'; readonly escaped: boolean }
  /** Bytes that belong to a report: those of the mouse in X10 form, of F1 to F5 on a Linux console. */
  | { readonly is: 'skip'; readonly left: number }
  /** `mark`: what may be the beginning of a mark that ends the paste. */
  | { readonly is: 'paste'; readonly mark: string }
  /** Escape was told as a key, and what follows may be the rest of a sequence after all. */
  | { readonly is: 'late'; readonly inString: boolean };

const GROUND: State = { is: 'ground' };

class Decoder implements InputDecoder {
  due: number | null = null;
  readonly #reader = makeCharacterReader();
  #state: State = GROUND;
  #inputs: Input[] = [];
  /** Pasted text so far. */
  #pasted = '';
  /** Characters of the control string so far. */
  #length = 0;
  /** The beginning of an OSC string with its `]`; empty in another one. */
  #osc = '';
  #replies: string[] = [];
  /** The sequence that is read comes after its ESC was told as a key, so it is none. */
  #isLate = false;
  /** A key that may be the second character of a sequence whose ESC was told as a key. */
  #held: string | null = null;
  /** The ESC that was read last is a key unless something follows at once. */
  #isEscapeAlone = false;
  #wasReturn = false;
  #lastAt = Number.NEGATIVE_INFINITY;

  push(bytes: Uint8Array, at: number): readonly Input[] {
    this.#held = null;
    // No state takes this key away: it is the last way out.
    if (bytes.length > 0 && bytes.every(byte => byte === CTRL_C)) {
      this.#endPaste();
      this.#reset();
      for (const _ of bytes) this.#tell('ctrl-c');
    } else {
      const wasLate = this.#state.is === 'late';
      for (const byte of bytes) {
        // The mouse sends its place as bytes that are no characters.
        if (this.#state.is === 'skip' && byte >= 0x20) this.#skip(this.#state.left);
        else for (const character of this.#reader.push(byte)) this.#put(character);
      }
      this.#wait(bytes, wasLate, at);
    }
    this.#lastAt = at;
    return this.#inputs.splice(0);
  }

  flush(): readonly Input[] {
    const state = this.#state;
    const held = this.#held;
    const acts = this.#isEscapeAlone;
    const late = (this.due ?? 0) - ESCAPE_WAIT + REST_WAIT;
    this.#endPaste();
    this.#reset();
    this.#tell(held);
    if (acts) {
      this.#tell('esc');
      this.#state = { is: 'late', inString: state.is === 'string' };
      this.due = late;
    }
    return this.#inputs.splice(0);
  }

  takeReplies(): readonly string[] {
    return this.#replies.splice(0);
  }

  /** Decides until when the rest is waited for. */
  #wait(bytes: Uint8Array, wasLate: boolean, at: number): void {
    const state = this.#state;
    const isOne = bytes.length === 1;
    const [first = 0] = bytes;
    const isOwnEscape = isOne && first === 0x1b;
    const wasEscape = this.#isEscapeAlone;
    this.#isEscapeAlone =
      state.is === 'escape' ||
      (isOwnEscape &&
        ((state.is === 'string' && state.escaped) || (state.is === 'paste' && state.mark === ESC)));
    if (state.is === 'ground') this.due = null;
    else if (this.#isEscapeAlone) this.due = at + ESCAPE_WAIT;
    else if (isOne && wasLate) this.#held = keyOf(String.fromCharCode(first));
    else if (state.is === 'string' && this.#length > LONGEST_STRING) this.due = at + HAND;
    else if (this.due === null || !isOne || wasEscape || at - this.#lastAt <= HAND) this.due = at + REST_WAIT;
  }

  #tell(key: string | null): void {
    if (key !== null) this.#inputs.push({ type: 'key', key });
  }

  #reset(): void {
    this.#state = GROUND;
    this.#isLate = false;
    this.#held = null;
    this.#wasReturn = false;
    this.#isEscapeAlone = false;
    this.due = null;
  }

  /** Tells the text of a paste; nothing outside of one. */
  #endPaste(): void {
    if (this.#state.is !== 'paste') return;
    this.#inputs.push({ type: 'paste', text: this.#pasted.replace(/\r\n?/g, '\n') });
    this.#pasted = '';
  }

  /** Takes a character, one of eight bits in its form of seven where it means something. */
  #put(character: string): void {
    const { is } = this.#state;
    const counts =
      C1.test(character) &&
      (is === 'string' ? character === STRING_END : is === 'paste' ? character === CSI : true);
    if (!counts) return this.#take(character);
    this.#take(ESC);
    this.#take(String.fromCharCode(character.charCodeAt(0) - 0x40));
  }

  #take(character: string): void {
    const state = this.#state;
    switch (state.is) {
      case 'ground':
        return this.#ground(character);
      case 'escape':
        return this.#escape(character);
      case 'csi':
        return this.#csi(state.body, character);
      case 'ss3':
        // Old terminals put the modifier before the last character.
        if (/[\d;]/.test(character)) return;
        return this.#final(character, ss3Key(character));
      case 'string':
        return this.#string(state.escaped, character);
      case 'skip':
        // What is not skipped as a byte cannot belong to it.
        return this.#ground(character);
      case 'paste':
        return this.#paste(state.mark, character);
      case 'late':
        return this.#late(state.inString, character);
    }
  }

  #ground(character: string): void {
    this.#isLate = false;
    if (character === ESC) {
      this.#state = { is: 'escape' };
      return;
    }
    this.#state = GROUND;
    // Return and newline together are one key.
    const isSecond = this.#wasReturn && character === '\n';
    this.#wasReturn = character === '\r';
    if (!isSecond) this.#tell(keyOf(character));
  }

  #escape(character: string): void {
    this.#wasReturn = false;
    if (character === ESC) this.#tell('esc');
    else if (!this.#begin(character)) this.#state = GROUND;
  }

  /** Begins what a character after ESC begins; `false`: nothing, it is a key with Alt. */
  #begin(character: string): boolean {
    if (!BEGINS.has(character)) return false;
    this.#length = 0;
    this.#osc = character === ']' ? character : '';
    this.#state =
      character === '['
        ? { is: 'csi', body: '' }
        : character === 'O'
          ? { is: 'ss3' }
          : { is: 'string', escaped: false };
    return true;
  }

  #late(inString: boolean, character: string): void {
    this.#isLate = true;
    if (this.#begin(character)) return;
    if (inString && character === '\\') this.#state = GROUND;
    else this.#ground(character);
  }

  /** Ends a sequence with its last character; what cannot stand in one begins anew. */
  #final(character: string, key: string | null): void {
    if (!/^[\u0040-\u007e]$/.test(character)) {
      this.#ground(character);
      return;
    }
    if (!this.#isLate) this.#tell(key);
    this.#state = GROUND;
  }

  #csi(body: string, character: string): void {
    if (/^[\u0020-\u003f]$/.test(character)) {
      const longer = (body + character).slice(0, LONGEST_SEQUENCE);
      // rxvt ends keys with Shift so; in reports `$` has two numbers or a mark before it, and a letter after it.
      this.#state = /^\d{1,2}\$$/.test(longer) ? GROUND : { is: 'csi', body: longer };
    } else if (body === '' && character === 'M') this.#state = { is: 'skip', left: 3 };
    else if (body === '' && character === '[') this.#state = { is: 'skip', left: 1 };
    else if (body === '200' && character === '~') this.#state = { is: 'paste', mark: '' };
    else {
      if (body.startsWith('?') && character === 'c') this.#replies.push(body + character);
      this.#final(character, body.length < LONGEST_SEQUENCE ? csiKey(body + character) : null);
    }
  }

  #skip(left: number): void {
    this.#state = left > 1 ? { is: 'skip', left: left - 1 } : GROUND;
  }

  #string(escaped: boolean, character: string): void {
    this.#length++;
    if (character === BEL || (escaped && character === '\\')) {
      if (this.#osc.length > 1 && this.#osc.length < LONGEST_REPLY) this.#replies.push(this.#osc);
      this.#state = GROUND;
    } else if (character === ESC) this.#state = { is: 'string', escaped: true };
    // Anything else after ESC means that the string has no end, and something new has begun.
    else if (escaped) {
      this.#isLate = false;
      this.#escape(character);
    } else if (this.#osc !== '' && this.#osc.length < LONGEST_REPLY) this.#osc += character;
  }

  #paste(mark: string, character: string): void {
    const candidate = mark + character;
    if (candidate === PASTE_END || candidate === PASTE_BEGIN) {
      this.#endPaste();
      this.#state = candidate === PASTE_END ? GROUND : { is: 'paste', mark: '' };
    } else if (PASTE_END.startsWith(candidate) || PASTE_BEGIN.startsWith(candidate))
      this.#state = { is: 'paste', mark: candidate };
    else {
      if (this.#pasted.length < LONGEST_PASTE) this.#pasted += mark;
      const begins = character === ESC;
      if (!begins && this.#pasted.length < LONGEST_PASTE) this.#pasted += character;
      this.#state = { is: 'paste', mark: begins ? ESC : '' };
    }
  }
}

/** Reads a terminal; chunks may end anywhere, within a key or a paste too. */
export const makeInputDecoder = (): InputDecoder => new Decoder();
