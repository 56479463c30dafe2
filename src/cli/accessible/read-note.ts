/** A note read section by section: numbers and words say where to go, and the place is kept. */
import type { NoteReading } from '../../app/course/read-note.ts';
import { placeTitle, readNote } from '../../app/course/read-note.ts';
import { keepPlace, placeIn } from '../../app/learner/reading-places.ts';
import { recordReading } from '../../app/learner/reading-time.ts';
import type { CourseReader, Section } from '../../core/course/course.ts';
import type { Verbosity } from '../../core/device/preferences.ts';
import { plainText } from '../../core/course/plain-text.ts';
import { tryItOf } from '../../core/reading/try-it.ts';
import { findTerm, termsOf } from '../../core/reading/glossary.ts';
import { spokenTerm, spokenTerms } from '../../text/accessible/notes/spoken-terms.ts';
import { LinkBook, speakMarkdown } from '../../text/accessible/markdown/spoken-markdown.ts';
import {
  furtherSentences,
  WALK_HELP,
  linkSentences,
  namedSections,
  spokenNoteHead,
  spokenOutline,
  spokenSection,
} from '../../text/accessible/notes/spoken-note.ts';
import { listed, sentence, spokenTitle } from '../../text/accessible/words.ts';
import { momentNow } from '../../app/learner/moment.ts';
import type { Context } from '../program/context.ts';
import { Asker, numberTyped } from './asker.ts';

interface NoteParts {
  readonly context: Context;
  readonly course: CourseReader;
  /** How long each note was read, ms, by topic. */
  readonly times: Map<string, number>;
  readonly verbosity: Verbosity;
}

/** What a target within the course is called, in words; `null`: it is an address. */
const spokenPlace = (course: CourseReader, topic: string, target: string): string | null => {
  const title = placeTitle(course, target.startsWith('#') ? topic + target : target);
  return title === null ? null : spokenTitle(title);
};

class NoteWalk {
  readonly #parts: NoteParts;
  readonly #asker: Asker;
  readonly #reading: NoteReading;
  readonly #links = new LinkBook();
  readonly #sections: readonly Section[];
  /** Index in the sections that have headings; -1: what stands before the first of them. */
  #at = -1;
  /** The answer to the question that was read last and is not answered yet. */
  #answer: string | null = null;
  #since = 0;

  constructor(parts: NoteParts, asker: Asker, reading: NoteReading) {
    this.#parts = parts;
    this.#asker = asker;
    this.#reading = reading;
    this.#sections = namedSections(reading.note);
  }

  get #options() {
    const { context, verbosity } = this.#parts;
    return { width: context.out.columns, verbosity, links: this.#links };
  }

