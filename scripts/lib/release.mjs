/** What a release needs before anybody can get it: rules over texts, without files and without git. */

const UNRELEASED = '[Unreleased]';

/**
 * The text of a version's section of the changelog, without its heading.
 * @param {string} changelog
 * @param {string} name such as `0.2.0`, or `Unreleased`
 * @returns {string | null} `null` where there is no such section
 */
export const sectionOf = (changelog, name) => {
  const lines = changelog.split('\n');
  const start = lines.findIndex(line => line.startsWith(`## [${name}]`));
  if (start === -1) return null;
  const length = lines.slice(start + 1).findIndex(line => line.startsWith('## ['));
  return lines
    .slice(start + 1, length === -1 ? undefined : start + 1 + length)
    .join('\n')
    .trim();
};

/** Whether a section says anything: headings alone say nothing. */
const isEmpty = section => section === null || !/^[^#\s]/m.test(section);

/**
 * Everything that keeps a version from being released, all at once.
 * @param {{
 *   version: string,
 *   manifest: { version: string, repository?: unknown, bugs?: unknown, homepage?: unknown },
 *   changelog: string,
 *   isClean: boolean,
 *   tags: readonly string[],
 *   placeholders: readonly string[],
 * }} state `version` without the `v`; `placeholders`: files that do not say yet where the project lives
 * @returns {readonly string[]} a sentence each; none: it can be released
 */
export const obstacles = ({ version, manifest, changelog, isClean, tags, placeholders }) => {
  const found = [];
  if (!/^\d+\.\d+\.\d+(?:-[\da-z.]+)?$/.test(version))
    found.push(`"${version}" is no version. Try: node scripts/release.mjs 0.3.0`);
  if (!isClean) found.push('There are changes that are not committed. Commit or stash them.');
  if (tags.includes(`v${version}`)) found.push(`There is a tag v${version} already.`);
  if (isEmpty(sectionOf(changelog, version)) && isEmpty(sectionOf(changelog, 'Unreleased')))
    found.push(`CHANGELOG.md says nothing under [${version}] or ${UNRELEASED}.`);
  for (const field of ['repository', 'bugs', 'homepage'])
    if (manifest[field] === undefined) found.push(`package.json has no "${field}".`);
  for (const file of placeholders) found.push(`${file} still has OWNER where the project's account belongs.`);
  return found;
};

/**
 * The changelog with what is unreleased under the version's own heading.
 * @param {string} changelog
 * @param {string} version
 * @param {string} day YYYY-MM-DD
 */
export const withVersion = (changelog, version, day) =>
  sectionOf(changelog, version) === null
    ? changelog.replace(`## ${UNRELEASED}`, `## ${UNRELEASED}\n\n## [${version}] - ${day}`)
    : changelog;
