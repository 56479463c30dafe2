import type { DeckPlace, DeckRemark } from './deck.ts';

/** Collects what a reader or writer changed or left. */
export class RemarkList {
  readonly list: DeckRemark[] = [];

  /** Something that is carried in another form. */
  changed(what: string, why: string, place: DeckPlace): void {
    this.list.push({ act: 'changed', what, why, place });
  }

  /** Something that is not carried. */
  left(what: string, why: string, place: DeckPlace): void {
    this.list.push({ act: 'left', what, why, place });
  }
}
