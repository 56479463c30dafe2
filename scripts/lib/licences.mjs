/** Collects the licences of the packages that are bundled into `dist/`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LICENCE_FILE = /^(?:licen[cs]e|copying)(?:[.-].*)?$/i;
const NOTICE_FILE = /^notice(?:\..*)?$/i;

/** Packages that name their licence and carry no text of it: the text in their repository. */
const TEXTS = new Map([['yoga-layout', 'scripts/lib/licences/yoga-layout.txt']]);

/** The folder of the package that a bundled file belongs to. */
const packageFolder = path => {
  for (let folder = dirname(path); folder.includes('node_modules/'); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    // Inner package.json files that only say `"type": "module"` have no name.
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version !== undefined)
      return folder;
  }
  throw new Error(`No package found for ${path}`);
};

/**
 * @param {{ root: string, inputs: readonly string[] }} options bundled files, relative to the project
 * @returns {{ name: string, version: string, licence: string, text: string }[]} by name
 * @throws Error naming the packages without a licence text
 */
export const collectLicences = ({ root, inputs }) => {
  const folders = new Set(
    inputs.filter(path => path.startsWith('node_modules/')).map(path => packageFolder(join(root, path))),
  );
  const found = [...folders].map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const names = readdirSync(folder).filter(file => LICENCE_FILE.test(file) || NOTICE_FILE.test(file));
    const kept = TEXTS.get(name);
    const files = [
      ...names.map(file => join(folder, file)),
      ...(kept === undefined ? [] : [join(root, kept)]),
    ];
    const text = files.map(file => readFileSync(file, 'utf8').trim()).join('\n\n');
    const licensed = kept !== undefined || names.some(file => LICENCE_FILE.test(file));
    return { name, version, licence: typeof license === 'string' ? license : '', text: licensed ? text : '' };
  });
  const bare = found.filter(({ text, licence }) => text === '' || licence === '');
  if (bare.length > 0) {
    throw new Error(
      `No licence found for ${bare.map(({ name, version }) => `${name} ${version}`).join(', ')}`,
    );
  }
  return found.toSorted(
    (a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'),
  );
};

/** `dist/LICENSES.txt`. */
export const licencesText = licences => {
  const rule = '-'.repeat(80);
  const head = 'study-toolkit contains code of the packages below, under their licences.\n';
  return [
    head,
    ...licences.map(
      ({ name, version, licence, text }) => `${rule}\n${name} ${version} (${licence})\n\n${text}\n`,
    ),
  ].join('\n');
};

/** Licences under which code may be bundled here: all ask for nothing but to be named. */
const ACCEPTED = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'MIT-0',
  'Zlib',
]);

/**
 * Bundled packages under another licence, as sentences.
 * @param {readonly { name: string, version: string, licence: string }[]} licences
 * @returns {readonly string[]}
 */
export const licenceFaults = licences =>
  licences
    .filter(({ licence }) => !ACCEPTED.has(licence))
    .map(
      ({ name, version, licence }) => `${name} ${version} is under ${licence || 'no licence that it names'}`,
    );
