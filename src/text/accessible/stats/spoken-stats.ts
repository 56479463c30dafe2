/** The statistics in sentences; what there is nothing of is left out. */
import type { Verbosity } from '../../../core/device/preferences.ts';
import type { Statistics } from '../../../core/stats/statistics.ts';
import { dateToDay } from '../../../core/base/civil-day.ts';
import { cardsAndQuestions, plural } from '../../layout/columns.ts';
import { minutesOf, readinessSentences as figureSentences } from '../../stats/stats.ts';
import { onDate, percentWords, sentence, spokenTitle, unitsInWords } from '../words.ts';
import { wrapAll } from '../../layout/wrap-words.ts';
import type { SpokenOptions } from './spoken-options.ts';

const PERIODS = [
  ['week', 'in 7 days'],
  ['month', 'in 30 days'],
  ['year', 'in a year'],
  ['all', 'in all'],
] as const;

const FORECAST_DAYS = 14;

const minuteWords = (minutes: number): string =>
  minutes === 0 ? 'less than a minute' : plural(minutes, 'minute');

const rememberedSentences = ({ retention }: Statistics, verbosity: Verbosity): readonly string[] =>
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
        `Remembered ${name}: ${percentWords(share)} of ${plural(reviews, 'review')}${parts.length === 0 ? '' : `; ${parts.join(', ')}`}`,
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
      `${onDate(day.date, today).replace(/^on /, '')} ${plural(day.answers, 'answer')} in ${minuteWords(minutesOf(day))}`,
  );
  return [
    sentence(`In the last 30 days: ${plural(active.length, 'day')} of study, ${minuteWords(total)}`),
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
  const known = topics.filter(topic => topic.seen > 0).sort((a, b) => a.knownNow - b.knownNow);
  const told = verbosity === 'full' ? known : known.slice(0, verbosity === 'brief' ? 3 : 10);
  return wrapAll(
    [
      sentence(
        `${plural(answers, 'answer')} in ${minuteWords(minutes)}; ${seen} of ${cardsAndQuestions(items)} seen; ${plural(streak, 'day')} in a row`,
      ),
      sentence(`Ratings: again ${again}, hard ${hard}, good ${good}, easy ${easy}`),
      ...rememberedSentences(statistics, verbosity),
      ...activitySentences(statistics, verbosity),
      ...forecastSentence(statistics),
      ...(verbosity === 'full'
        ? stability
            .filter(({ reviews }) => reviews > 0)
            .map(({ from, to, share, reviews, predicted }) =>
              sentence(
                `Stability ${to === null ? `${from} days and more` : `${from} to ${to} days`}: remembered ${percentWords(share ?? 0)} of ${reviews}, predicted ${percentWords(predicted ?? 0)}`,
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
            ...told.map(({ topic, knownNow, seen: tried, items: all }) =>
              sentence(
                `${spokenTitle(topic.title)}: ${percentWords(knownNow)} known, ${tried} of ${all} seen`,
              ),
            ),
          ]),
      ...(readiness === null || blueprint === null || seen === 0
        ? []
        : [
            '',
            sentence(`${spokenTitle(blueprint.title)}${blueprint.provisional ? ', provisional' : ''}`),
            ...(verbosity !== 'full' && readiness.domains.every(({ score }) => score === null)
              ? ['Of no domain is enough known yet.']
              : readiness.domains.map(({ title, score, weight }) =>
                  sentence(
                    `${spokenTitle(title)}: ${score === null ? 'not known yet' : percentWords(score)}, counts ${weight} percent`,
                  ),
                )),
            ...figureSentences(readiness, blueprint).map(unitsInWords),
          ]),
    ],
    width,
  );
};
