/** One calculator: its form with the working below, and questions to practise it. */
import { calculatorNamed } from '../../../app/course/course-calculators.ts';
import { loadCalculator } from '../../../core/calc/catalogue.ts';
import type { Calculator } from '../../../core/calc/catalogue.ts';
import { commandLine } from '../../../core/calc/engine/command-line.ts';
import type { Given } from '../../../core/calc/engine/evaluation.ts';
import { CalcProblem, templateGiven } from '../../../core/calc/practice/practice.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { Lines } from '../../components/lines.tsx';
import type { AskedTemplate } from '../../shell/destination.ts';
import type { Action, ContextName } from '../../keys/key-table.ts';
import { pressDraft, typeDraft } from '../../models/answer-draft.ts';
import { hiddenLines, scrollBy, scrollTo, scrollToRange, window } from '../../models/list.ts';
import type { Header, Host, Screen, Size } from '../../shell/screen.ts';
import type { Focused, Sheet } from '../../components/question/question-lines.ts';
import { askedLines, TEXT_COLUMNS } from '../../components/question/question-lines.ts';
import { verdictText } from '../session/session-header.ts';
import { makeCalculatorsScreen, noCalculator } from './calculators-screen.tsx';
import { commandLines, fieldLines, helpLines, resultLines } from './form-lines.ts';
import { emptyForm, filledForm, givenOf, pressForm, typeForm, workForm } from './form-model.ts';
import { practiceFeedback } from './practice-lines.ts';
import type { PracticeState } from './practice.ts';
import { answerPractice, nextQuestion, numbersOf, startPractice } from './practice.ts';

/** Lines of the working that are kept free below the fields, where the screen has so many. */
const LEAST_WORKING = 5;

/** Rows from which on there is room for one more empty line. */
const ROOMY = 14;

/** The verdicts that are shown one by one. */
const MARKS = 12;

/**
 * Opens a calculator, or the list of all where there is none of that name.
 * @param question its numbers stand in the form; `null`: an empty form
 */
export const makeCalculatorScreen = async (
  host: Host,
  id: string,
  question: AskedTemplate | null,
): Promise<Screen> => {
  const entry = calculatorNamed(host.services.course, id);
  if (entry === undefined) {
    host.say(noCalculator(sanitizeLine(id)), 'bad');
    return makeCalculatorsScreen(host);
  }
  const calculator = await loadCalculator(entry);
  return makeForm(host, calculator, question === null ? null : givenIn(question, calculator));
};

/** The numbers of a question that was asked; `null` where the course has changed since and they are gone. */
const givenIn = ({ template, seed, form }: AskedTemplate, calculator: Calculator): Given | null => {
  try {
    return templateGiven(new Map([[template.calculator, calculator]]), template, seed, form);
  } catch (error) {
    if (error instanceof CalcProblem) return null;
    throw error;
  }
};

