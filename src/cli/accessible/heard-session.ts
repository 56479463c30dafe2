/** What a session of the accessible mode takes beyond what every session does: lines that repeat and explain. */
import type { SessionRun } from '../../app/session/run-session.ts';
import type { Verbosity } from '../../core/device/preferences.ts';
import { isVerbosity } from '../../core/device/preferences.ts';
import type { Confidence } from '../../core/journal/event.ts';
import type { Graded } from '../../core/question/grade.ts';
import { grade } from '../../core/question/grade.ts';
import type { Presented } from '../../core/question/present.ts';
import type { SessionNotice, Turn } from '../../core/session/state.ts';
import { listAnswers } from '../../core/session/state.ts';
import { oneOption, optionLines, refusalText } from '../../text/accessible/question/spoken-question.ts';
import type { SpokenLayout } from '../../text/accessible/question/spoken-question.ts';
import { allReasons, reasonOf } from '../../text/accessible/question/spoken-verdict.ts';
import { makeSpokenRenderer } from '../../text/accessible/renderer.ts';
import type { Past, SpokenSessionView, Titles } from '../../text/accessible/session/spoken-session.ts';
import { spokenSessionView } from '../../text/accessible/session/spoken-session.ts';
import { plural } from '../../text/layout/columns.ts';
import { sentence, spokenLine, spokenTitle } from '../../text/accessible/words.ts';
import type { Renderer } from '../../text/question/renderer.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { Output } from '../terminal/output.ts';
import type { Spoken } from '../terminal/spoken.ts';

/** What a line came to: lines to print, the item is put again, a command of every session, or nothing of ours. */
type Heard =
  | { readonly is: 'lines'; readonly lines: readonly string[] }
  | { readonly is: 'refused'; readonly lines: readonly string[] }
  | { readonly is: 'again' }
  | { readonly is: 'command'; readonly word: string; readonly rest: string }
  | { readonly is: 'answer'; readonly line: string; readonly confidence?: Confidence };

/** Whole words and other names of the commands of every session. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['undo', 'u'],
  ['quit', 'q'],
  ['end', 'q'],
  ['exit', 'q'],
  ['help', '?'],
  ['h', '?'],
]);

/** Words that are commands without a colon where an answer cannot be one. */
const BARE: ReadonlySet<string> = new Set([
  '?',
  'help',
  'again',
  'repeat',
  'options',
  'back',
  'undo',
  'quit',
  'skip',
]);

const titlesOf = (course: Pick<CourseReader, 'topics'>): Titles => {
  const find = (id: string) => course.topics.find(topic => topic.id === id);
  return {
    topic: id => spokenTitle(find(id)?.title ?? id),
    section: (topic, id) =>
      spokenTitle(find(topic)?.sections.find(section => section.id === id)?.title ?? id),
  };
};

/** How the accessible mode looks at a session. */
export class HeardSession {
  readonly renderer: Renderer = makeSpokenRenderer();
  readonly view: SpokenSessionView;
  readonly #layout: SpokenLayout;
  #verbosity: Verbosity;
  #course: Pick<CourseReader, 'topics'>;
  /** The question that was answered last. */
  #last: { readonly turn: Turn; readonly shown: Presented; readonly graded: Graded } | null = null;
  /** What was asked last under each key, and how it was judged. */
  readonly #asked = new Map<string, Pick<Past, 'shown' | 'graded'>>();
  /** The answer that is looked back at, counted from 1; `null`: none is. */
  #lookedAt: number | null = null;
  /** An answer that waits for a word on how sure it is. */
  #unjudged: string | null = null;

  constructor(out: Pick<Output, 'columns'>, { verbosity }: Spoken, course: Pick<CourseReader, 'topics'>) {
    const { renderer } = this;
    this.#verbosity = verbosity;
    this.#course = course;
    this.#layout = {
      render: renderer.render,
      get columns() {
        return out.columns;
      },
    };
    this.view = spokenSessionView(
      this.#layout,
      () => this.#verbosity,
      topic => titlesOf(this.#course).topic(topic),
    );
  }

  /** Remembers what later lines may ask about. */
  saw(notice: SessionNotice): void {
    // Whoever answers has come back to what is asked.
    if (notice.type === 'saved' || notice.type === 'undone') this.#lookedAt = null;
    if (notice.type !== 'graded') return;
    this.#asked.set(notice.turn.entry.key, { shown: notice.turn.shown, graded: notice.graded });
    if (notice.turn.shown.type === 'question')
      this.#last = { turn: notice.turn, shown: notice.turn.shown.shown, graded: notice.graded };
  }

  /** What a line has to be now. */
  prompt({ state, moment }: Pick<SessionRun, 'state' | 'moment'>, turn: Turn, draft: string | null): string {
    if (draft !== null) return `${draft}:`;
    if (this.#unjudged !== null) return 'Are you sure? y or n:';
    const { phase } = state;
    return phase.name === 'revealed'
      ? this.view.prompt(turn, phase.choices, phase.at)
      : this.view.prompt(turn, null, moment());
  }

  /** Why a line is no answer. */
  refusal(turn: Turn, line: string, accepted: string): readonly string[] {
    return turn.shown.type === 'question'
      ? this.view.reworded([refusalText(turn.shown.shown, line, accepted)])
      : this.view.reworded([sentence(`Not accepted: "${spokenLine(line)}". Type ${accepted}`)]);
  }

  #lines(texts: readonly string[]): Heard {
    return { is: 'lines', lines: this.view.reworded(texts) };
  }

