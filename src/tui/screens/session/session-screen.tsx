/** Review, cards and quiz. The rules are those of the session's reducer; here are only keys and lines. */
import { findEdited } from '../../../app/find-edited.ts';
import { readPreferences } from '../../../app/preferences.ts';
import { relinkCourse } from '../../../app/relink-course.ts';
import type { LearnerEvent } from '../../../app/run-session.ts';
import type { SessionRequest } from '../../../app/session-request.ts';
import type { Confidence } from '../../../core/event.ts';
import { RATINGS } from '../../../core/event.ts';
import { sanitizeLine } from '../../../core/sanitize.ts';
import type { Notice, Turn } from '../../../core/session/state.ts';
import { notePlace } from '../../../text/question-lines.ts';
import { answerTexts, askedTexts } from '../../../text/renderer.ts';
import { summaryLines } from '../../../text/summary.ts';
import { Lines } from '../../components/lines.tsx';
import type { Action, ContextName } from '../../key-table.ts';
import type { AnswerDraft } from '../../models/answer-draft.ts';
import { draftLine, makeDraft, missingFrom, pressDraft, typeDraft } from '../../models/answer-draft.ts';
import { scrollBy, scrollTo, window } from '../../models/scroll.ts';
import type { Host, Screen, Size } from '../../screen.ts';
import { calculatorOf } from './calculator-of.ts';
import { bothSides, frontLines, ratingLines } from './card-lines.ts';
import { openSession } from './open-session.ts';
import type { Focused, Paper } from './question-lines.ts';
import { askedLines, feedbackLines } from './question-lines.ts';
import { minutesLeft, sessionHeader } from './session-header.ts';

/** What stands on the screen for one item in one phase; a new one begins at the top again. */
interface View {
  readonly turn: Turn | null;
  readonly phase: string;
  top: number;
  /** The learner has scrolled: the focus no longer decides what is seen. */
  scrolled: 'no' | 'yes';
}

/** Lines kept free below a revealed card for its ratings, the empty line above them included. */
const RATING_LINES = 3;

