import type { Report } from '../../files/problem-log.ts';
import { parseYaml } from './safe-yaml.ts';

export interface YamlDocument {
  readonly value: unknown;
  readonly lines: readonly string[];
}

/** A whole file as YAML; `null` where it is none, which is then reported. */
export const parseDocument = (text: string, report: Report): YamlDocument | null => {
  const result = parseYaml(text);
  if (!result.ok) {
    report(result.rule, result.line + 1, result.message);
    return null;
  }
  if (result.controlLine !== null) {
    report('control-character', result.controlLine + 1, 'There is an escaped control character in this line');
  }
  return { value: result.value, lines: text.split('\n') };
};
