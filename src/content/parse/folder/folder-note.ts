/** One note of a folder: what it says, and the cards in it. Nothing is asked of it but that it is Markdown. */
import type { Card, Note } from '../../../core/course/course.ts';
import { tagsIn } from '../../../core/course/card-tags.ts';
import { plainInline } from '../../../core/course/plain-text.ts';
import { topicSlug } from '../../../core/course/note-names.ts';
import type { Report } from '../../files/problem-log.ts';
import type { RawCard } from '../notes/card-parser.ts';
import { parseCards } from '../notes/card-parser.ts';
import { makeCards } from '../notes/make-cards.ts';
import { splitBody } from '../notes/note-body.ts';
import type { NoteLine } from '../notes/note-lines.ts';
import { classifyLines, isMarked } from '../notes/note-lines.ts';
import { finishText, takeFootnotes } from './finish-text.ts';
import { readFolderMatter } from './folder-matter.ts';
import { makeTaggedCards } from './make-tagged-cards.ts';
import type { LinkWorld, SourceLine } from './source-lines.ts';
import { readSource } from './source-lines.ts';
import { findTaggedCards, hasTag, isDeckTag, readable } from './tagged-cards.ts';

interface FolderNotePlace extends LinkWorld {
  readonly topic: string;
  readonly area: string;
  /** Whether an id belongs to a card already; a card whose id is taken goes without. */
  readonly isTaken: (id: string) => boolean;
}

/** What a line is. Whether it is code is known, and most lines are nothing but text. */
const classify = ({ raw, line, code }: SourceLine): NoteLine => {
  if (code) return { raw, line, type: 'code' };
  if (!isMarked(raw)) return { raw, line, type: raw.trim() === '' ? 'blank' : 'text' };
  return classifyLines([raw], line).lines[0] ?? { raw, line, type: 'text' };
};

const asText = ({ raw, line }: NoteLine): NoteLine => ({ raw, line, type: 'text' });
const endsCard = (line: NoteLine): boolean =>
  line.type === 'heading' || (line.type === 'dashes' && line.raw.startsWith('---'));

