/** The row behind `g`: where its letters lead, and how it looks. */
import { GO_TO_KEYS } from '../keys/go-to.ts';
import { keyLabel } from '../components/hints.ts';
import type { Theme } from '../components/theme.ts';
import { cellWidth, padEnd } from '../../text/layout/width.ts';
import type { Destination } from './destination.ts';
import { hasScreen } from './routes.ts';

type GoTo = (typeof GO_TO_KEYS)['go-to']['bindings'][number]['action'];

interface Place {
  /** What the row calls it. */
  readonly name: string;
  /** `null`: the screen itself. */
  readonly destination: Destination | null;
}

const PLACES: Readonly<Record<Exclude<GoTo, 'back'>, Place>> = {
  home: { name: 'home', destination: { to: 'home' } },
  plan: { name: 'plan', destination: { to: 'plan' } },
  readiness: { name: 'readiness', destination: { to: 'readiness' } },
  stats: { name: 'stats', destination: { to: 'stats', topics: null } },
  'choose-what': { name: 'choose', destination: { to: 'choose', at: null } },
  lists: { name: 'lists', destination: { to: 'lists', list: null } },
  exams: { name: 'exams', destination: { to: 'exams' } },
  notes: { name: 'notes', destination: { to: 'notes', place: null } },
  search: { name: 'search', destination: { to: 'search', words: '' } },
  calculators: { name: 'calculators', destination: { to: 'calculator', id: null } },
  settings: { name: 'settings', destination: { to: 'settings', part: 'all' } },
  top: { name: 'top of this screen', destination: null },
};

const isThere = ({ destination }: Place): boolean => destination === null || hasScreen(destination.to);

/** Where a letter of the row leads; `null`: nowhere. `top` stands for the screen itself. */
export const placeOf = (action: string): Destination | 'top' | null => {
  const place = (PLACES as Readonly<Record<string, Place>>)[action];
  if (place === undefined || !isThere(place)) return null;
  return place.destination ?? 'top';
};

/** Screens that one goes to, in place of each other: they do not pile up. What is being done stays below them. */
export const isPlace = (to: Destination['to']): boolean => to !== 'session' && to !== 'exam' && to !== 'home';

const LABEL = 'go to';
const GAP = 3;

/** The row, in as many lines as it takes. */
export const goToLines = (columns: number, theme: Theme): readonly string[] => {
  const { style } = theme;
  const entries = GO_TO_KEYS['go-to'].bindings.flatMap(binding => {
    if (binding.action === 'back') return [];
    const place = PLACES[binding.action];
    if (!isThere(place)) return [];
    const key = keyLabel(binding, theme);
    return [
      {
        width: cellWidth(`${key} ${place.name}`),
        text: `${style.strong(key)} ${style.dim(place.name)}`,
      },
    ];
  });
  const indent = LABEL.length + GAP;
  const lines: string[] = [];
  let line = padEnd(style.strong(LABEL), indent);
  let width = indent;
  let isEmpty = true;
  for (const entry of entries) {
    if (!isEmpty && width + GAP + entry.width > columns) {
      lines.push(line);
      line = ' '.repeat(indent);
      width = indent;
      isEmpty = true;
    }
    line += (isEmpty ? '' : ' '.repeat(GAP)) + entry.text;
    width += (isEmpty ? 0 : GAP) + entry.width;
    isEmpty = false;
  }
  return [...lines, line];
};
