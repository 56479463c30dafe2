/** Lists: flagged, missed, forgotten often, suspended, buried, and what the learner wrote; each with its text. */
import type { MarkType } from '../../../app/lists/mark-items.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import type { AskedAs } from '../../../core/lists/askable.ts';
import { isListed } from '../../../core/lists/lists.ts';
import { truncate } from '../../../text/layout/width.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import { fieldLine } from '../../components/field-line.ts';
import { Lines } from '../../components/lines.tsx';
import type { Action } from '../../keys/key-table.ts';
import { hiddenLines, moveBy, scrollBy, scrollTo, window } from '../../models/list.ts';
import type { TextField } from '../../models/text-field.ts';
import { editField, EMPTY_FIELD, fieldText, insertText } from '../../models/text-field.ts';
import { makeMarks, MARK_OF } from '../../shell/mark.ts';
import type { Host, Screen, Size } from '../../shell/screen.ts';
import { subjectOf } from '../../shell/screen.ts';
import { cursorAfter, scrolledBy } from '../../models/cursor.ts';
import { readLists } from './list-data.ts';
import type { Question } from './list-marks.ts';
import { discardHere, questionText } from './list-marks.ts';
import { makeListReader } from './list-reading.ts';
import { askedKeys, openMock, SESSIONS, startSession } from './start-session.ts';
import { emptyLines, lookFacts, rowLines, tabLine } from './lists-lines.ts';
import type { ListOrder, ListRow, TabName } from './lists-model.ts';
import { keysOf, markedKeys, MOST_UNASKED, nextOrder, shownRows, TABS } from './lists-model.ts';

