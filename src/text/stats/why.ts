import type { ItemReport } from '../../core/memory/item-report.ts';
import { alignColumns, percent, plural } from '../layout/columns.ts';
import type { Style } from '../layout/style.ts';

/** What a report says of an item's state, after the item's name. */
export const STATUS_WORDS: Readonly<Record<ItemReport['status'], string>> = {
  new: 'is new: it comes when reviews leave room for new cards and questions',
  due: 'is due',
  'learning-due': 'is being learned, and its next step is due',
  'learning-later': 'is being learned, and its next step is still to come',
  later: 'is not due yet',
  suspended: 'is suspended: it is not asked until study progress unsuspend',
  buried: 'is buried for today',
};

/** Answers shown before the older ones are only counted. */
const SHOWN = 12;

const sentenceOf = (report: ItemReport): string => {
  const { retrievability, desiredRetention } = report;
  if (retrievability === null) return '';
  return (
    `The chance that you recall it now is ${percent(retrievability)}; ` +
    `it is asked again when that falls to ${percent(desiredRetention)}.`
  );
};

/** Why an item is asked, as plain lines. @param lastAnswer what was answered last, in lines */
export const whyLines = (
  report: ItemReport,
  style: Style,
  lastAnswer: readonly string[] = [],
): readonly string[] => {
  const place = report.section === '' ? report.topic : `${report.topic}#${report.section}`;
  const lines = [`${style.heading(report.key)} ${STATUS_WORDS[report.status]}.`];
  const sentence = sentenceOf(report);
  if (sentence !== '') lines.push(sentence);
  lines.push('');
  const facts: string[][] = [['Note', style.code(`study notes ${place}`)]];
  if (report.tags.length > 0) facts.push(['Tags', report.tags.map(tag => `#${tag}`).join(' ')]);
  if (report.due !== null) facts.push(['Due', report.due]);
  if (report.stability !== null && report.difficulty !== null) {
    facts.push(['Stability', `${report.stability.toFixed(1)} days`]);
    facts.push(['Difficulty', `${report.difficulty.toFixed(1)} of 10`]);
  }
  facts.push(['Answers', `${report.reps} counted, forgotten ${plural(report.lapses, 'time')}`]);
  if (report.leech) facts.push(['Leech', 'forgotten again and again: read the section before the next try']);
  if (report.flagged) facts.push(['Flagged', 'yes']);
  lines.push(...alignColumns(facts));
  lines.push('', 'A rating now would make it due');
  lines.push(...alignColumns(report.next.map(({ rating, due }) => [`  ${rating}`, due])));
  if (report.answers.length > 0) {
    lines.push('', 'Answers');
    const hidden = report.answers.length - SHOWN;
    if (hidden > 0) lines.push(`  ${plural(hidden, 'older answer')}`);
    const rows = report.answers
      .slice(-SHOWN)
      .map(answer => [`  ${answer.at}`, answer.mode, answer.rating, answer.counted ? '' : 'not counted']);
    lines.push(...alignColumns(rows));
  }
  if (lastAnswer.length > 0) lines.push('', 'Last answer', ...lastAnswer);
  return lines;
};
