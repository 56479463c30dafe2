/** Tables of cards: CSV, TSV, and the text files of Anki, which are tables with lines of `#` at their head. */
import { CsvError, parse } from 'csv-parse/sync';
import { Failure } from '../../core/base/failure.ts';
import { normaliseText } from '../../core/course/keys.ts';
import { hash64 } from '../../core/base/fnv.ts';
import type { Deck, DeckCard, DeckPlace } from '../../core/transfer/deck.ts';
import { readAnkiGaps } from '../../core/transfer/gaps.ts';
import { RemarkList } from '../../core/transfer/remark-list.ts';
import { droppedWhy, plainText } from './plain-html.ts';
import { MOST_TAKEN, requireCount, stemOf } from './source-file.ts';

/** What the columns of a table can be. */
type Column = 'front' | 'back' | 'id' | 'tags' | 'deck' | 'kind' | 'notetype' | 'extra';

/** Names of columns, in lower case: those of this program, of Anki, Quizlet, Mochi and spreadsheets. */
const COLUMNS: ReadonlyMap<string, Column> = new Map([
  ...['front', 'question', 'prompt', 'term', 'word', 'text', 'q'].map(name => [name, 'front'] as const),
  ...['back', 'answer', 'definition', 'meaning', 'a'].map(name => [name, 'back'] as const),
  ...['id', 'guid', 'key', 'uuid'].map(name => [name, 'id'] as const),
  ...['tags', 'tag', 'labels'].map(name => [name, 'tags'] as const),
  ...['deck', 'topic', 'category'].map(name => [name, 'deck'] as const),
  ...['kind', 'type'].map(name => [name, 'kind'] as const),
  ...['notetype', 'note type'].map(name => [name, 'notetype'] as const),
  ...['extra', 'back extra', 'notes'].map(name => [name, 'extra'] as const),
]);

const SEPARATORS: ReadonlyMap<string, string> = new Map([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
  ['space', ' '],
  ['pipe', '|'],
  ['colon', ':'],
]);

/** What the `#` lines of an Anki text say. */
interface Header {
  readonly separator: string | null;
  readonly html: boolean;
  readonly tags: readonly string[];
  readonly columns: readonly string[];
  readonly notetype: string;
  readonly deck: string;
  /** Columns that a line names, counted from 0. */
  readonly places: ReadonlyMap<number, Column>;
  /** Lines that it takes. */
  readonly lines: number;
}

const NO_HEADER: Header = {
  separator: null,
  html: false,
  tags: [],
  columns: [],
  notetype: '',
  deck: '',
  places: new Map(),
  lines: 0,
};

/** Keys of the lines that Anki writes and reads (ankitects/anki, rslib/src/import_export/text/csv/metadata.rs). */
const PLACES: ReadonlyMap<string, Column> = new Map([
  ['guid column', 'id'],
  ['notetype column', 'notetype'],
  ['deck column', 'deck'],
  ['tags column', 'tags'],
]);
const KNOWN =
  /^#\s*(?:separator|html|tags|columns|notetype|deck|guid column|notetype column|deck column|tags column|if matches|match scope)\s*:/i;

/** Whether a text begins like one that Anki has exported. */
export const isAnkiText = (text: string): boolean => KNOWN.test(text.replace(/^\ufeff/, ''));

const words = (text: string): readonly string[] => text.split(/\s+/).filter(word => word !== '');

const readHeader = (lines: readonly string[], remarks: RemarkList): Header => {
  let header = NO_HEADER;
  const places = new Map<number, Column>();
  let count = 0;
  for (const line of lines) {
    if (!line.startsWith('#')) break;
    count++;
    const [, name = '', value = ''] = /^#\s*([^:]*?)\s*:(.*)$/.exec(line) ?? [];
    const key = name.toLowerCase();
    const given = value.trim();
    const place = PLACES.get(key);
    if (key === 'separator')
      header = {
        ...header,
        separator: SEPARATORS.get(given.toLowerCase()) ?? (value.replace('\\t', '\t') || null),
      };
    else if (key === 'html') header = { ...header, html: given.toLowerCase() === 'true' };
    else if (key === 'tags') header = { ...header, tags: words(given) };
    else if (key === 'columns')
      header = { ...header, columns: value.split(header.separator ?? '\t').map(each => each.trim()) };
    else if (key === 'notetype') header = { ...header, notetype: given };
    else if (key === 'deck') header = { ...header, deck: given };
    else if (place !== undefined && /^\d{1,3}$/.test(given)) places.set(Number(given) - 1, place);
    else if (!KNOWN.test(line))
      remarks.left('comment', `A line that Anki would skip: ${line.slice(0, 60)}`, { line: count });
  }
  return { ...header, places, lines: count };
};

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/** csv-parse counts lines to the end of a record; a cell can be several lines. */
const startOf = (end: number, cells: readonly string[]): number =>
  end - cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

