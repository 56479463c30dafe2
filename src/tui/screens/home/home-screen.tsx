import { syncNotice } from '../../../app/learner/sync-notice.ts';
import { outlookOf } from '../../../app/learner/outlook.ts';
import type { PastFigure } from '../../../app/learner/past-figures.ts';
import { lastPlace } from '../../../app/learner/reading-places.ts';
import { readyCardsRequest } from '../../../app/session/ready-requests.ts';
import { sanitizeLine } from '../../../core/base/sanitize.ts';
import { Lines } from '../../components/lines.tsx';
import { inSteps } from '../../models/in-steps.ts';
import { moveBy } from '../../models/list.ts';
import type { Host, Screen } from '../../shell/screen.ts';
import type { Entry, EntryId } from './home-entries.ts';
import { homeEntries } from './home-entries.ts';
import type { ExamLines, HomeFacts, LateFacts, ListCounts } from './home-facts.ts';
import { countLists, homeFacts, lateFacts, NO_EXAMS } from './home-facts.ts';
import { fittingEntries, homeHeader, homeLines } from './home-lines.ts';
import { pastFigures } from './past.ts';

/** Learning steps may come due, and the clock of an open exam runs: looked at again after so many ms. */
const LOOK_AGAIN = 60_000;

/** The code of exams, once it is loaded: most learners have sat none, and need not wait for it. */
interface ExamCode {
  readonly look: (at: number) => ExamLines;
}

