/**
 * Search as one types: notes, cards, questions and calculators, each with a preview.
 * More than 300 lines because words, results and the item that is read are one state.
 */
import type { Find, Finds } from '../../../app/search/search-course.ts';
import { FIND_TYPES, searchCourse } from '../../../app/search/search-course.ts';
import { withRemarks } from '../../../app/search/with-remarks.ts';
import { findCalculator } from '../../../core/calc/catalogue.ts';
import { isTemplate } from '../../../core/course/course.ts';
import type { CourseReader, Item } from '../../../core/course/course.ts';
import type { Instantiate } from '../../../core/question/present.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { queryWords } from '../../../core/search/search.ts';
import { notePlace } from '../../../text/question/question-lines.ts';
import { truncate } from '../../../text/layout/width.ts';
import { fieldLine } from '../../components/field-line.ts';
import { Lines } from '../../components/lines.tsx';
import type { Action } from '../../keys/key-table.ts';
import { moveBy, scrollBy, scrollTo, window } from '../../models/list.ts';
import type { TextField } from '../../models/text-field.ts';
import { editField, fieldOf, fieldText, insertText } from '../../models/text-field.ts';
import { makeMarks, MARK_OF } from '../../shell/mark.ts';
import type { Host, Screen, Size } from '../../shell/screen.ts';
import { subjectOf } from '../../shell/screen.ts';
import { itemLines } from '../../components/item-lines.ts';
import { makeRemarks } from '../../components/remarks.ts';
import { kindBy, resultRows, rowLine, totalsText } from './results.ts';
import type { Row } from './results.ts';
import { joinParts, partsOf, previewLines } from './search-layout.ts';

/** Results of each kind. */
const LIMIT = 10;
/** Pause in typing after which is searched, in ms: shorter than people wait for, longer than between two keys. */
const PAUSE = 60;
/** Pause after which mistyped words are mended where nothing was found: that takes ten times as long. */
const LONG_PAUSE = 300;
/** Lines of the words, and the empty one below. */
const HEAD = 2;
/** Prose wider than this is hard to read. */
const WIDEST = 100;

const NOTHING: Finds = { finds: [], totals: new Map(), corrected: null };

