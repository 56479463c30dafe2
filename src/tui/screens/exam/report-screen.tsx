/** The report of a mock exam: its pages, all its questions, and what to study next. */
import { pickedRequest, weakQuizRequest } from '../../../app/session/session-request.ts';
import { plainText } from '../../../core/course/plain-text.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import type { ExamReport, QuestionReport } from '../../../core/exam/report-model.ts';
import { minutesSeconds } from '../../../text/exam/durations.ts';
import { worthText } from '../../../text/exam/exam-words.ts';
import { shortName } from '../../../text/layout/short-name.ts';
import { cellWidth, padEnd, padStart, truncate } from '../../../text/layout/width.ts';
import { notePlace } from '../../../text/question/question-lines.ts';
import { Lines } from '../../components/lines.tsx';
import { makeRemarks } from '../../components/remarks.ts';
import type { Action } from '../../keys/key-table.ts';
import { hiddenLines, moveBy, scrollBy, scrollTo, window } from '../../models/list.ts';
import type { Destination } from '../../shell/destination.ts';
import { makeMarks, MARK_OF } from '../../shell/mark.ts';
import type { Host, Screen } from '../../shell/screen.ts';
import { subjectOf } from '../../shell/screen.ts';
import { TEXT_COLUMNS } from '../../components/question/question-lines.ts';
import { examName } from './exam-header.ts';
import { makeReport } from './exam-report.ts';

const VIEWS = ['all', 'wrong', 'unsure', 'flagged', 'slow'] as const;
type View = (typeof VIEWS)[number];

/** Cells of what a step does. */
const DOES = 6;
/** Topics that are offered to study next. */
const MOST_NEXT = 5;

interface Step {
  readonly does: 'Redo' | 'Quiz' | 'Read';
  readonly title: string;
  readonly about: string;
  readonly destination: Destination;
}

const stepsOf = (report: ExamReport, seed: () => number): readonly Step[] => {
  const wrong = report.questions.filter(({ correct }) => !correct).map(({ question }) => question.item);
  const redo: readonly Step[] =
    wrong.length === 0
      ? []
      : [
          {
            does: 'Redo',
            title: wrong.length === 1 ? 'the one that was wrong' : `the ${wrong.length} wrong ones`,
            about: '',
            destination: { to: 'session', request: pickedRequest(wrong, seed, 'redo') },
          },
        ];
  return [
    ...redo,
    ...report.next.slice(0, MOST_NEXT).flatMap((advice): readonly Step[] => [
      {
        does: 'Quiz',
        title: sanitizeLine(advice.title),
        about: worthText(advice).replace('; fixing it is worth', ', worth'),
        destination: { to: 'session', request: weakQuizRequest(new Set([advice.topic]), seed) },
      },
      {
        does: 'Read',
        title: sanitizeLine(advice.title),
        about: '',
        destination: { to: 'notes', place: advice.read.replace(/^study notes /, '') },
      },
    ]),
  ];
};

