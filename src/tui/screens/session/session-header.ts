/** What stands above an item: which session this is, how it was answered, and how much is left. */
import { dayToDate } from '../../../core/base/civil-day.ts';
import type { CourseReader, ItemEntry } from '../../../core/course/course.ts';
import { currentBlueprint, domainsOf } from '../../../core/course/domains.ts';
import type { SessionState } from '../../../core/session/state.ts';
import { listAnswers } from '../../../core/session/state.ts';
import type { Graded } from '../../../core/question/grade.ts';
import type { SchedulingSettings } from '../../../core/journal/event.ts';
import { cutAtWord } from '../../../text/layout/short-name.ts';
import { cellWidth, padEnd } from '../../../text/layout/width.ts';
import type { Header, Size } from '../../shell/screen.ts';
import type { Theme } from '../../components/theme.ts';
import { answersText } from '../../components/question/explanation.ts';
import { TEXT_COLUMNS } from '../../components/question/question-lines.ts';
import { ownSign } from '../../components/remarks.ts';
import { comesBack, dayOf } from './end-facts.ts';
import { endHeader } from './end-page.ts';
import type { Looked } from './history.ts';
import type { Count } from './session-counts.ts';
import { countsOf } from './session-counts.ts';
import type { SessionPage } from './session-facts.ts';
import type { SessionScreenState } from './session-state.ts';
import { answeringOf, isAnswered, layerOf, lookedAt } from './session-state.ts';
import { capital } from '../../../text/layout/columns.ts';

/** Verdicts of a quiz that are shown one by one. */
const MARKS = 12;
/** Columns from which what is left has its words. */
const WIDE = 72;

/** `Amazon SQS · Visibility timeout`: titles, never ids. */
export const placeOf = (
  { topic, section }: { readonly topic: string; readonly section: string },
  course: Pick<CourseReader, 'topics'>,
  { signs }: Pick<Theme, 'signs'>,
): string => {
  const entry = course.topics.find(({ id }) => id === topic);
  const title = entry?.sections.find(({ id }) => id === section)?.title;
  const name = entry?.title ?? topic;
  return title === undefined || title === name ? name : `${name} ${signs.dot} ${title}`;
};

/** The exam of now, with which domains are named; `undefined`: none is known. */
type Exam = ReturnType<typeof currentBlueprint>;

/** The exam by which a session names domains; none where no exam is set. */
export const examOf = (course: CourseReader, settings: SchedulingSettings, date: string): Exam =>
  settings.exam === '' && settings.examDate === '' ? undefined : currentBlueprint(course, settings, date);

/**
 * The domain of an item in an exam, else the area of its topic: what may be said before it is answered.
 * @param about id of the domain that the session is about, which goes before others that the item serves
 */
export const domainTitle = (
  { topic, tasks }: Pick<ItemEntry, 'topic' | 'tasks'>,
  course: Pick<CourseReader, 'topics'>,
  exam: Exam,
  about?: string,
): string => {
  const entry = course.topics.find(({ id }) => id === topic);
  if (exam !== undefined) {
    const served = [...domainsOf(exam, tasks), ...domainsOf(exam, entry?.exams ?? [])];
    const domain = served.find(({ id }) => id === about) ?? served[0];
    if (domain !== undefined) return domain.title;
  }
  return capital(entry?.area ?? topic).replaceAll('-', ' ');
};

const verdicts = (state: SessionState, { signs }: Theme): string =>
  listAnswers(state.answers)
    .slice(-MARKS)
    .map(({ rating }) => (rating === 'again' ? signs.wrong : signs.correct))
    .join('');

/** `wrong ✗`, `right ✓`, `partly right · 1 of 2`. */
export const verdictText = ({ verdict, parts }: Graded, { signs }: Pick<Theme, 'signs'>): string => {
  if (verdict === 'correct') return `right ${signs.correct}`;
  if (verdict === 'partial' && parts !== null)
    return `partly right ${signs.dot} ${parts.total - parts.wrong} of ${parts.total}`;
  return `wrong ${signs.wrong}`;
};

/** Two texts at the two ends of a line; the first gives way. */
const bothEnds = (left: string, right: string, columns: number, ellipsis: string): string => {
  if (right === '') return left;
  const room = Math.max(8, columns - cellWidth(right) - 2);
  return `${padEnd(cutAtWord(left, room, ellipsis), room)}  ${right}`;
};

interface HeaderParts {
  readonly state: SessionState;
  readonly size: Pick<Size, 'columns'>;
  readonly theme: Theme;
  /** `review`, `quiz`. */
  readonly title: string;
  readonly minutes: number;
  readonly counts: readonly Count[];
  /** What is said of the item on the left of the second line, and on its right. */
  readonly place: string;
  readonly about: string;
  /** The verdict, once there is one. */
  readonly verdict: string;
}

