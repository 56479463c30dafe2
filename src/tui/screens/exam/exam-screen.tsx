/** A mock exam: joins the screen's state with the sitting, its clock and the program around it. */
import type { ExamRun } from '../../../app/exam/exam-run.ts';
import { presentedOf } from '../../../core/exam/shown.ts';
import type { ExamInput } from '../../../core/exam/state.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { questionTexts } from '../../../text/question/renderer.ts';
import { Lines } from '../../components/lines.tsx';
import { choosingKeys } from '../../models/answer-draft.ts';
import { hiddenLines } from '../../models/list.ts';
import { askHost } from '../../shell/effects.ts';
import type { Host, Screen } from '../../shell/screen.ts';
import { drawExam } from './exam-body.ts';
import { examHeader } from './exam-header.ts';
import type { ExamScreenEffect, ExamFacts, ExamScreenStep } from './exam-state.ts';
import { contextOf, draftNow, freshExam, questionAt, viewOf } from './exam-state.ts';
import { farewellLines } from './farewell.ts';
import { follow, goOn, keep } from './follow-exam.ts';
import { noticeText } from './notice-text.ts';
import { offersInExam, press, typeText } from './press-exam.ts';
import { makeReportScreen } from './report-screen.tsx';

/** How often the clock is looked at, in ms. */
const TICK = 1000;

/** The screen of an exam that runs. */
export const makeRunningScreen = async (host: Host, run: ExamRun): Promise<Screen> => {
  const { services, theme } = host;
  const { renderer } = services;
  let state = freshExam(run.state.sitting.position);
  /** Whether it counts as started once it is left. */
  let wasStarted = true;
  let report: Screen | null = null;

  const facts = (): ExamFacts => ({
    sitting: run.state.sitting,
    asking: run.state.asking,
    left: run.left(),
    failure: run.failure,
    columns: host.size.columns,
  });

  const dispatch = (input: ExamInput, why: 'key' | 'keep' | 'undo'): void => {
    const before = run.state.sitting;
    const notices = run.dispatch(input);
    take(follow(state, { why, before, notices }, facts()));
  };

  const showReport = (): void => {
    if (report !== null) return;
    clearInterval(timer);
    if (run.state.sitting.end?.reason === 'abandoned') {
      host.back();
      host.say('The exam was discarded elsewhere', 'bad');
    } else report = makeReportScreen(host, run.report());
  };

  const carryOut = (effect: ExamScreenEffect): void => {
    switch (effect.type) {
      case 'send': {
        const { at, input, why } = effect;
        if (at === undefined || at === run.state.sitting.position + 1) dispatch(input, why);
        return;
      }
      case 'keep':
        return take(keep(state, facts()));
      case 'then':
        return take(goOn(state, effect.does, facts()));
      case 'over':
        return showReport();
      case 'abandon':
        run.dispatch({ type: 'abandon' });
        wasStarted = false;
        return;
      case 'prepare':
        void renderer.prepare(questionTexts(presentedOf(effect.question))).then(host.redraw, host.fail);
        return;
      default:
        askHost(host, effect);
    }
  };
  /** Goes on to a state, and does what is to be done then. */
  const take = (step: ExamScreenStep): void => {
    ({ state } = step);
    step.effects.forEach(carryOut);
  };

  // The clock on the screen, the warnings and the end come by themselves. An error here must not be lost.
  const timer = setInterval(() => {
    try {
      // What is being typed when the time runs out counts as far as it goes.
      if (run.state.sitting.phase === 'open' && run.left() < 3 * TICK) take(keep(state, facts()));
      dispatch({ type: 'tick' }, 'key');
      host.redraw();
    } catch (error) {
      host.fail(error);
    }
  }, TICK);
  await renderer.prepare(questionTexts(presentedOf(questionAt(run.state.sitting).question)));
  for (const notice of run.opening) {
    const text = noticeText(notice);
    if (text !== null) host.say(text);
  }
  for (const { title, want, have } of run.state.sitting.paper.shortages) {
    host.say(`Too few questions for ${sanitizeLine(title)}: ${have} of ${want}`, 'bad');
  }
  setImmediate(() => void renderer.load());

  return {
    get context() {
      return report?.context ?? contextOf(state, run.state);
    },
    header: size =>
      report?.header(size) ??
      examHeader(run.state.sitting, run.left(), viewOf(state, run.state), size.columns, theme),
    body: size => {
      if (report !== null) return report.body(size);
      const body = drawExam(state, size, facts(), { theme, render: renderer.render });
      ({ state } = body);
      return <Lines lines={body.lines} />;
    },
    label: action => {
      if (report !== null) return report.label?.(action);
      return action === 'choose' ? choosingKeys(draftNow(state, run.state.sitting)) : undefined;
    },
    offers: action => {
      if (report !== null) return report.offers?.(action) ?? true;
      return offersInExam(state, action, run.state);
    },
    about: () => report?.about?.() ?? null,
    written: what => report?.written?.(what),
    hidden: () => report?.hidden?.() ?? hiddenLines({ top: state.top, ...state.seen }),
    act: (action, key) => {
      if (report !== null) report.act(action, key);
      else take(press(state, action, key, facts()));
    },
    type: text => {
      if (report === null) state = typeText(state, text, facts());
    },
    close: () => {
      clearInterval(timer);
      if (run.state.sitting.phase === 'open') take(keep(state, facts()));
      run.close();
    },
    farewell: () => (wasStarted ? farewellLines(run, services.resumeCommand, host.size.columns, theme) : []),
  };
};
