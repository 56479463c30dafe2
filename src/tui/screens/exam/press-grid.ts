/** What keys make of an exam while all its questions are seen. */
import type { Sitting } from '../../../core/exam/sitting.ts';
import type { Action } from '../../keys/key-table.ts';
import { moveBy } from '../../models/list.ts';
import { say, step } from '../../shell/effects.ts';
import { GRID_VIEWS, gridColumns, isInView } from './exam-lines.ts';
import type { ExamFacts, ExamScreenState, ExamScreenStep } from './exam-state.ts';
import { fromTop, send, afterwards } from './exam-state.ts';

/** The next of the questions that are looked at, by its place; `null`: there is no other than the chosen one. */
export const nextInView = (
  { chosen, view }: Pick<ExamScreenState, 'chosen' | 'view'>,
  { records }: Pick<Sitting, 'records'>,
  by: 1 | -1,
): number | null => {
  const { length } = records;
  for (let on = 1; on < length; on++) {
    const at = (chosen + by * on + length * on) % length;
    const record = records[at];
    if (record !== undefined && isInView(record, view)) return at;
  }
  return null;
};

/** To the next question of those that are looked at. */
const findFrom = (state: ExamScreenState, sitting: Sitting, by: 1 | -1): ExamScreenStep => {
  const { view, chosen } = state;
  const at = nextInView(state, sitting, by);
  if (at !== null) return step({ ...state, chosen: at });
  const here = sitting.records[chosen];
  const isHere = here !== undefined && isInView(here, view);
  const which = [...(isHere ? ['other'] : []), ...(view === 'all' ? [] : [view])].join(' ');
  return step(state, say(`There is no ${which} question`));
};

/** Looks at other questions. */
const turnView = (before: ExamScreenState, sitting: Sitting, by: number): ExamScreenStep => {
  const { length } = GRID_VIEWS;
  const view = GRID_VIEWS[(GRID_VIEWS.indexOf(before.view) + by + length) % length] ?? 'all';
  const state = { ...before, view };
  const record = sitting.records[state.chosen];
  const isAny = sitting.records.some(each => isInView(each, view));
  return isAny && record !== undefined && !isInView(record, view) ? findFrom(state, sitting, 1) : step(state);
};

/** A digit of the number of a question. */
const typeDigit = (state: ExamScreenState, { records }: Sitting, key: string): ExamScreenStep => {
  const { length } = records;
  const fits = (text: string): boolean => Number(text) >= 1 && Number(text) <= length;
  const typed = fits(state.typed + key) ? state.typed + key : key;
  return fits(typed)
    ? step({ ...state, typed, chosen: Number(typed) - 1 })
    : step({ ...state, typed }, say(`There is no question ${typed}: choose 1 to ${length}`, 'bad'));
};

/** Marks the chosen question, and stays where one was. */
const markChosen = (
  state: ExamScreenState,
  { position }: Sitting,
  type: 'flag' | 'unsure',
): ExamScreenStep => {
  const { chosen } = state;
  if (chosen === position) return step(state, send({ type }));
  return step(
    state,
    send({ type: 'go', number: chosen + 1 }),
    send({ type }, chosen + 1),
    send({ type: 'go', number: position + 1 }),
    afterwards({ is: 'point-at', row: chosen }),
  );
};

/** The state at the question at hand again. */
const leaveAll = (state: ExamScreenState): ExamScreenState => ({
  ...fromTop(state, 'beginning'),
  mode: 'question',
});

/** A key while all questions are seen; what it does anywhere else too is done before. */
export const pressGrid = (
  before: ExamScreenState,
  action: Action,
  key: string,
  { sitting, columns }: ExamFacts,
): ExamScreenStep => {
  const { length } = sitting.records;
  if (action === 'digit') return typeDigit(before, sitting, key);
  const state = { ...before, typed: '' };
  const move = (by: number): ExamScreenStep => step({ ...state, chosen: moveBy(state.chosen, length, by) });
  switch (action) {
    case 'open':
      return step(leaveAll(state), send({ type: 'go', number: state.chosen + 1 }));
    case 'all':
      return step({ ...leaveAll(state), chosen: sitting.position });
    case 'up':
    case 'down':
      return move(action === 'up' ? -gridColumns(columns) : gridColumns(columns));
    case 'left':
    case 'right':
      return move(action === 'left' ? -1 : 1);
    case 'next':
    case 'previous':
      return findFrom(state, sitting, action === 'next' ? 1 : -1);
    case 'view-next':
    case 'view-before':
      return turnView(state, sitting, action === 'view-next' ? 1 : -1);
    case 'flag':
    case 'unsure':
      return markChosen(state, sitting, action);
    case 'end':
      return step(state, send({ type: 'end' }));
    default:
      return step(state);
  }
};
