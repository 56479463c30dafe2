/** Review, cards and quiz: joins the screen's state with the session, the journal and the program around it. */
import { openSession, takeEdited } from '../../../app/session/open-session.ts';
import { readPreferences } from '../../../app/learner/device.ts';
import { readinessToday } from '../../../app/learner/plan-cache.ts';
import type { SessionRequest } from '../../../app/session/session-request.ts';
import { pickedRequest } from '../../../app/session/session-request.ts';
import type { LearnerInput } from '../../../app/session/run-session.ts';
import type { Interval } from '../../../core/forecast/forecast.ts';
import type { JournalEvent } from '../../../core/journal/event.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { lastSessionAct } from '../../../core/session/undo.ts';
import { relinkMessage } from '../../../text/learner/relink.ts';
import { answerTexts, askedTexts } from '../../../text/question/renderer.ts';
import { summaryLines } from '../../../text/session/summary.ts';
import { Lines } from '../../components/lines.tsx';
import { makeRemarks } from '../../components/remarks.ts';
import { choosingKeys } from '../../models/answer-draft.ts';
import { hiddenLines } from '../../models/list.ts';
import { askHost } from '../../shell/effects.ts';
import type { Host, Screen } from '../../shell/screen.ts';
import { subjectOf } from '../../shell/screen.ts';
import { calculatorOf } from './calculator-of.ts';
import { nextStep, studiesByPlan } from './end-facts.ts';
import { makeEndRows } from './end-rows.ts';
import { follow, lookAnew, tellOf } from './follow-session.ts';
import { wrongOnes } from './history.ts';
import { press, typeText } from './press-session.ts';
import { drawSession } from './session-body.ts';
import { categoryOf } from './session-counts.ts';
import type {
  SessionEnding,
  KeyFacts,
  SessionScreenEffect,
  SessionFacts,
  SessionPage,
  SessionScreenStep,
} from './session-facts.ts';
import { topicTitle } from './session-facts.ts';
import { sessionHeader } from './session-header.ts';
import { answeringOf, contextOf, FRESH, isAnswered, layerOf, lookedAt, topOf } from './session-state.ts';