/** A deletion of a cloze, which a link is not. */
const DELETION = /(?:^|[^!\\\]])\[(?![ xX]?\]|\^)[^[\]]+\](?!\(|\[|:)/;

/** `C:` begins a card only where something is to be filled in. */
const withClozesOnly = (lines: readonly NoteLine[]): readonly NoteLine[] =>
  lines.map((line, i) => {
    if (line.type !== 'tag' || line.tag !== 'C') return line;
    const after = lines.findIndex((other, at) => at > i && (other.type === 'tag' || endsCard(other)));
    const text = lines.slice(i, after === -1 ? undefined : after).map(({ raw }) => raw);
    return DELETION.test(text.join('\n').slice(2)) ? line : asText(line);
  });

interface Taken {
  readonly cards: readonly RawCard[];
  readonly rest: readonly NoteLine[];
}

/** Takes the cards in the form of hashcards out: from a tag to the next tag, heading, `---` or the end. */
const takeCards = (given: readonly NoteLine[], report: Report): Taken => {
  const lines = withClozesOnly(given);
  const cards: RawCard[] = [];
  const rest: NoteLine[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    if (line.type !== 'tag' || line.tag === 'A') {
      if (line.type === 'tag')
        report('answer-without-question', line.line, 'The answer has no question before it');
      rest.push(line.type === 'tag' ? asText(line) : line);
      continue;
    }
    const length = lines.slice(i).findIndex(endsCard);
    const end = length === -1 ? lines.length : i + length;
    const segment = lines.slice(i, end);
    const found = parseCards(segment, report);
    for (const card of found.cards) cards.push(card);
    rest.push({ raw: '', line: line.line, type: 'blank' });
    for (const { line: from, endLine } of found.rejected)
      for (const each of segment)
        if (each.line >= from && each.line <= endLine) rest.push(each.type === 'tag' ? asText(each) : each);
    // The rule that ends a card is no rule of the note, and must not make a heading of what stands above it.
    i = lines[end]?.type === 'dashes' ? end : end - 1;
  }
  return { cards, rest };
};

/** The heading that is the title: the first of level 1. One that nothing but text stands above is taken out. */
const takeTitle = (
  lines: readonly NoteLine[],
): { readonly title: string; readonly lines: readonly NoteLine[] } => {
  const at = lines.findIndex(line => line.type === 'heading' && line.level === 1);
  const line = lines[at];
  if (line?.type !== 'heading') return { title: '', lines };
  const isTop = lines.findIndex(each => each.type === 'heading') === at;
  return { title: plainInline(line.title), lines: isTop ? lines.filter((_, i) => i !== at) : lines };
};

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');

/** Tags of the text of a note; those at the end of a card are the card's. */
const tagsOfText = (lines: readonly NoteLine[]): readonly string[] =>
  lines.flatMap(({ raw, type }) => (type === 'code' ? [] : tagsIn(raw)));

const unique = (words: readonly string[]): readonly string[] => [...new Set(words)];

/** Reads one note. Never throws. */
export const parseFolderNote = (
  text: string,
  place: FolderNotePlace,
  report: Report,
): { readonly note: Note; readonly cards: readonly Card[] } => {
  const { topic, area, path, isTaken } = place;
  const all = text.split('\n');
  const { bodyFrom, title: given, tags, aliases, ...facts } = readFolderMatter(all, report);
  const source = takeFootnotes(readSource(all.slice(bodyFrom), bodyFrom + 1, place, report));
  const { footnotes } = source;
  const isTagged = tags.some(isDeckTag);
  const { cards: written, rest } = takeCards(source.lines.map(classify), report);
  const asSource = (line: NoteLine): SourceLine => ({
    raw: line.raw,
    line: line.line,
    code: line.type === 'code',
  });
  const hasCards = isTagged || source.lines.some(({ raw, code }) => !code && hasTag(raw));
  const tagged = hasCards ? findTaggedCards(rest.map(asSource), isTagged) : [];

  const name = nameOf(path);
  const shownLine = (line: NoteLine): NoteLine => {
    const source = asSource(line);
    const shown = readable(source);
    if (shown === source) return line;
    const classified = classify(shown);
    return classified.type === 'tag' ? asText(classified) : classified;
  };
  const { title: heading, lines } = takeTitle(hasCards ? rest.map(shownLine) : rest);
  const title = (given === '' ? heading : given) || name.slice(0, 300);
  const body = splitBody(lines, title, report, true).sections;
  const hasText = body.some(({ markdown }) => markdown !== '');
  const sections = hasText
    ? body.map(section => ({ ...section, markdown: finishText(section.markdown, footnotes) }))
    : [];
  /** The section that a line stands in. */
  const sectionAt = (line: number): string =>
    sections.findLast(section => section.id !== '' && section.line <= line)?.id ?? '';

  const free = (id: string, line: number): string => {
    if (id === '' || !isTaken(id)) return id;
    report('duplicate-id', line, `The id ^${id} belongs to another card, so this one goes without`);
    return '';
  };
  const home = { topic, path, sections, deck: true, sectionOf: (section: string) => section };
  const cards = [
    ...makeCards(
      written.map(card => ({ ...card, id: free(card.id, card.line), heading: sectionAt(card.line) })),
      home,
      report,
    ),
    ...tagged.flatMap(card =>
      makeTaggedCards(
        { ...card, id: free(card.id, card.line) },
        { topic, path, section: sectionAt(card.line) },
        report,
      ),
    ),
  ].map(card => ({
    ...card,
    front: finishText(card.front, footnotes),
    back: finishText(card.back, footnotes),
  }));
  const names = [
    ...aliases,
    name,
    topicSlug(name),
    ...unique([...tags, ...tagsOfText(rest)]).map(tag => `#${tag}`),
  ];
  const note: Note = {
    id: topic,
    area,
    path,
    title,
    aliases: unique(names).filter(alias => alias.toLowerCase() !== topic),
    ...facts,
    sections,
  };
  return { note, cards };
};