/** Today in one glance, and everything else one key away. The first line is the next step of today's plan. */
export const makeHomeScreen = (host: Host): Screen => {
  const { services } = host;
  let exams = NO_EXAMS;
  let examCode: ExamCode | null = null;
  let late: LateFacts | null = null;
  /** What `late` is about; another exam has other figures. */
  let lateOf = '';
  let isWaiting = false;
  let past: readonly PastFigure[] = [];
  let isAsked = false;
  let lists: ListCounts | null = null;
  /** The screen above was left by the key before: one `q` too many must not end the program. */
  let cameBack = false;
  let lookedAt = services.moment();
  let chosen: EntryId | null = null;

  /** The place read last, in words. */
  const lastRead = (): { readonly title: string; readonly topic: string } | null => {
    const place = lastPlace(services.runtime, services.course);
    const topic = services.course.topics.find(({ id }) => id === place?.topic);
    if (place === null || topic === undefined) return null;
    const section = topic.sections.find(({ id }) => id !== '' && id === place.section);
    const { dot } = host.theme.signs;
    const title = [topic.title, ...(section === undefined ? [] : [section.title])].join(` ${dot} `);
    return { title: sanitizeLine(title), topic: topic.id };
  };

  const source = () => ({ course: services.course, progress: services.progress(), moment: lookedAt });
  const gather = (): HomeFacts => homeFacts(source());
  let facts = gather();
  let sync = syncNotice(services.runtime);

  const entries = (): readonly Entry[] => {
    const { dot, ellipsis } = host.theme.signs;
    return homeEntries({
      facts,
      late,
      exams,
      lists,
      progress: services.progress(),
      lastRead: lastRead(),
      seed: services.runtime.seed,
      has: host.has,
      isAsked,
      signs: { dot, ellipsis },
    });
  };
  let list = entries();
  /** What is shown: in a small terminal fewer. */
  const shownEntries = (): readonly Entry[] => fittingEntries(list, host.size.rows);
  const place = (): number =>
    Math.max(
      0,
      shownEntries().findIndex(({ id }) => id === chosen),
    );

  const figures = inSteps(host.fail);
  /** Makes the figures after the frame that is drawn now, a piece at a time, so that keys are never kept waiting long. */
  const lookAhead = (): void => {
    const { exam } = facts;
    const about = exam === null ? '' : exam.blueprint.id;
    if (about !== lateOf) [late, past, lateOf] = [null, [], about];
    isWaiting = exam !== null;
    const countThem = (): void => {
      lists = countLists(source(), facts);
      list = entries();
      host.redraw();
    };
    if (exam === null) return figures.start([countThem]);
    const outlook = outlookOf({ ...services, day: facts.day });
    figures.start([
      () => outlook.plan,
      () => outlook.readiness,
      () => outlook.domains,
      () => {
        late = lateFacts(outlook, facts, past);
        isWaiting = false;
        list = entries();
        host.redraw();
      },
      countThem,
      ...pastFigures(services, { exam: about, day: facts.day, outlook }, found => {
        past = found;
        late = late === null ? null : { ...late, past };
        host.redraw();
      }),
    ]);
  };

  const look = (): void => {
    lookedAt = services.moment();
    facts = gather();
    sync = syncNotice(services.runtime);
    if (examCode !== null) exams = examCode.look(lookedAt.at);
    list = entries();
    lookAhead();
  };

  /** Exams are looked up after the first frame. */
  const lookAtExams = async (): Promise<void> => {
    if (services.journal.examCount() === 0) return;
    const [{ glance }, { lateExam }] = await Promise.all([
      import('../../../app/exam/exam-sittings.ts'),
      import('../../../app/exam/late-exam.ts'),
    ]);
    examCode = { look: at => ({ ...glance(services, at), late: lateExam(services, at) }) };
    exams = examCode.look(services.moment().at);
    list = entries();
    host.redraw();
  };
  void lookAtExams().catch(host.fail);
  lookAhead();

  /** The clock of an open exam is seen to run. */
  const timer = setInterval(() => {
    if (exams.open === null && exams.late === null) return;
    const before = exams.late;
    look();
    if (before === null && exams.late !== null) chosen = null;
    host.redraw();
  }, LOOK_AGAIN);
  timer.unref();

  const open = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    if (entry.destination !== null) {
      figures.stop();
      host.open(entry.destination);
    } else if (entry.id === 'ask-later') {
      isAsked = true;
      list = entries();
      chosen = null;
    }
  };

  const openById = (id: EntryId, otherwise: string): void => {
    const entry = list.find(each => each.id === id);
    if (entry === undefined) host.say(otherwise);
    else open(entry);
  };

  /** A clock that runs for hours is not started by one key: without a page before it, the line is only chosen. */
  const openExam = (): void => {
    const entry = list.find(({ id }) => id === 'resume') ?? list.find(({ id }) => id === 'exam');
    if (entry === undefined) {
      host.say(facts.canSetExam ? 'Which exam? Press , to set one' : 'This course has no exams');
    } else if (entry.id === 'exam' && entry.destination?.to === 'exam') {
      chosen = 'exam';
      host.say('Enter starts the exam and the clock');
    } else open(entry);
  };

  return {
    context: 'home',
    header: () => ({ left: 'study', right: homeHeader(facts, host.theme) }),
    body: size => (
      <Lines
        lines={homeLines(
          {
            facts,
            late,
            isWaiting,
            entries: shownEntries(),
            chosen: place(),
            sync,
            theme: host.theme,
          },
          size,
        )}
      />
    ),
    shown: () => {
      cameBack = true;
      chosen = null;
      look();
      void lookAtExams().catch(host.fail);
    },
    close: () => {
      clearInterval(timer);
      figures.stop();
    },
    act: action => {
      const isSecond = cameBack;
      cameBack = false;
      // A program that is left open overnight, or over a learning step, knows what is due all the same.
      const now = services.moment();
      const isOld =
        now.at - lookedAt.at > LOOK_AGAIN && (facts.overview.counts.learning > 0 || exams.open !== null);
      const wasOpen = exams.open !== null;
      if (now.day !== lookedAt.day || isOld) look();
      const shown = shownEntries();
      switch (action) {
        case 'up':
        case 'down':
          chosen = shown[moveBy(place(), shown.length, action === 'up' ? -1 : 1)]?.id ?? null;
          return;
        case 'open': {
          const entry = shown[place()];
          if (entry?.id === 'resume' && examCode !== null) {
            // Its time may have run out since the line was drawn.
            exams = examCode.look(now.at);
            list = entries();
          }
          if (wasOpen && exams.open === null && entry?.id === 'resume') {
            chosen = null;
            host.say('The time of this exam ran out');
            return open(list.find(({ id }) => id === 'report'));
          }
          return open(entry);
        }
        case 'review':
          return open(list.find(({ id }) => id === 'continue' || id === 'warm-up'));
        case 'quiz':
          return openById('quiz', 'There are no questions here');
        case 'cards':
          return host.open({
            to: 'session',
            request: readyCardsRequest(facts.exam?.blueprint ?? null, services.runtime.seed),
          });
        case 'exam':
          return openExam();
        case 'search':
          return host.open({ to: 'search', words: '' });
        case 'calculators':
          return host.open({ to: 'calculator', id: null });
        case 'note':
          // The topic alone: it opens at the very line where it was left.
          return host.open({ to: 'notes', place: lastRead()?.topic ?? null });
        case 'back':
          if (isSecond) return host.say('q again leaves study');
          return host.quit();
        default:
      }
    },
  };
};
