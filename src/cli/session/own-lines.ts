/** What a learner writes on a course in lines: `:remark TEXT` and `:card`; and their remark below an answer. */
import { basename } from 'node:path';
import type { OwnNotes, Remark } from '../../app/own/own.ts';
import type { SessionRun } from '../../app/session/run-session.ts';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { Journal } from '../../core/journal/journal.ts';
import type { Turn } from '../../core/session/state.ts';
import type { Renderer } from '../../text/question/renderer.ts';
import { answerTexts } from '../../text/question/renderer.ts';
import type { SessionView, ViewLine } from '../../text/session/session-lines.ts';
import type { Context } from '../program/context.ts';
import { withoutEscape } from '../terminal/colon-lines.ts';

interface OwnLinesParts {
  readonly context: Pick<Context, 'runtime'>;
  readonly journal: Pick<Journal, 'progress'>;
  readonly run: Pick<SessionRun, 'state' | 'course'>;
  readonly view: SessionView;
  readonly renderer: Renderer;
}

/** What there is to print, or why a line is none that can be used. */
export type Told = { readonly lines: readonly ViewLine[] } | { readonly refused: string };

/** A card that is being written: its place, and its front once it is there. */
interface Draft {
  readonly topic: string;
  readonly section: string;
  readonly front: string | null;
}

/** Adds to the remark, so that nothing that was written is lost by a line. */
const added = (seen: Remark | null, text: string): string => [...(seen?.texts ?? []), text].join('\n\n');

const failureOf = (error: unknown): Failure => {
  if (error instanceof Failure) return error;
  throw error;
};

/** The learner's own lines in one session. */
export class OwnLines {
  readonly #parts: OwnLinesParts;
  /** Loaded with the first answer. */
  #notes: OwnNotes | null = null;
  #draft: Draft | null = null;
  /** The remark on the item whose answer is shown now, in each version there is. */
  remarks: readonly string[] = [];

  constructor(parts: OwnLinesParts) {
    this.#parts = parts;
  }

  async #open(): Promise<OwnNotes> {
    if (this.#notes !== null) return this.#notes;
    const { openOwn } = await import('../../app/own/own-notes.ts');
    const { context, journal, run } = this.#parts;
    return (this.#notes = openOwn({
      data: context.runtime.paths.data,
      course: () => run.course,
      families: () => journal.progress(run.course.id).families,
      seed: context.runtime.seed,
    }));
  }

  /** What a card that is being written waits for; `null`: none is written. */
  get awaits(): 'Front' | 'Back' | null {
    return this.#draft === null ? null : this.#draft.front === null ? 'Front' : 'Back';
  }

  /** Makes the answer of an item ready to be shown, with the remark on it. */
  async prepareAnswer(turn: Turn): Promise<void> {
    this.remarks = (await this.#open()).remarkOn(turn.entry.key)?.texts ?? [];
    await this.#parts.renderer.prepare([...answerTexts(turn), ...this.remarks]);
  }

  /** The remark below an answer. */
  shown(item: string): readonly ViewLine[] {
    return this.remarks.length === 0 ? [] : this.#parts.view.remark(item, this.remarks);
  }

  /** The item whose answer was shown last: the card that is turned, else what was answered before. */
  #answered(): string | null {
    const { turn, phase, answers } = this.#parts.run.state;
    return phase.name === 'revealed' ? (turn?.entry.key ?? null) : (answers?.last.item ?? null);
  }

  #say(text: string): Told {
    return { lines: this.#parts.view.message(text) };
  }

  /** `:remark` alone shows the remark, `:remark -` removes it, and any other text is added to it. */
  async remark(text: string): Promise<Told> {
    const item = this.#answered();
    if (item === null) return { refused: 'a remark comes after an answer' };
    const { view, renderer } = this.#parts;
    const own = await this.#open();
    const seen = own.remarkOn(item);
    if (seen === null && (text === '' || text === '-'))
      return this.#say(`There is no remark on ${item}. :remark TEXT writes one.`);
    if (text === '') {
      await renderer.prepare(seen?.texts ?? []);
      return { lines: view.remark(item, seen?.texts ?? []) };
    }
    try {
      if (text !== '-') own.saveRemark(item, added(seen, text), seen);
      else if (seen !== null) own.discardRemark(seen);
    } catch (error) {
      return this.#say(failureOf(error).message);
    }
    return { lines: view.wrote('remark', text === '-' ? 'removed' : 'saved', [item]) };
  }

  /** Begins a card; its two lines come next. */
  async card(): Promise<Told> {
    const { course, state } = this.#parts.run;
    const own = await this.#open();
    const entry = course.entry(this.#answered() ?? '') ?? state.turn?.entry;
    const { topic = '', section = '' } = entry ?? {};
    const about = course.topics.find(({ id }) => id === topic);
    const part = about?.sections.find(({ id }) => id === section);
    const title = [about?.title ?? topic, ...(part === undefined ? [] : [part.title])].join(': ');
    const { is, file } = own.cardTarget(topic);
    const place = is === 'course' ? `, written into ${basename(file)} of your course` : '';
    this.#draft = { topic, section, front: null };
    return this.#say(`Your card on ${sanitizeLine(title)}${place}. Front (an empty line: no card):`);
  }

  /** Takes a line of a card that is being written; `null`: none is. A command ends it without a card. */
  async takeLine(text: string): Promise<Told | null> {
    const draft = this.#draft;
    if (draft === null) return null;
    this.#draft = null;
    if (text.startsWith(':')) return null;
    const line = withoutEscape(text);
    if (draft.front === null) {
      if (line === '') return this.#say('No card was written.');
      this.#draft = { ...draft, front: line };
      return this.#say('Back (an empty line where the front has what is asked in [brackets]):');
    }
    try {
      const own = await this.#open();
      const { keys } = await own.saveCard({ ...draft, front: draft.front, back: line });
      return { lines: this.#parts.view.wrote('card', 'saved', keys) };
    } catch (error) {
      return this.#say(failureOf(error).message);
    }
  }
}
