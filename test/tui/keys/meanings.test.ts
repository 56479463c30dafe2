import { describe, expect, it } from 'vitest';
import type { ContextName } from '../../../src/tui/keys/key-table.ts';
import { GLOBAL_KEYS, KEY_TABLE, keyContext } from '../../../src/tui/keys/key-table.ts';
import { elsewhere, fits, meaningOf, MEANINGS } from '../../../src/tui/keys/meanings.ts';

/** The row behind `g` takes one letter, and nothing else. */
const names = (Object.keys(KEY_TABLE) as readonly ContextName[]).filter(name => name !== 'go-to');

describe('a key', () => {
  it('has one meaning', () => {
    const keys = Object.values(MEANINGS).flatMap(meaning => meaning.keys as readonly string[]);
    expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
  });

  it.each(names)('means the same in %s as on every other screen', name => {
    const { bindings, text } = keyContext(name);
    const broken = bindings.flatMap(({ action, keys }) =>
      keys.filter(key => text === 'no' && !fits(key, action)).map(key => `${key}: ${action}`),
    );
    expect(broken).toEqual([]);
  });

  it('means the same in what holds everywhere', () => {
    for (const { action, keys } of GLOBAL_KEYS.bindings)
      for (const key of keys)
        if (meaningOf(key) !== undefined) expect([key, fits(key, action)]).toEqual([key, true]);
  });

  it('that does harm is a capital', () => {
    const harmful = new Set(['suspend', 'discard', 'end']);
    const small = names.flatMap(name =>
      keyContext(name).text === 'yes'
        ? []
        : keyContext(name)
            .bindings.filter(({ action }) => harmful.has(action) && !name.startsWith('session'))
            .flatMap(({ action, keys }) =>
              keys
                // The end of a session can be left again.
                .filter(key => /^[a-z]$/.test(key) && !(action === 'end' && key === 'q'))
                .map(key => `${name} ${key}`),
            ),
    );
    expect(small).toEqual([]);
  });

  it('says what it does elsewhere, as a sentence', () => {
    expect(elsewhere('x')).toBe('x strikes out an option; S suspends.');
    expect(elsewhere('enter')).toBeNull();
    expect(elsewhere('Y')).toBeNull();
  });
});
