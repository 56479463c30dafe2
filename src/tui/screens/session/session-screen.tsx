/**
 * Review, cards and quiz. The rules are those of the session's reducer; here are only keys and lines. More lines than
 * most files, for what a key does depends on the same few variables in every phase.
 */
import { findEdited } from '../../../app/session/find-edited.ts';
import { readPreferences } from '../../../app/learner/device.ts';
import { readinessToday } from '../../../app/learner/plan-cache.ts';
import type { SessionRequest } from '../../../app/session/session-request.ts';
import { pickedRequest } from '../../../app/session/session-request.ts';
import { relinkCourse } from '../../../app/relink/relink-course.ts';
import type { LearnerEvent } from '../../../app/session/run-session.ts';
import { dayToDate } from '../../../core/base/civil-day.ts';
import type { CourseReader } from '../../../core/course/course.ts';
import type { Interval } from '../../../core/forecast/forecast.ts';
import type { Confidence } from '../../../core/journal/event.ts';
import { RATINGS } from '../../../core/journal/event.ts';
import { keyIn } from '../../../core/fold/families.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import type { Answer, Turn } from '../../../core/session/state.ts';
import { asShown, isPlacement } from '../../../core/session/choices.ts';
import { lastSessionAct } from '../../../core/session/undo.ts';
import type { SessionSummary } from '../../../core/session/summary.ts';
import { notePlace } from '../../../text/question/question-lines.ts';
import { relinkMessage } from '../../../text/learner/relink.ts';
import { answerTexts, askedTexts } from '../../../text/question/renderer.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import { summaryLines } from '../../../text/session/summary.ts';
import { Lines } from '../../components/lines.tsx';
import { makeRemarks, ownSign } from '../../components/remarks.ts';
import type { Action, ContextName } from '../../keys/key-table.ts';
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
import { hiddenLines, moveBy, scrollBy, scrollTo, scrollToRange, window } from '../../models/list.ts';
import { EMPTY_FIELD, fieldText } from '../../models/text-field.ts';
import type { Host, Screen, Size } from '../../shell/screen.ts';
import { subjectOf } from '../../shell/screen.ts';
import { answerRow } from './answer-rows.ts';
import { calculatorOf } from './calculator-of.ts';
import { ratingLines, ratingNames } from './card-lines.ts';
import type { EndRow } from './end-page.ts';
import { dayText, endHeader, endLines, waitText } from './end-page.ts';
import { dayOf, nextStep } from './end-facts.ts';
import { answersText, explain } from './explanation.ts';
import type { Laid } from './explanation-layout.ts';
import { layCard, layExplanation } from './explanation-layout.ts';
import type { Looked } from './history.ts';
import { followHistory, wrongOnes } from './history.ts';
import type { NoticeWords } from './notice-text.ts';
import { noticeText } from './notice-text.ts';
import { openSession } from './open-session.ts';
import type { Focused, Paper } from './question-lines.ts';
import { askedLines, TEXT_COLUMNS } from './question-lines.ts';
import { categoryOf, countsOf, minutesLeft } from './session-counts.ts';
import { bothEnds, domainTitle, examOf, placeOf, sessionHeader, verdictText } from './session-header.ts';
import { typedCommand } from './typed-command.ts';

/** What stands on the screen for one item in one phase; a new one begins at the top again. */
interface View {
  readonly turn: Turn | null;
  readonly phase: string;
  top: number;
  /** What decides what is seen: the beginning, what the learner is working on, or where they scrolled to. */
  follows: 'beginning' | 'focus' | 'learner';
  /** Reasons that were opened, and whether everything is shown. */
  opened: ReadonlySet<number>;
  all: boolean;
}

/** What lies over the item at hand. */
type Layer =
  | { readonly is: 'back'; readonly answer: Answer; readonly view: View }
  | { readonly is: 'answers'; chosen: number; top: number }
  | { readonly is: 'end'; chosen: number; top: number }
  /** Nothing is left but what comes back in a few minutes. */
  | { readonly is: 'wait' };

/** Lines kept free below a revealed card for its ratings, the empty line above them included. */
const RATING_LINES = 3;

const newView = (turn: Turn | null, phase: string): View => ({
  turn,
  phase,
  top: 0,
  follows: 'beginning',
  opened: new Set(),
  all: false,
});

