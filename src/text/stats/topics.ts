import type { TopicOverview } from '../../core/stats/overview.ts';
import { alignColumns, percent } from '../layout/columns.ts';
import type { Style } from '../layout/style.ts';

/** A topic with the share one would get right now; `null`: not started. */
export type TopicRow = TopicOverview & { readonly known: number | null };

/** The topics by area, one line each: cards, questions, due, what is known. */
export const topicLines = (topics: readonly TopicRow[], style: Style): readonly string[] => {
  const rows: string[][] = [['topic', 'cards', 'questions', 'due', 'new', 'leeches', 'known'].map(style.dim)];
  let area: string | null = null;
  const headings = new Map<number, string>();
  for (const { topic, counts, known } of topics) {
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
      known === null ? 'not started' : percent(known),
    ]);
  }
  const lines = alignColumns(rows, ['left', 'right', 'right', 'right', 'right', 'right', 'right']);
  return lines.flatMap((line, i) => {
    const heading = headings.get(i);
    return heading === undefined ? [line] : ['', style.heading(heading), line];
  });
};
