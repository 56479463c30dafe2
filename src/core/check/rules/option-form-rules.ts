/** What gives a right option away by its form. */
import { plainText } from '../../course/plain-text.ts';
import { choices, distractorsOf, keysOf, lengthOf, lengthRatio, onItem, onText } from '../question-parts.ts';
import { quoted } from '../../base/sanitize.ts';
import type { Rule } from '../rule.ts';

/** Longest option against the shortest, for drills. */
const MOST_RATIO = 2;

const optionRatio: Rule = {
  id: 'option-ratio',
  severity: 'warning',
  why: 'an option that is much longer or shorter than the others is noticed before it is read',
  hint: 'cut the longest option or say more in the shortest',
  check: input =>
    choices(input).flatMap(question => {
      const ratio = question.grade === 'exam' ? null : lengthRatio(question);
      if (ratio === null || ratio <= MOST_RATIO) return [];
      return [
        onItem(question, `The longest option has ${ratio.toFixed(1)} times the characters of the shortest`),
      ];
    }),
};

/** By how much, and by how many characters, a key sticks out. */
const STICKS_OUT = { longer: 1.25, byMore: 12, shorter: 0.8, byLess: 8 } as const;

const keySticksOut: Rule = {
  id: 'key-sticks-out',
  severity: 'warning',
  why: 'who always takes the odd one must not be right',
  hint: 'bring the right option to the length of the others',
  check: input =>
    choices(input).flatMap(question => {
      const [key] = keysOf(question);
      if (question.kind !== 'single' || key === undefined) return [];
      const length = lengthOf(key);
      const others = distractorsOf(question).map(lengthOf);
      const [longest, shortest] = [Math.max(...others), Math.min(...others)];
      if (length > STICKS_OUT.longer * longest && length - longest >= STICKS_OUT.byMore) {
        return [
          onText(
            input,
            question,
            key.text,
            `The right option has ${length} characters, the longest other ${longest}`,
          ),
        ];
      }
      if (length < STICKS_OUT.shorter * shortest && shortest - length >= STICKS_OUT.byLess) {
        return [
          onText(
            input,
            question,
            key.text,
            `The right option has ${length} characters, the shortest other ${shortest}`,
          ),
        ];
      }
      return [];
    }),
};

const multipleLength: Rule = {
  id: 'multiple-length',
  severity: 'warning',
  why: 'where all right options are longer, or all shorter, than the others, length alone gives the answer',
  hint: 'make one right option shorter or one wrong option longer, or the reverse',
  check: input =>
    choices(input).flatMap(question => {
      if (question.kind !== 'multiple') return [];
      const keys = keysOf(question).map(lengthOf);
      const others = distractorsOf(question).map(lengthOf);
      const how =
        Math.min(...keys) > Math.max(...others)
          ? 'longer'
          : Math.max(...keys) < Math.min(...others)
            ? 'shorter'
            : null;
      return how === null ? [] : [onItem(question, `Every right option is ${how} than every other option`)];
    }),
};

const ABSOLUTE =
  /\b(?:always|never|completely|entirely|impossible|for ever|forever|nobody|no one|nothing|none)\b/i;

const optionAbsolute: Rule = {
  id: 'option-absolute',
  severity: 'warning',
  why: 'words such as always and never mark an option as wrong',
  hint: 'name the limit itself: after 15 minutes, up to 6 MB',
  check: input =>
    choices(input).flatMap(question =>
      keysOf(question).some(({ text }) => ABSOLUTE.test(plainText(text)))
        ? []
        : distractorsOf(question).flatMap(({ text }) => {
            const found = ABSOLUTE.exec(plainText(text))?.[0];
            if (found === undefined) return [];
            return [
              onText(input, question, text, `${quoted(found)} stands in a wrong option and in no right one`),
            ];
          }),
    ),
};

const NONE =
  /^(?:none|nothing|neither|no (?:change|difference|reason|problem|cost)|all of|both of|it is right|nobody|no one)\b/i;

const optionNone: Rule = {
  id: 'option-none',
  severity: 'warning',
  why: '"none of the above" in other words tests nothing, and is mostly wrong',
  hint: 'write a real alternative that somebody might choose',
  check: input =>
    choices(input).flatMap(question =>
      question.options
        .filter(({ text }) => NONE.test(plainText(text)))
        .map(({ text }) =>
          onText(input, question, text, `The option ${quoted(text)} says that nothing fits`),
        ),
    ),
};

const REASON =
  /,? (?:because|since|although|even though)\b|, which (?:is|are|has|lags|takes|needs|cannot|does|would)\b/;
const KEY_REASON = /\b(?:because|since|although|which)\b/;

const optionReason: Rule = {
  id: 'option-reason',
  severity: 'warning',
  why: 'an option that argues for or against itself, where the right one does not, gives itself away',
  hint: 'move the reason into why:',
  check: input =>
    choices(input).flatMap(question =>
      keysOf(question).some(({ text }) => KEY_REASON.test(plainText(text)))
        ? []
        : distractorsOf(question)
            .filter(({ text }) => REASON.test(plainText(text)))
            .map(({ text }) =>
              onText(input, question, text, 'The wrong option carries a reason, and no right one does'),
            ),
    ),
};

const optionStop: Rule = {
  id: 'option-stop',
  severity: 'warning',
  why: 'full stops on some options only look like a sign',
  hint: 'end all options with a full stop, or none',
  check: input =>
    choices(input).flatMap(question => {
      const stops = question.options.filter(({ text }) => text.trimEnd().endsWith('.')).length;
      return stops === 0 || stops === question.options.length
        ? []
        : [onItem(question, `${stops} of ${question.options.length} options end with a full stop`)];
    }),
};

/** Rules about the form of options, by which a key can be guessed. */
export const OPTION_FORM_RULES: readonly Rule[] = [
  optionRatio,
  keySticksOut,
  multipleLength,
  optionAbsolute,
  optionNone,
  optionReason,
  optionStop,
];
