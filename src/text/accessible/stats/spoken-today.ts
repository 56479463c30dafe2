/** Today, the topics, the statistics and why an item is asked, in sentences. */
import type { Verbosity } from '../../../core/device/preferences.ts';
import type { ItemReport } from '../../../core/memory/item-report.ts';
import type { Overview } from '../../../core/stats/overview.ts';
import type { Statistics } from '../../../core/stats/statistics.ts';
import { dateToDay } from '../../../core/base/civil-day.ts';
import { plural } from '../../layout/columns.ts';
import type { ExamGlance } from '../../stats/today.ts';
import { nextStep } from '../../stats/today.ts';
import type { TopicRow } from '../../stats/topics.ts';
import { minutesOf, readinessSentences as figureSentences } from '../../stats/stats.ts';
import {
  dayName,
  listed,
  onDate,
  percentWords,
  rangeWords,
  sentence,
  spokenTitle,
  unitsInWords,
} from '../words.ts';
import { wrapAll } from '../wrap.ts';

export interface SpokenOptions {
  readonly verbosity: Verbosity;
  readonly width: number;
}

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
          `A mock exam is open: ${open.exam}, question ${open.question} of ${open.questions}, ${plural(Math.ceil(open.left / 60_000), 'minute')} left${open.practice ? '' : ', and the clock runs'}. study exam --resume goes on with it`,
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

/** Topics by area, each numbered: what is known and due, and how much there is. */
export const spokenTopics = (
  topics: readonly TopicRow[],
  { verbosity, width }: SpokenOptions,
): readonly string[] => {
  let area = '';
  return wrapAll(
    [
      `${plural(topics.length, 'topic')}.`,
      ...topics.flatMap(({ topic, counts, known }, i) => {
        const heading = topic.area === area ? [] : ['', sentence(`Area ${topic.area}`)];
        ({ area } = topic);
        const facts = [
          known === null ? 'not started' : `${percentWords(known)} known`,
          ...(counts.due > 0 ? [`${counts.due} due`] : []),
          ...(counts.leeches > 0 ? [`${counts.leeches} forgotten again and again`] : []),
          ...(verbosity === 'brief'
            ? []
            : [plural(topic.cards, 'card'), plural(topic.questions, 'question'), `${counts.new} new`]),
          ...(topic.own === undefined ? [] : [`${topic.own} of your own`]),
          ...(verbosity === 'full' ? [topic.id] : []),
        ];
        return [...heading, sentence(`${i + 1}. ${spokenTitle(topic.title)}: ${facts.join(', ')}`)];
      }),
    ],
    width,
  );
};

const PERIODS = [
  ['week', 'in 7 days'],
  ['month', 'in 30 days'],
  ['year', 'in a year'],
  ['all', 'in all'],
] as const;

const FORECAST_DAYS = 14;

const recalledSentences = ({ retention }: Statistics, verbosity: Verbosity): readonly string[] =>
  PERIODS.flatMap(([period, name]) => {
    const { share, reviews, young, mature } = retention[period];
    if (share === null || (verbosity !== 'full' && period !== 'month' && period !== 'all')) return [];
    const parts = (
      [
        ['young', young],
        ['mature', mature],
      ] as const
    ).flatMap(([kind, { share: its, reviews: of }]) =>
      its === null ? [] : [`${kind} ones ${percentWords(its)} of ${of}`],
    );
    return [
      sentence(
        `Recalled ${name}: ${percentWords(share)} of ${plural(reviews, 'review')}${parts.length === 0 ? '' : `; ${parts.join(', ')}`}`,
      ),
    ];
  });

/** Days with something on them, none of those without. */
const forecastSentence = ({ overdue, forecast, date }: Statistics): readonly string[] => {
  const today = dateToDay(date) ?? 0;
  const days = forecast.slice(0, FORECAST_DAYS).filter(({ due }) => due > 0);
  const parts = [
    ...(overdue > 0 ? [`overdue ${overdue}`] : []),
    ...days.map(day => `${onDate(day.date, today).replace(/^on /, '')} ${day.due}`),
  ];
  return parts.length === 0 ? [] : [sentence(`Due in the next ${FORECAST_DAYS} days: ${parts.join(', ')}`)];
};

const activitySentences = ({ days, date }: Statistics, verbosity: Verbosity): readonly string[] => {
  const today = dateToDay(date) ?? 0;
  const recent = days.slice(-30);
  const active = recent.filter(({ answers, ms }) => answers > 0 || ms > 0);
  if (active.length === 0) return [];
  const total = recent.reduce((sum, day) => sum + minutesOf(day), 0);
  const each = (verbosity === 'full' ? active : active.slice(-7)).map(
    day =>
      `${onDate(day.date, today).replace(/^on /, '')} ${plural(day.answers, 'answer')} in ${plural(minutesOf(day), 'minute')}`,
  );
  return [
    sentence(`In the last 30 days: ${plural(active.length, 'day')} of study, ${plural(total, 'minute')}`),
    ...(verbosity === 'brief' ? [] : [sentence(`Of these ${each.join('; ')}`)]),
  ];
};

