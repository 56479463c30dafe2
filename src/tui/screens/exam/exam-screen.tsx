/**
 * A mock exam. Its rules are those of the sitting's reducer; here are only keys, lines and the clock that is seen.
 * One file, for what a key does depends on the same few variables in every view.
 */
import { UNSTARTED } from '../../../app/exam/exam-sittings.ts';
import type { ExamRun } from '../../../app/exam/exam-run.ts';
import { countWord } from '../../../core/question/grade.ts';
import { countBlanks } from '../../../core/exam/reduce.ts';
import type { PaperQuestion } from '../../../core/journal/paper.ts';
import { presentedOf } from '../../../core/exam/shown.ts';
import type { QuestionRecord } from '../../../core/exam/sitting.ts';
import type { ExamInput, ExamNotice } from '../../../core/exam/state.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { duration } from '../../../text/exam/durations.ts';
import { questionTexts } from '../../../text/question/renderer.ts';
import { Lines } from '../../components/lines.tsx';
import type { Action, ContextName } from '../../keys/key-table.ts';
import type { AnswerDraft } from '../../models/answer-draft.ts';
import {
  choosingKeys,
  draftLine,
  missingFrom,
  pressDraft,
  typeDraft,
  wrongNumber,
} from '../../models/answer-draft.ts';
import { moveBy, hiddenLines, scrollBy, scrollToRange, window } from '../../models/list.ts';
import type { Host, Screen } from '../../shell/screen.ts';
import type { Focused, Paper } from '../../components/question/question-lines.ts';
import { TEXT_COLUMNS } from '../../components/question/question-lines.ts';
import { chosenPlaces, draftOf } from './exam-draft.ts';
import { clockText, examHeader } from './exam-header.ts';
import type { GridView } from './exam-lines.ts';
import {
  askingLines,
  examQuestionLines,
  GRID_VIEWS,
  gridColumns,
  gridLines,
  isInView,
} from './exam-lines.ts';
import { makeReportScreen } from './report-screen.tsx';
import type { Undoable } from './undo-stack.ts';
import { undoableOf, undoInputs } from './undo-stack.ts';
import { farewellLines } from './farewell.ts';
import { BAD, noticeText } from './notice-text.ts';
import { capital } from '../../../text/layout/columns.ts';

/** How often the clock is looked at, in ms. */
const TICK = 1000;

type Mode = 'question' | 'commands' | 'all';