/** A review, a quiz, cards or the placement. */
export const makeSessionScreen = async (host: Host, request: SessionRequest): Promise<Screen> => {
  const { services, theme } = host;
  const { run, planned, relinked, topics } = await openSession(services, request, 'all');
  const { turn: first } = run.state;
  if (first !== null) await services.renderer.prepare(askedTexts(first));
  const asksConfidence = readPreferences(services.runtime).values.confidence;
  const remarks = makeRemarks(services.own);
  let state = FRESH;
  /** The end as it is on the screen: to make it takes a look at every item. */
  let drawn: SessionEnding | null = null;
  let readiness: readonly [before: Interval | null, now: Interval | null] | null = null;

  const facts = (): SessionFacts => ({
    session: run.state,
    course: run.course,
    progress: services.progress(),
    moment: run.moment(),
    asksConfidence,
  });
  const next = (): ReturnType<typeof nextStep> =>
    nextStep(run.course, services.progress(), run.moment(), services.runtime.seed);

  const ending = (): SessionEnding => {
    if (drawn !== null) return drawn;
    const summary = run.summary();
    const isOver = run.state.phase.name === 'ended';
    const below = host.below();
    const rows = makeEndRows({
      history: state.history,
      isOver,
      next: isOver ? next() : null,
      leave: below === 'home' ? 'Home' : below === null ? 'Leave' : 'Back',
      asksConfidence,
      answers: summary.answers,
    });
    drawn = { summary, rows };
    return drawn;
  };

  const [only] = topics ?? [];
  const about =
    topics?.size === 1 && only !== undefined ? ` ${theme.signs.dot} ${topicTitle(run.course, only)}` : '';
  const title = (request.title ?? planned.plan.mode) + about;
  const nothing = (): readonly string[] =>
    planned.plan.queue.length === 0 && run.state.asked === 0 ? [request.nothing(planned)] : [];

  const page = (): SessionPage => {
    const [before, now] = readiness ?? [null, null];
    return {
      ...facts(),
      theme,
      render: services.renderer.render,
      remarks,
      planned,
      title,
      nothing: nothing(),
      ending,
      readiness: now === null ? null : [before, now],
      domain: request.domain,
    };
  };

  /** Behind a frame: what the figures were at first, and what they are now. */
  const lookAtReadiness = async (): Promise<void> => {
    // A quiz and cards move the figures as well.
    if (planned.plan.exam === undefined && !studiesByPlan(facts())) return;
    await new Promise(resolve => setImmediate(resolve));
    try {
      const now = readinessToday({ ...services, course: run.course }, run.moment())?.today ?? null;
      readiness = readiness === null ? [now, now] : [readiness[0], now];
      host.redraw();
    } catch (error) {
      host.fail(error);
    }
  };

  /** What an undo would take back. */
  const lastAct = (): JournalEvent['type'] | null => {
    const { past } = run.state;
    const { undoable } = services.progress();
    if (past !== null) return undoable.findLast(({ id }) => id === past.event)?.type ?? null;
    return lastSessionAct(services.progress(), services.journal.device)?.type ?? null;
  };

  const send = (input: LearnerInput): void => {
    const undone = input.type === 'undo' ? lastAct() : null;
    const { session, progress, moment } = facts();
    const before = {
      turn: session.turn,
      category: categoryOf(session, progress, moment),
      at: moment.at,
    };
    const notices = run.dispatch(input);
    drawn = null;
    take(follow(state, { input, before, notices, undone }, facts()));
  };

  const edit = async (key: string, isAsked: boolean): Promise<void> => {
    const item = run.course.item(key);
    if (item === undefined) return;
    const editor = services.editor(item);
    if (editor.is === 'said') return host.say(editor.text);
    const said = await host.suspend(() => editor.open());
    if (said !== null) return host.say(said, 'bad');
    const edited = await whileReading(() =>
      takeEdited(run, services.journal, item, () => services.reopenCourse()),
    );
    const { problem } = edited;
    if (isAsked) send({ type: 'reloaded', key: edited.key });
    if (problem !== null) {
      host.say(`${problem.file}:${problem.line} ${sanitizeLine(problem.message)}`, 'bad');
    } else if (!isAsked || run.state.phase.name === 'feedback') {
      host.say('Reloaded; this explanation is of the question as you answered it');
    } else host.redraw();
  };

  /** Keys wait while the course is read anew. */
  const whileReading = async <T,>(read: () => Promise<T>): Promise<T> => {
    state = { ...state, isReading: true };
    try {
      return await read();
    } finally {
      state = { ...state, isReading: false };
    }
  };

  const carryOut = (effect: SessionScreenEffect): void => {
    switch (effect.type) {
      case 'send':
        return send(effect.input);
      case 'edit':
        void edit(effect.item, effect.isAsked).catch(host.fail);
        return;
      case 'redo': {
        const again = pickedRequest(effect.items, services.runtime.seed, 'redo');
        return host.replace({ to: 'session', request: again });
      }
      case 'continue': {
        const sensible = next();
        if (sensible !== null) host.replace({ to: 'session', request: sensible.request });
        return;
      }
      case 'sum-up':
        drawn = null;
        void lookAtReadiness();
        return;
      case 'prepare': {
        // Behind the frame that is due now; the answer too, which is to be there when it is asked for.
        const texts = [...askedTexts(effect.turn), ...answerTexts(effect.turn)];
        setImmediate(() => void services.renderer.prepare(texts).then(host.redraw, host.fail));
        return;
      }
      default:
        askHost(host, effect);
    }
  };
  /** Goes on to a state, and does what is to be done then. */
  const take = (step: SessionScreenStep): void => {
    ({ state } = step);
    step.effects.forEach(carryOut);
  };

  const keyFacts = (): KeyFacts => ({
    ...facts(),
    below: host.below(),
    failure: run.failure,
    endRows: () => ending().rows,
  });

  take(lookAnew(state, facts()));
  const told = relinkMessage(relinked);
  if (told !== null) host.say(told);
  for (const effect of tellOf(run.opening, null, run.course)) carryOut(effect);
  // What most explanations need is read while the learner reads the first item.
  setImmediate(() => {
    void services.renderer.load().catch(host.fail);
    void run.loadRest().catch(host.fail);
    void lookAtReadiness();
  });

  return {
    get context() {
      return contextOf(state, run.state);
    },
    header: size => sessionHeader(state, size, page()),
    body: size => {
      const body = drawSession(state, size, page());
      ({ state } = body);
      return <Lines lines={body.lines} />;
    },
    label: action => {
      const { folded } = state.seen;
      if (action === 'reason') return folded.length === 0 ? undefined : folded.join(' ');
      const made = action === 'choose' ? answeringOf(state, run.state.turn) : null;
      return made === null ? undefined : choosingKeys(made.draft);
    },
    offers: action => {
      const { turn, phase, past } = run.state;
      const at = lookedAt(state)?.turn ?? turn;
      const top = layerOf(state);
      switch (action) {
        case 'flag':
        case 'note':
          return top?.is !== 'end' || ending().rows[top.chosen]?.is === 'wrong';
        case 'up':
          if (top?.is === 'end') return ending().rows.length > 1;
          return top?.is !== 'answers' || state.history.length > 1;
        case 'previous':
          return lookedAt(state) === null || lookedAt(state) !== state.history[0];
        case 'calculator':
          return at !== null && calculatorOf(at, run.course) !== null;
        case 'edit':
          return run.course.origin === 'folder' || at?.entry.own === true;
        case 'reason':
          return state.seen.folded.length > 0;
        case 'redo':
          return wrongOnes(state.history).length > 0;
        case 'resume-session':
          return state.history.length > 0 || phase.name !== 'ended';
        case 'undo':
          return past !== null;
        case 'scroll-up':
          return state.seen.length > state.seen.rows;
        default:
          return true;
      }
    },
    hidden: () => hiddenLines({ top: topOf(state), ...state.seen }),
    act: (action, key) => take(press(state, action, key, keyFacts())),
    type: text => take(typeText(state, text, run.state)),
    about: () => {
      const top = layerOf(state);
      if (top?.is === 'answers') return subjectOf(state.history[top.chosen]?.turn.entry);
      if (top?.is === 'end') {
        const row = ending().rows[top.chosen];
        return row?.is === 'wrong' ? subjectOf(row.looked.turn.entry) : null;
      }
      const looked = lookedAt(state);
      if (looked !== null) return subjectOf(looked.turn.entry);
      return isAnswered(run.state) ? subjectOf(run.state.turn?.entry) : null;
    },
    written: what => {
      remarks.forget();
      if (what === 'card') void whileReading(() => run.replaceCourse(services.course)).catch(host.fail);
    },
    farewell: () => [...nothing(), ...summaryLines(run.summary(), run.moment(), theme.style)],
  };
};
