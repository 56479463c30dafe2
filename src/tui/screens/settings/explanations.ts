/** What the chosen setting is for, and what follows from it. */
import type { Outlook } from '../../../app/learner/outlook.ts';
import { itemsByDomain } from '../../../core/course/domains.ts';
import type { CourseReader } from '../../../core/course/course.ts';
import type { Progress } from '../../../core/journal/progress.ts';
import { grouped, plural } from '../../../text/layout/columns.ts';
import { rangeDigits } from '../../../text/plan/words.ts';
import type { SettingRow, ValueSource } from './setting-rows.ts';
import { RARER_SETTINGS } from './setting-rows.ts';

interface ExplainParts extends ValueSource {
  readonly reader: CourseReader;
  readonly progress: Progress;
  /** Figures that are there already; `null`: they are not asked for. */
  readonly outlook: Outlook | null;
  readonly fixed: string | undefined;
}

/** How many questions an exam has here, and how many of them were answered. */
const examText = ({ reader, progress, blueprint }: ExplainParts): string => {
  if (blueprint === null) return 'Reviews, quizzes, mock exams and the plan follow it.';
  const questions = new Set(
    [...itemsByDomain(reader, blueprint).values()]
      .flat()
      .flatMap(({ key, type }) => (type === 'question' ? [key] : [])),
  );
  let seen = 0;
  for (const key of questions) if ((progress.items.get(key)?.attemptDay ?? -1) >= 0) seen++;
  const isSeen = seen === 0 ? 'none of them seen yet' : `${grouped(seen)} of them seen already`;
  return `${plural(questions.size, 'question')}, ${isSeen}. Reviews, quizzes, mock exams and the plan follow it.`;
};

const minutesText = ({ outlook, settings }: ExplainParts): string => {
  const projected = outlook?.readiness?.projected ?? null;
  const status = outlook?.readiness?.status ?? null;
  const text = `${settings.minutesPerDay} min a day`;
  return projected === null
    ? `${text}; the plan spreads them over what gains most.`
    : `${text}: projected ${rangeDigits(projected)}, ${status ?? ''}. The plan shows other minutes: + and - there.`;
};

/** One or two sentences. */
export const explanation = (row: SettingRow, parts: ExplainParts): string => {
  if (parts.fixed !== undefined) return `Set by ${parts.fixed}: it cannot be changed here.`;
  if (row.scope === 'plain')
    return row.id === 'more'
      ? `${RARER_SETTINGS.length} rarer settings; study config lists all of them.`
      : 'Another course: study --course FOLDER, or study in its folder.';
  if (row.scope === 'device') {
    switch (row.setting.key) {
      case 'theme':
        return 'auto asks the terminal for its background; dark, light; mono uses no colors.';
      case 'accessible':
        return 'Sentences for a screen reader instead of screens, from the next start on. study config set accessible false brings the screens back.';
      case 'confidence':
        return 'Asks "sure or unsure?" before an answer is judged; a lucky guess then counts less.';
      default:
        return row.setting.help;
    }
  }
  switch (row.setting.key) {
    case 'exam':
      return examText(parts);
    case 'minutesPerDay':
      return minutesText(parts);
    case 'examDate':
      return 'The plan ends the day before. 20 Dec, 2026-12-20 or "in 3 weeks"; empty for no date.';
    case 'daysOff':
      return 'Weekdays here; single days in the plan, with space. The days in a row go on over them.';
    case 'newPerDay':
      return 'While a plan for an exam is followed, it chooses how many; this holds without one.';
    case 'aim':
      return 'Percent you want to reach in the exam; what leads there is in the plan.';
    case 'desiredRetention':
      return 'How much of what comes back you want to remember; higher means more reviews.';
    case 'rollover':
      return 'Until then a late evening still counts as the day before.';
    default:
      return row.setting.help;
  }
};
