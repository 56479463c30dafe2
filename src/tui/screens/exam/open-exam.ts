/** Opens an exam: the one that is open, the report of one whose time ran out, or the page before a new one. */
import { examParts } from '../../../app/exam/exam-parts.ts';
import type { ExamParts } from '../../../app/exam/exam-parts.ts';
import { listSittings, openSittings, reportExam, settleExams } from '../../../app/exam/exam-sittings.ts';
import { resumeExam } from '../../../app/exam/start-exam.ts';
import { Failure } from '../../../core/base/failure.ts';
import type { Sitting } from '../../../core/exam/sitting.ts';
import type { Destination } from '../../shell/destination.ts';
import type { Host, Screen } from '../../shell/screen.ts';
import { makeRunningScreen } from './exam-screen.tsx';
import { makeMockScreen } from './mock-screen.tsx';
import { makeReportScreen } from './report-screen.tsx';

const partsOf = ({ services }: Host): Promise<ExamParts> =>
  examParts(services.runtime, services.course, services.journal);

const reportOn = (host: Host, parts: ExamParts, sitting: Sitting): Screen =>
  makeReportScreen(host, reportExam(parts, sitting));

/** The exam that ended last by its clock. */
const lastTimedOut = (parts: ExamParts): Sitting | undefined =>
  listSittings(parts, parts.clock.now())
    .filter(({ end }) => end?.reason === 'time')
    .toSorted((a, b) => (a.end?.at ?? 0) - (b.end?.at ?? 0))
    .at(-1);

/**
 * @throws Failure where it cannot be started or resumed
 */
export const openExam = async (
  host: Host,
  request: Extract<Destination, { to: 'exam' }>['request'],
): Promise<Screen> => {
  const parts = await partsOf(host);
  if ('open' in request) {
    try {
      return await makeRunningScreen(host, request.open(parts));
    } catch (error) {
      // Whoever comes back too late sees what it came to, and never another exam.
      const late =
        error instanceof Failure && error.details.code === 'exam-over' ? lastTimedOut(parts) : null;
      if (late === null || late === undefined) throw error;
      return reportOn(host, parts, late);
    }
  }
  const ended = settleExams(parts);
  if (openSittings(parts, parts.clock.now()).length > 0)
    return makeRunningScreen(host, resumeExam(parts, null));
  const late = ended.length === 0 ? undefined : lastTimedOut(parts);
  return late === undefined ? makeMockScreen(host, request.ready) : reportOn(host, parts, late);
};

/**
 * The report of an exam that is over.
 * @throws Failure `usage` where there is none of that id
 */
export const openReport = async (host: Host, id: string): Promise<Screen> => {
  const parts = await partsOf(host);
  try {
    settleExams(parts);
  } catch (error) {
    // A home that cannot be written to can be read.
    if (!(error instanceof Failure)) throw error;
  }
  const sitting = listSittings(parts, parts.clock.now()).find(each => each.id === id);
  if (sitting === undefined || sitting.phase !== 'ended')
    throw new Failure('usage', 'There is no report of this exam', { code: 'unknown-sitting' });
  return reportOn(host, parts, sitting);
};
