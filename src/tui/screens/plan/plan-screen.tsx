/**
 * The days until the exam, where the score is heading, and what other minutes a day would change. Its lines are a few
 * over 300, for drafts of minutes and of days off are kept with the calendar that shows them.
 */
import type { Outlook } from '../../../app/learner/outlook.ts';
import { outlookOf } from '../../../app/learner/outlook.ts';
import type { PastFigure } from '../../../app/learner/past-figures.ts';
import { changeSettings, settingsBefore } from '../../../app/learner/set-up.ts';
import { examQuizRequest, minutesRequest } from '../../../app/session/ready-requests.ts';
import { reviewRequest } from '../../../app/session/session-request.ts';
import { dayToDate } from '../../../core/base/civil-day.ts';
import type { SchedulingSettings } from '../../../core/journal/event.ts';
import { isDayOff, minutesBetween, minutesOn, WEEKDAYS } from '../../../core/plan/calendar.ts';
import type { ExamPlan } from '../../../core/readiness/exam-plan.ts';
import { minutesLeftToday } from '../../../core/readiness/exam-plan.ts';
import type { OtherMinutes } from '../../../core/readiness/readiness.ts';
import { weakestDomain } from '../../../core/readiness/parts.ts';
import { examCode, lengthText } from '../../../text/plan/words.ts';
import { dayText } from '../../../text/stats/dates.ts';
import { plural } from '../../../text/layout/columns.ts';
import { Lines } from '../../components/lines.tsx';
import { inSteps } from '../../models/in-steps.ts';
import type { Host, Screen } from '../../shell/screen.ts';
import { noExamScreen } from '../../components/no-exam.tsx';
import { pastFigures } from '../home/past.ts';
import { LEAST_MINUTES, MOST_MINUTES } from '../../models/minutes-draft.ts';
import type { CalendarParts } from './calendar-lines.ts';
import { FULL_NAMES } from './calendar-lines.ts';
import { planLines } from './plan-lines.ts';

/** Steps of the minutes that are tried. */
const STEP = 5;
/** Minutes a day whose outcome stands beside the present one. */
const OTHERS: readonly number[] = [10, 20, 30, 45, 60, 90, 120];

