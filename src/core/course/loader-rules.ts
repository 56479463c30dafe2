import type { Severity } from './problem.ts';

/** What `study check --rules` tells about one rule. */
export interface RuleInfo {
  readonly severity: Severity;
  /** Why the rule exists. */
  readonly why: string;
  /** What to do about a finding, where the finding does not say it better. */
  readonly hint: string;
}

const error = (why: string, hint: string): RuleInfo => ({ severity: 'error', why, hint });
const warning = (why: string, hint: string): RuleInfo => ({ severity: 'warning', why, hint });

/** What reading the files can find, by rule id. */
export const LOADER_RULES = {
  'file-unreadable': error(
    'what cannot be read is missing from the course',
    'make it a regular file that you may read',
  ),
  'file-too-large': error(
    'a file of more than 2 MiB or 100,000 lines is no note and no bank, and would slow everything down',
    'split the file into topics',
  ),
  'too-many-files': error(
    'a course of more than 50,000 files is likely the wrong folder',
    'give the folder that has the notes',
  ),
  'link-outside': error(
    'a course must not show files from elsewhere on the disk',
    'copy the file into the course',
  ),
  'link-inside': warning(
    'a file that is read twice would be two topics with the same cards',
    'delete the link',
  ),
  'not-utf8': error('text in another encoding cannot be read reliably', 'save the file as UTF-8'),
  'control-character': error(
    'control characters and bidirectional overrides can drive a terminal or show text in another order than it stands',
    'delete the character; it is shown as \ufffd',
  ),
  'file-name': error(
    'the names of files and folders are ids: a to z, 0 to 9 and hyphens',
    'rename it, for example to my-note.md',
  ),
  'misplaced-file': warning(
    'only content/<area>/<topic>.md, questions/<area>/<topic>.yaml and questions/exams/<blueprint>.yaml are read',
    'move the file to its place',
  ),
  'unknown-file': warning(
    'a file that nothing reads is often one with a wrong ending',
    'notes end in .md, questions in .yaml',
  ),
  'course-file': error(
    'content/course.yaml gives the course the id on which progress hangs',
    'write content/course.yaml with id: and title:',
  ),
  'course-order': warning(
    'an order of teaching that names what is not there leaves something out',
    'name a folder of content/ or the file of a topic without its ending',
  ),
  'duplicate-topic': error(
    'a topic is one note and one bank, and its id stands for it everywhere',
    'rename one of the two files',
  ),
  'yaml-syntax': error('what is no YAML cannot be read', 'put text with a colon or a quote mark in quotes'),
  'yaml-comment': warning(
    'in YAML a # after a space begins a comment, so a text without quotes ends there',
    'put the whole text in quotes, or the comment on a line of its own',
  ),
  'yaml-bounds': error(
    'aliases and deep nesting can make a small file endless',
    'write it without aliases and with less nesting',
  ),
  'front-matter': error(
    'a note without front matter has no title, no exams and no sources',
    'begin the file with a line ---, the fields, and a line ---',
  ),
  'missing-field': error(
    'what lacks a field it cannot do without is left out',
    'add the field; study help formats shows it',
  ),
  incomplete: error(
    'without its title, level, tasks, section or date it is used, but not where and when it should be',
    'add the fields; study help formats shows them',
  ),
  'invalid-field': error('the value cannot be used', 'study help formats shows what the field takes'),
  'unknown-field': warning(
    'a field that nothing reads is often one that is misspelt',
    'correct its name or delete it',
  ),
  'unclosed-fence': error(
    'a code block that never ends swallows the rest of the note, cards included',
    'close the block with the same marks',
  ),
  'top-heading': warning('the title of a note stands in its front matter', 'use ## and deeper headings'),
  'cards-not-last': error(
    'the cards are the last section, so that nobody reads past them',
    'move the section above ## Cards',
  ),
  'card-outside-cards': error(
    'Q:, A: and C: at the beginning of a line are cards, and cards stand below ## Cards',
    'move it below ## Cards, or write the line otherwise',
  ),
  'text-outside-cards': error(
    'text below ## Cards that belongs to no card would be lost',
    'move it above ## Cards, or begin it with Q:, A: or C:',
  ),
  'card-without-answer': error('a question card needs an answer', 'add a line that begins with A:'),
  'answer-without-question': error(
    'an answer needs one question before it',
    'add a line that begins with Q:',
  ),
  'card-empty': error('a card with an empty side asks nothing', 'write the text after the tag'),
  'card-too-long': error(
    'a card of more than 10,000 characters or 30 deletions is no card',
    'split it; one card asks one thing',
  ),
  'card-tag': warning(
    'a tag counts only as Q:, A: or C: at the beginning of a line, in capitals, without a space',
    'write Q:, A: or C: at the beginning of the line, or word the line otherwise',
  ),
  'card-id': warning(
    'an id counts only at the end of the first line of a card, as ^a-z0-9- with at least three characters',
    'write it as ^sqs-retention at the end of the first line',
  ),
  'cloze-without-deletion': error(
    'a cloze without a deletion asks nothing',
    'put what is asked in [brackets]',
  ),
  'cloze-brackets': error(
    'deletions cannot be nested and must be closed',
    'close the bracket, or write \\[ for a literal one',
  ),
  'duplicate-id': error('progress hangs on the id', 'give one of the two another id'),
  'unknown-section': error(
    'a reference to a section that does not exist leads nowhere',
    'write the heading as it stands in the note',
  ),
  'questions-without-note': warning(
    'explanations lead into the note of the same name',
    'write the note, or rename the file to an existing topic',
  ),
  'question-key': error(
    'a question needs an answer that is right and one that is wrong',
    'mark what is right with correct: true',
  ),
  'template-text': error(
    'a text of a template names inputs that vary as {flag}',
    'write {flag} as in inputs, and vary what the text names',
  ),
  'template-formula': error(
    'a template whose formulas cannot be worked out has no answer',
    'write {inputs} and numbers with + - * / ^, brackets, abs, ceil, floor, round, mod, min and max; study help formats has examples',
  ),
  rename: error(
    'progress on a key that changed is kept only where its new key is known',
    'write old-key: new-key, one a line, and each old key once',
  ),
  'style-pattern': error(
    'a pattern that cannot be used finds nothing',
    'write pattern, better wording and level, with a tab between them; docs/formats.md says what a pattern may hold',
  ),
  'own-gone': warning(
    "a learner's own remark or card whose item, topic or section the course has no more stays, but shows in another place",
    'study export own shows it; move what you want to keep, or remove the file',
  ),
  'own-copy': warning(
    'a synchroniser leaves a copy where two devices changed one file; both are kept, and both show',
    'write both into one file and remove the copy',
  ),
  'empty-bank': warning('a bank without a question asks nothing', 'write a question, or delete the file'),
  'foreign-bank': warning(
    'what a question of another program cannot be asked with here is changed or left',
    'write it otherwise, or as a question in YAML (study help formats)',
  ),
  'link-unresolved': warning(
    'a link between notes that leads nowhere is shown as text',
    'correct the name, or write the note',
  ),
  'not-shown': warning(
    'a terminal shows text: what is more than text stands there as it was written, or is left out',
    'open the note in the program that it was written with',
  ),
  'note-properties': warning(
    'properties that cannot be read give the note no title, no aliases and no tags',
    'write them as YAML: a name, a colon, a space and the value',
  ),
  'topic-collision': warning(
    'two notes whose names differ in signs or capitals only would be one topic',
    'rename one of the two; its progress goes with it',
  ),
  'more-problems': error(
    'after 200 findings in one file the rest is not listed',
    'correct the first ones and check again',
  ),
} as const satisfies Readonly<Record<string, RuleInfo>>;

