/** A note that is read, at one moment: how it is laid out, where one is in it, what was found, what lies over it. */
import type { NoteLayout, NoteLink } from '../../../text/notes/note-layout.ts';
import type { ContextName } from '../../keys/key-table.ts';
import type { TextField } from '../../models/text-field.ts';
import { EMPTY_FIELD, fieldText } from '../../models/text-field.ts';
import type { Destination } from '../../shell/destination.ts';
import type { Size } from '../../shell/screen.ts';
import type { Match, NoteText } from './find-in-note.ts';
import { findInNote, noteText } from './find-in-note.ts';
import type { Choice } from './note-choice.ts';
import type { Widths } from './note-page.ts';
import { widthsFor } from './note-page.ts';
import type { Place } from './reader.ts';
import { clampTop, lineOf, placeAt, readSection } from './reader.ts';

/** A list over the text. */
export interface OpenChoice {
  readonly choice: Choice;
  /** Where each entry leads, `null` if nowhere; of all of them: it lists the sections. */
  readonly to: readonly (Destination | null)[] | null;
}

/** What is seen of a note. */
export interface NoteState {
  readonly layout: NoteLayout;
  /** The widths it is laid out for; empty: it is not yet. */
  readonly laidOutFor: string;
  /** Its text as it is looked through; `null`: nothing was looked for since it was laid out. */
  readonly text: NoteText | null;
  /** Where to go as soon as there are lines to go to. */
  readonly pending: { readonly place: Place; readonly by: 'line' | 'share' };
  readonly top: number;
  /** Lines there is room for. */
  readonly rows: number;
  /** Section that was jumped to; `null` once the learner has scrolled. */
  readonly wanted: number | null;
  readonly focus: NoteLink | null;
  /** Whether the answer to the question in the note is seen. */
  readonly isAnswered: boolean;
  readonly isFinding: boolean;
  readonly field: TextField;
  /** The words that were looked for; empty: none were. */
  readonly foundFor: string;
  readonly matches: readonly Match[];
  /** Number of the match one is at; -1: none. */
  readonly matchAt: number;
  /** Where one was before words were looked for. */
  readonly origin: number;
  readonly open: OpenChoice | null;
}

/** What is looked for, when nothing is. */
const NOTHING_FOUND = { field: EMPTY_FIELD, foundFor: '', matches: [], matchAt: -1 } as const;

/** A note that is not laid out yet, to be opened at a place. */
export const freshNote = (section: string, line: number): NoteState => ({
  layout: { lines: [], sections: [], links: [] },
  laidOutFor: '',
  text: null,
  pending: { place: { section, line, share: 0 }, by: 'line' },
  top: 0,
  rows: 1,
  wanted: null,
  focus: null,
  isAnswered: false,
  isFinding: false,
  ...NOTHING_FOUND,
  origin: 0,
  open: null,
});

/** Lines that looking for words takes from the text: an empty one, and the words. */
const FIND_LINES = 2;

/** Looks for what is typed. */
export const find = (state: NoteState): NoteState => {
  const foundFor = fieldText(state.field);
  const text = state.text ?? noteText(state.layout.lines);
  return { ...state, text, foundFor, matches: findInNote(text, foundFor) };
};

/** Drops what was looked for, and what was found. */
export const forget = (state: NoteState): NoteState => ({ ...state, ...NOTHING_FOUND });

/** Where one is, for another width. */
const placeNow = ({ layout, top, wanted }: NoteState): NoteState['pending'] => {
  const section = wanted === null ? undefined : layout.sections[wanted]?.id;
  return {
    place: section === undefined ? placeAt(layout, top) : { section, line: 0, share: 0 },
    by: 'share',
  };
};

/** Lays the note out for widths, with the answer to its question or without. */
export type Lay = (widths: Widths, isAnswered: boolean) => NoteLayout;

/** Lays the note out where the width is another one; the place stays. */
const layOut = (state: NoteState, columns: number, lay: Lay): NoteState => {
  const widths = widthsFor(columns);
  const laidOutFor = `${widths.prose} ${widths.wide}`;
  if (state.laidOutFor === laidOutFor) return state;
  const pending = state.laidOutFor === '' ? state.pending : placeNow(state);
  const { place, by } = pending;
  const at = state.focus === null ? -1 : state.layout.links.indexOf(state.focus);
  const layout = lay(widths, state.isAnswered);
  const isStart = place.section !== '' && place.line === 0;
  const laid: NoteState = {
    ...state,
    layout,
    laidOutFor,
    text: null,
    pending,
    top: lineOf(layout, place, by),
    wanted: isStart ? layout.sections.findIndex(({ id }) => id === place.section) : null,
    focus: layout.links[at] ?? null,
  };
  return state.foundFor === '' ? laid : find(laid);
};

/** The state as it fits a screen. */
export const fit = (before: NoteState, { columns, rows: all }: Size, lay: Lay): NoteState => {
  const state = layOut(before, columns, lay);
  // The words that are looked for stand below the text.
  const rows = Math.max(1, state.isFinding ? all - FIND_LINES : all);
  return { ...state, rows, top: clampTop(state.layout, rows, state.top) };
};

/** The note has changed: it is laid out anew when it fits a screen the next time. */
export const outdated = (state: NoteState): NoteState => ({
  ...state,
  laidOutFor: `changed ${state.laidOutFor}`,
});

/** Number of the section one reads. */
export const sectionNow = ({ layout, top, wanted }: NoteState): number => readSection(layout, top, wanted);

/** Its id; empty above the first heading. */
export const sectionId = (state: NoteState): string => state.layout.sections[sectionNow(state)]?.id ?? '';

/** Section, and line within it, at which the note is left. */
export const leftAt = ({ layout, top, wanted }: NoteState): Pick<Place, 'section' | 'line'> => {
  const { section, line } = placeAt(layout, top);
  const jumped = wanted === null ? undefined : layout.sections[wanted]?.id;
  return jumped === undefined ? { section, line } : { section: jumped, line: 0 };
};

/** The keys in force. */
export const contextOf = ({ open, isFinding }: Pick<NoteState, 'open' | 'isFinding'>): ContextName =>
  open !== null ? 'note-choice' : isFinding ? 'note-find' : 'note';
