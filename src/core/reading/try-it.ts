/** The question inside a note: a section `Try it` whose answer stands behind a line that begins with `Answer:`. */
import { FenceReader } from '../base/fences.ts';
import type { Section } from '../course/course.ts';

/** Slug of the heading `Try it`. */
const TRY_IT = 'try-it';

/** A question, and the answer to it. */
interface TryIt {
  readonly question: string;
  readonly answer: string;
}

/** Index of the line `Answer: ...` that stands in no block of code; -1: there is none. */
const answerLine = (lines: readonly string[]): number => {
  const fences = new FenceReader();
  return lines.findIndex(line => fences.next(line) === null && line.startsWith('Answer:'));
};

/** The parts of a section; `null`: it asks nothing. */
export const tryItOf = ({ id, markdown }: Pick<Section, 'id' | 'markdown'>): TryIt | null => {
  if (id !== TRY_IT) return null;
  const lines = markdown.split('\n');
  const at = answerLine(lines);
  if (at === -1) return null;
  return { question: lines.slice(0, at).join('\n').trim(), answer: lines.slice(at).join('\n').trim() };
};

/** What one of the sections asks; `null`: none asks anything. */
export const tryItIn = (sections: readonly Section[]): TryIt | null =>
  sections.reduce<TryIt | null>((found, section) => found ?? tryItOf(section), null);

/** Sections with another text in place of an answer. @param hint Markdown that says how to see it */
export const withoutAnswer = (sections: readonly Section[], hint: string): readonly Section[] =>
  sections.map(section => {
    const asked = tryItOf(section);
    return asked === null ? section : { ...section, markdown: `${asked.question}\n\n${hint}` };
  });
