/**
 * Which file of `dist/` a source file is bundled into. A command reads only the chunks it needs from the disk:
 * a calculator never meets Markdown, YAML, the journal or settings, and compiling what is not used would take
 * longer than its work (measured: about 1.6 ms for 100 kB, where Node itself needs 15 ms to start).
 */

import { posix } from 'node:path';

const { dirname } = posix;

/** What every command needs: all that is reached from here without a dynamic import, and no more. */
const START = 'src/cli/program/main.ts';

/**
 * The chunk of a folder and of what lies in it, as far as no folder or file inside says otherwise. What `START` reaches
 * without a dynamic import is in `cli`, wherever it lies.
 */
const FOLDERS = new Map([
  // The course and the journal.
  ['src/core', 'data'],
  ['src/disk', 'data'],
  ['src/content', 'data'],
  ['src/store', 'data'],
  ['src/app', 'data'],
  // Commands and their output.
  ['src/cli', 'commands'],
  ['src/text', 'commands'],
  // The few lines of layout that every result needs, and the names of the calculators.
  ['src/text/layout', 'cli'],
  ['src/core/calc', 'cli'],
  // Fractions and units, which questions use as well, and what calculates with them.
  ['src/core/number', 'number'],
  ['src/core/calc/engine', 'calc'],
  ['src/core/calc/facts', 'calc'],
  ['src/core/calc/formulas', 'calc'],
  ['src/core/calc/inputs', 'calc'],
  ['src/core/calc/practice', 'calc'],
  ['src/text/calc', 'calc'],
  ['src/cli/calc', 'calc'],
  // There are many; the command needs one of them, a session few, an exam all.
  ['src/core/calc/definitions', 'calculators'],
  // gray-matter, js-yaml and valibot: only for a course that is not compiled yet, and for `study check`.
  ['src/content/parse', 'parse'],
  // A learner's own remarks and cards: only where there are some, or one is written.
  ['src/content/own', 'own'],
  ['src/app/own', 'own'],
  // Exchanging progress with other devices.
  ['src/store/sync', 'sync'],
  ['src/app/sync', 'sync'],
  ['src/cli/sync', 'sync'],
  // marked, marked-terminal and highlight.js.
  ['src/text/markdown', 'markdown'],
  // fuse.js.
  ['src/core/search', 'search'],
  ['src/app/search', 'search'],
  ['src/text/search', 'search'],
  // Mock exams.
  ['src/core/exam', 'exam'],
  ['src/store/exam', 'exam'],
  ['src/app/exam', 'exam'],
  ['src/text/exam', 'exam'],
  ['src/cli/exam', 'exam'],
  // Topics of a quiz, too, are named in few letters.
  ['src/core/exam/shorten.ts', 'session'],
  // Review, cards and quiz.
  ['src/core/question', 'session'],
  ['src/core/queue', 'session'],
  // What an item asks is what a search shows of it.
  ['src/core/question/asked-text.ts', 'data'],
  ['src/core/session', 'session'],
  ['src/app/session', 'session'],
  ['src/text/question', 'session'],
  ['src/text/session', 'session'],
  ['src/cli/session', 'session'],
  // The forecast for an exam, and the plan made of it.
  ['src/core/forecast', 'plan'],
  ['src/core/readiness', 'plan'],
  ['src/text/plan', 'plan'],
  // Whether an exam is set is asked at every start, and notes tell what they serve.
  ['src/core/readiness/exam-plan.ts', 'data'],
  ['src/text/plan/words.ts', 'commands'],
  ['src/cli/plan', 'plan'],
  // Files of other programs, read and written: csv-parse and what Anki's packages take.
  ['src/core/transfer', 'transfer'],
  ['src/content/transfer', 'transfer'],
  ['src/app/transfer', 'transfer'],
  ['src/text/transfer', 'transfer'],
  ['src/cli/transfer', 'transfer'],
  // Whoever hears the program reads this in place of lines and screens.
  ['src/text/accessible', 'spoken'],
  ['src/cli/accessible', 'spoken'],
  // Numbers after flags are read by other commands, too.
  ['src/cli/session/session-flags.ts', 'commands'],
  // Asks after a note, heard or seen.
  ['src/cli/accessible/asker.ts', 'commands'],
  ['src/text/accessible/markdown', 'markdown'],
  // HTML pages: only where one is written.
  ['src/text/html', 'html'],
  // React, Ink and what every screen uses. What another screen adds is read when it is opened.
  ['src/tui', 'ui'],
  ['src/tui/screens/session', 'screen-session'],
  ['src/tui/components/question', 'screen-session'],
  ['src/tui/writing', 'screen-writing'],
  ['src/tui/screens/notes', 'screen-notes'],
  ['src/tui/screens/search', 'screen-search'],
  ['src/tui/screens/calculators', 'screen-calculators'],
  ['src/tui/screens/stats', 'screen-stats'],
  ['src/tui/screens/exam', 'screen-exam'],
  ['src/tui/screens/lists', 'screen-lists'],
  ['src/tui/screens/choose', 'screen-lists'],
  ['src/tui/screens/exams', 'screen-exam'],
  ['src/tui/screens/plan', 'screen-plan'],
  ['src/tui/screens/readiness', 'screen-plan'],
  ['src/tui/screens/settings', 'screen-settings'],
  ['src/tui/screens/welcome', 'screen-settings'],
  ['src/tui/screens/after-exam', 'screen-settings'],
  ['src/tui/screens/problems', 'screen-settings'],
]);

