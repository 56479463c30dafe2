/** A question of another program as an entry of one of our banks, proven by reading it again. */

import { sanitize } from '../../../core/base/sanitize.ts';
import type { Question } from '../../../core/course/course.ts';
import type { DeckQuestion } from '../../../core/transfer/deck.ts';
import { makeProblemLog } from '../../files/problem-log.ts';
import { parseBank } from '../../parse/banks/question-file.ts';
import { writeYaml } from '../../parse/yaml/write-yaml.ts';

type MadeEntry =
  | { readonly ok: true; readonly question: Question; readonly text: string }
  | { readonly ok: false; readonly why: string };

/** Texts as they may stand in a file. */
const cleaned = (value: unknown): unknown => {
  if (typeof value === 'string') return sanitize(value).trim();
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleaned(each)]));
};

/** The lines of a question under an id, with a newline at the end. */
export const bankEntry = (id: string, { entry }: DeckQuestion): MadeEntry => {
  const { id: _, ...fields } = cleaned(entry) as Record<string, unknown>;
  const text = writeYaml([{ id, ...fields }]);
  const log = makeProblemLog();
  const [question] = parseBank(text, { topic: '', path: '' }, log.file(''));
  if (question !== undefined) return { ok: true, question, text };
  const problem = log.problems.find(({ severity }) => severity === 'error');
  return { ok: false, why: problem?.message ?? 'It cannot be written as a question' };
};
