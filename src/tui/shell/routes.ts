/** Which file is loaded for a destination. */
import type { Destination } from './destination.ts';
import type { Host, Screen } from './screen.ts';

/**
 * Makes the screen for a destination.
 * @throws Failure where it cannot be opened
 */
export const makeScreen = async (destination: Destination, host: Host): Promise<Screen> => {
  switch (destination.to) {
    case 'home': {
      const { makeHomeScreen } = await import('../screens/home/home-screen.tsx');
      return makeHomeScreen(host);
    }
    case 'session': {
      const { makeSessionScreen } = await import('../screens/session/session-screen.tsx');
      return makeSessionScreen(host, destination.request);
    }
    case 'exam': {
      const { makeExamScreen } = await import('../screens/exam/exam-screen.tsx');
      return makeExamScreen(host, destination.request);
    }
    case 'calculator': {
      if (destination.id === null) {
        const { makeCalculatorsScreen } = await import('../screens/calculators/calculators-screen.tsx');
        return makeCalculatorsScreen(host);
      }
      const { makeCalculatorScreen } = await import('../screens/calculators/calculator-screen.tsx');
      return makeCalculatorScreen(host, destination.id, destination.question ?? null);
    }
    case 'notes': {
      const { makeNotesScreen } = await import('../screens/notes/notes-screen.tsx');
      return makeNotesScreen(host, destination.place);
    }
    case 'search': {
      const { makeSearchScreen } = await import('../screens/search/search-screen.tsx');
      return makeSearchScreen(host, destination.words);
    }
    case 'stats': {
      const { makeStatsScreen } = await import('../screens/stats/stats-screen.tsx');
      return makeStatsScreen(host, destination.topics);
    }
  }
};
