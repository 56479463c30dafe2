/** The learner's remarks as screens show them: below an answer, each in its versions, with the sign of what is theirs. */
import type { OwnNotes } from '../../app/own/own.ts';
import { hanging } from './blocks.ts';
import type { Theme } from './theme.ts';

/** What is the learner's own. */
export const ownSign = ({ ascii }: Pick<Theme, 'ascii'>): string => (ascii ? '*' : '✎');

/** What remarks are laid out with. */
interface RemarkPaper {
  readonly columns: number;
  readonly theme: Theme;
  readonly render: (markdown: string, width: number) => readonly string[];
}

/** Remarks on items, each read once and again after {@link Remarks.forget}. */
export interface Remarks {
  /** The versions of the remark on an item; none where there is no remark. */
  on(item: string): readonly string[];
  has(item: string): boolean;
  /** The remark as styled lines; none where there is no remark. */
  lines(item: string, paper: RemarkPaper): readonly string[];
  /** Something was written: all is read anew. */
  forget(): void;
}

/** The learner's remarks, each item's read once. */
export const makeRemarks = (own: Pick<OwnNotes, 'remarked' | 'remarkOn'>): Remarks => {
  let remarked: ReadonlySet<string> | null = null;
  const known = new Map<string, readonly string[]>();
  const on = (item: string): readonly string[] => {
    const texts = known.get(item);
    if (texts !== undefined) return texts;
    remarked ??= own.remarked();
    const read = remarked.has(item) ? (own.remarkOn(item)?.texts ?? []) : [];
    known.set(item, read);
    return read;
  };
  return {
    on,
    has: item => on(item).length > 0,
    lines: (item, { columns, theme, render }) =>
      on(item).flatMap(text => hanging(`${ownSign(theme)} `, text, columns, render, 2)),
    forget: () => {
      remarked = null;
      known.clear();
    },
  };
};
