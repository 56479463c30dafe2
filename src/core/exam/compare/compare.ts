/** Results of one paper, side by side. */
import { Failure } from '../../base/failure.ts';
import { sanitizeLine } from '../../base/sanitize.ts';

/** What became of a question. */
export type Outcome = 'right' | 'wrong' | 'blank';

/** One result, as `study exam --report --json` writes it. */
interface ComparedResult {
  /** What its reader calls it: the name of its file. */
  readonly label: string;
  readonly correct: number;
  readonly questions: number;
  /** Milliseconds. */
  readonly used: number;
  readonly domains: readonly { readonly id: string; readonly correct: number; readonly questions: number }[];
  readonly outcomes: readonly Outcome[];
}

/** Results of one paper side by side. */
export interface PaperComparison {
  readonly blueprint: string;
  readonly title: string;
  readonly seed: number;
  readonly items: readonly string[];
  readonly results: readonly ComparedResult[];
}

/** A result as it stands in a file. */
export interface ResultFile {
  readonly label: string;
  readonly text: string;
}

type Shape = Readonly<Record<string, unknown>>;

const isShape = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? sanitizeLine(value) : '');
const numberOf = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : 0;
const listOf = (value: unknown): readonly Shape[] => (Array.isArray(value) ? value.filter(isShape) : []);

const notResult = (label: string): Failure =>
  new Failure('data', 'This is no result of an exam', {
    code: 'not-a-result',
    place: sanitizeLine(label),
    try: 'study exam --report --json > FILE writes one',
  });

interface ReadResult extends ComparedResult {
  readonly blueprint: string;
  readonly title: string;
  readonly seed: number;
  readonly items: readonly string[];
  /** What tells two papers apart: the questions with their texts, in order. */
  readonly paper: string;
}

const readResult = ({ label, text }: ResultFile): ReadResult => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw notResult(label);
  }
  if (!isShape(value) || !isShape(value['blueprint']) || !isShape(value['score'])) throw notResult(label);
  const { blueprint, score } = value as { blueprint: Shape; score: Shape };
  const questions = listOf(value['questions']);
  if (questions.length === 0 || typeof value['seed'] !== 'number') throw notResult(label);
  return {
    label: sanitizeLine(label),
    blueprint: textOf(blueprint['id']),
    title: textOf(blueprint['title']),
    seed: value['seed'],
    correct: numberOf(score['correct']),
    questions: numberOf(score['questions']),
    used: numberOf(value['used']),
    domains: listOf(value['domains']).map(domain => ({
      id: textOf(domain['id']),
      correct: numberOf(domain['correct']),
      questions: numberOf(domain['questions']),
    })),
    items: questions.map(({ item }) => textOf(item)),
    outcomes: questions.map(({ correct, verdict }) =>
      correct === true ? 'right' : verdict === null ? 'blank' : 'wrong',
    ),
    paper: JSON.stringify(questions.map(({ item, text: stem }) => [item, stem])),
  };
};

/**
 * Puts results of one paper side by side.
 * @throws Failure `data` for what is no result, `usage` for fewer than two or for results of different papers
 */
export const compareResults = (files: readonly ResultFile[]): PaperComparison => {
  const results = files.map(readResult);
  const [first] = results;
  if (first === undefined || results.length < 2)
    throw new Failure('usage', 'A comparison needs two results', {
      code: 'one-result',
      try: 'study exam --compare anna.json ben.json',
    });
  for (const each of results) {
    if (each.blueprint === first.blueprint && each.seed === first.seed && each.paper === first.paper)
      continue;
    const why =
      each.blueprint !== first.blueprint
        ? `exams ${first.blueprint} and ${each.blueprint}`
        : each.seed !== first.seed
          ? `seeds ${first.seed} and ${each.seed}`
          : 'the course changed between them';
    throw new Failure('usage', `${first.label} and ${each.label} are of different papers: ${why}`, {
      code: 'unequal-papers',
      place: each.label,
      try: 'sit the same one: study exam --seed NUMBER, with the same version of the course',
    });
  }
  const { blueprint, title, seed, items } = first;
  return {
    blueprint,
    title,
    seed,
    items,
    results: results.map(({ label, correct, questions, used, domains, outcomes }) => ({
      label,
      correct,
      questions,
      used,
      domains,
      outcomes,
    })),
  };
};
