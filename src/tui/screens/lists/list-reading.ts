/** A card or question of a list, laid out to be read. */
import { loadInstantiate } from '../../../app/session/template-filler.ts';
import { isTemplate } from '../../../core/course/course.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import type { Instantiate } from '../../../core/question/present.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import { itemLines } from '../../components/item-lines.ts';
import { makeRemarks, ownSign } from '../../components/remarks.ts';
import type { Host } from '../../shell/screen.ts';
import type { ListRow } from './lists-model.ts';

/** Widest that text is set. */
const WIDEST = 100;

/** Lays items out, each once for a width. */
export interface ListReader {
  /** Something was written: all is laid out anew. */
  forget(): void;
  lines(row: ListRow, columns: number): readonly string[];
}

/** Makes the lines of an item that is looked at in a list. */
export const makeListReader = (host: Host): ListReader => {
  const { services, theme } = host;
  const remarks = makeRemarks(services.own);
  const cache = new Map<string, readonly string[]>();
  let instantiate: Instantiate | null = null;
  let isReady = false;
  /** What was laid out before Markdown and numbers were at hand is laid out anew. */
  const afresh = (): void => {
    cache.clear();
    host.redraw();
  };
  const prepare = async (): Promise<void> => {
    await services.renderer.load();
    isReady = true;
    afresh();
  };
  const loadNumbers = async (): Promise<void> => {
    instantiate = await loadInstantiate(services.course);
    afresh();
  };
  const make = (row: ListRow, columns: number): readonly string[] => {
    const item = row.key === null ? undefined : services.course.item(row.key);
    if (item === undefined) {
      const sign = row.own === null ? '' : `${ownSign(theme)} `;
      return wrapText(`${sign}${sanitizeLine(row.text)}`, columns);
    }
    if (isTemplate(item) && instantiate === null) {
      void loadNumbers().catch(host.fail);
      return [];
    }
    const { render } = services.renderer;
    const remark = remarks.lines(item.key, { columns, theme, render });
    return [
      ...(remark.length === 0 ? [] : [...remark, '']),
      ...itemLines(item, { columns, theme, render, instantiate: instantiate ?? (() => null) }),
    ];
  };
  return {
    forget: () => {
      remarks.forget();
      cache.clear();
    },
    lines: (row, all) => {
      const columns = Math.min(all, WIDEST);
      if (!isReady) void prepare().catch(host.fail);
      const id = `${columns} ${row.id}`;
      const known = cache.get(id);
      if (known !== undefined) return known;
      const lines = make(row, columns);
      cache.set(id, lines);
      return lines;
    },
  };
};
