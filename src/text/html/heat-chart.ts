import type { HeatDay } from '../stats/charts-heatmap.ts';
import { HEAT_LIMITS, heatLevel, monthOf, rangeOf, weeksOf } from '../stats/charts-heatmap.ts';
import { WEEKDAYS } from '../stats/dates.ts';
import { plural } from '../layout/columns.ts';
import type { Markup } from './escape.ts';
import { html } from './escape.ts';
import type { Figure } from './figure.ts';
import { figure, legend } from './figure.ts';

const CELL = 11;
const STEP = 13;
const LEFT = 32;
const TOP = 18;

/** A year of study days: a column a week from Monday to Sunday, darker with more answers. */
export const heatChart = (
  days: readonly HeatDay[],
  about: Pick<Figure, 'id' | 'title' | 'description'>,
): Markup => {
  const weeks = weeksOf(days);
  const months = weeks.flatMap((week, i) => {
    const name = monthOf(week);
    return name === '' ? [] : [html`<text x="${LEFT + i * STEP}" y="11">${name}</text>`];
  });
  const weekdays = WEEKDAYS.flatMap((name, i) =>
    i % 2 === 0 ? [html`<text x="0" y="${TOP + i * STEP + 10}">${name}</text>`] : [],
  );
  const cells = weeks.flatMap((week, x) =>
    week.flatMap((day, y) =>
      day === null
        ? []
        : [
            html`<rect
              class="level${heatLevel(day.value)}"
              x="${LEFT + x * STEP}"
              y="${TOP + y * STEP}"
              width="${CELL}"
              height="${CELL}"
              rx="2"
              ><title>${day.date}: ${plural(day.value, 'answer')}</title></rect
            >`,
          ],
    ),
  );
  const drawing = figure({
    ...about,
    width: LEFT + weeks.length * STEP,
    height: TOP + 7 * STEP,
    drawing: [...months, ...weekdays, ...cells],
  });
  const levels = Array.from({ length: HEAT_LIMITS.length + 1 }, (_, level) => ({
    className: `level${level}`,
    text: level === 0 ? 'none' : rangeOf(level),
  }));
  return html`${drawing}${legend(levels)}`;
};
