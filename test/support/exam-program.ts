/**
 * A program that sits an exam at random and says after each act what is saved; bundled and run as a process of its
 * own by the test that kills it. Arguments as JSON: see {@link ExamTask}.
 */
import { writeSync } from 'node:fs';
import { openSittings } from '../../src/app/exam/exam-sittings.ts';
import { resumeExam, startExam } from '../../src/app/exam/start-exam.ts';
import type { ExamInput } from '../../src/core/exam/state.ts';
import { hash64 } from '../../src/core/base/fnv.ts';
import { makeRandom } from '../../src/core/base/random.ts';
import { resolvePaths } from '../../src/store/device/paths.ts';
import { EXAM, examClock, startProgram } from './exam-home.ts';

export interface ExamTask {
  readonly home: string;
  /** ISO 8601: the clock stands here and moves 50 ms with each act. */
  readonly start: string;
  readonly seed: number;
}

const task = JSON.parse(process.argv[2] ?? '{}') as ExamTask;
const paths = resolvePaths({ home: task.home, env: {}, platform: 'linux', homedir: '/' });
const random = makeRandom(task.seed);
const clock = examClock(task.start);
const parts = startProgram({ paths }, clock);

/** Not through process.stdout: what was printed must have left the process when it is killed. */
const say = (line: string): void => void writeSync(1, `${line}\n`);

const run =
  openSittings(parts, clock.now()).length === 0
    ? startExam(parts, { blueprint: EXAM, seed: 1, minutes: 600, extra: 0, practice: task.seed % 2 === 0 })
    : resumeExam(parts);

const state = (): string => hash64(JSON.stringify(run.state.sitting));

const inputs: readonly (() => ExamInput)[] = [
  () => ({ type: 'next' }),
  () => ({ type: 'previous' }),
  () => ({ type: 'go', number: random.int(10) + 1 }),
  () => ({ type: 'answer', line: String(random.int(4) + 1) }),
  () => ({ type: 'clear' }),
  () => ({ type: 'flag' }),
  () => ({ type: 'unsure' }),
  () => ({ type: 'strike', option: random.int(4) + 1 }),
];

say(`open ${parts.journal.examCount()} ${state()} ${run.left()}`);
for (;;) {
  clock.pass(0.05);
  const input = inputs[random.int(inputs.length)]?.() ?? { type: 'tick' };
  run.dispatch(input);
  say(`saved ${parts.journal.examCount()} ${state()} ${run.left()}`);
}
