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
  {
    // Developer tools, which are not bundled; awaiting them would make the chunk one that only `import` can load.
    file: 'node_modules/ink/build/reconciler.js',
    find: "await import('./devtools.js');",
    replace: '',
  },
  {
    file: 'node_modules/ink/build/reconciler.js',
    find: '? await loadPackageJson()',
    replace: '? undefined',
  },
  {
    // Awaited as well; and the loader that Emscripten writes fetches its own code, which loads an HTTP client and
    // compiles on another thread: 30 ms until the first frame. Compiling 90 kB at once takes 2 ms.
    file: 'node_modules/yoga-layout/dist/src/index.js',
    find: 'const Yoga = wrapAssembly(await loadYoga());',
    replace: `const assembly = {
  instantiateWasm: (url, imports, done) => {
    const bytes = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
    const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports);
    done(instance);
    return instance.exports;
  },
};
loadYoga(assembly);
const Yoga = wrapAssembly(assembly);`,
  },
  {
    // Hands its own code, which it carries as a data URL, to the function above.
    file: 'node_modules/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js',
    find: 'return h.instantiateWasm(d,',
    replace: 'return h.instantiateWasm(H,d,',
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
        for (const file of new Set(PATCHES.map(patch => patch.file))) {
          esbuild.onLoad({ filter: pathPattern(file) }, ({ path }) => {
            let contents = readFileSync(path, 'utf8');
            for (const patch of PATCHES.filter(each => each.file === file)) {
              const parts = contents.split(patch.find);
              if (parts.length !== 2)
                return { errors: [{ text: `The patch of ${file} does not fit any more` }] };
              used.add(patch);
              contents = parts.join(patch.replace);
            }
            return { contents };
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
