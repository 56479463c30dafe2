import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/app/check-course.ts';
import type { Problem } from '../../src/core/problem.ts';
import { checkLines, countProblems, ruleLines } from '../../src/text/problems.ts';
import { makeStyle } from '../../src/text/style.ts';

const plain = makeStyle(false);

const problem = (file: string, line: number, severity: Problem['severity'] = 'error'): Problem => ({
  rule: 'dead-link',
  severity,
  file,
  line,
  message: 'The link "x" names no topic',
  hint: 'write [text](topic)',
});

const report = (problems: readonly Problem[]): CheckReport => ({
  root: '/c',
  id: 'c',
  title: 'A course',
  notes: 2,
  cards: 1,
  questions: 6,
  blueprints: 1,
  problems,
  coverage: [
    {
      blueprint: 'dva',
      title: 'Developer',
      questions: 6,
      perPaper: 3,
      papers: 1,
      domains: [
        { id: '1', title: 'One', weight: 60, questions: 5, perPaper: 2 },
        { id: '10', title: 'Two', weight: 5, questions: 1, perPaper: 1 },
      ],
    },
  ],
});

const COVERAGE = [
  'dva  Developer',
  '  6 questions: 1 paper of 3 without a repetition',
  '  1   60 %  5 questions  2 a paper  One',
  '  10   5 %   1 question  1 a paper  Two',
  '',
];

describe('the lines of study check', () => {
  it('name place, severity, rule and what to do, with a gap between files', () => {
    expect(
      checkLines(
        report([
          problem('content/a.md', 3),
          problem('content/a.md', 0, 'warning'),
          problem('content/b.md', 12),
        ]),
        plain,
      ),
    ).toEqual([
      'content/a.md:3  error  dead-link  The link "x" names no topic',
      '    write [text](topic)',
      'content/a.md  warning  dead-link  The link "x" names no topic',
      '    write [text](topic)',
      '',
      'content/b.md:12  error  dead-link  The link "x" names no topic',
      '    write [text](topic)',
      '',
      ...COVERAGE,
      'A course: 2 notes, 1 card, 6 questions, 1 exam; 2 errors, 1 warning',
    ]);
  });

  it('end with a sentence that says so when nothing is wrong', () => {
    expect(checkLines(report([]), plain)).toEqual([
      ...COVERAGE,
      'A course: 2 notes, 1 card, 6 questions, 1 exam; no problems',
    ]);
    expect(checkLines({ ...report([]), coverage: [] }, plain)).toEqual([
      'A course: 2 notes, 1 card, 6 questions, 1 exam; no problems',
    ]);
  });

  it('count errors and warnings apart', () => {
    expect(countProblems([])).toBe('no problems');
    expect(countProblems([problem('a', 1)])).toBe('1 error');
    expect(countProblems([problem('a', 1, 'warning'), problem('a', 1, 'warning')])).toBe('2 warnings');
  });

  it('list rules with their reasons', () => {
    const rules = new Map([['a-rule', { severity: 'warning' as const, why: 'because', hint: 'do this' }]]);
    expect(ruleLines(rules, plain)).toEqual(['a-rule  warning', '    because', '    do this']);
  });

  it('say in words what colours say', () => {
    const coloured = checkLines(report([problem('content/a.md', 3)]), makeStyle(true)).join('\n');
    expect(coloured).toContain('\u001b[');
    expect(coloured).toContain('error');
  });
});
