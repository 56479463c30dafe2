import { lastPlace } from '../../../app/reading-places.ts';
import { CATALOGUE } from '../../../core/calc/catalogue.ts';
import type { Overview } from '../../../core/overview.ts';
import { overviewOf } from '../../../core/overview.ts';
import type { Action } from '../../key-table.ts';
import { moveBy } from '../../models/list.ts';
import type { Host, Screen } from '../../screen.ts';
import { HomeView } from './home-view.tsx';
import type { Entry } from './home-model.ts';
import { firstChoice, homeEntries } from './home-model.ts';
import { dayAndMonth } from '../../../text/dates.ts';

/** Keys that go somewhere at once. */
const DIRECT: Partial<Record<Action, Entry['id']>> = {
  review: 'review',
  search: 'search',
  notes: 'notes',
  calculators: 'calculators',
  stats: 'stats',
};

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
  /** What is known about today; looked at again after whatever was done elsewhere. */
  const look = (): { readonly overview: Overview; readonly entries: readonly Entry[] } => {
    const overview = overviewOf(services.course, services.progress(), services.moment());
    const facts = {
      calculators: CATALOGUE.length,
      seed: services.runtime.seed,
      lastRead: lastRead(),
      dot: host.theme.signs.dot,
    };
    return { overview, entries: homeEntries(overview, facts) };
  };
  let { overview, entries } = look();
  let chosen = firstChoice(overview);

  return {
    context: 'home',
    header: () => {
      const { date, streak } = overview;
      return { left: 'study', right: `${dayAndMonth(date)} ${host.theme.signs.dot} day ${streak}` };
    },
    body: size => (
      <HomeView overview={overview} entries={entries} chosen={chosen} size={size} theme={host.theme} />
    ),
    shown: () => {
      ({ overview, entries } = look());
    },
    act: action => {
      if (action === 'up') chosen = moveBy(chosen, entries.length, -1);
      else if (action === 'down') chosen = moveBy(chosen, entries.length, 1);
      else if (action === 'back') host.back();
      else if (action === 'note') {
        // The topic alone: it opens at the very line where it was left.
        const place = lastPlace(services.runtime, services.course);
        host.open({ to: 'notes', place: place?.topic ?? null });
      } else {
        const direct = DIRECT[action];
        const entry = direct === undefined ? entries[chosen] : entries.find(({ id }) => id === direct);
        if (entry !== undefined) host.open(entry.destination);
      }
    },
  };
};
