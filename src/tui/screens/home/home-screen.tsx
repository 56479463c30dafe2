import { lastPlace } from '../../../app/learner/reading-places.ts';
import { readinessToday } from '../../../app/learner/plan-cache.ts';
import { CATALOGUE } from '../../../core/calc/catalogue.ts';
import type { Overview } from '../../../core/stats/overview.ts';
import { overviewOf } from '../../../core/stats/overview.ts';
import { currentBlueprint } from '../../../core/course/domains.ts';
import type { ExamGlance } from '../../../text/stats/today.ts';
import { dayAndMonth } from '../../../text/stats/dates.ts';
import type { Action } from '../../keys/key-table.ts';
import { moveBy } from '../../models/list.ts';
import type { Host, Screen } from '../../shell/screen.ts';
import { HomeView } from './home-view.tsx';
import type { Entry } from './home-model.ts';
import { firstChoice, homeEntries } from './home-model.ts';

/** Keys that go somewhere at once. */
const DIRECT: Partial<Record<Action, Entry['id']>> = {
  review: 'review',
  quiz: 'quiz',
  exam: 'exam',
  search: 'search',
  notes: 'notes',
  calculators: 'calculators',
  stats: 'stats',
};

/** After so many ms learning steps may have come due. */
const LOOK_AGAIN = 60_000;

const NO_EXAMS: ExamGlance = { open: null, last: null };

/** Today in one glance, and everything else one key away. */
export const makeHomeScreen = (host: Host): Screen => {
  const { services } = host;
  /** The place read last, as it is written; a section that is gone is left out. */
  const lastRead = (): string | null => {
    const place = lastPlace(services.runtime, services.course);
    if (place === null) return null;
    const topic = services.course.topics.find(({ id }) => id === place.topic);
    const isThere = topic?.sections.some(({ id }) => id !== '' && id === place.section) === true;
    return isThere ? `${place.topic}#${place.section}` : place.topic;
  };
  let exams = NO_EXAMS;
  /** What is known about today; looked at again after whatever was done elsewhere. */
  const look = (): { readonly overview: Overview; readonly entries: readonly Entry[] } => {
    const { course } = services;
    const progress = services.progress();
    const moment = services.moment();
    const overview = overviewOf(course, progress, moment, () => readinessToday(services, moment));
    const [only, ...others] = course.blueprints;
    const own = currentBlueprint(course, progress.settings, overview.date);
    const facts = {
      blueprint: own ?? (others.length === 0 ? only : undefined) ?? null,
      exams,
      calculators: CATALOGUE.length,
      seed: services.runtime.seed,
      lastRead: lastRead(),
      dot: host.theme.signs.dot,
    };
    return { overview, entries: homeEntries(overview, facts) };
  };
  let { overview, entries } = look();
  let lookedAt = services.moment();
  let chosen = firstChoice(overview);
  const lookAgain = (): void => {
    lookedAt = services.moment();
    const { id } = entries[chosen] ?? {};
    ({ overview, entries } = look());
    // The lines are others when an exam has come or gone; the choice stays what it was.
    chosen = Math.max(
      0,
      entries.findIndex(entry => entry.id === id),
    );
  };
  /** Exams are looked up behind the first frame: most learners have sat none, and need not wait for their code. */
  const lookAtExams = async (): Promise<void> => {
    if (services.journal.examCount() === 0) return;
    const { glance } = await import('../../../app/exam/exam-sittings.ts');
    exams = glance(services, services.moment().at);
    lookAgain();
    host.redraw();
  };
  void lookAtExams().catch(host.fail);

  const chooseExam = (): void => {
    const at = entries.findIndex(({ id }) => id === 'exam');
    if (at === -1) return host.say('Which exam? study config set exam names it');
    chosen = at;
    host.say('Enter starts it, and its clock');
  };

  return {
    context: 'home',
    header: () => {
      const { date, streak } = overview;
      const days = streak > 0 ? ` ${host.theme.signs.dot} day ${streak}` : '';
      return { left: 'study', right: dayAndMonth(date) + days };
    },
    body: size => (
      <HomeView
        overview={overview}
        problems={services.course.problems.length}
        entries={entries}
        chosen={chosen}
        size={size}
        theme={host.theme}
      />
    ),
    shown: () => {
      lookAgain();
      void lookAtExams().catch(host.fail);
    },
    act: action => {
      // A program that is left open overnight, or over a learning step, knows what is due all the same.
      const now = services.moment();
      const isOld = now.at - lookedAt.at > LOOK_AGAIN && overview.counts.learning > 0;
      if (now.day !== lookedAt.day || isOld) lookAgain();
      if (action === 'up') chosen = moveBy(chosen, entries.length, -1);
      else if (action === 'down') chosen = moveBy(chosen, entries.length, 1);
      else if (action === 'back') host.back();
      else if (action === 'note') {
        // The topic alone: it opens at the very line where it was left.
        const place = lastPlace(services.runtime, services.course);
        host.open({ to: 'notes', place: place?.topic ?? null });
      } else {
        const direct = DIRECT[action];
        // A clock that runs for hours is not started by one key.
        if (direct === 'exam' && exams.open === null) return chooseExam();
        const entry = direct === undefined ? entries[chosen] : entries.find(({ id }) => id === direct);
        if (entry !== undefined) host.open(entry.destination);
      }
    },
  };
};
