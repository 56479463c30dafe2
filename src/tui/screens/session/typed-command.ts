/** Commands in a field: a line that begins with a colon, as in plain lines. */
import type { Action } from '../../keys/key-table.ts';

const COMMANDS: ReadonlyMap<string, Action | 'help'> = new Map<string, Action | 'help'>([
  ['q', 'end'],
  ['u', 'undo'],
  ['skip', 'skip'],
  ['flag', 'flag'],
  ['unsure', 'unsure'],
  ['note', 'note'],
  ['bury', 'bury'],
  ['suspend', 'suspend'],
  ['edit', 'edit'],
  ['back', 'look-back'],
  ['?', 'help'],
]);

/** What a typed line asks for; `answer`: it is none. `unknown`: it begins with a colon and is none either. */
export const typedCommand = (
  line: string,
):
  | { readonly is: 'answer' }
  | { readonly is: 'unknown'; readonly word: string }
  | { readonly is: 'command'; readonly action: Action | 'help' } => {
  const [, word] = /^:(\S*)/.exec(line.trim()) ?? [];
  if (word === undefined) return { is: 'answer' };
  const action = COMMANDS.get(word);
  return action === undefined ? { is: 'unknown', word } : { is: 'command', action };
};
