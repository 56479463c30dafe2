/** What a sitting of the accessible mode takes and says beyond what every sitting does. */
import type { Verbosity } from '../../core/device/preferences.ts';
import { isVerbosity } from '../../core/device/preferences.ts';
import { presentedOf } from '../../core/exam/shown.ts';
import type { Sitting } from '../../core/exam/sitting.ts';
import { currentQuestion, statusOf } from '../../core/exam/sitting.ts';
import type { ExamInput, ExamNotice, ExamState } from '../../core/exam/state.ts';
import type { PaperQuestion } from '../../core/journal/paper.ts';
import { grade } from '../../core/question/grade.ts';
import type { SpokenExamView } from '../../text/accessible/exam/spoken-exam.ts';
import { spokenExamView } from '../../text/accessible/exam/spoken-exam.ts';
import type { SpokenLayout } from '../../text/accessible/question/spoken-question.ts';
import { oneOption, optionLines, refusalText } from '../../text/accessible/question/spoken-question.ts';
import { makeSpokenRenderer } from '../../text/accessible/renderer.ts';
import type { Renderer } from '../../text/question/renderer.ts';
import type { Output } from '../terminal/output.ts';
import type { Spoken } from '../terminal/spoken.ts';

/** What a line came to. */
type HeardLine =
  | { readonly is: 'lines'; readonly lines: readonly string[] }
  | { readonly is: 'again' }
  | { readonly is: 'input'; readonly input: ExamInput }
  | { readonly is: 'command'; readonly line: string };

/** Whole words of the commands of every sitting. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['next', 'n'],
  ['previous', 'p'],
  ['back', 'p'],
  ['quit', 'q'],
  ['help', '?'],
  ['h', '?'],
]);
const BARE: ReadonlySet<string> = new Set([
  '?',
  'help',
  'again',
  'repeat',
  'options',
  'next',
  'previous',
  'quit',
]);

/** How the accessible mode looks at a sitting. */
export class HeardExam {
  readonly renderer: Renderer = makeSpokenRenderer();
  readonly view: SpokenExamView;
  readonly #layout: SpokenLayout;
  readonly #tellsTime: boolean;
  #verbosity: Verbosity;
  /** Notices of time that wait for the next prompt: nothing speaks into what somebody is reading. */
  #held: ExamNotice[] = [];

  constructor(out: Pick<Output, 'columns'>, { verbosity, timeNotices }: Spoken) {
    const { renderer } = this;
    this.#verbosity = verbosity;
    this.#tellsTime = timeNotices;
    this.#layout = {
      render: renderer.render,
      get columns() {
        return out.columns;
      },
    };
    this.view = spokenExamView(this.#layout, () => this.#verbosity);
  }

  /** Keeps a notice of time back. */
  holds(notice: ExamNotice): boolean {
    if (notice.type !== 'warning') return false;
    this.#held.push(notice);
    return true;
  }

  /** What was kept back and is to be said now: of several notices of time the last. */
  released(): readonly ExamNotice[] {
    const held = this.#held.slice(-1);
    this.#held = [];
    return this.#tellsTime ? held : [];
  }

  prompt({ sitting, asking }: ExamState): string {
    return this.view.prompt(sitting, asking);
  }

  /** Why a line is no answer; `null`: it is one. */
  refusal(question: PaperQuestion, line: string): string | null {
    const shown = presentedOf(question);
    const reading = grade(shown, line, () => false);
    return reading.kind === 'no-answer' ? refusalText(shown, line, reading.accepted) : null;
  }

  #lines(lines: readonly string[]): HeardLine {
    return { is: 'lines', lines };
  }

  /** Takes a line before the sitting does; `null`: it is for the sitting as it stands. */
  take(sitting: Sitting, line: string): HeardLine | null {
    const shown = presentedOf(currentQuestion(sitting));
    // A stray Enter leaves no question blank; where the clock is paused it resumes.
    if (line === '' && sitting.phase !== 'paused') return { is: 'again' };
    const bare = shown.kind !== 'text' && BARE.has(line.toLowerCase()) ? `:${line}` : line;
    if (!bare.startsWith(':')) return null;
    const [, typed = '', rest = ''] = /^:(\S*)\s*(.*)$/.exec(bare) ?? [];
    const word = typed.toLowerCase();
    const same = SAME.get(word);
    if (same !== undefined) return { is: 'command', line: `:${same} ${rest}`.trimEnd() };
    if (isVerbosity(word)) {
      this.#verbosity = word;
      return this.#lines([`From here on: ${word}.`]);
    }
    switch (word) {
      case 'again':
      case 'repeat':
      case 'r':
        return { is: 'again' };
      case 'options': {
        const lines = optionLines(shown, this.#layout);
        return this.#lines(lines.length === 0 ? ['There are no options here.'] : lines);
      }
      case 'o':
        return this.#lines(oneOption(shown, rest, this.#layout) ?? [`There is no option ${rest}.`]);
      case 'where':
        return { is: 'command', line: ':grid' };
      case 'blank': {
        const { records, position } = sitting;
        const places = records.map((_, i) => (position + 1 + i) % records.length);
        const next = places.find(i => {
          const record = records[i];
          return record !== undefined && statusOf(record) === 'blank';
        });
        return next === undefined
          ? this.#lines(['No question is blank.'])
          : { is: 'input', input: { type: 'go', number: next + 1 } };
      }
      default:
        return null;
    }
  }
}
