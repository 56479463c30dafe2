/**
 * A mock exam. Its rules are those of the sitting's reducer; here are only keys, lines and the clock that is seen.
 * One file, for what a key does depends on the same few variables in every view.
 */
import { examParts } from '../../../app/exam/exam-parts.ts';
import { readyExam } from '../../../app/exam/exam-request.ts';
import { countBlanks } from '../../../core/exam/reduce.ts';
import type { PaperQuestion } from '../../../core/journal/paper.ts';
import { presentedOf } from '../../../core/exam/shown.ts';
import type { QuestionRecord } from '../../../core/exam/sitting.ts';
import { statusOf } from '../../../core/exam/sitting.ts';
import type { ExamInput, ExamNotice } from '../../../core/exam/state.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { duration } from '../../../text/exam/durations.ts';
import { questionTexts } from '../../../text/question/renderer.ts';
import { Lines } from '../../components/lines.tsx';
import type { Destination } from '../../shell/destination.ts';
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
import type { Focused, Paper } from '../session/question-lines.ts';
import { TEXT_COLUMNS } from '../session/question-lines.ts';
import { chosenPlaces, draftOf } from './exam-draft.ts';
import { clockText, examHeader } from './exam-header.ts';
import { askingLines, examQuestionLines, gridColumns, gridLines } from './exam-lines.ts';
import type { ReportPages } from './exam-report.ts';
import { makeReport } from './exam-report.ts';
import { farewellLines } from './farewell.ts';
import { BAD, noticeText } from './notice-text.ts';

/** How often the clock is looked at, in ms. */
const TICK = 1000;

type Mode = 'question' | 'commands' | 'grid';

