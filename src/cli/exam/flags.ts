/** What `study exam` can be told. */
import { InvalidArgumentError } from 'commander';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { Only } from '../../core/lists/lists.ts';

/** The flags of `study exam`, as commander gives them. */
export interface ExamFlags {
  readonly resume?: string | true;
  readonly seed?: number;
  readonly minutes?: number;
  /** Questions. */
  readonly n?: number;
  readonly domain?: readonly string[];
  readonly task?: readonly string[];
  readonly only?: Only;
  readonly result?: string;
  readonly extraTime?: string;
  readonly practice?: true;
  readonly new?: true;
  readonly redo?: string | true;
  readonly end?: string | true;
  readonly abandon?: string | true;
  readonly report?: string | true;
  readonly check?: string | true;
  readonly history?: true;
  readonly list?: true;
  readonly compare?: readonly string[];
  readonly print?: true;
  readonly key?: boolean;
  readonly markdown?: true;
  readonly html?: string;
  readonly force?: true;
}

/** What is to be done. */
export type ExamMode =
  | 'start'
  | 'resume'
  | 'end'
  | 'abandon'
  | 'report'
  | 'history'
  | 'list'
  | 'print'
  | 'result'
  | 'redo'
  | 'compare';

const MODES = ['resume', 'end', 'abandon', 'history', 'list', 'print', 'result', 'redo', 'compare'] as const;
/** Flags that say how a new sitting is to be. */
const STARTING = ['seed', 'n', 'domain', 'task', 'only', 'minutes', 'extraTime', 'practice', 'new'] as const;
/** Flags that say what is to be seen of a sitting: of the one that is sat, else of a past one. */
const SEEING = ['report', 'check', 'markdown', 'html'] as const;

const refuse = (one: string, other: string): never => {
  throw new Failure('usage', `--${one} and --${other} cannot go together`, {
    code: 'two-modes',
    place: `--${other}`,
    try: 'study exam --help',
  });
};

const dashed = (flag: string): string => flag.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);

/** @throws Failure `usage` where flags ask for two things at once */
export const modeOf = (flags: ExamFlags): ExamMode => {
  const [mode, other] = MODES.filter(each => flags[each] !== undefined);
  if (mode !== undefined && other !== undefined) refuse(mode, other);
  const starting = STARTING.find(flag => flags[flag] !== undefined);
  if (mode !== undefined) {
    const isForeign = starting !== undefined && !(mode === 'print' && starting === 'seed');
    if (isForeign) refuse(mode, dashed(starting));
    const seeing = SEEING.find(flag => flags[flag] !== undefined);
    if (seeing !== undefined && mode !== 'resume' && mode !== 'end') refuse(mode, seeing);
    if (flags.key !== undefined && mode !== 'print') refuse(mode, 'key');
    return mode;
  }
  if (flags.report !== undefined && starting !== undefined) refuse('report', dashed(starting));
  if (starting !== undefined) return 'start';
  return SEEING.some(flag => flags[flag] !== undefined) ? 'report' : 'start';
};

/** `--minutes`: from a second to a whole day, fractions allowed. */
export const examMinutes = (value: string): number => {
  const minutes = /^\d{1,4}(?:\.\d{1,4})?$/.test(value) ? Number(value) : NaN;
  if (!(minutes >= 1 / 60 && minutes <= 1440))
    throw new InvalidArgumentError('It must be a number of minutes up to 1440, such as 130 or 0.5.');
  return minutes;
};

/** `--domain` and `--task`: ids set apart by commas; the flag may be repeated. */
export const partsFlag = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...value.split(',').map(part => part.trim()),
];

/** `--result`: `pass`, `fail` or percent. */
export const resultOf = (
  value: string,
): { readonly passed: boolean | null; readonly points: number | null } => {
  const word = value.trim().toLowerCase();
  if (word === 'pass' || word === 'passed') return { passed: true, points: null };
  if (word === 'fail' || word === 'failed') return { passed: false, points: null };
  const points = /^\d{1,3}\s*%?$/.test(word) ? Number.parseInt(word, 10) : NaN;
  if (points >= 0 && points <= 100) return { passed: null, points };
  throw new Failure('usage', `--result takes pass, fail or the percent, not "${sanitizeLine(value)}"`, {
    code: 'bad-result',
    try: 'study exam --result pass',
  });
};
