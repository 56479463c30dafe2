// Runs one command of the built program and keeps what V8 compiled for it: `node warm-up.cjs ROOT ARGUMENT...`.
// With STUDY_WARM_UP=screens it takes its pipes for a terminal, so that the screens are drawn.
'use strict';

const { join } = require('node:path');

const [root, ...argv] = process.argv.slice(2);

if (process.env.STUDY_WARM_UP === 'screens') {
  require('node:tty').isatty = () => true;
  const fs = require('node:fs');
  const { fstatSync } = fs;
  /** @type {any} */ (fs).fstatSync = (fd, ...rest) =>
    fd <= 2 ? { isCharacterDevice: () => true } : fstatSync(fd, ...rest);
  Object.assign(process.stdin, { isTTY: true, setRawMode: () => process.stdin });
  Object.assign(process.stdout, { isTTY: true, columns: 80, rows: 24 });
}

const program = require(join(root, 'dist', 'cli.cjs'));

process.on('exit', () => program.saveAll());
program.run(argv, root);
