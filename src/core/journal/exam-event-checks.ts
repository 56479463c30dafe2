/** Checks the journal lines of mock exams, so that folding and showing a paper can neither crash nor run away. */
import {
  DAY,
  DAY_SLACK,
  isId,
  isItems,
  isLabel,
  isListOf,
  isName,
  isOneOf,
  isRating,
  isRecord,
  isResponse,
  isText,
  isWhole,
  LAST_MOMENT,
} from './field-checks.ts';
import type { Raw } from './field-checks.ts';
import { sanitize, sanitizeLine } from '../base/sanitize.ts';

const MOST_QUESTIONS = 1000;
const MOST_PARTS = 100;
const LONGEST_TIME = 1e12;
/** A year in minutes. */
const LONGEST_SITTING = 527_040;
const MOST_SEED = 0xffffffff;

const isNumber = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && value >= least && value <= most;

/** Text of the course, which only the length of a line bounds. */
const isCourseText = (value: unknown): boolean => typeof value === 'string';

const isNameOrNone = (value: unknown): boolean => value === '' || isName(value);

const isOption = (value: unknown): boolean =>
  isRecord(value) &&
  isCourseText(value['text']) &&
  typeof value['correct'] === 'boolean' &&
  isCourseText(value['why']);

const isCourseTextOrNone = (value: unknown): boolean => value === undefined || isCourseText(value);

const isPair = (value: unknown): boolean =>
  isRecord(value) &&
  isCourseText(value['left']) &&
  isCourseText(value['right']) &&
  isCourseTextOrNone(value['why']);

const isTexts = (value: unknown): boolean => isListOf(value, isCourseText, MOST_PARTS);

const isContent = (raw: Raw): boolean => {
  switch (raw['kind']) {
    case 'single':
    case 'multiple':
      return isListOf(raw['options'], isOption, MOST_PARTS) && raw['options'].length > 0;
    case 'true-false':
      return typeof raw['answer'] === 'boolean' && isCourseText(raw['why']);
    case 'numeric':
      return (
        isText(raw['answer']) && isText(raw['unit']) && isText(raw['tolerance']) && isCourseText(raw['why'])
      );
    case 'order':
      return (
        isTexts(raw['steps']) &&
        isTexts(raw['shown']) &&
        (raw['stepWhys'] === undefined || isTexts(raw['stepWhys'])) &&
        isCourseText(raw['why'])
      );
    case 'match':
      return isListOf(raw['pairs'], isPair, MOST_PARTS) && isTexts(raw['rights']) && isCourseText(raw['why']);
    case 'text':
      return isTexts(raw['accept']) && isCourseText(raw['why']);
    default:
      return false;
  }
};

const isQuestion = (value: unknown): boolean =>
  isRecord(value) &&
  isName(value['item']) &&
  isName(value['topic']) &&
  isNameOrNone(value['section']) &&
  isName(value['domain']) &&
  isNameOrNone(value['task']) &&
  typeof value['scored'] === 'boolean' &&
  (value['seed'] === null || isWhole(value['seed'], 0, MOST_SEED)) &&
  isName(value['question']) &&
  isCourseText(value['stem']) &&
  (value['grade'] === undefined || isName(value['grade'])) &&
  isContent(value);

const isTask = (value: unknown): boolean =>
  isRecord(value) && isName(value['id']) && isCourseText(value['title']);

const isDomain = (value: unknown): boolean =>
  isTask(value) &&
  isRecord(value) &&
  isNumber(value['weight'], 0, 100) &&
  isListOf(value['tasks'], isTask, MOST_QUESTIONS);

const isScale = (value: unknown): boolean =>
  value === null || (isListOf(value, mark => isNumber(mark, -1e9, 1e9), 2) && value.length === 2);

const isPass = (value: unknown): boolean =>
  value === null ||
  (isRecord(value) &&
    isNumber(value['mark'], -1e9, 1e9) &&
    isScale(value['scale']) &&
    isCourseText(value['note']));