/** The plan until the exam; without an exam a page that says how to set one. */
export const makePlanScreen = (host: Host): Screen => {
  const { services } = host;
  const source = () => ({ ...services, day: services.moment().day });
  let outlook = outlookOf(source());
  const first = outlook.plan;
  if (first === null) return noExamScreen(host, 'plan');
  let plan: ExamPlan = first;
  /** Other minutes a day that are being tried; `null`: the plan as it is. */
  let trying: { readonly minutes: number; readonly outlook: Outlook } | null = null;
  /** Other minutes that were tried since anything was recorded. */
  let triedBefore = new Map<number, Outlook>();
  let hasFigures = false;
  let past: readonly PastFigure[] = [];
  let chosen = plan.today;
  /** Settings as they were before each change, the latest last. */
  const undo: Partial<SchedulingSettings>[] = [];
  const figures = inSteps(host.fail);
  const titles = new Map(services.course.topics.map(({ id, title }) => [id, title]));

  const now = (): Outlook => trying?.outlook ?? outlook;
  const others = (): readonly number[] =>
    [...new Set([...OTHERS, plan.schedule.minutesPerDay, ...(trying === null ? [] : [trying.minutes])])].sort(
      (a, b) => a - b,
    );

  /** What the minutes that are tried would lead to, if as much of them is done as of the planned ones so far. */
  const tried = (): OtherMinutes | null =>
    outlook.others(others())?.find(({ minutes }) => minutes === trying?.minutes) ?? null;

  /** Makes what is shown in pieces, and draws when it is there. */
  const lookAhead = (): void => {
    const here = now();
    const about = { exam: plan.blueprint.id, day: plan.today, outlook };
    figures.start([
      ...(hasFigures
        ? []
        : [
            () => outlook.prospect,
            () => outlook.readiness,
            () => {
              hasFigures = true;
              host.redraw();
            },
          ]),
      ...(here.hasDays ? [] : [here.daysInTurn(), host.redraw]),
      ...(past.length > 0
        ? []
        : pastFigures(services, about, found => {
            past = found;
            host.redraw();
          })),
    ]);
  };
  lookAhead();

  /** After anything was recorded: the plan is another one. */
  const again = (): void => {
    outlook = outlookOf(source());
    plan = outlook.plan ?? plan;
    triedBefore = new Map();
    hasFigures = false;
    lookAhead();
  };

  const write = (given: Partial<SchedulingSettings>): void => {
    const before = settingsBefore(given, services.progress().settings);
    changeSettings({ ...source(), today: plan.today }, given);
    undo.push(before);
    again();
  };

  const tryMinutes = (by: number): void => {
    const from = trying?.minutes ?? plan.schedule.minutesPerDay;
    const minutes = Math.min(MOST_MINUTES, Math.max(LEAST_MINUTES, from + by));
    if (minutes === plan.schedule.minutesPerDay) trying = null;
    else {
      const other = triedBefore.get(minutes) ?? outlook.withMinutes(minutes);
      triedBefore.set(minutes, other);
      trying = { minutes, outlook: other };
    }
    lookAhead();
  };

  const markDayOff = (): void => {
    if (chosen < plan.today || chosen >= plan.examDay)
      return host.say('A day off is a day from today to the eve of the exam');
    const { daysOff } = services.progress().settings;
    const date = dayToDate(chosen);
    const weekday = WEEKDAYS[((chosen % 7) + 7) % 7] ?? '';
    if (daysOff.includes(date)) {
      write({ daysOff: daysOff.filter(day => day !== date) });
      return host.say(`${dayText(chosen)} is no day off any more. u undoes`);
    }
    if (isDayOff(plan.schedule, chosen))
      return host.say(`${FULL_NAMES[weekday] ?? 'These days'} are days off: , changes that`);
    write({ daysOff: [...daysOff, date] });
    host.say(`${dayText(chosen)} is a day off. u undoes`);
  };

  const moveMock = (): void => {
    const { settings } = services.progress();
    if (plan.schedule.examDay === null)
      return host.say('A mock exam is planned once the exam has a date: , sets it');
    if (chosen < plan.today || chosen >= plan.examDay)
      return host.say('A mock exam lies on a day from today to the eve of the exam');
    if (isDayOff(plan.schedule, chosen))
      return host.say(`${dayText(chosen)} is a day off: space takes that back`);
    if (plan.mock?.day === chosen) {
      if (settings.mockDate === '')
        return host.say('The plan puts its mock exam here; m on another day moves it');
      write({ mockDate: '' });
      return host.say('The mock exam is where the plan puts it. u undoes');
    }
    write({ mockDate: dayToDate(chosen) });
    const { mock, mockSeconds } = plan;
    if (mock?.day !== chosen) {
      const before = undo.pop();
      if (before !== undefined) changeSettings({ ...source(), today: plan.today }, before);
      again();
      return host.say('The plan is too short for a mock exam of its own. m on Home starts one');
    }
    const minutes = (mock.questions * mockSeconds) / 60;
    const cost = (100 * (outlook.readiness?.hour ?? 0) * minutes) / 60;
    host.say(
      `Mock exam on ${dayText(chosen)}: ${mock.questions} questions, about ${Math.round(minutes)} min, as much study as ${cost.toFixed(1)} points. u undoes`,
    );
  };

  const start = (): void => {
    const { seed } = services.runtime;
    const isLeft = minutesLeftToday(plan) > 0;
    host.open({ to: 'session', request: isLeft ? reviewRequest(seed) : minutesRequest(10, seed) });
  };

  const calendar = (): CalendarParts => {
    const { days } = services.progress();
    const here = now();
    const { schedule, mock } = here.plan ?? plan;
    return {
      today: plan.today,
      examDay: plan.examDay,
      hasDate: plan.schedule.examDay !== null,
      days: (here.hasDays ? here.days : null) ?? [],
      minutesOn: day => minutesOn(schedule, day),
      mockDay: mock?.day ?? null,
      // A day with an answer is no missed one, however short it was. Today is told as on Home, with time on notes.
      done: new Map([
        ...days.map(({ day, ms }) => [day, ms === 0 ? 0 : Math.max(1, ms / 60_000)] as const),
        [plan.today, (here.plan ?? plan).doneToday],
      ]),
      isOff: day => isDayOff(schedule, day),
      chosen,
    };
  };

  return {
    get context() {
      return trying === null ? ('plan' as const) : ('plan-trying' as const);
    },
    header: () => {
      const { dot } = host.theme.signs;
      const { examDay, today, schedule, blueprint } = plan;
      const minutes = minutesBetween(
        trying === null ? schedule : { ...schedule, minutesPerDay: trying.minutes },
        today,
        examDay,
      );
      const when =
        schedule.examDay === null
          ? ['no date yet', 'four weeks ahead']
          : [dayText(examDay), examDay === today ? 'today' : plural(examDay - today, 'day')];
      return {
        left: `plan ${dot} ${examCode(blueprint)}`,
        right: [...when, ...(minutes > 0 ? [lengthText(minutes)] : [])].join(` ${dot} `),
      };
    },
    body: size => (
      <Lines
        lines={planLines(
          {
            calendar: calendar(),
            plan,
            readiness: hasFigures ? outlook.readiness : null,
            tried: hasFigures ? tried() : null,
            trying: trying?.minutes ?? null,
            others: hasFigures ? outlook.others(others()) : null,
            answersOn: day => services.progress().days.find(each => each.day === day)?.answers ?? 0,
            titles,
            past,
            theme: host.theme,
          },
          size,
        )}
      />
    ),
    shown: again,
    close: figures.stop,
    offers: action => {
      const isAhead = chosen >= plan.today && chosen < plan.examDay;
      if (action === 'mark') return isAhead;
      // On the day of the exam there is nothing left to plan, or to start.
      if (action === 'more' || action === 'less' || action === 'open') return plan.today < plan.examDay;
      return action === 'exam' ? isAhead && plan.schedule.examDay !== null : true;
    },
    act: action => {
      const week = 7;
      switch (action) {
        case 'left':
        case 'right':
        case 'up':
        case 'down': {
          const by = { left: -1, right: 1, up: -week, down: week }[action];
          // The calendar begins with the Monday of this week.
          const from = plan.today - ((((plan.today + 3) % week) + week) % week);
          const to = chosen + by;
          if (to >= from && to <= plan.examDay) chosen = to;
          return;
        }
        case 'top':
          chosen = plan.today;
          return;
        case 'bottom':
          chosen = plan.examDay;
          return;
        case 'more':
        case 'less':
          return tryMinutes(action === 'more' ? STEP : -STEP);
        case 'open': {
          if (trying === null && plan.today >= plan.examDay)
            return host.say('The exam is today: Home has a warm-up');
          if (trying === null) return start();
          const { minutes } = trying;
          trying = null;
          write({ minutesPerDay: minutes });
          return host.say(`${minutes} min a day. u undoes`);
        }
        case 'mark':
          return markDayOff();
        case 'exam':
          return moveMock();
        case 'undo': {
          const before = undo.pop();
          if (before === undefined) return host.say('Nothing was changed here');
          changeSettings({ ...source(), today: plan.today }, before);
          again();
          return host.say('Undone');
        }
        case 'review':
          return start();
        case 'quiz': {
          const { domains } = outlook;
          const weakest = domains === null ? null : weakestDomain(domains);
          return host.open({
            to: 'session',
            request: examQuizRequest(plan.blueprint, weakest?.id ?? null, services.runtime.seed),
          });
        }
        case 'back':
          if (trying === null) return host.back();
          trying = null;
          return lookAhead();
        default:
      }
    },
  };
};
