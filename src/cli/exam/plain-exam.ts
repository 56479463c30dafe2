/** Runs a sitting as plain lines: prints, reads a line, prints the outcome, and nothing is ever redrawn. */
import { readTerminalSize } from '../../app/learner/terminal.ts';
import type { ExamRun } from '../../app/exam/exam-run.ts';
import { WARNINGS } from '../../core/exam/reduce.ts';
import { presentedOf } from '../../core/exam/shown.ts';
import { currentQuestion, statusOf } from '../../core/exam/sitting.ts';
import type { ExamInput, ExamNotice } from '../../core/exam/state.ts';
import { plainNumber } from '../../core/base/digits.ts';
import { Failure } from '../../core/base/failure.ts';
import { jsonExamView } from '../../text/exam/exam-json.ts';
import type { ExamClock, ExamView } from '../../text/exam/exam-lines.ts';
import { plainExamView } from '../../text/exam/exam-lines.ts';
import type { Renderer } from '../../text/question/renderer.ts';
import { makeRenderer, questionTexts } from '../../text/question/renderer.ts';
import type { ViewLine } from '../../text/session/session-lines.ts';
import type { Context } from '../program/context.ts';
import { printLines } from '../terminal/output.ts';
import { layoutOf } from '../terminal/layout.ts';
import type { LineReader, InputLine } from '../terminal/line-reader.ts';
import { makeLineReader } from '../terminal/line-reader.ts';
import { writePrompt } from '../terminal/prompt.ts';
import { spokenOf } from '../terminal/spoken.ts';
import type { HeardExam } from '../accessible/heard-exam.ts';
import { watchLines } from '../terminal/line-watch.ts';
import { ColonGuard, unknownCommand, withoutEscape } from '../terminal/colon-lines.ts';
import { WrongForms } from '../terminal/wrong-forms.ts';

/** How the lines came to their end: the exam is over, or it stays open. `gone`: nobody reads what is printed. */
type ExamOutcome = 'ended' | 'left' | 'interrupted' | 'gone';

/** Notices that refuse what was typed. */
const REFUSALS: ReadonlySet<ExamNotice['type']> = new Set([
  'edge',
  'no-answer',
  'no-such',
  'no-pause',
  'is-paused',
]);

const MINUTE = 60_000;
/** A machine that slept, or whose clock was set, is noticed after so many ms at the latest. */
const LONGEST_WAIT = 15_000;
/** No timer is shorter (ms): it may fire a little early. */
const SHORTEST_WAIT = 20;

/** Milliseconds until the next warning or the end. */
const untilNext = (left: number): number => {
  const mark = Math.max(0, ...WARNINGS.map(minutes => minutes * MINUTE).filter(ms => ms < left));
  return Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, left - mark));
};

/** A whole number behind a command, 0 where there is none: no question and no option has it. */
const numberIn = (text: string): number =>
  /^\d{1,6}$/.test(plainNumber(text)) ? Number(plainNumber(text)) : 0;

interface ConversationParts {
  readonly run: ExamRun;
  readonly view: ExamView;
  readonly renderer: Renderer;
  readonly heard: HeardExam | null;
}

class Conversation {
  readonly #context: Context;
  readonly #run: ExamRun;
  readonly #view: ExamView;
  readonly #renderer: Renderer;
  /** The accessible mode; `null`: plain lines or JSON. */
  readonly #heard: HeardExam | null;
  readonly #guard = new ColonGuard();
  readonly #wrongForms = new WrongForms();
  /** Item of the question that was put last. */
  #put = '';
  #isLeaving = false;
  /** Whether the line that was taken last was refused. */
  #isRefused = false;
  /** What the lines of a program led to in the end: nowhere. */
  failure: Failure | null = null;

  constructor(context: Context, { run, view, renderer, heard }: ConversationParts) {
    this.#heard = heard;
    this.#context = context;
    this.#run = run;
    this.#view = view;
    this.#renderer = renderer;
  }

