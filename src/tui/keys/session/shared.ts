/** Keys that several states of a session have. */
import { MEANINGS } from '../meanings.ts';

export const END = {
  action: 'end',
  keys: ['q', 'esc'],
  label: 'q',
  hint: 'end',
  help: 'To the end of the session; p comes back from there',
} as const;
export const UNDO = {
  action: 'undo',
  keys: MEANINGS.undo.keys,
  help: 'Undo the last thing you did, whatever it was',
} as const;
export const EDIT = {
  action: 'edit',
  keys: MEANINGS.edit.keys,
  help: 'Open its file in your editor',
} as const;
export const FLAG = {
  action: 'flag',
  keys: MEANINGS.flag.keys,
  hint: 'flag',
  help: 'Flag it, or take the flag back',
} as const;
export const BURY = { action: 'bury', keys: MEANINGS.bury.keys, help: 'Bury until tomorrow' } as const;
export const SUSPEND = {
  action: 'suspend',
  keys: MEANINGS.suspend.keys,
  help: 'Suspend until you bring it back',
} as const;
export const SKIP = { action: 'skip', keys: ['tab'], help: 'Skip' } as const;
export const LOOK_BACK = {
  action: 'look-back',
  keys: ['p'],
  help: 'Look back at the answer before; nothing is taken back',
} as const;
export const ALL = { action: 'all', keys: MEANINGS.all.keys, help: 'All answers of this session' } as const;
export const VIEW_ALL = {
  action: 'view',
  keys: MEANINGS.view.keys,
  help: 'All reasons, the whole question, its source and its note, or less',
} as const;
export const VIEW = { ...VIEW_ALL, hint: 'all' } as const;
