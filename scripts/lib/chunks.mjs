/**
 * Which file of `dist/` a source file is bundled into. A command loads only the chunks it needs: a calculator
 * never reads Markdown, YAML or settings code from the disk.
 *
 * The first rule whose pattern matches the path (relative to the project, with `/`) decides.
 */
const RULES = [
  // Reading Markdown and YAML: only for a course that is not compiled, and for `study check`.
  ['parse', /^src\/content\/(?:parse\/|build-course)/],
  // marked, marked-terminal and highlight.js.
  ['markdown', /^src\/text\/(?:markdown|highlight)/],
  // conf, loaded only to write a setting.
  ['settings', /^src\/store\/preferences-conf/],
  // React and Ink.
  ['ui', /^src\/tui\//],
  ['cli', /^src\/(?:cli|text)\//],
  ['core', /^src\/(?:core|app|store|content)\//],
];

/**
 * Packages that more than one chunk uses, and the chunk that holds them. Only a default export that is a
 * function can be shared; it is loaded at its first call. Any other package that lands in two chunks fails
 * the build.
 */
export const SHARED_PACKAGES = new Map([
  // Every kind of text needs widths, but only what is not plain Latin needs these: their tables of Unicode take
  // as long to build as Node takes to start.
  ['string-width', 'width'],
  ['strip-ansi', 'width'],
  ['ansi-regex', 'width'],
]);

/**
 * @param {string} path relative to the project, with `/`
 * @returns {string} name of the chunk
 */
export const chunkOf = path => {
  const rule = RULES.find(([, pattern]) => pattern.test(path));
  if (rule === undefined)
    throw new Error(`${path} belongs to no chunk: add a rule to scripts/lib/chunks.mjs`);
  return rule[0];
};
