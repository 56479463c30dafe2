/** Runs a session as plain lines: prints, reads a line, prints the outcome, and nothing is ever redrawn. */
import { readPreferences } from '../../app/learner/device.ts';
import { grade } from '../../core/question/grade.ts';
import type { HeardSession } from '../accessible/heard-session.ts';
import { writePrompt } from '../terminal/prompt.ts';
import { spokenOf } from '../terminal/spoken.ts';
import { readTerminalSize } from '../../app/learner/terminal.ts';
import { openSession, takeEdited } from '../../app/session/open-session.ts';
import type { RelinkReport } from '../../app/relink/relink-course.ts';
import type { SessionRequest } from '../../app/session/session-request.ts';
import type { LearnerInput, SessionRun } from '../../app/session/run-session.ts';
import type { Confidence, Rating } from '../../core/journal/event.ts';
import { RATINGS } from '../../core/journal/event.ts';
import { EXIT_CODES, Failure } from '../../core/base/failure.ts';
import { plainNumber } from '../../core/base/digits.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { Turn } from '../../core/session/state.ts';
import { jsonView } from '../../text/session/session-json.ts';
import type { Renderer } from '../../text/question/renderer.ts';
import { askedTexts, makeRenderer } from '../../text/question/renderer.ts';
import type { SessionView, ViewLine } from '../../text/session/session-lines.ts';
import { CARD_ACCEPTS, plainView } from '../../text/session/session-lines.ts';
import type { Context } from '../program/context.ts';
import { printLines } from '../terminal/output.ts';
import { editorFor } from '../terminal/programs.ts';
import { layoutOf } from '../terminal/layout.ts';
import { makeLineReader } from '../terminal/line-reader.ts';
import { watchLines } from '../terminal/line-watch.ts';
import { ColonGuard, unknownCommand, withoutEscape } from '../terminal/colon-lines.ts';
import { WrongForms } from '../terminal/wrong-forms.ts';
import type { Told } from './own-lines.ts';
import { OwnLines } from './own-lines.ts';
import { studyCommand } from '../program/study-command.ts';
import { tellUnreadFiles } from '../program/unread-files.ts';

/** What a line leads to: the item is put again, another line is read, as after one refused, or all is over. */
type After = 'put-again' | 'read-on' | 'refused' | 'over';

/** How a conversation came to its end. `gone`: nobody reads what is printed. */
type End =
  | { readonly is: 'ended' | 'interrupted' | 'gone' }
  | { readonly is: 'failed'; readonly failure: Failure };

const readRating = (text: string): Rating | undefined =>
  /^[1-4]$/.test(text) ? RATINGS[Number(text) - 1] : RATINGS.find(rating => rating === text.toLowerCase());

interface ConversationParts {
  readonly journal: Journal;
  readonly run: SessionRun;
  readonly view: SessionView;
  readonly renderer: Renderer;
  readonly heard: HeardSession | null;
}

/** A session with what it talks through. */
class Conversation {
  readonly #context: Context;
  readonly #journal: Journal;
  readonly #run: SessionRun;
  readonly #view: SessionView;
  readonly #renderer: Renderer;
  readonly #guard = new ColonGuard();
  readonly #wrongForms = new WrongForms();
  /** What the learner writes on the course. */
  readonly #own: OwnLines;
  /** The accessible mode; `null`: plain lines or JSON. */
  readonly #heard: HeardSession | null;
  readonly #asksConfidence: boolean;

  constructor(context: Context, { journal, run, view, renderer, heard }: ConversationParts) {
    this.#heard = heard;
    this.#asksConfidence = heard !== null && readPreferences(context.runtime).values.confidence;
    this.#context = context;
    this.#journal = journal;
    this.#run = run;
    this.#view = view;
    this.#renderer = renderer;
    this.#own = new OwnLines({ context, journal, run, view, renderer });
  }

