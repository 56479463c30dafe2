import { describe, expect, it } from 'vitest';
import { githubLines, sarifLog } from '../../../src/text/course/problem-formats.ts';

const PROBLEMS = [
  {
    rule: 'dead-link',
    severity: 'error',
    file: 'a b/c,d.md',
    line: 3,
    message: '100% wrong:\nreally',
    hint: 'mend it',
  },
  { rule: 'file-name', severity: 'warning', file: 'x.md', line: 0, message: 'Odd', hint: 'rename it' },
] as const;

describe('findings for other programs', () => {
  it('are annotations of GitHub, in which nothing of a message ends it', () => {
    expect(githubLines(PROBLEMS, 'course/')).toEqual([
      '::error file=course/a b/c%2Cd.md,line=3,title=dead-link::100%25 wrong:%0Areally. Try: mend it',
      '::warning file=course/x.md,title=file-name::Odd. Try: rename it',
    ]);
  });

  it('are a SARIF log with every rule that was broken, and places as addresses', () => {
    const rules = new Map([['dead-link', { severity: 'error', why: 'because', hint: 'do' }]] as const);
    const log = sarifLog(PROBLEMS, rules, { prefix: '', version: '1.2.3' });
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'study check',
              version: '1.2.3',
              rules: [{ id: 'dead-link' }, { id: 'file-name' }],
            },
          },
          results: [
            {
              ruleId: 'dead-link',
              ruleIndex: 0,
              level: 'error',
              locations: [
                {
                  physicalLocation: { artifactLocation: { uri: 'a%20b/c%2Cd.md' }, region: { startLine: 3 } },
                },
              ],
            },
            { ruleId: 'file-name', ruleIndex: 1, level: 'warning' },
          ],
        },
      ],
    });
    expect(JSON.stringify(log)).not.toContain('"startLine":0');
  });
});
