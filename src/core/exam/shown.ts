/** Turns the questions of a paper into what screens show and answers are judged by, and back. */
import type { FixedQuestion } from '../course/course.ts';
import { questionFingerprint } from '../course/keys.ts';
import type { Presentation, Presented } from '../question/present.ts';
import type { PaperContent, PaperPlace, PaperQuestion } from '../journal/paper.ts';

const contentOf = (shown: Presented): PaperContent => {
  switch (shown.kind) {
    case 'single':
    case 'multiple':
      return {
        kind: shown.kind,
        options: shown.options.map(({ text, correct, why }) => ({ text, correct, why })),
      };
    case 'true-false': {
      const { answer, why } = shown.question;
      return { kind: shown.kind, answer, why };
    }
    case 'numeric': {
      const { answer, unit, tolerance, why } = shown.question;
      return { kind: shown.kind, answer, unit, tolerance, why };
    }
    case 'order': {
      const { steps, stepWhys, why } = shown.question;
      return {
        kind: shown.kind,
        steps,
        shown: shown.steps,
        ...(stepWhys === undefined ? {} : { stepWhys }),
        why,
      };
    }
    case 'match': {
      const { pairs, why } = shown.question;
      return {
        kind: shown.kind,
        pairs: pairs.map(({ left, right, why: reason }) => ({
          left,
          right,
          ...(reason === undefined ? {} : { why: reason }),
        })),
        rights: shown.rights,
        why,
      };
    }
    case 'text': {
      const { accept, why } = shown.question;
      return { kind: shown.kind, accept, why };
    }
  }
};

/** Puts a question that was presented into a paper. */
export const paperQuestion = (
  { shown, seed }: Presentation,
  place: Pick<PaperPlace, 'domain' | 'task' | 'scored'>,
): PaperQuestion => {
  const { question } = shown;
  return {
    item: question.key,
    topic: question.topic,
    section: question.section,
    ...place,
    seed,
    question: questionFingerprint(question),
    stem: question.stem,
    ...('grade' in question && question.grade !== undefined ? { grade: question.grade } : {}),
    ...contentOf(shown),
  };
};

const baseOf = ({ item, topic, section, stem }: PaperQuestion) =>
  ({
    type: 'question',
    key: item,
    topic,
    section,
    stem,
    path: '',
    line: 0,
    tasks: [],
    level: 'apply',
    sources: [],
    checked: '',
  }) as const satisfies Partial<FixedQuestion>;

/**
 * A question of a paper as every other question is shown. What only the question file knows (its place, sources
 * and level) is left empty.
 */
export const presentedOf = (question: PaperQuestion): Presented => {
  const base = baseOf(question);
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const { kind, options } = question;
      const choose = options.filter(option => option.correct).length;
      return { kind, question: { ...base, kind, options, keepOrder: true }, options, choose };
    }
    case 'true-false': {
      const { kind, answer, why } = question;
      return { kind, question: { ...base, kind, answer, why } };
    }
    case 'numeric': {
      const { kind, answer, unit, tolerance, why } = question;
      return { kind, question: { ...base, kind, answer, unit, tolerance, why } };
    }
    case 'order': {
      const { kind, steps, shown, stepWhys, why } = question;
      const whys = stepWhys === undefined ? {} : { stepWhys };
      return { kind, question: { ...base, kind, steps, ...whys, why }, steps: shown };
    }
    case 'match': {
      const { kind, pairs, rights, why } = question;
      const decoys = rights.filter(right => pairs.every(pair => pair.right !== right));
      const lefts = pairs.map(pair => pair.left);
      return { kind, question: { ...base, kind, pairs, decoys, why }, lefts, rights };
    }
    case 'text': {
      const { kind, accept, why } = question;
      return { kind, question: { ...base, kind, accept, why } };
    }
  }
};
