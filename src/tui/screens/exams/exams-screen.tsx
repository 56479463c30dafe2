/** Exams taken: the open one, and the reports of the others. */
import { examParts } from '../../../app/exam/exam-parts.ts';
import { resumeRequest } from '../../../app/exam/exam-request.ts';
import { discardExam, listTaken, settleQuietly, wrongKeys } from '../../../app/exam/past-exams.ts';
import { Failure } from '../../../core/base/failure.ts';
import { dayToDate } from '../../../core/base/civil-day.ts';
import { currentBlueprint } from '../../../core/course/domains.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { fullChange } from '../../../core/exam/past/taken.ts';
import type { TakenExam } from '../../../core/exam/past/taken.ts';
import { plural } from '../../../text/layout/columns.ts';
import { wrapText } from '../../../text/layout/wrap.ts';
import { Lines } from '../../components/lines.tsx';
import { cursorAfter } from '../../models/cursor.ts';
import { hiddenLines, moveBy, scrollTo } from '../../models/list.ts';
import type { Host, Screen, Size } from '../../shell/screen.ts';
import { openMock, startSession } from '../lists/start-session.ts';
import { examCurve } from './exam-curve.ts';
import { changeOfFull, dateOf, examRows } from './exams-lines.ts';

/** Rows that the list keeps for itself before there is a chart above it, and the most of the chart. */
const LEAST_LIST = 8;
const MOST_CURVE = 12;
/** A chart needs so many columns. */
const CURVE_COLUMNS = 72;

/** @throws Failure where the course cannot be read */
export const makeExamsScreen = (host: Host): Screen => {
  const { services, theme } = host;
  const { clock } = services.runtime;
  const source = () => ({ course: services.course, journal: services.journal });
  const progress = services.progress();
  const own = currentBlueprint(services.course, progress.settings, dayToDate(services.moment().day));
  let isAll = false;
  let all: readonly TakenExam[] = [];
  let shown: readonly TakenExam[] = [];
  let sentence = '';
  let cursor = 0;
  let top = 0;
  let height = 1;
  let asked: TakenExam | null = null;

  const read = (): void => {
    const before = shown[cursor]?.sitting;
    const { exams, sittings } = listTaken(source(), clock.now());
    all = exams;
    const mine = exams.filter(({ blueprint }) => blueprint === own?.id);
    shown = isAll || mine.length === 0 ? exams : mine;
    const at = shown.findIndex(({ sitting }) => sitting === before);
    cursor = at === -1 ? moveBy(cursor, shown.length, 0) : at;
    const [newest] = shown.filter(({ isOpen, length }) => !isOpen && length === 'full');
    const change = newest === undefined ? null : fullChange(sittings, exams, newest.blueprint);
    sentence = change === null ? '' : changeOfFull(change);
  };
  settleQuietly({ ...source(), clock });
  read();

  const here = (): TakenExam | undefined => shown[cursor];
  const redoable = (): readonly string[] => {
    const exam = here();
    return exam === undefined ? [] : wrongKeys(source(), exam);
  };
  const open = (): void => {
    // Time goes on while one looks: what is over by now is no exam to go on with.
    settleQuietly({ ...source(), clock });
    read();
    const exam = here();
    if (exam === undefined) return;
    if (exam.isOpen) host.open({ to: 'exam', request: resumeRequest(exam.sitting) });
    else host.open({ to: 'report', sitting: exam.sitting });
  };
  const discard = async (exam: TakenExam): Promise<void> => {
    try {
      discardExam(await examParts(services.runtime, services.course, services.journal), exam.sitting);
      host.say('Discarded. It has no score.');
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      host.say(error.message, 'bad');
    }
    read();
    host.redraw();
  };
  const names = (): ReadonlySet<string> => new Set(shown.map(({ blueprint }) => blueprint));

  const body = ({ columns, rows }: Size): readonly string[] => {
    if (asked !== null) {
      const { answered } = asked;
      return wrapText(
        `Discard this exam? Its ${plural(answered, 'answer')} will not be scored. y discards it, n keeps it.`,
        columns,
      );
    }
    if (shown.length === 0)
      return wrapText(
        host.has('mock')
          ? 'No mock exam taken yet. Press m for a first one: a quick one has 15 questions.'
          : 'No mock exam taken yet.',
        columns,
      );
    const points = shown
      .filter(({ score }) => score !== null && score.questions > 0)
      .map(exam => ({
        at: exam.startedAt,
        date: dateOf(exam),
        share: exam.score?.share ?? 0,
        isFull: exam.length === 'full',
      }))
      .sort((a, b) => a.at - b.at);
    const foot = sentence === '' ? [] : ['', ...wrapText(sentence, columns)];
    const free = rows - foot.length - 1 - Math.min(shown.length, LEAST_LIST);
    const curve =
      columns < CURVE_COLUMNS || names().size > 1
        ? []
        : examCurve(points, shown[0]?.aim ?? 0, { columns, rows: Math.min(MOST_CURVE, free), theme });
    const head = curve.length === 0 ? [] : [...curve, ''];
    height = Math.max(1, rows - head.length - foot.length);
    top = scrollTo({ top, rows: height, length: shown.length }, cursor);
    const list = examRows(shown, top, height, { columns, cursor, hasNames: names().size > 1, theme });
    return [...head, ...list, ...foot];
  };

  return {
    get context() {
      return asked === null ? 'exams' : 'exams-asking';
    },
    header: () => {
      const { dot } = theme.signs;
      const [only] = names().size === 1 ? [...names()] : [];
      const taken = shown.filter(({ isOpen }) => !isOpen).length;
      const facts = [
        `${taken} taken`,
        ...(shown.length > taken ? [`${shown.length - taken} open`] : []),
        ...(only === undefined ? [] : [`aim ${shown[0]?.aim ?? 0} %`]),
      ];
      return {
        left: only === undefined ? 'exams' : `exams ${dot} ${sanitizeLine(only).toUpperCase()}`,
        right: facts.join(` ${dot} `),
      };
    },
    body: size => <Lines lines={body(size)} />,
    hidden: () => hiddenLines({ top, rows: height, length: shown.length }),
    count: action => (action === 'redo' ? redoable().length : undefined),
    offers: action => {
      switch (action) {
        case 'open':
          return shown.length > 0;
        case 'redo':
          return redoable().length > 0;
        case 'mock':
          return host.has('mock');
        case 'discard':
          return here()?.isOpen === true;
        default:
          return true;
      }
    },
    shown: read,
    act: action => {
      switch (action) {
        case 'open':
          return open();
        case 'redo':
          return startSession(host, 'quiz', redoable(), null);
        case 'mock':
          return openMock(host);
        case 'discard':
          if (here()?.isOpen === true) asked = here() ?? null;
          else host.say('Only an open exam can be discarded');
          return;
        case 'confirm':
          if (asked !== null) void discard(asked).catch(host.fail);
          asked = null;
          return;
        case 'decline':
          asked = null;
          return;
        case 'view':
          if (all.length === shown.length && !isAll) return host.say('These are all exams taken');
          isAll = !isAll;
          return read();
        case 'back':
          return host.back();
        default:
          cursor = cursorAfter(action, { cursor, length: shown.length, page: height }) ?? cursor;
      }
    },
  };
};
