/** The three questions of the first run, and where to begin. Each answer is saved when it is given. */
import { changeSettings } from '../../../app/learner/set-up.ts';
import { placementRequest } from '../../../app/session/ready-requests.ts';
import { reviewRequest } from '../../../app/session/session-request.ts';
import { dateToDay, dayToDate } from '../../../core/base/civil-day.ts';
import type { Blueprint } from '../../../core/course/course.ts';
import type { SchedulingSettings } from '../../../core/journal/event.ts';
import type { ExamDate } from '../../../core/plan/exam-date.ts';
import { examDateOf } from '../../../core/plan/exam-date.ts';
import { horizonOf, minutesBetween } from '../../../core/plan/calendar.ts';
import { PLACEMENT_CARDS } from '../../../core/plan/settings.ts';
import { examSet, scheduleOf } from '../../../core/readiness/exam-plan.ts';
import { padEnd } from '../../../text/layout/width.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import { DATE_EXAMPLES, dateWords } from '../../../text/plan/exam-date-words.ts';
import { shortName } from '../../../text/layout/short-name.ts';
import { examCode, examName } from '../../../text/plan/words.ts';
import { dayAndYear } from '../../../text/stats/dates.ts';
import { dateFieldLines } from '../../components/field-line.ts';
import { Lines } from '../../components/lines.tsx';
import { moveBy, scrollTo, window } from '../../models/list.ts';
import { minutesDraft, minutesOf, pressMinutes } from '../../models/minutes-draft.ts';
import type { TextField } from '../../models/text-field.ts';
import { editField, EMPTY_FIELD, fieldText, insertText } from '../../models/text-field.ts';
import type { Host, Screen, Size } from '../../shell/screen.ts';
import { examChoiceLines, examsToChoose } from './exam-choice.ts';
import { minutesLines } from './minutes-lines.ts';

const WHAT = 'Reviews and quizzes will cover what this exam asks, by the weight of its domains.';
const CHANGE = 'You can change this at any time: press , on any screen.';
const READER = 'Screen reader? study config set accessible true';

/** What the choice of an exam does, by how much room there is: no sentence is cut. */
const ABOUT_EXAMS: readonly (readonly string[])[] = [
  [`${WHAT} ${CHANGE}`, READER],
  [CHANGE, READER],
  [READER],
];

type Step = 'exam' | 'date' | 'minutes' | 'ready';

/** Minutes of a plan from which a placement is worth its five. */
const PLACEMENT_FROM = 60;
const LABEL = 12;