export const makeSessionScreen = async (host: Host, request: SessionRequest): Promise<Screen> => {
  const { services, theme } = host;
  const { run, planned, relinked, topics } = await openSession(services, request);
  const asksConfidence = readPreferences(services.runtime).values.confidence;
  let draft: AnswerDraft | null = null;
  let draftOf: Turn | null = null;
  /** Places of options that are struck out: for oneself, and nowhere recorded. */
  let struck: ReadonlySet<number> = new Set();
  const remarks = makeRemarks(services.own);
  /** Which keys a question listens to: its own, or those of a question asked about it. */
  let mode: 'answering' | 'commands' | 'confidence' = 'answering';
  let view = newView(null, '');
  let layers: readonly Layer[] = [];
  let history: readonly Looked[] = [];
  /** Learning steps that were not due yet are shown at once from here on. */
  let isImpatient = false;
  /** The course is being read anew after an edit: until then keys would act on what is about to change. */
  let isReading = false;
  let rows = 1;
  let length = 1;
  let minutes = Infinity;
  /** Lines of the item that stand still. */
  let folded: readonly number[] = [];
  /** The summary that is on the screen: to make one takes a look at every item. */
  let drawn: { readonly summary: SessionSummary; readonly rows: readonly EndRow[] } | null = null;
  let readiness: {
    readonly before: Interval | null;
    now: Interval | null;
  } | null = null;

  const layer = (): Layer | null => layers.at(-1) ?? null;
  const exam = (): ReturnType<typeof examOf> =>
    examOf(run.course, services.progress().settings, dayToDate(run.moment().day));

  /** The answer being made to the question that is asked; a new one for another question. */
  const currentDraft = (turn: Turn): AnswerDraft | null => {
    if (turn.shown.type !== 'question') return null;
    if (draftOf?.shown !== turn.shown || draft === null) {
      draftOf = turn;
      draft = makeDraft(turn.shown.shown);
      struck = new Set();
      mode = 'answering';
    }
    return draft;
  };

  const lookedAt = (): Looked | null => {
    const top = layer();
    return top?.is === 'back' ? (history.find(({ answer }) => answer === top.answer) ?? null) : null;
  };

  const context = (): ContextName => {
    const { turn, phase } = run.state;
    switch (layer()?.is) {
      case 'back':
        return lookedAt()?.turn.shown.type === 'card' ? 'look-back-card' : 'look-back';
      case 'answers':
        return 'session-answers';
      case 'end':
        return 'session-summary';
      case 'wait':
        return 'session-wait';
      default:
    }
    if (turn === null || phase.name === 'ended') return 'session-summary';
    if (turn.shown.type === 'card') {
      if (phase.name === 'revealed') return 'card-revealed';
      return isPlacement(run.state.plan) ? 'placement-card' : 'card-asking';
    }
    if (phase.name === 'feedback') return 'feedback';
    const made = currentDraft(turn);
    if (mode === 'confidence') return 'confidence';
    if (made === null || made.kind === 'choice') {
      if (made?.words === 'truth') return 'truth';
      return made?.mode === 'many' ? 'choices' : 'choice';
    }
    return made.kind === 'typed' && mode === 'commands' ? 'typed-commands' : made.kind;
  };

  /** Whether what is put is a learning step before its time, with nothing else left. */
  const isEarly = (): boolean => {
    const { turn, phase, plan, position, postponed } = run.state;
    if (turn === null || phase.name !== 'asking' || plan.mode !== 'review') return false;
    const dueAt = services.progress().items.get(turn.entry.key)?.dueAt ?? 0;
    return dueAt > run.moment().at && position >= plan.queue.length && postponed.length === 0;
  };

  const lookAnew = (): void => {
    const { turn, phase } = run.state;
    const isOver = turn === null || phase.name === 'ended';
    if (isOver && !layers.some(({ is }) => is === 'end')) {
      layers = [...layers, { is: 'end', chosen: 0, top: 0 }];
      drawn = null;
      void lookAtReadiness();
    }
    if (view.turn?.shown === turn?.shown && view.phase === phase.name) return;
    view = newView(turn, phase.name);
    if (turn === null) return;
    minutes = Math.min(minutes, minutesLeft(run.state, run.course, services.progress(), run.moment()));
    if (layers.length === 0 && isEarly()) {
      if (!isImpatient && history.length > 0) layers = [{ is: 'wait' }];
    } else isImpatient = false;
    // Behind the frame that is due now; the answer too, which is to be there when it is asked for.
    const texts = [...askedTexts(turn), ...answerTexts(turn)];
    setImmediate(() => void services.renderer.prepare(texts).then(host.redraw, host.fail));
  };

  /** Behind a frame: what the figures were at first, and what they are now. */
  const lookAtReadiness = async (): Promise<void> => {
    if (planned.plan.exam === undefined) return;
    await new Promise(resolve => setImmediate(resolve));
    try {
      const now = readinessToday({ ...services, course: run.course }, run.moment())?.today ?? null;
      if (readiness === null) readiness = { before: now, now };
      else readiness = { ...readiness, now };
      host.redraw();
    } catch (error) {
      host.fail(error);
    }
  };

  const say = (notices: ReturnType<typeof run.dispatch>, undone: NoticeWords['undone']): void => {
    const words = { undone, textOf: (item: string) => placeText(item) };
    const told = notices.flatMap(notice => noticeText(notice, words) ?? []);
    // There is one line: what went wrong is told rather than what did not.
    const message = told.findLast(({ tone }) => tone === 'bad') ?? told.at(-1);
    if (message !== undefined) host.say(message.text, message.tone);
  };

  /** The title of an item's topic. */
  const titleOf = (topic: string): string => run.course.topics.find(({ id }) => id === topic)?.title ?? topic;
  const [only] = topics ?? [];
  const about = topics?.size === 1 && only !== undefined ? ` ${theme.signs.dot} ${titleOf(only)}` : '';
  const title = (request.title ?? planned.plan.mode) + about;
  const placeText = (item: string): string => titleOf(run.course.entry(item)?.topic ?? item);

  /** What an undo would take back. */
  const lastAct = (): NoticeWords['undone'] => {
    const { past } = run.state;
    const { undoable } = services.progress();
    if (past !== null) return undoable.findLast(({ id }) => id === past.event)?.type ?? null;
    return lastSessionAct(services.progress(), services.journal.device)?.type ?? null;
  };

  const send = (event: LearnerEvent): void => {
    const undone = event.type === 'undo' ? lastAct() : null;
    const { turn } = run.state;
    const progress = services.progress();
    const moment = run.moment();
    const before = { turn, category: categoryOf(run.state, progress, moment), at: moment.at };
    const changed = event.type === 'change-rating' ? event.answer : null;
    const notices = run.dispatch(event);
    history = followHistory(history, before, notices, run.state, changed);
    const answer = changed === null ? undefined : notices.find(({ type }) => type === 'saved');
    if (answer?.type === 'saved') {
      layers = layers.map(each =>
        each.is === 'back' && each.answer === changed ? { ...each, answer: answer.answer } : each,
      );
    }
    layers = layers.filter(
      each => each.is !== 'back' || history.some(looked => looked.answer === each.answer),
    );
    // What is asked again is asked: nothing lies over it.
    if (event.type === 'undo' && run.state.turn?.shown !== turn?.shown) {
      layers = [];
      minutes = Infinity;
    }
    drawn = null;
    lookAnew();
    say(notices, undone);
  };

  const judge = (confidence?: Confidence): void => {
    const { turn } = run.state;
    const made = turn === null ? null : currentDraft(turn);
    if (made === null) return;
    mode = 'answering';
    const line = draftLine(made);
    send({
      type: 'answer',
      // A backslash before a leading colon only says that the line is no command.
      line: made.kind === 'typed' && line.startsWith('\\:') ? line.slice(1) : line,
      ...(confidence === undefined ? {} : { confidence }),
    });
  };

  const edit = async (key: string, isAsked: boolean): Promise<void> => {
    const item = run.course.item(key);
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
    if (isAsked) send({ type: 'reloaded', key: findEdited(changed, keyIn(changed, families, key), item) });
    if (problem !== undefined) {
      host.say(`${problem.file}:${problem.line} ${sanitizeLine(problem.message)}`, 'bad');
    } else if (!isAsked || run.state.phase.name === 'feedback') {
      host.say('Reloaded; this explanation is of the question as you answered it');
    } else host.redraw();
  };

  /** To the end page: nothing is over yet, and `p` goes on where one was. */
  const end = (): void => {
    const { failure } = run;
    if (failure !== null) return host.fail(failure);
    layers = [...layers.filter(({ is }) => is !== 'wait'), { is: 'end', chosen: 0, top: 0 }];
    drawn = null;
    void lookAtReadiness();
  };

  const scroll = (by: number): void => {
    const top = layer();
    const at = top?.is === 'back' ? top.view : view;
    at.top = scrollBy({ top: at.top, rows, length }, by);
    at.follows = 'learner';
  };

  /** What was wrong, once more. */
  const redo = (): void => {
    const wrong = wrongOnes(history);
    if (wrong.length === 0) return host.say('Nothing was wrong');
    const keys = wrong.map(({ looked }) => looked.answer.item);
    host.replace({ to: 'session', request: pickedRequest(keys, services.runtime.seed, 'redo') });
  };

  const lookAt = ({ answer, turn }: Looked): void => {
    layers = [
      ...layers.filter(({ is }) => is !== 'back'),
      { is: 'back', answer, view: newView(turn, 'back') },
    ];
  };

  /** Looks at the answer that is `by` further on from the one looked at, or from the item at hand. */
  const lookBy = (by: number): void => {
    const here = lookedAt();
    const { turn, phase } = run.state;
    // The answer whose explanation is on the screen is not looked back at.
    const isShown = here === null && phase.name === 'feedback' && history.at(-1)?.turn.shown === turn?.shown;
    const from = here === null ? history.length - (isShown ? 1 : 0) : history.indexOf(here);
    const next = history[from + by];
    if (next !== undefined) return lookAt(next);
    if (by > 0) layers = layers.slice(0, -1);
    else
      host.say(history.length === 0 ? 'Nothing was answered yet' : 'This is the first answer of the session');
  };

  const listAll = (): void => {
    if (history.length === 0) return host.say('Nothing was answered yet');
    layers = [...layers, { is: 'answers', chosen: history.length - 1, top: 0 }];
  };

  const mark = (action: 'flag' | 'bury' | 'suspend', item: string | undefined): void => {
    const about = item === undefined ? {} : { item };
    send(action === 'flag' ? { type: 'flag', note: '', ...about } : { type: action, ...about });
  };

  const openNote = (place: Pick<Answer, 'topic' | 'section'>): void =>
    host.open({ to: 'notes', place: notePlace(place) });

  const openCalculator = (turn: Turn): void => {
    const calculator = calculatorOf(turn, run.course);
    if (calculator === null) host.say('No calculator works this out');
    else host.open(calculator);
  };

  const toggleReason = (at: View, key: string): void => {
    const shown = at.turn?.shown;
    const parts = shown?.type === 'question' ? explain(shown.shown, null, [], theme).parts.length : 0;
    if (Number(key) > parts) return host.say(parts === 0 ? 'It has no options' : `Choose 1 to ${parts}`);
    if (!folded.includes(Number(key)) && !at.opened.has(Number(key)))
      return host.say('Its reason is shown already');
    const opened = new Set(at.opened);
    if (!opened.delete(Number(key))) opened.add(Number(key));
    at.opened = opened;
  };

  /** What a command in a field asks for; gives `true` where the line was none. */
  const isAnswer = (line: string): boolean => {
    const typed = typedCommand(line);
    if (typed.is === 'answer') return true;
    if (typed.is === 'unknown') {
      host.say(`:? lists the commands; :${typed.word} is none; \\:${typed.word} is an answer`, 'bad');
      return false;
    }
    if (draft?.kind === 'typed') draft = { kind: 'typed', field: EMPTY_FIELD };
    if (typed.action === 'help') {
      mode = 'commands';
      host.help();
    } else act(typed.action, '');
    return false;
  };

  const answer = (turn: Turn): void => {
    const made = currentDraft(turn);
    if (made === null || turn.shown.type !== 'question') return;
    if (made.kind === 'typed' && !isAnswer(draftLine(made))) return;
    const missing = missingFrom(made, turn.shown.shown);
    if (missing !== null) host.say(missing, 'bad');
    else if (asksConfidence && !turn.unsure) [mode, view.follows] = ['confidence', 'focus'];
    else judge();
  };

  const actOnTurn = (turn: Turn, action: Action, key: string): void => {
    switch (action) {
      case 'reveal':
        return send({ type: 'reveal' });
      case 'unknown':
        send({ type: 'reveal' });
        return send({ type: 'rate', rating: 'again' });
      case 'rate':
        return send({ type: 'rate', rating: RATINGS[Number(key) - 1] ?? 'good' });
      case 'good':
        return send({ type: 'rate', rating: 'good' });
      case 'next':
        return send({ type: 'next' });
      case 'answer':
        return answer(turn);
      case 'sure':
        return judge('sure');
      case 'unsure':
        return mode === 'confidence' ? judge('unsure') : send({ type: 'unsure' });
      case 'commands':
        mode = mode === 'answering' ? 'commands' : 'answering';
        return;
      case 'flag':
      case 'bury':
      case 'suspend':
        return mark(action, undefined);
      case 'skip':
        return send({ type: 'skip' });
      case 'note':
        return openNote(turn.entry);
      case 'calculator':
        return openCalculator(turn);
      case 'view':
        view = { ...view, all: !view.all, top: 0, follows: 'learner' };
        return;
      case 'reason':
        return toggleReason(view, key);
      case 'edit':
        void edit(turn.entry.key, true).catch(host.fail);
        return;
      case 'strike': {
        const made = currentDraft(turn);
        if (made?.kind !== 'choice') return;
        const next = new Set(struck);
        if (!next.delete(made.cursor)) next.add(made.cursor);
        struck = next;
        view.follows = 'focus';
        return;
      }
      case 'clear':
        draft = turn.shown.type === 'question' ? makeDraft(turn.shown.shown) : draft;
        host.say('Answer cleared');
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

  const actOnLooked = (looked: Looked, at: View, action: Action, key: string): void => {
    const { turn, answer: given } = looked;
    switch (action) {
      case 'previous':
      case 'next':
        return lookBy(action === 'next' ? 1 : -1);
      case 'rate': {
        const rating = RATINGS[Number(key) - 1] ?? 'good';
        if (rating === given.rating) return host.say(`It is rated ${rating} already`);
        return send({ type: 'change-rating', answer: given, rating });
      }
      case 'flag':
      case 'bury':
      case 'suspend':
        return mark(action, given.item);
      case 'note':
        return openNote(turn.entry);
      case 'calculator':
        return openCalculator(turn);
      case 'view':
        [at.all, at.top, at.follows] = [!at.all, 0, 'learner'];
        return;
      case 'reason':
        return toggleReason(at, key);
      case 'edit':
        void edit(given.item, false).catch(host.fail);
        return;
      default:
    }
  };

  /** The end page's rows: what comes next, and what was wrong. */
  const endRows = (summary: SessionSummary): readonly EndRow[] => {
    const wrong = wrongOnes(history);
    const isOver = run.state.phase.name === 'ended';
    const next = isOver
      ? nextStep(run.course, services.progress(), run.moment(), services.runtime.seed)
      : null;
    const leave = host.below() === 'home' ? 'Home' : host.below() === null ? 'Leave' : 'Back';
    const actions: readonly EndRow[] = [
      ...(isOver
        ? []
        : [{ is: 'action', title: 'Go back', about: 'to the session', does: 'resume' } as const]),
      ...(next === null
        ? []
        : [{ is: 'action', title: next.title, about: next.about, does: 'next' } as const]),
      ...(next === null && isOver ? [{ is: 'action', title: leave, about: '', does: 'leave' } as const] : []),
      ...(wrong.length === 0
        ? []
        : [
            {
              is: 'action',
              title: 'Redo',
              about: wrong.length === 1 ? 'the one that was wrong' : `the ${wrong.length} wrong ones`,
              does: 'redo',
            } as const,
          ]),
      ...(next === null && isOver ? [] : [{ is: 'action', title: leave, about: '', does: 'leave' } as const]),
    ];
    const sure = wrong.filter(({ looked }) => looked.answer.sure);
    const others = wrong.filter(({ looked }) => !looked.answer.sure);
    const listed = asksConfidence ? [...sure, ...others] : wrong;
    return summary.answers === 0
      ? actions
      : [...actions, ...listed.map(each => ({ is: 'wrong', ...each }) as const)];
  };

  const ending = (): NonNullable<typeof drawn> => {
    if (drawn !== null) return drawn;
    const summary = run.summary();
    drawn = { summary, rows: endRows(summary) };
    return drawn;
  };

  const actAtEnd = (at: Extract<Layer, { is: 'end' }>, action: Action): void => {
    const { rows: all } = ending();
    const row = all[at.chosen];
    switch (action) {
      case 'up':
      case 'down':
        at.chosen = moveBy(at.chosen, all.length, action === 'up' ? -1 : 1);
        return;
      case 'page-up':
      case 'page-down':
        at.chosen = moveBy(at.chosen, all.length, action === 'page-up' ? -rows : rows);
        return;
      case 'resume-session':
        if (run.state.phase.name !== 'ended') layers = layers.filter(({ is }) => is !== 'end');
        else lookBy(-1);
        return;
      case 'flag':
      case 'bury':
      case 'suspend':
        return row?.is === 'wrong'
          ? mark(action, row.looked.answer.item)
          : host.say('Choose one of the wrong ones first');
      case 'note':
        return row?.is === 'wrong'
          ? openNote(row.looked.turn.entry)
          : host.say('Choose one of the wrong ones first');
      case 'open':
        if (row === undefined) return;
        if (row.is === 'wrong') return lookAt(row.looked);
        if (row.does === 'resume') layers = layers.filter(({ is }) => is !== 'end');
        else if (row.does === 'redo') redo();
        else if (row.does === 'leave') host.back();
        else {
          const next = nextStep(run.course, services.progress(), run.moment(), services.runtime.seed);
          if (next !== null) host.replace({ to: 'session', request: next.request });
        }
        return;
      default:
    }
  };

  const actInList = (at: Extract<Layer, { is: 'answers' }>, action: Action): void => {
    const looked = history[at.chosen];
    switch (action) {
      case 'up':
      case 'down':
        at.chosen = moveBy(at.chosen, history.length, action === 'up' ? -1 : 1);
        return;
      case 'page-up':
      case 'page-down':
        at.chosen = moveBy(at.chosen, history.length, action === 'page-up' ? -rows : rows);
        return;
      case 'open':
        if (looked !== undefined) lookAt(looked);
        return;
      case 'flag':
      case 'bury':
      case 'suspend':
        if (looked !== undefined) mark(action, looked.answer.item);
        return;
      default:
    }
  };

  const act = (action: Action, key: string): void => {
    const { turn, phase } = run.state;
    if (isReading) return host.say('The course is being reloaded');
    const top = layer();
    switch (action) {
      case 'undo':
        return send({ type: 'undo' });
      case 'end':
        return end();
      case 'finish':
        return end();
      case 'back':
        // Escape never leaves the program.
        return key === 'esc' && host.below() === null ? host.say('q leaves') : host.back();
      case 'redo':
        return redo();
      case 'all':
        return listAll();
      case 'look-back':
        return lookBy(-1);
      case 'close':
        layers = layers.slice(0, -1);
        return;
      case 'go-on':
        isImpatient = true;
        layers = layers.slice(0, -1);
        // Its time begins when it is seen.
        if (turn !== null) send({ type: 'reloaded', key: turn.entry.key });
        return;
      default:
    }
    if (top?.is === 'end') return actAtEnd(top, action);
    if (top?.is === 'answers') return actInList(top, action);
    switch (action) {
      case 'page-up':
      case 'page-down':
        return scroll(action === 'page-up' ? -rows : rows);
      case 'scroll-up':
      case 'scroll-down':
        return scroll(action === 'scroll-up' ? -1 : 1);
      default:
    }
    const looked = lookedAt();
    if (top?.is === 'back' && looked !== null) actOnLooked(looked, top.view, action, key);
    else if (top === null && turn !== null && phase.name !== 'ended') actOnTurn(turn, action, key);
  };

  const nothing = (): readonly string[] =>
    planned.plan.queue.length === 0 && run.state.asked === 0 ? [request.nothing(planned)] : [];

  /** Whether the learner studies by the plan for an exam. */
  const isPlanned = (): boolean => {
    const { settings } = services.progress();
    return settings.plan && (settings.exam !== '' || settings.examDate !== '') && exam() !== null;
  };

  /** When an item comes back, as a phrase; empty where nobody can say. */
  const comesBack = (item: string): string => {
    const now = services.progress().items.get(item);
    if (now === undefined || now.state === null || now.suspended) return '';
    const moment = run.moment();
    // With a plan for an exam a day is the least: a rating a study day counts, in quizzes too.
    const { dueAt, dueDay } = isPlanned()
      ? asShown(now, { ...run.state.plan, exam: run.state.plan.exam ?? { kind: 'list', items: 0 } }, moment)
      : asShown(now, run.state.plan, moment);
    if (now.buriedDay === moment.day) return 'comes back tomorrow';
    return `comes back ${dueAt > 0 && dueAt < moment.at + 86_400_000 ? waitText(dueAt - moment.at) : dayText(dueDay, moment.day)}`;
  };

  /** An answer as it is read, now or later. */
  const lay = (
    { turn, graded }: Pick<Looked, 'turn' | 'graded'>,
    at: View,
    height: number,
    paper: Paper,
  ): Laid => {
    const remark = remarks.lines(turn.entry.key, paper);
    if (turn.shown.type === 'card') {
      const { front, back } = turn.shown.card;
      return layCard({ front, back, after: remark }, height, at.all, paper);
    }
    const { shown } = turn.shown;
    const { style } = theme;
    const back = comesBack(turn.entry.key);
    const explanation = explain(shown, graded?.response ?? null, graded?.notes ?? [], theme);
    return layExplanation(
      explanation,
      {
        rows: height,
        opened: at.opened,
        all: at.all,
        after: [...(remark.length === 0 ? [] : ['', ...remark]), ...(back === '' ? [] : [style.dim(back)])],
        more: [
          '',
          `${style.dim('Note:')} ${placeOf(shown.question, run.course, theme)} ${style.dim('(o opens it)')}`,
          ...shown.question.sources.map(
            source => `${style.dim('Source:')} ${style.link(sanitizeLine(source))}`,
          ),
        ],
      },
      paper,
    );
  };

  const drawLaid = (laid: Laid, at: View, height: number): readonly string[] => {
    folded = laid.folded;
    rows = Math.max(1, height - laid.head.length);
    ({ length } = laid.body);
    at.top = scrollBy({ top: at.top, rows, length }, 0);
    return [...laid.head, ...window(laid.body, at.top, rows)];
  };

  const drawAsked = ({ lines, focus }: Focused, height: number): readonly string[] => {
    rows = height;
    ({ length } = lines);
    const at = { top: view.top, rows, length };
    view.top =
      view.follows === 'focus' && focus !== null ? scrollToRange(at, focus.from, focus.to) : scrollBy(at, 0);
    return window(lines, view.top, rows);
  };

  const rowParts = (columns: number) => ({
    columns,
    theme,
    titleOf,
    isFlagged: (item: string) => services.progress().items.get(item)?.flagged ?? false,
  });

  const groups = () => {
    const known = exam();
    const byTitle = new Map<string, { right: number; all: number }>();
    for (const { answer: given, turn } of history) {
      const name = domainTitle(turn.entry, run.course, known, request.domain);
      const { right, all } = byTitle.get(name) ?? { right: 0, all: 0 };
      byTitle.set(name, { right: right + (given.rating === 'again' ? 0 : 1), all: all + 1 });
    }
    return [...byTitle].map(([name, counts]) => ({ title: name, ...counts }));
  };

  const drawList = (
    lines: readonly string[],
    chosen: number,
    at: { top: number },
    height: number,
  ): readonly string[] => {
    rows = height;
    ({ length } = lines);
    const scrolled = scrollTo({ top: at.top, rows, length }, chosen);
    // The first row of a list is seen with what stands above it.
    at.top = chosen < rows ? Math.min(scrolled, Math.max(0, chosen - rows + 1)) : scrolled;
    return window(lines, at.top, rows);
  };

  const drawEnd = (at: Extract<Layer, { is: 'end' }>, columns: number, height: number): readonly string[] => {
    const { summary, rows: all } = ending();
    at.chosen = moveBy(at.chosen, all.length, 0);
    const { before, now } = readiness ?? { before: null, now: null };
    const { lines, at: chosen } = endLines({
      ...rowParts(columns),
      summary,
      // What is due is the plan's, and stands on Home: nothing of it is overdue.
      hasOutlook: !isPlanned(),
      moment: run.moment(),
      before: nothing(),
      groups: groups(),
      readiness: now === null ? null : [before, now],
      rows: all,
      chosen: at.chosen,
      asksConfidence,
      height,
    });
    return drawList(lines, chosen, at, height);
  };

  const waitLines = (columns: number): readonly string[] => {
    const { learning, turn } = run.state;
    const soon = learning.length + 1;
    const dueAt = services.progress().items.get(turn?.entry.key ?? '')?.dueAt ?? 0;
    const wait = waitText(dueAt - run.moment().at);
    return [
      theme.style.strong(`${soon} ${soon === 1 ? 'comes' : 'come'} back ${wait}.`),
      '',
      ...wrapText('Nothing else is left. Enter ends the session; space shows them now.', columns),
    ];
  };

  const markText = (item: string, isUnsure: boolean): string => {
    const { flagged = false } = services.progress().items.get(item) ?? {};
    const remark = remarks.has(item) ? [`${ownSign(theme)} remark`] : [];
    return [...(flagged ? [theme.signs.flag] : []), ...remark, ...(isUnsure ? ['unsure'] : [])].join(' ');
  };

  lookAnew();
  const told = relinkMessage(relinked);
  if (told !== null) host.say(told);
  say(run.opening, null);
  // What most explanations need is read while the learner reads the first item.
  setImmediate(() => {
    void services.renderer.prepare(['**']).catch(host.fail);
    void run.loadRest().catch(host.fail);
    void lookAtReadiness();
  });

  return {
    get context() {
      return context();
    },
    header: size => {
      const { state } = run;
      const top = layer();
      const columns = Math.min(size.columns, TEXT_COLUMNS);
      if (top?.is === 'end') {
        return endHeader(
          title,
          ending().summary,
          dayOf(run.course, services.progress(), run.moment()),
          theme,
        );
      }
      if (top?.is === 'answers') {
        return {
          left: `${title} ${theme.signs.dot} all answers`,
          right: `${top.chosen + 1} of ${history.length}`,
        };
      }
      const looked = lookedAt();
      if (looked !== null) {
        const { answer: given, turn, graded, at } = looked;
        const ago = Math.floor((run.moment().at - at) / 60_000);
        const verdict = graded === null ? given.rating : verdictText(graded, theme);
        const back = comesBack(given.item).replace('comes back ', '');
        const about =
          graded === null || turn.shown.type === 'card'
            ? markText(given.item, false)
            : answersText(turn.shown.shown, graded.response, theme);
        return {
          left: `${title} ${theme.signs.dot} looking back ${history.indexOf(looked) + 1} of ${history.length}`,
          right: `${ago < 1 ? 'just now' : `${ago} min ago`}: ${verdict}${back === '' ? '' : `, ${back}`}`,
          below: bothEnds(placeOf(turn.entry, run.course, theme), about, columns, theme.signs.ellipsis),
        };
      }
      const { turn, phase } = state;
      const isAnswered = phase.name === 'feedback' || phase.name === 'revealed';
      const progress = services.progress();
      const marks = turn === null ? '' : markText(turn.entry.key, turn.unsure);
      const about =
        phase.name === 'feedback' && turn?.shown.type === 'question'
          ? [marks, answersText(turn.shown.shown, phase.graded.response, theme)].filter(Boolean).join('  ')
          : marks;
      return sessionHeader({
        state,
        size: { columns },
        theme,
        title:
          mode === 'commands'
            ? `${title} ${theme.signs.dot} keys ${theme.signs.dot} i back to typing`
            : title,
        minutes: Number.isFinite(minutes) ? minutes : 0,
        counts: countsOf(
          planned,
          history.map(({ category }) => category),
          state,
          progress,
          run.moment(),
        ),
        place:
          turn === null
            ? ''
            : isAnswered
              ? placeOf(turn.entry, run.course, theme)
              : domainTitle(turn.entry, run.course, exam(), request.domain),
        about,
        verdict: phase.name === 'feedback' ? verdictText(phase.graded, theme) : '',
      });
    },
    body: ({ columns: wide, rows: height }: Size) => {
      const { phase, turn } = run.state;
      const { render } = services.renderer;
      const columns = Math.min(wide, TEXT_COLUMNS);
      const paper: Paper = { columns, theme, render };
      const top = layer();
      folded = [];
      if (top?.is === 'end') return <Lines lines={drawEnd(top, columns, height)} />;
      if (top?.is === 'wait') return <Lines lines={waitLines(columns)} />;
      if (top?.is === 'answers') {
        top.chosen = moveBy(top.chosen, history.length, 0);
        const parts = rowParts(columns);
        const lines = history.map((looked, i) => answerRow(looked, 1, i === top.chosen, parts));
        return <Lines lines={drawList(lines, top.chosen, top, height)} />;
      }
      const looked = lookedAt();
      const isCard = (looked?.turn ?? turn)?.shown.type === 'card';
      const hasRatings = isCard && (looked !== null || phase.name === 'revealed');
      const room = Math.max(1, hasRatings ? height - RATING_LINES : height);
      let lines: readonly string[];
      if (top?.is === 'back' && looked !== null) {
        lines = drawLaid(lay(looked, top.view, room, paper), top.view, room);
      } else if (turn === null) return <Lines lines={nothing()} />;
      else if (phase.name === 'feedback' || phase.name === 'revealed') {
        const graded = phase.name === 'feedback' ? phase.graded : null;
        lines = drawLaid(lay({ turn, graded }, view, room, paper), view, room);
      } else if (turn.shown.type === 'card') {
        lines = drawAsked({ lines: render(turn.shown.card.front, columns), focus: null }, room);
      } else {
        const { shown } = turn.shown;
        const asked = askedLines(shown, currentDraft(turn) ?? makeDraft(shown), paper, struck);
        const lines2 = [...asked.lines, '', theme.style.strong('How sure are you?')];
        lines = drawAsked(
          mode === 'confidence'
            ? { lines: lines2, focus: { from: lines2.length - 1, to: lines2.length - 1 } }
            : asked,
          room,
        );
      }
      if (!hasRatings) return <Lines lines={lines} />;
      const gap = Array.from({ length: Math.max(1, room - lines.length + 1) }, () => '');
      const ratings =
        looked !== null
          ? ratingNames(looked.answer.rating, theme)
          : phase.name === 'revealed'
            ? ratingLines(phase.choices, phase.at, theme)
            : [];
      return <Lines lines={[...lines, ...gap, ...ratings]} />;
    },
    label: action => {
      const { turn } = run.state;
      if (action === 'reason') return folded.length === 0 ? undefined : folded.join(' ');
      const made = action === 'choose' && turn !== null ? currentDraft(turn) : null;
      return made === null ? undefined : choosingKeys(made);
    },
    offers: action => {
      const { turn, phase, past } = run.state;
      const looked = lookedAt();
      switch (action) {
        case 'calculator': {
          const at = looked?.turn ?? turn;
          return at !== null && calculatorOf(at, run.course) !== null;
        }
        case 'edit':
          return run.course.origin === 'folder' || (looked?.turn ?? turn)?.entry.own === true;
        case 'reason':
          return folded.length > 0;
        case 'redo':
          return wrongOnes(history).length > 0;
        case 'resume-session':
          return history.length > 0 || phase.name !== 'ended';
        case 'undo':
          return past !== null;
        case 'scroll-up':
          return length > rows;
        default:
          return true;
      }
    },
    hidden: () => {
      const top = layer();
      const at = top?.is === 'back' ? top.view.top : top === null ? view.top : 'top' in top ? top.top : 0;
      return hiddenLines({ top: at, rows, length });
    },
    act,
    type: text => {
      const { turn } = run.state;
      const before = turn === null ? null : currentDraft(turn);
      if (before === null || isReading || layers.length > 0) return;
      // Nobody begins an answer with a question mark; what one means by it is the keys.
      if (text === '?' && before.kind === 'typed' && fieldText(before.field) === '') return host.help();
      draft = typeDraft(before, text);
      view.follows = 'focus';
    },
    about: () => {
      const { turn, phase } = run.state;
      const top = layer();
      if (top?.is === 'answers') return subjectOf(history[top.chosen]?.turn.entry);
      if (top?.is === 'end') {
        const row = ending().rows[top.chosen];
        return row?.is === 'wrong' ? subjectOf(row.looked.turn.entry) : null;
      }
      const looked = lookedAt();
      if (looked !== null) return subjectOf(looked.turn.entry);
      const isAnswered = phase.name === 'feedback' || phase.name === 'revealed';
      return isAnswered ? subjectOf(turn?.entry) : null;
    },
    written: what => {
      remarks.forget();
      if (what === 'remark') return;
      isReading = true;
      const read = async (): Promise<void> => {
        try {
          await run.replaceCourse(services.course);
        } finally {
          isReading = false;
        }
      };
      void read().catch(host.fail);
    },
    farewell: () => [...nothing(), ...summaryLines(run.summary(), run.moment(), theme.style)],
  };
};
