/** The plan, how ready a learner is, and today, in sentences. */
import type { Verbosity } from '../../../core/device/preferences.ts';
import type { ExamPlan } from '../../../core/readiness/exam-plan.ts';
import type { Readiness } from '../../../core/readiness/readiness.ts';
import type { Interval } from '../../../core/forecast/forecast.ts';
import { PLACEMENT_CARDS } from '../../../core/plan/settings.ts';
import { plural } from '../../layout/columns.ts';
import { judgmentLines } from '../../plan/figures.ts';
import type { ScoredDay } from '../../plan/plan-lines.ts';
import {
  dayName,
  listed,
  onDay,
  percentWords,
  rangeWords,
  sentence,
  spokenTitle,
  unitsInWords,
} from '../words.ts';
import { wrapAll } from '../../layout/wrap-words.ts';

const pointsWords = (share: number): string => plural(Number((100 * share).toFixed(1)), 'point');

const figure = (interval: Interval): string =>
  `${Math.round(100 * interval.score)} of 100, range ${rangeWords(interval)}`;

/** How ready a learner is: today, on the day of the exam, against the aim, and what that rests on. */
const readinessSentences = (
  { blueprint, today: day, schedule }: Pick<ExamPlan, 'blueprint' | 'today' | 'schedule'>,
  readiness: Readiness,
  verbosity: Verbosity,
): readonly string[] => {
  const { today, projected, passChance, status, aim, basis, examDay } = readiness;
  if (today === null)
    return [
      `How ready you are is not known yet. ${PLACEMENT_CARDS} cards, about 5 minutes, tell it: study diagnose`,
    ];
  const chance =
    passChance === null
      ? ''
      : passChance < 0.05
        ? 'under 5 in 100'
        : passChance > 0.95
          ? 'over 95 in 100'
          : `${Math.round(100 * passChance)} in 100`;
  return [
    ...(status === null ? [] : [sentence(`You are ${status}`)]),
    sentence(`If the exam were today: ${figure(today)}`),
    ...(projected === null
      ? []
      : [
          sentence(
            `${onDay(examDay, day).replace(/^o/, 'O')}, with ${plural(schedule.minutesPerDay, 'minute')} a day: ${figure(projected)}`,
          ),
        ]),
    ...(chance === '' ? [] : [sentence(`Chance to reach ${percentWords(aim)}: ${chance}`)]),
    ...(verbosity === 'brief'
      ? []
      : [
          sentence(
            `It rests on ${plural(basis.attempts, 'first answer')}, ${basis.topics} of ${plural(basis.topicsInExam, 'topic')}${basis.mocks > 0 ? ` and ${plural(basis.mocks, 'mock exam')}` : ''}`,
          ),
          ...(blueprint.provisional ? ['The weights of this exam are provisional.'] : []),
        ]),
    ...(verbosity === 'full' ? ['A range holds in 8 of 10 cases.'] : []),
  ];
};

/** Which exam it is, and when. */
const headSentence = ({ blueprint, examDay, schedule, today }: ExamPlan): string => {
  const exam = spokenTitle(blueprint.title);
  const minutes = `${plural(schedule.minutesPerDay, 'minute')} a day`;
  if (schedule.examDay === null) return `${exam}, no date set. Planned four weeks ahead with ${minutes}.`;
  const days = examDay - today;
  return days === 0
    ? `${exam} is today. Good luck!`
    : `${exam} on ${dayName(examDay, today)}, in ${plural(days, 'day')}, with ${minutes}.`;
};

const needSentence = ({ minutesNeeded, aim }: Readiness): string =>
  minutesNeeded === null
    ? `No number of minutes a day gives an even chance of ${percentWords(aim)} until then.`
    : `For an even chance of ${percentWords(aim)} you would need about ${plural(minutesNeeded, 'minute')} a day.`;

