/** What `study doctor` says of a learner's own remarks and cards. */
import type { CourseReader } from '../../core/course/course.ts';
import type { DoctorFinding } from '../../core/device/diagnosis.ts';
import type { Journal } from '../../core/journal/journal.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { plural } from '../../text/layout/columns.ts';
import type { DoctorSection } from '../../text/learner/doctor.ts';
import type { Context } from '../program/context.ts';

/** Nothing where there are none. */
export const ownSection = async (
  { runtime }: Pick<Context, 'runtime'>,
  course: CourseReader | null,
  journal: Pick<Journal, 'progress'> | null,
): Promise<readonly DoctorSection[]> => {
  const { exportOwn } = await import('../../app/own/export-own.ts');
  const files = exportOwn(runtime.paths.data);
  if (files.length === 0) return [];
  const courses = [...new Set(files.map(file => file.course))];
  const findings: DoctorFinding[] = [];
  const note = (number: number, text: (number: number) => string): void => {
    if (number > 0) findings.push({ level: 'note', text: sanitizeLine(text(number)) });
  };
  if (course?.hasId === true && courses.includes(course.id)) {
    const { openOwn } = await import('../../app/own/own-notes.ts');
    const own = openOwn({
      data: runtime.paths.data,
      course: () => course,
      families: () => journal?.progress(course.id).families ?? new Map(),
      seed: runtime.seed,
    });
    const { remarks, cards } = own.list();
    note(
      remarks.filter(({ gone }) => gone).length,
      n => `${plural(n, 'remark')} on cards and questions no longer in the course`,
    );
    note(
      cards.filter(({ gone }) => gone).length,
      n => `${plural(n, 'card')} on topics no longer in the course`,
    );
    note(
      remarks.filter(({ texts }) => texts.length > 1).length,
      n =>
        `${plural(n, 'remark')} of which two devices have written different versions: both are kept, and both show`,
    );
  }
  note(
    files.filter(({ kind }) => kind === 'other').length,
    n => `${plural(n, 'file')} there that nothing reads`,
  );
  return [
    {
      title: 'Your remarks and cards',
      facts: courses.map(id => {
        const of = files.filter(file => file.course === id);
        const remarks = of.filter(({ kind }) => kind === 'remark').length;
        const cards = of.filter(({ kind }) => kind === 'cards').length;
        return [id, `${plural(remarks, 'remark')}, ${plural(cards, 'file')} of cards`] as const;
      }),
      findings: [
        { level: 'ok', text: 'they travel with backups and merges: study export own prints them' },
        ...findings,
      ],
    },
  ];
};
