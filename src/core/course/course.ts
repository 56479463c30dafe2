/**
 * The nouns of a course. Everything here is plain readonly data that survives JSON. Its lines are many because one file
 * says what a course is.
 */
import type { Blueprint } from './blueprint.ts';
import type { Glossary } from './glossary.ts';
import type { ItemRows } from '../base/item-rows.ts';
import type { Problem } from './problem.ts';
import type {
  Grade,
  Level,
  Option,
  OwnFormulas,
  Pair,
  QuestionKind,
  TemplateInput,
} from './question-kinds.ts';
import type { SearchDocument, SearchSieve } from './search-sieve.ts';

export type { Blueprint, Domain, ReadingPart, ReadingStep, Task } from './blueprint.ts';
export type {
  Grade,
  Level,
  Option,
  OwnFormulas,
  Pair,
  QuestionKind,
  TemplateInput,
} from './question-kinds.ts';
export type { SearchDocument } from './search-sieve.ts';
export { GRADES, inExamForm, LEVELS, QUESTION_KINDS } from './question-kinds.ts';

/** The tasks or whole domains of a blueprint that something serves. A list, for ids are never object keys. */
export type Tags = readonly { readonly blueprint: string; readonly tasks: readonly string[] }[];

/** How a card asks: a question, or a text with a gap. */
export type CardKind = 'basic' | 'cloze';

/** A heading of level 2 or deeper and the text down to the next heading of any level. */
export interface Section {
  /** GitHub slug of the heading; the text before the first heading has the empty id. */
  readonly id: string;
  readonly title: string;
  /** Heading level, 2 to 6; 1 for the text before the first heading. */
  readonly level: number;
  /** Markdown of the section without its heading line. */
  readonly markdown: string;
  /** Line of the heading in the file. */
  readonly line: number;
}

/** One note file without its cards. */
export interface Note {
  /** Topic id: the file stem. */
  readonly id: string;
  readonly title: string;
  readonly area: string;
  /** Relative to the course, `content/<area>/<topic>.md`. */
  readonly path: string;
  readonly aliases: readonly string[];
  readonly exams: Tags;
  /** `YYYY-MM-DD`. */
  readonly checked: string;
  readonly sources: readonly string[];
  readonly calculators: readonly string[];
  /** How often exams ask about it, against the other topics of its tasks; absent: 1. */
  readonly weight?: number;
  readonly sections: readonly Section[];
}

/** Fields that every item has. */
interface ItemBase {
  /** What progress hangs on (docs/formats.md). */
  readonly key: string;
  readonly topic: string;
  /** Section id within the topic, `''` where none is given. */
  readonly section: string;
  readonly path: string;
  readonly line: number;
}

/** A prompt with an answer, or one deletion of a cloze. */
export interface Card extends ItemBase {
  readonly type: 'card';
  readonly kind: CardKind;
  /** Markdown. In a cloze the deletion is shown as `[...]`, the others in full. */
  readonly front: string;
  /** Markdown. For a cloze the whole text with the deletion in bold. */
  readonly back: string;
  /** Siblings (deletions of one cloze) share it; equal to the key for a basic card. */
  readonly family: string;
  readonly tags?: readonly string[];
}

interface QuestionBase extends ItemBase {
  readonly type: 'question';
  readonly tasks: Tags;
  readonly level: Level;
  readonly stem: string;
  readonly sources: readonly string[];
  readonly checked: string;
  readonly expires?: string;
  /** `false`: never drawn for a mock exam, though its tags name one. */
  readonly inMocks?: false;
}