  print(lines: readonly ViewLine[]): void {
    printLines(this.#context.out, lines);
  }

  /** Tells what became of items whose keys have changed. */
  tell(report: RelinkReport): void {
    const { options } = this.#context;
    this.print(this.#view.relinked(report, words => studyCommand(words, options)));
  }

  /** Puts items and reads lines until the session is over. */
  async talk(): Promise<End> {
    const { stdin, terminal, options, out } = this.#context;
    const prompt = terminal.stdin && terminal.stdout && !options.json ? '> ' : '';
    const reader = makeLineReader(stdin, process);
    const watch = watchLines(terminal.stdin);
    let put = 0;
    let isComplete = false;
    try {
      for (let after: After = 'put-again'; after !== 'over';) {
        const { turn } = this.#run.state;
        if (turn === null) break;
        if (after === 'put-again' || turn.number !== put) {
          await this.#renderer.prepare(askedTexts(turn));
          this.print(this.#view.turn(turn));
          put = turn.number;
        }
        const says = this.#heard?.prompt(this.#run, turn, this.#own.awaits);
        if (says !== undefined) writePrompt(this.#context, says);
        else if (prompt !== '') out.write(prompt);
        // An answer to what nobody saw is none.
        if (!(await out.settled())) return { is: 'gone' };
        if (!isComplete) await this.#run.loadRest();
        isComplete = true;
        const reading = await reader.next();
        if (terminal.stdout) readTerminalSize();
        if (reading.is === 'interrupted') return { is: 'interrupted' };
        if (reading.is === 'unreadable') after = this.#refuse(watch.explain(reading));
        else if (reading.is === 'end') after = this.#send({ type: 'end' });
        else after = await this.#take(turn, reading.text.trim());
        watch.saw(reading, after === 'refused' ? 'refused' : put);
      }
      return { is: 'ended' };
    } catch (error) {
      if (error instanceof Failure) return { is: 'failed', failure: error };
      throw error;
    } finally {
      reader.close();
    }
  }

  #send(input: LearnerInput): After {
    const notices = this.#run.dispatch(input);
    const moment = this.#run.moment();
    for (const notice of notices) {
      this.#heard?.saw(notice);
      this.print(this.#view.notice(notice, moment));
      if (notice.type === 'graded') this.print(this.#own.shown(notice.turn.entry.key));
    }
    if (this.#run.failure !== null) return 'over';
    if (notices.some(({ type }) => type === 'undone')) return 'put-again';
    return notices.some(({ type }) => type === 'no-answer') ? 'refused' : 'read-on';
  }

  #say(text: string): After {
    this.print(this.#view.message(text));
    return 'read-on';
  }

  #refuse(accepted: string): After {
    this.print(this.#view.notice({ type: 'no-answer', accepted }, this.#run.moment()));
    return 'refused';
  }

  async #take(turn: Turn, text: string): Promise<After> {
    const written = await this.#own.takeLine(text);
    if (written !== null) return this.#tellOwn(written);
    const heard = await this.#hear(turn, text);
    if (heard !== null) return heard;
    if (text.startsWith(':')) return this.#command(turn, text);
    if (turn.shown.type === 'card') return this.#takeForCard(turn, text);
    if (text === '') return this.#send({ type: 'skip' });
    return this.#answer(turn, text);
  }

  /** What the accessible mode makes of a line; `null`: it is a line like any other. */
  async #hear(turn: Turn, text: string): Promise<After | null> {
    const heard = this.#heard?.take(this.#run, turn, text, this.#asksConfidence) ?? null;
    if (heard === null) return null;
    switch (heard.is) {
      case 'again':
        return 'put-again';
      case 'answer':
        return this.#answer(turn, heard.line, heard.confidence);
      case 'command':
        return this.#command(turn, `:${heard.word} ${heard.rest}`.trimEnd());
      case 'lines':
      case 'refused':
        this.print(heard.lines);
        return heard.is === 'refused' ? 'refused' : 'read-on';
    }
  }

  async #answer(turn: Turn, text: string, confidence?: Confidence): Promise<After> {
    await this.#own.prepareAnswer(turn);
    const line = withoutEscape(text);
    if (this.#heard !== null && turn.shown.type === 'question') {
      const reading = grade(turn.shown.shown, line, () => false);
      if (reading.kind === 'no-answer') {
        this.print(this.#heard.refusal(turn, line, reading.accepted));
        return 'refused';
      }
    }
    const after = this.#send({ type: 'answer', line, ...(confidence && { confidence }) });
    if (after === 'refused' && turn.shown.type === 'question') {
      const example = this.#wrongForms.refused(turn.entry.key, turn.shown.shown);
      if (example !== null) this.#refuse(example);
    }
    if (after !== 'read-on') return after;
    return this.#send({ type: 'next' });
  }

  async #takeForCard(turn: Turn, text: string): Promise<After> {
    const { phase } = this.#run.state;
    if (phase.name === 'revealed') {
      const rating = readRating(plainNumber(text));
      return rating === undefined
        ? this.#refuse(CARD_ACCEPTS.revealed)
        : this.#send({ type: 'rate', rating });
    }
    if (text !== '') return this.#refuse(CARD_ACCEPTS.asking);
    await this.#own.prepareAnswer(turn);
    const after = this.#send({ type: 'reveal' });
    const { phase: shown } = this.#run.state;
    if (shown.name === 'revealed')
      this.print(this.#view.revealed(turn, shown.choices, shown.at, this.#own.remarks));
    return after;
  }

  async #command(turn: Turn, text: string): Promise<After> {
    const [, word = '', rest = ''] = /^:(\S*)\s*(.*)$/.exec(text) ?? [];
    const doubt = turn.shown.type === 'question' ? this.#guard.question(turn.shown.shown, text) : null;
    if (doubt !== null) return this.#refuse(doubt);
    switch (word) {
      case 'u':
        return this.#send({ type: 'undo' });
      case 'q':
        return this.#send({ type: 'end' });
      case 'skip':
        return this.#send({ type: 'skip' });
      case 'dunno':
        return this.#dontKnow(turn);
      case 'flag':
        return this.#send({ type: 'flag', note: rest });
      case 'bury':
        return this.#send({ type: 'bury' });
      case 'suspend':
        return this.#send({ type: 'suspend' });
      case 'unsure':
        return turn.shown.type === 'card'
          ? this.#refuse('a card is rated after its answer: 2 hard says that you were unsure')
          : this.#send({ type: 'unsure' });
      case 'rate':
        return this.#rateAgain(rest);
      case 'note':
        return this.#note(turn);
      case 'edit':
        return this.#edit(turn);
      case 'remark':
        return this.#tellOwn(await this.#own.remark(rest));
      case 'card':
        return this.#tellOwn(await this.#own.card());
      case '?':
        this.print(this.#view.help(rest));
        return 'read-on';
      default:
        return this.#refuse(
          this.#heard === null ? unknownCommand(word) : `there is no command :${word}; :help lists them`,
        );
    }
  }

  /** `:dunno` shows the answer of a card and counts as `again`. */
  async #dontKnow(turn: Turn): Promise<After> {
    if (turn.shown.type !== 'card') return this.#refuse(':dunno is for cards; :skip leaves a question');
    if (this.#run.state.phase.name === 'asking') {
      const after = await this.#takeForCard(turn, '');
      if (after !== 'read-on') return after;
    }
    return this.#run.state.phase.name === 'revealed'
      ? this.#send({ type: 'rate', rating: 'again' })
      : 'read-on';
  }

  /** `:rate 2` gives the card that was rated last another rating. */
  #rateAgain(text: string): After {
    const rating = readRating(plainNumber(text));
    const answer = this.#run.state.answers?.last;
    if (answer?.type !== 'card') return this.#refuse(':rate is for a card that was rated just before');
    if (rating === undefined) return this.#refuse(`:rate takes ${CARD_ACCEPTS.revealed}`);
    return this.#send({ type: 'change-rating', answer, rating });
  }

  #tellOwn(told: Told): After {
    if ('refused' in told) return this.#refuse(told.refused);
    this.print(told.lines);
    return 'read-on';
  }

