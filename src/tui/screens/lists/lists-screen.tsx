/** Lists: flagged, missed, forgotten often, suspended, buried, and what the learner wrote; each with its text. */
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import type { AskedAs } from '../../../core/lists/askable.ts';
import { Lines } from '../../components/lines.tsx';
import { hiddenLines } from '../../models/list.ts';
import { askHost } from '../../shell/effects.ts';
import { makeMarks } from '../../shell/mark.ts';
import type { Host, Screen } from '../../shell/screen.ts';
import { subjectOf } from '../../shell/screen.ts';
import { readLists } from './list-data.ts';
import { discardHere } from './list-marks.ts';
import { makeListReader } from './list-reading.ts';
import { askedKeys, openMock, SESSIONS, startSession } from './start-session.ts';
import { drawLists } from './lists-body.ts';
import type { TabName } from './lists-model.ts';
import { keysOf, TABS } from './lists-model.ts';
import { chosenRows, contextOf, freshLists, rowHere, withRows } from './lists-state.ts';
import type { ListsEffect, ListsStep } from './press-lists.ts';
import { entryHere, markable, press, typeText } from './press-lists.ts';

/** @param first the list that is shown first; `null`: the one with what was missed, or the first with anything */
export const makeListsScreen = (host: Host, first: string | null): Screen => {
  const { services, theme } = host;
  const marks = makeMarks(host, true);
  const reader = makeListReader(host);
  let data = readLists(services, 'exam');
  const preferred = TABS.find(name => name === first) ?? null;
  const tab: TabName =
    preferred ?? (['missed', ...TABS] as const).find(name => data.count(name as TabName) > 0) ?? 'flagged';
  let state = freshLists(tab, data.rows(tab));
  /** What sessions would ask, until the next key. */
  const askedOnce = new Map<AskedAs, readonly string[]>();

  /** Reads the lists anew: what was taken back is gone from them. */
  const readAgain = (): void => {
    data = readLists(services, state.scope);
    state = withRows(state, data.rows(state.tab));
  };
  /** What a session of a kind would ask of what is chosen, or of all that is shown. */
  const askedBy = (as: AskedAs): readonly string[] => {
    const known = askedOnce.get(as);
    if (known !== undefined) return known;
    const keys = askedKeys(services, keysOf(state.shown, state.chosen), as);
    askedOnce.set(as, keys);
    return keys;
  };
  /** The file of what the learner wrote. */
  const ownFile = (): string | null => {
    const own = rowHere(state)?.own ?? null;
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

  const carryOut = (effect: ListsEffect): void => {
    switch (effect.type) {
      case 'read':
        return readAgain();
      case 'mark':
        return marks.toggle(effect.mark, effect.keys);
      case 'undo':
        return marks.undo();
      case 'discard':
        void discardHere(host, effect.own).then(() => (readAgain(), host.redraw()), host.fail);
        return;
      case 'edit':
        void edit().catch(host.fail);
        return;
      case 'session':
        return startSession(host, effect.as, askedBy(effect.as), null);
      case 'mock':
        return openMock(host);
      default:
        askHost(host, effect);
    }
  };
  /** Goes on to a state, and does what is to be done then. */
  const take = (step: ListsStep): void => {
    ({ state } = step);
    step.effects.forEach(carryOut);
  };

  const scopeText = (): string => {
    const { exam } = data;
    return exam === null ? 'everything' : `exam ${sanitizeLine(exam.id).toUpperCase()}`;
  };

  return {
    get context() {
      return contextOf(state);
    },
    header: () => {
      const { mode, shown, cursor } = state;
      const { dot } = theme.signs;
      const left = mode === 'look' ? `lists ${dot} ${state.tab}` : 'lists';
      const place = shown.length === 0 ? '0' : `${cursor + 1} of ${shown.length}`;
      const count = chosenRows(state).length;
      const picked = count === 0 || mode === 'look' ? '' : ` ${dot} ${count} chosen`;
      return { left, right: `${scopeText()} ${dot} ${place}${picked}` };
    },
    body: size => {
      const body = drawLists(state, size, { data, progress: services.progress(), reader, theme });
      ({ state } = body);
      return <Lines lines={body.lines} />;
    },
    hidden: () => hiddenLines({ top: state.top, ...state.seen }),
    count: action => {
      const as = SESSIONS[action];
      return as === undefined || state.mode !== 'rows' ? undefined : askedBy(as).length;
    },
    offers: action => {
      const { mode, cursor, shown } = state;
      const row = rowHere(state);
      const isOwn = (row?.own ?? null) !== null;
      if (mode === 'look' && action === 'next') return cursor < shown.length - 1;
      if (mode === 'look' && action === 'previous') return cursor > 0;
      if (action === 'edit') return isOwn;
      if (action === 'flag') return markable(state).length > 0;
      if (action === 'note') return entryHere(state, services) !== undefined;
      if (mode === 'look') return action !== 'scroll-up' || state.seen.length > state.seen.rows;
      const as = SESSIONS[action];
      if (as !== undefined) return askedBy(as).length > 0;
      if (action === 'open' || action === 'toggle') return shown.length > 0;
      return action !== 'discard' || isOwn;
    },
    about: () =>
      state.mode === 'asking' ? null : subjectOf(services.course.entry(rowHere(state)?.key ?? '')),
    written: () => {
      reader.forget();
      readAgain();
    },
    shown: () => {
      askedOnce.clear();
      // What was answered meanwhile is shown.
      reader.forget();
      if (state.mode === 'rows') readAgain();
    },
    act: action => {
      askedOnce.clear();
      take(press(state, action, { course: services.course, hasExam: data.exam !== null }));
    },
    type: text => {
      askedOnce.clear();
      state = typeText(state, text);
    },
  };
};
