// Becomes dist/cli.cjs while `npm run dev` watches: loads the chunks as Node loads any module, so that a stack names
// lines of src/ and a debugger stops in them. Nothing that V8 compiled is kept.
'use strict';

process.setSourceMapsEnabled(true);

const { join } = require('node:path');

const load = name => require(join(__dirname, 'chunks', name));

/** Runs the program that lies in `root`; the outcome is in `process.exitCode`. */
const run = (argv, root) => {
  const program = load('cli.cjs');
  return program['src/cli/program/main.ts'].main(argv, { root, version: program.version });
};

module.exports = { load, run, saveAll: () => {} };
