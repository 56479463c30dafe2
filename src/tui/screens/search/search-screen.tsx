/** Search as one types: notes, cards, questions and calculators, each with a preview. */
import { FIND_TYPES, searchCourse } from '../../../app/search/search-course.ts';
import { withRemarks } from '../../../app/search/with-remarks.ts';
import type { CourseReader, Item } from '../../../core/course/course.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { Lines } from '../../components/lines.tsx';
import { askHost } from '../../shell/effects.ts';
import { makeMarks } from '../../shell/mark.ts';
import type { Host, Screen } from '../../shell/screen.ts';
import { subjectOf } from '../../shell/screen.ts';
import type { SearchEffect, SearchStep } from './press-search.ts';
import { afterSearch, press, typeText } from './press-search.ts';
import { totalsText } from './results.ts';
import { drawSearch } from './search-body.ts';
import {
  chosenFind,
  contextOf,
  freshSearch,
  isOutdated,
  itemOf,
  NOTHING,
  queryOf,
  withResult,
} from './search-state.ts';
import { makeSearchTexts } from './search-texts.ts';

/** Results of each kind. */
const LIMIT = 10;
/** Pause in typing after which is searched, in ms: shorter than people wait for, longer than between two keys. */
const PAUSE = 60;
/** Pause after which mistyped words are mended where nothing was found: that takes ten times as long. */
const LONG_PAUSE = 300;

/** Search over the whole course. */
export const makeSearchScreen = async (host: Host, words: string): Promise<Screen> => {
  const { services, theme } = host;
  let { course } = services;
  const marks = makeMarks(host);
  const texts = makeSearchTexts(host, () => course);
  await services.renderer.load();
  let state = freshSearch(words);
  let timer: NodeJS.Timeout | null = null;
  let documents: { readonly of: CourseReader; readonly course: CourseReader } | null = null;

  /** The texts of the course are read for the first search, and kept while this is open: that is half of its work. */
  const searched = (): CourseReader => {
    if (documents?.of !== services.course) {
      const written = services.own
        .list()
        .remarks.map(({ item, texts: all }) => [item, all.join('\n\n')] as const);
      const whole = withRemarks(services.course, new Map(written));
      const all = [...whole.searchDocuments()];
      documents = { of: services.course, course: { ...whole, searchDocuments: () => all } };
    }
    return documents.course;
  };

  /** Searches for the words as they are now: whatever was looked for before can no longer arrive. */
  const search = (mend: 'yes' | 'no'): void => {
    if (!isOutdated(state, mend)) return;
    const text = queryOf(state);
    const result =
      text === ''
        ? NOTHING
        : searchCourse(searched(), text, { limit: LIMIT, types: FIND_TYPES, excerpt: 80, mend });
    state = withResult(state, result, mend);
  };
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const searchLater = (): void => {
    stop();
    timer = setTimeout(() => {
      search('no');
      if (!state.isMended) {
        timer = setTimeout(() => {
          search('yes');
          host.redraw();
        }, LONG_PAUSE);
      }
      host.redraw();
    }, PAUSE);
  };

  const carryOut = (effect: SearchEffect): void => {
    switch (effect.type) {
      case 'search-later':
        return searchLater();
      case 'search-now':
        stop();
        search('yes');
        return take(afterSearch(state, effect.next));
      case 'mark':
        return marks.toggle(effect.mark, [effect.item]);
      case 'undo':
        return marks.undo();
      default:
        askHost(host, effect);
    }
  };
  /** Goes on to a state, and does what is to be done then. */
  const take = (step: SearchStep): void => {
    ({ state } = step);
    step.effects.forEach(carryOut);
  };

  if (queryOf(state) !== '') carryOut({ type: 'search-now', next: 'results' });

  /** The card or question that is read. */
  const readNow = (): Item | undefined =>
    state.mode === 'item' ? itemOf(chosenFind(state), course) : undefined;

  return {
    get context() {
      return contextOf(state);
    },
    header: () => {
      const item = readNow();
      if (item === undefined) return { left: 'search', right: totalsText(state.result) };
      const title = course.topics.find(({ id }) => id === item.topic)?.title ?? item.topic;
      const isFlagged = services.progress().items.get(item.key)?.flagged ?? false;
      return {
        left: sanitizeLine(title),
        right: `${isFlagged ? `${theme.signs.flag} ` : ''}${item.type === 'card' ? 'card' : 'question'}`,
      };
    },
    body: size => {
      const body = drawSearch(state, size, readNow() !== undefined, texts, theme);
      ({ state } = body);
      return <Lines lines={body.lines} />;
    },
    about: () => {
      const find = chosenFind(state);
      if (find === undefined || state.mode === 'typing') return null;
      if (find.type === 'section')
        return { item: null, topic: find.topic, section: find.ref.slice(find.topic.length + 1) };
      return subjectOf(course.entry(itemOf(find, course)?.key ?? ''));
    },
    offers: action => {
      const { mode, result, chosen } = state;
      // While the words are being typed they are looked for first.
      const mayFind = queryOf(state) !== '' && (result.finds.length > 0 || isOutdated(state, 'yes'));
      switch (action) {
        case 'open':
        case 'down':
          return mode === 'results' || mayFind;
        case 'scroll-up':
          return state.reading.length > state.reading.rows;
        case 'next':
          return result.finds.slice(chosen + 1).some(find => itemOf(find, course) !== undefined);
        case 'next-section':
          return new Set(result.finds.map(({ type }) => type)).size > 1;
        default:
          return true;
      }
    },
    written: () => {
      ({ course } = services);
      texts.forget();
      documents = null;
    },
    act: action => take(press(state, action, course)),
    type: text => take(typeText(state, text)),
    close: () => {
      stop();
      documents = null;
    },
  };
};