  /** A line that answers whether the learner is sure. */
  #judge(line: string): Heard {
    const answer = this.#unjudged ?? '';
    const isSure = /^(?:y|yes|1|s|sure)$/i.test(line);
    if (!isSure && !/^(?:n|no|2|u|unsure)$/i.test(line)) {
      // A command, or another answer, takes the place of the one that waited.
      this.#unjudged = null;
      return line === ''
        ? { is: 'again' }
        : { is: 'refused', lines: ['Not accepted: y or n. The answer was not taken; type it again.'] };
    }
    this.#unjudged = null;
    return { is: 'answer', line: answer, confidence: isSure ? 'sure' : 'unsure' };
  }

  /**
   * Takes a line before the session does; `null`: it is for the session as it stands.
   * @param asksConfidence whether the learner wants to be asked how sure they are
   */
  take(
    run: Pick<SessionRun, 'state' | 'course'>,
    turn: Turn,
    line: string,
    asksConfidence: boolean,
  ): Heard | null {
    if (this.#unjudged !== null) return this.#judge(line);
    const { shown } = turn;
    if (shown.type === 'card') this.#asked.set(turn.entry.key, { shown, graded: null });
    const isText = shown.type === 'question' && shown.shown.kind === 'text';
    const bare = !isText && BARE.has(line.toLowerCase()) ? `:${line}` : line;
    if (bare.startsWith(':')) return this.#command(run, turn, bare);
    if (shown.type === 'question') {
      if (line === '') return { is: 'again' };
      if (asksConfidence && !turn.unsure && grade(shown.shown, line, () => false).kind === 'graded') {
        this.#unjudged = line;
        return { is: 'lines', lines: [] };
      }
      return null;
    }
    return null;
  }

  #command(run: Pick<SessionRun, 'state' | 'course'>, turn: Turn, line: string): Heard | null {
    const [, typed = '', rest = ''] = /^:(\S*)\s*(.*)$/.exec(line) ?? [];
    const word = typed.toLowerCase();
    const same = SAME.get(word);
    if (same !== undefined) return { is: 'command', word: same, rest };
    if (isVerbosity(word)) {
      this.#verbosity = word;
      return this.#lines([`From here on: ${word}.`]);
    }
    const shown = turn.shown.type === 'question' ? turn.shown.shown : null;
    switch (word) {
      case 'again':
      case 'repeat':
      case 'r':
        return { is: 'again' };
      case 'options':
        return shown === null || optionLines(shown, this.#layout).length === 0
          ? this.#lines(['There are no options here.'])
          : { is: 'lines', lines: optionLines(shown, this.#layout) };
      case 'o': {
        const one = shown === null ? null : oneOption(shown, rest, this.#layout);
        return one === null ? this.#lines([`There is no option ${rest}.`]) : { is: 'lines', lines: one };
      }
      case 'where': {
        this.#course = run.course;
        const left = Math.max(0, turn.total - turn.number);
        return { is: 'lines', lines: this.view.where(turn, left, titlesOf(run.course)) };
      }
      case 'answers':
        return {
          is: 'lines',
          lines: this.view.answers(listAnswers(run.state.answers), titlesOf(run.course)),
        };
      case 'back':
      case 'b':
      case 'previous':
        return this.#lookBack(run.state, rest === '' ? 'before' : Number(rest));
      case 'forth':
      case 'forward':
        return this.#lookBack(run.state, 'after');
      case 'why':
        return this.#why(rest);
      case 'steps':
        return this.#why('');
      case 'source':
      case 'sources':
        return this.#source(run.state);
      default:
        return null;
    }
  }

  /** Tells an answer of before; what is asked waits. */
  #lookBack(state: SessionRun['state'], where: 'before' | 'after' | number): Heard {
    const answers = listAnswers(state.answers);
    const at = this.#lookedAt ?? answers.length + 1;
    const number = where === 'before' ? at - 1 : where === 'after' ? at + 1 : where;
    const answer = answers[number - 1];
    const asked = answer === undefined ? undefined : this.#asked.get(answer.item);
    if (answer === undefined || asked === undefined)
      return this.#lines([
        answers.length === 0
          ? 'Nothing was answered yet.'
          : where === 'before'
            ? 'That was the first answer.'
            : where === 'after'
              ? 'That was the last answer. An empty line repeats what is asked now.'
              : `There are ${plural(answers.length, 'answer')}; :answers lists them.`,
      ]);
    this.#lookedAt = number;
    return { is: 'lines', lines: this.view.past({ answer, ...asked }, number, answers.length) };
  }

  #why(name: string): Heard {
    if (this.#last === null) return this.#lines(['Nothing was answered yet.']);
    const { shown } = this.#last;
    const one = name === '' ? allReasons(shown, this.#layout) : reasonOf(shown, Number(name), this.#layout);
    if (one === null) return this.#lines([`The last question has no option ${name}.`]);
    return one.length === 0
      ? this.#lines(['It gives no reason.'])
      : { is: 'lines', lines: ['About the question before.', ...one] };
  }

  /** Where what was answered last comes from. */
  #source({ answers }: SessionRun['state']): Heard {
    const answer = listAnswers(answers).at(-1);
    const asked = answer === undefined ? undefined : this.#asked.get(answer.item);
    if (answer === undefined || asked === undefined) return this.#lines(['Nothing was answered yet.']);
    const { topic, section } = answer;
    const sources = asked.shown.type === 'question' ? asked.shown.shown.question.sources : null;
    return this.#lines([
      sentence(`The ${answer.type} before is ${answer.item}`),
      `Read more: study notes ${topic}${section === '' ? '' : `#${section}`}`,
      ...(sources === null
        ? []
        : sources.length === 0
          ? ['It names no source.']
          : sources.map(source => `Source: ${spokenLine(source)}`)),
    ]);
  }
}
