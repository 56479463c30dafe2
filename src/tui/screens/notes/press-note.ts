/** What the keys of a note do: a state and a key give another state, and what is to be done. */
import type { NoteReading } from '../../../app/course/read-note.ts';
import { placeTitle } from '../../../app/course/read-note.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import type { CourseReader } from '../../../core/course/course.ts';
import { plainText } from '../../../core/course/plain-text.ts';
import { termsOf } from '../../../core/reading/glossary.ts';
import type { Action } from '../../keys/key-table.ts';
import { scrolledBy } from '../../models/cursor.ts';
import { editField, insertText } from '../../models/text-field.ts';
import type { Destination } from '../../shell/destination.ts';
import type { HostEffect, Step } from '../../shell/effects.ts';
import { say, step } from '../../shell/effects.ts';
import { matchFrom } from './find-in-note.ts';
import { pressChoice } from './note-choice.ts';
import { outlineEntry } from './note-page.ts';
import type { NoteState, OpenChoice } from './note-state.ts';
import { find, forget, outdated, sectionId, sectionNow } from './note-state.ts';
import { clampTop, linkBy, sectionAt, sectionBy } from './reader.ts';
import { calculatorsOn } from './section-items.ts';

/** Lines that stay when a page is turned. */
const OVERLAP = 2;

/** What a key asks for. */
export type NoteEffect =
  | HostEffect
  /** Opens a screen above this one; what is read there is then the latest. */
  | { readonly type: 'leave-for'; readonly to: Destination }
  /** Cards or questions on the section one reads. */
  | { readonly type: 'practise'; readonly mode: 'cards' | 'quiz' };

/** The next state and what is to be done. */
export type NoteStep = Step<NoteState, NoteEffect>;

/** What a note stands on. */
interface NoteGround {
  /** The note, and what there is to practise on it. */
  readonly reading: NoteReading;
  readonly course: Pick<CourseReader, 'topics' | 'glossary'>;
  /** What a link may lead to. */
  readonly places: ReadonlySet<string>;
}

const leaveFor = (to: Destination): NoteEffect => ({ type: 'leave-for', to });

const scrollTo = (state: NoteState, line: number): NoteState => ({
  ...state,
  top: clampTop(state.layout, state.rows, line),
  wanted: null,
});

const goToSection = (state: NoteState, at: number): NoteState => ({
  ...scrollTo(state, state.layout.sections[at]?.start ?? 0),
  wanted: at,
  focus: null,
});

/** Brings a line into sight, with some lines above it where it was not. */
const reveal = (state: NoteState, line: number): NoteState => {
  const { top, rows, layout } = state;
  const isSeen = line >= top && line < top + rows;
  return {
    ...(isSeen ? state : scrollTo(state, line - Math.floor(rows / 3))),
    wanted: sectionAt(layout, line),
  };
};

const goToMatch = (state: NoteState, matchAt: number): NoteState => {
  const line = state.matches[matchAt]?.[0]?.line;
  const there = { ...state, matchAt };
  return line === undefined ? there : reveal(there, line);
};

const nextMatch = (state: NoteState, by: 1 | -1): NoteStep => {
  const { matches, matchAt, isFinding, foundFor } = state;
  if (matches.length === 0) {
    if (isFinding) return step(state);
    const none =
      foundFor === '' ? 'Nothing was looked for yet: / finds words' : `No results for "${foundFor}"`;
    return step(state, say(none));
  }
  const next = matchAt + by;
  const there = goToMatch(state, (next + matches.length) % matches.length);
  return next < 0 || next >= matches.length
    ? step(there, say(by === 1 ? 'From the top again' : 'From the end again'))
    : step(there);
};

/** What is typed so far is looked for from where one was. */
const findTyped = (state: NoteState): NoteState => {
  const found = find(state);
  const { layout, rows, origin, matches } = found;
  const back = { ...found, top: clampTop(layout, rows, origin), wanted: null };
  return goToMatch(back, matchFrom(matches, origin));
};

const moveLink = (state: NoteState, by: 1 | -1, course: NoteGround['course']): NoteStep => {
  const focus = linkBy(state.layout, state.focus, state, by);
  if (focus === null) return step({ ...state, focus });
  // Its number alone does not say where it leads.
  const where = sanitizeLine(placeTitle(course, focus.place) ?? focus.place);
  return step(reveal({ ...state, focus }, focus.line), say(where));
};

/** Opens the only calculator of a section, or the list of them. */
const openCalculator = (state: NoteState, reading: NoteReading): NoteStep => {
  const { what } = calculatorsOn({ reading, section: sectionId(state) });
  const [first] = what;
  if (first === undefined) return step(state);
  if (what.length === 1) return step(state, leaveFor({ to: 'calculator', id: first.id }));
  const choice = { title: 'calculators', entries: what.map(({ title }) => title), chosen: 0 };
  return step({ ...state, open: { choice, to: what.map(({ id }) => ({ to: 'calculator', id })) } });
};

