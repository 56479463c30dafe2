/**
 * Which file is loaded for a destination. A new screen is added here: its destination in destination.ts, its loader
 * below; the go-to row, Home and every other way to it appear as soon as there is one.
 */
import type { Destination } from './destination.ts';
import type { Host, Screen } from './screen.ts';

type To = Destination['to'];
type Maker<T extends To> = (destination: Extract<Destination, { to: T }>, host: Host) => Promise<Screen>;

/** `null`: there is no such screen, and nothing offers it. */
const ROUTES: { readonly [T in To]: Maker<T> | null } = {
  home: async (_, host) => (await import('../screens/home/home-screen.tsx')).makeHomeScreen(host),
  session: async ({ request }, host) =>
    (await import('../screens/session/session-screen.tsx')).makeSessionScreen(host, request),
  exam: async ({ request }, host) => (await import('../screens/exam/open-exam.ts')).openExam(host, request),
  calculator: async ({ id, question }, host) =>
    id === null
      ? (await import('../screens/calculators/calculators-screen.tsx')).makeCalculatorsScreen(host)
      : (await import('../screens/calculators/calculator-screen.tsx')).makeCalculatorScreen(
          host,
          id,
          question ?? null,
        ),
  notes: async ({ place }, host) =>
    (await import('../screens/notes/notes-screen.tsx')).makeNotesScreen(host, place),
  search: async ({ words }, host) =>
    (await import('../screens/search/search-screen.tsx')).makeSearchScreen(host, words),
  stats: async ({ topics }, host) =>
    (await import('../screens/stats/stats-screen.tsx')).makeStatsScreen(host, topics),
  plan: async (_, host) => (await import('../screens/plan/plan-screen.tsx')).makePlanScreen(host),
  readiness: async (_, host) =>
    (await import('../screens/readiness/readiness-screen.tsx')).makeReadinessScreen(host),
  settings: async ({ part }, host) =>
    (await import('../screens/settings/settings-screen.tsx')).makeSettingsScreen(host, part),
  welcome: async (_, host) => (await import('../screens/welcome/welcome-screen.tsx')).makeWelcomeScreen(host),
  choose: async ({ at }, host) =>
    (await import('../screens/choose/choose-screen.tsx')).makeChooseScreen(host, at),
  lists: async ({ list }, host) =>
    (await import('../screens/lists/lists-screen.tsx')).makeListsScreen(host, list),
  exams: async (_, host) => (await import('../screens/exams/exams-screen.tsx')).makeExamsScreen(host),
  'after-exam': async ({ how }, host) =>
    (await import('../screens/after-exam/after-exam-screen.tsx')).makeAfterExamScreen(host, how),
  problems: async (_, host) =>
    (await import('../screens/problems/problems-screen.tsx')).makeProblemsScreen(host),
  report: async ({ sitting }, host) =>
    (await import('../screens/exam/open-exam.ts')).openReport(host, sitting),
  mock: async (_, host) => (await import('../screens/exam/open-exam.ts')).openExam(host, { ready: null }),
};

/** Whether there is a screen for a destination. */
export const hasScreen = (to: To): boolean => ROUTES[to] !== null;

/**
 * Makes the screen for a destination.
 * @throws Failure where it cannot be opened
 */
export const makeScreen = async (destination: Destination, host: Host): Promise<Screen> => {
  const make = ROUTES[destination.to] as Maker<To> | null;
  if (make === null) throw new Error(`There is no screen for ${destination.to}`);
  return make(destination, host);
};
