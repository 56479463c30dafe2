/**
 * Review, cards and quiz. The rules are those of the session's reducer; here are only keys and lines. One file, for
 * what a key does depends on the same few variables in every phase.
 */
import { findEdited } from '../../../app/session/find-edited.ts';
import { readPreferences } from '../../../app/learner/device.ts';
import type { SessionRequest } from '../../../app/session/session-request.ts';
import { cardsRequest, weakQuizRequest } from '../../../app/session/session-request.ts';
import { relinkCourse } from '../../../app/relink/relink-course.ts';
import type { LearnerEvent } from '../../../app/session/run-session.ts';
import type { CourseReader } from '../../../core/course/course.ts';
import type { Confidence } from '../../../core/journal/event.ts';
import { RATINGS } from '../../../core/journal/event.ts';
import { keyIn } from '../../../core/fold/families.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import type { Turn } from '../../../core/session/state.ts';
import { lastSessionAct } from '../../../core/session/undo.ts';
import type { SessionSummary } from '../../../core/session/summary.ts';
import { notePlace } from '../../../text/question/question-lines.ts';
import { relinkMessage } from '../../../text/learner/relink.ts';
import { answerTexts, askedTexts } from '../../../text/question/renderer.ts';
import { summaryLines } from '../../../text/session/summary.ts';
import { Lines } from '../../components/lines.tsx';
import type { Action, ContextName } from '../../keys/key-table.ts';
import { keyContext } from '../../keys/key-table.ts';
import type { AnswerDraft } from '../../models/answer-draft.ts';
import {
  choosingKeys,
  draftLine,
  makeDraft,
  missingFrom,
  pressDraft,
  typeDraft,
  wrongNumber,
} from '../../models/answer-draft.ts';
import { hiddenLines, scrollBy, scrollToRange, window } from '../../models/list.ts';
import type { Host, Screen, Size } from '../../shell/screen.ts';
import { calculatorOf } from './calculator-of.ts';
import { bothSides, frontLines, ratingLines } from './card-lines.ts';
import type { NoticeWords } from './notice-text.ts';
import { noticeText } from './notice-text.ts';
import { openSession } from './open-session.ts';
import type { Focused, Paper } from './question-lines.ts';
import { askedLines, feedbackLines, TEXT_COLUMNS } from './question-lines.ts';
import { minutesLeft, sessionHeader } from './session-header.ts';
import { summaryScreenLines } from './summary-screen-lines.ts';

/** What stands on the screen for one item in one phase; a new one begins at the top again. */
interface View {
  readonly turn: Turn | null;
  readonly phase: string;
  top: number;
  /** What decides what is seen: the beginning, what the learner is working on, or where they scrolled to. */
  follows: 'beginning' | 'focus' | 'learner';
}

/** Lines kept free below a revealed card for its ratings, the empty line above them included. */
const RATING_LINES = 3;

