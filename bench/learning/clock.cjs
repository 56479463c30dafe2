// Moves the clock of a program that is run with `node --require`: the moment (ms UTC) stands in the file that
// STUDY_TEST_CLOCK names, and is read whenever the program asks.
const { readFileSync } = require('node:fs');

const file = process.env.STUDY_TEST_CLOCK;
if (file !== undefined && file !== '') {
  Date.now = () => Number(readFileSync(file, 'utf8'));
}
