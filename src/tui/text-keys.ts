import type { Binding } from './key-context.ts';

/** The keys of a field that text is typed into. */
export const FIELD = [
  { action: 'left', keys: ['left'], help: 'A character to the left' },
  { action: 'right', keys: ['right'], help: 'A character to the right' },
  { action: 'line-start', keys: ['home', 'ctrl-a'], help: 'To the beginning' },
  { action: 'line-end', keys: ['end', 'ctrl-e'], help: 'To the end' },
  { action: 'delete-before', keys: ['backspace'], help: 'Delete the character before the cursor' },
  { action: 'delete-after', keys: ['delete', 'ctrl-d'], help: 'Delete the character behind the cursor' },
  { action: 'delete-line', keys: ['ctrl-u'], help: 'Delete everything' },
] as const satisfies readonly Binding[];
