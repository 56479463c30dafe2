import { usedCourses } from '../../app/course/course-places.ts';
import { findFormerCourse } from '../../app/relink/former-course.ts';
import { Failure } from '../../core/base/failure.ts';
import type { CourseReader } from '../../core/course/course.ts';
import type { DoctorFinding } from '../../core/device/diagnosis.ts';
import type { Journal } from '../../core/journal/journal.ts';
import { orphansOf, sharedItems } from '../../core/relink/orphans.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { cardsAndQuestions } from '../../text/layout/columns.ts';
import type { Context } from '../program/context.ts';
import { studyCommand } from '../program/study-command.ts';

/** Items named one by one before the others are only counted. */
const NAMED = 10;

const listed = (keys: readonly string[]): string =>
  keys.slice(0, NAMED).map(sanitizeLine).join(', ') + (keys.length > NAMED ? ' ...' : '');

/**
 * Other folders with the id of the course, which share its progress without anybody having said so: copies, mostly. One
 * that has moved is not there any more, and one that has got another id is no twin.
 */
export const twinFindings = async (
  { runtime, openFolder }: Pick<Context, 'runtime' | 'openFolder'>,
  course: CourseReader,
): Promise<readonly DoctorFinding[]> => {
  if (!course.hasId) return [];
  const used = usedCourses(runtime).filter(({ id, folder }) => id === course.id && folder !== course.root);
  const others: (string | null)[] = used.map(({ folder }) => folder);
  if (course.origin !== 'shipped') others.push(null);
  const findings: DoctorFinding[] = [];
  for (const folder of others.slice(0, NAMED)) {
    try {
      if ((await openFolder(folder)).id !== course.id) continue;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      continue;
    }
    const place = folder === null ? 'The course that comes with study' : `The folder ${sanitizeLine(folder)}`;
    findings.push({
      level: 'problem',
      text: `${place} has the id ${sanitizeLine(course.id)}, too, so both share one progress: give one of them another id (${course.form === 'notes' ? '.study/course.yaml' : 'content/course.yaml'})`,
    });
  }
  return findings;
};

/** What `study doctor` says of items whose keys have changed: what became of their progress. */
export const identityFindings = (
  { options }: Pick<Context, 'options'>,
  course: CourseReader,
  journal: Journal,
): readonly DoctorFinding[] => {
  const progress = journal.progress(course.id);
  const findings: DoctorFinding[] = [];
  const note = (text: string): void => {
    findings.push({ level: 'note', text });
  };
  const orphans = orphansOf(course, progress);
  if (orphans.length > 0) {
    const what = `${cardsAndQuestions(orphans.length)} with progress no longer in the course`;
    const names = listed(orphans.map(({ key }) => key));
    note(`${what}; the progress is kept: ${names}; ${studyCommand('study progress relink', options)}`);
  }
  for (const { keeps, begin } of sharedItems(course, progress).slice(0, NAMED)) {
    const keys = listed([keeps, ...begin]);
    note(
      `${keys} are one by their links; from the next session only ${sanitizeLine(keeps)} keeps its progress`,
    );
  }
  const apart = [...progress.separated].filter(([key]) => course.has(key));
  for (const [key, history] of apart.slice(0, NAMED))
    note(
      `${sanitizeLine(key)} once was what ${sanitizeLine(history)} is now, which keeps the progress; it began from scratch`,
    );
  const former = findFormerCourse(course, journal);
  if (former !== null) {
    const command = studyCommand(`study progress relink --from-course ${sanitizeLine(former.id)}`, options);
    note(
      `${cardsAndQuestions(former.items)} learned in the course ${sanitizeLine(former.id)} are in this one too: ${command}`,
    );
  }
  return findings;
};
