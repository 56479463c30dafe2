/**
 * Reads one parsed journal line. Whatever is on the disk, what comes out has the types and ranges that
 * event.ts promises: folding it can neither crash nor run away.
 */
import type { Envelope, EventBody, JournalEvent, RatingEffect } from './event.ts';
import { RATINGS } from './event.ts';
import { hasControl, sanitize } from './sanitize.ts';
import { readSettings } from './settings.ts';

/** `unknown`: of a newer version of the program; kept and skipped. `envelope` where that much can be read. */
export type EventReading =
  | { readonly is: 'event'; readonly event: JournalEvent }
  | { readonly is: 'unknown'; readonly envelope: Omit<Envelope, 'v'> | null }
  | { readonly is: 'bad' };

const DAY = 86_400_000;
/** Last moment that a date can have, 275760-09-13. */
const LAST_MOMENT = 8.64e15;
const LONGEST_NAME = 300;
const LONGEST_TEXT = 20_000;
const MOST_ITEMS = 10_000;
/** A study day lies this close to the UTC day: zones reach a day each way, the rollover another. */
const DAY_SLACK = 3;

type Raw = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isSafeInteger(value) &&
  (value as number) >= least &&
  (value as number) <= most &&
  // A zero with a sign is written back without it.
  !Object.is(value, -0);

/** One line of text without control characters, at most 300 characters. */
const isLabel = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= LONGEST_NAME && !hasControl(value);

/** A key or another name: no spaces, and no half of a surrogate pair, which no file can hold. */
const isName = (value: unknown): value is string =>
  typeof value === 'string' &&
  (/^[\x21-\x7e]{1,300}$/.test(value) || (isLabel(value) && !/[\s\p{Cs}]/u.test(value)));

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST_TEXT;

const isOneOf = (value: unknown, list: readonly string[]): boolean =>
  typeof value === 'string' && list.includes(value);

const isListOf = (value: unknown, is: (element: unknown) => boolean, most = MOST_ITEMS): value is unknown[] =>
  Array.isArray(value) && value.length <= most && value.every(is);

const isItems = (value: unknown): boolean => isListOf(value, isName);

const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 80 && /^[a-z0-9]{1,40}-[A-Za-z0-9._~-]+$/.test(value);

/** `true` for the id of a device: what its files and its events' ids begin with. */
export const isDevice = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9]{1,40}$/.test(value);

const hasEnvelope = (raw: Raw): boolean =>
  isId(raw['id']) &&
  isWhole(raw['lc'], 0, Number.MAX_SAFE_INTEGER) &&
  isWhole(raw['at'], 0, LAST_MOMENT) &&
  isWhole(raw['tz'], -1440, 1440) &&
  isName(raw['course']);

const isDay = (raw: Raw): boolean =>
  isWhole(raw['day'], 0, LAST_MOMENT / DAY + DAY_SLACK) &&
  Math.abs((raw['day'] as number) - Math.floor((raw['at'] as number) / DAY)) <= DAY_SLACK;

const isRating = (value: unknown): value is RatingEffect =>
  isRecord(value) &&
  isName(value['item']) &&
  isOneOf(value['rating'], RATINGS) &&
  typeof value['counted'] === 'boolean';

const isAnswer = (raw: Raw): boolean =>
  isOneOf(raw['mode'], ['review', 'cards', 'quiz', 'exam']) &&
  isDay(raw) &&
  isListOf(raw['ratings'], isRating) &&
  isWhole(raw['ms'], 0, 1e12) &&
  isLabel(raw['model']);

const isPair = (value: unknown): boolean => isListOf(value, isName, 2) && value.length === 2;

const isResponse = (value: unknown): boolean => {
  if (!isRecord(value)) return false;
  switch (value['kind']) {
    case 'options':
      return isItems(value['chosen']);
    case 'boolean':
      return typeof value['value'] === 'boolean';
    case 'number':
    case 'text':
      return isText(value['typed']);
    case 'order':
      return isItems(value['steps']);
    case 'match':
      return isListOf(value['pairs'], isPair);
    default:
      return false;
  }
};

const CHECKS: ReadonlyMap<unknown, (raw: Raw) => boolean> = new Map<unknown, (raw: Raw) => boolean>([
  ['reviewed', raw => isAnswer(raw) && (raw['prompt'] === undefined || isLabel(raw['prompt']))],
  [
    'answered',
    raw =>
      isAnswer(raw) &&
      isOneOf(raw['verdict'], ['correct', 'partial', 'wrong']) &&
      isResponse(raw['response']) &&
      isName(raw['question']) &&
      (raw['confidence'] === null || isOneOf(raw['confidence'], ['sure', 'unsure'])) &&
      (raw['seed'] === null || isWhole(raw['seed'], 0, 0xffffffff)),
  ],
  ['suspended', raw => isItems(raw['items']) && typeof raw['value'] === 'boolean'],
  ['buried', raw => isItems(raw['items']) && isDay(raw) && typeof raw['value'] === 'boolean'],
  ['flagged', raw => isItems(raw['items']) && typeof raw['value'] === 'boolean' && isText(raw['note'])],
  ['relinked', raw => isName(raw['from']) && isName(raw['to'])],
  ['configured', raw => isRecord(raw['settings']) && readSettings(raw['settings']) !== null],
  ['undone', raw => isId(raw['target'])],
  ['reset', raw => raw['items'] === null || isItems(raw['items'])],
  ['excluded', raw => isDevice(raw['device']) && typeof raw['value'] === 'boolean'],
]);

/** Free text is shown to people: it loses what could drive a terminal. Everything else was checked above. */
const clean = (raw: Raw): Raw => {
  if (raw['type'] === 'flagged') return { ...raw, note: sanitize(raw['note'] as string) };
  if (raw['type'] === 'configured') return { ...raw, settings: readSettings(raw['settings'] as object) };
  if (raw['type'] !== 'answered') return raw;
  const response = raw['response'] as Raw;
  return typeof response['typed'] === 'string'
    ? { ...raw, response: { ...response, typed: sanitize(response['typed']) } }
    : raw;
};

/** An event with its free text cut to the length that the reader takes: a pasted book is no answer. */
export const fitEvent = (body: EventBody): EventBody => {
  if (body.type === 'flagged') return { ...body, note: body.note.slice(0, LONGEST_TEXT) };
  if (body.type !== 'answered' || !('typed' in body.response)) return body;
  return { ...body, response: { ...body.response, typed: body.response.typed.slice(0, LONGEST_TEXT) } };
};

/** Checks one parsed line of a journal. */
export const readEvent = (value: unknown): EventReading => {
  if (!isRecord(value)) return { is: 'bad' };
  const { v, type } = value as { v?: unknown; type?: unknown };
  if (!isWhole(v, 1, Number.MAX_SAFE_INTEGER) || (v === 1 && typeof type !== 'string')) return { is: 'bad' };
  const check = v === 1 ? CHECKS.get(type) : undefined;
  if (check === undefined)
    return { is: 'unknown', envelope: hasEnvelope(value) ? (value as unknown as Envelope) : null };
  // Every field of the union was checked by the row of its type.
  return hasEnvelope(value) && check(value)
    ? { is: 'event', event: clean(value) as unknown as JournalEvent }
    : { is: 'bad' };
};
