/** What a session shows below its header, as lines. Drawing tells the state what was seen; it changes nothing else. */
import { dayToDate } from '../../../core/base/civil-day.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import { ratingLines, ratingNames } from '../../components/question/card-lines.ts';
import { explain } from '../../components/question/explanation.ts';
import type { Laid } from '../../components/question/explanation-layout.ts';
import { layCard, layExplanation } from '../../components/question/explanation-layout.ts';
import type { Focused, Sheet } from '../../components/question/question-lines.ts';
import { askedLines, TEXT_COLUMNS } from '../../components/question/question-lines.ts';
import { moveBy, scrollBy, scrollTo, scrollToRange, window } from '../../models/list.ts';
import type { Size } from '../../shell/screen.ts';
import type { RowParts } from './answer-rows.ts';
import { answerRow } from './answer-rows.ts';
import { comesBack, studiesByPlan } from './end-facts.ts';
import { endLines, waitText } from './end-page.ts';
import type { Looked } from './history.ts';
import type { SessionPage } from './session-facts.ts';
import { topicTitle } from './session-facts.ts';
import { domainTitle, examOf, placeOf } from './session-header.ts';
import type { AskedView, Layer, SessionScreenState } from './session-state.ts';
import { answeringOf, isAnswered, layerOf, lookedAt, viewOf, withRow, withView } from './session-state.ts';

/** Lines kept free below a revealed card for its ratings, the empty line above them included. */
const RATING_LINES = 3;

/** What was drawn, and the state that knows how much of it is seen. */
interface Drawn {
  readonly lines: readonly string[];
  readonly state: SessionScreenState;
}

/** What is in view of some lines, from `top` on. */
const seenOf = (
  state: SessionScreenState,
  lines: readonly string[],
  { top, rows }: { readonly top: number; readonly rows: number },
): Drawn => {
  const seen = { ...state.seen, rows, length: lines.length };
  const now = layerOf(state);
  const isList = now?.is === 'end' || now?.is === 'answers';
  const drawn = { ...state, seen };
  return {
    lines: window(lines, top, rows),
    state: isList ? withRow(drawn, { top }) : withView(drawn, { top }),
  };
};

/** An answer as it is read, now or later. */
const lay = (
  { turn, graded }: Pick<Looked, 'turn' | 'graded'>,
  { opened, all }: AskedView,
  rows: number,
  page: SessionPage,
  sheet: Sheet,
): Laid => {
  const { remarks, course, theme } = page;
  const remark = remarks.lines(turn.entry.key, sheet);
  if (turn.shown.type === 'card') {
    const { front, back } = turn.shown.card;
    return layCard({ front, back, after: remark }, rows, all, sheet);
  }
  const { shown } = turn.shown;
  const { style } = theme;
  const back = comesBack(turn.entry.key, page);
  const explanation = explain(shown, graded?.response ?? null, graded?.notes ?? [], theme);
  return layExplanation(
    explanation,
    {
      rows,
      opened,
      all,
      after: [...(remark.length === 0 ? [] : ['', ...remark]), ...(back === '' ? [] : [style.dim(back)])],
      more: [
        '',
        `${style.dim('Note:')} ${placeOf(shown.question, course, theme)} ${style.dim('(o opens it)')}`,
        ...shown.question.sources.map(
          source => `${style.dim('Source:')} ${style.link(sanitizeLine(source))}`,
        ),
      ],
    },
    sheet,
  );
};

const drawLaid = (state: SessionScreenState, { head, body, folded }: Laid, height: number): Drawn => {
  const rows = Math.max(1, height - head.length);
  const top = scrollBy({ top: viewOf(state).top, rows, length: body.length }, 0);
  const drawn = seenOf(state, body, { top, rows });
  return {
    lines: [...head, ...drawn.lines],
    state: { ...drawn.state, seen: { ...drawn.state.seen, folded } },
  };
};

const drawAsked = (state: SessionScreenState, { lines, focus }: Focused, rows: number): Drawn => {
  const { top, follows } = state.view;
  const at = { top, rows, length: lines.length };
  const from =
    follows === 'focus' && focus !== null ? scrollToRange(at, focus.from, focus.to) : scrollBy(at, 0);
  return seenOf(state, lines, { top: from, rows });
};

const drawList = (
  state: SessionScreenState,
  lines: readonly string[],
  chosen: number,
  { top, rows }: { readonly top: number; readonly rows: number },
): Drawn => {
  const scrolled = scrollTo({ top, rows, length: lines.length }, chosen);
  // The first row of a list is seen with what stands above it.
  const from = chosen < rows ? Math.min(scrolled, Math.max(0, chosen - rows + 1)) : scrolled;
  return seenOf(state, lines, { top: from, rows });
};

const rowParts = ({ theme, course, progress }: SessionPage, columns: number): RowParts => ({
  columns,
  theme,
  titleOf: topic => topicTitle(course, topic),
  isFlagged: item => progress.items.get(item)?.flagged ?? false,
});

