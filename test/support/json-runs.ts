/** Runs of every command with `--json`, one after another on one home, so that each has something to tell. */

interface JsonRun {
  /** Name of the entry of `scripts/lib/json-output/commands.ts` that says what it prints. */
  readonly prints: string;
  readonly args: readonly string[];
  /** All of stdin. */
  readonly input?: string;
  /** Exit code; 0 where it is not said. */
  readonly code?: number;
  /** Folder of the course, and home, where it is another one. */
  readonly course?: string;
  readonly home?: string;
}

/** Lines of a session that get something of every kind of notice; never three refused in a row. */
const SESSION = `
1
:flag why so?
:note
:?

nine
:u

3
:u
:skip
:remark A remark of mine.
:remark

4
:nonsense
:bury
:suspend

1
:quit
`;
const EXAM = `1
:p
:n
:flag
:unsure
:strike 1
:strike 9
:go 2
:go 99
:grid
:time
:?
:pause
1
:resume
:n
:clear
:nonsense
:p
:n
:n
1
:end
no
:end
yes
`;

/** Folders that the runs need. */
export interface JsonFolders {
  /** What is written goes there; it holds an empty folder `shared`. */
  readonly work: string;
  /** A course with errors. */
  readonly broken: string;
  /** The course without the card `mem-crosses`. */
  readonly smaller: string;
  /** The course with the id `other`. */
  readonly other: string;
  /** A home with more than 400 reviews. */
  readonly many: string;
  /** Homes of learners. */
  readonly group: string;
}