/** @param first the list that is shown first; `null`: the one with what was missed, or the first with anything */
export const makeListsScreen = (host: Host, first: string | null): Screen => {
  const { services, theme } = host;
  const marks = makeMarks(host, true);
  const reader = makeListReader(host);
  let scope: 'exam' | 'all' = 'exam';
  let data = readLists(services, scope);
  const preferred = TABS.find(name => name === first) ?? null;
  let tab: TabName =
    preferred ?? (['missed', ...TABS] as const).find(name => data.count(name as TabName) > 0) ?? 'flagged';
  let all: readonly ListRow[] = data.rows(tab);
  let field: TextField = EMPTY_FIELD;
  let mode: 'rows' | 'filter' | 'look' | 'asking' = 'rows';
  let order: ListOrder = { by: 'when', reversed: false };
  let shown = shownRows(all, '', order);
  let cursor = 0;
  let chosen: ReadonlySet<string> = new Set();
  let asked: Question | null = null;
  /** What sessions would ask, until the next key. */
  const askedOnce = new Map<AskedAs, readonly string[]>();
  let top = 0;
  let height = 1;
  let length = 0;

  const arrange = (): void => {
    const before = shown[cursor]?.id;
    shown = shownRows(all, fieldText(field), order);
    cursor = Math.max(
      0,
      shown.findIndex(({ id }) => id === before),
    );
    top = 0;
  };
  /** Reads the lists anew: what was taken back is gone from them. */
  const readAgain = (): void => {
    data = readLists(services, scope);
    all = data.rows(tab);
    const there = new Set(all.map(({ id }) => id));
    chosen = new Set([...chosen].filter(id => there.has(id)));
    const at = cursor;
    arrange();
    // What stood here is gone: the next one takes its place.
    if (cursor === 0) cursor = moveBy(at, shown.length, 0);
  };
  const turn = (by: number): void => {
    tab = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length] ?? tab;
    [chosen, field, cursor] = [new Set(), EMPTY_FIELD, 0];
    readAgain();
    cursor = 0;
  };

  const here = (): ListRow | undefined => shown[cursor];
  const gone = (row: ListRow): string | null => {
    if (tab === 'yours') return null;
    const progress = services.progress();
    const item = progress.items.get(row.id);
    if (item !== undefined && isListed(tab, item, progress.settings, data.today)) return null;
    return item?.suspended === true ? 'suspended' : 'taken back';
  };
  /** What a session of a kind would ask of what is chosen, or of all that is shown. */
  const askedBy = (as: AskedAs): readonly string[] => {
    const known = askedOnce.get(as);
    if (known !== undefined) return known;
    const keys = askedKeys(services, keysOf(shown, chosen), as);
    askedOnce.set(as, keys);
    return keys;
  };
  const mark = (type: MarkType): void => {
    const row = here();
    const picked = mode === 'rows' ? shown.filter(({ id }) => chosen.has(id)) : [];
    const keys = markedKeys(picked.length > 0 ? picked : row === undefined ? [] : [row]);
    if (keys.length > MOST_UNASKED) [asked, mode] = [{ type, keys }, 'asking'];
    else marks.toggle(type, keys);
  };
  const openNote = (): void => {
    const row = here();
    const entry = row?.key === undefined || row.key === null ? undefined : services.course.entry(row.key);
    if (entry === undefined) return host.say('There is no note on it');
    const { topic, section } = entry;
    host.open({ to: 'notes', place: section === '' ? `${topic}#` : `${topic}#${section}` });
  };
  /** The file of what the learner wrote. */
  const ownFile = (): string | null => {
    const own = here()?.own ?? null;
    if (own === null) return null;
    const { remarks, cards } = services.own.list();
    return own.kind === 'card'
      ? (cards.find(({ key }) => key === own.key)?.file ?? null)
      : (remarks.find(({ item }) => item === own.key)?.files[0] ?? null);
  };
  const edit = async (): Promise<void> => {
    const file = ownFile();
    if (file === null) return host.say('e opens what you wrote yourself; it is under yours');
    const editor = services.fileEditor(file);
    if (editor.is === 'said') return host.say(editor.text);
    const said = await host.suspend(() => editor.open());
    if (said !== null) host.say(said, 'bad');
    await services.reopenCourse();
    reader.forget();
    readAgain();
    host.redraw();
  };
  const walk = (by: number): void => {
    const next = moveBy(cursor, shown.length, by);
    if (next === cursor) return host.say(by > 0 ? 'This is the last one' : 'This is the first one');
    [cursor, top] = [next, 0];
  };
  const toggle = (): void => {
    const row = here();
    if (row === undefined) return;
    const after = new Set(chosen);
    if (!after.delete(row.id)) after.add(row.id);
    chosen = after;
  };
  const back = (): void => {
    if (fieldText(field) !== '') {
      field = EMPTY_FIELD;
      arrange();
    } else if (chosen.size > 0) chosen = new Set();
    else host.back();
  };

  const scopeText = (): string => {
    const { exam } = data;
    return exam === null ? 'everything' : `exam ${sanitizeLine(exam.id).toUpperCase()}`;
  };
  const rowsBody = ({ columns, rows }: Size): readonly string[] => {
    const isFiltered = mode === 'filter' || fieldText(field) !== '';
    const head = [
      tabLine(
        TABS.map(name => ({ name, count: name === tab ? all.length : data.count(name) })),
        tab,
        columns,
        theme,
      ),
      ...(mode === 'filter' ? [`/ ${fieldLine(field, columns - 4, theme)}`] : []),
      ...(mode !== 'filter' && isFiltered
        ? [theme.style.dim(truncate(`/ ${fieldText(field)}`, columns, theme.signs.ellipsis))]
        : []),
      '',
    ];
    height = Math.max(1, rows - head.length);
    ({ length } = shown);
    top = scrollTo({ top, rows: height, length }, cursor);
    const noTopics = isFiltered && columns < 70;
    const look = { columns, today: data.today, cursor, chosen, gone, noTopics, theme };
    return [
      ...head,
      ...(length === 0
        ? emptyLines(all.length > 0 ? null : tab, data.exam !== null, columns)
        : rowLines(shown, top, height, look)),
    ];
  };
  const lookBody = ({ columns, rows }: Size): readonly string[] => {
    const row = here();
    if (row === undefined) return [];
    const item = services.progress().items.get(row.id);
    const facts = lookFacts(row, tab, item, data.today, theme);
    const head = [theme.style.dim(truncate(facts, columns, theme.signs.ellipsis)), ''];
    const lines = reader.lines(row, columns);
    height = Math.max(1, rows - head.length);
    ({ length } = lines);
    top = scrollBy({ top, rows: height, length }, 0);
    return [...head, ...window(lines, top, height)];
  };
  const agree = (question: Question): void => {
    if ('keys' in question) return marks.toggle(question.type, question.keys);
    void discardHere(host, question.own).then(() => (readAgain(), host.redraw()), host.fail);
  };

  const actInRows = (action: Action): void => {
    const session = SESSIONS[action];
    if (session !== undefined) return startSession(host, session, askedBy(session), null);
    switch (action) {
      case 'open':
        if (here() !== undefined) [mode, top] = ['look', 0];
        return;
      case 'toggle':
        return toggle();
      case 'later':
      case 'earlier':
        return turn(action === 'later' ? 1 : -1);
      case 'search':
        mode = 'filter';
        return;
      case 'sort':
        order = nextOrder(order);
        arrange();
        return host.say(`Sorted by ${{ when: 'last try', topic: 'topic', times: 'how often' }[order.by]}`);
      case 'reverse':
        order = { ...order, reversed: !order.reversed };
        return arrange();
      case 'discard': {
        const own = here()?.own ?? null;
        if (own === null) return host.say('D discards your own remarks and cards; they are under yours');
        [asked, mode] = [{ own }, 'asking'];
        return;
      }
      case 'view':
        if (scope === 'exam' && data.exam === null) return host.say('No exam is set: this is everything');
        scope = scope === 'exam' ? 'all' : 'exam';
        return readAgain();
      case 'back':
        return back();
      default:
        cursor = cursorAfter(action, { cursor, length: shown.length, page: height }) ?? cursor;
    }
  };
  const actInLook = (action: Action): void => {
    if (action === 'next' || action === 'previous') walk(action === 'next' ? 1 : -1);
    else if (action === 'back') [mode, top] = ['rows', 0];
    else top = scrollBy({ top, rows: height, length }, scrolledBy(action, height) ?? 0);
  };
  const actInFilter = (action: Action): void => {
    if (action === 'results') mode = 'rows';
    else if (action === 'close') {
      [mode, field] = ['rows', EMPTY_FIELD];
      arrange();
    } else {
      const edited = editField(field, action);
      if (edited === null) return;
      field = edited;
      arrange();
    }
  };

  return {
    get context() {
      const contexts = {
        rows: 'lists',
        filter: 'lists-filter',
        look: 'lists-look',
        asking: 'lists-asking',
      } as const;
      return contexts[mode];
    },
    header: () => {
      const left = mode === 'look' ? `lists ${theme.signs.dot} ${tab}` : 'lists';
      const place = shown.length === 0 ? '0' : `${cursor + 1} of ${shown.length}`;
      const count = shown.filter(({ id }) => chosen.has(id)).length;
      const picked = count === 0 ? '' : ` ${theme.signs.dot} ${count} chosen`;
      return { left, right: `${scopeText()} ${theme.signs.dot} ${place}${mode === 'look' ? '' : picked}` };
    },
    body: size => (
      <Lines
        lines={
          mode === 'look'
            ? lookBody(size)
            : mode === 'asking'
              ? wrapText(asked === null ? '' : questionText(asked), size.columns)
              : rowsBody(size)
        }
      />
    ),
    hidden: () => hiddenLines({ top, rows: height, length }),
    count: action => {
      const as = SESSIONS[action];
      return as === undefined || mode !== 'rows' ? undefined : askedBy(as).length;
    },
    offers: action => {
      if (mode === 'look' && action === 'next') return cursor < shown.length - 1;
      if (mode === 'look' && action === 'previous') return cursor > 0;
      if (action === 'edit') return (here()?.own ?? null) !== null;
      if (mode === 'look') return action !== 'note' || typeof here()?.key === 'string';
      const as = SESSIONS[action];
      if (as !== undefined) return askedBy(as).length > 0;
      if (action === 'open' || action === 'toggle' || action === 'flag') return shown.length > 0;
      if (action === 'discard') return (here()?.own ?? null) !== null;
      return action !== 'note' || typeof here()?.key === 'string';
    },
    about: () => (mode === 'asking' ? null : subjectOf(services.course.entry(here()?.key ?? ''))),
    written: () => {
      reader.forget();
      readAgain();
    },
    shown: () => {
      askedOnce.clear();
      if (mode === 'rows') readAgain();
    },
    act: action => {
      askedOnce.clear();
      if (mode === 'asking') {
        const question = asked;
        [asked, mode] = [null, 'rows'];
        return action === 'confirm' && question !== null ? agree(question) : undefined;
      }
      const type = MARK_OF[action];
      if (mode === 'filter') actInFilter(action);
      else if (type !== undefined) mark(type);
      else if (action === 'undo') marks.undo();
      else if (action === 'note') openNote();
      else if (action === 'edit') void edit().catch(host.fail);
      else if (action === 'mock') openMock(host);
      else if (mode === 'look') actInLook(action);
      else actInRows(action);
    },
    type: text => {
      askedOnce.clear();
      field = insertText(field, text);
      arrange();
    },
  };
};
