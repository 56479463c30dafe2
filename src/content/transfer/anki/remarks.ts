/** Remarks about a package: each about its note, and those that are only counted. */
import type { DeckPlace, DeckRemark } from '../../../core/transfer/deck.ts';
import { quoted } from '../../../core/base/sanitize.ts';
import type { DroppedMarkup } from '../html-to-markdown.ts';
import type { LeftEntries } from './history.ts';

const WORDS: Readonly<Record<DroppedMarkup, readonly [DeckRemark['act'], string]>> = {
  script: ['left', 'A script was dropped'],
  style: ['left', 'A style sheet was dropped'],
  frame: ['left', 'Embedded content, such as a video or a drawing, was dropped'],
  form: ['left', 'An input field was dropped'],
  sound: ['left', 'The sound is named in the text, and not carried over'],
  image: ['left', 'The picture is named in the text, and not carried over'],
  math: ['changed', 'LaTeX stays as it is written: it is shown as text'],
  markup: ['changed', 'Too many tags, or too many within each other: only the text was taken'],
};

/** Collects remarks and the names of pictures and sounds. */
export interface RemarkLog {
  readonly remarks: readonly DeckRemark[];
  readonly media: ReadonlySet<string>;
  readonly add: (act: DeckRemark['act'], what: string, why: string, place: DeckPlace) => void;
  /** For {@link htmlToMarkdown}, about one note. A thing is told once a note, a file by each of its names. */
  readonly noticer: (place: DeckPlace) => (what: DroppedMarkup, name?: string) => void;
}

/** @param entries by the name of a picture or sound: the entry of the package that it lies in */
export const makeRemarkLog = (entries: ReadonlyMap<string, string>): RemarkLog => {
  const remarks: DeckRemark[] = [];
  const media = new Set<string>();
  return {
    remarks,
    media,
    add: (act, what, why, place) => void remarks.push({ act, what, why, place }),
    noticer: place => {
      const told = new Set<string>();
      return (what, name = '') => {
        if (name !== '') media.add(name);
        if (told.has(`${what} ${name}`)) return;
        told.add(`${what} ${name}`);
        const [act, words] = WORDS[what];
        const entry = entries.get(name);
        const where = entry === undefined ? '' : `, which lies in the package as "${entry}"`;
        const why = name === '' ? words : `${words}: ${quoted(name)}${where}`;
        remarks.push({ act, what, why, place });
      };
    },
  };
};

const entriesOf = (count: number): string =>
  count === 1 ? '1 entry of the history is' : `${count.toLocaleString('en-US')} entries of the history are`;

/** Remarks about what was left out of the history: one a kind. */
export const historyRemarks = (left: LeftEntries, place: DeckPlace): readonly DeckRemark[] =>
  (
    [
      [left.manual, 'set by hand or rescheduled, and no answers'],
      [left.crammed, 'of filtered decks that leave the schedule alone'],
      [left.reset, 'older than the day on which the card was set back to new'],
    ] as const
  )
    .filter(([count]) => count > 0)
    .map(([count, why]) => ({ act: 'left', what: 'history', why: `${entriesOf(count)} ${why}`, place }));
