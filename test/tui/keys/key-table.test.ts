import { describe, expect, it } from 'vitest';
import type { ContextName } from '../../../src/tui/keys/key-table.ts';
import {
  actionOf,
  GLOBAL_KEYS,
  globalActionOf,
  isRunningExam,
  KEY_TABLE,
  keyContext,
  keyIn,
} from '../../../src/tui/keys/key-table.ts';

const names = Object.keys(KEY_TABLE) as readonly ContextName[];

/** Keys a terminal can send, by their shape. */
const KEY =
  /^(?:[!-~]|space|enter|esc|tab|shift-tab|up|down|left|right|home|end|page-up|page-down|backspace|delete|f1|ctrl-[a-z])$/;
const CHARACTER = /^(?:.|space)$/u;

describe.each(names)('the keys of %s', name => {
  const { bindings, text } = keyContext(name);

  it('are keys a terminal sends, and none stands for two things', () => {
    const keys = bindings.flatMap(binding => binding.keys);
    for (const key of keys) expect(key).toMatch(KEY);
    expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
    expect(keys.length).toBeGreaterThan(0);
  });

  it('leave those alone that mean the same everywhere', () => {
    const everywhere = GLOBAL_KEYS.bindings.flatMap(binding => binding.keys as readonly string[]);
    const keys = bindings.flatMap(binding => binding.keys);
    // What lies over a screen closes itself; in a running exam one goes nowhere.
    const allowed =
      name === 'overlay' ? ['?', 'f1'] : name === 'go-to' ? ['g', ','] : isRunningExam(name) ? ['g'] : [];
    expect(keys.filter(key => everywhere.includes(key) && !allowed.includes(key))).toEqual([]);
  });

  it('are no characters where text is typed', () => {
    const characters = bindings.flatMap(binding => binding.keys).filter(key => CHARACTER.test(key));
    expect(text === 'yes' ? characters : []).toEqual([]);
  });

  it('say what they do', () => {
    for (const { help } of bindings) expect(help).toMatch(/^[A-Z0-9].*[^.]$/);
  });
});

describe('a key', () => {
  it('is looked up in its context, and everywhere after that', () => {
    expect(actionOf('home', 'enter')).toBe('open');
    expect(actionOf('home', 'F')).toBeNull();
    expect(globalActionOf('home', '?')).toBe('help');
    expect(globalActionOf('typed', '?')).toBeNull();
    expect(globalActionOf('typed', 'ctrl-c')).toBe('interrupt');
  });
});

it('a digit of full width is the plain digit, except where text is typed', () => {
  for (const name of names) expect(keyIn(name, '３')).toBe(keyContext(name).text === 'yes' ? '３' : '3');
});
