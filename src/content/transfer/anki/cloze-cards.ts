/** Cloze notes of Anki as cloze cards of ours, or as cards with two sides where ours cannot say it. */
import type { DeckCard } from '../../../core/transfer/deck.ts';
import { parseCloze } from '../../parse/notes/cloze.ts';
import { GAP_CLOSE, GAP_OPEN, HIDDEN } from '../marks.ts';
import type { ClozeLayer, ClozeText } from './cloze.ts';
import { clozeAnswer, clozeLayers, clozeNumbers, clozeQuestion, parseClozeText } from './cloze.ts';
import type { NoteReader } from './note-reader.ts';

const GAP = new RegExp(`${GAP_OPEN}([^${GAP_OPEN}${GAP_CLOSE}]*)${GAP_CLOSE}([(:]?)`, 'g');

/** Brackets with a single `x`, or with a footnote's sign, mean something else (docs/formats.md). */
const gapText = (text: string): string => {
  const line = text.trim().replace(/\s*\n\s*\n\s*/g, ' ');
  return /^x$/i.test(line) ? `${line} ` : line.replace(/^\^/, '\\^');
};

/** Markdown with gaps in our grammar; `null` where it would be read otherwise. */
const gapMarkdown = (markdown: string, count: number): string | null => {
  const text = markdown.replace(
    GAP,
    (_, inner: string, after: string) => `[${gapText(inner)}]${after === '' ? '' : `\\${after}`}`,
  );
  const parsed = parseCloze(text);
  if (!parsed.ok) return null;
  const gaps = parsed.parts.filter(({ type }) => type === 'deletion');
  return gaps.length === count && gaps.every(gap => gap.text !== '') ? text : null;
};

/** Gaps that are asked, on the front of a card with two sides: nothing after one may make it a link. */
const withHidden = (markdown: string): string =>
  markdown.replace(new RegExp(`${HIDDEN}(?=[(:[])`, 'g'), '[...] ').replaceAll(HIDDEN, '[...]');

/** A card with two sides for each number. */
const asSides = (
  reader: NoteReader,
  text: (html: string) => ClozeText,
  numbers: readonly number[],
): readonly DeckCard[] => {
  const { note, place, log } = reader;
  log.add(
    'changed',
    'cloze',
    'Its gaps cannot be written as gaps, so each became a card with two sides',
    place,
  );
  return numbers.flatMap((number): readonly DeckCard[] => {
    const ord = number - 1;
    const front = withHidden(
      reader.markdown(reader.fill(ord, 'question', html => clozeQuestion(text(html), number))),
    );
    const whole = reader.markdown(reader.fill(ord, 'question', html => clozeAnswer(text(html))));
    const extra = reader.markdown(reader.fill(ord, 'answer', () => ''));
    const back = [whole, extra].filter(part => part !== '').join('\n\n');
    if (front === '' || back === '' || front === whole) return [];
    return [
      {
        form: 'basic',
        id: reader.id(ord),
        deck: reader.deck(ord),
        tags: note.tags,
        place,
        front,
        back,
        progress: [reader.progress(ord)],
      },
    ];
  });
};

/** The gaps of one depth, over all fields that have gaps. */
const clozeCard = (
  reader: NoteReader,
  parse: (html: string) => ClozeText,
  depth: number,
  extra: string,
): DeckCard | null => {
  const { note, place, log, ords } = reader;
  const layers: ClozeLayer[] = [];
  const html = reader.fill(ords[0] ?? 0, 'question', field => {
    const layer = clozeLayers(parse(field))[depth];
    if (layer === undefined) return clozeAnswer(parse(field));
    layers.push(layer);
    return layer.html;
  });
  const numbers = layers.flatMap(layer => layer.numbers);
  const text = gapMarkdown(reader.markdown(html), numbers.length);
  if (text === null) return null;
  if (new Set(numbers).size < numbers.length || layers.some(({ hasShared }) => hasShared))
    log.add(
      'changed',
      'cloze',
      'Gaps that were hidden together are asked one by one, each with that history',
      place,
    );
  if (layers.some(({ hasHint }) => hasHint))
    log.add('changed', 'hint', 'A hint stands after its gap, in brackets', place);
  return {
    form: 'cloze',
    id: reader.id(depth),
    deck: reader.deck((numbers[0] ?? 1) - 1),
    tags: note.tags,
    place,
    text,
    ...(extra === '' ? {} : { extra }),
    progress: numbers.map(number => reader.progress(number - 1)),
  };
};

/** The cards of a cloze note. */
export const clozeCards = (reader: NoteReader): readonly DeckCard[] => {
  const { place, log, ords } = reader;
  const known = new Map<string, ClozeText>();
  const parse = (html: string): ClozeText => {
    const text = known.get(html) ?? parseClozeText(html);
    known.set(html, text);
    return text;
  };
  const numbers = new Set<number>();
  let depths = 0;
  reader.fill(ords[0] ?? 0, 'question', html => {
    for (const number of clozeNumbers(parse(html))) numbers.add(number);
    depths = Math.max(depths, clozeLayers(parse(html)).length);
    return '';
  });
  if (numbers.size === 0) {
    log.add('left', 'note', 'It is a cloze note without a gap', place);
    return [];
  }
  const extra = reader.markdown(reader.fill(ords[0] ?? 0, 'answer', () => ''));
  const cards: DeckCard[] = [];
  for (let depth = 0; depth < depths; depth++) {
    const card = clozeCard(reader, parse, depth, extra);
    if (card === null)
      return asSides(
        reader,
        parse,
        [...numbers].sort((a, b) => a - b),
      );
    cards.push(card);
  }
  if (cards.length > 1) log.add('changed', 'cloze', 'A gap inside another became a card of its own', place);
  return cards;
};
