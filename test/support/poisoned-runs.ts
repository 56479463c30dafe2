/** Every command on a course in which every text is hostile, and what none of them may print. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { makePoisonedCourse, makePoisonedOwn, POISONED_ID } from './poisoned-course.ts';
import { runStudy } from './run-study.ts';

/** All that may drive a terminal: C0 but newline and tab, DEL, C1, bidirectional controls. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;
const STACK = /^\s+at .+:\d+:\d+\)?$/m;

/** Three refused lines in a row would end a session, so there is one between them that is not. */
const ANSWERS = ['1', '', '3', 'true', '24', 'a=1', '__proto__', ':skip', ':flag', ':note', ':u', '']
  .map(line => `${line}\n:?\n`)
  .join('')
  .repeat(8);

/** A command, and the codes it may end with. */
type Call = readonly [args: readonly string[], codes: readonly number[]];

/** Where a poisoned course, a home of its own, and what is written lie in a folder. */
export const poisonedPlaces = (folder: string): { readonly course: string; readonly home: string } => ({
  course: join(folder, 'course'),
  home: join(folder, 'home'),
});

/** Every command, with the codes it may end with. */
export const poisonedCalls = (folder: string): readonly Call[] => {
  const { course, home } = poisonedPlaces(folder);
  return [
    [[], [0]],
    [['today'], [0]],
    [['topics'], [0]],
    [['stats'], [0]],
    [['review', '--plain'], [0]],
    [['cards', '--plain'], [0]],
    [['quiz', '--plain'], [0]],
    [['quiz', '--plain', '--weak'], [0]],
    [['exam', '--list'], [0]],
    [['exam', 'dva', '--print'], [0]],
    [['exam', 'dva', '--plain', '--practice', '--new'], [0]],
    [['exam', 'dva', '--end', '--force'], [0]],
    [['exam', '--report'], [0]],
    [['exam', '--redo', '--plain'], [0]],
    [['exam', '--markdown'], [0]],
    [
      ['exam', '--html', '-'],
      [0, 2],
    ],
    [['exam', '--history'], [0]],
    [['exam', '--compare', '/nowhere/a.json', '/nowhere/b.json'], [3]],
    [
      ['exam', '--check'],
      [0, 1],
    ],
    [['exam', '__proto__'], [2]],
    [['plan'], [2]],
    [['readiness'], [2]],
    [['setup', '--exam', 'dva', '--on', '2099-12-20', '--minutes', '30'], [0]],
    [['setup', '--exam', '__proto__'], [2]],
    [['diagnose', '--plain'], [0]],
    [['review', '--plain', '--minutes', '5'], [0]],
    [['plan', '--json'], [0]],
    [['readiness', '--json'], [0]],
    [['list'], [0]],
    [['list', 'missed'], [0]],
    [['list', 'yours'], [0]],
    [['list', 'flagged', '--all'], [0]],
    [['list', '__proto__'], [2]],
    [['topics', '--exam', 'dva', '--kind', 'single'], [0]],
    [['topics', '--domain', '__proto__'], [2]],
    [['quiz', '--plain', '--only', 'missed', '--exam', 'dva'], [0]],
    [['cards', '--plain', '--only', 'missed'], [0]],
    [['review', '--plain', '--only', 'missed'], [0]],
    [['progress', 'flag', '__proto__'], [2]],
    [['notes'], [0]],
    [['notes', '--exam', 'dva'], [0]],
    [['glossary'], [0]],
    [['glossary', '__proto__'], [2]],
    [['notes', '--exam', '__proto__'], [2]],
    [['search', 'a'], [0]],
    [['search', '__proto__'], [0]],
    [['search', 'constructor'], [0]],
    [['calc', '--list'], [0]],
    [['check', course], [1]],
    [['export', 'course'], [0]],
    [['export', 'progress', '--jsonl'], [0]],
    [['export', 'own'], [0]],
    [['sync'], [2]],
    [
      ['stats', '--group', home],
      [0, 2, 3],
    ],
    [['export', 'own', '__proto__'], [0]],
    [
      ['progress', 'undo'],
      [0, 1],
    ],
    [['config', 'list'], [0]],
    [['doctor'], [0]],
    [['completion', 'bash'], [0]],
    [['completion', 'zsh'], [0]],
    [['completion', 'fish'], [0]],
    [['why', '__proto__'], [2]],
    [
      ['notes', '__proto__'],
      [0, 2],
    ],
    [
      ['notes', 'constructor#toString'],
      [0, 2],
    ],
    [
      ['quiz', '__proto__', '--plain'],
      [0, 2],
    ],
    [
      ['stats', 'constructor'],
      [0, 2],
    ],
    [['courses'], [0]],
    [['export', 'csv'], [0]],
    [['export', 'gift'], [0]],
    [
      ['export', 'anki', '-o', join(folder, 'cards.apkg')],
      [0, 2],
    ],
    [
      ['import', course, '--into', join(folder, 'taken'), '--dry-run'],
      [0, 1, 2, 3],
    ],
    [
      ['new', 'topic', '__proto__'],
      [0, 2, 3],
    ],
    [
      ['new', 'question', '__proto__'],
      [0, 2],
    ],
    [['progress', 'forget-all', '--force'], [0]],
  ];
};

/** Holds that an output drives no terminal, and tells of no mistake of the program. */
export const requireHarmless = (output: string): void => {
  expect(output).not.toMatch(CONTROL);
  expect(output).not.toMatch(STACK);
  expect(output).not.toContain('[object Object]');
  expect(output).not.toContain('a mistake in study');
};

/** Makes a poisoned course and a home with hostile cards of one's own in a folder. */
export const makePoisonedFolder = (folder: string): void => {
  const { course, home } = poisonedPlaces(folder);
  mkdirSync(home);
  makePoisonedCourse(course);
  makePoisonedOwn(join(home, 'own', POISONED_ID));
};

/** Runs a command on the poisoned course of a folder, as lines and as JSON. */
export const requireHarmlessRuns = async (folder: string, [args, codes]: Call): Promise<void> => {
  const { course, home } = poisonedPlaces(folder);
  const run = (flags: readonly string[]): ReturnType<typeof runStudy> =>
    runStudy([...args, '--course', course, ...flags], { home, input: ANSWERS });
  for (const flags of [[], args.includes('--jsonl') ? [] : ['--json']]) {
    const { code, stdout, stderr } = await run(flags);
    requireHarmless(stdout + stderr);
    expect(codes).toContain(code);
  }
};
