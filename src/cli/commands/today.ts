import { loadToday, readinessToday } from '../../app/learner/plan-cache.ts';
import { examSet, isUnannounced } from '../../core/readiness/exam-plan.ts';
import { planBeginsLine } from '../../text/plan/plan-begins.ts';
import { isFirstRun } from '../../app/learner/set-up.ts';
import { syncNotice } from '../../app/learner/sync-notice.ts';
import { overviewOf } from '../../core/stats/overview.ts';
import type { ExamGlance } from '../../text/stats/today.ts';
import { nextStep, todayLines } from '../../text/stats/today.ts';
import { figuresJson } from '../../text/plan/figures.ts';
import { Failure } from '../../core/base/failure.ts';
import type { CommandModule } from '../program/command.ts';
import type { Context } from '../program/context.ts';
import type { OpenedProgress } from '../learner/open-progress.ts';
import { openProgress } from '../learner/open-progress.ts';
import { wantsScreens, showScreens } from '../screens/screens.ts';
import { spokenOf } from '../terminal/spoken.ts';

/** What there is to say of mock exams; `null` where none was ever sat, and then their code is not even read. */
const glanceAtExams = async (
  source: Pick<OpenedProgress, 'course' | 'journal'>,
  at: number,
  exam: string | undefined,
): Promise<ExamGlance | null> => {
  if (source.journal.examCount() === 0) return null;
  const { glance } = await import('../../app/exam/exam-sittings.ts');
  return glance(source, at, exam);
};

/** A course without an id gets one before the screens, where every answer would be refused; or it is only looked at. */
const offerName = async (opened: Context): Promise<void> => {
  if ((await opened.course()).hasId) return;
  try {
    await opened.recordingCourse();
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'usage') throw error;
    opened.out.warn('Nothing is recorded in this course until it has an id.');
  }
};

export const command: CommandModule = {
  setup: (command, context) => {
    command.action(async () => {
      const opened = context();
      if (wantsScreens(opened)) {
        await offerName(opened);
        await showScreens(opened, { to: 'home' }, ({ course, progress }) =>
          course.hasId && course.blueprints.length > 0 && isFirstRun(progress()) ? { to: 'welcome' } : null,
        );
        return;
      }
      const { options, out } = opened;
      const { course, journal, progress, moment } = await openProgress(opened);
      const source = { runtime: opened.runtime, course, journal };
      const overview = overviewOf(course, progress, moment, () => readinessToday(source, moment));
      const exams = await glanceAtExams({ course, journal }, moment.at, overview.exam?.id);
      const spoken = spokenOf(opened);
      const load = options.json ? null : loadToday(source, moment);
      journal.close();
      if (spoken !== null) {
        const exam = examSet(course, progress.settings, moment.day);
        const begins = exam !== null && isUnannounced(course, progress.settings, moment.day);
        const synced = syncNotice(opened.runtime);
        const { tellToday } = await import('../accessible/reports.ts');
        const parts = {
          title: course.title,
          overview,
          exams,
          problems: course.problems.length,
          load,
          isFirst: course.blueprints.length > 0 && isFirstRun(progress),
          notes: [
            ...(begins ? [planBeginsLine(exam.id, out.style)] : []),
            ...(synced === null ? [] : [synced]),
          ],
        };
        return tellToday(opened, parts, spoken);
      }
      if (!options.json) {
        const lines = todayLines(course.title, overview, out.style, exams, course.problems.length, load);
        const { settings } = progress;
        const exam = examSet(course, settings, moment.day);
        // Told until the first review of the plan, which tells it for the last time.
        if (exam !== null && isUnannounced(course, settings, moment.day))
          out.line(planBeginsLine(exam.id, out.style));
        for (const line of lines) out.line(line);
        const synced = syncNotice(opened.runtime);
        if (synced !== null) out.line(synced);
        return;
      }
      const { counts, exam } = overview;
      out.json({
        course: course.id,
        date: overview.date,
        due: counts.due,
        learning: counts.learning,
        newToday: overview.newToday,
        newLeft: counts.new,
        minutes: overview.minutes,
        streak: overview.streak,
        answersToday: overview.answersToday,
        exam:
          exam === null
            ? null
            : {
                exam: exam.id,
                id: exam.id,
                title: exam.title,
                provisional: exam.provisional,
                date: exam.date,
                days: exam.days,
                expected: null,
                deprecated: true,
                aim: exam.aim,
                ...figuresJson(exam.readiness),
              },
        sittings: exams,
        topics: overview.topics.map(topic => ({
          topic: topic.topic.id,
          id: topic.topic.id,
          due: topic.counts.due,
          new: topic.counts.new,
          mastery: topic.mastery,
        })),
        weakest: overview.weakest.map(topic => topic.topic.id),
        problems: course.problems.length,
        next: nextStep(overview),
      });
    });
  },
};
