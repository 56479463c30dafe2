/** What a screen is to the program around it, and what the program is to a screen. */
import type { ReactNode } from 'react';
import type { Action, ContextName } from '../keys/key-table.ts';
import type { Destination } from './destination.ts';
import type { Services } from './services.ts';
import type { Theme, ThemeChoice } from '../components/theme.ts';

/** Cells that a screen may draw on. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What stands above a screen; the same thing is always in the same place. */
export interface Header {
  readonly left: string;
  readonly right: string;
  /** A second line. */
  readonly below?: string;
}

/** Lines of a body that do not fit on the screen. */
export interface Hidden {
  readonly above: number;
  readonly below: number;
}

/** What the learner may write on: a card or question, or the section of a topic. */
interface Subject {
  /** Key of the card or question; `null`: there is none. */
  readonly item: string | null;
  /** Topic id. */
  readonly topic: string;
  /** Section id within the topic, `''` for none. */
  readonly section: string;
}

/** A card or question as a subject; `undefined`, as for one that the course does not have: nothing to write on. */
export const subjectOf = (
  entry: { readonly key: string; readonly topic: string; readonly section: string } | undefined,
): Subject | null =>
  entry === undefined ? null : { item: entry.key, topic: entry.topic, section: entry.section };

/**
 * One screen. It keeps its own state, changes it only when one of its methods is called, and asks the host to
 * draw it again where that happens later, after something was loaded.
 */
export interface Screen {
  /** The keys in force now. */
  readonly context: ContextName;
  header(size: Size): Header;
  /** The part between header and hints; nothing in it may be higher or wider than `size`. */
  body(size: Size): ReactNode;
  /** Does what a key asks for. `key` is its name, for those that stand for a number. */
  act(action: Action, key: string): void;
  /** How many lines of the body are out of sight above and below it; of the body that was drawn last. */
  hidden?(): Hidden;
  /** Typed or pasted text, where the context takes text. */
  type?(text: string): void;
  /** Whether an action can do something now; those that cannot are left out of the hints. */
  offers?(action: Action): boolean;
  /** How the keys of an action are written now, where it depends on what is shown: `1-4`. */
  label?(action: Action): string | undefined;
  /** What an action does now, in the words of a hint, where it depends on what is shown. */
  hint?(action: Action): string | undefined;
  /** How many an action is about, beside its hint: `quiz 12`. */
  count?(action: Action): number | undefined;
  /** What a remark or a card of the learner's own would be written on now; `null`: nothing. */
  about?(): Subject | null;
  /** Called when the learner has written or discarded something of their own; after a card the course is opened anew. */
  written?(what: 'remark' | 'card'): void;
  /** Called when the screen is the uppermost again. */
  shown?(): void;
  /** Called when the screen is left for good. */
  close?(): void;
  /** What stays on the normal screen when the program ends: of every screen that was opened, in order. */
  farewell?(): readonly string[];
}

/** How a message is meant. */
export type Tone = 'plain' | 'good' | 'bad';

/** One line that is shown until the next key: what has happened, or why something did not. */
export interface Message {
  readonly text: string;
  readonly tone: Tone;
}

/** The program around the screens. */
export interface Host {
  readonly services: Services;
  readonly theme: Theme;
  /** What a screen may draw on now. */
  readonly size: Size;
  /** Draws what has changed without a key. */
  readonly redraw: () => void;
  /** Opens a screen above this one. */
  readonly open: (destination: Destination) => void;
  /** Opens a screen in the place of this one. */
  readonly replace: (destination: Destination) => void;
  /** The state of the screen below the uppermost; `null`: leaving it ends the program. */
  readonly below: () => ContextName | null;
  /** Shows the keys of the uppermost screen. */
  readonly help: () => void;
  /** Leaves the uppermost screen; the last one ends the program. */
  readonly back: () => void;
  /** Ends the program. */
  readonly quit: () => void;
  /** One line above the hints, until the next key. */
  readonly say: (text: string, tone?: Tone) => void;
  /** Whether there is a screen for a destination; what leads to none is not offered. */
  readonly has: (to: Destination['to']) => boolean;
  /** Changes the look at once. */
  readonly restyle: (given: Partial<Pick<ThemeChoice, 'theme' | 'ascii'>>) => void;
  /** Ends the program with an error that is told after the screens are gone. */
  readonly fail: (error: unknown) => void;
  /** Gives the terminal to something else, such as an editor, and takes it back. */
  readonly suspend: <T>(use: () => Promise<T>) => Promise<T>;
}
