import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readGroup } from '../../../src/app/group/read-group.ts';
import type { EventBody } from '../../../src/core/journal/event.ts';
import { openJournal } from '../../../src/store/journal/journal.ts';
import { writeBackup } from '../../../src/store/archive/backup.ts';
import { NOW } from '../../support/histories.ts';
import { withHome } from '../../support/homes.ts';
import { makeTempDir } from '../../support/run-study.ts';

let folder: string;
beforeEach(() => {
  folder = makeTempDir();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const answered = (item: string, verdict: 'correct' | 'wrong'): EventBody => ({
  type: 'answered',
  mode: 'quiz',
  day: NOW / 86_400_000 - 0.5,
  ratings: [{ item, rating: verdict === 'correct' ? 'good' : 'again', counted: true }],
  verdict,
  response: { kind: 'options', chosen: ['a'] },
  question: 'f',
  ms: 7000,
  confidence: 'unsure',
  seed: null,
  model: 'test',
});

it('a group is read from backups and homes, the first answer of each learner that was not taken back', () => {
  withHome(home => {
    const journal = openJournal(home.journal(NOW));
    const { id } = journal.append('cloud', answered('q1', 'correct'));
    journal.append('cloud', { type: 'undone', target: id });
    journal.append('cloud', answered('q1', 'wrong'));
    journal.append('cloud', answered('q1', 'correct'));
    journal.append('other', answered('q2', 'correct'));
    journal.close();
    writeBackup(home.paths.journal, join(folder, 'anna.jsonl'), NOW);
  });
  withHome(home => {
    const journal = openJournal(home.journal(NOW, { machine: 'other' }));
    journal.append('cloud', answered('q1', 'correct'));
    journal.close();
    mkdirSync(join(folder, 'ben'));
    cpSync(home.paths.journal, join(folder, 'ben', 'journal'), { recursive: true });
  });
  const group = readGroup(folder, 'cloud');
  expect(
    group.map(({ label, answers }) => [label, [...answers].map(([item, { right }]) => [item, right])]),
  ).toEqual([
    ['anna', [['q1', false]]],
    ['ben', [['q1', true]]],
  ]);
  cpSync(join(folder, 'anna.jsonl'), join(folder, 'anna again.jsonl'));
  expect(() => readGroup(folder, 'cloud')).toThrow('the same learner');
  expect(() => readGroup(join(folder, 'nowhere'), 'cloud')).toThrow('cannot be read');
  mkdirSync(join(folder, 'empty', '.git'), { recursive: true });
  expect(() => readGroup(join(folder, 'empty'), 'cloud')).toThrow('holds no records of a learner');
});
