import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/program/commands.ts';
import {
  makePoisonedFolder,
  poisonedCalls,
  poisonedPlaces,
  requireHarmless,
  requireHarmlessRuns,
} from '../support/poisoned-runs.ts';
import { makeTempDir, runStudy } from '../support/run-study.ts';

const folder = makeTempDir('study-poisoned');
const { course, home } = poisonedPlaces(folder);
const CALLS = poisonedCalls(folder);

beforeAll(() => makePoisonedFolder(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a poisoned course', () => {
  // The first of them, for each may need what those before it left; the long run tries all.
  it.each(CALLS.slice(0, 16))('does no harm in study %j', async (args, codes) => {
    await requireHarmlessRuns(folder, [args, codes]);
  });

  it('does no harm on the page of any of its topics and items', async () => {
    const { stdout } = await runStudy(['export', 'course', '--json', '--course', course], { home });
    const { notes, cards, questions } = JSON.parse(stdout) as Record<
      'notes' | 'cards' | 'questions',
      { id: string }[]
    >;
    expect(notes.length).toBeGreaterThan(0);
    for (const { id } of notes) {
      const {
        code,
        stdout: page,
        stderr,
      } = await runStudy(['notes', '--course', course, '--', id], { home });
      requireHarmless(page + stderr);
      expect(code).toBe(0);
    }
    for (const { id } of [...cards, ...questions].slice(0, 20)) {
      const { code, stdout: page, stderr } = await runStudy(['why', '--course', course, '--', id], { home });
      requireHarmless(page + stderr);
      expect(code).toBe(0);
    }
  });

  it('is tried with every command there is', () => {
    const tried = new Set(CALLS.map(([[name = 'today']]) => name));
    expect(COMMANDS.map(({ name }) => name).filter(name => !tried.has(name))).toEqual([]);
  });
});
