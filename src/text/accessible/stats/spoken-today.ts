/** Today in sentences. */
import type { DayLoad } from '../../../core/readiness/exam-days.ts';
import type { Overview } from '../../../core/stats/overview.ts';
import { dateToDay } from '../../../core/base/civil-day.ts';
import { cardsAndQuestions, plural } from '../../layout/columns.ts';
import type { ExamGlance } from '../../stats/today.ts';
import { nextStep } from '../../stats/today.ts';
import { dayName, listed, onDate, percentWords, rangeWords, sentence, spokenTitle } from '../words.ts';
import { wrapAll } from '../../layout/wrap-words.ts';
import type { SpokenOptions } from './spoken-options.ts';

const examSentences = (exam: NonNullable<Overview['exam']>, today: number): readonly string[] => {
  if (exam.date === '') return [];
  const { days, readiness, aim } = exam;
  const when = days === null ? '' : days > 0 ? `, in ${plural(days, 'day')}` : days === 0 ? '' : ', is over';
  const figure = readiness?.today;
  return [
    sentence(`Exam ${exam.id} ${onDate(exam.date, today)}${when}`),
    figure === null || figure === undefined
      ? 'How ready you are is not known yet.'
      : sentence(
          `If it were today: ${Math.round(100 * figure.score)} of 100, range ${rangeWords(figure)}; the aim is ${aim} percent${readiness?.status === null || readiness === null ? '' : `. You are ${readiness.status}`}`,
        ),
  ];
};

const glanceSentences = ({ open, last }: ExamGlance, today: number): readonly string[] => [
  ...(open === null
    ? []
    : [
        sentence(
          `A mock exam is open: ${open.exam}, question ${open.question} of ${open.questions}, ${plural(Math.ceil(open.left / 60_000), 'minute')} left${open.practice ? '' : ', and the clock runs'}. study exam --resume continues it`,
        ),
      ]),
  ...(last === null
    ? []
    : [
        sentence(
          `Last mock exam ${onDate(last.date, today)}: ${last.correct} of ${last.questions}; the aim of ${last.aim} percent was ${last.reached ? 'reached' : 'not reached'}`,
        ),
      ]),
];

/** What is left of the plan for today: `about 12 reviews, 3 new cards and 4 questions, 25 minutes`. */
const loadWords = ({ reviews, fresh, questions, minutes }: DayLoad): string => {
  const parts = [
    ...(reviews > 0 ? [plural(reviews, 'review')] : []),
    ...(fresh > 0 ? [plural(fresh, 'new card')] : []),
    ...(questions > 0 ? [plural(questions, 'question')] : []),
  ];
  return `about ${listed(parts)}, ${plural(Math.max(1, Math.round(minutes)), 'minute')}`;
};

/** The next step, and how much there is; with a plan what is left of it. */
const stepSentences = (overview: Overview, load: DayLoad | null): readonly string[] => {
  const { counts, newToday, minutes } = overview;
  // The plan ends on the eve of the exam.
  if (load !== null && overview.exam?.days === 0)
    return ['Next: the exam. Good luck! study review -n 10 warms up.'];
  const next = nextStep(overview);
  const isPlanned = load !== null && load.reviews + load.fresh + load.questions > 0;
  if (isPlanned) return [sentence(`Next: study review, the plan for today: ${loadWords(load)}`)];
  return [
    ...(load === null ? [] : ['The plan for today is done.']),
    sentence(`Next: ${next.command}, ${next.reason}`),
    sentence(
      [
        `Due now: ${counts.due}${counts.learning > 0 ? `, ${counts.learning} more later today` : ''}`,
        `new today: ${newToday} of ${counts.new} left`,
        ...(minutes > 0 ? [`about ${plural(minutes, 'minute')}`] : []),
      ].join('; '),
    ),
  ];
};

/**
 * Today: the next step first, then what there is, the exam, and what is weak.
 * @param load what is left of the plan for today; `null`: a review follows none
 */
export const spokenToday = (
  title: string,
  overview: Overview,
  exams: ExamGlance | null,
  problems: number,
  load: DayLoad | null,
  { verbosity, width }: SpokenOptions,
): readonly string[] => {
  const { counts, streak, weakest, exam } = overview;
  const today = dateToDay(overview.date) ?? 0;
  const waiting = overview.topics
    .filter(topic => topic.counts.due > 0)
    .sort((a, b) => b.counts.due - a.counts.due);
  const due = waiting.slice(0, verbosity === 'full' ? waiting.length : 3);
  return wrapAll(
    [
      ...stepSentences(overview, load),
      ...(verbosity === 'brief' ? [] : [sentence(`${spokenTitle(title)}, ${dayName(today, today)}`)]),
      ...(streak > 0 ? [`${plural(streak, 'day')} in a row.`] : []),
      ...(exam === null ? [] : examSentences(exam, today)),
      ...(exams === null ? [] : glanceSentences(exams, today)),
      ...(verbosity === 'brief'
        ? []
        : [
            ...(counts.leeches > 0
              ? [`${cardsAndQuestions(counts.leeches)} forgotten again and again: study list leeches`]
              : []),
            ...(due.length === 0
              ? []
              : [
                  sentence(
                    `Most is due in ${due.map(topic => `${spokenTitle(topic.topic.title)}: ${topic.counts.due}`).join('; ')}`,
                  ),
                ]),
            ...(weakest.length === 0
              ? []
              : [
                  sentence(
                    `Weakest: ${weakest.map(topic => `${spokenTitle(topic.topic.title)}, ${percentWords(topic.right)} right of ${topic.seen} tried`).join('; ')}`,
                  ),
                ]),
          ]),
      ...(problems > 0
        ? [`${plural(problems, 'problem')} in the files of this course: study check lists them`]
        : []),
    ],
    width,
  );
};
