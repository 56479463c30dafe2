/** A course of two notes on the disk, and commands that read it in this process. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { openCourse } from '../../src/app/course/open-course.ts';
import type { Context } from '../../src/cli/program/context.ts';
import { reportFailure } from '../../src/cli/program/failure-report.ts';
import { makeOutput } from '../../src/cli/terminal/output.ts';
import { runProgram } from '../../src/cli/program/program.ts';
import type { CourseReader } from '../../src/core/course/course.ts';
import { makeStyle } from '../../src/text/layout/style.ts';

const SQS = `---
title: Amazon SQS
aliases: [simple-queue-service]
exams: { dva: ['1'] }
checked: 2026-11-20
sources: [https://example.com/sqs]
---

A queue keeps messages.

## The life of a message

It is **sent**, received and deleted. See [limits](#limits) and [capacity](dynamodb-capacity-units#units).

### Visibility timeout

A received message is hidden from other consumers for the visibility timeout: 30 seconds by default.

## Limits & *defaults*

| What | Value |
|---|---|
| Retention | 4 days |

## Cards

### Visibility timeout

Q: How long is the visibility timeout by default? ^sqs-visibility
A: 30 seconds.

C: A queue keeps messages [4 days] by default and [14 days] at most. ^sqs-retention
`;

const DYNAMODB = `---
title: DynamoDB capacity units
exams: { dva: ['1'] }
checked: 2026-11-20
sources: [https://example.com/dynamodb]
calculators: [dynamodb-rcu]
---

## Units

One read capacity unit reads 4 KB a second.
`;

const QUESTIONS = `- id: sqs-twice
  kind: single
  tasks: { dva: ['1'] }
  level: apply
  section: sqs#visibility-timeout
  stem: Some orders are processed twice, because the work takes longer than the visibility timeout. What helps?
  options:
    - { text: Raise the visibility timeout., correct: true, why: Then it stays hidden. }
    - { text: Use short polling., why: That decides how a receive waits. }
    - { text: Send larger messages., why: Size changes nothing. }
    - { text: Add a dead-letter queue., why: That collects what fails. }
  sources: [https://example.com/sqs]
  checked: 2026-11-20
`;

const FILES: Readonly<Record<string, string>> = {
  'content/course.yaml': 'id: text\ntitle: Text\ncalculators: [all]\n',
  'content/integration/sqs.md': SQS,
  'content/databases/dynamodb-capacity-units.md': DYNAMODB,
  'questions/integration/sqs.yaml': QUESTIONS,
  'questions/integration/bare.yaml': QUESTIONS.replace('sqs-twice', 'bare-twice'),
};

/** Writes the course into a folder and opens it. */
export const makeTextCourse = async (folder: string): Promise<CourseReader> => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return openCourse({
    folder,
    cache: join(folder, 'cache'),
    shippedIndex: join(folder, 'none'),
    shippedRoot: join(folder, 'none'),
  });
};

export interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** stdout is a terminal of so many columns. */
  readonly columns?: number;
  readonly colour?: boolean;
  readonly env?: Context['env'];
  /** Folder of the settings. */
  readonly config?: string;
  /** Folder that the program was installed into. */
  readonly root?: string;
}

const collector = (columns: number | undefined) => {
  let text = '';
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  const terminal = columns === undefined ? {} : { isTTY: true, columns };
  return { stream: Object.assign(stream, terminal) as unknown as NodeJS.WriteStream, text: () => text };
};

/** `study <words>` in this process, on a course that is open already. */
export const runText = async (
  words: readonly string[],
  course: CourseReader,
  { columns, colour = false, env = {}, config = '/nowhere', root = '/nowhere' }: RunOptions = {},
): Promise<Printed> => {
  const [stdout, stderr] = [collector(columns), collector(undefined)];
  const style = makeStyle(colour);
  const streams = { stdout: stdout.stream, stderr: stderr.stream };
  const out = makeOutput(
    streams,
    { style, errorStyle: makeStyle(false) },
    { quiet: words.includes('--quiet') },
  );
  const unused = (): never => {
    throw new Error('reading needs no journal');
  };
  let code = 0;
  try {
    await runProgram([...words], {
      version: '0.0.0',
      makeContext: (options): Context => ({
        options,
        out,
        root,
        runtime: {
          clock: { now: () => 0, offset: () => 0 },
          seed: () => 7,
          paths: { config, data: '', journal: '', cache: '' },
          version: '0.0.0',
        },
        env,
        stdin: new PassThrough().end() as unknown as NodeJS.ReadStream,
        terminal: { stdin: false, stdout: columns !== undefined, stderr: false },
        course: () => Promise.resolve(course),
        openFolder: () => Promise.reject(new Error('no other course')),
        recordingCourse: () => Promise.resolve(course),
        reopenCourse: () => Promise.resolve(course),
        journal: unused,
        progress: () => ({ update: () => undefined, end: () => undefined }),
      }),
    });
  } catch (error) {
    code = reportFailure(error, out, { json: words.includes('--json'), debug: false });
  }
  return { code, stdout: stdout.text(), stderr: stderr.text() };
};
