/**
 * What a learner writes on a course for themselves: remarks on items, and cards of their own. It lies in
 * `own/<course>/` beside the journal (docs/formats.md) and over the course: cards are items of their topics, marked by
 * `own` in their `ItemEntry`, and topics count them in `TopicEntry.own`. This file is what screens and sessions call;
 * `openOwn` in own-notes.ts makes it.
 */

/** A remark on an item. Two devices can have written one each: then both are kept, and both are shown. */
export interface Remark {
  /** Key of the item, as the course calls it today. */
  readonly item: string;
  /** Markdown, one text for each version that differs; never empty. */
  readonly texts: readonly string[];
  /** The course has no such item any more: "no longer in the course". */
  readonly gone: boolean;
  /** Whole path of the file of each text, for an editor. */
  readonly files: readonly string[];
}

/** A card of the learner's own; a cloze is one for each deletion. */
export interface OwnCard {
  readonly key: string;
  readonly topic: string;
  /** Section id within the topic, `''` where none is given. */
  readonly section: string;
  /** Markdown. */
  readonly front: string;
  readonly back: string;
  /** The course has no such topic any more. */
  readonly gone: boolean;
  /** Whole path of its file, for an editor. */
  readonly file: string;
  readonly line: number;
}

/** A card as it is typed. */
export interface CardText {
  readonly topic: string;
  /** Section id within the topic, `''` for none. */
  readonly section: string;
  /** With `[brackets]` and an empty back it is a cloze. */
  readonly front: string;
  readonly back: string;
}

/** Where a card of a topic goes: the learner's own folder, or, in a course of the learner's own, the topic's file. */
export interface CardTarget {
  readonly is: 'own' | 'course';
  /** Whole path. */
  readonly file: string;
}

/** A card that was written. */
export interface SavedCard {
  /** Of every item it gives. */
  readonly keys: readonly string[];
  readonly target: CardTarget;
}

/** Longest remark that is typed, in characters. */
export const LONGEST_REMARK = 1000;

/**
 * Remarks and cards of one course. Everything is read from the disk when it is asked for, so that another terminal or
 * a synchroniser may change it meanwhile. A course without an id (`hasId: false`) has none, and takes none.
 */
export interface OwnNotes {
  /** The remark on an item, to be shown after its answer; `null`: none. */
  remarkOn(item: string): Remark | null;
  /** Keys of all items with a remark, as the course calls them. */
  remarked(): ReadonlySet<string>;
  /**
   * Writes the remark on an item; blank text removes it.
   * @param seen what {@link remarkOn} gave when writing began: those versions are replaced, what came since is kept
   * @throws Failure `data`/`not-saved`, `usage` where there is no item or the text is too long
   */
  saveRemark(item: string, text: string, seen: Remark | null): void;
  /** Removes what was seen of a remark. @throws Failure `data`/`not-saved` */
  discardRemark(seen: Remark): void;
  /** Where a card of a topic would be written: to be said before it is saved. @throws Failure `usage` for no topic */
  cardTarget(topic: string): CardTarget;
  /**
   * Writes a card. The course has it when it is opened anew.
   * @throws Failure `usage` for a card that cannot be read back as it was typed, `data`/`not-saved`
   */
  saveCard(card: CardText): Promise<SavedCard>;
  /** Removes a card of the own folder, with all deletions of its cloze. @throws Failure `usage`, `data`/`not-saved` */
  discardCard(key: string): Promise<void>;
  /** All remarks by item, and the cards of the course as it was opened; those of items and topics that are gone, too. */
  list(): { readonly remarks: readonly Remark[]; readonly cards: readonly OwnCard[] };
}
