/** The two things the journal does all the time, against the least that they could cost. */
import { closeSync, fdatasyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { FSRSAlgorithm, Rating } from 'ts-fsrs';
import { itemKeys, writeJournal } from '../lib/generate.mjs';
import { median } from '../lib/measure.mjs';
import { loadSource } from '../lib/source.mjs';

const COURSE = 'bench';
const SIZE = { topics: 100, cards: 200, questions: 0 };
const REVIEWS = 200_000;
const APPENDS = 300;
const FOLDS = 7;

const body = {
  type: 'reviewed',
  mode: 'review',
  day: Math.floor(Date.now() / 86_400_000),
  ratings: [{ item: 'c-topic-0001-1', rating: 'good', counted: true }],
  ms: 4_000,
  model: 'bench',
};

const timed = task => {
  const started = performance.now();
  task();
  return performance.now() - started;
};

/** Recording an answer beside a journal of 200 000, against writing the same bytes and waiting for the disk. */
const measureAppend = async (places, home) => {
  const { openLearnerJournal } = await loadSource(places, 'src/app/learner/open-learner-journal.ts');
  const { makeRuntime } = await loadSource(places, 'src/app/learner/runtime.ts');
  const runtime = makeRuntime({ home, env: {}, version: 'bench' });
  const journal = openLearnerJournal(runtime);
  const bare = openSync(join(home, 'bare.jsonl'), 'a');
  const ours = [];
  const theirs = [];
  let record = Buffer.alloc(0);
  for (let i = 0; i < APPENDS; i++) {
    ours.push(
      timed(() => {
        record = Buffer.from(`\n${JSON.stringify(journal.append(COURSE, body))}\n`);
      }),
    );
    theirs.push(
      timed(() => {
        writeSync(bare, record);
        fdatasyncSync(bare);
      }),
    );
  }
  closeSync(bare);
  const ms = median(ours);
  return {
    what: 'recording one answer : append + fdatasync',
    value: ms / median(theirs),
    budget: 2,
    unit: 'x',
    note: `${ms.toFixed(2)} ms each, journal of 200 000`,
  };
};

/** The same reviews by the bare step of the scheduler: items as indices, days as numbers, nothing else. */
const makeSteps = events => {
  const items = new Map();
  const last = [];
  const grades = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy };
  return events.map(({ day, ratings: [{ item, rating }] }) => {
    if (!items.has(item)) items.set(item, items.size);
    const index = items.get(item);
    const elapsed = last[index] === undefined ? 0 : day - last[index];
    last[index] = day;
    return { index, elapsed, grade: grades[rating] };
  });
};

const runSteps = (algorithm, steps) => {
  const memories = [];
  for (const { index, elapsed, grade } of steps) {
    memories[index] = algorithm.next_state(memories[index] ?? null, elapsed, grade);
  }
  return memories;
};

const measureFold = async (places, file) => {
  const { foldAll } = await loadSource(places, 'src/core/fold/fold.ts');
  const events = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
  const steps = makeSteps(events);
  const algorithm = new FSRSAlgorithm({ enable_fuzz: false, enable_short_term: true });
  const ours = [];
  const theirs = [];
  for (let i = 0; i < FOLDS; i++) {
    theirs.push(timed(() => runSteps(algorithm, steps)));
    ours.push(timed(() => foldAll(events, { now: Date.now() })));
  }
  const ms = median(ours);
  return {
    what: 'folding parsed events : bare scheduler step',
    value: ms / median(theirs),
    budget: 2,
    unit: 'x',
    note: `${((1000 * ms) / events.length).toFixed(2)} µs a review`,
  };
};

/** @returns {Promise<import('../lib/report.mjs').Result[]>} */
export const measureJournal = async ({ root, work }) => {
  const home = join(work, 'journal-home');
  const file = join(home, 'journal', 'bench.jsonl');
  mkdirSync(home);
  await writeJournal(file, {
    course: COURSE,
    device: 'bench',
    keys: itemKeys(SIZE),
    reviews: REVIEWS,
    until: Date.now(),
  });
  const places = { root, work };
  return [await measureFold(places, file), await measureAppend(places, home)];
};
