/** What an import would write into a course: found out without writing, so that a dry run says the same. */
import type { CourseForm } from '../../../core/course/course.ts';
import { normaliseText } from '../../../core/course/keys.ts';
import { hash64 } from '../../../core/base/fnv.ts';
import type { Deck, DeckCard, DeckPlace, DeckProgress, DeckQuestion } from '../../../core/transfer/deck.ts';
import { RemarkList } from '../../../core/transfer/remark-list.ts';
import { bankEntry } from './bank-block.ts';
import { cardBlock } from './card-block.ts';
import type { CardBlock, Face } from './card-block.ts';
import type { PlannedFile } from './growing-file.ts';
import { GrowingFile, headOf, isCardFile } from './growing-file.ts';
import { tagsForCard } from './tags.ts';
import { bankPath, cardPath, placeDeck } from './names.ts';

/** The course that an import goes into, as far as planning has to know it. */
export interface Target {
  readonly form: CourseForm;
  /** Text of a file, its path relative to the course; `null`: there is none. */
  readonly read: (path: string) => string | null;
  /** Topics of the course by id, with their paths: a name that is taken elsewhere is not used again. */
  readonly topics: ReadonlyMap<string, string>;
  /** Whether an id, or a key, belongs to an item. */
  readonly hasKey: (key: string) => boolean;
  /** Front and back of a card of the course; `null`: it has none of that key. */
  readonly cardOf: (key: string) => { readonly front: string; readonly back: string } | null;
  /** Tags of a card, and those of its note. */
  readonly tagsOf: (key: string) => readonly string[];
  /** Key of the card that asks this. */
  readonly keyOf: (front: string, back: string) => string | undefined;
  /** Whether a question with this stem, and what is to be answered, is there; see {@link questionPrint}. */
  readonly hasQuestion: (print: string) => boolean;
}

/** What one item was in the other program. */
export interface PlannedProgress {
  readonly key: string;
  readonly progress: DeckProgress;
}

/** What an import will write, worked out before anything is written. */
export interface ImportPlan {
  readonly files: readonly PlannedFile[];
  readonly remarks: Deck['remarks'];
  readonly added: { readonly cards: number; readonly questions: number };
  /** What is there already. */
  readonly known: { readonly cards: number; readonly questions: number };
  readonly progress: readonly PlannedProgress[];
}

/** Tells questions by what they ask, where they have no id in common. */
export const questionPrint = (entry: Readonly<Record<string, unknown>>): string => {
  const { stem, options, accept, answer, pairs, steps } = entry;
  const texts = Array.isArray(options) ? options.map(option => (option as { text?: unknown }).text) : null;
  return hash64(normaliseText(JSON.stringify([stem, texts, accept, String(answer), pairs, steps])));
};

const CARD_ID = /^[a-z][a-z0-9-]{2,89}$/;
const QUESTION_ID = /^[a-z0-9][a-z0-9-]{0,89}$/;

class Planner {
  readonly remarks = new RemarkList();
  readonly added = { cards: 0, questions: 0 };
  readonly known = { cards: 0, questions: 0 };
  readonly progress: PlannedProgress[] = [];
  readonly #target: Target;
  #prefix = '';
  readonly #ids = new Map<string, DeckPlace>();
  readonly #asked = new Map<string, DeckPlace>();
  readonly #files = new Map<string, GrowingFile>();
  /** By deck, the file with cards that is filled now. */
  readonly #current = new Map<string, GrowingFile>();
  readonly #banks = new Map<string, GrowingFile>();

  constructor(target: Target) {
    this.#target = target;
  }

  take(deck: Deck, prefix: string): void {
    this.#prefix = prefix;
    for (const remark of deck.remarks) this.remarks.list.push(remark);
    for (const card of deck.cards) this.card(card);
    for (const question of deck.questions) this.question(question);
  }