/**
 * What nearly every text is: printable ASCII, Latin, dashes, arrows and box drawing, with styles or without. Its
 * width is its length; to build the tables that anything else needs takes 9 ms of a first frame.
 */
const SIMPLE_WIDTH = `(text => {
  const bare = text.includes('\\u001b') ? text.replace(/\\u001b\\[[\\d;]*m/g, '') : text;
  return /^[\\u0020-\\u007e\\u00a0-\\u00ac\\u00ae-\\u02ff\\u2010-\\u2027\\u2190-\\u2199\\u2500-\\u259f]*$/.test(bare) ? bare.length : undefined;
})`;

/**
 * Packages that more than one chunk uses, or that are to have one of their own: the chunk that holds each, and what is passed on: its named exports,
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
  // Only to write a setting.
  ['conf', { chunk: 'settings', gives: 'default' }],
  // SHA-256 to know the machine by, and BLAKE3 for cards of other programs; they share their code.
  ['@noble/hashes/sha2.js', { chunk: 'hash', gives: 'names' }],
  ['@noble/hashes/blake3.js', { chunk: 'hash', gives: 'names' }],
  // For every screen.
  ['react', { chunk: 'ui', gives: 'names' }],
  ['react/jsx-runtime', { chunk: 'ui', gives: 'names' }],
  ['ink', { chunk: 'ui', gives: 'names' }],
  // For Markdown, and for cards that are written for other programs.
  ['marked', { chunk: 'markdown', gives: 'names' }],
  // For Ink and for Markdown.
  ['chalk', { chunk: 'ansi', gives: 'default' }],
  ['ansi-escapes', { chunk: 'ansi', gives: 'default' }],
]);

/** @throws Error for a path outside `src/` */
const byFolder = path => {
  for (let place = path; place !== dirname(place); place = dirname(place)) {
    const chunk = FOLDERS.get(place);
    if (chunk !== undefined) return chunk;
  }
  throw new Error(`${path} belongs to no chunk: add its folder to scripts/lib/chunks.mjs`);
};

/**
 * The chunk of every source file.
 * @param {Map<string, { path: string, kind: string }[]>} graph what each file imports
 * @returns {Map<string, string>}
 * @throws Error when a folder of the table holds no such file
 */
export const assignChunks = graph => {
  const empty = [...FOLDERS.keys()].filter(
    place => ![...graph.keys()].some(path => path === place || path.startsWith(`${place}/`)),
  );
  if (empty.length > 0)
    throw new Error(`scripts/lib/chunks.mjs names folders that hold nothing: ${empty.join(', ')}`);
  const chunks = new Map([...graph.keys()].map(path => [path, byFolder(path)]));
  const claim = path => {
    chunks.set(path, 'cli');
    for (const { path: target, kind } of graph.get(path) ?? []) {
      if (kind !== 'dynamic-import' && chunks.get(target) !== 'cli') claim(target);
    }
  };
  claim(START);
  return chunks;
};
