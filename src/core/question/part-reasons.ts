import type { MatchQuestion, OrderQuestion } from '../course/course.ts';

/** A step or a pair with its own reason; `''` where it has none. */
interface PartReason {
  readonly text: string;
  readonly why: string;
}

type Parted = Pick<OrderQuestion, 'kind' | 'steps' | 'stepWhys'> | Pick<MatchQuestion, 'kind' | 'pairs'>;

/** The parts of an order, as they belong, or of a match, each with its reason. */
export const partReasons = (question: Parted): readonly PartReason[] =>
  question.kind === 'order'
    ? question.steps.map((text, i) => ({ text, why: question.stepWhys?.[i] ?? '' }))
    : question.pairs.map(({ left, right, why = '' }) => ({ text: `${left}: ${right}`, why }));

/** The parts as data: `why` only where there is one; empty where no part has a reason. */
export const reasonsShape = (question: { readonly kind: string } | Parted): object => {
  if (!('steps' in question) && !('pairs' in question)) return {};
  const parts = partReasons(question);
  return parts.every(({ why }) => why === '') ? {} : { reasons: parts };
};
