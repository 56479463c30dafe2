// Runs one command of the built program and keeps what V8 compiled for it: `node warm-up.cjs ROOT ARGUMENT...`.
'use strict';

const { join } = require('node:path');

const [root, ...argv] = process.argv.slice(2);
const program = require(join(root, 'dist', 'cli.cjs'));

process.on('exit', () => program.saveCaches());
program.run(argv, root);
