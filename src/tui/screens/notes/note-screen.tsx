/** One note that is read. It is laid out once for each width; a key press only moves over its lines. */
import { keepPlace, placeIn } from '../../../app/learner/reading-places.ts';
import { recordReading } from '../../../app/learner/reading-time.ts';
import type { NoteReading } from '../../../app/course/read-note.ts';
import { placeTitle, shownNote } from '../../../app/course/read-note.ts';
import type { CourseReader } from '../../../core/course/course.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { tryItIn, withoutAnswer } from '../../../core/reading/try-it.ts';
import { fieldLine } from '../../components/field-line.ts';
import { Lines } from '../../components/lines.tsx';
import type { Destination } from '../../shell/destination.ts';
import { askHost } from '../../shell/effects.ts';
import type { Host, Screen } from '../../shell/screen.ts';
import { choiceLines } from './note-choice.ts';
import { pageLines } from './note-page.ts';
import { contextOf, fit, freshNote, leftAt, outdated, sectionId, sectionNow } from './note-state.ts';
import type { Lay } from './note-state.ts';
import type { NoteEffect, NoteStep } from './press-note.ts';
import { press, termsHere, typeText } from './press-note.ts';
import { placeText } from './reader.ts';
import { ownBySection, sessionOn } from './section-items.ts';

/** What stands in the place of an answer. */
const ANSWER_HINT = '*`v` shows the answer.*';

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
  /** Remarks and cards of the learner's own, by section; `null`: not counted yet. */
  let own: ReadonlyMap<string, number> | null = null;
  /** Since when the note is on the screen, ms UTC. */
  let readFrom = services.moment().at;

  const lay: Lay = ({ prose, wide }, isAnswered) => {
    const { note } = reading;
    const seen = isAnswered ? note : { ...note, sections: withoutAnswer(note.sections, ANSWER_HINT) };
    return layOutNote(seen, place => places.has(place), {
      width: prose,
      wide,
      style: theme.style,
      ascii: theme.ascii,
      placeTitle: place => placeTitle(course, place),
    });
  };
  const left = from === 'left' ? placeIn(runtime, course, topic.id) : null;
  let state = fit(freshNote(left?.section ?? reading.section ?? '', left?.line ?? 0), host.size, lay);

  const keep = (): void => {
    keepPlace(runtime, course, { topic: topic.id, ...leftAt(state) });
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
  const practise = (mode: 'cards' | 'quiz'): void => {
    const where = { reading, section: sectionId(state) };
    const offer = sessionOn(mode, where, services.course, runtime.seed());
    if (offer === null) return;
    if (offer.said !== null) host.say(sanitizeLine(offer.said));
    leaveFor({ to: 'session', request: offer.what });
  };

  const carryOut = (effect: NoteEffect): void => {
    if (effect.type === 'leave-for') leaveFor(effect.to);
    else if (effect.type === 'practise') practise(effect.mode);
    else askHost(host, effect);
  };
  /** Goes on to a state, and does what is to be done then. */
  const take = (step: NoteStep): void => {
    ({ state } = step);
    step.effects.forEach(carryOut);
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
    state = outdated(state);
  };

  return {
    get context() {
      return contextOf(state);
    },
    header: size => {
      state = fit(state, size, lay);
      const { layout, open, matches, matchAt, top, rows } = state;
      const { dot } = theme.signs;
      const name = topic.title;
      const section = layout.sections[sectionNow(state)];
      const title = section === undefined || section.id === '' ? reading.note.title : section.title;
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
      state = fit(state, size, lay);
      const { columns } = size;
      const { open, rows, isFinding, foundFor, matches, matchAt, field } = state;
      if (open !== null) return <Lines lines={choiceLines(open.choice, { columns, rows }, theme)} />;
      own ??= ownBySection(services, topic.id);
      const lines = pageLines({ ...state, section: sectionNow(state), own }, { columns, rows }, theme);
      if (!isFinding) return <Lines lines={lines} />;
      const count =
        foundFor === '' ? '' : matches.length === 0 ? 'nothing found' : `${matchAt + 1} of ${matches.length}`;
      const filled = [...lines, ...Array.from({ length: Math.max(0, rows - lines.length) }, () => '')];
      const typed = `/ ${fieldLine(field, columns - count.length - 6, theme)}`;
      return <Lines lines={[...filled, '', `${typed}  ${theme.style.dim(count)}`]} />;
    },
    offers: action => {
      const { links, sections, lines } = state.layout;
      switch (action) {
        case 'scroll-up':
          return lines.length > state.rows;
        case 'open':
        case 'previous-match':
          return !state.isFinding || state.matches.length > (action === 'open' ? 0 : 1);
        case 'cards':
          return topic.cards > 0;
        case 'quiz':
          return topic.questions > 0;
        case 'calculator':
          return reading.calculators.length > 0;
        case 'view':
          return tryItIn(reading.note.sections) !== null;
        case 'terms':
          return termsHere(state, { reading, course }).length > 0;
        case 'next-link':
          return links.length > 0;
        case 'all':
          return sections.length > 1;
        default:
          return true;
      }
    },
    act: (action, key) => {
      // What was to be shown above this could not be opened.
      isCovered = false;
      take(press(state, action, key, { reading, course, places }));
    },
    type: text => {
      state = typeText(state, text);
    },
    about: () => ({ item: null, topic: topic.id, section: sectionId(state) }),
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
