/**
 * An answer that is being made: what is chosen, moved, paired or typed so far. It ends as the very line that plain
 * sessions read, so that both are judged by the same rules.
 */
import type { Presented } from '../../core/question/present.ts';
import { countWord } from '../../core/question/grade.ts';
import { leftLetter } from '../../core/question/read-answer.ts';
import { moveBy } from './list.ts';
import type { TextField } from './text-field.ts';
import { editField, EMPTY_FIELD, fieldText, insertText } from './text-field.ts';
import { capital } from '../../text/layout/columns.ts';

/** An answer that is being given. */
export type AnswerDraft =
  /** `chosen`: places of options counted from 0; with `one` the cursor chooses. */
  | {
      readonly kind: 'choice';
      readonly mode: 'one' | 'many';
      readonly words: 'numbers' | 'truth';
      readonly options: number;
      readonly cursor: number;
      readonly chosen: ReadonlySet<number>;
    }
  /** `steps`: places as shown, counted from 0, in the order they stand in now. */
  | {
      readonly kind: 'order';
      readonly cursor: number;
      readonly hand: 'free' | 'holding';
      readonly steps: readonly number[];
    }
  /** `pairs`: for each left side the place of a right one, counted from 0, or none yet. */
  | {
      readonly kind: 'match';
      readonly cursor: number;
      readonly rights: number;
      readonly pairs: readonly (number | null)[];
    }
  | { readonly kind: 'typed'; readonly field: TextField };

/** The empty answer to a question. */
export const makeDraft = (shown: Presented): AnswerDraft => {
  switch (shown.kind) {
    case 'single':
    case 'multiple':
      return {
        kind: 'choice',
        mode: shown.kind === 'single' ? 'one' : 'many',
        words: 'numbers',
        options: shown.options.length,
        cursor: 0,
        chosen: new Set(),
      };
    case 'true-false':
      return { kind: 'choice', mode: 'one', words: 'truth', options: 2, cursor: 0, chosen: new Set() };
    case 'order':
      return { kind: 'order', cursor: 0, hand: 'free', steps: shown.steps.map((_, i) => i) };
    case 'match':
      return {
        kind: 'match',
        cursor: 0,
        rights: shown.rights.length,
        pairs: shown.lefts.map(() => null),
      };
    case 'numeric':
    case 'text':
      return { kind: 'typed', field: EMPTY_FIELD };
  }
};

const TRUTH = ['true', 'false'];

/** The answer as the line a plain session would read; empty while there is none. */
export const draftLine = (draft: AnswerDraft): string => {
  switch (draft.kind) {
    case 'choice':
      if (draft.words === 'truth') return TRUTH[draft.cursor] ?? '';
      return draft.mode === 'one'
        ? String(draft.cursor + 1)
        : [...draft.chosen]
            .sort((a, b) => a - b)
            .map(index => index + 1)
            .join(',');
    case 'order':
      return draft.steps.map(step => step + 1).join(' ');
    case 'match':
      return draft.pairs
        .flatMap((right, i) => (right === null ? [] : [`${leftLetter(i)}=${right + 1}`]))
        .join(' ');
    case 'typed':
      return fieldText(draft.field).trim();
  }
};

/** The keys that choose from what is shown: `1-4`; `undefined` where none does. */
export const choosingKeys = (draft: AnswerDraft): string | undefined => {
  if (draft.kind === 'choice' && draft.words === 'truth') return undefined;
  const most = draft.kind === 'choice' ? draft.options : draft.kind === 'match' ? draft.rights : 0;
  return most === 0 ? undefined : `1-${Math.min(9, most)}`;
};

/** What is still missing from an answer, as a sentence without its stop; `null`: it can be judged. */
export const missingFrom = (draft: AnswerDraft, shown: Presented): string | null => {
  switch (draft.kind) {
    case 'choice': {
      if (shown.kind !== 'multiple' || draft.chosen.size === shown.choose) return null;
      const wanted = countWord(shown.choose).toUpperCase();
      const chosen =
        draft.chosen.size === 0
          ? 'none is'
          : draft.chosen.size === 1
            ? 'one is'
            : `${countWord(draft.chosen.size)} are`;
      return `Select ${wanted}: ${chosen} chosen`;
    }
    case 'match': {
      const open = draft.pairs.filter(right => right === null).length;
      if (open === 0) return null;
      const count = countWord(open);
      const lines = open === 1 ? 'line has' : 'lines have';
      return `${capital(count)} ${lines} no number yet`;
    }
    case 'typed':
      return draftLine(draft) === '' ? 'Type an answer, or press tab to skip' : null;
    case 'order':
      return null;
  }
};