const rowsOf = (
  text: string,
  delimiter: string,
  path: string,
  skipped: number,
  comments: boolean,
): readonly Row[] => {
  try {
    const records = parse(text, {
      delimiter,
      info: true,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: '\n',
      // One more than an import takes, and the names of the columns.
      to: MOST_TAKEN + 2,
      ...(comments ? { comment: '#', comment_no_infix: true } : {}),
    }) as unknown as readonly Parsed[];
    return records.map(({ record, info }) => ({
      cells: record,
      line: startOf(info.lines, record) + skipped,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] + skipped : 0;
    throw new Failure('data', 'The table cannot be read: a quote is not closed', {
      code: 'broken-table',
      place: line > 0 ? `${path}:${line}` : path,
      try: 'close it, or double the quotes that stand in a text',
    });
  }
};

const CANDIDATES = ['\t', ';', ',', '|'];
const PREVIEW = 8192;

/** How many of the first lines a separator divides into the same number of columns, two or more. */
const fitOf = (lines: readonly string[], separator: string): number => {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const columns = line.split(separator).length;
    if (columns > 1) counts.set(columns, (counts.get(columns) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
};

/** The separator of a table, by its first lines; `null`: it is none. */
export const separatorOf = (text: string): string | null => {
  const lines = text
    .slice(0, PREVIEW)
    // Quoted cells may hold anything, also lines.
    .replace(/"(?:[^"]|"")*"/g, 'x')
    .split('\n')
    .slice(0, 40)
    .filter(line => line.trim() !== '' && !line.startsWith('#'));
  let best: string | null = null;
  let most = 0;
  for (const separator of CANDIDATES) {
    const fit = fitOf(lines, separator);
    if (fit > most) [best, most] = [separator, fit];
  }
  return best !== null && (most * 2 > lines.length || namedColumns((lines[0] ?? '').split(best)) !== null)
    ? best
    : null;
};

/** What each column is, by the names in the first row or the header; `null`: the row names none. */
const namedColumns = (names: readonly string[]): ReadonlyMap<number, Column> | null => {
  const found = new Map<number, Column>();
  names.forEach((name, i) => {
    const column = COLUMNS.get(name.trim().toLowerCase());
    if (column !== undefined && ![...found.values()].includes(column)) found.set(i, column);
  });
  return [...found.values()].includes('front') && found.size > 1 ? found : null;
};

/** Without names: what Anki's header places, then front, back, and the rest in order. */
const placedColumns = (width: number, places: ReadonlyMap<number, Column>): ReadonlyMap<number, Column> => {
  const columns = new Map(places);
  const free = Array.from({ length: width }, (_, i) => i).filter(i => !columns.has(i));
  if (free[0] !== undefined) columns.set(free[0], 'front');
  if (free[1] !== undefined) columns.set(free[1], 'back');
  if (places.size === 0 && free[2] !== undefined && free[3] === undefined) columns.set(free[2], 'tags');
  return columns;
};

interface Table {
  readonly path: string;
  readonly header: Header;
  readonly columns: ReadonlyMap<number, Column>;
  readonly remarks: RemarkList;
  readonly media: Set<string>;
}

const isCloze = (kind: string, notetype: string): boolean =>
  /cloze/i.test(kind) || /cloze|lücken/i.test(notetype);
const isReversed = (kind: string, notetype: string): boolean => /revers/i.test(`${kind} ${notetype}`);

const readRow = ({ cells, line }: Row, { path, header, columns, remarks, media }: Table): DeckCard | null => {
  const place: DeckPlace = { line };
  const cell = (column: Column): string => {
    for (const [i, is] of columns) if (is === column) return cells[i] ?? '';
    return '';
  };
  const plain = (text: string): string => {
    if (!header.html) return text.trim();
    const read = plainText(text);
    for (const name of read.media) media.add(name);
    for (const what of read.dropped) remarks.changed(what, droppedWhy(what), place);
    return read.text;
  };
  const rest = cells.filter((text, i) => !columns.has(i) && text.trim() !== '');
  if (rest.length > 0)
    remarks.left(
      'column',
      `${rest.length} more columns than a card has: ${rest[0]?.slice(0, 40) ?? ''}`,
      place,
    );
  const [kind, notetype] = [cell('kind'), cell('notetype') || header.notetype];
  const deckName = cell('deck') || header.deck;
  const deck = deckName === '' ? [stemOf(path)] : deckName.split('::').map(level => level.trim());
  const tags = [...header.tags, ...words(cell('tags'))];
  const [front, back, given] = [cell('front'), cell('back'), cell('id').trim()];
  const base = {
    id: given === '' ? hash64(normaliseText(front)) : given,
    ...(given === '' ? {} : { named: true as const }),
    deck,
    tags,
    place,
  };
  const gaps = readAnkiGaps(front, plain);
  if (gaps !== null) {
    for (const hint of gaps.hints) remarks.left('hint', `The hint of a gap: ${hint.slice(0, 40)}`, place);
    const extra = [back, cell('extra')]
      .map(plain)
      .filter(text => text !== '')
      .join('\n\n');
    return {
      ...base,
      form: 'cloze',
      text: gaps.text,
      ...(extra === '' ? {} : { extra }),
      progress: gaps.cards.map(() => ({ reviews: [] })),
    };
  }
  if (isCloze(kind, notetype) && /\[[^\]]+\]/.test(front))
    return { ...base, form: 'cloze', text: front.trim(), progress: [{ reviews: [] }] };
  const sides = {
    front: plain(front),
    back: [plain(back), plain(cell('extra'))].filter(text => text !== '').join('\n\n'),
  };
  if (sides.front === '' || sides.back === '') {
    remarks.left('row', sides.front === '' ? 'The row has no front' : 'The row has no back', place);
    return null;
  }
  const form = isReversed(kind, notetype) ? 'reversed' : 'basic';
  return {
    ...base,
    ...sides,
    form,
    progress: form === 'basic' ? [{ reviews: [] }] : [{ reviews: [] }, { reviews: [] }],
  };
};

/**
 * Reads a table of cards.
 * @param format how people call it: Anki text, CSV, TSV
 * @throws Failure `data` where a quote is not closed, or there is more than an import takes
 */
export const readTable = (text: string, path: string, format: string): Deck => {
  const remarks = new RemarkList();
  const lines = text.replace(/^\ufeff/, '').split('\n');
  const header = isAnkiText(text) ? readHeader(lines, remarks) : NO_HEADER;
  const legacy = header.lines === 0 ? /^tags:(.*)$/.exec(lines[0] ?? '') : null;
  const skipped = legacy === null ? header.lines : 1;
  const body = lines.slice(skipped).join('\n');
  const separator = header.separator ?? separatorOf(body) ?? '\t';
  const rows = rowsOf(body, separator, path, skipped, header.lines > 0);
  requireCount(rows.length, path);
  const first = rows[0];
  const named =
    header.columns.length > 0
      ? namedColumns(header.columns)
      : header.lines === 0 && first !== undefined
        ? namedColumns(first.cells)
        : null;
  const width = Math.max(header.columns.length, ...rows.slice(0, 100).map(row => row.cells.length), 0);
  const columns =
    named === null ? placedColumns(width, header.places) : new Map([...named, ...header.places]);
  const table: Table = {
    path,
    header: legacy === null ? header : { ...header, tags: words(legacy[1] ?? '') },
    columns,
    remarks,
    media: new Set(),
  };
  const data = named !== null && header.columns.length === 0 ? rows.slice(1) : rows;
  const cards = data.flatMap(row => readRow(row, table) ?? []);
  return { format, cards, questions: [], remarks: remarks.list, media: [...table.media] };
};
