/** The page before a mock exam: what it is about, how long, and whether it counts. Nothing starts by itself. */
import { chosenExam } from '../../../app/exam/exam-request.ts';
import { drawExam } from '../../../app/exam/draw-exam.ts';
import { examParts } from '../../../app/exam/exam-parts.ts';
import { examHistory } from '../../../app/exam/exam-sittings.ts';
import { pickedRequest } from '../../../app/session/session-request.ts';
import { keepChoice, keptChoice } from '../../../app/exam/kept-choice.ts';
import { dayToDate, localMinute } from '../../../core/base/civil-day.ts';
import type { Blueprint } from '../../../core/course/course.ts';
import { currentBlueprint } from '../../../core/course/domains.ts';
import type { MockChoice, MockPlan } from '../../../app/exam/mock-plan.ts';
import { ANSWERS, CLOCKS, LENGTHS, planMock, USUAL_CHOICE, WHICH } from '../../../app/exam/mock-plan.ts';
import { Failure } from '../../../core/base/failure.ts';
import { percent } from '../../../text/layout/columns.ts';
import { truncate } from '../../../text/layout/width.ts';
import { dayAndMonth } from '../../../text/stats/dates.ts';
import { Lines } from '../../components/lines.tsx';
import type { Action } from '../../keys/key-table.ts';
import { hiddenLines, moveBy, scrollTo, window } from '../../models/list.ts';
import type { Host, Screen } from '../../shell/screen.ts';
import { TEXT_COLUMNS } from '../../components/question/question-lines.ts';
import { examName } from './exam-header.ts';
import { MOCK_ROWS, mockLines, partRows } from './mock-lines.ts';

/** Minutes that a key adds or takes away. */
const STEP = 5;

const stepIn = <T,>(values: readonly T[], now: T, by: number): T =>
  values[Math.max(0, Math.min(values.length - 1, values.indexOf(now) + by))] ?? now;

/**
 * @param wanted the exam it is about; `null`: the one that is set, or the course's own
 * @throws Failure `usage` where the course has no exam
 */