/** The screen of an exam that runs. */
export const makeRunningScreen = async (host: Host, run: ExamRun): Promise<Screen> => {
  const { services, theme } = host;
  let mode: Mode = 'question';
  let chosen = run.state.sitting.position;
  /** Digits typed in the grid. */
  let typed = '';
  /** Answers that are being made and not on the disk yet, by question. Options are on the disk at once. */
  const drafts = new Map<string, AnswerDraft>();
  /** The option at the pointer, by question. */
  const pointers = new Map<string, number>();
  /** Order and pairs that were worked on: what was only looked at is no answer. */
  const touched = new Set<string>();
  let view: GridView = 'all';
  const done: Undoable[] = [];
  /** Whether it counts as started once it is left. */
  let wasStarted = true;
  let report: Screen | null = null;
  let top = 0;
  /** What decides what is seen: the beginning, what the learner is working on, or where they scrolled to. */
  let follows: 'beginning' | 'focus' | 'learner' = 'beginning';
  let rows = 1;
  let length = 1;

  const here = (): { readonly question: PaperQuestion; readonly record: QuestionRecord } => {
    const { paper, records, position } = run.state.sitting;
    const [question, record] = [paper.questions[position], records[position]];
    if (question === undefined || record === undefined) throw new RangeError('A paper without questions');
    return { question, record };
  };

  const draftNow = (): AnswerDraft => {
    const { question, record } = here();
    const made = drafts.get(question.item) ?? draftOf(question, record.response);
    return made.kind === 'choice' ? { ...made, cursor: pointers.get(question.item) ?? made.cursor } : made;
  };

  const lookFrom = (line: number, what: typeof follows): void => {
    [top, follows] = [line, what];
  };

  let isUndoing = false;
  const send = (input: ExamInput): readonly ExamNotice[] => {
    const before = run.state.sitting;
    const notices = run.dispatch(input);
    for (const notice of notices) {
      const text = noticeText(notice);
      if (text !== null) host.say(text, BAD.has(notice.type) ? 'bad' : 'plain');
    }
    const { sitting } = run.state;
    const act = isUndoing || sitting.phase === 'ended' ? null : undoableOf(before, sitting);
    if (act !== null) done.push(act);
    if (sitting.position !== before.position) {
      chosen = sitting.position;
      lookFrom(0, mode === 'all' ? 'focus' : 'beginning');
      mode = mode === 'all' ? 'all' : 'question';
      void services.renderer
        .prepare(questionTexts(presentedOf(here().question)))
        .then(host.redraw, host.fail);
    }
    if (sitting.phase === 'ended' && report === null) {
      clearInterval(timer);
      if (sitting.end?.reason === 'abandoned') {
        host.back();
        host.say('The exam was discarded elsewhere', 'bad');
        return notices;
      }
      report = makeReportScreen(host, run.report());
    }
    return notices;
  };

  /**
   * Puts what was made at this question on the disk. What is no answer waits for a return, and what stood before
   * counts no longer: nothing else is shown.
   * @returns whether nothing is left to be put there
   */
  const keep = (): boolean => {
    const { question, record } = here();
    const draft = drafts.get(question.item);
    const isLookedAt = draft !== undefined && draft.kind !== 'typed' && !touched.has(question.item);
    if (draft === undefined || isLookedAt) return true;
    const isWhole = missingFrom(draft, presentedOf(question)) === null;
    const notices = isWhole ? send({ type: 'answer', line: draftLine(draft) }) : [];
    if (notices.some(({ type }) => type === 'saved')) return drafts.delete(question.item);
    if (record.response !== null && run.failure === null) send({ type: 'clear' });
    return false;
  };

  const go = (input: Extract<ExamInput, { type: 'next' | 'previous' | 'go' }>): void => {
    const { question } = here();
    const number = run.state.sitting.position + 1;
    const isKept = keep();
    if (run.state.sitting.phase === 'ended') return;
    send(input);
    const draft = drafts.get(question.item);
    if (isKept || run.failure !== null || draft === undefined || draftLine(draft) === '') return;
    host.say(`The answer to question ${number} is incomplete`, 'bad');
  };

  /** Chooses an option, or takes it back; one that is too many replaces the only one. */
  const choose = (index: number): void => {
    const { question, record } = here();
    const draft = draftNow();
    if (draft.kind !== 'choice' || index >= draft.options) return;
    pointers.set(question.item, index);
    if (question.kind === 'true-false') {
      send(
        draft.chosen.has(index)
          ? { type: 'clear' }
          : { type: 'answer', line: index === 0 ? 'true' : 'false' },
      );
      return;
    }
    const places = chosenPlaces(question, record.response);
    const without = places.filter(place => place !== index);
    const isTaken = without.length < places.length;
    const shown = presentedOf(question);
    if (shown.kind === 'multiple' && !isTaken && places.length >= shown.choose) {
      const numbers = places
        .map(place => place + 1)
        .sort((a, b) => a - b)
        .join(', ');
      const count = countWord(places.length);
      const are = places.length === 1 ? 'is' : 'are';
      host.say(`${capital(count)} ${are} chosen already: take one back first (${numbers})`, 'bad');
      return;
    }
    const kept = isTaken ? without : question.kind === 'single' ? [index] : [...places, index];
    send(kept.length === 0 ? { type: 'clear' } : { type: 'choose', options: kept.map(place => place + 1) });
  };

  /** To the next question. What was not touched stays as it is: a key to go on answers nothing. */
  const goOn = (): void => {
    const { question } = here();
    const draft = drafts.get(question.item);
    const isTouched = draft !== undefined && (touched.has(question.item) || draft.kind === 'typed');
    if (isTouched && draftLine(draft) !== '') {
      const missing = missingFrom(draft, presentedOf(question));
      if (missing !== null) return host.say(missing, 'bad');
      if (!keep()) return;
    } else keep();
    const { sitting } = run.state;
    if (run.failure === null && sitting.phase !== 'ended') send({ type: 'next' });
  };

  const undo = (): void => {
    const last = done.pop();
    if (last === undefined) return host.say('There is nothing to undo');
    isUndoing = true;
    try {
      if (run.state.sitting.position !== last.number - 1) send({ type: 'go', number: last.number });
      const { question, record } = here();
      drafts.delete(question.item);
      touched.delete(question.item);
      for (const input of undoInputs(question, record, last)) send(input);
    } finally {
      isUndoing = false;
    }
    if (run.failure === null && run.state.sitting.phase !== 'ended')
      host.say(`Undone at question ${last.number}`);
  };

  const context = (): ContextName => {
    if (report !== null) return report.context;
    const { sitting, asking } = run.state;
    if (asking) return 'exam-asking';
    if (sitting.phase === 'paused') return 'exam-paused';
    if (mode === 'all') return 'exam-grid';
    const { kind } = draftNow();
    return kind === 'typed' ? (mode === 'commands' ? 'exam-commands' : 'exam-typed') : `exam-${kind}`;
  };

  /** To the next question of those that are looked at among all. */
  const findFrom = (by: 1 | -1): void => {
    const { records } = run.state.sitting;
    const { length: all } = records;
    for (let step = 1; step <= all; step++) {
      const at = (chosen + by * step + all * step) % all;
      const record = records[at];
      if (record === undefined || !isInView(record, view)) continue;
      chosen = at;
      return;
    }
    host.say(`There is no ${view === 'all' ? 'other' : view} question`);
  };

  /** Marks the chosen question, and stays where one was. */
  const markChosen = (type: 'flag' | 'unsure'): void => {
    const { position } = run.state.sitting;
    const at = chosen;
    if (at !== position) send({ type: 'go', number: at + 1 });
    send({ type });
    if (at !== position) send({ type: 'go', number: position + 1 });
    chosen = at;
  };

  const leaveAll = (): void => {
    mode = 'question';
    lookFrom(0, 'beginning');
  };

  const turnView = (by: number): void => {
    view = GRID_VIEWS[(GRID_VIEWS.indexOf(view) + by + GRID_VIEWS.length) % GRID_VIEWS.length] ?? 'all';
    const record = run.state.sitting.records[chosen];
    const isAny = run.state.sitting.records.some(each => isInView(each, view));
    if (isAny && record !== undefined && !isInView(record, view)) findFrom(1);
  };

  const actInAll = (action: Action, key: string): void => {
    const { records } = run.state.sitting;
    const across = gridColumns(host.size.columns);
    if (action !== 'digit') typed = '';
    switch (action) {
      case 'open':
        leaveAll();
        send({ type: 'go', number: chosen + 1 });
        return;
      case 'all':
        leaveAll();
        chosen = run.state.sitting.position;
        return;
      case 'up':
      case 'down':
        chosen = moveBy(chosen, records.length, action === 'up' ? -across : across);
        return;
      case 'left':
      case 'right':
        chosen = moveBy(chosen, records.length, action === 'left' ? -1 : 1);
        return;
      case 'next':
      case 'previous':
        return findFrom(action === 'next' ? 1 : -1);
      case 'view-next':
      case 'view-before':
        return turnView(action === 'view-next' ? 1 : -1);
      case 'digit': {
        const number = Number(typed + key);
        typed = number >= 1 && number <= records.length ? typed + key : key;
        if (Number(typed) >= 1 && Number(typed) <= records.length) chosen = Number(typed) - 1;
        else host.say(`There is no question ${typed}: choose 1 to ${records.length}`, 'bad');
        return;
      }
      case 'flag':
      case 'unsure':
        return markChosen(action);
      case 'undo':
        return undo();
      case 'end':
        send({ type: 'end' });
        return;
      default:
    }
  };

  const leave = (): void => {
    keep();
    const { sitting } = run.state;
    if (sitting.phase === 'ended') return;
    const isUntouched = sitting.records.every(({ response }) => response === null);
    if (isUntouched && sitting.allowed - run.left() < UNSTARTED) {
      // As if it had not been started.
      run.dispatch({ type: 'abandon' });
      wasStarted = false;
      host.back();
      return;
    }
    host.back();
    host.say(
      sitting.paper.practice
        ? 'The clock is paused. Resume from Home'
        : 'The clock runs on. Resume from Home',
    );
  };

  const workOn = (question: PaperQuestion, draft: AnswerDraft, action: Action, key: string): void => {
    const next = pressDraft(draft, action, key);
    drafts.set(question.item, next);
    const isChanged = draftLine(next) !== draftLine(draft) || action === 'toggle';
    if (draft.kind !== 'typed' && isChanged) touched.add(question.item);
  };

  const actAtQuestion = (action: Action, key: string): void => {
    switch (action) {
      case 'next':
      case 'previous':
        return go({ type: action });
      case 'flag':
      case 'unsure':
      case 'pause':
      case 'resume':
      case 'confirm':
      case 'decline':
        send({ type: action });
        return;
      case 'end':
        keep();
        send({ type: 'end' });
        return;
      case 'clear':
        drafts.delete(here().question.item);
        touched.delete(here().question.item);
        pointers.delete(here().question.item);
        send({ type: 'clear' });
        return;
      case 'all':
        keep();
        if (run.state.sitting.phase === 'ended') return;
        [mode, chosen, typed] = ['all', run.state.sitting.position, ''];
        lookFrom(0, 'focus');
        return;
      case 'commands':
        mode = mode === 'question' ? 'commands' : 'question';
        return;
      case 'leave':
        return leave();
      case 'stay':
        return host.say('q leaves the exam; you can resume it later');
      case 'undo':
        return undo();
      case 'answer':
        return goOn();
      case 'page-up':
      case 'page-down':
        lookFrom(scrollBy({ top, rows, length }, action === 'page-up' ? -rows : rows), 'learner');
        return;
      default: {
        const { question } = here();
        const draft = draftNow();
        follows = 'focus';
        const wrong = action === 'choose' ? wrongNumber(draft, key) : null;
        if (wrong !== null) host.say(wrong, 'bad');
        else if (draft.kind === 'choice' && action === 'choose') choose(Number(key) - 1);
        else if (draft.kind === 'choice' && action === 'toggle') choose(draft.cursor);
        else if (draft.kind === 'choice' && action === 'strike')
          send({ type: 'strike', option: draft.cursor + 1 });
        else if (draft.kind === 'choice') {
          const pressed = pressDraft(draft, action, key);
          if (pressed.kind === 'choice') pointers.set(question.item, pressed.cursor);
        } else workOn(question, draft, action, key);
      }
    }
  };

  const viewOf = (): Parameters<typeof examHeader>[2] =>
    run.state.asking
      ? 'asking'
      : run.state.sitting.phase === 'paused'
        ? 'paused'
        : mode === 'all'
          ? 'all'
          : 'question';

  const content = (paper: Paper): Focused => {
    const { sitting, asking } = run.state;
    if (asking)
      return { lines: askingLines(countBlanks(sitting), clockText(run.left()), paper), focus: null };
    if (sitting.phase === 'paused') {
      return { lines: [theme.style.strong('Paused.'), '', `${duration(run.left())} left.`], focus: null };
    }
    if (mode === 'all') return gridLines(sitting, chosen, view, paper.columns, theme);
    const { question, record } = here();
    return examQuestionLines(question, record, draftNow(), paper);
  };

  // The clock on the screen, the warnings and the end come by themselves. An error here must not be lost.
  const timer = setInterval(() => {
    try {
      // What is being typed when the time runs out counts as far as it goes.
      if (run.state.sitting.phase === 'open' && run.left() < 3 * TICK) keep();
      send({ type: 'tick' });
      host.redraw();
    } catch (error) {
      host.fail(error);
    }
  }, TICK);
  await services.renderer.prepare(questionTexts(presentedOf(here().question)));
  // An exam that is over already is looked at again: its report is all there is.
  if (run.isPast === true) send({ type: 'tick' });
  for (const notice of run.opening) {
    const text = noticeText(notice);
    if (text !== null) host.say(text);
  }
  for (const { title, want, have } of run.state.sitting.paper.shortages) {
    host.say(`Too few questions for ${sanitizeLine(title)}: ${have} of ${want}`, 'bad');
  }
  setImmediate(() => void services.renderer.prepare(['**']));

  return {
    get context() {
      return context();
    },
    header: size =>
      report === null
        ? examHeader(run.state.sitting, run.left(), viewOf(), size.columns, theme)
        : report.header(size),
    body: size => {
      if (report !== null) return report.body(size);
      const columns = Math.min(size.columns, TEXT_COLUMNS);
      const paper: Paper = { columns, theme, render: services.renderer.render };
      const shown = content(paper);
      ({ rows } = size);
      ({ length } = shown.lines);
      top =
        shown.focus === null || follows !== 'focus'
          ? scrollBy({ top, rows, length }, 0)
          : scrollToRange({ top, rows, length }, shown.focus.from, shown.focus.to);
      return <Lines lines={window(shown.lines, top, rows)} />;
    },
    label: action => {
      if (report !== null) return report.label?.(action);
      return action === 'choose' ? choosingKeys(draftNow()) : undefined;
    },
    offers: action => {
      if (report !== null) return report.offers?.(action) ?? true;
      return action !== 'pause' || run.state.sitting.paper.practice;
    },
    about: () => report?.about?.() ?? null,
    written: what => report?.written?.(what),
    hidden: () => report?.hidden?.() ?? hiddenLines({ top, rows, length }),
    act: (action, key) => {
      if (report !== null) report.act(action, key);
      else if (context() === 'exam-grid') actInAll(action, key);
      else actAtQuestion(action, key);
    },
    type: text => {
      if (report !== null) return;
      follows = 'focus';
      drafts.set(here().question.item, typeDraft(draftNow(), text));
    },
    close: () => {
      clearInterval(timer);
      if (run.state.sitting.phase === 'open') keep();
      run.close();
    },
    farewell: () =>
      wasStarted && run.isPast !== true ? farewellLines(run, services.resumeCommand, theme) : [],
  };
};
