/** A card or question of a list, laid out to be read. */
import type { LastAnswer } from '../../../app/lists/last-answer.ts';
import { lastAnswer } from '../../../app/lists/last-answer.ts';
import { loadInstantiate } from '../../../app/session/template-filler.ts';
import { isTemplate } from '../../../core/course/course.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import type { Instantiate } from '../../../core/question/present.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import { itemLines, sourceLines } from '../../components/item-lines.ts';
import { answersText, explain } from '../../components/question/explanation.ts';
import { explainedLines } from '../../components/question/explanation-layout.ts';
import { makeRemarks, ownSign } from '../../components/remarks.ts';
import type { Host } from '../../shell/screen.ts';
import type { ListRow } from './lists-model.ts';

/** Widest that text is set. */
const WIDEST = 100;

/** Lays items out, each once for a width. */
export interface ListReader {
  /** Something was written or answered: all is laid out anew. */
  forget(): void;
  lines(row: ListRow, columns: number): readonly string[];
}

/** Makes the lines of an item that is looked at in a list. */
export const makeListReader = (host: Host): ListReader => {
  const { services, theme } = host;
  const remarks = makeRemarks(services.own);
  const cache = new Map<string, readonly string[]>();
  /** Last answers by key: to read one takes a look at the whole journal. */
  const answers = new Map<string, LastAnswer | null>();
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
  /** Nobody waits for it but who looks at one item; each is read once. */
  const answerTo = (key: string): LastAnswer | null => {
    const { course, journal } = services;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const found = lastAnswer({ course, journal, instantiate: instantiate ?? (() => null) }, key);
    answers.set(key, found);
    return found;
  };
  const answered = (answer: LastAnswer, columns: number): readonly string[] => {
    const { shown, response } = answer;
    const { style } = theme;
    const said = answer.isChanged
      ? 'The question was changed after your last answer.'
      : `Last answer: ${response === null ? 'left blank' : answersText(shown, response, theme)}`;
    const sheet = { columns, theme, render: services.renderer.render };
    return [
      ...wrapText(said, columns).map(line => style.dim(line)),
      '',
      ...explainedLines(explain(shown, response, [], theme), sheet),
    ];
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
    const head = remark.length === 0 ? [] : [...remark, ''];
    const answer = item.type === 'card' ? null : answerTo(item.key);
    if (answer !== null && item.type !== 'card')
      return [...head, ...answered(answer, columns), ...sourceLines(item, { columns, theme })];
    return [
      ...head,
      ...itemLines(item, { columns, theme, render, instantiate: instantiate ?? (() => null) }),
    ];
  };
  return {
    forget: () => {
      remarks.forget();
      answers.clear();
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