/** One right option (`single`), or several (`multiple`). */
export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'single' | 'multiple';
  /** In the order of the file. */
  readonly options: readonly Option[];
  readonly keepOrder: boolean;
  /** Absent for a drill. */
  readonly grade?: Grade;
}
/** A statement that is true or false. */
export interface TrueFalseQuestion extends QuestionBase {
  readonly kind: 'true-false';
  readonly answer: boolean;
  readonly why: string;
}
/** A number with its unit. */
export interface NumericQuestion extends QuestionBase {
  readonly kind: 'numeric';
  /** Decimal text, so that 0.1 stays 0.1. */
  readonly answer: string;
  readonly unit: string;
  /** Decimal text, absolute (`0.5`) or a share (`2%`); `0` is exact. */
  readonly tolerance: string;
  readonly why: string;
}
/** Steps to be put into their order. */
export interface OrderQuestion extends QuestionBase {
  readonly kind: 'order';
  readonly steps: readonly string[];
  /** Why each step stands where it does, `''` where nothing is said; absent where no step has a reason. */
  readonly stepWhys?: readonly string[];
  readonly why: string;
}
/** Things to be matched; decoys match nothing. */
export interface MatchQuestion extends QuestionBase {
  readonly kind: 'match';
  readonly pairs: readonly Pair[];
  readonly decoys: readonly string[];
  readonly why: string;
}
/** A short text; any of the accepted forms is right. */
export interface TextQuestion extends QuestionBase {
  readonly kind: 'text';
  readonly accept: readonly string[];
  readonly why: string;
}

interface TemplateBase extends QuestionBase {
  readonly kind: 'numeric';
  readonly ask: readonly ('value' | 'choice')[];
  readonly inputs: readonly { readonly flag: string; readonly input: TemplateInput }[];
  readonly texts: readonly string[];
  readonly why: string;
}

/** A numeric question whose numbers come from a seed and whose answer comes from a calculator. */
export interface CalculatorTemplate extends TemplateBase {
  readonly calculator: string;
  /** Name of the result that is asked. */
  readonly result: string;
}

/** A numeric question whose numbers come from a seed and whose answer comes from formulas of its own. */
export interface FormulaTemplate extends TemplateBase {
  readonly formulas: OwnFormulas;
  /** What it is called as a calculator of the course; absent: it is a question only. */
  readonly title?: string;
}

/** A template that is a calculator, too. */
export interface OwnCalculatorEntry {
  readonly key: string;
  readonly title: string;
  readonly topic: string;
  readonly section: string;
}

/** A question whose numbers are drawn each time it is put. */
export type Template = CalculatorTemplate | FormulaTemplate;

/** A question that can be put to a learner as it stands. */
export type FixedQuestion =
  | ChoiceQuestion
  | TrueFalseQuestion
  | NumericQuestion
  | OrderQuestion
  | MatchQuestion
  | TextQuestion;
/** Everything that is asked and judged. */
export type Question = FixedQuestion | Template;

/** What can be studied: a card or a question. */
export type Item = Card | Question;

/** Whether the numbers of an item are drawn each time it is put. */
export const isTemplate = (item: Item): item is Template =>
  item.type === 'question' && ('calculator' in item || 'formulas' in item);

/** A key that changed: progress on `from` belongs to `to`. */
export interface Rename {
  readonly from: string;
  readonly to: string;
  /** Line in `content/renames.yaml`. */
  readonly line: number;
}

/** `course`: a folder with `content/` and `questions/`. `notes`: any folder of notes. */
export type CourseForm = 'course' | 'notes';

/** A whole course in memory: what parsing gives and what is compiled to files. */
export interface Course {
  readonly id: string;
  readonly title: string;
  /** Default blueprint id, `''` where none. */
  readonly blueprint: string;
  /** Absent: `course`. */
  readonly form?: CourseForm;
  /** Whether every rule is held as its author meant it; absent: what is a matter of taste only warns. */
  readonly rules?: 'strict';
  /** Topic ids in the order of teaching; absent: that of the files. What is not named comes after. */
  readonly order?: readonly string[];
  /** Ids of the calculators that belong to the course, or `all`; absent: none but what its topics name. */
  readonly calculators?: readonly string[];
  readonly notes: readonly Note[];
  readonly cards: readonly Card[];
  readonly questions: readonly Question[];
  readonly blueprints: readonly Blueprint[];
  /** In the order of the file; each old key once, and no circle. */
  readonly renames: readonly Rename[];
  /** Absent: the course explains no words. */
  readonly glossary?: Glossary;
}

