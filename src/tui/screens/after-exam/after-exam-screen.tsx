/** After the exam's date: how it went, and what comes next. */
import { changeSettings } from '../../../app/learner/set-up.ts';
import { dateToDay, dayToDate } from '../../../core/base/civil-day.ts';
import type { ExamDate } from '../../../core/plan/exam-date.ts';
import { examDateOf } from '../../../core/plan/exam-date.ts';
import { forecastOfExam } from '../../../core/readiness/evidence.ts';
import { examSet } from '../../../core/readiness/exam-plan.ts';
import { grouped } from '../../../text/layout/columns.ts';
import { padEnd } from '../../../text/layout/width.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import { DATE_EXAMPLES, dateWords } from '../../../text/plan/exam-date-words.ts';
import { examCode, rangeDigits } from '../../../text/plan/words.ts';
import { dateFieldLines, fieldLine } from '../../components/field-line.ts';
import { Lines } from '../../components/lines.tsx';
import { moveBy } from '../../models/list.ts';
import type { TextField } from '../../models/text-field.ts';
import { editField, EMPTY_FIELD, fieldText, insertText } from '../../models/text-field.ts';
import type { Destination } from '../../shell/destination.ts';
import type { Host, Screen, Size } from '../../shell/screen.ts';

type How = Extract<Destination, { to: 'after-exam' }>['how'];

const FIELD = 20;
/** Shares are recorded in ten thousandths. */
const TEN_THOUSAND = 10_000;

/** Ten minutes a day and longer intervals; nothing new, and no date. */
const KEPT_FRESH = {
  examDate: '',
  plan: false,
  minutesPerDay: 10,
  newPerDay: 0,
  desiredRetention: 0.85,
} as const;

const NEXT = [
  { title: 'Keep it fresh', about: '10 min a day of reviews, less often' },
  { title: 'Another exam', about: 'choose one in the settings' },
  { title: 'Nothing for now', about: 'all progress stays' },
] as const;

/** A percent from 0 to 100; `null`: the text is none. */
const percentOf = (text: string): number | null => {
  const [, digits] = /^(\d{1,3}(?:\.\d)?)\s*%?$/.exec(text.trim()) ?? [];
  return digits === undefined || Number(digits) > 100 ? null : Number(digits);
};

/**
 * What may be typed, and why.
 * @param scale of the real exam's score; `null`: it has none, or nobody knows
 * @param isForecast whether there is a forecast that the score says something of
 */
const aboutScore = (scale: readonly [number, number] | null, isForecast: boolean): string => {
  const isScaled = scale !== null && scale[1] > 100;
  const why = isForecast ? ' The forecast is judged by it.' : '';
  return isScaled
    ? `This exam is scored from ${grouped(scale[0])} to ${grouped(scale[1])}, which is no percentage: leave the field empty, unless you were told the share that was right.${why}`
    : `Only if you were told: an empty field leaves it out.${why}`;
};

