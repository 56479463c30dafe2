/** Keys that several states of a session have. */
import { MEANINGS } from '../meanings.ts';

/** Ends a session, for the time being. */
export const END = {
  action: 'end',
  keys: ['q', 'esc'],
  label: 'q',
  hint: 'end',
  help: 'To the end of the session; p comes back from there',
} as const;
/** Takes the last act back. */
export const UNDO = {
  action: 'undo',
  keys: MEANINGS.undo.keys,
  help: 'Undo the last thing you did, whatever it was',
} as const;
/** Opens the file of an item. */
export const EDIT = {
  action: 'edit',
  keys: MEANINGS.edit.keys,
  help: 'Open its file in your editor',
} as const;
/** Flags an item. */
export const FLAG = {
  action: 'flag',
  keys: MEANINGS.flag.keys,
  hint: 'flag',
  help: 'Flag it, or take the flag back',
} as const;
/** Buries an item. */
export const BURY = { action: 'bury', keys: MEANINGS.bury.keys, help: 'Bury until tomorrow' } as const;
/** Suspends an item. */
export const SUSPEND = {
  action: 'suspend',
  keys: MEANINGS.suspend.keys,
  help: 'Suspend until you bring it back',
} as const;
/** Skips an item. */
export const SKIP = { action: 'skip', keys: ['tab'], help: 'Skip' } as const;
/** Looks back at an answer. */
export const LOOK_BACK = {
  action: 'look-back',
  keys: ['p'],
  help: 'Look back at the answer before; nothing is taken back',
} as const;
/** Lists all answers. */
export const ALL = { action: 'all', keys: MEANINGS.all.keys, help: 'All answers of this session' } as const;
/** Shows all of an explanation. */
export const VIEW_ALL = {
  action: 'view',
  keys: MEANINGS.view.keys,
  help: 'All reasons, the whole question, its source and its note, or less',
} as const;
/** The same, with a hint. */
export const VIEW = { ...VIEW_ALL, hint: 'all' } as const;
