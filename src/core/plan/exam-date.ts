/** What a date that was typed for an exam means, and whether the exam is held on that day. */
import { dateToDay } from '../base/civil-day.ts';
import type { Blueprint } from '../course/course.ts';
import { readDate } from './read-date.ts';

/** `outside`: the exam is not held on that day; `instead` is one that is. */
export type ExamDate =
  | { readonly is: 'empty' }
  | { readonly is: 'unclear' }
  | { readonly is: 'past'; readonly day: number }
  | { readonly is: 'outside'; readonly day: number; readonly instead: Blueprint | null }
  | { readonly is: 'day'; readonly day: number };

const holds = ({ valid }: Blueprint, day: number): boolean => {
  const from = dateToDay(valid.from ?? '');
  const to = dateToDay(valid.to ?? '');
  return (from === null || from <= day) && (to === null || day <= to);
};

/** The exam that takes the place of another on a day: what follows it, or what it follows. */
const insteadOf = (blueprint: Blueprint, blueprints: readonly Blueprint[], day: number): Blueprint | null => {
  const seen = new Set([blueprint.id]);
  let next = blueprints.find(({ id }) => id === blueprint.successor);
  while (next !== undefined && !seen.has(next.id)) {
    if (holds(next, day)) return next;
    seen.add(next.id);
    const { successor } = next;
    next = blueprints.find(({ id }) => id === successor);
  }
  return blueprints.find(each => each.successor === blueprint.id && holds(each, day)) ?? null;
};

/** @param blueprint the exam; `null`: any day will do */
export const examDateOf = (
  text: string,
  today: number,
  blueprint: Blueprint | null,
  blueprints: readonly Blueprint[],
): ExamDate => {
  if (text.trim() === '') return { is: 'empty' };
  const day = readDate(text, today);
  if (day === null) return { is: 'unclear' };
  if (day < today) return { is: 'past', day };
  if (blueprint !== null && !holds(blueprint, day))
    return { is: 'outside', day, instead: insteadOf(blueprint, blueprints, day) };
  return { is: 'day', day };
};
