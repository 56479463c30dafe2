/** Writes questions as Moodle's GIFT, and as Aiken. What the format cannot say is told. */
import { decimalText } from '../../../core/transfer/decimal.ts';
import type { Deck, DeckPlace, DeckQuestion } from '../../../core/transfer/deck.ts';
import { RemarkList } from '../../../core/transfer/remark-list.ts';
import type { Written } from './table.ts';

type Entry = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const list = (value: unknown): readonly Entry[] => (Array.isArray(value) ? (value as readonly Entry[]) : []);

/** A text of GIFT: its signs escaped; a question holds no empty line, so that line ends are written out. */
const escape = (raw: string): string =>
  raw
    .replace(/\\/g, '\\\\')
    .replace(/[~=#{}:]/g, '\\$&')
    .replace(/\n/g, '\\n');

const feedback = (why: unknown): string => (text(why) === '' ? '' : `#${escape(text(why))}`);
const general = (why: unknown): string => (text(why) === '' ? '' : `\n####${escape(text(why))}`);

const choice = ({ kind, options }: Entry): string => {
  const all = list(options);
  const right = all.filter(option => option['correct'] === true).length;
  const share = (part: number): string => `%${Number((100 / part).toFixed(5))}%`;
  return all
    .map(option => {
      const isRight = option['correct'] === true;
      const mark =
        kind === 'single'
          ? isRight
            ? '='
            : '~'
          : `~${isRight ? share(right) : share(-Math.max(1, all.length - right))}`;
      return `\n${mark}${escape(text(option['text']))}${feedback(option['why'])}`;
    })
    .join('');
};

const numeric = ({ answer, tolerance }: Entry, remarks: RemarkList, place: DeckPlace): string | null => {
  const value = decimalText(String(answer));
  if (value === null) return null;
  const given = String(tolerance ?? '0').trim();
  const percent = /^(.*)%$/.exec(given)?.[1];
  if (percent !== undefined)
    remarks.changed('tolerance', 'A share of the answer is written as a number', place);
  const within = percent === undefined ? given : String(Math.abs(Number(value)) * (Number(percent) / 100));
  return `#${value}:${decimalText(within) ?? '0'}`;
};

/** What stands between the braces; `null`: GIFT has no such question. */
const inside = ({ entry, place }: DeckQuestion, remarks: RemarkList): string | null => {
  switch (entry['kind']) {
    case 'single':
    case 'multiple':
      return choice(entry);
    case 'true-false':
      return (entry['answer'] === true ? 'TRUE' : 'FALSE') + general(entry['why']);
    case 'numeric': {
      if (text(entry['unit']) !== '') remarks.left('unit', `The unit ${text(entry['unit'])}`, place);
      const body = numeric(entry, remarks, place);
      return body === null ? null : body + general(entry['why']);
    }
    case 'match': {
      const pairs = list(entry['pairs']).map(
        pair => `\n=${escape(text(pair['left']))} -> ${escape(text(pair['right']))}`,
      );
      if (list(entry['pairs']).some(pair => text(pair['why']) !== ''))
        remarks.left('reason', 'Reasons of single pairs', place);
      const decoys = list(entry['decoys']).map(decoy => `\n= -> ${escape(text(decoy))}`);
      return [...pairs, ...decoys].join('') + general(entry['why']);
    }
    case 'text':
      return (
        list(entry['accept'])
          .map(answer => `\n=${escape(text(answer)).replaceAll('*', '\\*')}`)
          .join('') + general(entry['why'])
      );
    default:
      return null;
  }
};

/** A category for the decks of a question; a slash within a name is doubled. */
const category = (deck: readonly string[]): string =>
  `$CATEGORY: ${deck.map(level => level.replaceAll('/', '//')).join('/')}`;

const REASONS: Readonly<Record<string, string>> = {
  order: 'GIFT has no questions that ask for an order',
  numeric: 'GIFT has no questions whose numbers change',
};

/** The questions of a deck as GIFT. */
export const writeGift = (deck: Deck): Written => {
  const remarks = new RemarkList();
  const blocks: string[] = [];
  let current = '';
  for (const question of deck.questions) {
    const { id, entry, place } = question;
    const stem = text(entry['stem']);
    const body = stem === '' ? null : inside(question, remarks);
    if (body === null) {
      remarks.left('question', REASONS[text(entry['kind'])] ?? 'GIFT has no such questions', place);
      continue;
    }
    const name = category(question.deck);
    if (name !== current) blocks.push(name);
    current = name;
    blocks.push(
      `// [id:${id.replaceAll(']', '\\]')}]\n::${escape(id)}::[markdown]${escape(stem)}{${body}\n}`,
    );
  }
  for (const { place } of deck.cards) remarks.left('card', 'GIFT has questions only', place);
  return { text: `${blocks.join('\n\n')}\n`, remarks: [...deck.remarks, ...remarks.list] };
};

/** A text that may stand on a line of Aiken. */
const oneLine = (raw: string): string => raw.replace(/\s*\n\s*/g, ' ').trim();

/** The questions with one right answer as Aiken. */
export const writeAiken = (deck: Deck): Written => {
  const remarks = new RemarkList();
  const blocks: string[] = [];
  for (const { entry, place } of deck.questions) {
    const options = list(entry['options']);
    const key = options.findIndex(option => option['correct'] === true);
    const stem = text(entry['stem']);
    if (entry['kind'] !== 'single' || key === -1 || options.length > 26 || stem === '') {
      remarks.left('question', 'Aiken has questions with one right option of at most 26', place);
      continue;
    }
    if (options.some(option => text(option['why']) !== ''))
      remarks.left('reason', 'Reasons of options', place);
    if ([stem, ...options.map(option => text(option['text']))].some(part => part.includes('\n')))
      remarks.changed('lines', 'A text of several lines stands on one', place);
    // What begins like an option would be one.
    const head = oneLine(stem).replace(/^([A-Z])([.)])/, '$1 $2');
    const letter = (i: number): string => String.fromCharCode(65 + i);
    blocks.push(
      [
        head,
        ...options.map((option, i) => `${letter(i)}. ${oneLine(text(option['text']))}`),
        `ANSWER: ${letter(key)}`,
      ].join('\n'),
    );
  }
  for (const { place } of deck.cards) remarks.left('card', 'Aiken has questions only', place);
  return { text: `${blocks.join('\n\n')}\n`, remarks: [...deck.remarks, ...remarks.list] };
};
