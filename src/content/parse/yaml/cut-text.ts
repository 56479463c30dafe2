import type { EventType, State } from 'js-yaml';

/** A text without quotes that ended because a comment follows on its line. */
export interface CutText {
  /** Counted from 0 within the text. */
  readonly line: number;
  /** The text that is left, and the comment. */
  readonly kept: string;
  readonly lost: string;
}

/** Findings of one file that are worth keeping. */
const MOST = 50;

/** What nobody continues with a number sign: a word that is an id or a name of a choice, a date, an address, a section. */
const COMPLETE =
  /^(?:[a-z0-9][a-z0-9-]*|\d{4}-\d{2}-\d{2}|https?:\/\/\S+|[a-z0-9-]+#\S+|[+-]?[\d.][\w.+-]*)$/;
/** Fields whose value is a text even where it is one small word. */
const PROSE =
  /(?:^|[\s{,-])(?:title|stem|text|why|left|right|note|texts|accept|steps|aliases|decoys):[ \t]+\S*[ \t]+$/;

/** Whether a comment is likely the end of the text: `order #12`, but not `kind: single # the easy form`. */
const isLikelyText = (kept: string, lost: string, before: string): boolean =>
  !COMPLETE.test(kept) || /^#[^\s#]/.test(lost) || PROSE.test(before);

/** Watches the YAML parser for plain text that is followed by a comment on its line. */
export const makeCutWatch = (): {
  readonly listener: (this: State, event: EventType, state: State) => void;
  readonly found: readonly CutText[];
} => {
  const found: CutText[] = [];
  let last = -1;
  return {
    found,
    listener(event, state) {
      const { input, position, kind, lineStart } = state;
      if (event !== 'close' || kind !== 'scalar' || input.charAt(position) !== '#' || position === last)
        return;
      const kept: unknown = state.result;
      const before = input.slice(lineStart, position);
      // After a quote mark or a block of text nothing was cut.
      if (typeof kept !== 'string' || kept === '' || before.trim() === '' || !/[ \t]$/.test(before)) return;
      last = position;
      const lost = input.slice(position, position + 200).split('\n', 1)[0] ?? '';
      if (found.length < MOST && isLikelyText(kept, lost, before)) {
        found.push({ line: state.line, kept, lost });
      }
    },
  };
};
