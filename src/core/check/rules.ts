import type { Problem } from '../problem.ts';
import { sanitizeLine } from '../sanitize.ts';
import { BANK_RULES } from './bank-rules.ts';
import { BLUEPRINT_RULES } from './blueprint-rules.ts';
import { FACT_RULES } from './fact-rules.ts';
import { LINK_RULES } from './link-rules.ts';
import type { RuleInfo } from './loader-rules.ts';
import { LOADER_RULES } from './loader-rules.ts';
import { OPTION_RULES } from './option-rules.ts';
import { cutText } from './quote.ts';
import { REFERENCE_RULES } from './reference-rules.ts';
import type { CheckInput, Rule } from './rule.ts';

/** Rules on a whole course, beyond what reading its files finds. */
export const RULES: readonly Rule[] = [
  ...REFERENCE_RULES,
  ...LINK_RULES,
  ...FACT_RULES,
  ...OPTION_RULES,
  ...BANK_RULES,
  ...BLUEPRINT_RULES,
];

/** Every rule there is, by id. */
export const ALL_RULES: ReadonlyMap<string, RuleInfo> = new Map<string, RuleInfo>([
  ...Object.entries(LOADER_RULES),
  ...RULES.map(({ id, severity, why, hint }): [string, RuleInfo] => [id, { severity, why, hint }]),
]);

const LONGEST_MESSAGE = 300;

/** Everything the rules find in a course. */
export const runRules = (input: CheckInput): readonly Problem[] =>
  RULES.flatMap(rule =>
    rule.check(input).map(({ file, line, message, hint }) => ({
      rule: rule.id,
      severity: rule.severity,
      file,
      line,
      message: cutText(sanitizeLine(message), LONGEST_MESSAGE),
      hint: hint ?? rule.hint,
    })),
  );
