/**
 * What every key means, once for all screens. Bindings take their keys from here, a test holds every screen to it,
 * a key that does nothing on a screen is explained from here, and docs/keys.md begins with it.
 */

/** One meaning and the keys that have it. */
interface Meaning {
  readonly keys: readonly string[];
  /** As a phrase: `x strikes out an option`. */
  readonly does: string;
  /** Actions that a screen may do by it; absent: whatever comes first on the screen. */
  readonly actions?: readonly string[];
  /** What a learner may have meant who pressed it where it does nothing. */
  readonly instead?: string;
}

/** What a key means wherever it does anything. */
export const MEANINGS = {
  enter: { keys: ['enter'], does: 'does the first thing in the footer' },
  space: { keys: ['space'], does: 'marks the row; where there is nothing to mark, it goes on' },
  up: { keys: ['up', 'k'], does: 'goes a line up', actions: ['up', 'scroll-up'] },
  down: { keys: ['down', 'j'], does: 'goes a line down', actions: ['down', 'scroll-down'] },
  left: {
    keys: ['left', 'h'],
    does: 'goes to the left: folds, another value, the exam question before',
    actions: ['left', 'previous', 'earlier', 'close', 'back', 'fold'],
  },
  right: {
    keys: ['right', 'l'],
    does: 'goes to the right: unfolds, another value, the next exam question',
    actions: ['right', 'next', 'later', 'open', 'unfold'],
  },
  moveUp: { keys: ['K'], does: 'moves the line up', actions: ['move-up'] },
  moveDown: { keys: ['J'], does: 'moves the line down', actions: ['move-down'] },
  sectionBefore: { keys: ['['], does: 'goes to the section before', actions: ['previous-section'] },
  sectionAfter: { keys: [']'], does: 'goes to the next section', actions: ['next-section'] },
  next: {
    keys: ['n'],
    does: 'goes to the next question, answer, place or wrong one; where a screen asks, it says no',
    actions: ['next', 'next-match', 'decline'],
  },
  previous: {
    keys: ['p', 'N'],
    does: 'goes to the one before',
    actions: ['previous', 'previous-match', 'look-back', 'resume-session'],
  },
  tab: { keys: ['tab'], does: 'goes to the next part; in a session or exam it skips' },
  shiftTab: { keys: ['shift-tab'], does: 'goes to the part before' },
  digits: {
    keys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    does: 'choose an option, a rating or a page; after the answer they open its reasons',
    actions: ['choose', 'rate', 'digit', 'reason', 'sure', 'unsure'],
  },
  all: { keys: ['a'], does: 'lists all that belongs to this', actions: ['all'] },
  view: { keys: ['v'], does: 'shows more or less', actions: ['view'] },
  search: { keys: ['/'], does: 'searches', actions: ['search', 'filter'] },
  goTo: { keys: ['g'], does: 'goes to another screen, with a second letter', actions: ['go-to'] },
  end: { keys: ['G', 'end'], does: 'goes to the end', actions: ['last', 'bottom', 'line-end'] },
  review: { keys: ['r'], does: 'starts a review', actions: ['review'], instead: 'R reverses' },
  quiz: { keys: ['t'], does: 'starts a quiz', actions: ['quiz', 'redo', 'practise'] },
  cards: { keys: ['c'], does: 'starts cards', actions: ['cards'], instead: '= opens the calculator' },
  mock: { keys: ['m'], does: 'opens the mock exam', actions: ['exam', 'mock'] },
  note: { keys: ['o'], does: 'opens the note', actions: ['note', 'open'] },
  terms: { keys: ['T'], does: 'explains the terms of a note', actions: ['terms'] },
  calculator: { keys: ['='], does: 'opens the calculator', actions: ['calculator', 'calculators'] },
  flag: { keys: ['f', '!'], does: 'flags, or takes the flag back', actions: ['flag'] },
  doubt: { keys: ['d'], does: 'marks the answer unsure', actions: ['unsure'] },
  strike: {
    keys: ['x'],
    does: 'strikes out an option',
    actions: ['strike'],
    instead: 'S suspends',
  },
  bury: { keys: ['b'], does: 'buries until tomorrow', actions: ['bury'] },
  suspend: { keys: ['S'], does: 'suspends, or brings back', actions: ['suspend'] },
  remark: { keys: ['w'], does: 'writes a remark', actions: ['remark'] },
  card: { keys: ['W'], does: 'writes a card of your own', actions: ['own-card'] },
  edit: { keys: ['e'], does: 'opens the file in your editor', actions: ['edit'] },
  clear: {
    keys: ['backspace', 'delete'],
    does: 'clears what is chosen or typed',
    actions: ['clear', 'delete-before', 'default'],
  },
  undo: {
    keys: ['u', 'z'],
    does: 'undoes the last thing you did',
    actions: ['undo'],
    instead: 'd marks unsure',
  },
  more: { keys: ['+'], does: 'takes more', actions: ['more', 'right'] },
  less: { keys: ['-'], does: 'takes less', actions: ['less', 'left'], instead: 'x strikes out' },
  sort: { keys: ['s'], does: 'sorts by the next column', actions: ['sort'] },
  reverse: { keys: ['R'], does: 'reverses the order', actions: ['reverse'] },
  copy: {
    keys: ['y'],
    does: 'copies the command; where a screen asks, it says yes',
    actions: ['copy', 'confirm'],
  },
  pause: { keys: ['P'], does: 'pauses the clock of a practice exam', actions: ['pause', 'resume'] },
  handIn: { keys: ['E'], does: 'hands in an exam, after a question', actions: ['end'] },
  discard: { keys: ['D'], does: 'discards, after a question', actions: ['discard'] },
  type: { keys: ['i'], does: 'goes back to typing', actions: ['commands', 'type'] },
  settings: { keys: [','], does: 'opens the settings', actions: ['settings'] },
  help: { keys: ['?', 'f1'], does: 'shows the keys of a screen', actions: ['help', 'close'] },
  back: { keys: ['q', 'esc'], does: 'goes back one step' },
} as const satisfies Readonly<Record<string, Meaning>>;

/** Name of a meaning. */
export type MeaningName = keyof typeof MEANINGS;

/** Keys that turn pages, move in a text or belong to the terminal: the same everywhere, and no letters. */
const PLAIN_KEYS: ReadonlySet<string> = new Set([
  'page-up',
  'page-down',
  'ctrl-b',
  'ctrl-f',
  'home',
  'ctrl-l',
  'ctrl-z',
  'ctrl-c',
]);

const ALL: readonly Meaning[] = Object.values(MEANINGS);

/** What a key means; `undefined`: nothing anywhere. */
export const meaningOf = (key: string): Meaning | undefined => ALL.find(({ keys }) => keys.includes(key));

/** Whether an action is what a key means: whatever comes first, for `enter`, `space` and the way back. */
export const fits = (key: string, action: string): boolean => {
  if (PLAIN_KEYS.has(key)) return true;
  const meaning = meaningOf(key);
  return meaning !== undefined && (meaning.actions?.includes(action) ?? true);
};

/** What a key does elsewhere, where it does nothing here: `x strikes out an option; S suspends.` */
export const elsewhere = (key: string): string | null => {
  const meaning = meaningOf(key);
  if (meaning?.actions === undefined || !/^[A-Za-z!=]$/.test(key)) return null;
  const { does, instead } = meaning;
  return `${key} ${does}${instead === undefined ? '' : `; ${instead}`}.`;
};