export const makeSearchScreen = async (host: Host, words: string): Promise<Screen> => {
  const { services, theme } = host;
  const { renderer } = services;
  let { course } = services;
  const remarks = makeRemarks(services.own);
  const marks = makeMarks(host);
  await renderer.prepare(['**']);
  let field: TextField = fieldOf(words);
  let mode: 'typing' | 'results' | 'item' = 'typing';
  let result = NOTHING;
  /** What the result was found for. */
  let foundFor = '';
  let isMended = true;
  let found: readonly string[] = [];
  let rows: readonly Row[] = [];
  let chosen = 0;
  let top = 0;
  let listRows = 1;
  let timer: NodeJS.Timeout | null = null;
  let instantiate: Instantiate | null = null;
  let texts: { readonly of: CourseReader; readonly course: CourseReader } | null = null;
  const cache = new Map<string, readonly string[]>();
  /** Of the card or question that is read: what of it is seen. */
  let reading = { top: 0, rows: 1, length: 1 };

  /** The texts of the course are read for the first search, and kept while this is open: that is half of its work. */
  const searched = (): CourseReader => {
    if (texts?.of !== services.course) {
      const written = services.own
        .list()
        .remarks.map(({ item, texts: all }) => [item, all.join('\n\n')] as const);
      const whole = withRemarks(services.course, new Map(written));
      const documents = [...whole.searchDocuments()];
      texts = { of: services.course, course: { ...whole, searchDocuments: () => documents } };
    }
    return texts.course;
  };
  const query = (): string => fieldText(field).trim();

  /** Searches for the words as they are now: whatever was looked for before can no longer arrive. */
  const run = (mend: 'yes' | 'no'): void => {
    const text = query();
    if (text === foundFor && (isMended || mend === 'no')) return;
    foundFor = text;
    result =
      text === ''
        ? NOTHING
        : searchCourse(searched(), text, { limit: LIMIT, types: FIND_TYPES, excerpt: 80, mend });
    isMended = mend === 'yes' || result.finds.length > 0 || text === '';
    found = queryWords(result.corrected ?? text);
    rows = resultRows(result);
    chosen = 0;
    top = 0;
  };
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const later = (): void => {
    stop();
    timer = setTimeout(() => {
      run('no');
      if (!isMended) {
        timer = setTimeout(() => {
          run('yes');
          host.redraw();
        }, LONG_PAUSE);
      }
      host.redraw();
    }, PAUSE);
  };
  /** What is typed counts at once where something is to be done with what was found. */
  const settle = (): void => {
    stop();
    run('yes');
  };

  const current = (): Find | undefined => result.finds[chosen];
  const itemOf = (find: Find | undefined): Item | undefined =>
    find?.type === 'card' || find?.type === 'question' ? course.item(find.ref) : undefined;

  /** What gives templates their numbers is loaded for the first that is seen. */
  const loadNumbers = async (): Promise<void> => {
    const { loadInstantiate } = await import('../../../app/session/run-session.ts');
    instantiate = await loadInstantiate(course);
    cache.clear();
    host.redraw();
  };
  const linesOf = (item: Item, columns: number): readonly string[] => {
    if (isTemplate(item) && instantiate === null) {
      void loadNumbers().catch(host.fail);
      return [];
    }
    const width = Math.min(columns, WIDEST);
    const remark = remarks.lines(item.key, { columns: width, theme, render: renderer.render });
    const lines = itemLines(item, {
      columns: width,
      theme,
      render: renderer.render,
      instantiate: instantiate ?? (() => null),
    });
    return remark.length === 0 ? lines : [...lines, '', ...remark];
  };
  const makePreview = (find: Find, columns: number): readonly string[] => {
    const { style } = theme;
    if (find.type === 'calculator') {
      const entry = findCalculator(find.ref);
      return entry === undefined
        ? []
        : [style.strong(entry.title), '', entry.summary, '', style.code(`study calc ${entry.id}`)];
    }
    if (find.type === 'section') {
      const id = find.ref.slice(find.topic.length + 1);
      const section = course.note(find.topic)?.sections.find(one => one.id === id);
      const title = style.strong(truncate(sanitizeLine(find.title), columns, theme.signs.ellipsis));
      return [title, '', ...renderer.render(section?.markdown ?? '', Math.min(columns, WIDEST))];
    }
    const item = itemOf(find);
    if (item?.type === 'card') {
      return [...renderer.render(item.front, columns), '', ...renderer.render(item.back, columns)];
    }
    return item === undefined ? [] : linesOf(item, columns);
  };
  const preview = (find: Find, columns: number): readonly string[] => {
    const key = `${find.type} ${find.ref} ${columns}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const made = makePreview(find, columns);
    cache.set(key, made);
    return made;
  };

  const open = (): void => {
    settle();
    const find = current();
    if (find === undefined) return;
    mode = mode === 'typing' ? 'results' : mode;
    if (find.type === 'section') {
      host.open({ to: 'notes', place: find.ref.includes('#') ? find.ref : `${find.ref}#` });
    } else if (find.type === 'calculator') host.open({ to: 'calculator', id: find.ref });
    else {
      mode = 'item';
      reading = { ...reading, top: 0 };
    }
  };
  /** The next card or question among the results; the last one stays. */
  const nextItem = (by: 1 | -1): void => {
    for (let at = chosen + by; at >= 0 && at < result.finds.length; at += by) {
      if (itemOf(result.finds[at]) === undefined) continue;
      chosen = at;
      reading = { ...reading, top: 0 };
      return;
    }
    host.say(by === 1 ? 'This is the last one' : 'This is the first one');
  };

  const said = (): string => {
    const { corrected, finds } = result;
    const text = truncate(sanitizeLine(foundFor), 40, theme.signs.ellipsis);
    if (corrected !== null && finds.length > 0) return `Did you mean ${sanitizeLine(corrected)}?`;
    if (foundFor === '') return 'Type what you look for: all words must be there.';
    if (finds.length > 0 || !isMended) return '';
    return `No results for "${text}". Try ${foundFor.includes(' ') ? 'fewer words' : 'another word'}.`;
  };
  const resultLines = (size: Size): readonly string[] => {
    const text = said();
    const head = text === '' ? [] : [theme.style.warning(text), ''];
    if (result.finds.length === 0) return head;
    const parts = partsOf({ columns: size.columns, rows: size.rows - head.length });
    listRows = parts.list.rows;
    const at = Math.max(
      0,
      rows.findIndex(row => row.is === 'find' && row.index === chosen),
    );
    const scroll = { top, rows: listRows, length: rows.length };
    const heading = rows[at - 1]?.is === 'heading' ? at - 1 : at;
    top = scrollTo({ ...scroll, top: scrollTo(scroll, heading) }, at);
    const list = window(rows, top, listRows).map(row =>
      rowLine(row, result.finds, chosen, parts.list.columns, theme),
    );
    const find = current();
    const lines = find === undefined ? [] : preview(find, parts.preview.columns);
    return [...head, ...joinParts(parts, list, previewLines(lines, found, parts.preview.rows, theme), theme)];
  };
  const itemBody = ({ columns, rows: all }: Size): readonly string[] => {
    const find = current();
    const item = itemOf(find);
    if (find === undefined || item === undefined) return [];
    const key = `read ${find.ref} ${columns}`;
    const lines = cache.get(key) ?? linesOf(item, columns);
    cache.set(key, lines);
    const scroll = { top: reading.top, rows: all, length: lines.length };
    reading = { ...scroll, top: scrollBy(scroll, 0) };
    return window(lines, reading.top, all);
  };

  const actOnItem = (action: Action): void => {
    const page = Math.max(1, reading.rows - 2);
    switch (action) {
      case 'scroll-up':
      case 'scroll-down':
        reading = { ...reading, top: scrollBy(reading, action === 'scroll-up' ? -1 : 1) };
        return;
      case 'page-up':
      case 'page-down':
        reading = { ...reading, top: scrollBy(reading, action === 'page-up' ? -page : page) };
        return;
      case 'next':
      case 'previous':
        return nextItem(action === 'next' ? 1 : -1);
      case 'note': {
        const item = itemOf(current());
        if (item !== undefined) host.open({ to: 'notes', place: notePlace(item) });
        return;
      }
      case 'flag':
      case 'bury':
      case 'suspend': {
        const item = itemOf(current());
        const type = MARK_OF[action];
        if (item !== undefined && type !== undefined) marks.toggle(type, [item.key]);
        return;
      }
      case 'undo':
        return marks.undo();
      case 'close':
        mode = 'results';
        return;
      default:
    }
  };
  const actOnResults = (action: Action): void => {
    const move = (by: number): void => {
      chosen = moveBy(chosen, result.finds.length, by);
    };
    switch (action) {
      case 'up':
        if (chosen === 0) mode = 'typing';
        return move(-1);
      case 'down':
        return move(1);
      case 'page-up':
      case 'page-down':
        return move(action === 'page-up' ? -listRows : listRows);
      case 'top':
      case 'bottom':
        return move(action === 'top' ? -result.finds.length : result.finds.length);
      case 'next-section':
      case 'previous-section':
        chosen = kindBy(result.finds, chosen, action === 'next-section' ? 1 : -1);
        return;
      case 'search':
        mode = 'typing';
        return;
      default:
    }
  };
  const actOnField = (action: Action): void => {
    if (action === 'down' || action === 'page-down') {
      settle();
      if (result.finds.length > 0) mode = 'results';
      return;
    }
    const edited = editField(field, action);
    if (edited === null) return;
    field = edited;
    later();
  };

  if (query() !== '') {
    settle();
    if (result.finds.length > 0) mode = 'results';
  }

  return {
    get context() {
      return mode === 'item' ? 'search-item' : mode === 'results' ? 'search-results' : 'search';
    },
    header: () => {
      const item = mode === 'item' ? itemOf(current()) : undefined;
      if (item === undefined) return { left: 'search', right: totalsText(result) };
      const title = course.topics.find(({ id }) => id === item.topic)?.title ?? item.topic;
      const isFlagged = services.progress().items.get(item.key)?.flagged ?? false;
      return {
        left: sanitizeLine(title),
        right: `${isFlagged ? `${theme.signs.flag} ` : ''}${item.type === 'card' ? 'card' : 'question'}`,
      };
    },
    body: size => {
      const item = mode === 'item' ? itemOf(current()) : undefined;
      if (item !== undefined) return <Lines lines={itemBody(size)} />;
      const { style, signs } = theme;
      const line =
        mode === 'typing'
          ? `${style.strong(signs.pointer)} ${fieldLine(field, size.columns - 4, theme)}`
          : `  ${style.strong(truncate(fieldText(field), size.columns - 2, signs.ellipsis))}`;
      return <Lines lines={[line, '', ...resultLines({ ...size, rows: size.rows - HEAD })]} />;
    },
    about: () => {
      const find = current();
      if (find === undefined || mode === 'typing') return null;
      if (find.type === 'section')
        return { item: null, topic: find.topic, section: find.ref.slice(find.topic.length + 1) };
      return subjectOf(course.entry(itemOf(find)?.key ?? ''));
    },
    written: () => {
      ({ course } = services);
      remarks.forget();
      cache.clear();
      texts = null;
    },
    act: action => {
      if (action === 'open') open();
      else if (mode === 'item') actOnItem(action);
      else if (action === 'back') host.back();
      else if (mode === 'results') actOnResults(action);
      else actOnField(action);
    },
    type: text => {
      field = insertText(field, text);
      later();
    },
    close: () => {
      stop();
      texts = null;
    },
  };
};
