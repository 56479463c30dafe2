import type { TopicOverview } from '../../core/stats/overview.ts';
import { alignColumns, percent } from '../layout/columns.ts';
import type { Style } from '../layout/style.ts';

/** The topics by area, one line each: cards, questions, due, mastery. */
export const topicLines = (topics: readonly TopicOverview[], style: Style): readonly string[] => {
  const rows: string[][] = [
    ['topic', 'cards', 'questions', 'due', 'new', 'leeches', 'mastery'].map(style.dim),
  ];
  let area: string | null = null;
  const headings = new Map<number, string>();
  for (const { topic, counts, mastery } of topics) {
    if (topic.area !== area) {
      area = topic.area;
      headings.set(rows.length, area);
    }
    rows.push([
      `  ${topic.id}${topic.own === undefined ? '' : ` (${topic.own} of your own)`}`,
      String(topic.cards),
      String(topic.questions),
      String(counts.due),
      String(counts.new),
      String(counts.leeches),
      percent(mastery),
    ]);
  }
  const lines = alignColumns(rows, ['left', 'right', 'right', 'right', 'right', 'right', 'right']);
  return lines.flatMap((line, i) => {
    const heading = headings.get(i);
    return heading === undefined ? [line] : ['', style.heading(heading), line];
  });
};