export const jsonRuns = (at: JsonFolders): readonly JsonRun[] => [
  { prints: 'study', args: [] },
  { prints: 'study', args: ['today'] },
  { prints: 'study config', args: ['config'] },
  { prints: 'study config list', args: ['config', 'list'] },
  { prints: 'study config get', args: ['config', 'get', 'theme'] },
  { prints: 'study config set', args: ['config', 'set', 'newPerDay', '30'] },
  { prints: 'study config reset', args: ['config', 'reset', 'newPerDay', 'theme'] },
  { prints: 'study cards', args: ['cards', '--in-order'], input: SESSION },
  {
    prints: 'study quiz',
    args: ['quiz', '--seed', '3'],
    input: '1\n1,2\n:why\ntrue\n\n1 2 3\na=1 b=2\nosmosis\n3\n',
  },
  { prints: 'study quiz', args: ['quiz', '--seed', '4'], input: '4\n1\nfalse\n7\n2 1 3\na=2 b=1\nx\n3\n' },
  { prints: 'study review', args: ['review'], input: SESSION },
  { prints: 'study setup', args: ['setup', '--exam', 'midterm', '--on', '2026-12-20', '--minutes', '30'] },
  { prints: 'study review', args: ['review'], input: '\n1\n\n3\n1\n2\n' },
  { prints: 'study diagnose', args: ['diagnose'], input: '\n3\n\n1\n\n4\n' },
  { prints: 'study plan', args: ['plan'] },
  { prints: 'study readiness', args: ['readiness'] },
  { prints: 'study', args: [] },
  { prints: 'study why', args: ['why', 'mem-made-of'] },
  { prints: 'study why', args: ['why', 'tra-practice'] },
  { prints: 'study exam --end', args: ['exam', '--abandon', '--force'] },
  { prints: 'study exam', args: ['exam', '--seed', '1', '-n', '2'], input: '1\n:end\nyes\n' },
  { prints: 'study exam', args: ['exam', '--seed', '1'], input: EXAM },
  { prints: 'study exam', args: ['exam', '--practice', '--minutes', '5'], input: EXAM },
  { prints: 'study exam', args: ['exam', '--new', '--seed', '2'], input: '1\n' },
  { prints: 'study exam', args: ['exam', '--resume'], input: '2\n' },
  { prints: 'study exam --history', args: ['exam', '--history'] },
  { prints: 'study', args: [] },
  { prints: 'study exam --end', args: ['exam', '--end', '--force'] },
  { prints: 'study quiz', args: ['exam', '--redo'], input: '1\n' },
  { prints: 'study exam --history', args: ['exam', '--history'] },
  { prints: 'study exam --list', args: ['exam', '--list'] },
  { prints: 'study exam --print', args: ['exam', '--print', '--seed', '1'] },
  { prints: 'study exam --print', args: ['exam', '--print', '--key'] },
  { prints: 'study exam --print', args: ['exam', '--print', '--no-key'] },
  { prints: 'study exam --report', args: ['exam', '--report'] },
  { prints: 'study exam --check', args: ['exam', '--check'], code: 1 },
  { prints: 'study exam --html', args: ['exam', '--html', `${at.work}/report.html`] },
  { prints: 'study exam --result', args: ['exam', '--result', '71'] },
  {
    prints: 'study exam --compare',
    args: ['exam', '--compare', `${at.work}/one.json`, `${at.work}/two.json`],
  },
  { prints: 'study notes', args: ['notes'] },
  { prints: 'study notes <topic>', args: ['notes', 'membranes'] },
  { prints: 'study notes --terms', args: ['notes', 'membranes', '--terms'], course: at.other },
  { prints: 'study glossary', args: ['glossary'], course: at.other },
  { prints: 'study glossary <term>', args: ['glossary', 'mbr'], course: at.other },
  { prints: 'study notes --exam', args: ['notes', '--exam', 'midterm'] },
  { prints: 'study search', args: ['search', 'membrane'] },
  { prints: 'study search', args: ['search', 'membrain'] },
  { prints: 'study search', args: ['search', 'qqqqqqq'] },
  { prints: 'study calc', args: ['calc', '--list'] },
  { prints: 'study calc <id>', args: ['calc', 'rcu', '--reads', '16', '--item-size', '12KB'] },
  {
    prints: 'study calc <id>',
    args: ['calc', 'lambda', '--requests', '1M', '--duration', '120ms', '--memory', '512MB'],
  },
  { prints: 'study calc --practice', args: ['calc', 'rcu', '--practice', '--seed', '1'] },
  { prints: 'study topics', args: ['topics'] },
  { prints: 'study topics', args: ['topics', '--exam', 'midterm', '--domain', '1', '--kind', 'card'] },
  { prints: 'study list', args: ['list'] },
  { prints: 'study list <list>', args: ['list', 'flagged'] },
  { prints: 'study list <list>', args: ['list', 'missed', '--all'] },
  { prints: 'study list <list>', args: ['list', 'suspended'] },
  { prints: 'study list yours', args: ['list', 'yours'] },
  { prints: 'study stats', args: ['stats'] },
  { prints: 'study stats', args: ['stats', 'membranes', '--as-of', '2026-11-23'] },
  { prints: 'study stats --html', args: ['stats', '--html', `${at.work}/stats.html`] },
  { prints: 'study stats --group', args: ['stats', '--group', at.group] },
  { prints: 'study progress flag', args: ['progress', 'flag', 'mem-crosses'] },
  { prints: 'study progress unflag', args: ['progress', 'unflag', 'mem-crosses'] },
  { prints: 'study progress suspend', args: ['progress', 'suspend', 'mem-crosses'] },
  { prints: 'study progress unsuspend', args: ['progress', 'unsuspend'] },
  { prints: 'study progress unsuspend <item>', args: ['progress', 'unsuspend', 'mem-crosses'] },
  { prints: 'study progress bury', args: ['progress', 'bury', 'mem-crosses'] },
  { prints: 'study progress unbury', args: ['progress', 'unbury', 'mem-crosses'] },
  { prints: 'study progress undo --list', args: ['progress', 'undo', '--list'] },
  { prints: 'study progress undo', args: ['progress', 'undo'] },
  {
    prints: 'study cards',
    args: ['cards', 'membranes', '-n', '3'],
    input: '\n3\n\n1\n:n\n',
    course: at.other,
  },
  { prints: 'study progress relink', args: ['progress', 'relink'], course: at.smaller },
  { prints: 'study progress relink', args: ['progress', 'relink'] },
  {
    prints: 'study progress relink <old> <new>',
    args: ['progress', 'relink', 'mem-crosses', 'mem-lipid/two'],
    course: at.smaller,
  },
  {
    prints: 'study progress relink --from-course',
    args: ['progress', 'relink', '--from-course', 'golden'],
    course: at.other,
    home: at.many,
  },
  { prints: 'study progress redate', args: ['progress', 'redate', '--list'] },
  { prints: 'study progress redate', args: ['progress', 'redate', '--force'] },
  { prints: 'study progress backup', args: ['progress', 'backup', `${at.work}/backup.jsonl`] },
  { prints: 'study progress merge', args: ['progress', 'merge', `${at.work}/backup.jsonl`] },
  { prints: 'study progress merge', args: ['progress', 'merge', at.many] },
  { prints: 'study progress reset', args: ['progress', 'reset', 'transport', '--force'] },
  { prints: 'study progress restore', args: ['progress', 'restore', `${at.work}/backup.jsonl`] },
  { prints: 'study progress exclude', args: ['progress', 'exclude', 'v20t47spjv'] },
  { prints: 'study progress fit', args: ['progress', 'fit', '--force'], home: at.many },
  { prints: 'study sync init', args: ['sync', 'init', `${at.work}/shared`, '--force'] },
  { prints: 'study sync', args: ['sync'] },
  { prints: 'study check', args: ['check'] },
  { prints: 'study check', args: ['check', at.broken], code: 1 },
  { prints: 'study check --rules', args: ['check', '--rules'] },
  { prints: 'study export course', args: ['export', 'course'] },
  { prints: 'study export own', args: ['export', 'own'] },
  { prints: 'study export <format>', args: ['export', 'csv'] },
  { prints: 'study export <format>', args: ['export', 'anki', '-o', `${at.work}/cards.apkg`] },
  {
    prints: 'study import',
    args: ['import', `${at.work}/cards.apkg`, '--into', `${at.work}/deck`, '--dry-run'],
  },
  { prints: 'study import', args: ['import', `${at.work}/cards.apkg`, '--into', `${at.work}/deck`] },
  { prints: 'study courses', args: ['courses'] },
  { prints: 'study new course', args: ['new', 'course', `${at.work}/made`] },
  { prints: 'study new topic', args: ['new', 'topic', 'Cells'], course: `${at.work}/made` },
  { prints: 'study new question', args: ['new', 'question', 'cells'], course: `${at.work}/made` },
  { prints: 'study new exam', args: ['new', 'exam', 'midterm'], course: `${at.work}/made` },
  { prints: 'study check --fix', args: ['check', '--fix', '--dry-run'] },
  { prints: 'study doctor', args: ['doctor'] },
  { prints: 'study completion', args: ['completion', 'bash'] },
  { prints: 'study help <page>', args: ['help', 'formats'] },
  { prints: '--help', args: ['--help'] },
  { prints: '--help', args: ['exam', '--help'] },
  { prints: '--version', args: ['--version'] },
  { prints: 'a failure', args: ['why', 'nothing'], code: 2 },
  { prints: 'a failure', args: ['calc', 'rcu', '--reads', 'many'], code: 2 },
  { prints: 'study progress forget-all', args: ['progress', 'forget-all', '--force'] },
];

/** Lines of a journal with 500 reviews of some items, a day after another until a moment (ms UTC). */
export const manyReviews = (course: string, items: readonly string[], until: number): string =>
  Array.from({ length: 500 }, (_, i) => {
    const day = Math.floor(i / items.length);
    const at = until - (Math.ceil(500 / items.length) - day) * 86_400_000 + (i % items.length) * 60_000;
    return `${JSON.stringify({
      v: 1,
      id: `manyhome01-${String(i).padStart(6, '0')}`,
      lc: at,
      at,
      tz: 0,
      course,
      type: 'reviewed',
      mode: 'review',
      day: Math.floor((at - 4 * 3_600_000) / 86_400_000),
      ratings: [{ item: items[i % items.length], rating: i % 7 === 0 ? 'again' : 'good', counted: true }],
      ms: 9000,
      model: 'FSRS-6',
    })}\n`;
  }).join('');
