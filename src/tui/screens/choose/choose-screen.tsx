/** Choosing what to study: by area, by domain of the exam, by kind; and what to do with it. */
import { CHOSEN_CARDS } from '../../../app/session/chosen-session.ts';
import type { AskedAs } from '../../../core/lists/askable.ts';
import type { ChoiceCounts } from '../../../core/lists/choice.ts';
import { canUnfold, chosenPlaces, countPlaces, NO_COUNTS } from '../../../core/lists/choice.ts';
import type { ChoiceNode } from '../../../core/lists/choice-index.ts';
import { plural } from '../../../text/layout/columns.ts';
import { truncate } from '../../../text/layout/width.ts';
import { fieldLine } from '../../components/field-line.ts';
import { Lines } from '../../components/lines.tsx';
import type { Action } from '../../keys/key-table.ts';
import { hiddenLines, scrollTo, window } from '../../models/list.ts';
import type { TextField } from '../../models/text-field.ts';
import { editField, EMPTY_FIELD, fieldText, insertText } from '../../models/text-field.ts';
import type { Host, Screen, Size } from '../../shell/screen.ts';
import { askedKeys, openMock, SESSIONS, startSession } from '../lists/start-session.ts';
import { chooseData, examName } from './choose-data.ts';
import { doingLine, headLine, sumLine, treeLines, viewLine } from './choose-lines.ts';
import type { ChooseState } from './choose-model.ts';
import {
  chosenRows,
  chosenTitle,
  cursorIn,
  FRESH,
  press,
  rowsOf,
  startAt,
  startWhereStudied,
  viewsOf,
} from './choose-model.ts';

/** What can be done with a topic, in the order of the row that offers it. */
const DOING = ['review', 'cards', 'quiz', 'note'] as const;

