/** What the package must hold, whatever else. */
const NEEDED = [
  'bin/study.cjs',
  'dist/cli.cjs',
  'dist/LICENSES.txt',
  'dist/course/course.bin',
  'content/course.yaml',
  'questions/exams/dva-c03.yaml',
  'docs/formats.md',
  'schemas/questions.schema.json',
  'LICENSE',
  'README.md',
  'package.json',
];

/** The program, its course and its documentation. */
const WANTED = /^(?:bin|dist|content|questions|docs|schemas)\/|^[A-Z]+(?:\.md)?$|^package\.json$/;

/** What one version of V8 could read, a build leaves behind, or another tool makes. */
const UNWANTED = /\.cache$|^dist\/fingerprint$|\.map$|(?:^|\/)\.|~$/;

/**
 * What is wrong with the files of the package, as sentences.
 * @param {readonly string[]} paths
 * @returns {readonly string[]}
 */
export const packageFaults = paths => [
  ...NEEDED.filter(path => !paths.includes(path)).map(path => `${path} is not in the package`),
  ...paths
    .filter(path => !WANTED.test(path) || UNWANTED.test(path))
    .map(path => `${path} does not belong in the package`),
];