/** `Saturday 5 December: 12 reviews, 9 new cards, a mock exam of 15 questions.`, with the minutes where they are not the usual ones. */
const daySentence = (
  day: ScoredDay,
  { today, schedule }: Pick<ExamPlan, 'today' | 'schedule'>,
  isProjected: boolean,
): string => {
  const away = day.day - today;
  const name = away === 0 ? 'Today' : away === 1 ? 'Tomorrow' : dayName(day.day, today);
  if (day.off) return `${name}: day off.`;
  const parts = [
    ...(day.reviews > 0 ? [plural(day.reviews, 'review')] : []),
    ...(day.fresh > 0 ? [plural(day.fresh, 'new card')] : []),
    ...(day.questions > 0 ? [plural(day.questions, 'question')] : []),
    ...(day.mock > 0 ? [`a mock exam of ${plural(day.mock, 'question')}`] : []),
  ];
  // What the head of the plan has said is not said of every day.
  const isUsual = day.minutes === schedule.minutesPerDay && parts.length > 0;
  const what = [
    ...(isUsual ? [] : [plural(day.minutes, 'minute')]),
    ...(parts.length === 0 ? [] : [parts.join(', ')]),
  ];
  return sentence(`${name}: ${what.join('; ')}${isProjected ? `; then ${percentWords(day.projected)}` : ''}`);
};

/** The plan: how it stands first, then each day. */
export const spokenPlan = (
  plan: ExamPlan,
  readiness: Readiness,
  days: readonly ScoredDay[],
  { verbosity, width }: { readonly verbosity: Verbosity; readonly width: number },
): readonly string[] => {
  const isProjected = readiness.projected !== null;
  const whatIf = readiness.whatIf.map(
    ({ minutes, score }) => `with ${plural(minutes, 'minute')}, ${percentWords(score)}`,
  );
  return wrapAll(
    [
      headSentence(plan),
      ...readinessSentences(plan, readiness, verbosity),
      ...(isProjected ? [needSentence(readiness)] : []),
      ...(isProjected && verbosity !== 'brief' ? [sentence(`A day ${listed(whatIf)}`)] : []),
      'To study now: study review',
      '',
      ...days.map(day => daySentence(day, plan, isProjected && verbosity === 'full')),
      ...(verbosity === 'full'
        ? ['Reviews, new cards and questions are estimates: a day asks what the answers before it call for.']
        : []),
    ],
    width,
  );
};

/** Domains with the weakest first: the order of their numbers. */
export const weakestFirst = ({ domains }: Readiness): Readiness['domains'] =>
  domains.toSorted((a, b) => (a.score ?? -1) - (b.score ?? -1));

/** How ready a learner is, in all and by domain, the weakest first. */
export const spokenReadiness = (
  plan: ExamPlan,
  readiness: Readiness,
  { verbosity, width }: { readonly verbosity: Verbosity; readonly width: number },
): readonly string[] => {
  return wrapAll(
    [
      ...readinessSentences(plan, readiness, verbosity),
      headSentence(plan),
      ...(readiness.projected === null
        ? []
        : [
            sentence(`The next hour of the plan is worth ${pointsWords(readiness.hour)}`),
            needSentence(readiness),
          ]),
      '',
      'Domains, the weakest first.',
      ...weakestFirst(readiness).map(({ title, weight, score, hour, attempts }, i) =>
        sentence(
          `${i + 1}. ${spokenTitle(title)}: ${score === null ? `not known yet, ${plural(attempts, 'answer')} so far` : percentWords(score)}. It counts ${weight} percent; the next hour is worth ${pointsWords(hour)}`,
        ),
      ),
      ...judgmentLines(readiness).map(unitsInWords),
    ],
    width,
  );
};

/** What `study setup` says when it is done. */
export const spokenSetup = (
  plan: ExamPlan,
  readiness: Readiness,
  { verbosity, width }: { readonly verbosity: Verbosity; readonly width: number },
): readonly string[] => {
  const hours = readiness.minutesLeft / 60;
  const amount = hours < 2 ? plural(readiness.minutesLeft, 'minute') : `about ${Math.round(hours)} hours`;
  return wrapAll(
    [
      headSentence(plan),
      `That is ${amount} in all.`,
      ...(verbosity === 'brief'
        ? []
        : [
            'study review now follows the plan: reviews, new cards and questions by what gains most points a minute.',
          ]),
      readiness.today === null && readiness.minutesLeft >= 60
        ? 'Next: study diagnose, 20 cards in about 5 minutes for a first figure.'
        : 'Next: study review',
    ],
    width,
  );
};
