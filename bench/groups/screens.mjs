/** How long the screens take until the first frame, and from a key to the frame that it changes. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { largeCourse } from '../lib/large-course.mjs';
import { measureMemory } from '../lib/measure.mjs';
import { ratioResult } from '../lib/report.mjs';
import { measureFirstFrame, measureKeys } from '../lib/terminal.mjs';

const HOME = /enter[^]{0,20}start/;
const ITEM = /show answer|choose|answer/;

/** @type {[what: string, budget: number, words: string[], until: RegExp][]} */
const FIRST_FRAMES = [
  ['study, first frame', 3, [], HOME],
  ['study review, first frame', 3, ['review'], ITEM],
  ['study quiz, first frame', 3, ['quiz'], ITEM],
];

const DOWN = 'j';
const UP = 'k';
/** They do the same to cards and questions: one writes to the journal, the other draws the next item. */
const FLAG = '!';
const SKIP = '\t';
const ENTER = '\r';
const BACKSPACE = '\u007f';
const QUIZ = ['quiz', '--kind', 'single', '-n', '80', '--seed', '1'];
/** Budgets of a key, in ms. */
const MEDIAN = 15;
const P99 = 50;

const keyResults = (what, { median, p99 }) => [
  { what: `${what}, median`, value: median, budget: MEDIAN, unit: 'ms' },
  { what: `${what}, 99th percentile`, value: p99, budget: P99, unit: 'ms' },
];

/** Keys that do something of their own: what opens the screen, what is pressed first, and what is measured in turn. */
const KINDS = [
  ['home', [], HOME, [], [DOWN, UP]],
  ['cards, shown and rated', ['cards', '--seed', '1'], ITEM, [], [' ', '3']],
  // The pointer stands on the first option, so that the second is a change.
  ['a quiz, chosen, answered and passed', QUIZ, ITEM, [], ['2', ENTER, ENTER]],
  ['a mock exam, options chosen', ['exam', 'dva-c03', '-n', '15', '--seed', '1'], /choose/, [], ['1', '2']],
  ['the tree of Choose', [], HOME, ['g', 'c'], [DOWN, UP]],
  ['the plan, other minutes tried', [], HOME, ['g', 'p'], ['+', '-']],
  ['readiness', [], HOME, ['g', 'r'], [DOWN, UP]],
  ['settings, a value changed', [], HOME, [',', DOWN, DOWN], ['l', 'h']],
  ['search, typed', ['search'], /Type what you look for/, [], ['l', BACKSPACE]],
];

/** A course of one note of so many lines. */
const writeLongNote = (folder, lines) => {
  const area = join(folder, 'content', 'area');
  mkdirSync(area, { recursive: true });
  writeFileSync(join(folder, 'content', 'course.yaml'), 'id: bench-note\ntitle: One long note\n');
  const text = Array.from({ length: lines / 10 }, (_, i) =>
    [
      `## Section ${i}`,
      '',
      `A paragraph with **bold** and \`code\`, number ${i}, which is`,
      'about as long as a line of prose usually is in a note.',
      '',
      `* one point of section ${i}`,
      '* and another, with a [link](https://example.org)',
      '',
      '| what | how much |',
      '',
    ].join('\n'),
  );
  writeFileSync(join(area, 'long.md'), `---\ntitle: Long\n---\n\n${text.join('\n')}`);
};

/** The same home and review with 100 000 items and 1 000 000 reviews, their snapshot warm. */
const measureLargeScreens = async (launcher, work) => {
  const { course, home } = await largeCourse(work);
  const line = (...words) => [launcher, ...words, '--course', course];
  // Where the large group has not been measured, this compiles the course and folds the journal.
  await measureMemory(line('topics'), { home });
  const first = async (what, words, until) =>
    ratioResult(
      `large: ${what}, first frame`,
      8,
      await measureFirstFrame(line(...words), until, { home, runs: 9 }),
    );
  const keys = async (what, words, until, pressed) =>
    keyResults(
      `large: key to frame: ${what}`,
      await measureKeys({ args: line(...words), ready: until, keys: pressed, presses: 200 }, { home }),
    );
  return [
    await first('study', [], HOME),
    await first('study review', ['review'], ITEM),
    ...(await keys('home', [], HOME, [DOWN, UP])),
    ...(await keys('review, flagged and passed', ['review'], ITEM, [FLAG, SKIP])),
  ];
};

/** @returns {Promise<import('../lib/report.mjs').Result[]>} */
export const measureScreens = async ({ launcher, work }) => {
  const home = join(work, 'screens');
  mkdirSync(home);
  // Without an exam the first questions come first.
  execFileSync(process.execPath, [launcher, '--home', home, 'setup', '--exam', 'dva-c03', '--minutes', '30']);
  const results = [];
  for (const [what, budget, words, until] of FIRST_FRAMES) {
    results.push(
      ratioResult(what, budget, await measureFirstFrame([launcher, ...words], until, { home, runs: 21 })),
    );
  }
  const keys = (words, ready, pressed, rest = {}) =>
    measureKeys({ args: [launcher, ...words], ready, keys: pressed, presses: 200, ...rest }, { home });
  for (const [what, words, ready, before, pressed] of KINDS)
    results.push(...keyResults(`key to frame: ${what}`, await keys(words, ready, pressed, { before })));
  const long = join(work, 'long-note');
  writeLongNote(long, 5000);
  results.push(
    ...keyResults(
      'key to frame: a note of 5,000 lines',
      await keys(['--course', long, 'notes', 'long'], /Section 0/, [DOWN, UP]),
    ),
  );
  return [...results, ...(await measureLargeScreens(launcher, work))];
};
