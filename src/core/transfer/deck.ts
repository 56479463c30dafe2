/**
 * What another program's file holds, in words of our own: every reader of a foreign format gives a `Deck`, and
 * whatever writes one takes a `Deck`. Text is Markdown as our notes have it; nothing here is HTML.
 */

import type { Rating } from '../journal/event.ts';

/** Where something stands in the file that was read. */
export type DeckPlace = {
  /** A name inside the archive or folder; absent where the file itself is meant. */
  readonly file?: string;
  /** Counted from 1. */
  readonly line?: number;
  /** The number by which the other program finds it: `nid:1600000000000` in Anki's browser. */
  readonly note?: number;
};

/** One review that another program recorded. */
export type DeckReview = {
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly rating: Rating;
  /** How long the answer took, in milliseconds, where the program kept it. */
  readonly milliseconds?: number;
};

/** A schedule without a history, as Obsidian's comments and repeater keep it. */
export type DeckState = {
  /** The day it is due, as YYYY-MM-DD. */
  readonly due: string;
  /** Days from the last review to `due`. */
  readonly interval: number;
  /** Ease as a factor, such as 2.5. */
  readonly ease?: number;
  /** FSRS, where the program uses it: days. */
  readonly stability?: number;
  /** FSRS, where the program uses it: 1 to 10. */
  readonly difficulty?: number;
};

/** What a learner did with one card of a note: its first side, its reversed side, or one cloze. */
export type DeckProgress = {
  readonly reviews: readonly DeckReview[];
  readonly state?: DeckState;
  readonly suspended?: boolean;
  readonly flagged?: boolean;
  /** How often it was forgotten after it had been known, where the program counts it: a leech is one of many. */
  readonly lapses?: number;
  /** It counts as a leech here; what another program calls one is told by its tag and its lapses. */
  readonly leech?: true;
};

type DeckCardBase = {
  /** What the other program tells it by, for ever: Anki's guid, an explicit id, a hash of the text. */
  readonly id: string;
  /** Deck names from the outside to the inside; at least one. */
  readonly deck: readonly string[];
  /** As the other program has them; a writer gets ours, such as `biology/cells`. */
  readonly tags: readonly string[];
  readonly place: DeckPlace;
  /** The id was written by a person: it stays as it is where it is an id of ours, too. */
  readonly named?: true;
};

/** A card with two sides; `reversed` is asked in both directions. */
type DeckSides = DeckCardBase & {
  readonly form: 'basic' | 'reversed';
  readonly front: string;
  readonly back: string;
  /** One entry, or two for `reversed`: front to back first. */
  readonly progress: readonly DeckProgress[];
};

/** A text with gaps, each written as `[gap]`, as our notes have them. */
export type DeckCloze = DeckCardBase & {
  readonly form: 'cloze';
  readonly text: string;
  /** What is shown with the answer only. */
  readonly extra?: string;
  /** An entry a gap, in the order of the text. */
  readonly progress: readonly DeckProgress[];
};

/** A card between two formats. */
export type DeckCard = DeckSides | DeckCloze;

/** A question in the shape of an entry of our banks (docs/formats.md), not checked yet. */
export type DeckQuestion = {
  readonly id: string;
  readonly deck: readonly string[];
  readonly place: DeckPlace;
  readonly entry: Readonly<Record<string, unknown>>;
  /** As in cards. */
  readonly named?: true;
};

/** Something that was changed on the way, or left: told in the report, with its place. */
export type DeckRemark = {
  readonly act: 'changed' | 'left';
  /** What it is about, such as `image` or `script`; remarks are counted by it. */
  readonly what: string;
  /** A sentence for people. */
  readonly why: string;
  readonly place: DeckPlace;
};

/** All that was read from one file or folder. */
export type Deck = {
  /** The format's name as people say it, such as `Anki package`. */
  readonly format: string;
  readonly cards: readonly DeckCard[];
  readonly questions: readonly DeckQuestion[];
  readonly remarks: readonly DeckRemark[];
  /** Names of pictures and sounds that the cards use; they are listed, not carried. */
  readonly media: readonly string[];
};