  async #note(turn: Turn): Promise<After> {
    const { topic, section: id } = turn.entry;
    const sections = this.#run.course.note(topic)?.sections ?? [];
    const section = id === '' ? undefined : sections.find(section => section.id === id);
    if (section !== undefined) await this.#renderer.prepare([section.markdown]);
    this.print(this.#view.note(turn, section ?? null));
    return 'read-on';
  }

  async #edit(turn: Turn): Promise<After> {
    const { course } = this.#run;
    const { key } = turn.entry;
    const item = course.item(key);
    if (item === undefined) return 'read-on';
    const editor = editorFor(course, item, this.#context);
    if (editor.is === 'said') return this.#say(editor.text);
    const refusal = await editor.open();
    if (refusal !== null) return this.#say(refusal);
    const edited = await takeEdited(this.#run, this.#journal, item, () => this.#context.reopenCourse());
    this.tell(edited.relinked);
    const { problem } = edited;
    if (problem !== null) this.#say(`${problem.file}:${problem.line} ${problem.message}. ${problem.hint}`);
    this.#send({ type: 'reloaded', key: edited.key });
    return 'put-again';
  }
}

/**
 * Runs a session of plain lines, or of JSON lines with `--json`, from its plan to its summary.
 * @throws Failure `data` where an answer could not be saved, after saying so
 */
export const runPlainSession = async (context: Context, request: SessionRequest): Promise<void> => {
  const { options, out, runtime } = context;
  const [course, journal] = await Promise.all([context.recordingCourse(), context.journal()]);
  try {
    tellUnreadFiles(context, course);
    const { run, planned, relinked, late } = await openSession(
      { course, journal, runtime },
      request,
      'first',
    );
    const spoken = spokenOf(context);
    const heard =
      spoken === null
        ? null
        : new (await import('../accessible/heard-session.ts')).HeardSession(out, spoken, course);
    const renderer = heard?.renderer ?? makeRenderer(out.style, out.ascii);
    const view = heard?.view ?? (options.json ? jsonView() : plainView(layoutOf(out, renderer)));
    const { plan, due, fresh, heldBack, repeatable, exam } = planned;
    const conversation = new Conversation(context, { journal, run, view, renderer, heard });

    conversation.tell(relinked);
    for (const { paper } of late) {
      const command = studyCommand('study exam --report', options);
      const text = `The time of your exam ${paper.blueprint.title} ran out: ${command} shows its result`;
      conversation.print(view.message(text));
    }
    const { turn } = run.state;
    if (turn === null) conversation.print(view.message(request.nothing(planned)));
    else if (!options.input) {
      throw new Failure('usage', 'A session needs input, and --no-input forbids asking', {
        code: 'input-needed',
        try: 'leave out --no-input; answers may come from a pipe',
      });
    } else {
      const items = plan.mode === 'review' ? turn.total : plan.queue.length;
      const { mode, seed } = plan;
      const head = {
        mode,
        course: course.id,
        items,
        due,
        fresh,
        heldBack,
        seed,
        repeatable,
        ...(exam === undefined ? {} : { exam: { questions: exam.questions, minutes: exam.minutes } }),
      };
      conversation.print(view.start(head));
    }
    for (const notice of run.opening) conversation.print(view.notice(notice, run.moment()));
    const end = await conversation.talk();
    if (end.is !== 'gone') conversation.print(view.summary(run.summary(), run.moment()));
    if (end.is === 'interrupted') process.exitCode = EXIT_CODES.interrupted;
    if (run.failure !== null) throw run.failure;
    if (end.is === 'failed') throw end.failure;
  } finally {
    journal.close();
  }
};
