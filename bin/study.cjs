#!/usr/bin/env node
// The launcher: committed, so that `npx study` works before and after a build. It checks what must hold before
// anything else is loaded. Plain old syntax: it has to run on the Node versions it turns away.
'use strict';

const MINIMUM = [20, 19];

/** Says what is wrong and what to try, on stderr or as JSON, like every other failure of the program. */
function fail(exitCode, code, message, advice) {
  process.exitCode = exitCode;
  if (process.argv.indexOf('--json') !== -1) {
    const error = { code: code, message: message, place: null, try: advice };
    process.stdout.write(JSON.stringify({ schema: 'study/1', error: error }) + '\n');
  } else {
    process.stderr.write('study: ' + message + '\nTry: ' + advice + '\n');
  }
}

/** Whether the running Node is new enough. */
function isSupported(version) {
  const parts = version.split('.').map(Number);
  return parts[0] > MINIMUM[0] || (parts[0] === MINIMUM[0] && parts[1] >= MINIMUM[1]);
}

/**
 * Decides about colour while no library has looked at the environment yet: most of them know FORCE_COLOR only.
 * The flag wins over the environment, NO_COLOR over FORCE_COLOR; see no-color.org and force-color.org.
 */
function settleColour(env, argv) {
  const end = argv.indexOf('--');
  const refused = (end === -1 ? argv : argv.slice(0, end)).indexOf('--no-color') !== -1;
  const forced = env.FORCE_COLOR || (env.CLICOLOR_FORCE === '0' ? '' : env.CLICOLOR_FORCE);
  if (refused || env.NO_COLOR || forced === 'false') env.FORCE_COLOR = '0';
  else if (forced) env.FORCE_COLOR = env.FORCE_COLOR || '1';
  else if (env.TERM === 'dumb' || env.CLICOLOR === '0') env.FORCE_COLOR = '0';
  else delete env.FORCE_COLOR;
}

/** With these set, Ink would draw nothing until the end, or load developer tools. */
function removeForeignSwitches(env) {
  delete env.CI;
  delete env.CONTINUOUS_INTEGRATION;
  delete env.DEV;
}

/** The built program, or `null` where it has not been built. */
function loadProgram() {
  try {
    return require('../dist/cli.cjs');
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND' && !require('fs').existsSync(__dirname + '/../dist/cli.cjs'))
      return null;
    throw error;
  }
}

if (!isSupported(process.versions.node)) {
  const needed = MINIMUM.join('.');
  fail(
    2,
    'node-version',
    'Node.js ' + needed + ' or newer is needed, this is ' + process.versions.node,
    'install a current Node.js from https://nodejs.org',
  );
} else {
  settleColour(process.env, process.argv.slice(2));
  removeForeignSwitches(process.env);
  const program = loadProgram();
  if (program === null) {
    fail(
      3,
      'not-built',
      'the program is not built yet',
      'npm ci (or npm run build, where scripts are switched off), then the same command',
    );
  } else {
    program.run(process.argv.slice(2), require('path').dirname(__dirname));
  }
}