/** What a session needs to know of an item before it is shown. */
export interface ItemEntry {
  readonly key: string;
  readonly type: 'card' | 'question';
  readonly kind: CardKind | QuestionKind;
  readonly topic: string;
  readonly section: string;
  /** Siblings share it. */
  readonly family: string;
  /** `null` for cards. */
  readonly level: Level | null;
  /** Empty for cards: a card serves what its topic serves. */
  readonly tasks: Tags;
  readonly template: boolean;
  /** Absent for cards and drills. */
  readonly grade?: Grade;
  /** `false`: never drawn for a mock exam. */
  readonly inMocks?: false;
  /** The learner wrote it, beside the course; absent for what the course brings. */
  readonly own?: true;
}

/** What commands need to know of a topic without its text. */
export interface TopicEntry {
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly path: string;
  readonly aliases: readonly string[];
  readonly exams: Tags;
  readonly checked: string;
  readonly calculators: readonly string[];
  /** How often exams ask about it, against the other topics of its tasks; absent: 1. */
  readonly weight?: number;
  readonly sections: readonly { readonly id: string; readonly title: string; readonly level: number }[];
  /** Words of its note, code left out; absent: 0. */
  readonly words?: number;
  readonly cards: number;
  readonly questions: number;
  /** How many of the cards the learner wrote beside the course; absent where none. */
  readonly own?: number;
}

/**
 * An opened course. The index is in memory; notes, items and search texts are read when they are asked for.
 * Unknown ids give `undefined`.
 */
export interface CourseReader {
  readonly id: string;
  /** `false`: `id` is only the name of its folder, and nothing may be recorded under it. */
  readonly hasId: boolean;
  readonly title: string;
  readonly blueprint: string;
  readonly form?: CourseForm;
  /** Topic ids in the order of teaching; absent: that of `topics`. What is not named comes after. */
  readonly order?: readonly string[];
  /** Ids of the calculators that belong to the course, or `all`; absent: none but what its topics name. */
  readonly calculators?: readonly string[];
  /** Those that it defines itself, in order. */
  readonly ownCalculators: readonly OwnCalculatorEntry[];
  /** Folder of the course; `null` where its files are not at hand. */
  readonly root: string | null;
  /** `shipped` is read only and compiled at build time. */
  readonly origin: 'shipped' | 'folder';
  /** Changes when the content changes: a hash of what was compiled. */
  readonly version: string;
  readonly topics: readonly TopicEntry[];
  readonly items: readonly ItemEntry[];
  /** The same by row (`rowsOf`). A copy by `{ ...course }` has none, so that other `items` in it count. */
  readonly rows?: ItemRows<ItemEntry>;
  readonly blueprints: readonly Blueprint[];
  /** Keys that changed, in the order of `content/renames.yaml`. */
  readonly renames: readonly Rename[];
  /** Pairs of question keys that ask almost the same: a paper holds at most one of each. */
  readonly twins: readonly (readonly [string, string])[];
  /** What was wrong when it was parsed; the items concerned are left out. */
  readonly problems: readonly Problem[];
  /** Topics without an error that may hide an item: only there may progress be relinked. */
  readonly cleanTopics: ReadonlySet<string>;
  /** Whether an item has this key: the cheapest thing to ask of a large course. */
  has(key: string): boolean;
  entry(key: string): ItemEntry | undefined;
  item(key: string): Item | undefined;
  note(topic: string): Note | undefined;
  /** Empty where the course has none. */
  glossary(): Glossary;
  tags(): ReadonlyMap<string, readonly string[]>;
  /** All of them, in order; with a sieve at least those that it lets through. */
  searchDocuments(sieve?: SearchSieve): Iterable<SearchDocument>;
  /** The words of the search documents, as `vocabularyOf` gathers them. */
  searchWords(): readonly string[];
  /** The whole course, for export and checks. */
  whole(): Course;
}
