/** At a terminal the accessible mode only ever adds lines: nothing is redrawn, nothing moves, no pager and no screen opens. */
import { rmSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { openTerminal } from '../support/pty.ts';
import { makeTempDir } from '../support/run-study.ts';

const home = makeTempDir('study-heard-terminal');
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** What moves the cursor, clears, hides, opens a screen or asks the terminal; colours do not. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const MOVES = /\r(?!\r?\n)|[\u0007\u0008]|\u001b(?!\[[\d;]*m)/;

/** Prompts and what is typed at them, by command. */
const RUNS: readonly (readonly [
  words: readonly string[],
  typed: readonly (readonly [prompt: RegExp, line: string])[],
])[] = [
  [[], [[/Enter ends: $/, '']]],
  [
    ['notes', 'http'],
    [
      [/quit: $/, ''],
      [/quit: $/, 'quit'],
    ],
  ],
  [
    ['help', 'formats'],
    [
      [/quit: $/, ''],
      [/quit: $/, 'quit'],
    ],
  ],
  [
    ['quiz', 'http', '-n', '2', '--seed', '1'],
    [
      [/Answer[^]*: $/, '1'],
      [/: $/, ':quit'],
    ],
  ],
  [
    ['cards', 'http', '-n', '2'],
    [
      [/answer: $/, ''],
      [/Rate[^]*: $/, '3'],
      [/answer: $/, ':quit'],
    ],
  ],
  [
    ['exam', 'cab432', '--practice', '-n', '2'],
    [
      [/Answer[^]*: $/, ':time'],
      [/Answer[^]*: $/, ':quit'],
    ],
  ],
  [['stats'], []],
  [['topics'], [[/ends: $/, '']]],
  [['search', 'http'], [[/ends: $/, '']]],
  [['check', '--rules'], []],
];

it.each(RUNS.map(run => [run[0].join(' '), ...run] as const))(
  'study %s only adds lines',
  async (_, words, typed) => {
    const terminal = openTerminal(words, { home, env: { STUDY_ACCESSIBLE: '1' }, columns: 40 });
    let from = 0;
    for (const [prompt, line] of typed) {
      const at = from;
      await terminal.waitFor(new RegExp(`^[^]{${at},}${prompt.source}`));
      from = terminal.text().length + line.length;
      terminal.send(`${line}\r`);
    }
    await terminal.ended;
    expect(terminal.text().length).toBeGreaterThan(40);
    expect(
      terminal
        .raw()
        .split('\n')
        .filter(line => MOVES.test(`${line}\n`)),
    ).toEqual([]);
  },
  60_000,
);