/** The terms of the section one reads; of the whole note where it has none. */
export const termsHere = (
  state: NoteState,
  { reading, course }: Pick<NoteGround, 'reading' | 'course'>,
): ReturnType<typeof termsOf> => termsOf(reading.source.sections, sectionId(state), course.glossary());

/** Lists the terms of the section one reads. */
const openTerms = (state: NoteState, { reading, course, places }: NoteGround): NoteStep => {
  const terms = termsHere(state, { reading, course });
  if (terms.length === 0) return step(state, say('The glossary has no word of this note.'));
  const choice = {
    title: 'terms',
    entries: terms.map(({ term, name }) => sanitizeLine(name === '' ? term : `${term}: ${name}`)),
    chosen: 0,
    details: terms.map(({ text }) => sanitizeLine(plainText(text))),
  };
  const to = terms.map(({ topic }): Destination | null =>
    topic !== undefined && places.has(topic) ? { to: 'notes', place: topic } : null,
  );
  return step({ ...state, open: { choice, to } });
};

const openOutline = (state: NoteState): NoteState => {
  const entries = state.layout.sections.map(outlineEntry);
  const choice = { title: 'sections', entries, chosen: sectionNow(state) };
  return { ...state, open: { choice, to: null } };
};

const pressOpen = (state: NoteState, open: OpenChoice, action: Action): NoteStep => {
  const { choice, to } = open;
  const closed = { ...state, open: null };
  switch (action) {
    case 'close':
      return step(closed);
    case 'open': {
      if (to === null) return step(goToSection(closed, choice.chosen));
      const destination = to[choice.chosen] ?? null;
      return destination === null ? step(closed) : step(closed, leaveFor(destination));
    }
    default:
      return step({ ...state, open: { ...open, choice: pressChoice(choice, action, state.rows) } });
  }
};

const pressFind = (state: NoteState, action: Action): NoteStep => {
  const done = { ...state, isFinding: false };
  switch (action) {
    case 'accept':
      return step(state.foundFor === '' ? forget(done) : done);
    case 'close':
      return step(scrollTo(forget(done), state.origin));
    case 'next-match':
    case 'previous-match':
      return nextMatch(state, action === 'next-match' ? 1 : -1);
    default: {
      const field = editField(state.field, action);
      return step(field === null ? state : findTyped({ ...state, field }));
    }
  }
};

const pressText = (state: NoteState, action: Action, key: string, ground: NoteGround): NoteStep => {
  const { layout, top, rows, focus, matches } = state;
  const page = Math.max(1, rows - OVERLAP);
  const by = scrolledBy(action, page);
  if (by !== null) return step(scrollTo(state, top + by));
  switch (action) {
    case 'top':
      return step(scrollTo(state, 0));
    case 'bottom':
      return step({ ...scrollTo(state, layout.lines.length), wanted: layout.sections.length - 1 });
    case 'next-section':
    case 'previous-section': {
      const on = action === 'next-section' ? 1 : -1;
      return step(goToSection(state, sectionBy(layout, top, sectionNow(state), on)));
    }
    case 'all':
      return step(openOutline(state));
    case 'search':
      return step({ ...forget(state), isFinding: true, origin: top });
    case 'next-match':
    case 'previous-match':
      return nextMatch(state, action === 'next-match' ? 1 : -1);
    case 'next-link':
    case 'previous-link':
      return moveLink(state, action === 'next-link' ? 1 : -1, ground.course);
    case 'open':
      return focus === null
        ? step(scrollTo(state, top + page))
        : step(state, leaveFor({ to: 'notes', place: focus.place }));
    case 'cards':
    case 'quiz':
      return step(state, { type: 'practise', mode: action });
    case 'calculator':
      return openCalculator(state, ground.reading);
    case 'terms':
      return openTerms(state, ground);
    case 'view':
      return step(outdated({ ...state, isAnswered: !state.isAnswered }));
    case 'mock':
      return step(state, leaveFor({ to: 'mock' }));
    case 'back':
      // Escape first drops what is marked, so that nobody leaves a note by wiping marks away.
      return key === 'esc' && (matches.length > 0 || focus !== null)
        ? step({ ...forget(state), focus: null })
        : step(state, { type: 'back' });
    default:
      return step(state);
  }
};

/** The state after a key, and what it asks for. */
export const press = (state: NoteState, action: Action, key: string, ground: NoteGround): NoteStep => {
  if (state.open !== null) return pressOpen(state, state.open, action);
  return state.isFinding ? pressFind(state, action) : pressText(state, action, key, ground);
};

/** The state after words to be found were typed. */
export const typeText = (state: NoteState, text: string): NoteState =>
  findTyped({ ...state, field: insertText(state.field, text) });