/** The three questions of the first start. */
export const makeWelcomeScreen = (host: Host): Screen => {
  const { services } = host;
  const today = services.moment().day;
  const exams = examsToChoose(services.course, today);
  const settings = (): SchedulingSettings => services.progress().settings;
  let step: Step = 'exam';
  /** The one chosen; while the question is skipped the course's own. `null`: none. */
  let exam: Blueprint | null = exams[0] ?? null;
  /** How many questions there are: without an exam no date is asked. */
  const steps = (): readonly Step[] => (exam === null ? ['exam', 'minutes'] : ['exam', 'date', 'minutes']);
  let chosen = 0;
  let field: TextField = EMPTY_FIELD;
  let minutes = minutesDraft(settings().minutesPerDay, settings().daysOff);
  let start = 0;

  const write = (given: Partial<SchedulingSettings>): void =>
    changeSettings({ journal: services.journal, course: services.course, today }, given);
  const schedule = () => {
    const { settings: now, days } = services.progress();
    return scheduleOf(
      { settings: { ...now, minutesPerDay: minutesOf(minutes), daysOff: minutes.daysOff }, days },
      today,
    );
  };
  const total = (): number => minutesBetween(schedule(), today, horizonOf(schedule(), today));
  const hasDate = (): boolean => dateToDay(settings().examDate) !== null;

  const leave = (): void => host.back();
  const goOn = (): void => {
    if (step === 'exam') step = exam === null ? 'minutes' : 'date';
    else if (step === 'date') step = 'minutes';
    else if (examSet(services.course, settings(), today) === null) leave();
    else step = 'ready';
  };
  const goBack = (): void => {
    const all = steps();
    const before = step === 'ready' ? 'minutes' : all[all.indexOf(step) - 1];
    if (before === undefined) host.say('This is the first question');
    else step = before;
  };

  const places = (): readonly { readonly title: string; readonly about: string }[] => {
    const domains = exam?.domains.length ?? 0;
    return [
      ...(total() >= PLACEMENT_FROM
        ? [
            {
              title: 'Placement',
              about: `${PLACEMENT_CARDS} cards, ${domains === 1 ? 'the whole exam' : `all ${domains} domains`}, about 5 min`,
            },
          ]
        : []),
      { title: 'Start studying', about: 'what counts most in the exam first' },
    ];
  };

  const typedDate = (): ExamDate => examDateOf(fieldText(field), today, exam, services.course.blueprints);

  const saveDate = (): void => {
    const date = typedDate();
    const { dot } = host.theme.signs;
    if (date.is === 'empty') return goOn();
    if (date.is === 'outside' && date.instead !== null) {
      exam = date.instead;
      write({ exam: exam.id, examDate: dayToDate(date.day), plan: true });
      return goOn();
    }
    if (date.is !== 'day') return host.say(dateWords(date, today, exam, dot).text, 'bad');
    write({ examDate: dayToDate(date.day) });
    goOn();
  };

  const open = (): void => {
    switch (step) {
      case 'exam':
        exam = exams[chosen] ?? null;
        write(exam === null ? { exam: '', examDate: '', plan: false } : { exam: exam.id, plan: true });
        return goOn();
      case 'date':
        return saveDate();
      case 'minutes':
        write({ minutesPerDay: minutesOf(minutes), daysOff: minutes.daysOff });
        return goOn();
      case 'ready': {
        const { seed } = services.runtime;
        const isPlacement = places()[start]?.title === 'Placement';
        leave();
        host.open({ to: 'session', request: isPlacement ? placementRequest(seed) : reviewRequest(seed) });
      }
    }
  };

  /** What was answered so far. */
  const answered = (columns: number): readonly string[] => {
    const { style, signs } = host.theme;
    const { dot } = signs;
    const row = (label: string, value: string): string =>
      style.dim(padEnd(label, LABEL)) + shortName(value, columns - LABEL, signs.ellipsis);
    const { examDate, minutesPerDay } = settings();
    const day = dateToDay(examDate);
    return [
      ...(step === 'exam' || exam === null || settings().exam === ''
        ? []
        : [row('Exam', `${examCode(exam)} ${dot} ${examName(exam)}`)]),
      ...(day === null || step === 'exam' || step === 'date' ? [] : [row('Date', dayAndYear(day))]),
      ...(step === 'ready' ? [row('Minutes', `${minutesPerDay} a day`)] : []),
    ];
  };

  const question = ({
    columns,
    rows,
  }: Size): { readonly title: string; readonly lines: readonly string[]; readonly at: number } => {
    const { theme } = host;
    const { style, signs } = theme;
    const text = (sentence: string): readonly string[] =>
      wrapText(sentence, columns).map(line => style.dim(line));
    switch (step) {
      case 'exam':
        return {
          title: 'Which exam are you preparing for?',
          at: chosen,
          lines: [
            ...examChoiceLines(exams, chosen, today, columns, theme),
            '',
            ...(ABOUT_EXAMS.map(form => form.flatMap(text)).find(
              ({ length }) => length <= rows - exams.length - 4,
            ) ?? []),
          ],
        };
      case 'date':
        return {
          title: 'When is your exam?',
          at: 0,
          lines: [
            ...dateFieldLines(field, dateWords(typedDate(), today, exam, signs.dot), columns, theme),
            '',
            ...text(`${DATE_EXAMPLES}. Not booked yet? tab skips.`),
          ],
        };
      case 'minutes':
        return {
          title: 'How many minutes a day can you study?',
          at: 0,
          lines: minutesLines(minutes, exam !== null && hasDate() ? total() : null, theme),
        };
      case 'ready':
        return {
          title: 'Ready. Where would you like to start?',
          at: start,
          lines: places().map(
            ({ title, about }, i) =>
              `${i === start ? signs.pointer : ' '} ${padEnd(i === start ? style.strong(title) : title, 16)} ${style.dim(about)}`,
          ),
        };
    }
  };

  const lines = (size: Size): readonly string[] => {
    const before = answered(size.columns);
    const { title, lines: rest, at } = question(size);
    const head = [...before, ...(before.length === 0 ? [] : ['']), host.theme.style.strong(title), ''];
    const all = [...head, ...rest];
    return window(
      all,
      scrollTo({ top: 0, rows: size.rows, length: all.length }, head.length + at),
      size.rows,
    );
  };

  return {
    get context() {
      return step === 'date'
        ? ('welcome-date' as const)
        : step === 'minutes'
          ? ('welcome-minutes' as const)
          : step === 'ready'
            ? ('welcome-start' as const)
            : ('welcome-list' as const);
    },
    header: () => {
      const all = steps();
      const at = all.indexOf(step);
      return { left: 'welcome', right: at === -1 ? '' : `${at + 1} of ${all.length}` };
    },
    body: size => <Lines lines={lines(size)} />,
    offers: action => action !== 'previous' || step !== 'exam',
    type: text => {
      field = insertText(field, text);
    },
    act: (action, key) => {
      switch (action) {
        case 'open':
          return open();
        case 'skip':
          if (step === 'exam') exam = exams[0] ?? null;
          return goOn();
        case 'previous':
          return goBack();
        case 'back':
          return leave();
        case 'up':
        case 'down': {
          const by = action === 'up' ? -1 : 1;
          if (step === 'exam') chosen = moveBy(chosen, exams.length + 1, by);
          else if (step === 'ready') start = moveBy(start, places().length, by);
          else minutes = pressMinutes(minutes, action, key);
          return;
        }
        default:
          if (step === 'date') field = editField(field, action) ?? field;
          else if (step === 'minutes') minutes = pressMinutes(minutes, action, key);
      }
    },
  };
};
