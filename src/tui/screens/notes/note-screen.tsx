/**
 * One note that is read. It is laid out once for each width; a key press only moves over its lines.
 * More than 300 lines because all its keys change the same few variables: top, section, link and what was found.
 */
import { keepPlace, placeIn } from '../../../app/learner/reading-places.ts';
import { recordReading } from '../../../app/learner/reading-time.ts';
import type { NoteReading } from '../../../app/course/read-note.ts';
import { placeTitle, shownNote } from '../../../app/course/read-note.ts';
import type { CourseReader } from '../../../core/course/course.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { plainText } from '../../../core/course/plain-text.ts';
import { tryItIn, withoutAnswer } from '../../../core/reading/try-it.ts';
import { termsOf } from '../../../core/reading/glossary.ts';
import type { NoteLayout, NoteLink } from '../../../text/notes/note-layout.ts';
import { fieldLine } from '../../components/field-line.ts';
import { Lines } from '../../components/lines.tsx';
import type { Destination } from '../../shell/destination.ts';
import type { Action } from '../../keys/key-table.ts';
import type { TextField } from '../../models/text-field.ts';
import { editField, EMPTY_FIELD, fieldText, insertText } from '../../models/text-field.ts';
import type { Host, Screen, Size } from '../../shell/screen.ts';
import type { Match, NoteText } from './find-in-note.ts';
import { findInNote, matchFrom, noteText } from './find-in-note.ts';
import type { Choice } from './note-choice.ts';
import { choiceLines, pressChoice } from './note-choice.ts';
import { outlineEntry, pageLines, widthsFor } from './note-page.ts';
import type { Place } from './reader.ts';
import { clampTop, lineOf, linkBy, placeText, placeAt, readSection, sectionAt, sectionBy } from './reader.ts';
import { calculatorsOn, ownBySection, sessionOn } from './section-items.ts';

/** Lines that stay when a page is turned. */
const OVERLAP = 2;
/** Lines that looking for words takes from the text: an empty one, and the words. */
const FIND_LINES = 2;

/** What stands in the place of an answer. */
const ANSWER_HINT = '*`v` shows the answer.*';

/** A list over the text, and what becomes of its entries. */
interface OpenChoice {
  choice: Choice;
  readonly go: (chosen: number) => void;
}

/** What a link may lead to. */
const notePlaces = ({ topics }: Pick<CourseReader, 'topics'>): ReadonlySet<string> =>
  new Set(
    topics
      .filter(({ sections }) => sections.length > 0)
      .flatMap(({ id, sections }) => [id, ...sections.map(section => `${id}#${section.id}`)]),
  );

