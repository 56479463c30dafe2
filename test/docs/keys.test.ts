import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/program/commands.ts';
import { KEY_LINES } from '../../scripts/lib/key-lines.ts';
import { keyReference } from '../../scripts/lib/key-reference.ts';
import { ROOT } from '../support/run-study.ts';

it('docs/keys.md is what the table of keys says (node scripts/generate-key-reference.mjs)', () => {
  expect(readFileSync(join(ROOT, 'docs/keys.md'), 'utf8')).toBe(keyReference());
});

it('every meaning of a key has a line, a command or a flag that there is', () => {
  const words = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
  const accepted = words('src/text/session/session-lines.ts') + words('src/text/exam/exam-lines.ts');
  const names = new Set(COMMANDS.map(({ name }) => name));
  for (const [meaning, line] of Object.entries(KEY_LINES)) {
    expect(line, meaning).not.toBe('');
    for (const [, code = ''] of line.matchAll(/`([^`]*)`/g)) {
      const [, command] = /^study (\w+)/.exec(code) ?? [];
      const [, colon] = /^(:[a-z?]+)/.exec(code) ?? [];
      if (command !== undefined) expect(names, `${meaning}: ${code}`).toContain(command);
      if (colon !== undefined) expect(accepted, `${meaning}: ${code}`).toContain(`'${colon}`);
    }
  }
});
