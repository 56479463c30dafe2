import { describe, expect, it } from 'vitest';
import type { CheckReport } from '../../../src/app/course/check-course.ts';
import type { Problem } from '../../../src/core/course/problem.ts';
import { checkLines, countProblems, ruleLines } from '../../../src/text/course/problems.ts';
import { makeStyle } from '../../../src/text/layout/style.ts';

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
  ignored: 0,
  own: { remarks: 0, cards: 0 },
  coverage: [
    {
      blueprint: 'dva',
      title: 'Developer',
      questions: 6,
      perPaper: 3,
      papers: 1,
      examGrade: { questions: 2, papers: 0.5 },
      domains: [
        {
          id: '1',
          title: 'One',
          weight: 60,
          questions: 5,
          perPaper: 2,
          tasks: [{ id: '1.1', title: 'Task', need: 2, have: 5, examGrade: 1 }],
        },
        { id: '10', title: 'Two', weight: 5, questions: 1, perPaper: 1, tasks: [] },
      ],
    },
  ],
});

const COVERAGE = [
  'dva  Developer',
  '  6 questions: 1 paper of 3 without a repetition',
  '  2 questions exam grade: 0.5 papers of these alone',
  '  1      60 %  5 questions                2 a paper  One',
  '    1.1        5 questions  1 exam grade  2 a paper    Task',
  '  10      5 %   1 question                1 a paper  Two',
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

  it('count the rules where there are many problems, and list every error and no rule that has many warnings', () => {
    const many = Array.from({ length: 11 }, (_, i) => problem('content/a.md', i + 1, 'warning'));
    const few = { ...problem('content/b.md', 1, 'warning'), rule: 'why-thin' };
    const lines = checkLines(report([...many, few, problem('content/c.md', 1)]), plain);
    expect(lines.filter(line => line.startsWith('content/'))).toEqual([
      'content/b.md:1  warning  why-thin  The link "x" names no topic',
      'content/c.md:1  error  dead-link  The link "x" names no topic',
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([
        'By rule',
        '   1  error    dead-link',
        '  11  warning  dead-link',
        '   1  warning  why-thin',
        'Each place of one rule: study check --rule ID',
      ]),
    );
    expect(checkLines(report(many), plain, true).filter(line => line.startsWith('content/'))).toHaveLength(
      11,
    );
  });

  it('say how many findings the course lets stand', () => {
    expect(checkLines({ ...report([]), ignored: 2 }, plain).at(-1)).toBe(
      'A course: 2 notes, 1 card, 6 questions, 1 exam; no problems, 2 ignored with a reason',
    );
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