export const makeSessionScreen = async (host: Host, request: SessionRequest): Promise<Screen> => {
  const { services, theme } = host;
  const { run, planned, relinks, topics } = await openSession(services, request);
  const asksConfidence = readPreferences(services.runtime).values.confidence;
  let draft: AnswerDraft | null = null;
  let draftOf: Turn | null = null;
  /** Which keys a question listens to: its own, or those of a question asked about it. */
  let mode: 'answering' | 'commands' | 'confidence' = 'answering';
  let view: View = { turn: null, phase: '', top: 0, scrolled: 'no' };
  let rows = 1;
  let length = 1;
  let minutes = 0;

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
    if (mode === 'confidence') return 'confidence';
    const kind = currentDraft(turn)?.kind ?? 'choice';
    return kind === 'typed' && mode === 'commands' ? 'typed-commands' : kind;
  };

  const lookAnew = (): void => {
    const { turn, phase } = run.state;
    if (view.turn?.shown === turn?.shown && view.phase === phase.name) return;
    view = { turn, phase: phase.name, top: 0, scrolled: 'no' };
    minutes = minutesLeft(run.state, run.course, services.progress(), run.moment().day);
    if (turn === null) return;
    const texts = [...askedTexts(turn), ...(phase.name === 'asking' ? [] : answerTexts(turn))];
    void services.renderer.prepare(texts).then(host.redraw);
  };

  const tell = (notice: Notice): void => {
    switch (notice.type) {
      case 'no-answer':
        return host.say(`Needed: ${sanitizeLine(notice.accepted)}`, 'bad');
      case 'not-saved':
        return host.say(`Not saved: ${sanitizeLine(notice.message)}. Answer again, or q to leave`, 'bad');
      case 'leech':
        return host.say(
          `Forgotten ${notice.lapses} times: read ${notePlace(notice.answer)} before it comes again`,
          'bad',
        );
      case 'flagged':
        return host.say(notice.value ? 'Flagged' : 'Flag taken back');
      case 'suspended':
        return host.say(`${notice.item} is suspended; u takes that back`);
      case 'buried':
        return host.say(`${notice.item} comes again tomorrow; u takes that back`);
      case 'undone':
        return host.say(`Undone: ${notice.item}`);
      case 'nothing-to-undo':
        return host.say('There is nothing to undo');
      case 'unsure':
        return host.say(notice.value ? 'Marked as unsure' : 'No longer marked as unsure');
      case 'left-out':
        return host.say(
          `${sanitizeLine(notice.item)} cannot be shown and was left out; study check says why`,
          'bad',
        );
      case 'graded':
      case 'saved':
      case 'skipped':
    }
  };

  const send = (event: LearnerEvent): void => {
    for (const notice of run.dispatch(event)) tell(notice);
    lookAnew();
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
    const changed = await services.reopenCourse();
    run.replaceCourse(changed);
    relinkCourse(changed, services.journal);
    const problem = changed.problems.find(({ file, severity }) => file === item.path && severity === 'error');
    const { aliases } = services.progress();
    send({
      type: 'reloaded',
      key: findEdited(changed, aliases.get(turn.entry.key) ?? turn.entry.key, item),
    });
    if (problem !== undefined) {
      host.say(`${problem.file}:${problem.line} ${sanitizeLine(problem.message)}`, 'bad');
    } else host.redraw();
  };

  const end = (): void => {
    const { failure } = run;
    if (failure !== null) return host.fail(failure);
    send({ type: 'end' });
  };

  const scroll = (by: number): void => {
    view.top = scrollBy({ top: view.top, rows, length }, by);
    view.scrolled = 'yes';
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
        else if (asksConfidence && !turn.unsure) mode = 'confidence';
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
      case 'calculator':
        return host.open({ to: 'calculator', id: calculatorOf(turn, run.course) });
      case 'edit':
        void edit(turn).catch(host.fail);
        return;
      default: {
        const before = currentDraft(turn);
        if (before !== null && run.state.phase.name === 'asking') {
          draft = pressDraft(before, action, key);
          if (draft !== before) view.scrolled = 'no';
        }
      }
    }
  };

  const summary = (): readonly string[] => [
    ...(planned.plan.queue.length === 0 && run.state.asked === 0 ? [request.nothing(planned), ''] : []),
    ...summaryLines(run.summary(), run.moment(), theme.style),
  ];

  const content = (paper: Paper): Focused => {
    const { turn, phase } = run.state;
    if (turn === null || phase.name === 'ended') return { lines: summary(), focus: null };
    if (turn.shown.type === 'card') {
      const { card } = turn.shown;
      return {
        lines: phase.name === 'revealed' ? bothSides(card, paper) : frontLines(card, paper),
        focus: null,
      };
    }
    const { shown } = turn.shown;
    if (phase.name === 'feedback') return feedbackLines(shown, phase.graded, paper);
    return askedLines(shown, currentDraft(turn) ?? makeDraft(shown), paper);
  };

  /** What of the lines is seen: from the verdict on after an answer, else with what is being chosen. */
  const place = ({ focus }: Focused): void => {
    if (view.scrolled === 'yes' || focus === null) view.top = scrollBy({ top: view.top, rows, length }, 0);
    else if (run.state.phase.name === 'feedback')
      view.top = length <= rows ? 0 : scrollBy({ top: focus, rows, length }, 0);
    else view.top = scrollTo({ top: view.top, rows, length }, focus);
  };

  lookAnew();
  for (const { to } of relinks) host.say(`${to} was edited; its progress stays`);
  for (const notice of run.opening) tell(notice);
  // What most explanations need is read while the learner reads the first item.
  setImmediate(() => void services.renderer.prepare(['**']));

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
        topics,
        repeatable: planned.repeatable,
      }),
    body: ({ columns, rows: all }: Size) => {
      const { phase, turn } = run.state;
      const paper: Paper = { columns, theme, render: services.renderer.render };
      const shown = content(paper);
      const isRevealed = phase.name === 'revealed' && turn !== null;
      rows = Math.max(1, isRevealed ? all - RATING_LINES : all);
      ({ length } = shown.lines);
      place(shown);
      const seen = window(shown.lines, view.top, rows);
      if (!isRevealed) return <Lines lines={seen} />;
      const gap = Array.from({ length: Math.max(1, rows - seen.length + 1) }, () => '');
      return <Lines lines={[...seen, ...gap, ...ratingLines(phase.choices, run.moment(), theme)]} />;
    },
    offers: action => {
      const { turn } = run.state;
      switch (action) {
        case 'calculator':
          return turn !== null && calculatorOf(turn, run.course) !== null;
        case 'scroll-up':
        case 'page-up':
          return length > rows;
        default:
          return true;
      }
    },
    act: (action, key) => {
      const { turn, phase } = run.state;
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
        default:
          if (turn !== null && phase.name !== 'ended') actOnTurn(turn, action, key);
      }
    },
    type: text => {
      const { turn } = run.state;
      const before = turn === null ? null : currentDraft(turn);
      if (before !== null) draft = typeDraft(before, text);
    },
    farewell: () => summary(),
  };
};