/** Id of a rule that is held while a course is read. */
export type LoaderRule = keyof typeof LOADER_RULES;

/** Errors that hide no card and no question: a topic that has only these is read completely. */
export const HIDES_NOTHING: ReadonlySet<string> = new Set<LoaderRule>([
  'incomplete',
  'unknown-section',
  'control-character',
  'cards-not-last',
  'rename',
]);

/** Errors about how a course is described or worded, not about what is lost: elsewhere than under `rules: strict` they warn. */
const TASTE: ReadonlySet<string> = new Set([
  'incomplete',
  'unknown-section',
  'control-character',
  'cards-not-last',
  'missing-source',
  'missing-explanation',
  'option-count',
  'duplicate-option',
  'forbidden-phrase',
  'dead-link',
  'link-scheme',
  'missing-image',
  'unknown-blueprint',
  'unknown-task',
  'missing-tasks',
  'unknown-calculator',
  'blueprint-supply',
  'out-of-scope',
  'table-cells',
  'glossary-term',
  'exam-stem-length',
  'exam-option-length',
  'exam-option-ratio',
  'exam-twin',
]);

/** In a folder of notes a line that begins like a card may be a text. */
const TASTE_IN_NOTES: ReadonlySet<string> = new Set<LoaderRule>([
  'card-without-answer',
  'answer-without-question',
  'unclosed-fence',
  'duplicate-id',
  'link-outside',
]);

/** Whether an error of a rule is a matter of taste, so that it warns where a course does not ask for strict rules. */
const isTaste = (rule: string, form: 'course' | 'notes' = 'course'): boolean =>
  TASTE.has(rule) || (form === 'notes' && TASTE_IN_NOTES.has(rule));

/** What a folder of notes is not asked for: its notes need no description. */
const NOT_IN_NOTES: ReadonlySet<string> = new Set(['incomplete', 'missing-source', 'reference-link']);

/** Findings as a course means them: `null` where the rule does not hold for it. */
export const severityIn = (
  { rules, form = 'course' }: { readonly rules?: 'strict'; readonly form?: 'course' | 'notes' },
  rule: string,
  severity: Severity,
): Severity | null => {
  if (rules === 'strict') return severity;
  if (form === 'notes' && NOT_IN_NOTES.has(rule)) return null;
  return severity === 'error' && isTaste(rule, form) ? 'warning' : severity;
};
