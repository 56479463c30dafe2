/** What the fields of a journal line can be: the checks that the readers of all types share. */
import type { RatingEffect } from './event.ts';
import { RATINGS } from './event.ts';
import { hasControl } from '../base/sanitize.ts';

/** Milliseconds of a day. */
export const DAY = 86_400_000;
/** Last moment that a date can have, 275760-09-13. */
export const LAST_MOMENT = 8.64e15;
const LONGEST_NAME = 300;

/** Characters that a text in an event may have. */
export const LONGEST_TEXT = 20_000;
const MOST_ITEMS = 10_000;
/** A study day lies this close to the UTC day: zones reach a day each way, the rollover another. */
export const DAY_SLACK = 3;

/** A line's object before its fields were looked at. */
export type Raw = Readonly<Record<string, unknown>>;

/** An object of JSON. */
export const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A whole number in a range. */
export const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isSafeInteger(value) &&
  (value as number) >= least &&
  (value as number) <= most &&
  // A zero with a sign is written back without it.
  !Object.is(value, -0);

/** One line of text without control characters, at most 300 characters. */
export const isLabel = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= LONGEST_NAME && !hasControl(value);

/** A key or another name: no spaces, and no half of a surrogate pair, which no file can hold. */
export const isName = (value: unknown): value is string =>
  typeof value === 'string' &&
  (/^[\x21-\x7e]{1,300}$/.test(value) || (isLabel(value) && !/[\s\p{Cs}]/u.test(value)));

/** Free text of a bounded length. */
export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST_TEXT;

/** One of a list of words. */
export const isOneOf = (value: unknown, list: readonly string[]): boolean =>
  typeof value === 'string' && list.includes(value);

/** A list whose elements all pass, of a bounded length. */
export const isListOf = (
  value: unknown,
  is: (element: unknown) => boolean,
  most = MOST_ITEMS,
): value is unknown[] => Array.isArray(value) && value.length <= most && value.every(is);

/** Keys or other names. */
export const isItems = (value: unknown): boolean => isListOf(value, isName);

/** Id of an event. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 80 && /^[a-z0-9]{1,40}-[A-Za-z0-9._~-]+$/.test(value);

/** `true` for the id of a device: what its files and its events' ids begin with. */
export const isDevice = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z0-9]{1,40}$/.test(value);

/** The field `day`: a study day that can be at the moment `at`. */
export const isDay = (raw: Raw): boolean =>
  isWhole(raw['day'], 0, LAST_MOMENT / DAY + DAY_SLACK) &&
  Math.abs((raw['day'] as number) - Math.floor((raw['at'] as number) / DAY)) <= DAY_SLACK;

/** A moment for another record, and a study day that can be at it. */
export const isRedated = (value: unknown): boolean =>
  isRecord(value) && isId(value['id']) && isWhole(value['at'], 0, LAST_MOMENT) && isDay(value);

/** Longest wait of a missed item, in days. */
const LONGEST_WAIT = 30;

/** What an answer did to one item. */
export const isRating = (value: unknown): value is RatingEffect =>
  isRecord(value) &&
  isName(value['item']) &&
  isOneOf(value['rating'], RATINGS) &&
  typeof value['counted'] === 'boolean' &&
  (value['wait'] === undefined || isWhole(value['wait'], 1, LONGEST_WAIT));

const isPair = (value: unknown): boolean => isListOf(value, isName, 2) && value.length === 2;

/** What a learner answered. */
export const isResponse = (value: unknown): boolean => {
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
