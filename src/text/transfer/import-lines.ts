/** What an import did, as lines. */
import type { ImportReport } from '../../app/transfer/import-files.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { DeckPlace, DeckRemark } from '../../core/transfer/deck.ts';
import { cardsAndQuestions, plural } from '../layout/columns.ts';

/** Remarks of one kind that are shown before the others are only counted. */
export const SHOWN_REMARKS = 10;

const placeText = ({ file, line, note }: DeckPlace): string => {
  const place = [
    ...(file === undefined ? [] : [file]),
    ...(line === undefined ? [] : [file === undefined ? `line ${line}` : String(line)]),
  ].join(':');
  // In the words by which Anki's browser finds it.
  return note === undefined ? place : `${place === '' ? '' : `${place} `}nid:${note}`;
};

const remarkLine = ({ place, what, why }: DeckRemark): string => {
  const where = placeText(place);
  return sanitizeLine(`  ${where === '' ? '' : `${where}  `}${what}: ${why}`);
};

/** Remarks by what they are about. */
export const remarksByKind = (remarks: readonly DeckRemark[]): ReadonlyMap<string, readonly DeckRemark[]> => {
  const kinds = new Map<string, DeckRemark[]>();
  for (const remark of remarks) {
    const same = kinds.get(remark.what);
    if (same === undefined) kinds.set(remark.what, [remark]);
    else same.push(remark);
  }
  return kinds;
};

/** Remarks by what they are about; of each the first ones are shown. */
export const remarkLines = (
  title: string,
  remarks: readonly DeckRemark[],
  all: string,
): readonly string[] => {
  if (remarks.length === 0) return [];
  const lines = [`${title} ${remarks.length}:`];
  for (const [what, list] of remarksByKind(remarks)) {
    lines.push(...list.slice(0, SHOWN_REMARKS).map(remarkLine));
    if (list.length > SHOWN_REMARKS)
      lines.push(sanitizeLine(`  and ${list.length - SHOWN_REMARKS} more of ${what}; ${all}`));
  }
  return lines;
};

/** `3 cards and 1 question`. */
export const countedDeck = ({ cards, questions }: ImportReport['added']): string =>
  [
    ...(cards > 0 || questions === 0 ? [plural(cards, 'card')] : []),
    ...(questions > 0 ? [plural(questions, 'question')] : []),
  ].join(' and ');

/** What was recorded of another program: `12 reviews, 3 schedules`. */
export const historyWords = ({ reviews, states, suspended, flagged }: ImportReport['history']): string =>
  [
    ...(reviews > 0 ? [plural(reviews, 'review')] : []),
    ...(states > 0 ? [plural(states, 'schedule')] : []),
    ...(suspended > 0 ? [`${suspended} suspended`] : []),
    ...(flagged > 0 ? [`${flagged} flagged`] : []),
  ].join(', ');

/** The words of an import, and of one that is only tried. */
const WORDS = {
  done: { added: 'Added', recorded: 'Recorded', made: 'new', grown: 'added to' },
  dry: { added: 'Would add', recorded: 'Would record', made: 'new', grown: 'added to' },
} as const;

/** @param undo the command that takes the progress back, by its name */
export const importLines = (
  { formats, files, added, known, history, remarks, media }: ImportReport,
  isDry: boolean,
  undo: string | null,
): readonly string[] => {
  const words = WORDS[isDry ? 'dry' : 'done'];
  const lines = [
    `Read ${formats.map(({ name, files: count }) => `${name} (${plural(count, 'file')})`).join(', ')}.`,
  ];
  const isSome = added.cards + added.questions > 0;
  lines.push(
    isSome
      ? `${words.added} ${countedDeck(added)}, in ${plural(files.length, 'file')}:`
      : 'No card and no question is new.',
  );
  for (const { path, isNew } of files)
    lines.push(sanitizeLine(`  ${path} (${isNew ? words.made : words.grown})`));
  if (known.cards + known.questions > 0) lines.push(`There already: ${countedDeck(known)}.`);
  const { items } = history;
  if (items > 0)
    lines.push(
      `${words.recorded} what was learned of ${cardsAndQuestions(items)}: ${historyWords(history)}.`,
    );
  if (history.known > 0)
    lines.push(`Known already: ${plural(history.known, 'review or schedule', 'reviews and schedules')}.`);
  const all = 'with --json all of them are listed';
  lines.push(
    ...remarkLines(
      'Changed',
      remarks.filter(({ act }) => act === 'changed'),
      all,
    ),
    ...remarkLines(
      'Left',
      remarks.filter(({ act }) => act === 'left'),
      all,
    ),
  );
  if (media.length > 0)
    lines.push(
      sanitizeLine(
        `Pictures and sounds stay where they are (${media.length}): ${media.slice(0, SHOWN_REMARKS).join(', ')}${media.length > SHOWN_REMARKS ? ' and so on' : ''}`,
      ),
    );
  if (undo !== null) lines.push(`To take the progress back: ${undo}`);
  if (isDry) lines.push('Nothing was written.');
  return lines;
};