/** A note, at the section that was asked for or where it was left. */
export const makeNoteScreen = async (
  host: Host,
  asked: NoteReading,
  from: 'asked' | 'left',
): Promise<Screen> => {
  const { services, theme } = host;
  const { runtime } = services;
  const { layOutNote } = await import('../../../text/notes/note-layout.ts');
  let { course } = services;
  let reading = asked;
  const { topic } = asked;
  let places = notePlaces(course);
  /** Something else is shown above this. */
  let isCovered = false;
  const left = from === 'left' ? placeIn(runtime, course, topic.id) : null;

  let layout: NoteLayout = { lines: [], sections: [], links: [] };
  let laidOutFor = '';
  let text: NoteText | null = null;
  /** Where to go as soon as there are lines to go to. */
  let pending: { readonly place: Place; readonly by: 'line' | 'share' } = {
    place: { section: left?.section ?? reading.section ?? '', line: left?.line ?? 0, share: 0 },
    by: 'line',
  };
  let top = 0;
  let rows = 1;
  /** Section that was jumped to; `null` once the learner has scrolled. */
  let wanted: number | null = null;
  let focus: NoteLink | null = null;
  let isFinding = false;
  let field: TextField = EMPTY_FIELD;
  let foundFor = '';
  let matches: readonly Match[] = [];
  let matchAt = -1;
  /** Where one was before words were looked for. */
  let origin = 0;
  /** Whether the answer to the question in the note is seen. */
  let isAnswered = false;
  let open: OpenChoice | null = null;
  /** Remarks and cards of the learner's own, by section; `null`: not counted yet. */
  let own: ReadonlyMap<string, number> | null = null;

  const find = (): void => {
    foundFor = fieldText(field);
    matches = findInNote((text ??= noteText(layout.lines)), foundFor);
  };

  /** Lays the note out where the width is another one; the place stays. */
  const layOut = (columns: number): void => {
    const { prose, wide } = widthsFor(columns);
    if (laidOutFor === `${prose} ${wide}`) return;
    if (laidOutFor !== '') {
      const place = placeAt(layout, top);
      const section = wanted === null ? undefined : layout.sections[wanted]?.id;
      pending = {
        place: section === undefined ? place : { section, line: 0, share: 0 },
        by: 'share',
      };
    }
    laidOutFor = `${prose} ${wide}`;
    const at = focus === null ? -1 : layout.links.indexOf(focus);
    const { note } = reading;
    const seen = isAnswered ? note : { ...note, sections: withoutAnswer(note.sections, ANSWER_HINT) };
    layout = layOutNote(seen, place => places.has(place), {
      width: prose,
      wide,
      style: theme.style,
      ascii: theme.ascii,
      placeTitle: place => placeTitle(course, place),
    });
    focus = layout.links[at] ?? null;
    text = null;
    if (foundFor !== '') find();
    top = lineOf(layout, pending.place, pending.by);
    const isStart = pending.place.section !== '' && pending.place.line === 0;
    wanted = isStart ? layout.sections.findIndex(({ id }) => id === pending.place.section) : null;
  };

  const fit = ({ columns, rows: all }: Size): void => {
    layOut(columns);
    // The words that are looked for stand below the text.
    rows = Math.max(1, isFinding ? all - FIND_LINES : all);
    top = clampTop(layout, rows, top);
  };
  fit(host.size);

  /** Lays out anew what has changed. */
  const remake = (): void => {
    laidOutFor = `changed ${laidOutFor}`;
  };
  /** Since when the note is on the screen, ms UTC. */
  let readFrom = services.moment().at;
  const keep = (): void => {
    const { section, line } = placeAt(layout, top);
    const jumped = wanted === null ? undefined : layout.sections[wanted]?.id;
    const there = jumped === undefined ? { section, line } : { section: jumped, line: 0 };
    keepPlace(runtime, course, { topic: topic.id, ...there });
    const moment = services.moment();
    recordReading(services, topic.id, moment, moment.at - readFrom);
    readFrom = moment.at;
  };
  /** Opens something above; what is read there is then the latest. */
  const leaveFor = (destination: Destination): void => {
    keep();
    isCovered = true;
    host.open(destination);
  };

  const current = (): number => readSection(layout, top, wanted);
  const sectionId = (): string => layout.sections[current()]?.id ?? '';
  const where = () => ({ reading, section: sectionId() });

  const scrollTo = (line: number): void => {
    top = clampTop(layout, rows, line);
    wanted = null;
  };
  const goToSection = (at: number): void => {
    top = clampTop(layout, rows, layout.sections[at]?.start ?? 0);
    wanted = at;
    focus = null;
  };
  /** Brings a line into sight, with some lines above it where it was not. */
  const reveal = (line: number): void => {
    if (line < top || line >= top + rows) scrollTo(line - Math.floor(rows / 3));
    wanted = sectionAt(layout, line);
  };
  const goToMatch = (at: number): void => {
    matchAt = at;
    const line = matches[at]?.[0]?.line;
    if (line !== undefined) reveal(line);
  };
  const nextMatch = (by: 1 | -1): void => {
    if (matches.length === 0) {
      if (!isFinding)
        host.say(
          foundFor === '' ? 'Nothing was looked for yet: / finds words' : `No results for "${foundFor}"`,
        );
      return;
    }
    const next = matchAt + by;
    if (next < 0 || next >= matches.length) host.say(by === 1 ? 'From the top again' : 'From the end again');
    goToMatch((next + matches.length) % matches.length);
  };
  const forget = (): void => {
    field = EMPTY_FIELD;
    foundFor = '';
    matches = [];
    matchAt = -1;
  };
  /** What is typed so far is looked for from where one was. */
  const findTyped = (): void => {
    find();
    top = clampTop(layout, rows, origin);
    goToMatch(matchFrom(matches, origin));
  };

  const practise = (mode: 'cards' | 'quiz'): void => {
    const offer = sessionOn(mode, where(), services.course, runtime.seed());
    if (offer === null) return;
    if (offer.said !== null) host.say(sanitizeLine(offer.said));
    leaveFor({ to: 'session', request: offer.what });
  };
  const openCalculator = (): void => {
    const { what } = calculatorsOn(where());
    const openOne = (at: number): void => {
      const id = what[at]?.id;
      if (id !== undefined) leaveFor({ to: 'calculator', id });
    };
    if (what.length < 2) openOne(0);
    else
      open = {
        choice: { title: 'calculators', entries: what.map(({ title }) => title), chosen: 0 },
        go: openOne,
      };
  };
  const openOutline = (): void => {
    const entries = layout.sections.map(outlineEntry);
    open = { choice: { title: 'sections', entries, chosen: current() }, go: goToSection };
  };
  /** The terms of the section one reads; of the whole note where it has none. */
  const openTerms = (): void => {
    const terms = termsOf(reading.source.sections, sectionId(), course.glossary());
    if (terms.length === 0) return host.say('The glossary has no word of this note.');
    open = {
      choice: {
        title: 'terms',
        entries: terms.map(({ term, name }) => sanitizeLine(name === '' ? term : `${term}: ${name}`)),
        chosen: 0,
        details: terms.map(({ text }) => sanitizeLine(plainText(text))),
      },
      go: chosen => {
        const place = terms[chosen]?.topic;
        if (place !== undefined && places.has(place)) leaveFor({ to: 'notes', place });
      },
    };
  };
  const moveLink = (by: 1 | -1): void => {
    focus = linkBy(layout, focus, { top, rows }, by);
    if (focus === null) return;
    reveal(focus.line);
    // Its number alone does not say where it leads.
    host.say(sanitizeLine(placeTitle(course, focus.place) ?? focus.place));
  };

  /** A file of the course was edited, or something written, meanwhile. */
  const readAnew = (): void => {
    own = null;
    if (services.course === course) return;
    ({ course } = services);
    const source = course.note(topic.id);
    const entry = course.topics.find(({ id }) => id === topic.id);
    if (source === undefined || entry === undefined) return;
    const note = shownNote(course, source);
    reading = { ...reading, note, source, topic: entry, sections: note.sections };
    places = notePlaces(course);
    remake();
  };

  const actOnChoice = (opened: OpenChoice, action: Action): void => {
    if (action === 'close' || action === 'open') open = null;
    if (action === 'open') opened.go(opened.choice.chosen);
    else opened.choice = pressChoice(opened.choice, action, rows);
  };
  const actOnFind = (action: Action): void => {
    switch (action) {
      case 'accept':
        isFinding = false;
        if (foundFor === '') forget();
        return;
      case 'close':
        isFinding = false;
        forget();
        return scrollTo(origin);
      case 'next-match':
      case 'previous-match':
        return nextMatch(action === 'next-match' ? 1 : -1);
      default: {
        const edited = editField(field, action);
        if (edited === null) return;
        field = edited;
        findTyped();
      }
    }
  };
  const leave = (key: string): void => {
    // Escape first drops what is marked, so that nobody leaves a note by wiping marks away.
    if (key === 'esc' && (matches.length > 0 || focus !== null)) {
      forget();
      focus = null;
    } else host.back();
  };
  const actOnNote = (action: Action, key: string): void => {
    const page = Math.max(1, rows - OVERLAP);
    switch (action) {
      case 'scroll-up':
      case 'scroll-down':
        return scrollTo(top + (action === 'scroll-up' ? -1 : 1));
      case 'page-up':
      case 'page-down':
        return scrollTo(top + (action === 'page-up' ? -page : page));
      case 'top':
        return scrollTo(0);
      case 'bottom':
        scrollTo(layout.lines.length);
        wanted = layout.sections.length - 1;
        return;
      case 'next-section':
      case 'previous-section':
        return goToSection(sectionBy(layout, top, current(), action === 'next-section' ? 1 : -1));
      case 'all':
        return openOutline();
      case 'search':
        isFinding = true;
        origin = top;
        return forget();
      case 'next-match':
      case 'previous-match':
        return nextMatch(action === 'next-match' ? 1 : -1);
      case 'next-link':
      case 'previous-link':
        return moveLink(action === 'next-link' ? 1 : -1);
      case 'open':
        if (focus === null) scrollTo(top + page);
        else leaveFor({ to: 'notes', place: focus.place });
        return;
      case 'cards':
      case 'quiz':
        return practise(action);
      case 'calculator':
        return openCalculator();
      case 'terms':
        return openTerms();
      case 'view':
        isAnswered = !isAnswered;
        return remake();
      case 'mock':
        return leaveFor({ to: 'mock' });
      case 'back':
        return leave(key);
      default:
    }
  };

  return {
    get context() {
      return open !== null ? 'note-choice' : isFinding ? 'note-find' : 'note';
    },
    header: size => {
      fit(size);
      const { dot } = theme.signs;
      const name = topic.title;
      const title = sectionId() === '' ? reading.note.title : (layout.sections[current()]?.title ?? '');
      const count = matches.length === 0 ? '' : `${matchAt + 1} of ${matches.length} found ${dot} `;
      return {
        left: sanitizeLine(
          title === name && open === null
            ? name
            : `${name} ${dot} ${open === null ? title : open.choice.title}`,
        ),
        right: `${count}${placeText(layout, top, rows)}`,
      };
    },
    body: size => {
      fit(size);
      const { columns } = size;
      if (open !== null) return <Lines lines={choiceLines(open.choice, { columns, rows }, theme)} />;
      own ??= ownBySection(services, topic.id);
      const page = { layout, top, section: current(), focus, matches, matchAt, own };
      const lines = pageLines(page, { columns, rows }, theme);
      if (!isFinding) return <Lines lines={lines} />;
      const count =
        foundFor === '' ? '' : matches.length === 0 ? 'nothing found' : `${matchAt + 1} of ${matches.length}`;
      const filled = [...lines, ...Array.from({ length: Math.max(0, rows - lines.length) }, () => '')];
      const typed = `/ ${fieldLine(field, columns - count.length - 6, theme)}`;
      return <Lines lines={[...filled, '', `${typed}  ${theme.style.dim(count)}`]} />;
    },
    offers: action => {
      switch (action) {
        case 'cards':
          return topic.cards > 0;
        case 'quiz':
          return topic.questions > 0;
        case 'calculator':
          return reading.calculators.length > 0;
        case 'view':
          return tryItIn(reading.note.sections) !== null;
        case 'terms':
          return course.glossary().terms.length > 0;
        case 'next-link':
          return layout.links.length > 0;
        case 'all':
          return layout.sections.length > 1;
        default:
          return true;
      }
    },
    act: (action, key) => {
      // What was to be shown above this could not be opened.
      isCovered = false;
      if (open !== null) actOnChoice(open, action);
      else if (isFinding) actOnFind(action);
      else actOnNote(action, key);
    },
    type: typed => {
      field = insertText(field, typed);
      findTyped();
    },
    about: () => ({ item: null, topic: topic.id, section: sectionId() }),
    written: readAnew,
    shown: () => {
      isCovered = false;
      readFrom = services.moment().at;
      readAnew();
    },
    close: () => {
      if (!isCovered) keep();
    },
  };
};
