/**
 * Reads one parsed journal line. Whatever is on the disk, what comes out has the types and ranges that
 * event.ts promises: folding it can neither crash nor run away.
 */
import type { Envelope, EventBody, JournalEvent } from './event.ts';
import { cleanPaper, EXAM_CHECKS } from './exam-event-checks.ts';
import {
  DAY,
  DAY_SLACK,
  isDay,
  isDevice,
  isId,
  isItems,
  isLabel,
  isListOf,
  isName,
  isOneOf,
  isRating,
  isRedated,
  isRecord,
  isResponse,
  isText,
  isWhole,
  LAST_MOMENT,
  LONGEST_TEXT,
} from './field-checks.ts';
import type { Raw } from './field-checks.ts';
import { sanitize } from '../base/sanitize.ts';
import { isImported } from './imported.ts';
import { readSettings } from './settings.ts';

export { isDevice };

/** `unknown`: of a newer version of the program; kept and skipped. `envelope` where that much can be read. */
type EventReading =
  | { readonly is: 'event'; readonly event: JournalEvent }
  | { readonly is: 'unknown'; readonly envelope: Omit<Envelope, 'v'> | null }
  | { readonly is: 'bad' };

const hasEnvelope = (raw: Raw): boolean =>
  isId(raw['id']) &&
  isWhole(raw['lc'], 0, Number.MAX_SAFE_INTEGER) &&
  isWhole(raw['at'], 0, LAST_MOMENT) &&
  isWhole(raw['tz'], -1440, 1440) &&
  (raw['seen'] === undefined || isWhole(raw['seen'], 0, LAST_MOMENT)) &&
  isName(raw['course']);

const isAnswer = (raw: Raw): boolean =>
  isOneOf(raw['mode'], ['review', 'cards', 'quiz', 'exam']) &&
  isDay(raw) &&
  isListOf(raw['ratings'], isRating) &&
  isWhole(raw['ms'], 0, 1e12) &&
  isLabel(raw['model']);

/** What an item asked and where, if the event says it. */
const hasPrompt = (raw: Raw): boolean =>
  (raw['prompt'] === undefined || isLabel(raw['prompt'])) &&
  (raw['topic'] === undefined || isName(raw['topic']));

const isChosen = (raw: Raw): boolean => raw['chosen'] === undefined || raw['chosen'] === true;

/** How many parameters FSRS-6 has. */
const WEIGHTS = 21;

const isWeight = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= 100;

const CHECKS: ReadonlyMap<unknown, (raw: Raw) => boolean> = new Map<unknown, (raw: Raw) => boolean>([
  [
    'reviewed',
    raw => isAnswer(raw) && hasPrompt(raw) && (raw['placement'] === undefined || raw['placement'] === true),
  ],
  [
    'answered',
    raw =>
      isAnswer(raw) &&
      isOneOf(raw['verdict'], ['correct', 'partial', 'wrong']) &&
      isResponse(raw['response']) &&
      isName(raw['question']) &&
      (raw['confidence'] === null || isOneOf(raw['confidence'], ['sure', 'unsure'])) &&
      (raw['seed'] === null || isWhole(raw['seed'], 0, 0xffffffff)) &&
      (raw['known'] === undefined || isWhole(raw['known'], 0, 1000)) &&
      hasPrompt(raw),
  ],
  ['suspended', raw => isItems(raw['items']) && typeof raw['value'] === 'boolean'],
  ['buried', raw => isItems(raw['items']) && isDay(raw) && typeof raw['value'] === 'boolean'],
  ['flagged', raw => isItems(raw['items']) && typeof raw['value'] === 'boolean' && isText(raw['note'])],
  ['relinked', raw => isName(raw['from']) && isName(raw['to']) && hasPrompt(raw) && isChosen(raw)],
  ['separated', raw => isName(raw['item'])],
  ['course-renamed', raw => isName(raw['from']) && isChosen(raw)],
  ['configured', raw => isRecord(raw['settings']) && readSettings(raw['settings']) !== null],
  [
    'fitted',
    raw =>
      isListOf(raw['weights'], isWeight, WEIGHTS) &&
      raw['weights'].length === WEIGHTS &&
      isWhole(raw['reviews'], 0, 1e9) &&
      isWhole(raw['before'], 0, 1e9) &&
      isWhole(raw['after'], 0, 1e9),
  ],
  ['undone', raw => isId(raw['target'])],
  ['reset', raw => raw['items'] === null || isItems(raw['items'])],
  [
    'forecast',
    raw =>
      isName(raw['exam']) &&
      isLabel(raw['model']) &&
      isDay(raw) &&
      isWhole(raw['examDay'], 0, LAST_MOMENT / DAY + DAY_SLACK) &&
      (raw['sitting'] === null || isId(raw['sitting'])) &&
      typeof raw['full'] === 'boolean' &&
      isWhole(raw['questions'], 1, 10_000) &&
      ['known', 'spread', 'score', 'low', 'high', 'chance', 'aim'].every(key => isWhole(raw[key], 0, 10_000)),
  ],
  [
    'result',
    raw =>
      isName(raw['exam']) &&
      isDay(raw) &&
      typeof raw['passed'] === 'boolean' &&
      (raw['points'] === null || isWhole(raw['points'], 0, 100)),
  ],
  ['read', raw => isName(raw['topic']) && isDay(raw) && isWhole(raw['ms'], 0, 1e12)],
  ['imported', isImported],
  ['excluded', raw => isDevice(raw['device']) && typeof raw['value'] === 'boolean'],
  ['redated', raw => isListOf(raw['records'], isRedated)],
  ...EXAM_CHECKS,
]);

/** Free text is shown to people: it loses what could drive a terminal. Everything else was checked above. */
const clean = (raw: Raw): Raw => {
  if (raw['type'] === 'flagged') return { ...raw, note: sanitize(raw['note'] as string) };
  if (raw['type'] === 'configured') return { ...raw, settings: readSettings(raw['settings'] as object) };
  if (raw['type'] === 'exam-started') return cleanPaper(raw);
  if (raw['type'] !== 'answered' && raw['type'] !== 'exam-answered') return raw;
  if (raw['response'] === null) return raw;
  const response = raw['response'] as Raw;
  return typeof response['typed'] === 'string'
    ? { ...raw, response: { ...response, typed: sanitize(response['typed']) } }
    : raw;
};

/** An event with its free text cut to the length that the reader takes: a pasted book is no answer. */
export const fitEvent = (body: EventBody): EventBody => {
  if (body.type === 'flagged') return { ...body, note: body.note.slice(0, LONGEST_TEXT) };
  if (body.type !== 'answered' && body.type !== 'exam-answered') return body;
  if (body.response === null || !('typed' in body.response)) return body;
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
