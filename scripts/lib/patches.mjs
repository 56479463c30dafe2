/**
 * Small changes to packages while they are bundled. Each must still fit, or the build fails: then look whether
 * the new version of the package needs it at all.
 */
import { readFileSync } from 'node:fs';

const PATCHES = [
  {
    // Only commands that are programs of their own start a process. Loading this module takes a tenth of the
    // time that `study --version` needs.
    file: 'node_modules/commander/lib/command.js',
    find: "const childProcess = require('node:child_process');",
    replace: "const childProcess = { spawn: (...args) => require('node:child_process').spawn(...args) };",
  },
];

/** A pattern for the end of a path, whatever separates its parts. */
const pathPattern = file => new RegExp(`${file.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]')}$`);

/** @returns {{ plugin: import('esbuild').Plugin, requireAllUsed: () => void }} */
export const makePatcher = () => {
  const used = new Set();
  return {
    plugin: {
      name: 'patches',
      setup(esbuild) {
        for (const patch of PATCHES) {
          esbuild.onLoad({ filter: pathPattern(patch.file) }, ({ path }) => {
            const parts = readFileSync(path, 'utf8').split(patch.find);
            if (parts.length !== 2)
              return { errors: [{ text: `The patch of ${patch.file} does not fit any more` }] };
            used.add(patch);
            return { contents: parts.join(patch.replace) };
          });
        }
      },
    },
    /** @throws Error when a patched file is not bundled any more */
    requireAllUsed: () => {
      const unused = PATCHES.filter(patch => !used.has(patch)).map(({ file }) => file);
      if (unused.length > 0)
        throw new Error(`Nothing uses these patched files any more: ${unused.join(', ')}`);
    },
  };
};
