import { sanitizeLine, cutText } from '../base/sanitize.ts';
import { BANK_RULES } from './rules/bank-rules.ts';
import { BLUEPRINT_RULES } from './rules/blueprint-rules.ts';
import { CARD_RULES } from './rules/card-rules.ts';
import { DRAWING_RULES } from './rules/drawing-rules.ts';
import { EXAM_RULES } from './rules/exam-rules.ts';
import { FACT_RULES } from './rules/fact-rules.ts';
import { GLOSSARY_RULES } from './rules/glossary-rules.ts';
import { applyIgnores, IGNORE_RULES } from './ignore.ts';
import type { Ignored } from './ignore.ts';
import { KIND_RULES } from './rules/kind-rules.ts';
import { LINK_RULES } from './rules/link-rules.ts';
import type { RuleInfo } from '../course/loader-rules.ts';
import { LOADER_RULES, severityIn } from '../course/loader-rules.ts';
import type { Problem } from '../course/problem.ts';
import { OPTION_FORM_RULES } from './rules/option-form-rules.ts';
import { OPTION_RULES } from './rules/option-rules.ts';
import { REFERENCE_RULES } from './rules/reference-rules.ts';
import { RELATED_RULES } from './rules/related-rules.ts';
import { RENAME_RULES } from './rules/rename-rules.ts';
import type { CheckInput, Rule } from './rule.ts';
import { SCOPE_RULES } from './rules/scope-rules.ts';
import { TABLE_RULES } from './rules/table-rules.ts';
import { WHY_RULES } from './rules/why-rules.ts';
import { WORDING_RULES } from './rules/wording-rules.ts';

/** Rules on a whole course, beyond what reading its files finds. */
const RULES: readonly Rule[] = [
  ...REFERENCE_RULES,
  ...LINK_RULES,
  ...FACT_RULES,
  ...OPTION_RULES,
  ...EXAM_RULES,
  ...OPTION_FORM_RULES,
  ...WORDING_RULES,
  ...WHY_RULES,
  ...KIND_RULES,
  ...CARD_RULES,
  ...BANK_RULES,
  ...BLUEPRINT_RULES,
  ...SCOPE_RULES,
  ...RENAME_RULES,
  ...TABLE_RULES,
  ...DRAWING_RULES,
  ...GLOSSARY_RULES,
  ...RELATED_RULES,
];

/** Every rule there is, by id. */
export const ALL_RULES: ReadonlyMap<string, RuleInfo> = new Map<string, RuleInfo>([
  ...Object.entries(LOADER_RULES),
  ...RULES.map(({ id, severity, why, hint }): [string, RuleInfo] => [id, { severity, why, hint }]),
  ...Object.entries(IGNORE_RULES),
]);

/** Rules that find too much to be held without being asked for. */
export const OPT_IN_RULES: ReadonlySet<string> = new Set(
  RULES.filter(({ optIn }) => optIn).map(({ id }) => id),
);

/** What reading finds has to be mended; everything else an author may let stand with a reason. */
const IGNORABLE: ReadonlySet<string> = new Set(
  RULES.map(({ id }) => id).filter(id => !Object.hasOwn(LOADER_RULES, id)),
);

const LONGEST_MESSAGE = 300;

/** A line that is part of a note and of its cards is looked at several times; what is found there is one finding. */
const withoutRepeats = (found: readonly Problem[]): readonly Problem[] => [
  ...new Map(
    found.map(problem => [
      JSON.stringify([problem.rule, problem.file, problem.line, problem.message]),
      problem,
    ]),
  ).values(),
];

/**
 * Everything the rules find in a course, but for what its comments let stand.
 * @param only ids of the rules to hold; `null`: all but those that have to be asked for
 */
export const runRules = (input: CheckInput, only: ReadonlySet<string> | null = null): Ignored => {
  const found = RULES.filter(({ id, optIn }) => (only === null ? optIn !== true : only.has(id))).flatMap(
    rule =>
      rule.check(input).flatMap(({ file, line, message, hint, severity: own }): readonly Problem[] => {
        const severity = severityIn(input.course, rule.id, own ?? rule.severity);
        if (severity === null) return [];
        const text = cutText(sanitizeLine(message), LONGEST_MESSAGE);
        return [{ rule: rule.id, severity, file, line, message: text, hint: hint ?? rule.hint }];
      }),
  );
  const { problems, ignored } = applyIgnores(input, withoutRepeats(found), IGNORABLE);
  // With some rules only, a comment for another one is not unused.
  return only === null
    ? { problems, ignored }
    : { problems: problems.filter(({ rule }) => only.has(rule)), ignored };
};