/** The report of an exam. */
export const makeReportScreen = (host: Host, report: ExamReport): Screen => {
  const { services, theme } = host;
  const pages = makeReport(report, services.renderer, theme, makeRemarks(services.own));
  void pages.ready.then(host.redraw, host.fail);
  const marks = makeMarks(host);
  const mark = (action: Action, { question }: QuestionReport): void => {
    const type = MARK_OF[action];
    if (type !== undefined) marks.toggle(type, [question.item]);
  };
  const steps = stepsOf(report, services.runtime.seed);
  let mode: 'pages' | 'next' | 'questions' = 'pages';
  let view: View = 'wrong';
  let chosen = 0;
  let listTop = 0;
  /** Columns it was laid out for last. */
  let laidFor = TEXT_COLUMNS;
  let top = 0;
  let rows = 1;
  let length = 1;

  const isIn = ({ correct, unsure, flagged, ms }: QuestionReport): boolean => {
    switch (view) {
      case 'all':
        return true;
      case 'wrong':
        return !correct;
      case 'unsure':
        return unsure;
      case 'flagged':
        return flagged;
      case 'slow':
        return ms > report.pace.allowed;
    }
  };
  const shown = (): readonly QuestionReport[] => report.questions.filter(isIn);
  /** How many rows the list that is seen has. */
  const listed = (): number => (mode === 'next' ? steps : shown()).length;

  /** The question whose lines are at the top of the screen. */
  const atTop = (): QuestionReport | undefined =>
    report.questions.findLast(({ number }) => (pages.placeOf(number) ?? Infinity) <= top) ?? undefined;

  const titleOf = (topic: string): string =>
    services.course.topics.find(({ id }) => id === topic)?.title ?? topic;

  const questionRow = (reported: QuestionReport, isChosen: boolean, columns: number): string => {
    const { style, signs } = theme;
    const { number, question, correct, unsure, flagged, ms } = reported;
    const sign = correct ? style.correct(signs.correct) : style.wrong(signs.wrong);
    const isKept = services.progress().items.get(question.item)?.flagged ?? false;
    const mark = flagged || isKept ? signs.flag : unsure ? '?' : ' ';
    const time = padStart(minutesSeconds(ms), 6);
    const width = columns < 72 ? 18 : 24;
    const title = padEnd(shortName(sanitizeLine(titleOf(question.topic)), width, signs.ellipsis), width + 1);
    const stem = plainText(question.stem).replaceAll('\n', ' ');
    const room = columns - 12 - 6;
    const text = padEnd(truncate(sanitizeLine(`${title} ${stem}`), room, signs.ellipsis), room);
    const pointer = isChosen ? signs.pointer : ' ';
    return `${pointer} ${padStart(String(number), 3)} ${sign}${mark} ${isChosen ? style.strong(text) : text}${time}`;
  };

  /** The column of what a topic is worth, where the longest of all names and of all figures fit. */
  const stepRow = ({ does, title, about }: Step, isChosen: boolean, columns: number): string => {
    const { style, signs } = theme;
    const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(cellWidth));
    const room = columns - 2 - DOES - widest(steps.map(step => step.about)) - 3;
    const width = Math.min(room, widest(steps.map(step => step.title)));
    const name = shortName(title, about === '' ? columns - 2 - DOES : width, signs.ellipsis);
    const line = `${padEnd(does, DOES)}${padEnd(isChosen ? style.strong(name) : name, width)}`;
    return `${isChosen ? signs.pointer : ' '} ${line}${about === '' ? '' : `   ${style.dim(about)}`}`.trimEnd();
  };

  const listLines = (
    columns: number,
  ): { readonly head: readonly string[]; readonly list: readonly string[] } => {
    const { style } = theme;
    if (mode === 'next')
      return { head: [], list: steps.map((step, i) => stepRow(step, i === chosen, columns)) };
    const counted = VIEWS.map(each => {
      const before = view;
      view = each;
      const text = `${each} ${shown().length}`;
      view = before;
      return each === view ? style.strong(`[${text}]`) : style.dim(text);
    });
    const list = shown().map((reported, i) => questionRow(reported, i === chosen, columns));
    return { head: [counted.join('   '), ''], list: list.length === 0 ? ['There are none.'] : list };
  };

  /** Lays the pages out for a width. */
  const layPages = (columns: number): readonly string[] => {
    laidFor = columns;
    const lines = pages.lines(columns);
    ({ length } = lines);
    return lines;
  };

  const openList = (next: 'next' | 'questions'): void => {
    if (next === 'next' && steps.length === 0) return host.say('All was right');
    [mode, chosen, listTop] = [next, 0, 0];
  };

  const actInList = (action: Action): void => {
    const all = listed();
    switch (action) {
      case 'up':
      case 'down':
        chosen = moveBy(chosen, all, action === 'up' ? -1 : 1);
        return;
      case 'page-up':
      case 'page-down':
        chosen = moveBy(chosen, all, action === 'page-up' ? -rows : rows);
        return;
      case 'view-next':
      case 'view-before': {
        const by = action === 'view-next' ? 1 : -1;
        view = VIEWS[(VIEWS.indexOf(view) + by + VIEWS.length) % VIEWS.length] ?? 'all';
        [chosen, listTop] = [0, 0];
        return;
      }
      case 'flag':
      case 'suspend': {
        const at = shown()[chosen];
        if (at !== undefined) mark(action, at);
        return;
      }
      case 'undo':
        return marks.undo();
      case 'close':
        mode = 'pages';
        return;
      case 'open': {
        if (mode === 'next') {
          const step = steps[chosen];
          mode = 'pages';
          if (step !== undefined) host.open(step.destination);
          return;
        }
        const at = shown()[chosen];
        if (at === undefined) return;
        mode = 'pages';
        // Where only what was wrong is read, a right one is looked at among all.
        if (pages.placeOf(at.number) === undefined) pages.turn();
        layPages(laidFor);
        top = pages.placeOf(at.number) ?? top;
        return;
      }
      default:
    }
  };

  /** The top once the place after or before the line at the top is gone to; `null`: there is none to go to. */
  const topAt = (places: readonly number[], by: 1 | -1): number | null => {
    const place = by === 1 ? places.find(at => at > top) : places.findLast(at => at < top);
    const to = place === undefined ? top : scrollBy({ top, rows, length }, place - top);
    return to === top ? null : to;
  };
  const goTo = (places: readonly number[], by: 1 | -1, what: string): void => {
    const to = topAt(places, by);
    if (to === null) host.say(`There is no ${by === 1 ? 'further' : 'earlier'} ${what}`);
    else top = to;
  };

  const actOnPages = (action: Action): void => {
    switch (action) {
      case 'back':
        return host.back();
      case 'open':
        return openList('next');
      case 'all':
        return openList('questions');
      case 'redo': {
        const [first] = steps;
        if (first?.does === 'Redo') host.open(first.destination);
        else host.say('All was right');
        return;
      }
      case 'note':
      case 'flag':
      case 'suspend': {
        const at = atTop();
        if (at === undefined) return host.say('Go to a question first: n goes to a wrong one');
        if (action === 'note') host.open({ to: 'notes', place: notePlace(at.question) });
        else mark(action, at);
        return;
      }
      case 'undo':
        return marks.undo();
      case 'mock':
        return host.open({ to: 'mock' });
      case 'top':
      case 'bottom':
        top = scrollBy({ top, rows, length }, action === 'top' ? -length : length);
        return;
      case 'view': {
        const at = atTop()?.number;
        const isOnlyWrong = pages.turn();
        layPages(laidFor);
        top = at === undefined ? top : (pages.placeOf(at) ?? 0);
        return host.say(isOnlyWrong ? 'Only what was wrong. v shows every question' : 'Every question');
      }
      case 'next-section':
      case 'previous-section':
        return goTo(pages.allPlaces(), action === 'next-section' ? 1 : -1, 'question');
      case 'scroll-up':
      case 'scroll-down':
        top = scrollBy({ top, rows, length }, action === 'scroll-up' ? -1 : 1);
        return;
      case 'page-up':
      case 'page-down':
        top = scrollBy({ top, rows, length }, action === 'page-up' ? -rows : rows);
        return;
      case 'next':
      case 'previous':
        return goTo(pages.wrongPlaces(), action === 'next' ? 1 : -1, 'wrong one');
      default:
    }
  };

  return {
    get context() {
      return mode === 'pages' ? 'exam-report' : mode === 'next' ? 'report-next' : 'report-questions';
    },
    header: () => {
      const left = `report ${theme.signs.dot} ${examName(report.blueprint.id)}`;
      if (mode !== 'pages')
        return {
          left: `${left} ${theme.signs.dot} ${mode === 'next' ? 'what next' : 'questions'}`,
          right: pages.header.right,
        };
      // At its top the report says the result itself.
      return { left, right: top === 0 ? '' : pages.header.right };
    },
    body: size => {
      const columns = Math.min(size.columns, TEXT_COLUMNS);
      if (mode === 'pages') {
        const lines = layPages(columns);
        ({ rows } = size);
        top = scrollBy({ top, rows, length }, 0);
        return <Lines lines={window(lines, top, rows)} />;
      }
      const { head, list } = listLines(columns);
      rows = Math.max(1, size.rows - head.length);
      listTop = scrollTo({ top: listTop, rows, length: list.length }, chosen);
      return <Lines lines={[...head, ...window(list, listTop, rows)]} />;
    },
    offers: action => {
      switch (action) {
        case 'redo':
          return steps[0]?.does === 'Redo';
        case 'open':
          return mode === 'pages' ? steps.length > 0 : listed() > 0;
        case 'up':
          return listed() > 1;
        case 'next':
          // The hints are made before the page is drawn.
          layPages(Math.min(host.size.columns, TEXT_COLUMNS));
          ({ rows } = host.size);
          return topAt(pages.wrongPlaces(), 1) !== null;
        default:
          return true;
      }
    },
    hidden: () => (mode === 'pages' ? hiddenLines({ top, rows, length }) : { above: 0, below: 0 }),
    about: () => {
      const at = mode === 'pages' ? atTop() : mode === 'questions' ? shown()[chosen] : undefined;
      return subjectOf(services.course.entry(at?.question.item ?? ''));
    },
    written: pages.refresh,
    act: action => (mode === 'pages' ? actOnPages(action) : actInList(action)),
  };
};