/** How much is left: by kind in a review, the number of a number elsewhere. */
const progressText = ({ state, size, theme, minutes, counts }: HeaderParts): string => {
  const { plan, turn } = state;
  if (turn === null) return '';
  const { signs } = theme;
  const dot = ` ${signs.dot} `;
  if (plan.mode !== 'review' || plan.exam?.kind === 'placement' || plan.limit !== null) {
    const count = `${turn.begun} of ${turn.begun + turn.left}`;
    return plan.mode === 'quiz' ? `${count} ${verdicts(state, theme)}`.trimEnd() : count;
  }
  const isWide = size.columns >= WIDE;
  const left = isWide
    ? counts
        .filter(count => count.left > 0)
        .map(count => `${count.name} ${count.left}`)
        .join(dot)
    : counts.map(count => count.left).join(' + ');
  return isWide
    ? `${left}${left === '' ? '' : padEnd('', 10)}${minutes} min left`
    : `${left}${dot}${minutes} min`;
};

const itemHeader = (parts: HeaderParts): Header => {
  const { title, verdict, place, about, size, theme } = parts;
  const left = verdict === '' ? title : `${title} ${theme.signs.dot} ${verdict}`;
  return {
    left,
    right: progressText(parts),
    below: bothEnds(place, about, size.columns, theme.signs.ellipsis),
  };
};

/** The signs of an item: flagged, written on, in doubt. */
const markText = (item: string, isUnsure: boolean, { progress, remarks, theme }: SessionPage): string => {
  const { flagged = false } = progress.items.get(item) ?? {};
  const remark = remarks.has(item) ? [`${ownSign(theme)} remark`] : [];
  return [...(flagged ? [theme.signs.flag] : []), ...remark, ...(isUnsure ? ['unsure'] : [])].join(' ');
};

const lookedHeader = (
  looked: Looked,
  history: readonly Looked[],
  columns: number,
  page: SessionPage,
): Header => {
  const { title, theme, moment, course } = page;
  const { answer, turn, graded, at } = looked;
  const ago = Math.floor((moment.at - at) / 60_000);
  const verdict = graded === null ? answer.rating : verdictText(graded, theme);
  const back = comesBack(answer.item, page).replace(/^(?:comes back|due) /, '');
  const about =
    graded === null || turn.shown.type === 'card'
      ? markText(answer.item, false, page)
      : answersText(turn.shown.shown, graded.response, theme);
  return {
    left: `${title} ${theme.signs.dot} looking back ${history.indexOf(looked) + 1} of ${history.length}`,
    right: `${ago < 1 ? 'just now' : `${ago} min ago`}: ${verdict}${back === '' ? '' : `, ${back}`}`,
    below: bothEnds(placeOf(turn.entry, course, theme), about, columns, theme.signs.ellipsis),
  };
};

/** What stands above a session, whatever of it is seen. */
export const sessionHeader = (state: SessionScreenState, size: Size, page: SessionPage): Header => {
  const { session, course, progress, moment, theme, title, planned } = page;
  const top = layerOf(state);
  const columns = Math.min(size.columns, TEXT_COLUMNS);
  if (top?.is === 'end')
    return endHeader(title, page.ending().summary, dayOf(course, progress, moment), theme);
  if (top?.is === 'answers') {
    return {
      left: `${title} ${theme.signs.dot} all answers`,
      right: `${top.chosen + 1} of ${state.history.length}`,
    };
  }
  const looked = lookedAt(state);
  if (looked !== null) return lookedHeader(looked, state.history, columns, page);
  const { turn, phase } = session;
  const marks = turn === null ? '' : markText(turn.entry.key, turn.unsure, page);
  const exam = examOf(course, progress.settings, dayToDate(moment.day));
  return itemHeader({
    state: session,
    size: { columns },
    theme,
    title:
      answeringOf(state, turn)?.mode === 'commands'
        ? `${title} ${theme.signs.dot} keys ${theme.signs.dot} i back to typing`
        : title,
    minutes: Number.isFinite(state.minutes) ? state.minutes : 0,
    counts: countsOf(
      planned,
      state.history.map(({ category, answer }) => ({ category, ms: answer.ms })),
      session,
      progress,
      moment,
    ),
    place:
      turn === null
        ? ''
        : isAnswered(session)
          ? placeOf(turn.entry, course, theme)
          : domainTitle(turn.entry, course, exam, page.domain),
    about:
      phase.name === 'feedback' && turn?.shown.type === 'question'
        ? [marks, answersText(turn.shown.shown, phase.graded.response, theme)].filter(Boolean).join('  ')
        : marks,
    verdict: phase.name === 'feedback' ? verdictText(phase.graded, theme) : '',
  });
};
