/** A note by its sections, each announced by its number. Loads marked: import it dynamically where it is needed. */
import type { NoteReading } from '../../../app/course/read-note.ts';
import type { Note, Section } from '../../../core/course/course.ts';
import type { Verbosity } from '../../../core/device/preferences.ts';
import { plural } from '../../layout/columns.ts';
import type { LinkBook } from '../markdown/spoken-markdown.ts';
import { speakMarkdown } from '../markdown/spoken-markdown.ts';
import { listed, sentence, spokenTitle } from '../words.ts';
import { wrapAll, wrapWords } from '../../layout/wrap-words.ts';

interface SpokenNoteOptions {
  readonly width: number;
  readonly verbosity: Verbosity;
  readonly links: LinkBook | null;
}

/** The sections that have a heading, in their order: the first is number 1. */
export const namedSections = ({ sections }: Pick<Note, 'sections'>): readonly Section[] =>
  sections.filter(({ id }) => id !== '');

/** The heading that a deeper one stands under. */
const parentOf = (sections: readonly Section[], at: number): Section | undefined => {
  const level = sections[at]?.level ?? 0;
  return sections.slice(0, at).findLast(section => section.level < level);
};

/** `Section 3 of 7: The Dockerfile.`, `Section 4 of 7, part of The Dockerfile: Commands.` */
const sectionHeading = (note: Pick<Note, 'sections'>, section: Section): string => {
  const named = namedSections(note);
  const at = named.indexOf(section);
  const parent = parentOf(named, at);
  const within = parent === undefined ? '' : `, part of ${spokenTitle(parent.title)}`;
  return sentence(`Section ${at + 1} of ${named.length}${within}: ${spokenTitle(section.title)}`);
};

/**
 * A section with its heading; what stands before the first heading has none.
 * @param counted the section of the note, where what is read is only a part of it
 */
export const spokenSection = (
  note: Pick<Note, 'sections'>,
  section: Section,
  { width, links }: SpokenNoteOptions,
  counted: Section = section,
): readonly string[] => {
  const body = speakMarkdown(section.markdown, { width, links });
  if (section.id === '') return body;
  const heading = wrapWords(sectionHeading(note, counted), width);
  return [...heading, ...(body.length === 0 ? ['It has no text of its own.'] : body)];
};

/** Every section by number; in full with the address that opens it. */
export const spokenOutline = (
  note: Note,
  { width, verbosity }: Pick<SpokenNoteOptions, 'width' | 'verbosity'>,
): readonly string[] => {
  const named = namedSections(note);
  const lines = named.map((section, at) => {
    const parent = parentOf(named, at);
    const within = parent === undefined ? '' : `, part of ${named.indexOf(parent) + 1}`;
    const address = verbosity === 'full' ? `, ${note.id}#${section.id}` : '';
    return sentence(`${at + 1}${within}: ${spokenTitle(section.title)}${address}`);
  });
  return wrapAll(
    [sentence(`${plural(named.length, 'section')} in ${spokenTitle(note.title)}`), ...lines],
    width,
  );
};

/** What a note begins with: its title; how much there is of it; in full where it belongs and when it was checked. */
export const spokenNoteHead = (
  { note }: Pick<NoteReading, 'note'>,
  { width, verbosity }: Pick<SpokenNoteOptions, 'width' | 'verbosity'>,
): readonly string[] => {
  const sections = plural(namedSections(note).length, 'section');
  const exams = note.exams.map(({ blueprint, tasks }) =>
    tasks.length === 0 ? blueprint : `${blueprint} ${tasks.join(' and ')}`,
  );
  return wrapAll(
    [
      `Note: ${sentence(spokenTitle(note.title))}${verbosity === 'brief' ? '' : ` ${sections}.`}`,
      ...(verbosity === 'full'
        ? [
            sentence(`Area ${note.area}${note.checked === '' ? '' : `, checked ${note.checked}`}`),
            ...(exams.length === 0 ? [] : [sentence(`Asked in ${listed(exams)}`)]),
          ]
        : []),
    ],
    width,
  );
};

/** What else there is on the topic, by the commands for it. */
export const furtherSentences = ({ topic, calculators }: NoteReading): readonly string[] => [
  ...(topic.cards > 0 ? [`${plural(topic.cards, 'card')}: study cards ${topic.id}`] : []),
  ...(topic.questions > 0 ? [`${plural(topic.questions, 'question')}: study quiz ${topic.id}`] : []),
  ...calculators.map(({ id, title }) => `Calculator ${spokenTitle(title)}: study calc ${id}`),
];

/** What links lead to, by number. @param places titles of places within the course */
export const linkSentences = (
  { targets }: LinkBook,
  places: (target: string) => string | null,
): readonly string[] => targets.map((target, i) => `Link ${i + 1}: ${sentence(places(target) ?? target)}`);

/** A whole note, or the sections that were asked for, one after the other. */
export const spokenNote = (reading: NoteReading, options: SpokenNoteOptions): readonly string[] => {
  const { note, sections, section } = reading;
  const { width } = options;
  const parts = sections.map(each => spokenSection(note, each, options)).filter(lines => lines.length > 0);
  const body = parts.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));
  if (section !== null) return [...body, '', ...wrapWords(`The whole note: study notes ${note.id}`, width)];
  const sources = note.sources.length === 0 ? [] : ['Sources:', ...note.sources];
  return [
    ...spokenNoteHead(reading, options),
    '',
    ...body,
    '',
    ...wrapAll([...furtherSentences(reading), ...sources], width),
  ];
};

/** What can be typed while a note is read section by section. */
export const WALK_HELP: readonly string[] = [
  'Enter reads the next section, back the one before, again this one, a number that one.',
  'outline lists the sections. find WORDS says which sections have them.',
  'links lists what is linked, link 2 opens it. sources says what the note rests on.',
  'In Try it, Enter or answer gives the answer.',
  'terms explains the terms of the section, term WORD one of the glossary.',
  'cards and quiz ask about this topic. calc names its calculators. quit ends.',
];