/** @throws Failure where it cannot be started or resumed */
export const makeExamScreen = async (
  host: Host,
  request: Extract<Destination, { to: 'exam' }>['request'],
): Promise<Screen> => {
  const { services, theme } = host;
  const parts = await examParts(services.runtime, services.course, services.journal);
  const run = ('open' in request ? request : readyExam(request.ready)).open(parts);
  let mode: Mode = 'question';
  let chosen = run.state.sitting.position;
  /** Digits typed in the grid. */
  let typed = '';
  /** Answers that are being made and not on the disk yet, by question. Options are on the disk at once. */
  const drafts = new Map<string, AnswerDraft>();
  /** The option at the pointer, by question. */
  const pointers = new Map<string, number>();
  let report: ReportPages | null = null;
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

  const send = (input: ExamInput): readonly ExamNotice[] => {
    const before = run.state.sitting;
    const notices = run.dispatch(input);
    for (const notice of notices) {
      const text = noticeText(notice);
      if (text !== null) host.say(text, BAD.has(notice.type) ? 'bad' : 'plain');
    }
    const { sitting } = run.state;
    if (sitting.position !== before.position) {
      chosen = sitting.position;
      lookFrom(0, mode === 'grid' ? 'focus' : 'beginning');
      mode = mode === 'grid' ? 'grid' : 'question';
      void services.renderer
        .prepare(questionTexts(presentedOf(here().question)))
        .then(host.redraw, host.fail);
    }
    if (sitting.phase === 'ended' && report === null) {
      clearInterval(timer);
      lookFrom(0, 'beginning');
      if (sitting.end?.reason === 'abandoned') {
        host.back();
        host.say('The exam was thrown away elsewhere', 'bad');
        return notices;
      }
      report = makeReport(run.report(), services.renderer, theme);
      void report.ready.then(host.redraw, host.fail);
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
    if (draft === undefined) return true;
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
    host.say(`What stands at question ${number} is no whole answer yet`, 'bad');
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
    } else {
      const places = chosenPlaces(question, record.response);
      const without = places.filter(place => place !== index);
      const isTaken = without.length < places.length;
      const kept = isTaken ? without : question.kind === 'single' ? [index] : [...places, index];
      send(kept.length === 0 ? { type: 'clear' } : { type: 'choose', options: kept.map(place => place + 1) });
    }
  };

  const answer = (): void => {
    const { question, record } = here();
    const draft = draftNow();
    if (draft.kind === 'choice') {
      if (question.kind !== 'multiple' && record.response === null) choose(draft.cursor);
    } else {
      const missing = missingFrom(draft, presentedOf(question));
      if (missing !== null) return host.say(missing, 'bad');
      // An order may be right as it is shown: nothing was moved then, and it is an answer all the same.
      drafts.set(question.item, draft);
      if (!keep()) return;
    }
    const { sitting } = run.state;
    if (run.failure === null && sitting.phase !== 'ended') send({ type: 'next' });
  };

  const context = (): ContextName => {
    const { sitting, asking } = run.state;
    if (sitting.phase === 'ended') return 'exam-report';
    if (asking) return 'exam-asking';
    if (sitting.phase === 'paused') return 'exam-paused';
    if (mode === 'grid') return 'exam-grid';
    const { kind } = draftNow();
    return kind === 'typed' ? (mode === 'commands' ? 'exam-commands' : 'exam-typed') : `exam-${kind}`;
  };

  const findFrom = (wanted: (record: QuestionRecord) => boolean): void => {
    const { records } = run.state.sitting;
    const order = records.map((_, i) => (chosen + 1 + i) % records.length);
    const found = order.find(index => {
      const record = records[index];
      return record !== undefined && wanted(record);
    });
    if (found === undefined) host.say('There is none');
    else chosen = found;
  };

  const actInGrid = (action: Action, key: string): void => {
    const { records } = run.state.sitting;
    const across = gridColumns(host.size.columns);
    if (action !== 'digit') typed = '';
    switch (action) {
      case 'open':
        mode = 'question';
        lookFrom(0, 'beginning');
        send({ type: 'go', number: chosen + 1 });
        return;
      case 'grid':
        mode = 'question';
        lookFrom(0, 'beginning');
        chosen = run.state.sitting.position;
        return;
      case 'up':
      case 'down':
        chosen = moveBy(chosen, records.length, action === 'up' ? -across : across);
        return;
      case 'previous':
      case 'next':
        chosen = moveBy(chosen, records.length, action === 'previous' ? -1 : 1);
        return;
      case 'digit': {
        const number = Number(typed + key);
        typed = number >= 1 && number <= records.length ? typed + key : key;
        if (Number(typed) >= 1 && Number(typed) <= records.length) chosen = Number(typed) - 1;
        else host.say(`There is no question ${typed}: 1 to ${records.length}`, 'bad');
        return;
      }
      case 'open-blank':
        return findFrom(record => statusOf(record) !== 'answered');
      case 'open-flagged':
        return findFrom(({ flagged }) => flagged);
      case 'end':
        send({ type: 'end' });
        return;
      default:
    }
  };

  const actInReport = (action: Action, pages: ReportPages): void => {
    switch (action) {
      case 'back':
        return host.back();
      case 'scroll-up':
      case 'scroll-down':
        top = scrollBy({ top, rows, length }, action === 'scroll-up' ? -1 : 1);
        return;
      case 'page-up':
      case 'page-down':
        top = scrollBy({ top, rows, length }, action === 'page-up' ? -rows : rows);
        return;
      case 'next':
      case 'previous': {
        const places = pages.wrongPlaces();
        const place = action === 'next' ? places.find(at => at > top) : places.findLast(at => at < top);
        if (place === undefined)
          host.say(`There is no ${action === 'next' ? 'further' : 'earlier'} wrong one`);
        else top = scrollBy({ top, rows, length }, place - top);
        return;
      }
      default:
    }
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
        pointers.delete(here().question.item);
        send({ type: 'clear' });
        return;
      case 'grid':
        keep();
        [mode, chosen, typed] = ['grid', run.state.sitting.position, ''];
        lookFrom(0, 'focus');
        return;
      case 'commands':
        mode = mode === 'question' ? 'commands' : 'question';
        return;
      case 'leave':
        keep();
        return host.back();
      case 'answer':
        return answer();
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
        } else drafts.set(question.item, pressDraft(draft, action, key));
      }
    }
  };

  const content = (paper: Paper): Focused => {
    const { sitting, asking } = run.state;
    if (report !== null) return { lines: report.lines(paper.columns), focus: null };
    if (asking)
      return { lines: askingLines(countBlanks(sitting), clockText(run.left()), paper), focus: null };
    if (sitting.phase === 'paused') {
      return { lines: ['Paused. The clock stands still.', '', `${duration(run.left())} left`], focus: null };
    }
    if (mode === 'grid') return gridLines(sitting, chosen, paper.columns, theme);
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
    host.say(`The bank is too small for ${sanitizeLine(title)}: ${have} of ${want} questions`, 'bad');
  }
  setImmediate(() => void services.renderer.prepare(['**']));

  return {
    get context() {
      return context();
    },
    header: ({ columns }) => {
      if (report === null) {
        const shown = mode === 'grid' ? 'grid' : 'question';
        return examHeader(run.state.sitting, run.left(), shown, columns, theme);
      }
      // At its top the report says the result itself.
      return top === 0 ? { ...report.header, right: '' } : report.header;
    },
    body: size => {
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
    label: action =>
      action === 'choose' && context() !== 'exam-report' ? choosingKeys(draftNow()) : undefined,
    offers: action => action !== 'pause' || run.state.sitting.paper.practice,
    hidden: () => hiddenLines({ top, rows, length }),
    act: (action, key) => {
      const name = context();
      if (name === 'exam-report') {
        if (report !== null) actInReport(action, report);
      } else if (name === 'exam-grid') actInGrid(action, key);
      else actAtQuestion(action, key);
    },
    type: text => {
      follows = 'focus';
      drafts.set(here().question.item, typeDraft(draftNow(), text));
    },
    close: () => {
      clearInterval(timer);
      if (run.state.sitting.phase === 'open') keep();
      run.close();
    },
    farewell: () => (run.isPast === true ? [] : farewellLines(run, services.resumeCommand, theme)),
  };
};