/**
 * What is wrong with a key that stands for a number, as a sentence without its stop; `null`: it fits. `key` may be
 * `t` or `f` too.
 */
export const wrongNumber = (draft: AnswerDraft, key: string): string | null => {
  const most = draft.kind === 'choice' ? draft.options : draft.kind === 'match' ? draft.rights : 0;
  return !/^\d$/.test(key) || Number(key) <= most ? null : `Choose 1 to ${most}`;
};

const toggled = (chosen: ReadonlySet<number>, index: number): ReadonlySet<number> => {
  const next = new Set(chosen);
  if (!next.delete(index)) next.add(index);
  return next;
};

/** Swaps a step with its neighbour. */
const moved = (steps: readonly number[], from: number, by: number): readonly number[] => {
  const to = moveBy(from, steps.length, by);
  const next = [...steps];
  [next[from], next[to]] = [steps[to] ?? 0, steps[from] ?? 0];
  return next;
};

type Of<K extends AnswerDraft['kind']> = Extract<AnswerDraft, { kind: K }>;

const pressChoice = (draft: Of<'choice'>, action: string, key: string): AnswerDraft => {
  const { cursor, options, mode, chosen } = draft;
  switch (action) {
    case 'up':
    case 'down':
      return { ...draft, cursor: moveBy(cursor, options, action === 'up' ? -1 : 1) };
    case 'choose': {
      const index = key === 't' ? 0 : key === 'f' ? 1 : Number(key) - 1;
      if (index >= options) return draft;
      return { ...draft, cursor: index, chosen: mode === 'many' ? toggled(chosen, index) : chosen };
    }
    case 'toggle':
      return mode === 'many' ? { ...draft, chosen: toggled(chosen, cursor) } : draft;
    default:
      return draft;
  }
};

const pressOrder = (draft: Of<'order'>, action: string): AnswerDraft => {
  const { cursor, hand, steps } = draft;
  const by = action === 'up' || action === 'move-up' ? -1 : 1;
  switch (action) {
    case 'up':
    case 'down':
    case 'move-up':
    case 'move-down': {
      const carries = hand === 'holding' || action.startsWith('move');
      return {
        ...draft,
        cursor: moveBy(cursor, steps.length, by),
        steps: carries ? moved(steps, cursor, by) : steps,
      };
    }
    case 'toggle':
      return { ...draft, hand: hand === 'free' ? 'holding' : 'free' };
    default:
      return draft;
  }
};

const pressMatch = (draft: Of<'match'>, action: string, key: string): AnswerDraft => {
  const { cursor, pairs, rights } = draft;
  const put = (right: number | null): readonly (number | null)[] => pairs.with(cursor, right);
  switch (action) {
    case 'up':
    case 'down':
      return { ...draft, cursor: moveBy(cursor, pairs.length, action === 'up' ? -1 : 1) };
    case 'choose': {
      const right = Number(key) - 1;
      if (right >= rights) return draft;
      return { ...draft, pairs: put(right), cursor: moveBy(cursor, pairs.length, 1) };
    }
    case 'earlier':
    case 'later': {
      const now = pairs[cursor] ?? null;
      const by = action === 'earlier' ? -1 : 1;
      return {
        ...draft,
        pairs: put(now === null ? (by < 0 ? rights - 1 : 0) : (now + by + rights) % rights),
      };
    }
    case 'delete-before':
      return { ...draft, pairs: put(null) };
    default:
      return draft;
  }
};

/**
 * What a key makes of an answer; the same draft where it means nothing to it.
 * @param key the name of the key, for those that stand for a number
 */
export const pressDraft = (draft: AnswerDraft, action: string, key: string): AnswerDraft => {
  switch (draft.kind) {
    case 'choice':
      return pressChoice(draft, action, key);
    case 'order':
      return pressOrder(draft, action);
    case 'match':
      return pressMatch(draft, action, key);
    case 'typed': {
      const field = editField(draft.field, action);
      return field === null ? draft : { kind: 'typed', field };
    }
  }
};

/** Types or pastes into an answer that is typed. */
export const typeDraft = (draft: AnswerDraft, text: string): AnswerDraft =>
  draft.kind === 'typed' ? { kind: 'typed', field: insertText(draft.field, text) } : draft;
