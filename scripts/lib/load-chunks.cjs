// Becomes dist/cli.cjs: loads the chunks of the program, each with what V8 kept of compiling it. Compiling is
// most of what a short command does otherwise (measured: a calculator takes 23 ms with this, 31 ms without).
// What is kept is good for one version of V8 only and larger than the program, so it is not in the package: the
// build makes it for a clone, and elsewhere the first run that needs a chunk leaves it behind.
'use strict';

const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const FOLDER = join(__dirname, 'chunks');

/** By file name: the compiled script, the module that it fills, and whether V8 had kept something of it. */
const loaded = new Map();

/** Where it is kept: versions of Node side by side do not take it from each other. */
const cacheFile = name => join(FOLDER, `${name}.${process.versions.v8}-${process.arch}.cache`);

/** What V8 kept, or nothing; it refuses by itself what another version of it wrote. */
const readCache = file => {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
};

/** `require` for chunks: of each other, or of Node's own modules. */
const load = name => {
  const known = loaded.get(name);
  if (known !== undefined) return known.module.exports;
  const file = join(FOLDER, name);
  const source = readFileSync(file, 'utf8');
  const cachedData = readCache(cacheFile(name));
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    // Not the full path: it would stand in the cache, which is packed.
    filename: `study/${name}`,
    cachedData,
  });
  const module = { exports: {} };
  loaded.set(name, { script, module, isKept: script.cachedDataRejected === false });
  const requireFrom = request => (request.startsWith('./') ? load(request.slice(2)) : require(request));
  script.runInThisContext()(module.exports, requireFrom, module, file, FOLDER);
  return module.exports;
};

/** Keeps what V8 compiled up to now of some chunks. */
const saveCaches = chunks => {
  for (const [name, { script }] of chunks) {
    const fresh = `${cacheFile(name)}.${process.pid}`;
    writeFileSync(fresh, script.createCachedData());
    renameSync(fresh, cacheFile(name));
  }
};

/** At the end of a run: a folder that cannot be written to only means that the next start is slower. */
const keepNew = () => {
  try {
    saveCaches([...loaded].filter(([, { isKept }]) => !isKept));
  } catch {
    // Nothing depends on it.
  }
};

/** Runs the program that lies in `root`; the outcome is in `process.exitCode`. */
const run = (argv, root) => {
  const program = load('cli.cjs');
  process.on('exit', keepNew);
  return program['src/cli/main.ts'].main(argv, { root, version: program.version });
};

/** Keeps all of it anew, for what the runs before have compiled is in it too. Called by the build only. */
const saveAll = () => saveCaches(loaded);

module.exports = { load, run, saveAll };