/** The statistics; what there is nothing of is left out. */
export const spokenStats = (
  statistics: Statistics,
  { verbosity, width }: SpokenOptions,
): readonly string[] => {
  const { answers, minutes, streak, seen, items, ratings, readiness, blueprint, topics, stability } =
    statistics;
  if (answers === 0) return ['Nothing answered yet. To start: study review'];
  const [again = 0, hard = 0, good = 0, easy = 0] = ratings;
  const known = topics.filter(topic => topic.seen > 0).sort((a, b) => a.mastery - b.mastery);
  const told = verbosity === 'full' ? known : known.slice(0, verbosity === 'brief' ? 3 : 10);
  return wrapAll(
    [
      sentence(
        `${plural(answers, 'answer')} in ${plural(minutes, 'minute')}; ${seen} of ${plural(items, 'item')} seen; ${plural(streak, 'day')} in a row`,
      ),
      sentence(`Ratings: again ${again}, hard ${hard}, good ${good}, easy ${easy}`),
      ...recalledSentences(statistics, verbosity),
      ...activitySentences(statistics, verbosity),
      ...forecastSentence(statistics),
      ...(verbosity === 'full'
        ? stability
            .filter(({ reviews }) => reviews > 0)
            .map(({ from, to, share, reviews, predicted }) =>
              sentence(
                `Stability ${to === null ? `${from} days and more` : `${from} to ${to} days`}: recalled ${percentWords(share ?? 0)} of ${reviews}, foretold ${percentWords(predicted ?? 0)}`,
              ),
            )
        : []),
      ...(told.length === 0
        ? []
        : [
            '',
            told.length < known.length
              ? `The ${told.length} weakest of ${known.length} topics.`
              : 'Topics, the weakest first.',
            ...told.map(({ topic, mastery, seen: tried, items: all }) =>
              sentence(
                `${spokenTitle(topic.title)}: ${percentWords(mastery)} mastered, ${tried} of ${all} seen`,
              ),
            ),
          ]),
      ...(readiness === null || blueprint === null || seen === 0
        ? []
        : [
            '',
            sentence(`${spokenTitle(blueprint.title)}${blueprint.provisional ? ', provisional' : ''}`),
            ...readiness.domains.map(({ title, score, weight }) =>
              sentence(
                `${spokenTitle(title)}: ${score === null ? 'not known yet' : percentWords(score)}, counts ${weight} percent`,
              ),
            ),
            ...figureSentences(readiness, blueprint).map(unitsInWords),
          ]),
    ],
    width,
  );
};

const STATUS: Readonly<Record<ItemReport['status'], string>> = {
  new: 'is new: it comes when reviews leave room for new items',
  due: 'is due',
  'learning-due': 'is being learned, and its next step is due',
  'learning-later': 'is being learned, and its next step is still to come',
  later: 'is not due yet',
  suspended: 'is suspended: it is not asked until study progress unsuspend',
  buried: 'is buried for today',
};

/** Why an item is asked. @param value what the plan thinks of it, in lines */
export const spokenWhy = (
  report: ItemReport,
  value: readonly string[],
  today: number,
  { verbosity, width }: SpokenOptions,
): readonly string[] => {
  const place = report.section === '' ? report.topic : `${report.topic}#${report.section}`;
  const when = (due: string): string =>
    due.includes('T') ? `${onDate(due.slice(0, 10), today)} at ${due.slice(11)}` : onDate(due, today);
  return wrapAll(
    [
      sentence(`${report.key} ${STATUS[report.status]}`),
      ...(report.due === null ? [] : [sentence(`Due ${when(report.due)}`)]),
      ...(report.retrievability === null
        ? []
        : [
            `The chance that you recall it now is ${percentWords(report.retrievability)}; it is asked again when that falls to ${percentWords(report.desiredRetention)}.`,
          ]),
      ...(report.flagged ? ['It is flagged.'] : []),
      ...(report.leech ? ['Forgotten again and again: read the section before the next try.'] : []),
      sentence(`${plural(report.reps, 'counted answer')}, forgotten ${plural(report.lapses, 'time')}`),
      sentence(
        `A rating now would make it due: ${report.next.map(({ rating, due }) => `${rating} ${when(due)}`).join('; ')}`,
      ),
      ...(verbosity === 'full' && report.stability !== null && report.difficulty !== null
        ? [`Stability ${report.stability.toFixed(1)} days, difficulty ${report.difficulty.toFixed(1)} of 10.`]
        : []),
      ...(verbosity === 'brief' || report.answers.length === 0
        ? []
        : [
            sentence(
              `Last answers: ${report.answers
                .slice(verbosity === 'full' ? 0 : -5)
                .map(({ at, rating, counted }) => `${when(at)} ${rating}${counted ? '' : ', not counted'}`)
                .join('; ')}`,
            ),
          ]),
      ...value.map(line => sentence(unitsInWords(line.trim()))).filter(line => line !== ''),
      `Note: study notes ${place}`,
    ],
    width,
  );
};