const makeForm = (host: Host, calculator: Calculator, given: Given | null): Screen => {
  const { services, theme } = host;
  let form = given === null ? emptyForm(calculator) : filledForm(calculator, given);
  let outcome = workForm(calculator, form);
  let mode: 'typing' | 'commands' = 'typing';
  let practice: PracticeState | null = null;
  let fieldTop = 0;
  /** Of the working, or of the practice question. */
  let top = 0;
  let rows = 1;
  let length = 1;
  let scrolled: 'no' | 'yes' = 'no';

  const change = (next: typeof form): void => {
    if (next === form) return;
    form = next;
    outcome = workForm(calculator, form);
    top = 0;
  };
  const scroll = (by: number): void => {
    top = scrollBy({ top, rows, length }, by);
    scrolled = 'yes';
  };
  const practise = (next: PracticeState | null): void => {
    practice = next;
    top = 0;
    scrolled = 'no';
    if (next === null) return;
    const { question } = next.made;
    const texts = [question.stem, ...(next.graded !== null && 'why' in question ? [question.why] : [])];
    void services.renderer.prepare(texts).then(host.redraw);
  };

  const context = (): ContextName => {
    if (practice === null) return mode === 'typing' ? 'calculator-form' : 'calculator-commands';
    if (practice.graded !== null) return 'practice-done';
    return practice.draft.kind === 'typed' ? 'practice-typed' : 'practice-choice';
  };

  const formBody = ({ columns, rows: most }: Size): readonly string[] => {
    const sheet = { columns, theme };
    const fields = fieldLines(form, outcome, sheet);
    const command = commandLines(calculator, form, sheet);
    // Around the fields: the help, and empty lines that keep it, the working and the command apart.
    const gap = most < ROOMY ? [] : [''];
    const help = helpLines(form, sheet, most < ROOMY ? 1 : 2);
    const around = command.length + help.length + 2 + gap.length;
    const fieldRows = Math.max(1, Math.min(fields.lines.length, Math.max(3, most - around - LEAST_WORKING)));
    const scroll = { rows: fieldRows, length: fields.lines.length };
    fieldTop = scrollTo({ top: fieldTop, ...scroll }, fields.to);
    fieldTop = scrollTo({ top: fieldTop, ...scroll }, fields.from);
    const working = resultLines(calculator, outcome, sheet);
    rows = Math.max(1, most - fieldRows - around);
    ({ length } = working);
    top = scrollBy({ top, rows, length }, 0);
    const seen = window(working, top, rows);
    return [
      ...window(fields.lines, fieldTop, fieldRows),
      ...gap,
      ...help,
      '',
      ...seen,
      ...Array.from({ length: rows - seen.length + 1 }, () => ''),
      ...command,
    ].slice(0, most);
  };

  const practiceBody = (
    { shown, draft, graded, mistake }: PracticeState,
    { columns, rows: most }: Size,
  ): readonly string[] => {
    const sheet: Sheet = {
      columns: Math.min(columns, TEXT_COLUMNS),
      theme,
      render: services.renderer.render,
    };
    if (graded !== null) {
      const { head, body } = practiceFeedback(shown, graded, mistake, most, sheet);
      rows = Math.max(1, most - head.length);
      ({ length } = body);
      top = scrollBy({ top, rows, length }, 0);
      return [...head, ...window(body, top, rows)];
    }
    const { lines, focus }: Focused = askedLines(shown, draft, sheet);
    rows = most;
    ({ length } = lines);
    if (scrolled === 'yes' || focus === null) top = scrollBy({ top, rows, length }, 0);
    else top = scrollToRange({ top, rows, length }, focus.from, focus.to);
    return window(lines, top, rows);
  };

  const actOnPractice = (state: PracticeState, action: Action, key: string): void => {
    switch (action) {
      case 'answer': {
        const next = answerPractice(state);
        if (typeof next === 'string') host.say(`Needed: ${sanitizeLine(next)}`, 'bad');
        else practise(next);
        return;
      }
      case 'next':
      case 'skip':
        return practise(nextQuestion(state));
      case 'calculator':
        practise(null);
        mode = 'typing';
        return change(filledForm(calculator, numbersOf(state)));
      case 'back':
        return practise(null);
      default:
        if (state.graded !== null) return;
        scrolled = 'no';
        practice = { ...state, draft: pressDraft(state.draft, action, key) };
    }
  };

  const actOnForm = (action: Action): void => {
    switch (action) {
      case 'commands':
        mode = mode === 'typing' ? 'commands' : 'typing';
        return;
      case 'practise':
        // What the explanation needs is read while the learner thinks.
        setImmediate(() => void services.renderer.load());
        return practise(startPractice(calculator, services.runtime.seed()));
      case 'copy': {
        const command = commandLine(calculator, givenOf(form));
        // The terminal does not tell whether it took it, so the command stands on the screen as well.
        if (services.copy(command)) host.say('Copied (if your terminal allows it)');
        else host.say('The clipboard cannot be reached; the command stands above', 'bad');
        return;
      }
      case 'example': {
        const [example] = calculator.examples;
        if (example !== undefined) change(filledForm(calculator, example));
        return;
      }
      case 'clear':
        return change(emptyForm(calculator));
      case 'back':
        return host.back();
      default:
        change(pressForm(form, action));
    }
  };

  const header = (): Header => {
    const { dot, correct, wrong } = theme.signs;
    if (practice === null) {
      const { id, aliases, title, summary } = calculator;
      return { left: title, right: [id, ...aliases].join(` ${dot} `), below: summary };
    }
    const { verdicts } = practice;
    const marks = verdicts
      .slice(-MARKS)
      .map(isRight => (isRight ? correct : wrong))
      .join('');
    const right = verdicts.filter(Boolean).length;
    return {
      left: ['practice', ...(practice.graded === null ? [] : [verdictText(practice.graded, theme)])].join(
        ` ${dot} `,
      ),
      right: verdicts.length === 0 ? '' : `${right} of ${verdicts.length} right ${marks}`,
      below: calculator.title,
    };
  };

  const draw = (size: Size): readonly string[] =>
    practice === null ? formBody(size) : practiceBody(practice, size);

  return {
    get context() {
      return context();
    },
    header,
    body: size => <Lines lines={draw(size)} />,
    offers: action => {
      // The hints are made before the page is drawn.
      if (action === 'page-down' || action === 'scroll-up') draw(host.size);
      if (action === 'page-down') return top + rows < length;
      if (action === 'note') return services.course.topics.some(({ id }) => id === calculator.topic);
      if (action === 'left') return practice !== null || form.fields[form.cursor]?.kind === 'choice';
      return action === 'scroll-up' ? length > rows : true;
    },
    hidden: () => hiddenLines({ top, rows, length }),
    act: (action, key) => {
      switch (action) {
        case 'note':
          return host.open({ to: 'notes', place: calculator.topic });
        case 'page-up':
        case 'page-down':
          return scroll(action === 'page-up' ? -rows : rows);
        case 'scroll-up':
        case 'scroll-down':
          return scroll(action === 'scroll-up' ? -1 : 1);
        default:
          return practice === null ? actOnForm(action) : actOnPractice(practice, action, key);
      }
    },
    type: text => {
      if (practice === null) change(typeForm(form, text));
      else practice = { ...practice, draft: typeDraft(practice.draft, text) };
    },
  };
};
