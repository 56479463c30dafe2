/** A mock exam. Its rules are those of the sitting's reducer; here are only keys, lines and the clock that is seen. */
import { examParts } from '../../../app/exam-parts.ts';
import type { ExamRequest } from '../../../app/exam-request.ts';
import { countBlanks } from '../../../core/exam/reduce.ts';
import type { PaperQuestion } from '../../../core/exam/paper.ts';
import { presentedOf } from '../../../core/exam/shown.ts';
import type { QuestionRecord } from '../../../core/exam/sitting.ts';
import { statusOf } from '../../../core/exam/sitting.ts';
import type { ExamInput, ExamNotice } from '../../../core/exam/state.ts';
import { sanitizeLine } from '../../../core/sanitize.ts';
import { Lines } from '../../components/lines.tsx';
import type { Action, ContextName } from '../../key-table.ts';
import type { AnswerDraft } from '../../models/answer-draft.ts';
import { draftLine, missingFrom, pressDraft, typeDraft } from '../../models/answer-draft.ts';
import { moveBy } from '../../models/list.ts';
import { scrollBy, scrollTo, window } from '../../models/scroll.ts';
import type { Host, Screen } from '../../screen.ts';
import type { Focused, Paper } from '../session/question-lines.ts';
import { chosenPlaces, draftOf } from './exam-draft.ts';
import { clockText, examHeader } from './exam-header.ts';
import { askingLines, examQuestionLines, gridColumns, gridLines } from './exam-lines.ts';
import type { ReportPages } from './exam-report.ts';
import { makeReport } from './exam-report.ts';
import { farewellLines } from './farewell.ts';

/** How often the clock is looked at, in ms. */
const TICK = 1000;

type Mode = 'question' | 'commands' | 'grid';

/** Minutes and seconds of a span, in words. */
const spanText = (ms: number): string => `${clockText(ms)} ${ms >= 3_600_000 ? 'h' : 'min'}`;

const noticeText = (notice: ExamNotice): string | null => {
  switch (notice.type) {
    case 'flagged':
      return notice.value ? 'Flagged for review' : 'Flag taken back';
    case 'unsure':
      return notice.value ? 'Marked as unsure' : 'No longer marked as unsure';
    case 'cleared':
      return 'Blank again';
    case 'edge':
      return notice.at === 'first'
        ? 'This is the first question'
        : 'This is the last question: g shows all, E hands in';
    case 'no-answer':
      return `Needed: ${sanitizeLine(notice.accepted)}`;
    case 'no-such':
      return notice.most === 0 ? 'This question has no options' : `There are ${notice.most} of them`;
    case 'no-pause':
      return 'Only a practice sitting can be paused';
    case 'paused':
      return 'Paused: the clock stands still';
    case 'resumed':
      return `Going on: ${spanText(notice.left)} left`;
    case 'is-paused':
      return 'Paused: space goes on';
    case 'declined':
      return 'Going on';
    case 'warning':
      return `${notice.minutes} ${notice.minutes === 1 ? 'minute' : 'minutes'} left`;
    case 'taken-up': {
      const clock =
        notice.clock === 'went-on'
          ? `the clock went on for ${spanText(notice.away)}`
          : 'the clock stood still';
      return `Taken up at question ${notice.number}: ${clock}, ${spanText(notice.left)} left`;
    }
    case 'clock-set-back':
      return 'The clock of this machine was set back; that of the exam went on';
    case 'clock-jumped':
      return `The clock jumped ahead by ${spanText(notice.ms)}; that time is gone`;
    case 'changed-elsewhere':
      return 'Another device has gone on with this exam; this is how it stands now';
    case 'not-saved':
      return `Not saved: ${sanitizeLine(notice.message)}. Try again; nothing else is lost`;
    case 'saved':
    case 'struck':
    case 'moved':
    case 'asking':
    case 'ended':
      return null;
  }
};

const BAD: ReadonlySet<ExamNotice['type']> = new Set([
  'warning',
  'not-saved',
  'no-answer',
  'clock-jumped',
  'clock-set-back',
]);

