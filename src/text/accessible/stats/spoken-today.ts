/** Today in sentences. */
import type { Overview } from '../../../core/stats/overview.ts';
import { dateToDay } from '../../../core/base/civil-day.ts';
import { plural } from '../../layout/columns.ts';
import type { ExamGlance } from '../../stats/today.ts';
import { nextStep } from '../../stats/today.ts';
import { dayName, listed, onDate, percentWords, rangeWords, sentence, spokenTitle } from '../words.ts';
import { wrapAll } from '../../layout/wrap-words.ts';
import type { SpokenOptions } from './spoken-options.ts';

const examSentences = (exam: NonNullable<Overview['exam']>, today: number): readonly string[] => {
  if (exam.date === '') return [];
  const { days, readiness, aim } = exam;
  const when =
    days === null ? '' : days > 0 ? `, in ${plural(days, 'day')}` : days === 0 ? '. Good luck!' : ', is over';
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

/** Today: the next step first, then what there is, the exam, and what is weak. */
export const spokenToday = (
  title: string,
  overview: Overview,
  exams: ExamGlance | null,
  problems: number,
  { verbosity, width }: SpokenOptions,
): readonly string[] => {
  const { counts, newToday, minutes, streak, weakest, exam } = overview;
  const today = dateToDay(overview.date) ?? 0;
  const next = nextStep(overview);
  const waiting = overview.topics
    .filter(topic => topic.counts.due > 0)
    .sort((a, b) => b.counts.due - a.counts.due);
  const due = waiting.slice(0, verbosity === 'full' ? waiting.length : 3);
  return wrapAll(
    [
      sentence(`Next: ${next.command}, ${next.reason}`),
      ...(verbosity === 'brief' ? [] : [sentence(`${spokenTitle(title)}, ${dayName(today, today)}`)]),
      sentence(
        [
          `Due now: ${counts.due}${counts.learning > 0 ? `, ${counts.learning} more later today` : ''}`,
          `new today: ${newToday} of ${counts.new} left`,
          ...(minutes > 0 ? [`about ${plural(minutes, 'minute')}`] : []),
        ].join('; '),
      ),
      ...(streak > 0 ? [`${plural(streak, 'day')} in a row.`] : []),
      ...(exam === null ? [] : examSentences(exam, today)),
      ...(exams === null ? [] : glanceSentences(exams, today)),
      ...(verbosity === 'brief'
        ? []
        : [
            ...(counts.leeches > 0
              ? [`${plural(counts.leeches, 'item')} forgotten again and again: study list leeches`]
              : []),
            ...(due.length === 0
              ? []
              : [
                  sentence(
                    `Most is due in ${listed(due.map(topic => `${spokenTitle(topic.topic.title)}, ${topic.counts.due}`))}`,
                  ),
                ]),
            ...(weakest.length === 0
              ? []
              : [
                  sentence(
                    `Weakest: ${listed(weakest.map(topic => `${spokenTitle(topic.topic.title)}, ${percentWords(topic.right)} right of ${topic.seen} tried`))}`,
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
