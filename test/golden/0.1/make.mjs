/**
 * Made the homes and answers of this folder with version 0.1.0: `STUDY=<its bin/study.cjs> node make.mjs`. They stay as
 * they are; what a later version writes goes into a folder of its own.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const clock = fileURLToPath(new URL('../../support/shift-clock.cjs', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'study-golden-'));
const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 22, 9);

let at = START;
/** Minutes that a command takes. */
let pace = 5;
const later = (days, minutes = 0) => (at += days * DAY + minutes * 60_000);
const course = join(work, 'course');
cpSync(join(here, 'course'), course, { recursive: true });
const note = join(course, 'content', 'cells', 'membranes.md');
const edited = readFileSync(note, 'utf8');
writeFileSync(note, edited.replace('avoids water?', 'avoids the water?'));

const study = (home, args, input = '') => {
  const run = spawnSync(
    process.execPath,
    ['--require', clock, process.env.STUDY, ...args, '--course', course],
    {
      encoding: 'utf8',
      input,
      env: {
        PATH: process.env.PATH,
        HOME: work,
        TZ: 'UTC',
        LANG: 'C.UTF-8',
        STUDY_HOME: join(work, home),
        STUDY_TEST_AT: String(at),
      },
    },
  );
  later(0, pace);
  process.stdout.write(`${home} ${args.join(' ')}: ${run.status}\n${run.stdout}${run.stderr}\n`);
  return run.stdout;
};

// The first device: everything a session can record.
study('a', ['config', 'set', 'newPerDay', '15']);
study('a', ['config', 'set', 'desiredRetention', '0.92']);
study('a', ['config', 'set', 'learningSteps', '1m 10m 1d']);
study('a', ['cards', '--in-order'], '\n3\n\n4\n\n2\n:u\n\n1\n\n3\n:flag is it so?\n\n3\n\n4\n');
study(
  'a',
  ['quiz', '--seed', '3', '-n', '9'],
  '1\n:unsure\n2\n1,2\ntrue\n8\n1\n1 2 3\na=1 b=2\nosmosis\n30\n',
);
study('a', ['review'], ':bury\n:suspend\n\n3\n');
study('a', ['exam', '--seed', '1'], ':strike 4\n1\n:flag\n:n\n2\n:n\n:end\nyes\n');
later(1);
study('a', ['config', 'set', 'examDate', '2026-12-20']);
writeFileSync(note, edited);
study('a', ['review'], '\n3\n\n4\n\n3\n1\n2\ntrue\n');
study('a', ['progress', 'unsuspend']);
// Two more: one that goes on from there, and one that is left out.
study('c', ['cards', 'transport', '--in-order'], '\n1\n\n1\n');
later(1);
study('b', ['cards', 'membranes', '--in-order'], '\n3\n\n3\n\n3\n');
study('b', ['progress', 'merge', join(work, 'a')]);
study('b', ['review'], '\n3\n\n3\n1\n');
study('a', ['progress', 'merge', join(work, 'b')]);
study('a', ['progress', 'merge', join(work, 'c')]);
const [other] = JSON.parse(study('c', ['doctor', '--json'])).sections.flatMap(({ facts }) =>
  facts.filter(({ name }) => name === 'device').map(({ value }) => value),
);
study('a', ['progress', 'exclude', other]);
study('a', ['progress', 'undo']);
study('a', ['progress', 'reset', 'transport', '--force']);
study('a', ['cards', 'transport', '--in-order'], '\n3\n\n4\n');
later(2);
study('a', ['exam', '--practice', '--seed', '2', '--new'], '1\n:pause\n\n2\n');
study('a', ['exam', '--resume'], '1\n');
study('b', ['review'], '\n3\n\n4\n1\n1\n');
study('b', ['progress', 'merge', join(work, 'a')]);

const answers = home => {
  const json = (...args) => JSON.parse(study(home, [...args, '--json']));
  const events = study(home, ['export', 'progress', '--jsonl']).trim().split('\n');
  const keys = new Set(
    events.flatMap(line => [...line.matchAll(/"item":"([^"]+)"/g)].map(match => match[1])),
  );
  const { aliases: _, ...stats } = json('stats');
  return {
    at,
    events: events.length,
    today: json(),
    stats: { ...stats, days: stats.days.filter(day => day.answers > 0), forecast: undefined },
    topics: json('topics'),
    history: json('exam', '--history'),
    undo: json('progress', 'undo', '--list'),
    config: json('config'),
    items: [...keys].sort().map(key => json('why', key)),
  };
};
pace = 0;
for (const home of ['a', 'b']) {
  const told = answers(home);
  rmSync(join(here, home), { recursive: true, force: true });
  mkdirSync(join(here, home), { recursive: true });
  cpSync(join(work, home, 'journal'), join(here, home, 'home', 'journal'), { recursive: true });
  cpSync(join(work, home, 'device.json'), join(here, home, 'home', 'device.json'));
  writeFileSync(join(here, home, 'answers.json'), `${JSON.stringify(told, null, 2)}\n`);
}
rmSync(work, { recursive: true, force: true });