/** @param resume the command that goes on with the sitting, to be told when it is left */
export const makeExamScreen = async (host: Host, request: ExamRequest, resume: string): Promise<Screen> => {
  const { services, theme } = host;
  const parts = await examParts(services.runtime, services.course, services.journal);
  const run = request.open(parts);
  let mode: Mode = 'question';
  let chosen = run.state.sitting.position;
  /** Digits typed in the grid. */
  let typed = '';
  /** Answers that are being made and not on the disk yet, by question. */
  const drafts = new Map<string, AnswerDraft>();
  let report: ReportPages | null = null;
  let top = 0;
  let scrolled: 'no' | 'yes' = 'no';
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
    return drafts.get(question.item) ?? draftOf(question, record.response);
  };

  const send = (input: ExamInput): void => {
    const before = run.state.sitting;
    for (const notice of run.dispatch(input)) {
      const text = noticeText(notice);
      if (text !== null) host.say(text, BAD.has(notice.type) ? 'bad' : 'plain');
    }
    const { sitting } = run.state;
    if (sitting.position !== before.position) {
      [top, scrolled, chosen] = [0, 'no', sitting.position];
      mode = mode === 'grid' ? 'grid' : 'question';
      void services.renderer.prepare([here().question.stem]).then(host.redraw);
    }
    if (sitting.phase === 'ended' && report === null) {
      clearInterval(timer);
      [top, scrolled] = [0, 'no'];
      report = makeReport(run.report(), services.renderer, theme);
      void report.ready.then(host.redraw);
    }
  };

  /** Puts what was made at this question on the disk; what is not complete stays as it is for a return. */
  const keep = (): void => {
    const { question } = here();
    const draft = drafts.get(question.item);
    if (draft === undefined || draft.kind === 'choice' || missingFrom(draft, presentedOf(question)) !== null)
      return;
    send({ type: 'answer', line: draftLine(draft) });
    if (run.failure === null) drafts.delete(question.item);
  };

  const go = (input: Extract<ExamInput, { type: 'next' | 'previous' | 'go' }>): void => {
    keep();
    if (run.state.sitting.phase !== 'ended') send(input);
  };

  /** Chooses an option, or takes it back; one that is too many replaces the only one. */
  const choose = (index: number): void => {
    const { question, record } = here();
    const draft = draftNow();
    if (draft.kind !== 'choice' || index >= draft.options) return;
    drafts.set(question.item, { ...draft, cursor: index });
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
    const after = here();
    if (after.question.item === question.item) {
      drafts.set(question.item, {
        ...draftOf(after.question, after.record.response),
        cursor: index,
      } as AnswerDraft);
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
      keep();
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
        send({ type: 'go', number: chosen + 1 });
        mode = 'question';
        return;
      case 'grid':
        mode = 'question';
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
        return;
      }
      case 'open-blank':
        return findFrom(record => statusOf(record) !== 'answered');
      case 'open-flagged':
        return findFrom(({ flagged }) => flagged);
      case 'end':
        return send({ type: 'end' });
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
        if (place !== undefined) top = scrollBy({ top, rows, length }, place - top);
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
        return send({ type: action });
      case 'end':
        keep();
        return send({ type: 'end' });
      case 'clear':
        drafts.delete(here().question.item);
        return send({ type: 'clear' });
      case 'grid':
        keep();
        [mode, chosen, typed] = ['grid', run.state.sitting.position, ''];
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
        top = scrollBy({ top, rows, length }, action === 'page-up' ? -rows : rows);
        scrolled = 'yes';
        return;
      default: {
        const { question } = here();
        const draft = draftNow();
        scrolled = 'no';
        if (draft.kind === 'choice' && action === 'choose') choose(Number(key) - 1);
        else if (draft.kind === 'choice' && action === 'toggle') choose(draft.cursor);
        else if (draft.kind === 'choice' && action === 'strike')
          send({ type: 'strike', option: draft.cursor + 1 });
        else drafts.set(question.item, pressDraft(draft, action, key));
      }
    }
  };

  const content = (paper: Paper): Focused => {
    const { sitting, asking } = run.state;
    if (report !== null) return { lines: report.lines(paper.columns), focus: null };
    if (asking)
      return { lines: askingLines(countBlanks(sitting), clockText(run.left()), theme), focus: null };
    if (sitting.phase === 'paused') {
      return { lines: ['Paused. The clock stands still.', '', `${spanText(run.left())} left`], focus: null };
    }
    if (mode === 'grid') return gridLines(sitting, chosen, paper.columns, theme);
    const { question, record } = here();
    return examQuestionLines(question, record, draftNow(), paper);
  };

  // The clock on the screen, the warnings and the end come by themselves. An error here must not be lost.
  const timer = setInterval(() => {
    try {
      send({ type: 'tick' });
      host.redraw();
    } catch (error) {
      host.fail(error);
    }
  }, TICK);
  await services.renderer.prepare([here().question.stem]);
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
    header: () =>
      report === null
        ? examHeader(run.state.sitting, run.left(), mode === 'grid' ? 'grid' : 'question', theme)
        : report.header,
    body: size => {
      const paper: Paper = { columns: size.columns, theme, render: services.renderer.render };
      const shown = content(paper);
      ({ rows } = size);
      ({ length } = shown.lines);
      top =
        shown.focus === null || scrolled === 'yes'
          ? scrollBy({ top, rows, length }, 0)
          : scrollTo({ top, rows, length }, shown.focus);
      return <Lines lines={window(shown.lines, top, rows)} />;
    },
    offers: action => action !== 'pause' || run.state.sitting.paper.practice,
    act: (action, key) => {
      const name = context();
      if (name === 'exam-report') {
        if (report !== null) actInReport(action, report);
      } else if (name === 'exam-grid') actInGrid(action, key);
      else actAtQuestion(action, key);
    },
    type: text => {
      drafts.set(here().question.item, typeDraft(draftNow(), text));
    },
    close: () => {
      clearInterval(timer);
      run.close();
    },
    farewell: () => farewellLines(run, resume, theme),
  };
};
