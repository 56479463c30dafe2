/** Findings of `study check` in the forms that other programs read. */
import type { RuleInfo } from '../../core/course/loader-rules.ts';
import type { Problem } from '../../core/course/problem.ts';

/** Text in a command of GitHub's workflows (docs: "Workflow commands for GitHub Actions"). */
const escapeText = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text: string): string => escapeText(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/**
 * Findings as annotations of GitHub's workflows, one line each.
 * @param prefix path of the course as seen from the repository, `''` or ending in `/`
 */
export const githubLines = (problems: readonly Problem[], prefix: string): readonly string[] =>
  problems.map(({ severity, file, line, rule, message, hint }) => {
    const place = [
      `file=${escapeProperty(prefix + file)}`,
      ...(line > 0 ? [`line=${line}`] : []),
      `title=${escapeProperty(rule)}`,
    ];
    return `::${severity} ${place.join(',')}::${escapeText(`${message}. Try: ${hint}`)}`;
  });

/** Address of a file, each part encoded. */
const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/**
 * Findings as one SARIF 2.1.0 log (OASIS, 2020-03-27), as code scanning and editors read it.
 * @param rules what there is to say of each rule
 * @param prefix path of the course as seen from the repository, `''` or ending in `/`
 */
export const sarifLog = (
  problems: readonly Problem[],
  rules: ReadonlyMap<string, RuleInfo>,
  { prefix, version }: { readonly prefix: string; readonly version: string },
): object => {
  const used = [...new Set(problems.map(({ rule }) => rule))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'study check',
            version,
            rules: used.map(id => {
              const info = rules.get(id);
              return {
                id,
                shortDescription: { text: info?.why ?? id },
                help: { text: info?.hint ?? id },
                defaultConfiguration: { level: info?.severity ?? 'warning' },
              };
            }),
          },
        },
        results: problems.map(({ rule, severity, file, line, message, hint }) => ({
          ruleId: rule,
          ruleIndex: used.indexOf(rule),
          level: severity,
          message: { text: `${message}. Try: ${hint}` },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(prefix + file) },
                ...(line > 0 && { region: { startLine: line } }),
              },
            },
          ],
        })),
      },
    ],
  };
};
