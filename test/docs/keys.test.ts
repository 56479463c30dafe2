import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/program/commands.ts';
import { PREFERENCES } from '../../src/core/device/preferences.ts';
import { SETTINGS } from '../../src/core/journal/settings.ts';
import { KEY_LINES, SCREEN_LINES } from '../../scripts/lib/key-lines.ts';
import { keyReference } from '../../scripts/lib/key-reference.ts';
import { ROOT } from '../support/run-study.ts';

/** Where a list of commands has one, at its beginning or behind another. */
const lineOf = (colon: string): RegExp =>
  new RegExp(`['; ]${colon.replace('?', '\\?')}\\b|'${colon.replace('?', '\\?')}`);

it('docs/keys.md is what the table of keys says (node scripts/generate-key-reference.mjs)', () => {
  expect(readFileSync(join(ROOT, 'docs/keys.md'), 'utf8')).toBe(keyReference());
});

it('every meaning of a key has a line, a command or a flag that there is', () => {
  const words = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
  const accepted = [
    'src/text/session/session-lines.ts',
    'src/text/exam/exam-lines.ts',
    'src/text/accessible/session/spoken-session.ts',
    'src/text/accessible/exam/spoken-exam.ts',
  ]
    .map(words)
    .join('');
  const declared = readdirSync(join(ROOT, 'src/cli'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => words(join('src/cli', name)))
    .join('');
  const names = new Set(COMMANDS.map(({ name }) => name));
  const settings: readonly string[] = [...SETTINGS, ...PREFERENCES].map(({ key }) => key);
  const lines = [
    ...Object.entries(KEY_LINES),
    ...Object.entries(SCREEN_LINES).map(([name, cells]) => [name, cells.join('; ')] as const),
  ];
  for (const [meaning, line] of lines) {
    expect(line, meaning).not.toBe('');
    for (const [, code = ''] of line.matchAll(/`([^`]*)`/g)) {
      const [, command] = /^study (\w+)/.exec(code) ?? [];
      const [, colon] = /^(:[a-z?]+)/.exec(code) ?? [];
      const [, flag] = /(--[a-z-]+)/.exec(code) ?? [];
      const [, setting] = /^study config set (\w+)/.exec(code) ?? [];
      const [, below] = /^study progress ([a-z-]+)/.exec(code) ?? [];
      if (command !== undefined) expect(names, `${meaning}: ${code}`).toContain(command);
      if (colon !== undefined) expect(accepted, `${meaning}: ${code}`).toMatch(lineOf(colon));
      if (flag !== undefined && flag !== '--json' && flag !== '--help')
        expect(declared, `${meaning}: ${code}`).toMatch(new RegExp(`['" ]${flag}[ '"]`));
      if (setting !== undefined) expect(settings, `${meaning}: ${code}`).toContain(setting);
      if (below !== undefined)
        expect(declared, `${meaning}: ${code}`).toMatch(
          new RegExp(`\\.command\\('${below}'\\)|^  ${below}: \\{`, 'm'),
        );
    }
  }
});
