import type { Card, Section } from '../../../core/course/course.ts';
import { deletionKeys, textKey } from '../../../core/course/keys.ts';
import { plainInline } from '../../../core/course/plain-text.ts';
import type { RawCard } from './card-parser.ts';
import { clozeSides, clozeText, parseCloze } from './cloze.ts';
import type { Report } from '../../files/problem-log.ts';
import { quoted } from '../../../core/base/sanitize.ts';

/** Characters of both sides of a card together. */
export const LONGEST_CARD = 10_000;
/** A cloze of n deletions is stored 2n times. */
export const MOST_DELETIONS = 30;

/** What the cards of one note are made for. */
interface CardHome {
  readonly topic: string;
  readonly path: string;
  readonly sections: readonly Section[];
  /** A deck has no sections, so its headings name none. */
  readonly deck: boolean;
  /** The section that a heading names, where it is not one of `sections`. */
  readonly sectionOf?: (heading: string) => string;
}

/** Finds a section by its heading, or by its slug where two have the same heading. */
const makeSectionFinder = (
  { sections, deck }: CardHome,
  report: Report,
): ((heading: string, line: number) => string) => {
  const byTitle = new Map<string, string>();
  for (const { id, title } of sections) {
    if (id !== '' && !byTitle.has(title.toLowerCase())) byTitle.set(title.toLowerCase(), id);
  }
  const ids = new Set(sections.map(section => section.id));
  const reported = new Set<number>();
  return (heading, line) => {
    if (heading === '' || deck) return '';
    const title = plainInline(heading);
    const found = byTitle.get(title.toLowerCase()) ?? (ids.has(title) ? title : undefined);
    if (found === undefined && !reported.has(line)) {
      reported.add(line);
      report('unknown-section', line, `The note has no section ${quoted(title)}`);
    }
    return found ?? '';
  };
};

const BRACKETS = {
  nested: 'A deletion has brackets inside',
  unclosed: 'A bracket is not closed',
} as const;

/** Turns cards as they stand in the file into items with keys; a cloze gives one card for each deletion. */
export const makeCards = (raw: readonly RawCard[], home: CardHome, report: Report): readonly Card[] => {
  const sectionOf = home.sectionOf ?? makeSectionFinder(home, report);
  return raw.flatMap((card): readonly Card[] => {
    const { id, line, front, back } = card;
    const base = {
      type: 'card',
      topic: home.topic,
      section: sectionOf(card.heading, card.headingLine),
      path: home.path,
      line,
      ...(card.tags.length === 0 ? {} : { tags: card.tags }),
    } as const;
    if (front.length + back.length > LONGEST_CARD) {
      report('card-too-long', line, 'The card has more than 10,000 characters');
      return [];
    }
    if (card.kind === 'basic') {
      const key = id === '' ? textKey(home.topic, front) : id;
      return [{ ...base, kind: 'basic', key, family: key, front, back }];
    }
    const cloze = parseCloze(front);
    if (!cloze.ok) {
      report('cloze-brackets', line + cloze.line, BRACKETS[cloze.reason]);
      return [];
    }
    const deletions = cloze.parts.flatMap(({ type, text }, i) => (type === 'deletion' ? [{ text, i }] : []));
    if (deletions.length === 0 || deletions.length > MOST_DELETIONS) {
      if (deletions.length === 0) report('cloze-without-deletion', line, 'The cloze has no deletion');
      else report('card-too-long', line, `The cloze has ${deletions.length} deletions`);
      return [];
    }
    const family = id === '' ? textKey(home.topic, clozeText(cloze.parts)) : id;
    const keys = deletionKeys(
      family,
      deletions.map(deletion => deletion.text),
    );
    return deletions.map(({ i }, n) => ({
      ...base,
      kind: 'cloze',
      key: keys[n] ?? family,
      family,
      ...clozeSides(cloze.parts, i),
    }));
  });
};