export const makeMockScreen = (host: Host, wanted: Blueprint | null): Screen => {
  const { services, theme } = host;
  const { course, runtime } = services;
  const exams = course.blueprints;
  const today = dayToDate(services.moment().day);
  const first = wanted ?? currentBlueprint(course, services.progress().settings, today) ?? exams[0];
  if (first === undefined)
    throw new Failure('usage', 'This course describes no exam', { code: 'no-blueprint', try: 'study quiz' });
  let exam: Blueprint = first;
  let choice: MockChoice = keptChoice(runtime);
  let row = MOCK_ROWS.indexOf('start');
  let top = 0;
  /** Rows for the lines, and how many lines there are; of what was drawn last. */
  let [rows, length] = [1, 1];
  /** Picking domains and tasks. */
  let picking: { chosen: number; top: number; parts: ReadonlySet<string> } | null = null;
  let planned: { readonly of: string; readonly plan: MockPlan } | null = null;

  const plan = (): MockPlan => {
    const of = JSON.stringify([exam.id, choice]);
    if (planned?.of !== of) {
      const { day } = services.moment();
      planned = { of, plan: planMock(course, exam, choice, services.progress(), day) };
    }
    return planned.plan;
  };
  const forgetParts = (): void => {
    const known = new Set(partRows(exam).map(({ id }) => id));
    choice = { ...choice, parts: choice.parts.filter(part => known.has(part)) };
  };
  forgetParts();

  const last = examHistory(services, services.moment().at)
    .sittings.filter(({ blueprint, score }) => blueprint === exam.id && score !== null)
    .at(-1);

  const change = (by: number): void => {
    switch (MOCK_ROWS[row]) {
      case 'exam':
        exam = stepIn(exams, exam, by);
        return forgetParts();
      case 'length':
        choice = { ...choice, length: stepIn(LENGTHS, choice.length, by), minutes: null };
        return;
      case 'time':
        return changeTime(by);
      case 'clock':
        choice = { ...choice, clock: stepIn(CLOCKS, choice.clock, by) };
        return;
      case 'answers':
        choice = { ...choice, answers: stepIn(ANSWERS, choice.answers, by) };
        return;
      case 'only':
        choice = { ...choice, only: stepIn(WHICH, choice.only, by) };
        return;
      default:
        host.say(
          MOCK_ROWS[row] === 'from' ? 'Enter picks domains and tasks' : 'Enter starts the exam and the clock',
        );
    }
  };
  const changeTime = (by: number): void => {
    if (choice.answers === 'each')
      return host.say('There is no clock where answers come after each question');
    const minutes = Math.max(1, Math.min(1440, plan().minutes + by * STEP));
    choice = { ...choice, minutes };
  };

  /** Whether the line at the pointer has another value. */
  const canChange = (): boolean => {
    const here = MOCK_ROWS[row] ?? 'start';
    if (here === 'exam') return exams.length > 1;
    if (here === 'time' || here === 'clock') return choice.answers !== 'each';
    return here !== 'from' && here !== 'start';
  };

  /** Steps on; where there is nothing further on that side, says so. */
  const changeOrSay = (by: number): void => {
    const before = { exam, choice };
    const isValue = !['from', 'start'].includes(MOCK_ROWS[row] ?? '');
    change(by);
    const same = before.exam === exam && JSON.stringify(before.choice) === JSON.stringify(choice);
    if (same && isValue && choice.answers !== 'each')
      host.say(by > 0 ? 'This is the last value' : 'This is the first value');
  };

  /** A quiz of the paper's questions: it tells the answers as it goes, and has no clock. */
  const startQuiz = async (): Promise<void> => {
    const parts = await examParts(runtime, course, services.journal);
    const { blueprint, keys } = plan();
    const drawn = drawExam(parts, blueprint, null, keys);
    const items = drawn.questions.map(({ item }) => item);
    host.replace({ to: 'session', request: pickedRequest(items, runtime.seed, 'practice exam') });
  };
  const start = (): void => {
    if (plan().questions === 0) return host.say('No question fits: choose fewer limits');
    keepChoice(runtime, choice);
    if (choice.answers === 'end') {
      host.replace({ to: 'exam', request: chosenExam(exam, choice) });
      return;
    }
    startQuiz().catch((error: unknown) => {
      if (error instanceof Failure) host.say(error.message, 'bad');
      else host.fail(error);
    });
  };

  const actOnParts = (at: NonNullable<typeof picking>, action: Action): void => {
    const all = partRows(exam);
    switch (action) {
      case 'up':
      case 'down':
        at.chosen = moveBy(at.chosen, all.length, action === 'up' ? -1 : 1);
        return;
      case 'page-up':
      case 'page-down':
        at.chosen = moveBy(at.chosen, all.length, action === 'page-up' ? -10 : 10);
        return;
      case 'toggle': {
        const id = all[at.chosen]?.id ?? '';
        const parts = new Set(at.parts);
        if (!parts.delete(id)) parts.add(id);
        at.parts = parts;
        return;
      }
      case 'clear':
        at.parts = new Set();
        return;
      case 'open':
        choice = { ...choice, parts: all.flatMap(({ id }) => (at.parts.has(id) ? [id] : [])) };
        picking = null;
        return;
      case 'close':
        picking = null;
        return;
      default:
    }
  };

  const partLines = (at: NonNullable<typeof picking>, columns: number): readonly string[] => {
    const { style, signs, ascii } = theme;
    const mark = ascii ? '#' : '■';
    return partRows(exam).map(({ id, title, depth }, i) => {
      const isHere = i === at.chosen;
      const line = `${isHere ? signs.pointer : ' '} ${at.parts.has(id) ? mark : ' '} ${'  '.repeat(depth)}${title}`;
      const cut = truncate(line, columns, signs.ellipsis);
      return isHere ? style.strong(cut) : cut;
    });
  };

  return {
    get context() {
      return picking === null ? 'mock' : 'mock-parts';
    },
    header: () => {
      if (picking !== null)
        return {
          left: `mock exam ${theme.signs.dot} ${examName(exam.id)}`,
          right: `${picking.parts.size} marked`,
        };
      const date = last === undefined ? '' : dayAndMonth(localMinute(last.startedAt, last.tz).slice(0, 10));
      const score = last?.score?.share;
      return {
        left: 'mock exam',
        right: score === undefined ? '' : `last ${percent(score)} on ${date}`,
      };
    },
    body: size => {
      const columns = Math.min(size.columns, TEXT_COLUMNS);
      if (picking !== null) {
        const lines = partLines(picking, columns);
        [rows, length] = [size.rows, lines.length];
        picking.top = scrollTo({ top: picking.top, rows: size.rows, length: lines.length }, picking.chosen);
        return <Lines lines={window(lines, picking.top, size.rows)} />;
      }
      const { lines, at } = mockLines({
        exam,
        choice,
        plan: plan(),
        row: MOCK_ROWS[row] ?? 'start',
        columns,
        rows: size.rows,
        theme,
      });
      [rows, length] = [size.rows, lines.length];
      top = scrollTo({ top, rows: size.rows, length: lines.length }, at);
      return <Lines lines={window(lines, top, size.rows)} />;
    },
    hidden: () => hiddenLines({ top: picking?.top ?? top, rows, length }),
    hint: action => {
      if (action !== 'open' || picking !== null) return undefined;
      const here = MOCK_ROWS[row];
      if (here === 'from') return 'pick parts';
      if (here !== 'start') return 'to Start';
      return choice.answers === 'each' ? 'start' : undefined;
    },
    offers: action => {
      if (picking !== null) return action !== 'clear' || picking.parts.size > 0;
      const hasClock = choice.answers !== 'each';
      switch (action) {
        case 'open':
          return MOCK_ROWS[row] !== 'start' || plan().questions > 0;
        case 'more':
        case 'less':
          return hasClock;
        case 'earlier':
        case 'later':
          return canChange();
        default:
          return true;
      }
    },
    act: action => {
      if (picking !== null) return actOnParts(picking, action);
      switch (action) {
        case 'up':
        case 'down':
          row = moveBy(row, MOCK_ROWS.length, action === 'up' ? -1 : 1);
          return;
        case 'earlier':
        case 'later':
          return changeOrSay(action === 'later' ? 1 : -1);
        case 'more':
        case 'less':
          return changeTime(action === 'more' ? 1 : -1);
        case 'default':
          choice = USUAL_CHOICE;
          return host.say('The usual choices');
        case 'back':
          return host.back();
        case 'open':
          if (MOCK_ROWS[row] === 'start') start();
          else if (MOCK_ROWS[row] === 'from') picking = { chosen: 0, top: 0, parts: new Set(choice.parts) };
          else row = MOCK_ROWS.indexOf('start');
          return;
        default:
      }
    },
  };
};
