/** The list of all calculators. */
import { courseCalculators } from '../../../app/course/course-calculators.ts';
import { Lines } from '../../components/lines.tsx';
import { fieldLine } from '../../components/field-line.ts';
import { moveBy, scrollTo, window } from '../../models/list.ts';
import type { TextField } from '../../models/text-field.ts';
import { editField, EMPTY_FIELD, fieldText, insertText } from '../../models/text-field.ts';
import type { Host, Screen } from '../../shell/screen.ts';
import { listLines } from './list-lines.ts';
import { filterGroups, groupCalculators } from './list-model.ts';

/** Lines that the filter takes at the top. */
const FILTER_LINES = 2;

/** The list of calculators. */
export const makeCalculatorsScreen = (host: Host): Screen => {
  const { services, theme } = host;
  const catalogue = courseCalculators(services.course);
  const all = groupCalculators(catalogue, services.course);
  let field: TextField = EMPTY_FIELD;
  let mode: 'choosing' | 'typing' = 'choosing';
  let groups = all;
  let chosen = 0;
  let top = 0;
  let rows = 1;

  const entries = () => groups.flatMap(group => group.entries);
  const move = (by: number): void => {
    chosen = moveBy(chosen, entries().length, by);
  };
  const edit = (next: TextField): void => {
    field = next;
    groups = filterGroups(all, fieldText(field));
    chosen = 0;
    top = 0;
  };
  const isFiltered = (): boolean => mode === 'typing' || fieldText(field) !== '';

  return {
    get context() {
      return mode === 'typing' ? ('calculators-filter' as const) : ('calculators' as const);
    },
    header: () => {
      const count = entries().length;
      const right = groups === all ? String(count) : `${count} of ${catalogue.length}`;
      return { left: 'calculators', right };
    },
    body: ({ columns, rows: most }) => {
      const filter = isFiltered()
        ? [
            `${theme.style.dim('/')} ${mode === 'typing' ? fieldLine(field, columns - 4, theme) : fieldText(field)}`,
            '',
          ]
        : [];
      rows = Math.max(1, most - (isFiltered() ? FILTER_LINES : 0));
      const { lines, focus, heading } = listLines(groups, chosen, columns, theme);
      if (lines.length === 0) {
        const none = theme.style.dim(
          catalogue.length === 0
            ? 'This course names no calculators. study calc lists all there are.'
            : 'No calculator has all of these words.',
        );
        return <Lines lines={[...filter, none]} />;
      }
      const length = lines.length;
      top = scrollTo({ top, rows, length }, heading);
      top = scrollTo({ top, rows, length }, focus);
      return <Lines lines={[...filter, ...window(lines, top, rows)]} />;
    },
    offers: action => {
      const entry = entries()[chosen];
      if (action === 'open') return entry !== undefined;
      if (action === 'up') return entries().length > 1;
      return action !== 'note' || host.services.course.topics.some(({ id }) => id === entry?.topic);
    },
    act: action => {
      switch (action) {
        case 'up':
          return move(-1);
        case 'down':
          return move(1);
        case 'page-up':
          return move(-rows);
        case 'page-down':
          return move(rows);
        case 'top':
          return move(-catalogue.length);
        case 'bottom':
          return move(catalogue.length);
        case 'filter':
          mode = 'typing';
          return;
        case 'close':
          mode = 'choosing';
          return edit(EMPTY_FIELD);
        case 'open': {
          const entry = entries()[chosen];
          if (entry === undefined) return;
          mode = 'choosing';
          return host.open({ to: 'calculator', id: entry.id });
        }
        case 'note': {
          const entry = entries()[chosen];
          if (entry !== undefined) host.open({ to: 'notes', place: entry.topic });
          return;
        }
        case 'back':
          // Out of the filtered list into the whole one first.
          if (isFiltered()) return edit(EMPTY_FIELD);
          return host.back();
        default: {
          const edited = editField(field, action);
          if (edited !== null) edit(edited);
        }
      }
    },
    type: text => edit(insertText(field, text)),
  };
};

/** What the list says of itself, for a message. */
export const noCalculator = (id: string): string =>
  `There is no calculator "${id}"; here is the list of what there is`;
