/**
 * Which file of `dist/` a source file is bundled into. A command reads only the chunks it needs from the disk:
 * a calculator never meets Markdown, YAML, the journal or settings, and compiling what is not used would take
 * longer than its work (measured: about 1.6 ms for 100 kB, where Node itself needs 15 ms to start).
 */

/** What every command needs: all that is reached from here without a dynamic import, and no more. */
const START = 'src/cli/main.ts';

/** The other chunks: the first pattern that matches the path (relative to the project, with `/`) decides. */
const RULES = [
  // The few lines of layout that every result needs, and the names of the calculators.
  ['cli', /^src\/(?:text\/(?:style|width|wrap|columns)|core\/calc\/catalogue)\.ts$/],
  // There are many; the command needs one of them, a session few, an exam all.
  ['calculators', /^src\/core\/calc\/(?:definitions\/|all\.ts$)/],
  [
    'calc',
    /^src\/(?:core\/calc\/|core\/(?:rational|quantity|units)|text\/calc|cli\/(?:calc\/|commands\/calc))/,
  ],
  // gray-matter, js-yaml and valibot: only for a course that is not compiled yet, and for `study check`.
  ['parse', /^src\/content\/(?:parse\/|build-course)/],
  // marked, marked-terminal and highlight.js.
  ['markdown', /^src\/text\/(?:markdown|highlight|table|note-parts|note-layout)/],
  // conf: only to write a setting.
  ['settings', /^src\/store\/preferences-conf/],
  // fuse.js.
  ['search', /^src\/(?:core\/search|app\/search-course|text\/search|cli\/commands\/search)/],
  // A paper's shape and its records, which the journal knows.
  ['data', /^src\/core\/exam\/(?:event-checks|exam-event|paper)\.ts$/],
  // Mock exams.
  ['exam', /^src\/core\/exam\//],
  ['exam', /^src\/app\/(?:draw-exam|exam-|run-exam)/],
  ['exam', /^src\/store\/(?:exam-lock|process-identity)/],
  ['exam', /^src\/text\/(?:exam-|durations|ranges|safe-markdown)/],
  // Every screen can name it.
  ['commands', /^src\/cli\/exam\/resume-command/],
  ['exam', /^src\/cli\/(?:exam\/|run-plain-exam|commands\/exam)/],
  // Review, cards and quiz.
  [
    'session',
    /^src\/core\/(?:session\/|grade|queue|quiz-draw|present|text-answer|number-answer|option-order)/,
  ],
  ['session', /^src\/app\/(?:build-session|ready-requests|run-session|relink-course|course-terms)/],
  ['session', /^src\/text\/(?:session|question|rating|summary)/],
  ['session', /^src\/cli\/(?:run-plain|session-flags|commands\/(?:review|cards|quiz))/],
  // The keys of all screens are one table.
  ['ui', /^src\/tui\/screens\/[^/]+\/keys\.ts$/],
  // What a screen adds is read when it is opened.
  ['screen-session', /^src\/tui\/screens\/session\//],
  ['screen-notes', /^src\/tui\/screens\/notes\//],
  ['screen-search', /^src\/tui\/screens\/search\//],
  ['screen-calculators', /^src\/tui\/screens\/calculators\//],
  ['screen-stats', /^src\/tui\/screens\/stats\//],
  ['screen-exam', /^src\/tui\/screens\/exam\//],
  // React, Ink and what every screen uses.
  ['ui', /^src\/tui\//],
  // The course's Markdown on a page: the only page that has any is that of an exam.
  ['markup', /^src\/text\/html\/course-markup/],
  // HTML pages: only where one is written.
  ['html', /^src\/text\/html\//],
  // The other commands and their output.
  ['commands', /^src\/(?:cli|text)\//],
  // The course and the journal.
  ['data', /^src\/(?:core|disk|app|store|content)\//],
];

/**
 * What nearly every text is: printable ASCII, Latin, dashes, arrows and box drawing, with styles or without. Its
 * width is its length; to build the tables that anything else needs takes 9 ms of a first frame.
 */
const SIMPLE_WIDTH = `(text => {
  const bare = text.includes('\\u001b') ? text.replace(/\\u001b\\[[\\d;]*m/g, '') : text;
  return /^[\\u0020-\\u007e\\u00a0-\\u00ac\\u00ae-\\u02ff\\u2010-\\u2027\\u2190-\\u2199\\u2500-\\u259f]*$/.test(bare) ? bare.length : undefined;
})`;

/**
 * Packages that more than one chunk uses: the chunk that holds each, and what is passed on: its named exports,
 * its default export (`default`), or a default export that is a function, loaded at its first call (`function`);
 * what `shortcut`, a function as text, can tell from the first argument alone needs no loading.
 * Any other package that lands in two chunks fails the build.
 */
export const SHARED_PACKAGES = new Map([
  ['commander', { chunk: 'cli', gives: 'names' }],
  // Every kind of text needs widths, but only what is not plain Latin needs these: their tables of Unicode take
  // as long to build as Node takes to start.
  ['string-width', { chunk: 'width', gives: 'function', shortcut: SIMPLE_WIDTH }],
  ['strip-ansi', { chunk: 'width', gives: 'function' }],
  ['ansi-regex', { chunk: 'width', gives: 'function' }],
  ['get-east-asian-width', { chunk: 'width', gives: 'names' }],
  // For every screen.
  ['react', { chunk: 'ui', gives: 'names' }],
  ['react/jsx-runtime', { chunk: 'ui', gives: 'names' }],
  ['ink', { chunk: 'ui', gives: 'names' }],
  // For Ink and for Markdown.
  ['chalk', { chunk: 'ansi', gives: 'default' }],
  ['ansi-escapes', { chunk: 'ansi', gives: 'default' }],
]);

const byRule = path => {
  const rule = RULES.find(([, pattern]) => pattern.test(path));
  if (rule === undefined)
    throw new Error(`${path} belongs to no chunk: add a rule to scripts/lib/chunks.mjs`);
  return rule[0];
};

/**
 * The chunk of every source file.
 * @param {Map<string, { path: string, kind: string }[]>} graph what each file imports
 * @returns {Map<string, string>}
 */
export const assignChunks = graph => {
  const chunks = new Map([...graph.keys()].map(path => [path, byRule(path)]));
  const claim = path => {
    chunks.set(path, 'cli');
    for (const { path: target, kind } of graph.get(path) ?? []) {
      if (kind !== 'dynamic-import' && chunks.get(target) !== 'cli') claim(target);
    }
  };
  claim(START);
  return chunks;
};
