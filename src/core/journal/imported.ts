/** What the fields of an `imported` event can be. */
import { RATINGS } from './rating.ts';
import type { Raw } from './field-checks.ts';
import {
  DAY,
  DAY_SLACK,
  isId,
  isLabel,
  isListOf,
  isName,
  isOneOf,
  isRecord,
  isWhole,
} from './field-checks.ts';

/** Most reviews of an item in one event, and most items; what is more is spread over several events. */
const MOST_REVIEWS = 10_000;
const MOST_IMPORTED = 10_000;

/** No review is later than its import, as far as clocks can be trusted. */
const SLACK_MS = 2 * DAY;

/** Longest interval that another program may have, in days: two hundred years. */
const LONGEST_DAYS = 73_000;
const LEAST_STABILITY = 0.001;
const MOST_LAPSES = 100_000;

const isReview = (value: unknown, latest: number): boolean =>
  Array.isArray(value) &&
  value.length === 4 &&
  isWhole(value[0], 0, latest) &&
  isWhole(value[1], 0, latest / DAY + DAY_SLACK) &&
  Math.abs(value[1] - Math.floor(value[0] / DAY)) <= DAY_SLACK &&
  isOneOf(value[2], RATINGS) &&
  isWhole(value[3], 0, 1e12);

const isNumber = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most;

const isState = (value: unknown, latest: number): boolean =>
  isRecord(value) &&
  isWhole(value['day'], 0, latest / DAY + DAY_SLACK) &&
  isWhole(value['dueDay'], value['day'], value['day'] + LONGEST_DAYS) &&
  isNumber(value['stability'], LEAST_STABILITY, LONGEST_DAYS) &&
  isNumber(value['difficulty'], 1, 10);

const isTrueOrAbsent = (value: unknown): boolean => value === undefined || value === true;

const isImportedItem = (value: unknown, latest: number): boolean =>
  isRecord(value) &&
  isName(value['item']) &&
  (value['reviews'] === undefined ||
    isListOf(value['reviews'], review => isReview(review, latest), MOST_REVIEWS)) &&
  (value['state'] === undefined || isState(value['state'], latest)) &&
  isTrueOrAbsent(value['suspended']) &&
  isTrueOrAbsent(value['flagged']) &&
  (value['lapses'] === undefined || isWhole(value['lapses'], 0, MOST_LAPSES));

/** The fields of an `imported` event, whose envelope was checked. */
export const isImported = (raw: Raw): boolean =>
  isId(raw['batch']) &&
  isLabel(raw['source']) &&
  isListOf(raw['items'], item => isImportedItem(item, (raw['at'] as number) + SLACK_MS), MOST_IMPORTED);
