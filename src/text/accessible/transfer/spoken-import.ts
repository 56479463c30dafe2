/** What an import did, and what an export changed or left, in sentences: the result first. */
import type { ImportReport } from '../../../app/transfer/import-files.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import type { DeckPlace, DeckRemark } from '../../../core/transfer/deck.ts';
import { capital, cardsAndQuestions, plural } from '../../layout/columns.ts';
import { wrapAll } from '../../layout/wrap-words.ts';
import { countedDeck, historyWords, remarksByKind, SHOWN_REMARKS } from '../../transfer/import-lines.ts';
import { listed, sentence, spokenLine } from '../words.ts';

/** `deck.txt, line 5`, `note 1600000000000`. */
const placeWords = ({ file, line, note }: DeckPlace): string =>
  [
    ...(file === undefined ? [] : [sanitizeLine(file)]),
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(note === undefined ? [] : [`note ${note}`]),
  ].join(', ');

const remarkSentence = ({ place, what, why }: DeckRemark): string => {
  const where = placeWords(place);
  return `${sentence(spokenLine(`${capital(what)}${where === '' ? '' : `, in ${where}`}`))} ${sentence(spokenLine(why))}`;
};

/** Remarks by what they are about; of each the first ones are told. */
export const spokenRemarks = (
  act: DeckRemark['act'],
  remarks: readonly DeckRemark[],
  width: number,
): readonly string[] => {
  const of = remarks.filter(remark => remark.act === act);
  if (of.length === 0) return [];
  const name = act === 'changed' ? 'Changed' : 'Left out';
  const sentences = [...remarksByKind(of)].flatMap(([what, list]) => [
    ...list.slice(0, SHOWN_REMARKS).map(remarkSentence),
    ...(list.length > SHOWN_REMARKS
      ? [sentence(spokenLine(`And ${list.length - SHOWN_REMARKS} more of ${what}; --json lists all of them`))]
      : []),
  ]);
  return wrapAll([`${name}, ${of.length}.`, ...sentences], width);
};

/** @param undo the command that takes the progress back, by its name */
export const spokenImport = (
  { formats, files, added, known, history, remarks, media }: ImportReport,
  isDry: boolean,
  undo: string | null,
  width: number,
): readonly string[] => {
  const isSome = added.cards + added.questions > 0;
  const read = formats.map(({ name, files: count }) => `${name}, ${plural(count, 'file')}`);
  const news = files.filter(({ isNew }) => isNew).map(({ path }) => sanitizeLine(path));
  const grown = files.filter(({ isNew }) => !isNew).map(({ path }) => sanitizeLine(path));
  const shown = media.slice(0, SHOWN_REMARKS).map(name => sanitizeLine(name));
  return [
    ...wrapAll(
      [
        ...(isDry ? ['Nothing was written. This is what it would do.'] : []),
        isSome
          ? sentence(
              `${isDry ? 'It would add' : 'Added'} ${countedDeck(added)}, in ${plural(files.length, 'file')}`,
            )
          : 'No card and no question is new.',
        ...news.map(path => `New file: ${path}`),
        ...grown.map(path => `Added to: ${path}`),
        ...(known.cards + known.questions > 0 ? [sentence(`There already: ${countedDeck(known)}`)] : []),
        ...(history.items > 0
          ? [
              sentence(
                `${isDry ? 'It would record' : 'Recorded'} what was learned of ${cardsAndQuestions(history.items)}: ${historyWords(history)}`,
              ),
            ]
          : []),
        ...(history.known > 0
          ? [
              sentence(
                `Known already: ${plural(history.known, 'review or schedule', 'reviews and schedules')}`,
              ),
            ]
          : []),
        sentence(`Read: ${read.join('; ')}`),
      ],
      width,
    ),
    ...spokenRemarks('changed', remarks, width),
    ...spokenRemarks('left', remarks, width),
    ...wrapAll(
      [
        ...(media.length === 0
          ? []
          : [
              sentence(
                `${plural(media.length, 'picture or sound', 'pictures and sounds')} stay where they are: ${
                  media.length > shown.length ? `${shown.join(', ')} and so on` : listed(shown)
                }`,
              ),
            ]),
        ...(undo === null ? [] : [`To take the progress back: ${undo}`]),
      ],
      width,
    ),
  ];
};