/** Right answers by domain, in the order of the exam, or by area in the order in which they came up. */
const groupsOf = (
  history: readonly Looked[],
  { course, progress, moment, domain }: SessionPage,
): readonly { readonly title: string; readonly right: number; readonly all: number }[] => {
  const known = examOf(course, progress.settings, dayToDate(moment.day));
  const byTitle = new Map<string, { right: number; all: number }>();
  for (const { answer, turn } of history) {
    const name = domainTitle(turn.entry, course, known, domain);
    const { right, all } = byTitle.get(name) ?? { right: 0, all: 0 };
    byTitle.set(name, { right: right + (answer.rating === 'again' ? 0 : 1), all: all + 1 });
  }
  const order = known?.domains.map(({ title }) => title) ?? [];
  const placeOf = (title: string): number =>
    order.includes(title) ? order.indexOf(title) : Number.MAX_SAFE_INTEGER;
  return [...byTitle]
    .map(([name, counts]) => ({ title: name, ...counts }))
    .toSorted((a, b) => placeOf(a.title) - placeOf(b.title));
};

const drawEnd = (
  state: SessionScreenState,
  { chosen: at, top }: Extract<Layer, { is: 'end' }>,
  { columns, rows: height }: Size,
  page: SessionPage,
): Drawn => {
  const { summary, rows } = page.ending();
  const chosen = moveBy(at, rows.length, 0);
  const { lines, at: line } = endLines({
    ...rowParts(page, columns),
    summary,
    // What is due is the plan's, and stands on Home: nothing of it is overdue.
    hasOutlook: !studiesByPlan(page),
    moment: page.moment,
    before: page.nothing,
    groups: groupsOf(state.history, page),
    readiness: page.readiness,
    rows,
    chosen,
    asksConfidence: page.asksConfidence,
    height,
  });
  return drawList(withRow(state, { chosen }), lines, line, { top, rows: height });
};

const drawAnswers = (
  state: SessionScreenState,
  { chosen: at, top }: Extract<Layer, { is: 'answers' }>,
  { columns, rows }: Size,
  page: SessionPage,
): Drawn => {
  const chosen = moveBy(at, state.history.length, 0);
  const parts = rowParts(page, columns);
  const lines = state.history.map((looked, i) => answerRow(looked, 1, i === chosen, parts));
  return drawList(withRow(state, { chosen }), lines, chosen, { top, rows });
};

const waitLines = (columns: number, { session, progress, moment, theme }: SessionPage): readonly string[] => {
  const { learning, turn } = session;
  const soon = learning.length + 1;
  const dueAt = progress.items.get(turn?.entry.key ?? '')?.dueAt ?? 0;
  return [
    theme.style.strong(`${soon} ${soon === 1 ? 'comes' : 'come'} back ${waitText(dueAt - moment.at)}.`),
    '',
    ...wrapText('Nothing else is left. Enter ends the session; space shows them now.', columns),
  ];
};

/** What is asked. */
const askedOf = (state: SessionScreenState, sheet: Sheet, { session, theme }: SessionPage): Focused => {
  const { turn } = session;
  const answering = answeringOf(state, turn);
  if (turn?.shown.type === 'card')
    return { lines: sheet.render(turn.shown.card.front, sheet.columns), focus: null };
  if (turn?.shown.type !== 'question' || answering === null) return { lines: [], focus: null };
  const asked = askedLines(turn.shown.shown, answering.draft, sheet, answering.struck);
  if (answering.mode !== 'confidence') return asked;
  const lines = [...asked.lines, '', theme.style.strong('How sure are you?')];
  return { lines, focus: { from: lines.length - 1, to: lines.length - 1 } };
};

/** The item at hand, or the answer looked back at, in so many rows. */
const drawItem = (state: SessionScreenState, height: number, sheet: Sheet, page: SessionPage): Drawn => {
  const { turn, phase } = page.session;
  const looked = lookedAt(state);
  if (looked !== null) return drawLaid(state, lay(looked, viewOf(state), height, page, sheet), height);
  if (turn === null) return { lines: page.nothing, state };
  if (!isAnswered(page.session)) return drawAsked(state, askedOf(state, sheet, page), height);
  const graded = phase.name === 'feedback' ? phase.graded : null;
  return drawLaid(state, lay({ turn, graded }, state.view, height, page, sheet), height);
};

/** The ratings below a card: those it can be given, or the one it was given. */
const ratingsOf = (state: SessionScreenState, { session, theme }: SessionPage): readonly string[] => {
  const { turn, phase } = session;
  const looked = lookedAt(state);
  if ((looked?.turn ?? turn)?.shown.type !== 'card') return [];
  if (looked !== null) return ratingNames(looked.answer.rating, theme);
  return phase.name === 'revealed' ? ratingLines(phase.choices, phase.at, theme) : [];
};

/** Draws a session below its header. */
export const drawSession = (before: SessionScreenState, size: Size, page: SessionPage): Drawn => {
  const { theme, render } = page;
  const state = { ...before, seen: { ...before.seen, folded: [] } };
  const columns = Math.min(size.columns, TEXT_COLUMNS);
  const top = layerOf(state);
  switch (top?.is) {
    case 'end':
      return drawEnd(state, top, { ...size, columns }, page);
    case 'answers':
      return drawAnswers(state, top, { ...size, columns }, page);
    case 'wait':
      return { lines: waitLines(columns, page), state };
    default:
  }
  const ratings = ratingsOf(state, page);
  const sheet: Sheet = { columns, theme, render };
  if (ratings.length === 0) return drawItem(state, size.rows, sheet, page);
  const room = Math.max(1, size.rows - RATING_LINES);
  const drawn = drawItem(state, room, sheet, page);
  const gap = Array.from({ length: Math.max(1, room - drawn.lines.length + 1) }, () => '');
  return { ...drawn, lines: [...drawn.lines, ...gap, ...ratings] };
};
