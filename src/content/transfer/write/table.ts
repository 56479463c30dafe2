/** Writes cards as tables: CSV and TSV with the names of the columns, and the text that Anki reads. */
import type { Deck, DeckCard, DeckRemark } from '../../../core/transfer/deck.ts';
import { ankiTag } from '../../../core/course/card-tags.ts';
import { parseCloze } from '../../parse/notes/cloze.ts';
import { markdownToHtml } from '../markdown-to-html.ts';

/** A text in the form of another program, and what it does not carry. */
export interface Written {
  readonly text: string;
  readonly remarks: readonly DeckRemark[];
}

/** RFC 4180: quoted where it holds a separator, a quote or a line end; Excel takes what begins with a sign for a formula. */
const cell = (text: string, separator: string): string =>
  text.includes(separator) || /["\n\r]|^[\s#]|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const row = (cells: readonly string[], separator: string): string =>
  cells.map(text => cell(text, separator)).join(separator);

/** The text of a cloze with its gaps as Anki writes them. */
const ankiCloze = (text: string, convert: (part: string) => string): string => {
  const cloze = parseCloze(text);
  if (!cloze.ok) return convert(text);
  let number = 0;
  // What stands for a gap while the text around it is changed.
  const marked = cloze.parts
    .map((part, i) => (part.type === 'text' ? part.text : `\u{e000}${i}\u{e001}`))
    .join('');
  return convert(marked).replace(/\u{e000}(\d+)\u{e001}/gu, (_, index: string) => {
    const hidden = convert(cloze.parts[Number(index)]?.text ?? '').replaceAll('}}', '} }');
    return `{{c${++number}::${hidden}}}`;
  });
};

const asIs = (text: string): string => text;

const sidesOf = (card: DeckCard, convert: (text: string) => string): readonly [string, string] =>
  card.form === 'cloze'
    ? [ankiCloze(card.text, convert), convert(card.extra ?? '')]
    : [convert(card.front), convert(card.back)];

const leftQuestions = ({ questions, remarks }: Deck): readonly DeckRemark[] => [
  ...remarks,
  ...questions.map(({ place }): DeckRemark => ({
    act: 'left',
    what: 'question',
    why: 'A table has cards only',
    place,
  })),
];

/** @param separator between cells, `,` or a tab */
export const writeTable = (deck: Deck, separator: ',' | '\t'): Written => {
  const rows = deck.cards.map(card =>
    row([card.id, card.deck.join('::'), card.form, ...sidesOf(card, asIs), card.tags.join(' ')], separator),
  );
  const names = row(['id', 'deck', 'kind', 'front', 'back', 'tags'], separator);
  return { text: `${[names, ...rows].join('\n')}\n`, remarks: leftQuestions(deck) };
};

const NOTE_TYPES = { basic: 'Basic', reversed: 'Basic (and reversed card)', cloze: 'Cloze' } as const;

/** Fields of HTML stand on one line each. */
const fieldHtml = (text: string): string => markdownToHtml(text).replaceAll('\n', ' ');

/** The text that Anki's import reads, with its names of note types in English. */
export const writeAnkiText = (deck: Deck): Written => {
  const head = [
    '#separator:tab',
    '#html:true',
    '#guid column:1',
    '#notetype column:2',
    '#deck column:3',
    '#tags column:6',
  ];
  const rows = deck.cards.map(card =>
    row(
      [
        card.id,
        NOTE_TYPES[card.form],
        card.deck.join('::'),
        ...sidesOf(card, fieldHtml),
        card.tags.map(ankiTag).join(' '),
      ],
      '\t',
    ),
  );
  return { text: `${[...head, ...rows].join('\n')}\n`, remarks: leftQuestions(deck) };
};
