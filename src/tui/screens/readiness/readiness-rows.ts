/** The table of readiness: domains, and under an unfolded one its tasks or topics. */
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { FIRST_FIGURES } from '../../../core/forecast/settings.ts';
import type { DomainFigures, PartBasis, PartFigure } from '../../../core/readiness/parts.ts';
import { grouped, percent, plural } from '../../../text/layout/columns.ts';
import { padEnd, padStart } from '../../../text/layout/width.ts';
import { pointsText } from '../../../text/plan/figures.ts';
import { cutAtWord, shortName } from '../../../text/layout/short-name.ts';
import { rangeDigits } from '../../../text/plan/words.ts';
import { rangeBar } from '../../components/range-bar.ts';
import type { Theme } from '../../components/theme.ts';

/** One row: a domain, or something in it. */
export interface Row {
  readonly part: PartFigure;
  readonly domain: DomainFigures;
}

/** Topics under a domain whose exam has no tasks. */
const MOST_TOPICS = 8;

/** The rows that are seen. @param open ids of the domains that are unfolded */
export const rowsOf = (domains: readonly DomainFigures[], open: ReadonlySet<string>): readonly Row[] =>
  domains.flatMap(domain => [
    { part: domain, domain },
    ...(open.has(domain.id)
      ? (domain.tasks.length > 0 ? domain.tasks : domain.topics.slice(0, MOST_TOPICS)).map(part => ({
          part,
          domain,
        }))
      : []),
  ]);

/** Evidence from which a range is shown in full weight. */
const STRONG = 30;

/** Cells of a bar: 20 and its ends, five points each. */
const BAR = 22;
const BARS_FROM = 76;
const WEIGHT = 6;
const RANGE = 8;
const ANSWERS = 7;
const GAP = 2;

/** Columns from which there is room for the weight of a task as well. */
const WIDE = 110;

const nameWidth = (columns: number): number => {
  const bar = columns >= BARS_FROM ? BAR + GAP : 0;
  return Math.min(40, columns - 4 - WEIGHT - RANGE - ANSWERS - 3 * GAP - bar);
};

/** The line over the table. */
export const headLine = (columns: number, aim: number, { style }: Theme): string => {
  const name = nameWidth(columns);
  const gap = ' '.repeat(GAP);
  const cells = [
    `    ${padEnd('domain', name)}`,
    padStart('weight', WEIGHT),
    padEnd('range', RANGE),
    padStart('answers', ANSWERS),
  ];
  const scale = columns >= BARS_FROM ? gap + scaleText(aim) : '';
  return style.dim(cells.join(gap) + scale);
};

/** The scale over the bars: 0, the aim where it lies, 100. */
const scaleText = (aim: number): string => {
  const cells = BAR - 2;
  const at = 1 + Math.min(cells - 1, Math.floor(aim * cells));
  const text = padEnd('0', BAR - 3) + '100';
  const label = String(Math.round(100 * aim));
  const begin = Math.min(at, BAR - 3 - label.length - 1);
  return text.slice(0, begin) + label + text.slice(begin + label.length);
};

const rangeText = ({ today }: PartFigure): string => (today === null ? 'too few' : rangeDigits(today));

/** A domain, task or topic as a line. */
export const rowLine = (
  { part }: Row,
  more: { readonly isChosen: boolean; readonly isOpen: boolean; readonly aim: number },
  columns: number,
  theme: Theme,
): string => {
  const { style, signs } = theme;
  const { isChosen, isOpen, aim } = more;
  const isDomain = part.kind === 'domain';
  const fold = isDomain ? (isOpen ? signs.open : signs.closed) : ' ';
  // What a task weighs is told where there is room; else its name has it, for tasks begin with the same words.
  const hasWeight = isDomain || columns >= WIDE;
  const name = nameWidth(columns) + (hasWeight ? 0 : GAP + WEIGHT);
  const title =
    part.kind === 'task' ? `${sanitizeLine(part.id)} ${sanitizeLine(part.title)}` : sanitizeLine(part.title);
  const indent = isDomain ? 0 : 2;
  const shorten = part.kind === 'task' ? cutAtWord : shortName;
  const short = padEnd(shorten(title, name - indent, signs.ellipsis), name - indent);
  const range = padEnd(rangeText(part), RANGE);
  const shown =
    part.today === null ? style.dim(range) : part.attempts >= STRONG ? style.strong(range) : range;
  const gap = ' '.repeat(GAP);
  const bar =
    columns < BARS_FROM
      ? ''
      : part.today === null
        ? gap + style.dim(`${FIRST_FIGURES.part} are needed`)
        : gap + rangeBar(part.today, aim, BAR, theme);
  const cells = [
    `${isChosen ? signs.pointer : ' '} ${fold} ${' '.repeat(indent)}${isChosen ? style.strong(short) : short}`,
    ...(hasWeight ? [padStart(`${Math.round(100 * part.weight)} %`, WEIGHT)] : []),
    shown,
    padStart(grouped(part.attempts), ANSWERS),
  ];
  return (cells.join(gap) + bar).trimEnd();
};

/** Why the answers of all domains come to more than there are. */
export const SHARED = 'A topic that several domains ask for counts in each of them.';

/**
 * What the range of a row rests on, as sentences.
 * @param hour points (0 to 1) of an hour on it; `null`: not known
 * @param isShared what serves several domains is counted in each of them
 */
export const basisSentences = (
  part: PartFigure,
  basis: PartBasis,
  hour: number | null,
  isShared = false,
): readonly string[] => {
  const { attempts, items, right, remembered, estimated } = basis;
  return [
    `${grouped(attempts)} of ${plural(items, 'card or question', 'cards and questions')} tried, ${grouped(right)} of them right at the first try.`,
    ...(remembered === null ? [] : [`Of those, ${percent(remembered)} are remembered now.`]),
    ...(estimated === null || attempts === 0
      ? []
      : [
          `Of those not tried yet, about ${percent(estimated)} are taken to be known, by the answers around them.`,
        ]),
    ...(isShared ? [SHARED] : []),
    'Mock exams and first tries at questions correct the whole; a guess counts as one of four.',
    ...(part.today === null ? [`A range is shown from ${FIRST_FIGURES.part} first tries on.`] : []),
    ...(hour === null ? [] : [`The next hour on it is worth ${pointsText(hour)}.`]),
  ];
};
