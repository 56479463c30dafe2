/** Finds the sitting that a learner means. */
import { Failure } from '../../core/base/failure.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { Sitting } from '../../core/exam/sitting.ts';
import { findBlueprint } from '../../app/course/find.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { startedText } from '../../text/exam/exam-words.ts';

/** What names a sitting: its number in the history, an exam, or nothing for the last one. */
interface SittingName {
  readonly value: string | true;
  /** Id of the exam behind the command, `null` for none. */
  readonly blueprint: string | null;
}

const NO_EXAM = 'study exam --history lists those taken';

const none = (isOpen: boolean, blueprint: string | null): Failure => {
  const of = blueprint === null ? '' : ` of ${blueprint}`;
  return isOpen
    ? new Failure('usage', `No exam${of} is open`, { code: 'no-open-exam', try: 'study exam starts one' })
    : new Failure('usage', `No exam${of} has been taken to its end`, {
        code: 'no-sitting',
        try: 'study exam starts one, study exam --resume resumes one that is open',
      });
};

/** Whoever was cut off wants to know what became of the exam. */
const overdue = ({ paper, startedAt, tz }: Sitting): Failure =>
  new Failure(
    'usage',
    `No exam is open: the time of ${sanitizeLine(paper.blueprint.id)}, begun on ${startedText({ startedAt, tz })}, is over`,
    { code: 'exam-over', try: 'study exam --report shows its result' },
  );

/**
 * The sitting that a name means.
 * @param sittings of the course, oldest first, as the history counts them
 * @param isOpen whether an open one is asked for, or one with a result
 * @throws Failure `usage` where there is none
 */
export const findSitting = (
  course: CourseReader,
  sittings: readonly Sitting[],
  { value, blueprint }: SittingName,
  isOpen: boolean,
): Sitting => {
  const fits = (sitting: Sitting): boolean =>
    isOpen ? sitting.phase !== 'ended' : sitting.end !== null && sitting.end.reason !== 'abandoned';
  const named =
    value === true ? undefined : /^\d{1,6}$/.test(value) ? sittings[Number(value) - 1] : undefined;
  if (named !== undefined) {
    if (fits(named)) return named;
    throw isOpen
      ? new Failure('usage', `Exam ${String(value)} has ended`, {
          code: 'exam-over',
          try: `study exam --report ${String(value)}`,
        })
      : new Failure(
          'usage',
          named.end === null ? `Exam ${String(value)} has not ended` : `Exam ${String(value)} was discarded`,
          { code: 'no-result', try: NO_EXAM },
        );
  }
  if (value !== true && /^\d+$/.test(value))
    throw new Failure('usage', `There is no exam number ${value}`, { code: 'unknown-sitting', try: NO_EXAM });
  const id = value === true ? blueprint : value;
  const wanted = id === null ? null : idOf(course, sittings, id);
  const found = sittings
    .filter(sitting => fits(sitting) && (wanted === null || sitting.paper.blueprint.id === wanted))
    .sort((a, b) => (isOpen ? a.lastAt - b.lastAt : 0))
    .at(-1);
  if (found !== undefined) return found;
  const last = sittings.filter(({ paper }) => wanted === null || paper.blueprint.id === wanted).at(-1);
  throw isOpen && last?.end?.reason === 'time' ? overdue(last) : none(isOpen, wanted);
};

/** An exam of the course, or one that it had when it was sat. */
const idOf = (course: CourseReader, sittings: readonly Sitting[], id: string): string =>
  sittings.some(({ paper }) => paper.blueprint.id === id.toLowerCase())
    ? id.toLowerCase()
    : findBlueprint(course, id, NO_EXAM).id;
