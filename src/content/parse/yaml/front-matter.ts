import matter from 'gray-matter';
import type { Report } from '../../files/problem-log.ts';
import type { YamlResult } from './safe-yaml.ts';
import { parseYaml, reportYaml } from './safe-yaml.ts';

/** Bounds that keep gray-matter's search for comments short. */
const MOST_LINES = 1000;
const MOST_LETTERS = 64 * 1024;

interface FrontMatter {
  /** What the YAML says; `null` where there is none that can be read, which is then reported. */
  readonly data: unknown;
  /** Index of the first line of the body. */
  readonly bodyFrom: number;
}

const refuse = (): never => {
  throw new Error('Only YAML front matter is read');
};

/**
 * gray-matter with everything closed that would run or guess: no JavaScript, no other language, YAML by our own
 * bounded parser, and options on every call, for without them results are shared through a cache.
 */
const readYaml = (block: string): YamlResult => {
  let result: YamlResult = { ok: true, value: {}, controlLine: null, cuts: [] };
  matter(block, {
    language: 'yaml',
    engines: {
      yaml: yaml => {
        result = parseYaml(yaml);
        return {};
      },
      javascript: refuse,
      js: refuse,
      json: refuse,
      coffee: refuse,
    },
  });
  return result;
};

/** The beginning of a card. */
const CARD = /^[QC]:/;

/** What the reader loses where cards stand in the front matter. */
const swallowed = (lines: readonly string[]): string => {
  const cards = lines.filter(line => CARD.test(line)).length;
  if (cards === 0) return '';
  return cards === 1
    ? ', so 1 card of this note is not asked'
    : `, so ${cards} cards of this note are not asked`;
};

/**
 * Reads the YAML between the first line, which must be exactly `---`, and the next such line. Anything else is
 * reported, and the note goes on without front matter.
 */
export const readFrontMatter = (lines: readonly string[], report: Report): FrontMatter => {
  const first = lines[0] ?? '';
  if (first !== '---') {
    const near = first.trim().startsWith('---') ? ', not more and not less' : '';
    report(
      'front-matter',
      1,
      `The first line must be exactly ---${near}`,
      near === ''
        ? 'begin the file with a line ---, then title:, checked: and sources: (of a note) or deck: true, then a line ---'
        : undefined,
    );
    return { data: null, bodyFrom: 0 };
  }
  const close = lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---');
  if (close === -1) {
    const message = `The front matter is not closed by a line ---${swallowed(lines)}`;
    report('front-matter', 1, message, 'add a line --- below the last field');
    return { data: null, bodyFrom: lines.length };
  }
  const block = lines.slice(1, close);
  const empty = { data: null, bodyFrom: close + 1 };
  const card = block.findIndex(line => CARD.test(line));
  if (card !== -1) {
    // The line that closes it stood between two cards.
    const message = `The front matter goes on to line ${close + 1}${swallowed(block)}`;
    report('front-matter', card + 2, message, 'add a line --- below the last field');
    return empty;
  }
  if (close > MOST_LINES || block.reduce((sum, line) => sum + line.length, 0) > MOST_LETTERS) {
    report('yaml-bounds', 1, 'The front matter is too large', 'move the text below the front matter');
    return empty;
  }
  const odd = block.findIndex(line => line.startsWith('---'));
  if (odd !== -1) {
    report(
      'front-matter',
      odd + 2,
      'A line in the front matter begins with ---',
      'indent the line or remove it',
    );
    return empty;
  }
  const result = readYaml(`---\n${block.join('\n')}\n---\n`);
  // The parser counts from the line of the opening ---, whose line break it is given.
  reportYaml(result, 1, report);
  if (!result.ok) return empty;
  return { data: result.value ?? {}, bodyFrom: close + 1 };
};
