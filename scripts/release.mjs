/**
 * Releases a version: `node scripts/release.mjs 0.3.0` writes it into package.json, gives the changelog its heading,
 * commits, and makes the tag; pushing the tag publishes (.github/workflows/release.yml). Refuses while anything is
 * missing, and says all of it. `--dry-run` changes nothing; `--verify v0.3.0` is what the workflow runs: it checks
 * that the tag is the version of package.json and prints its section of the changelog.
 */

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { obstacles, sectionOf, withVersion } from './lib/release.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = name => readFileSync(`${ROOT}${name}`, 'utf8');
const git = (...args) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' });

/** Files in which nobody has put the project's account yet. */
const placeholders = () => {
  try {
    return git('grep', '--name-only', 'OWNER/study-toolkit').trim().split('\n');
  } catch {
    // git grep exits with 1 where it finds nothing.
    return [];
  }
};

const fail = lines => {
  for (const line of lines) console.error(line);
  process.exit(1);
};

const args = process.argv.slice(2);
const word = args.find(arg => !arg.startsWith('-')) ?? '';
if (word === '') fail(['Which version? Try: node scripts/release.mjs 0.3.0 --dry-run']);
const version = word.replace(/^v/, '');
const manifest = JSON.parse(read('package.json'));
const changelog = read('CHANGELOG.md');
const isVerifying = args.includes('--verify');

const missing = [
  ...obstacles({
    version,
    manifest,
    changelog,
    isClean: isVerifying || git('status', '--porcelain').trim() === '',
    tags: isVerifying ? [] : git('tag', '--list').split('\n'),
    placeholders: placeholders(),
  }),
];
if (isVerifying && manifest.version !== version)
  missing.push(`The tag is ${word}, and package.json says ${manifest.version}.`);
if (missing.length > 0) fail(missing);

if (isVerifying) console.log(sectionOf(changelog, version) ?? sectionOf(changelog, 'Unreleased'));
else if (args.includes('--dry-run')) console.log(`v${version} can be released. Nothing was changed.`);
else {
  writeFileSync(
    `${ROOT}CHANGELOG.md`,
    withVersion(changelog, version, new Date().toISOString().slice(0, 10)),
  );
  execFileSync('npm', ['version', version, '--no-git-tag-version', '--allow-same-version'], {
    cwd: ROOT,
    stdio: 'ignore',
  });
  git('commit', '--all', '--message', `Release ${version}`);
  git('tag', '--annotate', `v${version}`, '--message', `study ${version}`);
  console.log(`Tagged v${version}. To publish it: git push origin main v${version}`);
}
