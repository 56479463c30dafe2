// Becomes dist/cli.cjs: loads the chunks of the program, each with what V8 kept of compiling it. Compiling is
// most of what a short command does otherwise (measured: a calculator takes 23 ms with this, 31 ms without).
// What is kept is good for one version of V8 only and larger than the program, so it is not in the package: the
// build makes it for a clone, and elsewhere the first run that needs a chunk leaves it behind.
//
// V8 does not check what it kept: a page of zeros in it, as a power cut leaves, ends the process or makes it spin.
// So a file of the cache ends with a checksum over the chunk and what V8 kept of it, and one that does not match
// is left aside and replaced.
//
// V8 reads back all that it kept of a chunk, so it is kept for each command by itself: no command reads what only
// others call. A chunk is ASCII (the build sees to that): a text of one byte a letter is read in half the time.
'use strict';

const {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');
const { crc32 } = require('node:zlib');

const FOLDER = join(__dirname, 'chunks');

/** Ends a file of the cache: `study1`, two spaces, and the checksum in 8 hexadecimal digits. */
const MARK = 'study1  ';
const END = MARK.length + 8;

/** Commands that something is kept for by themselves; all others share it. */
const COMMANDS = new Set(
  'calc cards completion exam notes plan quiz readiness review search stats today topics'.split(' '),
);

/** What the words of a command line ask for, as a part of a file name. */
const kindOf = argv => {
  const word = argv.find(each => !each.startsWith('-'));
  if (word === undefined)
    return argv.some(each => /^(?:-h|--help|-V|--version)$/.test(each)) ? 'help' : 'home';
  return COMMANDS.has(word) ? word : 'other';
};

let kind = 'other';

/** By file name: the compiled script, the module that it fills, its source, and whether V8 had kept something. */
const loaded = new Map();

/** Where it is kept: versions of Node side by side do not take it from each other. */
const cacheFile = name => join(FOLDER, `${name}.${kind}.${process.versions.v8}-${process.arch}.cache`);

/** What stands at the end of a file: a checksum over a chunk and what V8 kept of it. */
const endOf = (source, kept) => MARK + crc32(kept, crc32(source)).toString(16).padStart(8, '0');

/** A chunk stands between these when it is compiled. */
const HEAD = Buffer.from('(function (exports, require, module, __filename, __dirname) {');
const TAIL = Buffer.from('\n})');

/** The bytes of an open regular file, with room before and after them. */
const readOpen = (fd, before = 0, after = 0) => {
  const stat = fstatSync(fd);
  if (!stat.isFile()) throw new Error('no regular file');
  const all = Buffer.allocUnsafeSlow(before + stat.size + after);
  const bytes = all.subarray(before, before + stat.size);
  for (let at = 0; at < bytes.length;) {
    const count = readSync(fd, bytes, at, bytes.length - at, at);
    if (count === 0) throw new Error('shorter than it was');
    at += count;
  }
  return { all, bytes };
};

/** A chunk as it lies on the disk and as it is compiled. */
const readChunk = file => {
  const fd = openSync(file, 'r');
  try {
    const { all, bytes } = readOpen(fd, HEAD.length, TAIL.length);
    HEAD.copy(all);
    TAIL.copy(all, all.length - TAIL.length);
    return { source: bytes, text: all.toString('latin1') };
  } finally {
    closeSync(fd);
  }
};

/** The bytes of a regular file. Nothing is waited for: a pipe in its place would never answer. */
const readRegular = file => {
  const fd = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK || 0) | (constants.O_NOFOLLOW || 0));
  try {
    return readOpen(fd).bytes;
  } finally {
    closeSync(fd);
  }
};

/** What V8 kept, or nothing where that is not whole; V8 itself refuses what another version of it wrote. */
const readCache = (file, source) => {
  try {
    const bytes = readRegular(file);
    const kept = bytes.subarray(0, Math.max(0, bytes.length - END));
    return bytes.toString('latin1', kept.length) === endOf(source, kept) ? kept : undefined;
  } catch {
    return undefined;
  }
};

/** `require` for chunks: of each other, or of Node's own modules. */
const load = name => {
  const known = loaded.get(name);
  if (known !== undefined) return known.module.exports;
  const file = join(FOLDER, name);
  const { source, text } = readChunk(file);
  const cachedData = readCache(cacheFile(name), source);
  const script = new Script(text, {
    // Not the full path: it would stand in the cache, which is packed.
    filename: `study/${name}`,
    cachedData,
  });
  const module = { exports: {} };
  loaded.set(name, { script, module, source, isKept: script.cachedDataRejected === false });
  const requireFrom = request => (request.startsWith('./') ? load(request.slice(2)) : require(request));
  script.runInThisContext()(module.exports, requireFrom, module, file, FOLDER);
  return module.exports;
};

/** Puts a file in place whole, on the disk before it takes its name: a power cut must not leave half of it. */
const replaceFile = (file, parts) => {
  const fresh = `${file}.${process.pid}`;
  rmSync(fresh, { force: true });
  const fd = openSync(fresh, 'wx');
  try {
    try {
      for (const part of parts)
        // A full disk shortens a write without an error.
        for (let at = 0; at < part.length;) at += writeSync(fd, part, at);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
};

/** Keeps what V8 compiled up to now of some chunks. */
const saveCaches = chunks => {
  for (const [name, { script, source }] of chunks) {
    const kept = script.createCachedData();
    replaceFile(cacheFile(name), [kept, Buffer.from(endOf(source, kept), 'latin1')]);
  }
};

/** At the end of a run: a folder that cannot be written to only means that the next start is slower. */
const keepNew = () => {
  for (const entry of loaded) {
    try {
      if (!entry[1].isKept) saveCaches([entry]);
    } catch {
      // Nothing depends on it.
    }
  }
};

/** Runs the program that lies in `root`; the outcome is in `process.exitCode`. */
const run = (argv, root) => {
  kind = kindOf(argv);
  const program = load('cli.cjs');
  process.on('exit', keepNew);
  return program['src/cli/program/main.ts'].main(argv, { root, version: program.version });
};

/** Keeps all of it anew, for what the runs before have compiled is in it too. Called by the build only. */
const saveAll = () => saveCaches(loaded);

module.exports = { load, run, saveAll };
