/** Tells whether `dist/` was built from the files that are there now. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that decides what a build gives. */
const SOURCES = ['src', 'scripts', 'content', 'questions', 'package.json', 'package-lock.json'];

/** Where a build leaves its fingerprint. */
export const FINGERPRINT_FILE = 'dist/fingerprint';

const filesUnder = path =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .toSorted()
        .flatMap(name => filesUnder(join(path, name)))
    : [path];

/**
 * @param {string} root
 * @returns {string} a hash over names and contents
 */
export const fingerprint = root => {
  // What V8 kept of compiling the program is good for this V8 only.
  const hash = createHash('sha256').update(process.versions.v8);
  for (const file of SOURCES.flatMap(source => filesUnder(join(root, source)))) {
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
};

/** @param {string} root */
export const isBuilt = root => {
  const file = join(root, FINGERPRINT_FILE);
  // The program removes a compiled course that is damaged.
  const isWhole = existsSync(file) && existsSync(join(root, 'dist/course/course.bin'));
  return isWhole && readFileSync(file, 'utf8') === fingerprint(root);
};
