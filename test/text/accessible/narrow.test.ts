/** What commands tell at 40 columns, as a braille display has them: sentences, and no line that is cut. */
import { describe, expect, it } from 'vitest';
import type { PaperComparison } from '../../../src/core/exam/compare/compare.ts';
import type { UndoEntry } from '../../../src/core/journal/progress.ts';
import type { GroupReport } from '../../../src/core/stats/group/group.ts';
import { spokenCheck, spokenFixes } from '../../../src/text/accessible/course/spoken-check.ts';
import { spokenCourses } from '../../../src/text/accessible/course/spoken-courses.ts';
import { spokenComparison } from '../../../src/text/accessible/exam/spoken-compare.ts';
import { spokenActs, spokenRedating } from '../../../src/text/accessible/learner/spoken-progress.ts';
import { spokenGroup } from '../../../src/text/accessible/stats/spoken-group.ts';
import { spokenImport } from '../../../src/text/accessible/transfer/spoken-import.ts';
import { unheard } from '../../support/ordinary-signs.ts';

const WIDTH = 40;
const NOW = Date.UTC(2026, 10, 21, 12);

const act = (id: string, type: UndoEntry['type'], more: Partial<UndoEntry> = {}): UndoEntry => ({
  id,
  device: 'me',
  type,
  items: ['sqs-fifo'],
  count: 1,
  at: NOW - 3_600_000,
  rating: null,
  ...more,
});

/** A text as it is heard, with the test that no line is cut and none holds a sign. */
const told = (lines: readonly string[], isQuoting = false): readonly string[] => {
  expect(lines.filter(line => line.length > WIDTH && line.includes(' '))).toEqual([]);
  expect(unheard(lines.join('\n'), isQuoting)).toEqual([]);
  return lines
    .filter(line => line !== '')
    .join(' ')
    .split(/(?<=\.) (?=\S)/);
};