/** @param at id of a domain, task, area or topic that the pointer starts at; `null`: what was studied last */
export const makeChooseScreen = (host: Host, at: string | null): Screen => {
  const { services, theme } = host;
  const data = chooseData(services);
  let scope = data.first;
  let read = data.read(data.scopes[scope] ?? null);
  let state: ChooseState = at === null ? startWhereStudied(FRESH, read) : startAt(FRESH, read.index, at);
  let field: TextField = EMPTY_FIELD;
  let mode: 'rows' | 'filter' | 'doing' = 'rows';
  let doing = 0;
  let top = 0;
  let height = 1;
  let rows: readonly ChoiceNode[] = rowsOf(read.index, state);

  const set = (next: ChooseState): void => {
    if (next.chosen !== state.chosen) picked = null;
    state = next;
    rows = rowsOf(read.index, state);
  };
  const readAgain = (): void => {
    read = data.read(data.scopes[scope] ?? null);
    picked = null;
    if (!viewsOf(read.index).includes(state.view)) state = { ...state, view: 'areas' };
    set(state);
  };
  const here = (): ChoiceNode | undefined => rows[cursorIn(rows, state)];

  /** What keys are about: what is chosen, or the row at the pointer. */
  interface Picked {
    readonly title: string;
    /** Rows that are chosen; 0: none, and it is the row at the pointer. */
    readonly chosen: number;
    readonly counts: ChoiceCounts;
  }
  let picked: Picked | null = null;
  const placesOf = (paths: ReadonlySet<string>): readonly number[] =>
    chosenPlaces(read.index, services.course, paths);
  const pickedPaths = (): ReadonlySet<string> =>
    new Set([...state.chosen].filter(path => read.index.find(path)));
  const pick = (): Picked => {
    const paths = pickedPaths();
    if (paths.size === 0) {
      const row = here();
      return { title: row?.title ?? '', chosen: 0, counts: read.counts[row?.number ?? -1] ?? NO_COUNTS };
    }
    picked ??= {
      title: chosenTitle(read.index, paths),
      chosen: paths.size,
      counts: countPlaces(placesOf(paths), {
        course: services.course,
        progress: services.progress(),
        moment: services.moment(),
      }),
    };
    return picked;
  };
  const most = (as: AskedAs): number => {
    const { counts } = pick();
    if (as === 'review') return counts.due;
    return as === 'cards'
      ? Math.min(CHOSEN_CARDS, counts.cards)
      : Math.min(state.questions, counts.questions);
  };
  const start = (as: AskedAs): void => {
    const row = here();
    const paths = pickedPaths();
    const places = placesOf(paths.size > 0 ? paths : new Set(row === undefined ? [] : [row.path]));
    const keys = places.map(place => services.course.items[place]?.key ?? '');
    startSession(host, as, askedKeys(services, keys, as), as === 'review' ? null : Math.max(1, most(as)));
  };
  const placeOf = (row: ChoiceNode | undefined): string | null => {
    if (row === undefined) return null;
    if (row.is === 'section') return `${row.topic ?? ''}#${row.id}`;
    return row.is === 'topic' || row.is === 'area' ? row.id : null;
  };
  const openNote = (): void => {
    const place = placeOf(here());
    if (place === null) host.say('Notes belong to an area, a topic or a section');
    else host.open({ to: 'notes', place });
  };
  const act = (action: Action): boolean => {
    const as = SESSIONS[action];
    if (as !== undefined) start(as);
    else if (action === 'note') openNote();
    return as !== undefined || action === 'note';
  };
  const back = (): void => {
    if (state.filter !== '') {
      field = EMPTY_FIELD;
      set({ ...state, filter: '' });
    } else if (state.chosen.size > 0) set({ ...state, chosen: new Set() });
    else host.back();
  };
  const turnScope = (): void => {
    if (data.scopes.length < 2) return host.say('This course describes no exam: this is everything');
    scope = (scope + 1) % data.scopes.length;
    readAgain();
  };

  const treeBody = ({ columns, rows: all }: Size): readonly string[] => {
    const isFiltered = mode === 'filter' || state.filter !== '';
    const head = [
      viewLine(viewsOf(read.index), state.view, theme),
      isFiltered
        ? mode === 'filter'
          ? `/ ${fieldLine(field, columns - 4, theme)}`
          : theme.style.dim(truncate(`/ ${state.filter}`, columns, theme.signs.ellipsis))
        : '',
      headLine(columns, theme),
    ];
    const { counts, title, chosen } = pick();
    const foot = [
      '',
      mode === 'doing'
        ? doingLine(title, doable().map(label), doing, columns, theme)
        : sumLine(title, chosen, counts, state.questions, columns, theme),
    ];
    height = Math.max(1, all - head.length - foot.length);
    const cursor = cursorIn(rows, state);
    top = scrollTo({ top, rows: height, length: rows.length }, cursor);
    const lines = treeLines(rows, top, height, {
      columns,
      today: services.moment().day,
      cursor,
      chosen: chosenRows(read.index, state.chosen, window(rows, top, height)),
      counts: read.counts,
      own: read.own,
      theme,
    });
    const nothing = state.filter === '' ? 'There is nothing to choose here.' : 'No row has these words.';
    const filling = Array.from({ length: Math.max(0, height - Math.max(1, lines.length)) }, () => '');
    return [...head, ...(lines.length === 0 ? [nothing] : lines), ...filling, ...foot];
  };
  /** What there is to do with what is picked: nothing is offered that cannot be done. */
  const doable = (): readonly (typeof DOING)[number][] =>
    DOING.filter(what => {
      const as = SESSIONS[what];
      return as === undefined ? placeOf(here()) !== null : most(as) > 0;
    });
  const label = (what: (typeof DOING)[number]): string =>
    what === 'note' ? 'notes' : `${what} ${most(SESSIONS[what] ?? 'quiz')}`;

  const actInRows = (action: Action): void => {
    const row = here();
    if (act(action)) return;
    if (action === 'back') back();
    else if (action === 'mock') openMock(host);
    else if (action === 'search') [mode, field] = ['filter', EMPTY_FIELD];
    else if (action === 'view') turnScope();
    else if (action === 'open' && row?.is === 'topic') [mode, doing] = ['doing', 0];
    else {
      const { questions } = state;
      set(press(state, action, read.index, height));
      if ((action === 'later' || action === 'earlier') && viewsOf(read.index).length > 1) top = 0;
      if (action === 'more' || action === 'less')
        host.say(
          questions === state.questions
            ? `${questions} is the ${action === 'more' ? 'most' : 'least'}`
            : `Quizzes of ${state.questions}`,
        );
    }
  };
  const actInDoing = (action: Action): void => {
    if (action === 'left' || action === 'right') {
      const { length } = doable();
      doing = (doing + (action === 'right' ? 1 : -1) + length) % length;
      return;
    }
    mode = 'rows';
    const what = doable()[doing];
    if (action === 'open' && what !== undefined) act(what);
    else act(action);
  };
  const actInFilter = (action: Action): void => {
    if (action === 'results') mode = 'rows';
    else {
      const edited = action === 'close' ? EMPTY_FIELD : editField(field, action);
      if (action === 'close') mode = 'rows';
      if (edited === null) return;
      field = edited;
      set({ ...state, filter: fieldText(field) });
    }
  };

  return {
    get context() {
      return ({ rows: 'choose', doing: 'choose-doing', filter: 'choose-filter' } as const)[mode];
    },
    header: ({ columns }) => {
      const { exam, topics } = read;
      const { dot } = theme.signs;
      const name = exam === null ? 'everything' : `for ${examName(exam)}`;
      const middle = columns < 72 ? '' : ` ${dot} cards and questions`;
      return { left: 'choose', right: `${name}${middle} ${dot} ${plural(topics, 'topic')}` };
    },
    body: size => <Lines lines={treeBody(size)} />,
    hidden: () => hiddenLines({ top, rows: height, length: rows.length }),
    count: action => {
      const as = SESSIONS[action];
      return as === undefined ? undefined : most(as);
    },
    offers: action => {
      const as = SESSIONS[action];
      if (as !== undefined) return most(as) > 0;
      if (action === 'note') return placeOf(here()) !== null;
      if (action === 'toggle') return here() !== undefined;
      if (action === 'later') return viewsOf(read.index).length > 1;
      if (action === 'right') return doable().length > 1;
      if (action === 'open' && mode === 'rows') {
        const row = here();
        return row !== undefined && (row.is === 'topic' || canUnfold(row));
      }
      return true;
    },
    about: () => {
      const row = here();
      if (row === undefined) return null;
      if (row.is === 'section') return { item: null, topic: row.topic ?? '', section: row.id };
      return row.is === 'topic' ? { item: null, topic: row.id, section: '' } : null;
    },
    written: readAgain,
    shown: readAgain,
    act: action => {
      if (mode === 'filter') actInFilter(action);
      else if (mode === 'doing') actInDoing(action);
      else actInRows(action);
    },
    type: text => {
      field = insertText(field, text);
      set({ ...state, filter: fieldText(field) });
    },
  };
};
