/** What was found, laid out: a preview, and cards and questions to be read. Each is laid out once for a width. */
import type { Find } from '../../../app/search/search-course.ts';
import { calculatorNamed } from '../../../app/course/course-calculators.ts';
import { isTemplate } from '../../../core/course/course.ts';
import type { CourseReader, Item } from '../../../core/course/course.ts';
import type { Instantiate } from '../../../core/question/present.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { truncate } from '../../../text/layout/width.ts';
import { itemLines } from '../../components/item-lines.ts';
import { makeRemarks } from '../../components/remarks.ts';
import type { Host } from '../../shell/screen.ts';
import { itemOf } from './search-state.ts';

/** Prose wider than this is hard to read. */
const WIDEST = 100;

/** Texts of what was found, each made once. */
export interface SearchTexts {
  /** What is shown of a find beside the list. */
  preview(find: Find, columns: number): readonly string[];
  /** A card or question as it is read; none for anything else. */
  read(find: Find, columns: number): readonly string[];
  /** The course has changed, or something was written: all is laid out anew. */
  forget(): void;
}

/** @param courseNow the course that is searched */
export const makeSearchTexts = (host: Host, courseNow: () => CourseReader): SearchTexts => {
  const { services, theme } = host;
  const { render } = services.renderer;
  const remarks = makeRemarks(services.own);
  const cache = new Map<string, readonly string[]>();
  let instantiate: Instantiate | null = null;

  /** What gives templates their numbers is loaded for the first that is seen. */
  const loadNumbers = async (): Promise<void> => {
    const { loadInstantiate } = await import('../../../app/session/template-filler.ts');
    instantiate = await loadInstantiate(courseNow());
    cache.clear();
    host.redraw();
  };
  const linesOf = (item: Item, columns: number): readonly string[] => {
    if (isTemplate(item) && instantiate === null) {
      void loadNumbers().catch(host.fail);
      return [];
    }
    const width = Math.min(columns, WIDEST);
    const remark = remarks.lines(item.key, { columns: width, theme, render });
    const lines = itemLines(item, {
      columns: width,
      theme,
      render,
      instantiate: instantiate ?? (() => null),
    });
    return remark.length === 0 ? lines : [...lines, '', ...remark];
  };
  const makePreview = (find: Find, columns: number): readonly string[] => {
    const { style, signs } = theme;
    if (find.type === 'calculator') {
      const entry = calculatorNamed(courseNow(), find.ref);
      return entry === undefined
        ? []
        : [style.strong(entry.title), '', entry.summary, '', style.code(`study calc ${entry.id}`)];
    }
    if (find.type === 'section') {
      const id = find.ref.slice(find.topic.length + 1);
      const section = courseNow()
        .note(find.topic)
        ?.sections.find(one => one.id === id);
      const title = style.strong(truncate(sanitizeLine(find.title), columns, signs.ellipsis));
      return [title, '', ...render(section?.markdown ?? '', Math.min(columns, WIDEST))];
    }
    const item = itemOf(find, courseNow());
    if (item?.type === 'card') return [...render(item.front, columns), '', ...render(item.back, columns)];
    return item === undefined ? [] : linesOf(item, columns);
  };
  /** What was made before, else made now. */
  const cached = (key: string, make: () => readonly string[]): readonly string[] => {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const made = make();
    cache.set(key, made);
    return made;
  };

  return {
    preview: (find, columns) =>
      cached(`${find.type} ${find.ref} ${columns}`, () => makePreview(find, columns)),
    read: (find, columns) =>
      cached(`read ${find.ref} ${columns}`, () => {
        const item = itemOf(find, courseNow());
        return item === undefined ? [] : linesOf(item, columns);
      }),
    forget: () => {
      remarks.forget();
      cache.clear();
    },
  };
};