  #idOf({ id, named }: Pick<DeckCard, 'id' | 'named'>, form: RegExp): string {
    return named === true && form.test(id) ? id : `${this.#prefix}-${hash64(id)}`;
  }

  /** The next file with cards of a deck that has room, made where there is none. */
  #fileFor(deck: readonly string[], text: string): GrowingFile {
    const name = deck.join('\0');
    const current = this.#current.get(name);
    if (current?.hasRoom(text) === true) return current;
    const { form, topics, read } = this.#target;
    const place = placeDeck(deck, form);
    const first = place.stem;
    for (let n = 0; ; n++) {
      const path = cardPath(place, form, n);
      const known = this.#files.get(path);
      if (known !== undefined) {
        // Another deck of the same name in the eyes of the file system, or one that is full.
        if (known === current || !known.hasRoom(text)) continue;
        this.#current.set(name, known);
        return known;
      }
      const stem = n === 0 ? first : `${first}-${n + 1}`;
      const taken = form === 'course' ? topics.get(stem) : undefined;
      if (taken !== undefined && taken !== path) continue;
      const before = read(path);
      if (before !== null && !isCardFile(before, form)) continue;
      const file = new GrowingFile(path, before, headOf(place, form));
      if (!file.hasRoom(text)) continue;
      this.#files.set(path, file);
      this.#current.set(name, file);
      return file;
    }
  }

  #bankFor(deck: readonly string[]): GrowingFile {
    const name = deck.join('\0');
    const known = this.#banks.get(name);
    if (known !== undefined) return known;
    const { form, read, topics } = this.#target;
    const place = placeDeck(deck, form);
    for (let n = 0; ; n++) {
      const path = bankPath(cardPath(place, form, n));
      const stem = n === 0 ? place.stem : `${place.stem}-${n + 1}`;
      const taken = form === 'course' ? topics.get(stem) : undefined;
      if (
        taken !== undefined &&
        taken.replace(/^content\//, 'questions/').replace(/\.md$/, '.yaml') !== path &&
        taken !== path
      )
        continue;
      const before = read(path);
      // A list in the form of one entry after another can take more.
      if (before !== null && !/^(?:\s*#.*\n|\s*\n|---\s*\n)*- /.test(before.replace(/\r\n/g, '\n'))) continue;
      const file =
        [...this.#banks.values()].find(each => each.path === path) ?? new GrowingFile(path, before, '');
      this.#banks.set(name, file);
      return file;
    }
  }

  #takeProgress(keys: readonly (string | undefined)[], { progress }: Pick<DeckCard, 'progress'>): void {
    keys.forEach((key, i) => {
      const each = progress[i];
      if (key === undefined || each === undefined) return;
      const isEmpty =
        each.reviews.length === 0 &&
        each.state === undefined &&
        each.suspended !== true &&
        each.flagged !== true &&
        (each.lapses ?? 0) === 0;
      if (!isEmpty) this.progress.push({ key, progress: each });
    });
  }

  /** Takes note of the tags that a card of the course does not have. */
  #compareTags(key: string, tags: readonly string[], place: DeckPlace): void {
    const there = new Set(this.#target.tagsOf(key).map(tag => tag.toLowerCase()));
    const missing = tags.filter(tag => !there.has(tag.toLowerCase()));
    if (missing.length > 0)
      this.remarks.left('tags', `The course has the card without ${missing.join(' ')}`, place);
  }

  /** Takes note that a card is there already, and of what differs. */
  #isThere(card: DeckCard, id: string, { faces }: CardBlock, tags: readonly string[]): boolean {
    const { hasKey, cardOf, keyOf } = this.#target;
    const byText = faces.map(face => keyOf(face.front, face.back));
    if (hasKey(id) || faces.some(face => hasKey(face.key))) {
      const isSame = faces.every(face => {
        const there = cardOf(face.key);
        return (
          there !== null &&
          normaliseText(`${there.front}\n${there.back}`) === normaliseText(`${face.front}\n${face.back}`)
        );
      });
      if (!isSame)
        this.remarks.left('differing', `The course has ${id} with another text, which stays`, card.place);
      this.#compareTags(faces[0]?.key ?? id, tags, card.place);
      this.known.cards++;
      this.#takeProgress(
        faces.map(face => (hasKey(face.key) ? face.key : undefined)),
        card,
      );
      return true;
    }
    if (byText.every(key => key === undefined)) return false;
    if (byText.includes(undefined))
      this.remarks.left('differing', 'The course asks a part of it already', card.place);
    const [first] = byText.filter(key => key !== undefined);
    if (first !== undefined) this.#compareTags(first, tags, card.place);
    this.known.cards++;
    this.#takeProgress(byText, card);
    return true;
  }

  #isRepeated(id: string, faces: readonly Face[], place: DeckPlace): boolean {
    const asked = faces.map(face => normaliseText(`${face.front}\n${face.back}`)).join('\n\n');
    const first = this.#ids.get(id) ?? this.#asked.get(asked);
    this.#ids.set(id, place);
    this.#asked.set(asked, place);
    if (first === undefined) return false;
    const where = first.line === undefined ? '' : `, in line ${first.line}`;
    this.remarks.left('repeated', `The same card stands there before${where}`, place);
    return true;
  }

  card(card: DeckCard): void {
    const id = this.#idOf(card, CARD_ID);
    const tags = tagsForCard(card, this.remarks);
    const made = cardBlock(id, card, tags);
    if (!made.ok) {
      this.remarks.left('card', made.why, card.place);
      return;
    }
    const { block } = made;
    if (this.#isRepeated(id, block.faces, card.place)) return;
    if (this.#isThere(card, id, block, tags)) return;
    if (block.changed !== null) this.remarks.changed('text', block.changed, card.place);
    this.#fileFor(card.deck, block.text).add(block.text);
    this.added.cards++;
    this.#takeProgress(
      block.faces.map(face => face.key),
      card,
    );
  }

  question(question: DeckQuestion): void {
    const id = this.#idOf(question, QUESTION_ID);
    const { place } = question;
    const made = bankEntry(id, question);
    if (!made.ok) {
      this.remarks.left('question', made.why, place);
      return;
    }
    const first = this.#ids.get(id);
    if (first !== undefined) {
      this.remarks.left('repeated', 'The same question stands there before', place);
      return;
    }
    this.#ids.set(id, place);
    if (this.#target.hasKey(id) || this.#target.hasQuestion(questionPrint(question.entry))) {
      this.known.questions++;
      return;
    }
    this.#bankFor(question.deck).add(made.text);
    this.added.questions++;
  }

  /** Questions of a course need a note of their name to belong to. */
  #notesForBanks(): readonly PlannedFile[] {
    const { form, read } = this.#target;
    if (form === 'notes') return [];
    return [...new Set(this.#banks.entries())].flatMap(([name, bank]): readonly PlannedFile[] => {
      const path = bank.path.replace(/^questions\//, 'content/').replace(/\.yaml$/, '.md');
      const isThere = this.#files.has(path) || read(path) !== null;
      return isThere ? [] : [{ path, before: null, text: headOf(placeDeck(name.split('\0'), form), form) }];
    });
  }

  files(): readonly PlannedFile[] {
    const cards = [...this.#files.values()].filter(file => file.isUsed).map(file => file.planned('\n'));
    const banks = [...new Set(this.#banks.values())].map(file => file.planned(''));
    const notes = new Map(this.#notesForBanks().map(file => [file.path, file]));
    return [...cards, ...banks, ...notes.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}

/** What one format gave, and what begins the ids of what it does not name: the key of the format. */
export interface ImportPart {
  readonly deck: Deck;
  readonly prefix: string;
}

/** Plans an import of one or several formats. */
export const planImport = (parts: readonly ImportPart[], target: Target): ImportPlan => {
  const planner = new Planner(target);
  for (const { deck, prefix } of parts) planner.take(deck, prefix);
  const { added, known, progress, remarks } = planner;
  return { files: planner.files(), remarks: remarks.list, added, known, progress };
};
