/** What stands above an item: which session this is, and how far it is. */
import type { CourseReader, ItemEntry } from '../../../core/course/course.ts';
import { paceOf, secondsFor } from '../../../core/memory/pace.ts';
import type { Progress } from '../../../core/journal/progress.ts';
import type { SessionState } from '../../../core/session/state.ts';
import { listAnswers } from '../../../core/session/state.ts';
import { progressBar } from '../../components/bar.ts';
import type { Header } from '../../shell/screen.ts';
import type { Theme } from '../../components/theme.ts';

const BAR = 20;
/** Verdicts of a quiz that are shown one by one. */
const MARKS = 12;

/** Minutes that what is left will take at the learner's pace. */
export const minutesLeft = (
  { plan, position, learning, turn }: SessionState,
  course: Pick<CourseReader, 'entry'>,
  progress: Progress,
  day: number,
): number => {
  if (turn === null) return 0;
  const pace = paceOf(progress.days, day);
  const secondsOf = (type: ItemEntry['type']): number => secondsFor(type, pace);
  const left = Math.max(0, turn.total - turn.number);
  const queued = plan.queue.slice(position, position + left);
  const steps = learning.slice(0, left - queued.length);
  let seconds = secondsOf(turn.entry.type);
  if (pace === null) {
    for (const key of queued) seconds += secondsOf(course.entry(key)?.type ?? 'card');
    for (const { key } of steps) seconds += secondsOf(course.entry(key)?.type ?? 'card');
  } else {
    // The learner's own pace is one for cards and questions: thousands of items need not be looked up.
    seconds += pace * (queued.length + steps.length);
  }
  return Math.max(1, Math.round(seconds / 60));
};

/** `sqs · Visibility timeout`. */
export const placeOf = (
  { topic, section }: { readonly topic: string; readonly section: string },
  course: Pick<CourseReader, 'topics'>,
  { signs }: Theme,
): string => {
  const sections = course.topics.find(({ id }) => id === topic)?.sections ?? [];
  const title = sections.find(({ id }) => id === section)?.title;
  return title === undefined ? topic : `${topic} ${signs.dot} ${title}`;
};

const verdicts = (state: SessionState, { signs }: Theme): string =>
  listAnswers(state.answers)
    .slice(-MARKS)
    .map(({ rating }) => (rating === 'again' ? signs.wrong : signs.correct))
    .join('');

export interface HeaderParts {
  readonly state: SessionState;
  readonly course: CourseReader;
  readonly theme: Theme;
  readonly minutes: number;
  /** Topics the session is about; `null`: all. */
  readonly topics: ReadonlySet<string> | null;
  readonly repeatable: boolean;
  readonly isFlagged: boolean;
}

export const sessionHeader = ({
  state,
  course,
  theme,
  minutes,
  topics,
  repeatable,
  isFlagged,
}: HeaderParts): Header => {
  const { plan, turn } = state;
  const { signs } = theme;
  const [only] = topics ?? [];
  const about = topics?.size === 1 && only !== undefined ? ` ${signs.dot} ${only}` : '';
  const left = plan.mode + about;
  if (turn === null) return { left, right: 'done' };
  const count = `${turn.number} of ${turn.total}`;
  const seed = repeatable ? ` ${signs.dot} seed ${plan.seed}` : '';
  const right =
    plan.mode === 'quiz'
      ? `${count} ${verdicts(state, theme)}`.trimEnd() + seed
      : `${count} ${progressBar((turn.number - 1) / turn.total, BAR, theme)} ${minutes} min`;
  // Where a question comes from would say too much before it is answered.
  const place =
    turn.shown.type === 'card' || state.phase.name === 'feedback'
      ? placeOf(turn.entry, course, theme)
      : turn.entry.topic;
  const marks = [...(isFlagged ? [`${signs.flag} flagged`] : []), ...(turn.unsure ? ['unsure'] : [])];
  return { left, right, below: [place, ...marks].join(` ${signs.dot} `) };
};