  /** Tells the section at hand, and remembers that it was read up to here. */
  #tell(): void {
    const { note } = this.#reading;
    const section = this.#at === -1 ? note.sections.find(({ id }) => id === '') : this.#sections[this.#at];
    const asked = section === undefined ? null : tryItOf(section);
    this.#answer = asked?.answer ?? null;
    const shown =
      asked === null || section === undefined ? section : { ...section, markdown: asked.question };
    if (shown !== undefined) this.#asker.print(spokenSection(note, shown, this.#options, section));
    const { context, course } = this.#parts;
    keepPlace(context.runtime, course, { topic: note.id, section: section?.id ?? '', line: 0 });
  }

  #tellAnswer(): void {
    const { width, links } = this.#options;
    if (this.#answer === null) this.#asker.say(['Nothing is asked here.']);
    else this.#asker.print(speakMarkdown(this.#answer, { width, links }));
    this.#answer = null;
  }

  #keepTime(): void {
    const { context, times } = this.#parts;
    const { id } = this.#reading.note;
    const at = context.runtime.clock.now();
    if (this.#since > 0) times.set(id, (times.get(id) ?? 0) + at - this.#since);
    this.#since = at;
  }

  #goTo(at: number): void {
    if (at >= this.#sections.length) {
      this.#asker.say(['That was the last section. A number goes back to one, quit ends.']);
      return;
    }
    this.#at = Math.max(-1, at);
    this.#tell();
  }

  #prompt(): string {
    const { verbosity } = this.#parts;
    if (verbosity === 'brief') return 'Section:';
    const next = this.#sections[this.#at + 1];
    const enter =
      this.#answer !== null
        ? 'Enter: the answer'
        : next === undefined
          ? 'End of the note'
          : `Enter: ${this.#at + 2}, ${spokenTitle(next.title)}`;
    const rest =
      verbosity === 'full'
        ? 'a number, back, again, outline, links, link 2, find WORDS, cards, quiz'
        : 'help';
    return `${enter}. Or ${rest} or quit:`;
  }

  #start(): void {
    const { context, course } = this.#parts;
    const { section, note } = this.#reading;
    this.#asker.print(spokenNoteHead(this.#reading, this.#options));
    const left = section ?? placeIn(context.runtime, course, note.id)?.section ?? '';
    this.#at = this.#sections.findIndex(({ id }) => id === left);
    if (section === null && this.#at > 0)
      this.#asker.say([`You left it here. 1 begins with the first section.`]);
    // A note without a word before its first heading begins with that.
    if (this.#at === -1 && !note.sections.some(({ id, markdown }) => id === '' && markdown.trim() !== ''))
      this.#at = 0;
    this.#tell();
  }

  #find(words: string): void {
    const wanted = words.toLowerCase();
    const found = this.#sections.flatMap(({ title, markdown }, i) =>
      `${title} ${plainText(markdown)}`.toLowerCase().includes(wanted)
        ? [`${i + 1}, ${spokenTitle(title)}`]
        : [],
    );
    this.#asker.say([
      found.length === 0 ? `No section has ${words}.` : sentence(`${words} is in ${listed(found)}`),
    ]);
  }

  /** The terms of the section at hand; of the whole note where it has none. */
  #terms(): void {
    const at = this.#sections[this.#at]?.id ?? '';
    const terms = termsOf(this.#reading.source.sections, at, this.#parts.course.glossary());
    this.#asker.say(terms.length === 0 ? ['The glossary has no word of this note.'] : spokenTerms(terms));
  }

  #term(word: string): void {
    const term = findTerm(this.#parts.course.glossary(), word);
    this.#asker.say([term === undefined ? `The glossary has no term ${word}.` : spokenTerm(term)]);
  }

  async #open(target: string | undefined): Promise<'quit' | 'on'> {
    if (target === undefined) {
      this.#asker.say(['There is no link of that number here. links lists them.']);
      return 'on';
    }
    const { course } = this.#parts;
    const { note } = this.#reading;
    if (spokenPlace(course, note.id, target) === null) {
      this.#asker.say([`It leads out of the course: ${target}`]);
      return 'on';
    }
    const reading = readNote(course, target.startsWith('#') ? note.id + target : target);
    if (reading.is !== 'note') return 'on';
    const here = this.#sections.findIndex(({ id }) => id === reading.reading.section);
    if (reading.reading.note.id === note.id && here !== -1) {
      this.#goTo(here);
      return 'on';
    }
    const end = await new NoteWalk(this.#parts, this.#asker, reading.reading).walk();
    if (end === 'quit') return 'quit';
    this.#asker.say([`Back in ${sentence(spokenTitle(note.title))}`]);
    return 'on';
  }

  /** Reads until `quit`, or `back` before the beginning, which leads to where the link was. */
  async walk(): Promise<'quit' | 'back'> {
    this.#keepTime();
    this.#start();
    for (;;) {
      const line = await this.#asker.ask(this.#prompt());
      this.#keepTime();
      if (line === null) return 'quit';
      const [, word = '', rest = ''] = /^:?(\S*)\s*(.*)$/.exec(line) ?? [];
      const number = numberTyped(line, this.#sections.length);
      if (number !== null) {
        this.#goTo(number - 1);
        continue;
      }
      switch (word.toLowerCase()) {
        case 'answer':
          this.#tellAnswer();
          break;
        case '':
          if (this.#answer === null) this.#goTo(this.#at + 1);
          else this.#tellAnswer();
          break;
        case 'n':
        case 'next':
          this.#goTo(this.#at + 1);
          break;
        case 'b':
        case 'p':
        case 'back':
        case 'previous':
          if (this.#at <= 0) return 'back';
          this.#goTo(this.#at - 1);
          break;
        case 'again':
        case 'repeat':
          this.#tell();
          break;
        case 'o':
        case 'outline':
          this.#asker.print(spokenOutline(this.#reading.note, this.#options));
          break;
        case 'links':
          this.#asker.say(
            this.#links.targets.length === 0
              ? ['No link so far.']
              : linkSentences(this.#links, target =>
                  spokenPlace(this.#parts.course, this.#reading.note.id, target),
                ),
          );
          break;
        case 'l':
        case 'link':
          if ((await this.#open(this.#links.target(Number(rest)))) === 'quit') return 'quit';
          break;
        case 'terms':
          this.#terms();
          break;
        case 'term':
          this.#term(rest);
          break;
        case 'find':
          if (rest !== '') this.#find(rest);
          break;
        case 'source':
        case 'sources':
          this.#asker.say(
            this.#reading.note.sources.length === 0 ? ['It names none.'] : this.#reading.note.sources,
          );
          break;
        case 'more':
        case 'calc':
          this.#asker.say(furtherSentences(this.#reading));
          break;
        case 'cards':
        case 'quiz':
        case 'review':
          await this.#asker.run([word.toLowerCase(), this.#reading.note.id]);
          break;
        case 'q':
        case 'quit':
        case 'end':
          return 'quit';
        case 'help':
        case '?':
          this.#asker.say(WALK_HELP);
          break;
        default:
          this.#asker.say([`Not known here: ${word}. help lists what is.`]);
      }
    }
  }
}

/** Reads a note with whoever sits at the terminal. @throws Failure of the course or the journal */
export const walkNote = async (
  context: Context,
  course: CourseReader,
  reading: NoteReading,
  verbosity: Verbosity,
): Promise<void> => {
  const asker = new Asker(context);
  const times = new Map<string, number>();
  try {
    await new NoteWalk({ context, course, times, verbosity }, asker, reading).walk();
  } finally {
    asker.close();
  }
  // Only now: what was opened from here has a journal of its own.
  const journal = await context.journal();
  try {
    const moment = momentNow(context.runtime, journal.progress(course.id).settings);
    for (const [topic, ms] of times) recordReading({ course, journal }, topic, moment, ms);
  } finally {
    journal.close();
  }
};
