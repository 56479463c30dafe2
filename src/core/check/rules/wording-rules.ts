/** Wording: what the course's own list names, and what makes a question unclear. */
import { withoutFences } from '../../base/fences.ts';
import { plainText } from '../../course/plain-text.ts';
import { compilePattern } from '../../course/style-pattern.ts';
import { choices, lastSentence, onItem } from '../question-parts.ts';
import { quoted } from '../../base/sanitize.ts';
import type { Finding, Rule } from '../rule.ts';
import { locate } from '../rule.ts';
import { placedTexts } from '../texts.ts';

/** Characters that are looked through at once. */
const PIECE = 2000;

/** Text without code and links' targets, on one line, in pieces that end at a space. */
const piecesOf = (markdown: string): readonly string[] => {
  const prose = plainText(withoutFences(markdown).replace(/`[^`\n]*`/g, ' '));
  const pieces: string[] = [];
  for (let from = 0; from < prose.length;) {
    const space = prose.lastIndexOf(' ', from + PIECE);
    const to = from + PIECE >= prose.length || space <= from ? from + PIECE : space;
    pieces.push(prose.slice(from, to));
    from = to;
  }
  return pieces;
};

/** Whether a piece holds any of the patterns: most hold none, and are then looked through once instead of often. */
const anyOf = (patterns: readonly RegExp[]): ((piece: string) => boolean) => {
  const byFlags = new Map<string, string[]>();
  for (const { source, flags } of patterns) byFlags.set(flags, [...(byFlags.get(flags) ?? []), source]);
  const all = [...byFlags].map(
    ([flags, sources]) =>
      new RegExp(sources.map(source => `(?:${source})`).join('|'), flags.replace('g', '')),
  );
  return piece => all.some(regex => regex.test(piece));
};

const styleWord: Rule = {
  id: 'style-word',
  severity: 'warning',
  why: 'the course keeps a list of wording it avoids in content/style.tsv',
  hint: 'write it as the list says; mind that the text of a deletion, a heading and an id are keys',
  check: input => {
    const looked = input.style
      .filter(({ level }) => level !== 'off')
      .map(each => ({ ...each, regex: compilePattern(each.pattern) }));
    const mayHold = anyOf(looked.map(({ regex }) => regex));
    return placedTexts(input.course).flatMap(({ file, line, markdown }) =>
      piecesOf(markdown)
        .filter(mayHold)
        .flatMap(piece =>
          looked.flatMap(({ regex, better, level }): readonly Finding[] => {
            const found = piece.match(regex)?.[0];
            if (found === undefined) return [];
            const place = locate(input, file, line, found);
            const message = `${quoted(found)}: better ${quoted(better)}`;
            return [{ file, line: place, message, severity: level === 'error' ? 'error' : 'warning' }];
          }),
        ),
    );
  },
};

const vagueQualifier: Rule = {
  id: 'vague-qualifier',
  severity: 'warning',
  why: 'BEST says that the options are compared, and not by what',
  hint: 'name the measure: MOST cost-effectively, LEAST operational overhead, LOWEST latency',
  check: input =>
    choices(input)
      .filter(({ stem }) => /\bBEST\b/.test(plainText(stem)))
      .map(question => onItem(question, 'The stem asks for the BEST, and not by which measure')),
};

const stemQuestion: Rule = {
  id: 'stem-question',
  severity: 'warning',
  why: 'one question has one answer; two of them leave open which one the options are about',
  hint: 'ask one thing, and end the stem with it',
  check: input =>
    choices(input).flatMap(question => {
      const prose = piecesOf(question.stem).join('');
      const marks = prose.split('?').length - 1;
      if (marks === 0 && !prose.trimEnd().endsWith(':'))
        return [onItem(question, 'The stem asks no question')];
      const twice =
        marks > 1 ||
        /\b(?:and|or) (?:what|why|how|which|when|where)\b[^.?]*\?$/.test(lastSentence(question.stem));
      return twice ? [onItem(question, 'The stem asks two questions')] : [];
    }),
};

/** Rules about words. */
export const WORDING_RULES: readonly Rule[] = [styleWord, vagueQualifier, stemQuestion];