export const makeSessionScreen = async (host: Host, request: SessionRequest): Promise<Screen> => {
  const { services, theme } = host;
  const { run, planned, relinked, topics } = await openSession(services, request);
  const asksConfidence = readPreferences(services.runtime).values.confidence;
  let draft: AnswerDraft | null = null;
  let draftOf: Turn | null = null;
  /** Which keys a question listens to: its own, or those of a question asked about it. */
  let mode: 'answering' | 'commands' | 'confidence' = 'answering';
  let view: View = { turn: null, phase: '', top: 0, follows: 'beginning' };
  /** The course is being read anew after an edit: until then keys would act on what is about to change. */
  let isReading = false;
  let rows = 1;
  let length = 1;
  let minutes = 0;
  /** The summary that is on the screen: to make one takes a look at every item. */
  let drawn: SessionSummary | null = null;

  /** The answer being made to the question that is asked; a new one for another question. */
  const currentDraft = (turn: Turn): AnswerDraft | null => {
    if (turn.shown.type !== 'question') return null;
    if (draftOf?.shown !== turn.shown || draft === null) {
      draftOf = turn;
      draft = makeDraft(turn.shown.shown);
      mode = 'answering';
    }
    return draft;
  };

  const context = (): ContextName => {
    const { turn, phase } = run.state;
    if (turn === null || phase.name === 'ended') return 'session-summary';
    if (turn.shown.type === 'card') return phase.name === 'revealed' ? 'card-revealed' : 'card-asking';
    if (phase.name === 'feedback') return 'feedback';
    const made = currentDraft(turn);
    if (mode === 'confidence') return 'confidence';
    if (made === null || made.kind === 'choice') {
      if (made?.words === 'truth') return 'truth';
      return made?.mode === 'many' ? 'choices' : 'choice';
    }
    return made.kind === 'typed' && mode === 'commands' ? 'typed-commands' : made.kind;
  };

  const lookAnew = (): void => {
    const { turn, phase } = run.state;
    if (view.turn?.shown === turn?.shown && view.phase === phase.name) return;
    const follows = phase.name === 'feedback' ? 'focus' : 'beginning';
    view = { turn, phase: phase.name, top: 0, follows };
    minutes = minutesLeft(run.state, run.course, services.progress(), run.moment().day);
    if (turn === null) return;
    // Behind the frame that is due now; the answer too, which is to be there when it is asked for.
    const texts = [...askedTexts(turn), ...answerTexts(turn)];
    setImmediate(() => void services.renderer.prepare(texts).then(host.redraw, host.fail));
  };

  /** The keys that undo in what is shown now. */
  const undoKeys = (): string => {
    const binding = keyContext(context()).bindings.find(({ action }) => action === 'undo');
    return binding?.keys[0] ?? 'esc, then z,';
  };

  const say = (notices: ReturnType<typeof run.dispatch>, undone: NoticeWords['undone']): void => {
    const words = { undo: undoKeys(), undone };
    const told = notices.flatMap(notice => noticeText(notice, words) ?? []);
    // There is one line: what went wrong is told rather than what did not.
    const message = told.findLast(({ tone }) => tone === 'bad') ?? told.at(-1);
    if (message !== undefined) host.say(message.text, message.tone);
  };

  /** What an undo would take back. */
  const lastAct = (): NoticeWords['undone'] => {
    const { past } = run.state;
    const { undoable } = services.progress();
    if (past !== null) return undoable.findLast(({ id }) => id === past.event)?.type ?? null;
    return lastSessionAct(services.progress(), services.journal.device)?.type ?? null;
  };

  const send = (event: LearnerEvent): void => {
    const undone = event.type === 'undo' ? lastAct() : null;
    const notices = run.dispatch(event);
    lookAnew();
    say(notices, undone);
  };

  const judge = (confidence?: Confidence): void => {
    const { turn } = run.state;
    const made = turn === null ? null : currentDraft(turn);
    if (made === null) return;
    mode = 'answering';
    send({ type: 'answer', line: draftLine(made), ...(confidence === undefined ? {} : { confidence }) });
  };

  const edit = async (turn: Turn): Promise<void> => {
    const item = run.course.item(turn.entry.key);
    if (item === undefined) return;
    const editor = services.editor(item);
    if (editor.is === 'said') return host.say(editor.text);
    const said = await host.suspend(() => editor.open());
    if (said !== null) return host.say(said, 'bad');
    isReading = true;
    let changed: CourseReader;
    try {
      changed = await services.reopenCourse();
      await run.replaceCourse(changed);
    } finally {
      isReading = false;
    }
    relinkCourse(changed, services.journal);
    const problem = changed.problems.find(({ file, severity }) => file === item.path && severity === 'error');
    const { families } = services.progress();
    send({
      type: 'reloaded',
      key: findEdited(changed, keyIn(changed, families, turn.entry.key), item),
    });
    if (problem !== undefined) {
      host.say(`${problem.file}:${problem.line} ${sanitizeLine(problem.message)}`, 'bad');
    } else if (run.state.phase.name === 'feedback') {
      host.say('Read anew; this explanation is of the question as you answered it');
    } else host.redraw();
  };

  const end = (): void => {
    const { failure } = run;
    if (failure !== null) return host.fail(failure);
    send({ type: 'end' });
  };

  const scroll = (by: number): void => {
    view.top = scrollBy({ top: view.top, rows, length }, by);
    view.follows = 'learner';
  };

  /** A session on what went worst here. */
  const train = (): void => {
    const { weakest } = run.summary();
    if (weakest === null) return host.say('Nothing was wrong: there is nothing to train');
    const { seed } = services.runtime;
    host.open({
      to: 'session',
      request:
        weakest.type === 'question'
          ? weakQuizRequest(new Set([weakest.topic]), seed)
          : cardsRequest(weakest.topic, seed),
    });
  };

  const readOn = (): void => {
    const [leech] = run.summary().leeches;
    if (leech === undefined) host.say('Nothing was forgotten so often that its note should be read');
    else host.open({ to: 'notes', place: notePlace(leech) });
  };

  const actOnTurn = (turn: Turn, action: Action, key: string): void => {
    switch (action) {
      case 'reveal':
        return send({ type: 'reveal' });
      case 'rate':
        return send({ type: 'rate', rating: RATINGS[Number(key) - 1] ?? 'good' });
      case 'good':
        return send({ type: 'rate', rating: 'good' });
      case 'next':
        return send({ type: 'next' });
      case 'answer': {
        const made = currentDraft(turn);
        const missing =
          made === null || turn.shown.type !== 'question' ? null : missingFrom(made, turn.shown.shown);
        if (missing !== null) host.say(missing, 'bad');
        else if (asksConfidence && !turn.unsure) [mode, view.follows] = ['confidence', 'focus'];
        else judge();
        return;
      }
      case 'sure':
        return judge('sure');
      case 'unsure':
        return mode === 'confidence' ? judge('unsure') : send({ type: 'unsure' });
      case 'commands':
        mode = mode === 'answering' ? 'commands' : 'answering';
        return;
      case 'flag':
        return send({ type: 'flag', note: '' });
      case 'bury':
        return send({ type: 'bury' });
      case 'suspend':
        return send({ type: 'suspend' });
      case 'skip':
        return send({ type: 'skip' });
      case 'note':
        return host.open({ to: 'notes', place: notePlace(turn.entry) });
      case 'calculator': {
        const calculator = calculatorOf(turn, run.course);
        return calculator === null ? host.say('No calculator works this out') : host.open(calculator);
      }
      case 'edit':
        void edit(turn).catch(host.fail);
        return;
      default: {
        const before = currentDraft(turn);
        if (before === null || run.state.phase.name !== 'asking') return;
        const wrong = action === 'choose' ? wrongNumber(before, key) : null;
        if (wrong !== null) return host.say(wrong, 'bad');
        draft = pressDraft(before, action, key);
        view.follows = 'focus';
      }
    }
  };

  const nothing = (): readonly string[] =>
    planned.plan.queue.length === 0 && run.state.asked === 0 ? [request.nothing(planned), ''] : [];

  const content = (paper: Paper): Focused => {
    const { turn, phase } = run.state;
    if (turn === null || phase.name === 'ended') {
      drawn = run.summary();
      return { lines: summaryScreenLines(drawn, run.moment(), nothing(), paper), focus: null };
    }
    if (turn.shown.type === 'card') {
      const { card } = turn.shown;
      return {
        lines: phase.name === 'revealed' ? bothSides(card, paper) : frontLines(card, paper),
        focus: null,
      };
    }
    const { shown } = turn.shown;
    if (phase.name === 'feedback') return feedbackLines(shown, phase.graded, paper);
    const asked = askedLines(shown, currentDraft(turn) ?? makeDraft(shown), paper);
    if (mode !== 'confidence') return asked;
    const lines = [...asked.lines, '', theme.style.strong('How sure are you?')];
    return { lines, focus: { from: lines.length - 1, to: lines.length - 1 } };
  };

  /** What of the lines is seen. */
  const place = ({ focus }: Focused): void => {
    const scroll = { top: view.top, rows, length };
    view.top =
      view.follows === 'focus' && focus !== null
        ? scrollToRange(scroll, focus.from, focus.to)
        : scrollBy(scroll, 0);
  };

  lookAnew();
  const told = relinkMessage(relinked);
  if (told !== null) host.say(told);
  say(run.opening, null);
  // What most explanations need is read while the learner reads the first item.
  setImmediate(() => {
    void services.renderer.prepare(['**']).catch(host.fail);
    void run.loadRest().catch(host.fail);
  });

  return {
    get context() {
      return context();
    },
    header: () =>
      sessionHeader({
        state: run.state,
        course: run.course,
        theme,
        minutes,
        isFlagged: services.progress().items.get(run.state.turn?.entry.key ?? '')?.flagged ?? false,
        topics,
        repeatable: planned.repeatable,
      }),
    body: ({ columns, rows: all }: Size) => {
      const { phase, turn } = run.state;
      const { render } = services.renderer;
      const paper: Paper = { columns: Math.min(columns, TEXT_COLUMNS), theme, render };
      const shown = content(paper);
      const isRevealed = phase.name === 'revealed' && turn !== null;
      rows = Math.max(1, isRevealed ? all - RATING_LINES : all);
      ({ length } = shown.lines);
      place(shown);
      const seen = window(shown.lines, view.top, rows);
      if (!isRevealed) return <Lines lines={seen} />;
      const gap = Array.from({ length: Math.max(1, rows - seen.length + 1) }, () => '');
      return <Lines lines={[...seen, ...gap, ...ratingLines(phase.choices, phase.at, theme)]} />;
    },
    label: action => {
      const { turn } = run.state;
      const made = action === 'choose' && turn !== null ? currentDraft(turn) : null;
      return made === null ? undefined : choosingKeys(made);
    },
    offers: action => {
      const { turn } = run.state;
      switch (action) {
        case 'calculator':
          return turn !== null && calculatorOf(turn, run.course) !== null;
        case 'train':
          return drawn !== null && drawn.weakest !== null;
        case 'note':
          return turn !== null || (drawn !== null && drawn.leeches.length > 0);
        case 'scroll-up':
          return length > rows;
        default:
          return true;
      }
    },
    hidden: () => hiddenLines({ top: view.top, rows, length }),
    act: (action, key) => {
      const { turn, phase } = run.state;
      if (isReading) return host.say('The course is being read anew');
      switch (action) {
        case 'undo':
          return send({ type: 'undo' });
        case 'end':
          return end();
        case 'back':
          return host.back();
        case 'page-up':
        case 'page-down':
          return scroll(action === 'page-up' ? -rows : rows);
        case 'scroll-up':
        case 'scroll-down':
          return scroll(action === 'scroll-up' ? -1 : 1);
        case 'train':
          return train();
        default:
          if (turn !== null && phase.name !== 'ended') actOnTurn(turn, action, key);
          else if (action === 'note') readOn();
      }
    },
    type: text => {
      const { turn } = run.state;
      const before = turn === null ? null : currentDraft(turn);
      if (before === null || isReading) return;
      draft = typeDraft(before, text);
      view.follows = 'focus';
    },
    farewell: () => [...nothing(), ...summaryLines(run.summary(), run.moment(), theme.style)],
  };
};