describe('at 40 columns', () => {
  it('a check begins with what it comes to, then tells each finding with its place and what to do', () => {
    const problem = {
      severity: 'error' as const,
      rule: 'dead-link',
      file: 'content/a/b.md',
      line: 12,
      message: 'The link "nowhere" names no topic of the course',
      hint: 'write it as content/<area>/<topic>.md names it',
    };
    const report = {
      id: 'c',
      title: 'A course',
      root: '/c',
      notes: 1,
      cards: 2,
      questions: 0,
      blueprints: 0,
      own: { remarks: 0, cards: 0 },
      problems: [problem, { ...problem, severity: 'warning' as const, line: 0, file: 'content/a/c.md' }],
      coverage: [],
      ignored: 1,
    };
    expect(told(spokenCheck(report, { width: WIDTH, verbosity: 'normal' }), true)).toEqual([
      'A course: 1 error, 1 warning.',
      '1 note, 2 cards, 0 questions, 0 exams.',
      '1 finding ignored with a reason.',
      'In content/a/b.md.',
      'Error, line 12: The link "nowhere" names no topic of the course.',
      'Try: write it as content/AREA/TOPIC.md names it.',
      'Rule dead-link.',
      'In content/a/c.md.',
      'Warning: The link "nowhere" names no topic of the course.',
      'Try: write it as content/AREA/TOPIC.md names it.',
      'Rule dead-link.',
    ]);
    const fix = {
      file: 'content/a/b.md',
      line: 3,
      before: '  checked: 20.11.2026',
      after: 'checked: 2026-11-20',
    };
    expect(told(spokenFixes([fix], WIDTH))).toEqual([
      'In content/a/b.md, line 3.',
      'Before: checked: 20.11.2026 After: checked: 2026-11-20',
    ]);
  });

  it('an import begins with what was added, and names files, places and reasons', () => {
    const report = {
      formats: [{ name: 'Anki package', files: 1 }],
      files: [
        { path: 'Spanish.md', isNew: true },
        { path: 'Verbs.md', isNew: false },
      ],
      added: { cards: 12, questions: 1 },
      known: { cards: 3, questions: 0 },
      history: { items: 4, reviews: 40, states: 0, suspended: 1, flagged: 0, known: 2 },
      remarks: [
        {
          act: 'left' as const,
          what: 'script',
          why: 'scripts are not run',
          place: { file: 'a.txt', line: 5 },
        },
      ],
      media: ['a.png', 'b.mp3'],
      batch: 'x',
    };
    const lines = told(spokenImport(report as never, false, 'study progress undo x', WIDTH));
    expect(lines[0]).toBe('Added 12 cards and 1 question, in 2 files.');
    expect(lines.join(' ')).toContain('New file: Spanish.md Added to: Verbs.md There already: 3 cards.');
    expect(lines).toContain('Script, in a.txt, line 5.');
    expect(lines).toContain('scripts are not run.');
    expect(lines.at(-1)).toContain('To take the progress back: study progress undo x');
  });

  it('acts are told by their moments, with names only where nobody can type a number', () => {
    const acts = [
      act('me-1', 'reviewed', { rating: 'good' }),
      act('you-2', 'relinked', { device: 'you', items: ['old', 'new'], count: 2 }),
    ];
    const options = { tz: 0, now: NOW, device: 'me', width: WIDTH };
    expect(told(spokenActs(acts, { ...options, isNamed: false }))).toEqual([
      '2 acts can be taken back, the latest first.',
      '1.',
      'Today at 11:00: reviewed sqs-fifo, rated good.',
      '2.',
      'Today at 11:00: moved the progress of old to new, on device you.',
    ]);
    expect(told(spokenActs(acts, { ...options, isNamed: true })).at(-1)).toBe('Its name is you-2.');
  });

  it('records of odd moments are told with what they become, and why', () => {
    const records = [{ id: 'me-1', at: NOW + 400 * 86_400_000 }];
    const run = { file: 'me.jsonl', isAhead: true, records, doubters: [], before: NOW - 60_000, after: null };
    expect(
      told(spokenRedating({ run, records: [{ id: 'me-1', at: NOW }] } as never, () => 0, NOW, WIDTH)),
    ).toEqual([
      '1 record from the future in me.jsonl; the first is me-1.',
      'Now: on Sunday 26 December 2027 at 12:00.',
      'It becomes: today at 12:00, after the record before them, of today at 11:59.',
    ]);
  });

  it('results side by side and groups are told row by row, each figure with its name', () => {
    const comparison: PaperComparison = {
      blueprint: 'mock',
      title: 'Mock exam',
      seed: 3,
      items: ['dup', 'tf'],
      results: [
        {
          label: 'anna',
          correct: 2,
          questions: 2,
          used: 600_000,
          domains: [{ id: '1', correct: 2, questions: 2 }],
          outcomes: ['right', 'right'],
        },
        { label: 'ben', correct: 1, questions: 2, used: 300_000, domains: [], outcomes: ['right', 'blank'] },
      ],
    };
    expect(told(spokenComparison(comparison, WIDTH))).toEqual([
      'anna: 2 of 2, 100 percent, in 10 minutes; domain 1, 100 percent.',
      'ben: 1 of 2, 50 percent, in 5 minutes.',
      'Mock exam, mock, seed 3, 2 questions.',
      'Questions that not all of them got right.',
      'Question 2, tf: right in anna; blank in ben.',
    ]);
    const group: GroupReport = {
      learners: [{ label: 'anna', answers: 3, right: 2 }],
      questions: [
        {
          item: 'dup',
          topic: 'sqs',
          answers: 2,
          right: 1,
          ms: 12_000,
          unsure: 1,
          sureButWrong: 0,
          options: [{ text: 'Turn on long polling', correct: false, chosen: 1 }],
          discrimination: null,
          contradicted: null,
        },
      ],
      judged: false,
    };
    const lines = told(spokenGroup(group, { width: WIDTH, verbosity: 'normal' }));
    expect(lines).toContain('anna: 3 questions, 67 percent right at first.');
    expect(lines).toContain('dup: 50 percent right of 2 answers, 12 seconds, 1 unsure.');
    expect(lines).toContain('Wrong option most chosen, 1 time: Turn on long polling.');
  });

  it('courses are told with what is to be done first', () => {
    const course = {
      id: 'notes-x1',
      title: 'My notes',
      folder: '/n',
      current: true,
      due: 3,
      new: 5,
      problem: null,
      used: NOW,
    };
    expect(told(spokenCourses([course], WIDTH, 20_778, () => 20_777))).toEqual([
      'My notes: 3 due, 5 new.',
      'Its id is notes-x1, in /n, last used yesterday, the course that is meant here.',
    ]);
  });
});
