import { quoted, sanitizeLine } from '../../core/base/sanitize.ts';
import type { StyleLevel, StylePattern } from '../../core/course/style-pattern.ts';
import { patternProblem, STYLE_LEVELS } from '../../core/course/style-pattern.ts';
import type { Report } from '../files/problem-log.ts';

/** Where the wording that a course avoids stands, relative to the course. */
export const STYLE_FILE = 'content/style.tsv';

const MOST_PATTERNS = 1000;

/**
 * `content/style.tsv`: a line is a pattern, what is better, and its level, with tabs between them. Empty lines and
 * lines that begin with `#` are not read. A line that cannot be used is reported and left out. Never throws.
 */
export const parseStyle = (text: string, report: Report): readonly StylePattern[] => {
  const filled = text
    .split('\n')
    .map((given, i) => ({ given: given.replace(/\r$/, ''), line: i + 1 }))
    .filter(({ given }) => given.trim() !== '' && !given.startsWith('#'));
  const beyond = filled[MOST_PATTERNS];
  if (beyond !== undefined)
    report('style-pattern', beyond.line, `More than ${MOST_PATTERNS} patterns are not read`);
  return filled.slice(0, MOST_PATTERNS).flatMap(({ given, line }): readonly StylePattern[] => {
    const [pattern = '', better = '', level = '', ...more] = given.split('\t');
    if (pattern === '' || better.trim() === '' || more.length > 0) {
      report('style-pattern', line, 'The line is not a pattern, what is better, and a level');
      return [];
    }
    if (!STYLE_LEVELS.some(known => known === level)) {
      report('style-pattern', line, `The level must be ${STYLE_LEVELS.join(', ')}, not ${quoted(level)}`);
      return [];
    }
    const problem = patternProblem(pattern);
    if (problem !== null) {
      report('style-pattern', line, `The pattern ${quoted(pattern)} ${problem}`);
      return [];
    }
    return [{ pattern, better: sanitizeLine(better.trim()), level: level as StyleLevel, line }];
  });
};