/** Asks how the real exam went, or when it will be. */
export const makeAfterExamScreen = (host: Host, how: How): Screen => {
  const { services } = host;
  const today = services.moment().day;
  const settings = () => services.progress().settings;
  const exam = examSet(services.course, settings(), today);
  const examDay = dateToDay(settings().examDate);
  let field: TextField = EMPTY_FIELD;
  /** After a pass: what comes next. */
  let isAsking = false;
  /** How the score stands to the forecast; empty where there is none of either. */
  let verdict = '';
  const forecast =
    exam === null ? undefined : forecastOfExam(services.progress().study, exam.id, examDay ?? today);
  const verdictOf = (points: number | null): string => {
    if (points === null || forecast === undefined) return '';
    const score = forecast.score / TEN_THOUSAND;
    const low = forecast.low / TEN_THOUSAND;
    const high = forecast.high / TEN_THOUSAND;
    // By the figures that are seen.
    const place =
      points < Math.round(100 * low)
        ? 'below it'
        : points > Math.round(100 * high)
          ? 'above it'
          : 'within it';
    return `The forecast was ${rangeDigits({ score, low, high })}: ${points} % is ${place}.`;
  };
  let chosen = 0;

  const date = (): ExamDate => examDateOf(fieldText(field), today, exam, services.course.blueprints);
  const record = (passed: boolean, points: number | null): void => {
    if (exam === null) return;
    services.journal.append(services.course.id, {
      type: 'result',
      exam: exam.id,
      day: examDay ?? today,
      passed,
      points,
    });
  };
  const change = (given: Parameters<typeof changeSettings>[1]): void =>
    changeSettings({ journal: services.journal, course: services.course, today }, given);

  const savePassed = (): void => {
    const text = fieldText(field).trim();
    const points = text === '' ? null : percentOf(text);
    if (text !== '' && points === null)
      return host.say(
        Number(text) > 100
          ? 'A scaled score is no percentage, and nobody can convert it: leave the field empty'
          : 'A percent from 0 to 100, or nothing',
        'bad',
      );
    verdict = verdictOf(points);
    record(true, points);
    // From here on the exam is over, whatever comes next.
    change({ examDate: '' });
    isAsking = true;
  };

  const saveDate = (): void => {
    const found = date();
    const isOther = found.is === 'outside' && found.instead !== null;
    if (found.is !== 'day' && !isOther) {
      const { text } = dateWords(found, today, exam, host.theme.signs.dot);
      return host.say(text === '' ? `Type a date: ${DATE_EXAMPLES}` : text, 'bad');
    }
    if (how === 'failed') record(false, null);
    const other = found.is === 'outside' && found.instead !== null ? { exam: found.instead.id } : {};
    change({
      ...other,
      examDate: dayToDate(found.day),
      planFrom: dayToDate(today),
      plan: true,
      mockDate: '',
    });
    host.back();
  };

  const next = (): void => {
    if (chosen === 0) change(KEPT_FRESH);
    host.back();
    if (chosen === 1) host.open({ to: 'settings', part: 'all' });
  };

  const lines = ({ columns }: Size): readonly string[] => {
    const { style, signs } = host.theme;
    if (isAsking)
      return [
        style.strong('Congratulations! What next?'),
        ...(verdict === '' ? [] : wrapText(verdict, columns)),
        '',
        ...NEXT.map(
          ({ title, about }, i) =>
            `${i === chosen ? signs.pointer : ' '} ${padEnd(i === chosen ? style.strong(title) : title, 18)}${style.dim(about)}`,
        ),
      ];
    if (how === 'passed')
      return [
        style.strong('What was your score, in percent?'),
        '',
        `  ${fieldLine(field, FIELD, host.theme)}`,
        '',
        ...wrapText(aboutScore(exam?.pass?.scale ?? null, forecast !== undefined), columns).map(line =>
          style.dim(line),
        ),
      ];
    return [
      style.strong(how === 'failed' ? 'When will you take it again?' : 'When is the exam now?'),
      '',
      ...dateFieldLines(field, dateWords(date(), today, exam, signs.dot), columns, host.theme),
      '',
      ...wrapText(
        how === 'failed'
          ? `${DATE_EXAMPLES}. The plan starts over from what is weak; nothing you know is lost.`
          : `${DATE_EXAMPLES}. The plan is spread over the days until then.`,
        columns,
      ).map(line => style.dim(line)),
    ];
  };

  return {
    get context() {
      return isAsking ? ('after-list' as const) : ('after-field' as const);
    },
    header: () => ({ left: 'after the exam', right: exam === null ? '' : examCode(exam) }),
    body: size => <Lines lines={lines(size)} />,
    type: text => {
      field = insertText(field, text);
    },
    act: action => {
      if (action === 'back') return host.back();
      if (isAsking) {
        if (action === 'open') return next();
        chosen = moveBy(chosen, NEXT.length, action === 'up' ? -1 : action === 'down' ? 1 : 0);
        return;
      }
      if (action === 'open') return how === 'passed' ? savePassed() : saveDate();
      field = editField(field, action) ?? field;
    },
  };
};