  print(lines: readonly ViewLine[]): void {
    printLines(this.#context.out, lines);
  }

  clock(): ExamClock {
    const { at, tz } = this.#run.moment();
    return { left: this.#run.left(), at, tz };
  }

  tell(notices: readonly ExamNotice[]): void {
    for (const notice of notices) {
      if (this.#heard?.holds(notice) === true) continue;
      this.print(this.#view.notice(notice, this.#run.state.sitting));
      if (notice.type === 'changed-elsewhere' || notice.type === 'resumed') this.#put = '';
    }
  }

  /** Whether nothing more is read: the exam is over, or its records do not reach the disk. */
  get #isOver(): boolean {
    return this.#run.state.sitting.phase === 'ended' || this.#run.failure !== null;
  }

  /** Puts questions and reads lines until the exam is over or the input is. */
  async talk(): Promise<ExamOutcome> {
    const { stdin, terminal, options, out } = this.#context;
    const prompt = terminal.stdin && terminal.stdout && !options.json ? '> ' : '';
    const reader = makeLineReader(stdin, process);
    const watch = watchLines(terminal.stdin);
    try {
      while (!this.#isOver) {
        await this.#putQuestion();
        if (this.#heard !== null) {
          for (const notice of this.#heard.released())
            this.print(this.#view.notice(notice, this.#run.state.sitting));
          writePrompt(this.#context, this.#heard.prompt(this.#run.state));
        } else if (prompt !== '') out.write(prompt);
        // An answer to what nobody saw is none.
        if (!(await out.settled())) return 'gone';
        const reading = await this.#read(reader);
        if (terminal.stdout) readTerminalSize();
        if (reading === null) break;
        if (reading.is === 'end' || reading.is === 'interrupted') {
          this.#send({ type: 'tick' });
          if (this.#isOver) break;
          return reading.is === 'interrupted' ? 'interrupted' : 'left';
        }
        this.#isRefused = false;
        if (reading.is === 'unreadable') this.#refuse(watch.explain(reading));
        else this.#take(reading.text.trim());
        if (this.#isLeaving || this.#isOver) break;
        watch.saw(reading, this.#isRefused ? 'refused' : this.#answered);
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.failure = error;
    } finally {
      reader.close();
    }
    if (this.#run.state.sitting.phase === 'ended') return 'ended';
    return (await out.settled()) ? 'left' : 'gone';
  }

  /** Questions that have an answer. */
  get #answered(): number {
    return this.#run.state.sitting.records.filter(({ response }) => response !== null).length;
  }

  async #putQuestion(): Promise<void> {
    const { sitting } = this.#run.state;
    const question = currentQuestion(sitting);
    if (this.#put === question.item || sitting.phase === 'paused') return;
    await this.#renderer.prepare(questionTexts(presentedOf(question)));
    this.print(this.#view.question(sitting, this.clock()));
    this.#put = question.item;
  }

  /** The next line; `null` where the exam was over before one came. */
  async #read(reader: LineReader): Promise<InputLine | null> {
    const pending = reader.next();
    for (;;) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const tick = new Promise<null>(resolve => {
        if (this.#run.state.sitting.phase === 'open')
          timer = setTimeout(() => resolve(null), untilNext(this.#run.left()));
      });
      const reading = await Promise.race([pending, tick]);
      clearTimeout(timer);
      if (reading !== null) return reading;
      if (!(await this.#context.out.settled())) return null;
      this.#send({ type: 'tick' });
      if (this.#isOver) return null;
    }
  }

  #refuse(accepted: string): void {
    this.#isRefused = true;
    this.print(this.#view.refused(accepted));
  }

  #send(input: ExamInput): readonly ExamNotice[] {
    const notices = this.#run.dispatch(input);
    if (notices.some(({ type }) => REFUSALS.has(type))) this.#isRefused = true;
    this.tell(notices);
    return notices;
  }

  /** What was typed has come too late where it ended the exam without asking for that. */
  #sendTyped(input: ExamInput, typed: string): readonly ExamNotice[] {
    const notices = this.#send(input);
    if (notices.some(notice => notice.type === 'ended' && notice.reason !== 'submitted'))
      this.print(this.#view.tooLate(typed));
    return notices;
  }

  #take(text: string): void {
    const { asking, sitting } = this.#run.state;
    if (asking) {
      const isYes = this.#heard === null ? text.toLowerCase() === 'yes' : /^y(?:es)?$/i.test(text);
      this.#sendTyped({ type: isYes ? 'confirm' : 'decline' }, text);
      return;
    }
    const heard = this.#heard?.take(sitting, text) ?? null;
    if (heard !== null) {
      if (heard.is === 'again') this.#put = '';
      else if (heard.is === 'input') this.#sendTyped(heard.input, text);
      else if (heard.is === 'command') this.#command(heard.line);
      else this.print(heard.lines);
      return;
    }
    if (text.startsWith(':')) this.#command(text);
    else if (sitting.phase === 'paused')
      this.#sendTyped(text === '' ? { type: 'resume' } : answerOf(text), text);
    else if (text === '') this.#skip();
    else this.#answer(text);
  }

  #answer(text: string): void {
    const question = currentQuestion(this.#run.state.sitting);
    const refusal = this.#heard?.refusal(question, withoutEscape(text)) ?? null;
    if (refusal !== null) return this.#refuse(refusal);
    const notices = this.#sendTyped(answerOf(text), text);
    if (notices.some(({ type }) => type === 'no-answer')) {
      const example = this.#wrongForms.refused(question.item, presentedOf(question));
      if (example !== null) this.#refuse(example);
    }
    if (this.#isOver || !notices.some(({ type }) => type === 'saved')) return;
    this.#goOn();
  }

  /** After an answer comes the next question, as in a quiz; after the last one nothing. */
  #goOn(): void {
    const { sitting } = this.#run.state;
    if (sitting.position + 1 < sitting.records.length) this.#send({ type: 'next' });
    else this.print(this.#view.last(sitting));
  }

  #skip(): void {
    const { sitting } = this.#run.state;
    const record = sitting.records[sitting.position];
    if (record !== undefined && statusOf(record) === 'blank') this.print(this.#view.skipped(sitting));
    this.#sendTyped({ type: 'next' }, '');
  }

  #command(text: string): void {
    const [, word = '', rest = ''] = /^:(\S*)\s*(.*)$/.exec(text) ?? [];
    const { sitting } = this.#run.state;
    const doubt = this.#guard.question(presentedOf(currentQuestion(sitting)), text);
    if (doubt !== null) return this.#refuse(doubt);
    switch (word) {
      case 'n':
        return void this.#sendTyped({ type: 'next' }, text);
      case 'p':
        return void this.#sendTyped({ type: 'previous' }, text);
      case 'go':
        return void this.#sendTyped({ type: 'go', number: numberIn(rest) }, text);
      case 'strike':
        return void this.#sendTyped({ type: 'strike', option: numberIn(rest) }, text);
      case 'flag':
      case 'unsure':
      case 'clear':
      case 'pause':
      case 'resume':
      case 'end':
        return void this.#sendTyped({ type: word }, text);
      case 'q':
        this.#isLeaving = true;
        return;
      case 'grid':
        return this.print(this.#view.grid(sitting));
      case 'time':
        return this.print(this.#view.time(sitting, this.clock()));
      case '?':
        return this.print(this.#view.help(sitting.paper.practice, rest));
      default:
        return this.#refuse(
          this.#heard === null ? unknownCommand(word) : `there is no command :${word}; :help lists them`,
        );
    }
  }
}

const answerOf = (line: string): ExamInput => ({ type: 'answer', line: withoutEscape(line) });

/** What goes on with a sitting that is left, and whether it has just begun. */
interface PlainExam {
  readonly run: ExamRun;
  readonly command: string;
  readonly isNew: boolean;
}

/**
 * Runs a sitting of plain lines, or of JSON lines with `--json`, until it has ended or is left; lets go of it.
 * @throws Failure `data` where something could not be saved, after saying so
 */
export const runPlainExam = async (
  context: Context,
  { run, command, isNew }: PlainExam,
): Promise<ExamOutcome> => {
  const { out, options } = context;
  const spoken = spokenOf(context);
  const heard =
    spoken === null ? null : new (await import('../accessible/heard-exam.ts')).HeardExam(out, spoken);
  const renderer = heard?.renderer ?? makeRenderer(out.style, out.ascii);
  const view = heard?.view ?? (options.json ? jsonExamView() : plainExamView(layoutOf(out, renderer)));
  const conversation = new Conversation(context, { run, view, renderer, heard });
  try {
    if (isNew || options.json) conversation.print(view.begin(run.state.sitting, conversation.clock()));
    conversation.tell(run.opening);
    const outcome = await conversation.talk();
    const clock = conversation.clock();
    if (outcome === 'gone') {
      run.release();
      return outcome;
    }
    run.close();
    if (outcome !== 'ended') conversation.print(view.leftOpen(run.state.sitting, clock, command));
    if (run.failure !== null) throw run.failure;
    if (conversation.failure !== null) throw conversation.failure;
    return outcome;
  } finally {
    run.close();
  }
};
