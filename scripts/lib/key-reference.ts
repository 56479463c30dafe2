/** Writes docs/keys.md from the table of keys. */
import type { Binding, KeyContext } from '../../src/tui/keys/key-context.ts';
import type { ContextName } from '../../src/tui/keys/key-table.ts';
import { GLOBAL_KEYS, KEY_TABLE, keyContext } from '../../src/tui/keys/key-table.ts';
import type { MeaningName } from '../../src/tui/keys/meanings.ts';
import { MEANINGS } from '../../src/tui/keys/meanings.ts';
import { KEY_LINES, SCREEN_LINES } from './key-lines.ts';

/** Every key with its one meaning, and what does the same in lines. */
const meanings = (): readonly string[] => [
  '## What each key means',
  '',
  'A key means the same on every screen; where it can do nothing it does nothing. Beside it stands what does the same in',
  'plain lines: a line of a session, a command or a flag.',
  '',
  '| key | what it does | in lines |',
  '|---|---|---|',
  ...(Object.keys(MEANINGS) as readonly MeaningName[]).map(
    name =>
      `| ${keysText({ ...MEANINGS[name], action: '', help: '' })} | ${MEANINGS[name].does} | ${KEY_LINES[name]} |`,
  ),
  '',
];

/** Every screen with the command that does the same in lines. */
const screens = (): readonly string[] => [
  '## Every screen in lines',
  '',
  'What a screen shows and does, a command tells in lines. In the accessible mode its lines are sentences, and where',
  'somebody sits at the terminal it takes more lines.',
  '',
  '| screen | command | in the accessible mode its lines take |',
  '|---|---|---|',
  ...Object.entries(SCREEN_LINES).map(([name, [command, heard]]) => `| ${name} | ${command} | ${heard} |`),
  '',
];

const ARROWS: ReadonlyMap<string, string> = new Map([
  ['up', '↑'],
  ['down', '↓'],
  ['left', '←'],
  ['right', '→'],
]);

/** A key as code; a bar would end the cell of a table. */
const keyText = (key: string): string => `\`${(ARROWS.get(key) ?? key).replaceAll('|', '\\|')}\``;

/** `1` to `9` rather than nine keys. */
const keysText = ({ keys }: Binding): string => {
  const digits = keys.filter(key => /^\d$/.test(key));
  const others = keys.filter(key => !/^\d$/.test(key)).map(keyText);
  const span =
    digits.length > 2
      ? [`${keyText(digits[0] ?? '')} to ${keyText(digits.at(-1) ?? '')}`]
      : digits.map(keyText);
  return [...span, ...others].join(' ');
};

const section = ({ title, text, bindings }: KeyContext): readonly string[] => [
  `## ${title}`,
  '',
  ...(text === 'yes' ? ['What is typed or pasted goes into the field.', ''] : []),
  '| key | what it does |',
  '|---|---|',
  ...bindings.map(binding => `| ${keysText(binding)} | ${binding.help} |`),
  '',
];

/** The page. */
export const keyReference = (): string =>
  [
    '# Keys',
    '',
    'Written by `scripts/generate-key-reference.mjs` from the files in `src/tui/keys/`; a test fails when',
    'this page is stale. On every screen `?` shows the keys that are in force there.',
    '',
    ...meanings(),
    ...screens(),
    ...section(GLOBAL_KEYS),
    ...(Object.keys(KEY_TABLE) as readonly ContextName[]).flatMap(name => section(keyContext(name))),
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