const isBlueprint = (value: unknown): boolean =>
  isRecord(value) &&
  isName(value['id']) &&
  isCourseText(value['title']) &&
  typeof value['provisional'] === 'boolean' &&
  isCourseTextOrNone(value['provisionalNote']) &&
  isNumber(value['aim'], 0, 100) &&
  isNumber(value['minutes'], 0, LONGEST_SITTING) &&
  isPass(value['pass']) &&
  isListOf(value['domains'], isDomain, MOST_QUESTIONS);

const isShortage = (value: unknown): boolean =>
  isRecord(value) &&
  isName(value['domain']) &&
  isCourseText(value['title']) &&
  isOneOf(value['part'], ['scored', 'unscored']) &&
  isWhole(value['want'], 0, MOST_QUESTIONS) &&
  isWhole(value['have'], 0, MOST_QUESTIONS);

const isStart = (raw: Raw): boolean =>
  isBlueprint(raw['blueprint']) &&
  isLabel(raw['bank']) &&
  isWhole(raw['seed'], 0, MOST_SEED) &&
  isListOf(raw['questions'], isQuestion, MOST_QUESTIONS) &&
  raw['questions'].length > 0 &&
  isListOf(raw['shortages'], isShortage, MOST_QUESTIONS) &&
  typeof raw['practice'] === 'boolean' &&
  isNumber(raw['minutes'], 0, LONGEST_SITTING) &&
  isNumber(raw['extra'], 0, LONGEST_SITTING) &&
  isWhole(raw['deadline'], 0, LAST_MOMENT);

const isAct = (raw: Raw): boolean =>
  isId(raw['sitting']) && isWhole(raw['used'], 0, LONGEST_TIME) && isWhole(raw['ms'], 0, LONGEST_TIME);

const isVerdict = (value: unknown): boolean =>
  value === null || isOneOf(value, ['correct', 'partial', 'wrong']);

const isAnswer = (raw: Raw): boolean =>
  isAct(raw) &&
  isName(raw['item']) &&
  (raw['response'] === null ? raw['verdict'] === null : isResponse(raw['response'])) &&
  isVerdict(raw['verdict']) &&
  typeof raw['unsure'] === 'boolean';

/** The end may be recorded long after the time ran out, and names the day on which it did. */
const isEnd = (raw: Raw): boolean =>
  isAct(raw) &&
  isOneOf(raw['reason'], ['submitted', 'time', 'abandoned']) &&
  isWhole(raw['day'], 0, Math.floor((raw['at'] as number) / DAY) + DAY_SLACK) &&
  isListOf(raw['ratings'], isRating, MOST_QUESTIONS) &&
  isLabel(raw['model']);

/** By type, whether the fields are what event.ts promises; the envelope has been checked. */
export const EXAM_CHECKS: readonly (readonly [string, (raw: Raw) => boolean])[] = [
  ['exam-started', isStart],
  ['exam-answered', isAnswer],
  ['exam-flagged', raw => isAct(raw) && isName(raw['item']) && typeof raw['value'] === 'boolean'],
  ['exam-struck', raw => isAct(raw) && isName(raw['item']) && isItems(raw['options'])],
  ['exam-moved', raw => isAct(raw) && isName(raw['item'])],
  ['exam-paused', isAct],
  ['exam-resumed', isAct],
  ['exam-ended', isEnd],
];

/** Texts that are shown on one line. */
const LINES: ReadonlySet<string> = new Set([
  'title',
  'note',
  'provisionalNote',
  'unit',
  'answer',
  'tolerance',
]);

const cleaned = (value: unknown, field: string): unknown => {
  if (typeof value === 'string') return LINES.has(field) ? sanitizeLine(value) : sanitize(value);
  if (Array.isArray(value)) return value.map(element => cleaned(element, field));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, cleaned(inner, name)]));
};

/** A paper whose texts cannot drive a terminal. */
export const cleanPaper = (raw: Raw): Raw =>
  Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, cleaned(value, name)]));
